extension PoliceReportKind {
  /// Facts that need a filed report.
  private static let needFiling: Set<String> = ["numbered", "newsAsked", "news"]

  /// Refuses what the report as it stands does not allow.
  public static func check(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws {
    guard let record else { return }
    let report = PoliceReport(record)
    if let next = PoliceStatus(rawValue: action.name), !report.status.next.contains(next),
      report.steps.last.map({ $0.entry.happenedAt <= action.entry.happenedAt }) ?? false
    {
      throw refusal(next, after: report.status)
    }
    if needFiling.contains(action.name), report.filedAt == nil {
      throw Refusal(
        .rule,
        Phrase(
          sv: "anmälan är inte gjord; registrera först att den är anmäld",
          en: "the report is not filed; record its filing first"))
    }
    guard ["reflectionExtended", "reflectionEnded"].contains(action.name) else { return }
    guard let reflection = report.reflection else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "ingen betänketid är beviljad", en: "no reflection period has been granted"),
        law: "UtlL 5:15")
    }
    if let end = reflection.ceased(at: action.entry.happenedAt) {
      throw Refusal(
        .rule,
        Phrase(
          sv: "betänketiden är slut sedan \(end)", en: "the reflection period is over since \(end)"),
        law: "UtlL 5:15")
    }
  }

  private static func refusal(_ next: PoliceStatus, after status: PoliceStatus) -> Refusal {
    let known = PoliceStatus.allCases.filter(status.next.contains)
    let sv = known.map { "”\($0.title.sv)”" }.joined(separator: " eller ")
    let en = known.map { "“\($0.title.en)”" }.joined(separator: " or ")
    return Refusal(
      .rule,
      Phrase(
        sv: "”\(next.title.sv)” kan inte följa på ”\(status.title.sv)”"
          + (known.isEmpty ? "" : "; det kan \(sv)"),
        en: "“\(next.title.en)” cannot follow “\(status.title.en)”"
          + (known.isEmpty ? "" : "; \(en) can")))
  }

  /// Refuses steps in an order that cannot be, a K-number of the wrong form, an offence not named,
  /// and days in the wrong order.
  public static func checkConsistency(_ record: Record, _ context: DecisionContext) throws {
    let report = PoliceReport(record)
    var status = PoliceStatus.drafted
    for step in report.steps where step.status != .drafted {
      guard status.next.contains(step.status) else { throw refusal(step.status, after: status) }
      status = step.status
    }
    for entry in record.all("numbered") { try checkNumber(entry, now: context.now) }
    for name in ["drafted", "filed", "charged"] {
      for entry in record.all(name)
      where entry.choice("offence") == Offence.other.rawValue && entry.text("otherOffence") == nil {
        throw Refusal(
          .invalid,
          Phrase(sv: "skriv vilket annat brott det gäller", en: "say which other offence it is"),
          field: "otherOffence")
      }
    }
    try checkReflection(record)
  }

  /// The same number on another report: one event reported twice, or a slip of the pen.
  public static func remarks(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws -> [Phrase] {
    let isCorrected = action.entry.choice(Correction.field) == "kNumber"
    let given = action.entry.choice(isCorrected ? Correction.value : "kNumber")
    guard let number = given.flatMap(KNumber.init)?.description else { return [] }
    return try context.lookup.numbered(.policeReport, number).filter {
      $0.record.id != record?.id && PoliceReport($0.record).kNumber?.description == number
    }.map { other in
      Phrase(
        sv: "samma K-nummer står på \(other.reference)",
        en: "the same K-number stands on \(other.reference)")
    }
  }

  private static func checkNumber(_ entry: Record.Entry, now: Instant) throws {
    guard entry.text("kNumber")?.isRedacted != true else { return }
    guard let number = entry.choice("kNumber").flatMap(KNumber.init) else {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "ett K-nummer skrivs 5000-K123456-26: område (4 siffror), K och löpnummer, år",
          en: "a K-number is written 5000-K123456-26: area (4 digits), K and serial, year"),
        field: "kNumber")
    }
    guard number.year <= Stockholm.civil(now).date.components.year % 100 else {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "K-numrets år (\(two(number.year))) ligger i framtiden",
          en: "the K-number's year (\(two(number.year))) is in the future"), field: "kNumber")
    }
  }

  private static func checkReflection(_ record: Record) throws {
    guard let granted = record.first("reflectionGranted") else { return }
    var last = Stockholm.civil(granted.happenedAt).date
    for entry in [granted] + record.all("reflectionExtended") {
      guard let until = entry.date("until") else { continue }
      guard until >= last else {
        throw Refusal(
          .invalid,
          Phrase(
            sv: "betänketidens sista dag kan inte ligga före \(last)",
            en: "the reflection period's last day cannot be before \(last)"), field: "until",
          law: "UtlL 5:15")
      }
      last = until
    }
    guard record.all("reflectionExtended").allSatisfy({ $0.happenedAt >= granted.happenedAt })
    else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "betänketiden kan inte förlängas innan den har beviljats",
          en: "the reflection period cannot be extended before it was granted"),
        field: "happenedAt", law: "UtlL 5:15")
    }
  }
}
