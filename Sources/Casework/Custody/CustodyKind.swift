import TextSafety

/// Custody decisions (omedelbart omhändertagande, LVU 6 §), kept as records.
///
/// A decision whose clock ran out has ceased: it is shown so, with the paragraph and the day, and it
/// is never renewed or hidden. A new decision is a new subject.
public enum CustodyKind: RecordKind {
  /// The kind.
  public static let kind = SubjectKind.custody

  /// Not the outreach unit: it takes no authority decisions and does not see their grounds.
  public static let readers: Set<Role> = desk

  /// The values that are shown only for a reason (OSL 26:2).
  static let secretFields: Set<String> = ["placement", "address"]

  /// The clocks of a custody decision.
  public static func clocks(_ record: Record) -> CustodyClocks { Custody(record).clocks }

  /// Where it stands.
  public static func status(_ record: Record, now: Instant) -> RecordStatus {
    let custody = Custody(record)
    if let ending = custody.clocks.ending(at: now) {
      let isSettled = custody.isClosed || (!ending.isLapse && !custody.owesBoardReport)
      return RecordStatus(ending.status, isOpen: !isSettled)
    }
    if custody.isClosed {
      return RecordStatus(Phrase(sv: "inget beslut", en: "no decision"), isOpen: false)
    }
    return RecordStatus(standing(custody), isOpen: true)
  }

  /// The safe day of the clock that runs out first; of what has ended, the day it ended.
  public static func sortTime(_ record: Record) -> Instant {
    let clocks = Custody(record).clocks
    let moments = record.entries.map(\.happenedAt)
    let latest = moments.max() ?? .earliest
    let open = clocks.clocks(at: latest).filter { $0.state(at: latest).isOpen }
    return open.first?.safeUntil ?? latest
  }

  /// Where a decision in force stands: the furthest it has come.
  private static func standing(_ custody: Custody) -> Phrase {
    guard custody.decidedAt != nil else { return Phrase(sv: "förberett", en: "prepared") }
    if custody.appliedForCareAt != nil { return Phrase(sv: "vård sökt", en: "care applied for") }
    if custody.examinedAt != nil { return Phrase(sv: "fastställt", en: "confirmed") }
    switch (custody.executedAt != nil, custody.arrivedAt != nil) {
    case (true, true): return Phrase(sv: "verkställt, hos rätten", en: "executed, at the court")
    case (true, false): return Phrase(sv: "verkställt", en: "executed")
    case (false, true):
      return Phrase(sv: "hos rätten, ej verkställt", en: "at the court, not executed")
    case (false, false): return Phrase(sv: "beslutat", en: "decided")
    }
  }

  /// The name or alias.
  public static func title(_ record: Record, _ language: Language) -> UntrustedText {
    record.text("who") ?? UntrustedText(record.references("person").first?.description ?? "")
  }

