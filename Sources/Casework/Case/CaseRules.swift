extension CaseKind {
  /// What may be recorded on a closed case whenever it happened.
  private static let afterClosing: Set<String> = [
    "noted", "restrictionChanged", "reopened", Correction.factName,
  ]

  /// Refuses what cannot be done on what stands.
  public static func check(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws {
    let entry = action.entry
    if let login = entry.choice("handler") { try requireHandler(login, context) }
    guard let before = record.flatMap(Case.init) else { return }
    if !afterClosing.contains(action.name), !before.isOpen(at: context.happenedAt) {
      throw Refusal(
        .rule,
        Phrase(
          sv: "ärendet är avslutat; öppna det igen först",
          en: "the case is closed; reopen it first"))
    }
    switch action.name {
    case "restrictionChanged": try checkRestriction(entry, before, context)
    case "questionAsked": try checkAskedOnce(entry, before)
    case "closed": try checkClosing(entry, before, context)
    case "described" where entry.values.isEmpty:
      throw Refusal(
        .invalid,
        Phrase(
          sv: "inget är ändrat; fyll i minst en uppgift",
          en: "nothing is changed; fill in at least one value"))
    default: break
    }
  }

  private static func requireHandler(_ login: String, _ context: DecisionContext) throws {
    let officer = try context.officerWithLogin(login)
    guard officer?.holds(Case.authority) != true else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "\(login.prefix(64)) är ingen aktiv handläggare som får ha ärenden",
        en: "\(login.prefix(64)) is no active officer who may have cases"), field: "handler")
  }

  private static func checkRestriction(
    _ entry: Record.Entry, _ before: Case, _ context: DecisionContext
  ) throws {
    guard before.isRestricted, entry.flag("restricted") == false,
      context.officer?.holds([.lead]) != true
    else { return }
    throw Refusal(
      .notPermitted,
      Phrase(
        sv: "bara en arbetsledare tar bort skyddet", en: "only a lead takes the restriction away"),
      field: "restricted", law: "SoLPuL 10 §")
  }

  /// DOMAIN: nobody asks a traumatised child the same thing again.
  private static func checkAskedOnce(_ entry: Record.Entry, _ before: Case) throws {
    guard entry.text("again") == nil, let topic: Topic = entry.term("topic"), topic != .other,
      let child = entry.references("child").first,
      let asked = before.questions.last(where: { $0.child == child && $0.topic == topic })
    else { return }
    let day = Stockholm.civil(asked.entry.happenedAt).date
    throw Refusal(
      .rule,
      Phrase(
        sv: "\(child) har redan fått frågan om \(topic.title.sv) (\(day), v\(asked.entry.version));"
          + " läs svaret, eller ange varför den ställdes igen",
        en: "\(child) was already asked about \(topic.title.en) (\(day), v\(asked.entry.version));"
          + " read the answer, or say why it was asked again"), field: "again")
  }

  /// DOMAIN, Handover: responsibility stays until acknowledged.
  private static func checkClosing(
    _ entry: Record.Entry, _ before: Case, _ context: DecisionContext
  ) throws {
    guard entry.choice("why") == CaseClosing.handedOver.rawValue else { return }
    guard let reference = entry.references("handover").first,
      case .record(let record)? = try context.subject(reference),
      let handover = Handover(record)
    else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "ange överlämningen som stadsdelen har bekräftat",
          en: "give the handover that the district has acknowledged"), field: "handover")
    }
    guard handover.caseReference?.description == context.reference(before.record.id) else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "\(reference) gäller ett annat ärende", en: "\(reference) is of another case"),
        field: "handover")
    }
    guard handover.responsibleParty == .emergencyUnit else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "\(reference) är inte bekräftad; ansvaret ligger kvar hos Socialjouren till dess",
        en: "\(reference) is not acknowledged; the emergency unit answers until it is"),
      field: "handover")
  }
}

extension CaseKind {
  /// What may have happened before the case was opened.
  private static let beforeOpening: Set<String> = [
    "noted", "indicatorNoted", "childViewRecorded", "interpreterEngaged", "questionAsked",
    "childDisappeared", "childFound", "placed", "placementRefused", "stepMarked",
    "concernReported", "investigationAnswered", "adviceTaken", "meetingHeld", "supportMarked",
    Correction.factName,
  ]

  /// Refuses a record that cannot be so, corrections taken in.
  public static func checkConsistency(_ record: Record, _ context: DecisionContext) throws {
    guard let state = Case(record), let opened = record.first("opened") else { return }
    for entry in record.entries {
      guard entry.happenedAt >= opened.happenedAt || beforeOpening.contains(entry.name) else {
        throw Refusal(
          .rule,
          Phrase(
            sv: "tiden ligger före det att ärendet öppnades",
            en: "the time is before the case was opened"), field: "happenedAt")
      }
      try checkChild(entry, state)
      try check(entry)
    }
    try checkAlternation(record.all("closed") + record.all("reopened"), start: "closed")
    for child in state.children {
      let own = (record.all("childDisappeared") + record.all("childFound")).filter {
        $0.references("child") == [child]
      }
      try checkAlternation(own, start: "childDisappeared")
    }
    try checkAnswers(record)
  }

