/// What takes back what was just done: a new fact that says what it corrects, never an erasure.
public enum Undoing: Hashable, Sendable {
  /// An action with what its form is filled in with.
  case offer(action: String, fields: [String: String])
  /// It stands; why, and what can be done instead.
  case stands(Phrase)
}

extension Undoing {
  /// What takes back the last of a subject's facts.
  /// - Parameters:
  ///   - fact: What was just done.
  ///   - version: The subject's version after it.
  ///   - before: The tip before it; nil for another kind of subject, or where it was received.
  ///   - login: An officer's login.
  public init(
    of fact: Fact, version: Int, before: Tip?, login: (OfficerID) -> String?
  ) {
    switch fact {
    case .tip(let fact): self = Self.of(fact, before: before, login: login)
    case .record(let fact):
      let kind = Fact.record(fact).subjectKind
      let correct = "\(kind.rawValue).correct"
      guard !Fact.isRedaction(fact.kind) else {
        self = .stands(Self.erasedForEver)
        return
      }
      guard !fact.kind.hasSuffix(".\(Correction.factName)"), ActionRegistry.action(correct) != nil
      else {
        self = .stands(
          Phrase(
            sv: "det kan inte ångras; rätta det i historiken",
            en: "it cannot be undone; correct it in the history"))
        return
      }
      self = .offer(action: correct, fields: [Correction.entry: String(version)])
    case .erased: self = .stands(Self.erasedForEver)
    case .officer:
      self = .stands(
        Phrase(
          sv: "uppgifter om handläggare ändras tillbaka med Ändra",
          en: "details of officers are changed back with Change"))
    }
  }

  private static let erasedForEver = Phrase(
    sv: "det som är raderat finns inte längre", en: "what is erased is no longer there")

  private static func of(_ fact: TipFact, before: Tip?, login: (OfficerID) -> String?) -> Undoing {
    switch fact {
    case .redacted: return .stands(erasedForEver)
    case .received, .duplicatesChanged:
      return .stands(
        Phrase(
          sv: "ett tips som kommit in tas inte bort; rätta det, eller avsluta det med skäl",
          en: "a tip that has come in is not removed; correct it, or close it with a reason"))
    case .preliminaryAssessed:
      return .stands(
        Phrase(
          sv: "en förhandsbedömning tas inte tillbaka (SoL 20:2); gör en ny, båda finns kvar",
          en: "a preliminary assessment is not taken back (SoL 20:2); make a new one, both are kept"
        ))
    case .feedbackGiven:
      return .stands(
        Phrase(
          sv: "ett lämnat besked står kvar; anteckna vad som var fel",
          en: "that somebody was told stands; note what was wrong"))
    case .protectionAssessed:
      return .stands(
        Phrase(
          sv: "en skyddsbedömning tas inte tillbaka (SoL 20:1); gör en ny, båda finns kvar",
          en: "a protection assessment is not taken back (SoL 20:1); make a new one, both are kept")
      )
    case .prioritised:
      guard let priority = before?.priority else {
        return .stands(
          Phrase(
            sv: "det fanns ingen prioritet före; välj en annan",
            en: "there was no priority before; choose another"))
      }
      return .offer(
        action: "tip.prioritise", fields: ["priority": priority.rawValue, "reason": reason])
    case .assigned:
      let earlier = before?.assignee.flatMap(login)
      return .offer(action: "tip.assign", fields: ["officer": earlier ?? ""])
    case .noted:
      return .stands(
        Phrase(
          sv: "en anteckning står kvar; skriv en ny som säger vad som var fel",
          en: "a note stands; write another that says what was wrong"))
    case .corrected:
      return .stands(
        Phrase(
          sv: "en rättelse rättas med en ny rättelse; det som stod före finns i historiken",
          en: "a correction is corrected by another; what stood before is in the history"))
    case .markedDuplicate: return .offer(action: "tip.notDuplicate", fields: ["reason": reason])
    case .unmarkedDuplicate(let unmark):
      return .offer(action: "tip.duplicate", fields: ["of": unmark.reference])
    case .closed: return .offer(action: "tip.reopen", fields: ["reason": reason])
    case .reopened:
      let closing = before?.closing
      return .offer(
        action: "tip.close",
        fields: ["reason": closing?.reason.rawValue ?? "", "note": closing?.note?.raw ?? ""])
    case .dispatched, .passedOn: return .offer(action: "tip.recall", fields: ["reason": reason])
    case .recalled:
      guard let last = before?.sendings.last else { return .stands(Phrase(same: "")) }
      let note = last.note?.raw ?? ""
      guard let district = last.district else {
        return .offer(action: "tip.dispatch", fields: ["note": note])
      }
      return .offer(action: "tip.passOn", fields: ["district": district, "note": note])
    case .linked(let link):
      return .stands(
        Phrase(
          sv: "kopplingen finns i \(link.reference); rätta den där",
          en: "the link is in \(link.reference); correct it there"))
    }
  }

  /// Why, where it is taken back at once.
  private static let reason = "ångrat direkt"
}
