import CaseStore
import Casework
import TextSafety

// Erasing a file before its day, as an exception, for a lead: a form with the reason, then the word.

extension ActionSpec {
  /// What the form of an exception asks for. No action that is recorded: what it becomes is told by
  /// the last fact of each subject that is erased.
  static let earlyErasing = ActionSpec(
    "retention.early", .case,
    title: Phrase(sv: "Gallra i förtid", en: "Erase ahead of time"),
    help: Phrase(
      sv: "Gallrar en akt före dess dag, när du har skrivit skälet och ordet.",
      en: "Erases a file before its day, once you have written the reason and the word."),
    roles: [.lead],
    fields: [
      FieldSpec(
        "file", Phrase(sv: "Akt", en: "File"), .line, required: true, short: true,
        help: Phrase(
          sv: "en referens i akten, som Ä77; allt som hör ihop gallras",
          en: "a reference in the file, such as Ä77; all that belongs together is erased")),
      FieldSpec(
        "reason", Phrase(sv: "Skäl", en: "Reason"), .line, required: true,
        help: Phrase(
          sv: "varför ett undantag görs; skälet står kvar, så upprepa inget ur akten",
          en: "why an exception is made; the reason stays, so repeat nothing of the file")),
    ])

  /// What a form asks for: an action, or an exception from how long a file is kept.
  static func ofForm(_ id: String) -> ActionSpec? {
    ActionRegistry.action(id) ?? (id == earlyErasing.id ? earlyErasing : nil)
  }

  /// Whether the form becomes an action that happened at a time.
  var isRecorded: Bool { self != Self.earlyErasing }
}

extension DeskState {
  /// Why no file can be erased ahead of time from here; nil where one can.
  var earlyErasingReason: Phrase? {
    retentionReason ?? (setup.isPast ? Self.readOnly : nil)
  }

  /// Why the officer may not erase at all; nil for a lead.
  var retentionReason: Phrase? {
    isLead ? nil : Phrase(sv: "bara arbetsledare gallrar", en: "only leads erase what is due")
  }

  /// Opens the form, with what is selected filled in.
  mutating func openEarlyErasing() -> [Effect] {
    var file: Reference?
    if case .retention(let overlay)? = layers.last {
      file = overlay.selected?.main
    } else {
      file = selectedReference.flatMap { $0.kind == .officer ? nil : $0 }
    }
    let spec = ActionSpec.earlyErasing
    return openForm(
      ActionForm(
        spec, subject: nil, expects: nil, key: "\(spec.id) \(file?.description ?? "")",
        filled: file.map { ["file": $0.description] } ?? [:]))
  }

  /// What is typed is whole: what goes with it is looked up before the word is asked for.
  mutating func findFile(of form: ActionForm, _ action: Action) -> [Effect] {
    var form = form
    defer { layers[layers.count - 1] = .form(form) }
    guard case .text(let text)? = action.fields["file"],
      let reference = Reference(text.trimmingBlanks), reference.kind != .officer
    else {
      refuse(
        Phrase(
          sv: "en referens är en bokstav och ett nummer: Ä77",
          en: "a reference is a letter and a number: Ä77"), "file", in: &form)
      return []
    }
    form.isSaving = true
    form.problem = nil
    var effects = [Effect.findFile(reference, form: form.key)]
    if form.isDirty && !form.draftSaved {
      form.saveDue = nil
      effects.insert(keep(form), at: 0)
    }
    return effects
  }

  /// The file that was looked up: the word is asked for, unless the law keeps it.
  mutating func take(
    file result: Result<RetentionCase?, Problem>, of reference: Reference, form key: String
  ) -> [Effect] {
    guard case .form(var form)? = layers.last, form.key == key else {
      changeForm(key) { $0.isSaving = false }
      return []
    }
    form.isSaving = false
    defer { changeForm(key) { $0 = form } }
    do {
      guard let file = try result.get(), let main = file.main else {
        refuse(
          Phrase(
            sv: "\(reference) finns inte, eller är redan gallrat",
            en: "there is no \(reference), or it is erased already"), "file", in: &form)
        return []
      }
      try file.ruling.confirm(on: Stockholm.civil(now).date, reason: form.reason)
      layers.append(.confirm(ConfirmDialog(question: .erase(file, main, form: key))))
    } catch let refusal as Refusal {
      refuse(refusal.message, "file", in: &form)
    } catch let problem as Problem {
      refuse(problem.message, "file", in: &form)
    } catch {
      refuse(Phrase(same: "\(error)"), "file", in: &form)
    }
    return []
  }

  /// The form has been confirmed with the word: the reason goes with it.
  mutating func reason(ofForm key: String?) -> UntrustedText? {
    guard let key else { return nil }
    var reason: UntrustedText?
    changeForm(key) {
      $0.isSaving = true
      reason = $0.reason
    }
    return reason
  }

  /// The form has done what it was for, or says why not.
  mutating func settle(form key: String, _ problem: Problem?) -> [Effect] {
    guard let problem else {
      layers.removeAll { if case .form(let form) = $0 { form.key == key } else { false } }
      return drop(key) + lookHere()
    }
    changeForm(key) {
      $0.isSaving = false
      $0.problem = problem.message
    }
    return []
  }

  private mutating func refuse(_ message: Phrase, _ field: String, in form: inout ActionForm) {
    say(message, .error)
    form.problem = message
    guard let index = form.fields.firstIndex(where: { $0.spec.name == field }) else { return }
    form.fields[index].problem = message
    form.focus = index
  }
}

extension ActionForm {
  /// The reason that is typed.
  fileprivate var reason: UntrustedText? {
    fields.first { $0.spec.name == "reason" }.map { UntrustedText($0.raw) }
  }
}
