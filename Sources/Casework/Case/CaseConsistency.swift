extension CaseKind {
  /// What may have happened before the case was opened.
  private static let beforeOpening: Set<String> = [
    "noted", "indicatorNoted", "childViewRecorded", "interpreterEngaged", "questionAsked",
    "childDisappeared", "childFound", "placed", "placementRefused", "stepMarked",
    "concernReported", "investigationAnswered", "adviceTaken", "meetingHeld", "supportMarked",
    Correction.factName, Redaction.factName,
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