  /// The next legal step, or what is owed after the end.
  public static func nextStep(_ record: Record, now: Instant) -> Phrase? {
    guard status(record, now: now).isOpen else { return nil }
    let custody = Custody(record)
    let step = custody.clocks.nextStep(at: now)
    guard let ending = custody.clocks.ending(at: now) else { return step }
    var parts = [step]
    if custody.owesBoardReport {
      parts.append(
        Phrase(sv: "anmäl beslutet till nämnden (LVU 6 §)", en: "report to the board (LVU 6 §)"))
    }
    if ending.isLapse {
      parts.append(
        Phrase(
          sv: "säkra barnets skydd, ett nytt beslut är ett nytt omhändertagande",
          en: "see to the child's protection, a new decision is a new custody"))
    }
    return Phrase(
      sv: parts.map(\.sv).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; "))
  }

  /// The decision, the execution, then what stops the clock that runs out first.
  public static func nextAction(_ record: Record, now: Instant) -> String? {
    let custody = Custody(record)
    if custody.clocks.ending(at: now) != nil {
      return custody.owesBoardReport ? "custody.report" : "custody.close"
    }
    guard custody.decidedAt != nil else { return "custody.decide" }
    guard custody.executedAt != nil else { return "custody.execute" }
    let open = custody.clocks.clocks(at: now).filter { $0.state(at: now).isOpen }
    let own = open.first { $0.rule.consequence != .overdueOnly } ?? open.first
    return own?.rule.stops.first.flatMap { RecordKinds.action(becoming: $0.rawValue)?.id }
  }

  // MARK: What stands now

  /// What stands now, where the young person is placed masked.
  public static func sections(_ record: Record, now: Instant) -> [RecordSection] {
    sections(record, showsPlacement: false)
  }

  /// What stands now, with the placement where a reason has been given.
  static func sections(_ record: Record, showsPlacement: Bool) -> [RecordSection] {
    let custody = Custody(record)
    let placement =
      showsPlacement
      ? record.rows("placement", "address") : record.maskedRows("placement", "address")
    return [
      RecordSection(
        Phrase(sv: "Den unge", en: "The young person"),
        record.rows("who", "person", "case", "birthDate", "age") + party(custody)
          + record.rows("ground", "suspectedTrafficking", "reasons")),
      RecordSection(
        Phrase(sv: "Beslut", en: "Decision"),
        moment("decided", record)
          + record.rows("decider", "capacity", "given", "board", "boardMeeting")
          + moment("reported", record) + record.rows("minutes")),
      RecordSection(
        Phrase(sv: "Verkställighet", en: "Execution"),
        moment("executed", record)
          + record.rows(
            "executedBy", "place", "policeHelped", "childTold", "guardianTold", "interpreter",
            "childsView")),
      RecordSection(
        Phrase(sv: "Placering", en: "Placement"),
        moment("placed", record)
          + record.rows("placementKind", "secretFromParents") + placement),
      RecordSection(
        Phrase(sv: "Rätten", en: "The court"),
        moment("arrived", record) + record.rows("court", "courtNumber", "receipt")
          + moment("examined", record) + record.rows("examination")),
      RecordSection(
        Phrase(sv: "Biträde och god man", en: "Counsel and god man"),
        moment("counselAsked", record) + moment("counselAppointed", record)
          + record.rows("counsel") + moment("godManAsked", record)
          + moment("godManAppointed", record) + record.rows("godMan")),
      RecordSection(
        Phrase(sv: "Vård", en: "Care"),
        moment("extensionAsked", record) + moment("extensionGranted", record)
          + record.rows("until") + moment("extensionRefused", record)
          + moment("careAppliedFor", record) + moment("careDecided", record)
          + record.rows("care") + moment("lifted", record) + record.rows("liftedBy")
          + record.rows("outcome")),
    ].filter { !$0.rows.isEmpty }
  }

  /// The latest fact of that name as a row: what happened, and when.
  private static func moment(_ fact: String, _ record: Record) -> [FactWords.Detail] {
    guard let entry = record.last(fact),
      let title = RecordKinds.action(.custody, becoming: fact)?.fact?.title
    else { return [] }
    return [.init(title, .time(entry.happenedAt))]
  }

  private static func party(_ custody: Custody) -> [FactWords.Detail] {
    guard let isParty = custody.isParty else {
      return [
        .init(
          Phrase(sv: "Ålder", en: "Age"),
          .phrase(
            Phrase(
              sv: "inte angiven: under 20? (LVU 6 §) 15? (LVU 36 §)",
              en: "not given: under 20? (LVU 6 §) 15? (LVU 36 §)")))
      ]
    }
    return [
      .init(
        Phrase(sv: "Part", en: "Party"),
        .phrase(
          isParty
            ? Phrase(sv: "ja, har fyllt 15 (LVU 36 §)", en: "yes, aged 15 or more (LVU 36 §)")
            : Phrase(sv: "nej, under 15 (LVU 36 §)", en: "no, under 15 (LVU 36 §)")))
    ]
  }
}

extension CustodyClocks.Ending {
  /// Whether a clock ran out.
  var isLapse: Bool {
    if case .ceased = self { true } else { false }
  }

  /// "UPPHÖRT 2020-11-04, LVU 7 §".
  var status: Phrase {
    switch self {
    case .ceased(let clock, let day):
      let rest = "\(day), \(clock.rule.law ?? "")"
      return Phrase(sv: "UPPHÖRT \(rest)", en: "CEASED \(rest)")
    case .notConfirmed: return Phrase(sv: "inte fastställt", en: "not confirmed")
    case .lifted: return Phrase(sv: "hävt", en: "lifted")
    case .careDecided: return Phrase(sv: "vårdmålet avgjort", en: "care decided")
    }
  }
}
