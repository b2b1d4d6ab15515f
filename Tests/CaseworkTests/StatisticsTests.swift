import Casework
import Demo
import Testing

@Suite("Figures of a period")
struct StatisticsTests {
  static let now = Instant(milliseconds: 1_795_327_980_000)

  static func period(_ from: String, _ to: String) throws -> Period {
    let first = try #require(CivilDate(iso8601: from))
    let last = try #require(CivilDate(iso8601: to))
    return try #require(Period(from: first, to: last))
  }

  private static func demo() throws -> Ledger {
    try Ledger.recording(DemoData.events(until: now, tips: 60)).ledger
  }

  @Test("The project of 2011 gives every figure of the table, each for its own period")
  func project() throws {
    let ledger = try Ledger.recording(DemoData.project2011).ledger
    for row in try Table("Figures2011.txt").rows {
      let figures = try ledger.statistics(Self.period(row[0], row[1]), now: Self.now).figures
      let table = try #require(figures.table(row[2]), "\(row)")
      let value = row[3].isEmpty ? table.total : table.value(row[3], row[4])
      let wanted = try #require(Int(row[5]))
      #expect(value == .number(wanted), "\(row)")
    }
  }

  @Test(
    "A period's counts are the sum of those of its parts",
    arguments: [
      ("2011-10-11", "2011-10-12"), ("2011-12-31", "2012-01-01"), ("2026-11-10", "2026-11-11"),
    ])
  func isAdditive(_ last: String, _ first: String) throws {
    let ledger = try Self.demo()
    let whole = try ledger.statistics(Self.period("2011-01-01", "2026-12-31"), now: Self.now)
    let before = try ledger.statistics(Self.period("2011-01-01", last), now: Self.now)
    let after = try ledger.statistics(Self.period(first, "2026-12-31"), now: Self.now)
    #expect(before.counts.merging(after.counts, uniquingKeysWith: +) == whole.counts)
    #expect(
      before.minutesToAssessment.merging(after.minutesToAssessment, uniquingKeysWith: +)
        == whole.minutesToAssessment)
  }

  @Test("Tips by day and by hour of the week are the tips of the tables, once each")
  func tipsByTime() throws {
    let whole = try Self.demo().statistics(Self.period("2011-01-01", "2026-12-31"), now: Self.now)
    let totals = ["tipsFromPublic", "tipsFromOthers"].map { whole.figures.table($0)?.total }
    let sum = totals.reduce(0) { sum, total in
      if case .number(let number)? = total { sum + number } else { sum }
    }
    #expect(sum > 0)
    #expect(whole.tipsByDay.values.reduce(0, +) == sum)
    #expect(whole.tipsByHour.values.reduce(0, +) == sum)
  }

  @Test("Periods follow each other without a gap, through leap years and clock changes")
  func periods() throws {
    for length in PeriodLength.allCases {
      var period = length.period(around: try #require(CivilDate(iso8601: "2023-12-30")))
      for _ in 0..<60 where period.to < (CivilDate(iso8601: "2029-01-01") ?? period.to) {
        let next = length.period(around: period.to.adding(days: 1))
        #expect(next.from == period.to.adding(days: 1))
        #expect(length.period(around: next.to) == next && next.start == period.end)
        period = next
      }
    }
    let leap = try #require(CivilDate(iso8601: "2028-02-29"))
    #expect(PeriodLength.year.period(around: leap).days.count == 366)
    #expect(PeriodLength.month.period(around: leap).to == leap)
    #expect(PeriodLength.week.period(around: leap).from.weekday == 1)
  }

  @Test("The clocks of tips are counted met, late or overdue (SoL 20:2, 19:6), closed tips' too")
  func clocksOfTips() throws {
    var ledger = Ledger()
    let at = try #require(Instant(iso8601: "2026-03-02T20:00:00+01:00"))
    func days(_ days: Int) -> Instant { at.adding(minutes: days * 24 * 60) }
    try ledger.record(.register("eva", Role.allCases), by: nil, now: at)
    func tip(decidedAfter: Int?, toldAfter: Int?, isClosed: Bool = false) throws {
      let tip = try ledger.record(
        .receive("övning", ["wantsFeedback": .flag(toldAfter != nil)]), by: "eva", now: at)
      func act(_ id: String, _ fields: [String: FieldValue], after count: Int) throws {
        try ledger.record(
          Action(id, subject: tip, happenedAt: days(count), fields: fields), by: "eva",
          now: days(60))
      }
      try act(
        "tip.assess", ["outcome": .text("investigate"), "ground": .text("övning")], after: 0)
      if let decidedAfter {
        try act("tip.preliminary", ["outcome": .text("opened")], after: decidedAfter)
      }
      if let toldAfter { try act("tip.feedback", [:], after: toldAfter) }
      if isClosed { try act("tip.close", ["reason": .text("handledOnSite")], after: 50) }
    }
    try tip(decidedAfter: 10, toldAfter: 15)
    try tip(decidedAfter: 14, toldAfter: 30, isClosed: true)
    try tip(decidedAfter: 15, toldAfter: nil, isClosed: true)
    try tip(decidedAfter: nil, toldAfter: nil)
    let figures = try ledger.statistics(
      Self.period("2026-03-01", "2026-04-30"), now: days(60)
    ).figures
    let clocks = try #require(figures.table("clocks"))
    let counted = ["sol20-2", "sol19-6"].map { rule in
      ["met", "metLate", "overdue"].map { clocks.value(rule, $0) }
    }
    #expect(
      counted == [[.number(2), .number(1), .number(1)], [.number(1), .number(1), .number(0)]])
  }

  @Test("A correction moves what it corrects to the day it happened, and what was met")
  func followsCorrections() throws {
    var ledger = Ledger()
    let at = try #require(Instant(iso8601: "2011-09-30T20:00:00+02:00"))
    try ledger.record(.register("eva", Role.allCases), by: nil, now: at)
    let pass = try ledger.record(
      Action("pass.start", fields: ["staff": .text("Eva"), "area": .text("City")]), by: "eva",
      now: at)
    try ledger.record(
      Action("pass.sighting", subject: pass, fields: ["adults": .number(7)]), by: "eva",
      now: at.adding(minutes: 10))
    func met(_ from: String, _ to: String) throws -> Figures.Value? {
      try ledger.statistics(Self.period(from, to), now: Self.now).figures.table("adultsMet")?.total
    }
    #expect(try met("2011-09-01", "2011-09-30") == .number(7))
    try ledger.record(
      Action(
        "pass.correct", subject: pass,
        fields: [
          "entry": .number(2), "field": .text("adults"), "value": .text("9"),
          "when": .text("2011-10-01T00:30:00+02:00"), "reason": .text("fel tid"),
        ]), by: "eva", now: Self.now)
    #expect(try met("2011-09-01", "2011-09-30") == .number(0))
    #expect(try met("2011-10-01", "2011-10-31") == .number(9))
  }

  @Test("A day begins at midnight in Stockholm")
  func beginsAtMidnight() throws {
    let day = try Self.period("2011-08-01", "2011-08-01")
    #expect(day.start.iso8601 == "2011-08-01T00:00:00+02:00")
    #expect(day.contains(day.start) && !day.contains(day.end))
    #expect(day.end.since(day.start) == 24 * 3_600_000)
    #expect(Period(from: day.to, to: day.from.adding(days: -1)) == nil)
  }
}

