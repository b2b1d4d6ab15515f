/// What happened in a period, counted from facts: each by the civil day in Stockholm on which it
/// happened, as it stands corrected. It counts and never names.
///
/// Subjects are added one by one and need not be kept, so a period may hold any number of them. What
/// is counted in a period is the sum of what is counted in its parts.
public struct Statistics: Hashable, Sendable {
  /// One number's place. An empty breakdown is the table's total.
  public struct Cell: Hashable, Sendable {
    let table: FigureTable.ID
    var breakdown = ""
    var row = ""
  }

  /// The period.
  public let period: Period
  /// Every number that is not nought.
  public private(set) var counts: [Cell: Int] = [:]
  /// How many tips were assessed after that many whole minutes.
  public private(set) var minutesToAssessment: [Int: Int] = [:]
  /// How many tips came in on each civil day in Stockholm; days without are left out.
  public private(set) var tipsByDay: [CivilDate: Int] = [:]
  /// How many tips came in at each hour of the week in Stockholm; hours without are left out.
  public private(set) var tipsByHour: [HourOfWeek: Int] = [:]
  /// Each thing by itself, where that is asked for.
  var collected: [CountedFigure]?

  /// Nothing counted yet.
  public init(_ period: Period) {
    self.period = period
  }

  /// What the figures of one subject take from others. The store answers inside its transaction.
  public struct Context {
    /// Now: clocks that ran out by then have run out.
    public let now: Instant
    /// The record that a reference names.
    public let record: (Reference) throws -> Record?
    /// Whether a custody decision refers to a case.
    public let hasCustody: (Reference) throws -> Bool

    /// Takes the answers as they are.
    public init(
      now: Instant, record: @escaping (Reference) throws -> Record?,
      hasCustody: @escaping (Reference) throws -> Bool
    ) {
      self.now = now
      self.record = record
      self.hasCustody = hasCustody
    }

    func person(_ reference: Reference?) throws -> Person? {
      guard let reference, reference.kind == .person else { return nil }
      return try record(reference).map(Person.init)
    }

    func state(ofCase reference: Reference?) throws -> Case? {
      guard let reference, reference.kind == .case else { return nil }
      return try record(reference).flatMap(Case.init)
    }
  }

  /// Counts what happened to one subject in the period. Throws what the context throws.
  public mutating func add(
    _ state: SubjectState, _ reference: Reference, _ context: Context
  ) throws {
    switch state {
    case .tip(let tip):
      add(tip)
      addClocks(tip.countedClocks, context.now)
    case .officer: return
    case .record(let record):
      switch record.kind {
      case .pass: add(Pass(record))
      case .person: add(Person(record))
      case .case: try add(record, reference, context)
      case .custody: try add(Custody(record), context)
      case .policeReport: add(PoliceReport(record))
      case .handover: addHandover(record)
      case .meeting: addMeeting(record)
      case .tip, .officer, .shift: return
      }
      addClocks(state.clocks(at: context.now), context.now)
    }
  }

  /// Counts something that happened then into a table's total and into rows of its breakdowns.
  /// Nothing where it lies outside the period. No row in a breakdown is the row of what nobody said.
  mutating func count(
    _ table: FigureTable.ID, at moment: Instant?, by number: Int = 1,
    _ rows: [String: [String]] = [:], arrives: Bool = false, waited: Int? = nil
  ) {
    guard let moment, period.contains(moment), number != 0 else { return }
    count(table, by: number, rows)
    guard arrives || waited != nil || collected != nil else { return }
    let time = Stockholm.civil(moment)
    if arrives { countArrival(time.date, HourOfWeek(time)) }
    if let waited { countWait(waited) }
    collected?.append(
      CountedFigure(
        table: table.rawValue, day: time.date.description, number: number, rows: rows,
        hour: arrives ? HourOfWeek(time).index : nil, minutes: waited))
  }

  mutating func count(_ table: FigureTable.ID, by number: Int, _ rows: [String: [String]]) {
    counts[Cell(table: table), default: 0] += number
    for (breakdown, rows) in rows {
      for row in rows.isEmpty ? [FigureTable.Breakdown.none] : rows {
        counts[Cell(table: table, breakdown: breakdown, row: row), default: 0] += number
      }
    }
  }

  mutating func countArrival(_ day: CivilDate, _ hour: HourOfWeek) {
    tipsByDay[day, default: 0] += 1
    tipsByHour[hour, default: 0] += 1
  }

  mutating func countWait(_ minutes: Int) { minutesToAssessment[minutes, default: 0] += 1 }

  private mutating func add(_ tip: Tip) {
    count(
      tip.report.channel.isPublic ? .tipsFromPublic : .tipsFromOthers, at: tip.receivedAt,
      [
        "channel": [tip.report.channel.rawValue],
        "priority": tip.priority.map { [$0.rawValue] } ?? [],
        "status": [tip.status.rawValue],
      ], arrives: true)
    guard let assessedAt = tip.assessedAt, let assessment = tip.assessment else { return }
    let waited = max(0, assessedAt.since(tip.receivedAt))
    count(
      .assessments, at: assessedAt,
      [
        "outcome": [assessment.outcome.rawValue],
        "time": [waited < Tip.assessmentAlarm ? "withinHour" : "later"],
      ], waited: Int(waited / 60_000))
  }

  /// Each clock once: on the day it was stopped in time or late, or else on the first day after it
  /// ran out. The time to protection assessment has a table of its own.
  private mutating func addClocks(_ clocks: [Clock], _ now: Instant) {
    for clock in clocks where clock.rule.id != .policeNews {
      let standing = clock.state(at: now)
      switch standing {
      case .met, .metLate:
        count(.clocks, at: clock.stop, [clock.rule.id.rawValue: [standing.rawValue]])
      case .overdue, .ceased:
        count(.clocks, at: clock.due, [clock.rule.id.rawValue: [standing.rawValue]])
      case .running, .safeDayToday, .lastDayToday: continue
      }
    }
  }
}

extension Channel {
  /// Whether it is the public that tells; otherwise an authority, an organisation or the staff.
  var isPublic: Bool {
    switch self {
    case .phone, .email, .web, .visit: true
    case .police, .organisation, .observation: false
    }
  }
}