  private static func checkChild(_ entry: Record.Entry, _ state: Case) throws {
    guard let child = entry.references("child").first, !state.children.contains(child) else {
      return
    }
    throw Refusal(
      .rule,
      Phrase(
        sv: "\(child) hör inte till ärendet; lägg till barnet först",
        en: "\(child) does not belong to the case; add the child first"), field: "child")
  }

  /// What one fact must say by itself.
  private static func check(_ entry: Record.Entry) throws {
    switch entry.name {
    case "childViewRecorded":
      guard (entry.text("view") == nil) == (entry.text("notHeard") == nil) else { return }
      throw Refusal(
        .rule,
        Phrase(
          sv: "skriv vad barnet säger, eller varför det inte kunnat höras",
          en: "write what the child says, or why it could not be heard"), field: "view",
        law: "barnkonventionen art. 12")
    case "interpreterEngaged":
      guard entry.choice("interpreter") == InterpreterKind.companion.rawValue else { return }
      throw Refusal(
        .rule,
        Phrase(
          sv: "en medföljande får aldrig tolka för barnet",
          en: "a companion must never interpret for the child"), field: "interpreter")
    case "stepMarked": try checkStep(entry)
    case "concernReported", "investigationAnswered":
      try District.require(
        entry.choice("district") ?? "", at: entry.happenedAt, field: "district")
    case "adviceTaken":
      guard entry.flag("identity") == true, entry.flag("consent") != true else { return }
      throw Refusal(
        .rule,
        Phrase(
          sv: "råd tas utan identitet när samtycke saknas",
          en: "advice is taken without identity where there is no consent"), field: "identity",
        law: "OSL 10:1, 26:1")
    case "returnRecorded": try checkReturn(entry)
    case "legalAsked":
      guard let due = entry.date("due"), due < Stockholm.civil(entry.happenedAt).date else {
        return
      }
      throw Refusal(
        .rule,
        Phrase(
          sv: "svarsdagen ligger före frågan", en: "the answer's day is before the question"),
        field: "due")
    default: return
    }
  }

  private static func checkStep(_ entry: Record.Entry) throws {
    let isDone = entry.choice("outcome") == StepOutcome.done.rawValue
    if !isDone, entry.text("why") == nil {
      throw Refusal(
        .rule,
        Phrase(
          sv: "skriv varför steget inte är gjort eller inte är aktuellt",
          en: "say why the step is not done or not applicable"), field: "why")
    }
    if isDone, entry.choice("step") == ManualStep.embassy.rawValue, entry.text("risk") == nil {
      throw Refusal(
        .rule,
        Phrase(
          sv: "en ambassad kontaktas först efter riskbedömning; skriv den",
          en: "an embassy is asked only after a risk assessment; write it"), field: "risk")
    }
  }

  private static func checkReturn(_ entry: Record.Entry) throws {
    guard entry.choice("return") == ReturnKind.planned.rawValue,
      entry.flag("bothAgree") != true || entry.text("receivedBy") == nil
    else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "ett planerat återvändande kräver att båda ländernas myndigheter funnit det bäst, och"
          + " en mottagare; staden ansvarar till övertagandet",
        en: "a planned return needs both countries' authorities to find it best, and somebody who"
          + " receives; the city answers until takeover"),
      field: entry.flag("bothAgree") == true ? "receivedBy" : "bothAgree")
  }

  /// Two kinds of fact take turns.
  private static func checkAlternation(_ entries: [Record.Entry], start: String) throws {
    let ordered = entries.sorted { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }
    for (position, entry) in ordered.enumerated()
    where (entry.name == start) != position.isMultiple(of: 2) {
      let reason =
        switch entry.name {
        case "closed":
          Phrase(sv: "ärendet var redan avslutat då", en: "the case was already closed then")
        case "reopened":
          Phrase(sv: "ärendet var inte avslutat då", en: "the case was not closed then")
        case "childDisappeared":
          Phrase(sv: "barnet var redan försvunnet då", en: "the child was already missing then")
        default: Phrase(sv: "barnet var inte försvunnet då", en: "the child was not missing then")
        }
      throw Refusal(.rule, reason)
    }
  }

  /// An answer comes after what it answers.
  private static func checkAnswers(_ record: Record) throws {
    for (question, answer) in zip(
      record.all("legalAsked").map { Optional($0) } + Array(repeating: nil, count: record.version),
      record.all("legalAnswered"))
    where question.map({ $0.happenedAt > answer.happenedAt }) ?? true {
      throw Refusal(
        .rule,
        Phrase(
          sv: "det finns ingen obesvarad rättslig fråga då",
          en: "there was no unanswered legal question then"))
    }
    let concerns = record.all("concernReported")
    for answer in record.all("investigationAnswered") {
      let isAsked = concerns.contains {
        $0.happenedAt <= answer.happenedAt && $0.choice("district") == answer.choice("district")
          && $0.references("child") == answer.references("child")
      }
      guard !isAsked else { continue }
      throw Refusal(
        .rule,
        Phrase(
          sv: "ingen orosanmälan om barnet hade gjorts till den stadsdelen då",
          en: "no concern about the child had been reported to that district then"),
        field: "district")
    }
  }
}