@Suite("Small numbers")
struct SmallCellTests {
  @Test("No number under five is shown, and no hidden one follows from a sum")
  func cannotBeUndone() throws {
    var random = Dice()
    for _ in 0..<200 {
      let figures = try Self.madeUp(&random)
      Self.expectSafe(figures.hidingSmall(), figures)
    }
  }

  @Test("The figures of 2011 keep their large numbers and hide the small")
  func project() throws {
    let ledger = try Ledger.recording(DemoData.project2011).ledger
    let figures = try ledger.statistics(
      StatisticsTests.period("2011-08-01", "2011-12-31"), now: StatisticsTests.now
    ).figures
    let hidden = figures.hidingSmall()
    Self.expectSafe(hidden, figures)
    #expect(hidden.table("adultsMet")?.total == .number(64))
    #expect(hidden.table("fieldReports")?.total == .number(30))
    #expect(hidden.table("tipsFromPublic")?.total == .underFive)
    #expect(hidden.table("custodyTrafficking")?.total == .underFive)
    // Five were reported: who they were is told by no row of its own.
    let concerns = try #require(hidden.table("concernsByOutreach"))
    #expect(concerns.breakdowns.first { $0.id == "about" }?.rows.map(\.id) == ["rest"])
  }

  /// Tips of one channel and priority each, in numbers around five.
  private static func madeUp(_ random: inout Dice) throws -> Figures {
    var ledger = Ledger()
    let at = try #require(Instant(iso8601: "2011-09-30T20:00:00+02:00"))
    try ledger.record(.register("eva", Role.allCases), by: nil, now: at)
    for channel in ["phone", "email", "web", "visit"] {
      for _ in 0..<Int.random(in: 0...7, using: &random) {
        let tip = try ledger.record(
          .receive("övning", ["channel": .text(channel)]), by: "eva", now: at)
        guard Bool.random(using: &random) else { continue }
        try ledger.record(
          Action(
            "tip.prioritise", subject: tip,
            fields: ["priority": .text(Bool.random(using: &random) ? "high" : "low")]),
          by: "eva", now: at)
      }
    }
    let period = try StatisticsTests.period("2011-09-30", "2011-09-30")
    return try ledger.statistics(period, now: at).figures
  }

  /// Every small number could be another one: looked for by trying what a reader could try.
  private static func expectSafe(_ hidden: Figures, _ true: Figures) {
    for (table, whole) in zip(hidden.tables, `true`.tables) where table.id != "districts" {
      let isStaff = ["fieldHours", "fieldReports"].contains(table.id)
      for value in [table.total].compactMap(\.self)
        + table.breakdowns.flatMap({ $0.rows.map(\.value) })
      {
        if case .number(let number) = value { #expect(number >= 5 || isStaff, "\(table.id)") }
      }
      guard case .number(let sum)? = table.total else { continue }
      for (breakdown, before) in zip(table.breakdowns, whole.breakdowns)
      where before.rows.reduce(0, { $0 + $1.value.shown }) == sum {
        expectOpen(breakdown.rows.map(\.value), sum: sum, table.id)
      }
    }
  }

  /// A row of "<5" is 0 to 4 and a row of "*" five or more: with the sum, more than one number has to
  /// be left for each of the former.
  private static func expectOpen(_ rows: [Figures.Value], sum: Int, _ table: String) {
    let rest = sum - rows.reduce(0) { $0 + $1.shown }
    let small = rows.count { $0 == .underFive }
    let others = rows.count { $0 == .hidden }
    guard small > 0 else { return }
    let possible = (0...4).filter { one in
      let left = rest - one
      let most = others > 0 ? Int.max : 4 * (small - 1)
      return left >= 5 * others && left <= most
    }
    #expect(possible.count > 1, "\(table): \(rows) of \(sum)")
  }
}

/// Numbers that are the same each time (Knuth's MMIX).
private struct Dice: RandomNumberGenerator {
  private var state: UInt64 = 2011

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

extension Figures.Value {
  fileprivate var shown: Int {
    guard case .number(let number) = self else { return 0 }
    return number
  }
}
