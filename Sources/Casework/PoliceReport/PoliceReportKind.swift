import TextSafety

/// Police reports (polisanmälningar), kept as records.
public enum PoliceReportKind: RecordKind {
  /// The kind.
  public static let kind = SubjectKind.policeReport

  /// Not the outreach unit: it does not report to the police.
  public static let readers: Set<Role> = desk

  /// Where it stands.
  public static func status(_ record: Record, now: Instant) -> RecordStatus {
    let report = PoliceReport(record)
    if report.status == .judged,
      let outcome = record.last("judged")?.choice("judgment").flatMap(Judgment.init(rawValue:))
    {
      return RecordStatus(outcome.title, isOpen: false)
    }
    let waits = report.reflection.map { $0.state(at: now).isOpen } ?? false
    let isOpen = report.status == .drafted || report.status.awaitsNews || waits
    return RecordStatus(report.status.title, isOpen: isOpen)
  }

  /// Since when there has been silence; a draft waits since it was begun.
  public static func sortTime(_ record: Record) -> Instant {
    PoliceReport(record).lastNewsAt ?? record.entries.first?.happenedAt ?? .earliest
  }

  /// The K-number and what it is about.
  public static func title(_ record: Record, _ language: Language) -> UntrustedText {
    let what = record.text("what") ?? UntrustedText("")
    guard let number = PoliceReport(record).kNumber else { return what }
    return UntrustedText("\(number) \(SafeText(what).string)")
  }

  /// What the desk has to do; nil while it only waits.
  public static func nextStep(_ record: Record, now: Instant) -> Phrase? {
    let report = PoliceReport(record)
    if let reflection = report.reflection, reflection.state(at: now).isOpen {
      let act = reflection.dated(at: now)
      return Phrase(sv: "Nästa: \(act.sv) (UtlL 5:15)", en: "Next: \(act.en) (UtlL 5:15)")
    }
    if report.status == .drafted {
      return Phrase(sv: "Nästa: anmäl till polisen", en: "Next: file with the police")
    }
    if let days = report.silentDays(now: now), days >= PoliceReport.defaultSilence {
      return Phrase(
        sv: "Nästa: efterfråga besked, tyst i \(days) dagar",
        en: "Next: ask for news, silent for \(days) days")
    }
    if report.status.awaitsNews, report.kNumber == nil {
      return Phrase(sv: "Nästa: K-nummer från polisen", en: "Next: K-number from the police")
    }
    return nil
  }

  /// Filing, the K-number, then news: asked for after too long a silence, else recorded.
  public static func nextAction(_ record: Record, now: Instant) -> String? {
    let report = PoliceReport(record)
    if report.status == .drafted { return "policeReport.file" }
    guard report.status.awaitsNews else { return nil }
    if report.kNumber == nil { return "policeReport.number" }
    return report.isSilent(now: now) ? "policeReport.askNews" : "policeReport.recordNews"
  }

  // MARK: What stands now

  /// What stands now.
  public static func sections(_ record: Record, now: Instant) -> [RecordSection] {
    let report = PoliceReport(record)
    return [
      RecordSection(
        Phrase(sv: "Anmälan", en: "The report"),
        record.rows("what", "case", "persons", "purposes", "authority", "offence", "otherOffence")
          + moment("filed", record) + record.rows("secrecyGround", "kNumber", "text")),
      RecordSection(
        Phrase(sv: "Läget", en: "How it stands"),
        step(report) + silence(report, now: now)
          + moment("newsAsked", record) + moment("news", record)
          + record.rows("news", "newsFrom", "contact", "contactPhone")),
      RecordSection(
        Phrase(sv: "Åklagare och domstol", en: "Prosecutor and court"),
        record.rows("prosecutor", "prosecutorNumber", "court", "courtNumber", "judgment")),
      RecordSection(
        Phrase(sv: "Betänketid och tillstånd", en: "Reflection period and permit"),
        moment("reflectionAsked", record) + moment("reflectionGranted", record)
          + until(report) + moment("reflectionEnded", record) + moment("permitAsked", record)
          + moment("permitGranted", record) + record.rows("permitUntil")
          + moment("permitRefused", record)),
    ].filter { !$0.rows.isEmpty }
  }

  private static func moment(_ fact: String, _ record: Record) -> [FactWords.Detail] {
    guard let entry = record.last(fact),
      let title = RecordKinds.action(.policeReport, becoming: fact)?.fact?.title
    else { return [] }
    return [.init(title, .time(entry.happenedAt))]
  }

  private static func step(_ report: PoliceReport) -> [FactWords.Detail] {
    guard let last = report.steps.last, last.status != .drafted, last.status != .filed else {
      return []
    }
    let reason = last.entry.text("reason").map {
      FactWords.Detail(Phrase(sv: "Skäl", en: "Reason"), .untrusted($0))
    }
    return [.init(last.status.title.capitalizedFirst, .time(last.entry.happenedAt))]
      + [reason].compactMap(\.self)
  }

  private static func silence(_ report: PoliceReport, now: Instant) -> [FactWords.Detail] {
    guard let days = report.silentDays(now: now) else { return [] }
    return [
      .init(
        Phrase(sv: "Tyst", en: "Silent"),
        .phrase(
          Phrase(
            sv: "\(days) \(days == 1 ? "dag" : "dagar")",
            en: "\(days) \(days == 1 ? "day" : "days")")))
    ]
  }

  private static func until(_ report: PoliceReport) -> [FactWords.Detail] {
    guard let day = report.reflection?.deadline.nominal else { return [] }
    return [
      .init(
        Phrase(sv: "Betänketid till", en: "Reflection until"),
        .phrase(Phrase(same: day.description)))
    ]
  }
}

extension Phrase {
  fileprivate var capitalizedFirst: Phrase {
    func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Phrase(sv: capital(sv), en: capital(en))
  }
}
