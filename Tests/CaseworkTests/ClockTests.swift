import Casework
import Testing

@Suite("Clocks")
struct ClockTests {
  /// Decided on Friday 18 December: nominal Christmas Day, safe the 23rd, last the 28th.
  static let christmas = Instant.at(.day(2026, 12, 18), 23, 30)

  @Test(
    "A custody decision over Christmas, not at the court: safe day, last day, and then it has ceased",
    arguments: [
      ("2026-12-18T23:30:00+01:00", ClockState.running),
      ("2026-12-22T23:59:59+01:00", .running),
      ("2026-12-23T00:00:00+01:00", .safeDayToday),
      ("2026-12-23T23:59:59+01:00", .safeDayToday),
      ("2026-12-24T00:00:00+01:00", .running),
      ("2026-12-27T23:59:59+01:00", .running),
      ("2026-12-28T00:00:00+01:00", .lastDayToday),
      ("2026-12-28T23:59:59+01:00", .lastDayToday),
      ("2026-12-29T00:00:00+01:00", .ceased),
      ("2030-01-01T00:00:00+01:00", .ceased),
    ])
  func christmas(now: String, state: ClockState) throws {
    let clock = try #require(Clock(.submission, start: Self.christmas))
    let now = try #require(Instant(iso8601: now))
    #expect(clock.state(at: now) == state)
    #expect(clock.ceased(at: now) == (state == .ceased ? .day(2026, 12, 29) : nil))
  }

  @Test("Papers that arrive after the last day do not revive what has ceased")
  func lateArrival() throws {
    let stop = Instant.at(.day(2026, 12, 29), 0)
    let clock = try #require(Clock(.submission, start: Self.christmas, stop: stop))
    #expect(clock.state(at: stop) == .ceased)
    let inTime = stop.adding(milliseconds: -1)
    let saved = try #require(Clock(.submission, start: Self.christmas, stop: inTime))
    #expect(saved.state(at: inTime.adding(milliseconds: -1)) == .lastDayToday)
    #expect(saved.state(at: inTime) == .met)
    #expect(saved.state(at: .latest) == .met)
  }

  @Test("Where the law attaches nothing to it, what comes late is overdue and then done late")
  func overdue() throws {
    let start = Instant.at(.day(2026, 11, 20), 9)
    let stop = Instant.at(.day(2026, 12, 1), 9)
    let clock = try #require(Clock(.examination, start: start, stop: stop))
    #expect(clock.state(at: .at(.day(2026, 11, 27), 23, 59)) == .lastDayToday)
    #expect(clock.state(at: .at(.day(2026, 11, 28), 0)) == .overdue)
    #expect(clock.state(at: stop) == .metLate)
    #expect(clock.ceased(at: .latest) == nil)
  }

  @Test("A term starts on the day in Stockholm, also where it is another day in UTC")
  func stockholmDay() throws {
    for (start, nominal) in [
      ("2026-07-01T21:59:59Z", "2026-07-08"), ("2026-07-01T22:00:00Z", "2026-07-09"),
      ("2026-11-04T22:59:59Z", "2026-11-11"), ("2026-11-04T23:00:00Z", "2026-11-12"),
    ] {
      let start = try #require(Instant(iso8601: start))
      let clock = try #require(Clock(.submission, start: start))
      #expect(clock.deadline.nominal.description == nominal)
    }
  }

  @Test(
    "Over both clock changes a day ends at midnight in Stockholm",
    arguments: [
      (CivilDate.day(2026, 3, 23), "2026-03-30T22:00:00Z", 167),
      (CivilDate.day(2026, 10, 19), "2026-10-26T23:00:00Z", 169),
    ])
  func clockChange(decided: CivilDate, due: String, hours: Int64) throws {
    let clock = try #require(Clock(.submission, start: .at(decided, 0)))
    #expect(clock.due == Instant(iso8601: due))
    #expect(clock.due.since(clock.start) == (hours + 24) * 3_600_000)
  }

  @Test("Hours are hours as they pass, also in the nights when the clocks change")
  func hours() throws {
    for (sent, due) in [
      ("2026-03-28T14:00:00+01:00", "2026-03-29T15:00:00+02:00"),
      ("2026-10-24T14:00:00+02:00", "2026-10-25T13:00:00+01:00"),
    ] {
      let start = try #require(Instant(iso8601: sent))
      let clock = try #require(Clock(.handover, start: start))
      let end = try #require(Instant(iso8601: due))
      #expect(clock.due == end && clock.safeUntil == end)
      #expect(clock.state(at: end.adding(milliseconds: -1)) == .running)
      #expect(clock.state(at: end) == .overdue)
    }
    let slow = try #require(Clock(.handover, start: Self.christmas, term: .hours(48)))
    #expect(slow.due == Self.christmas.adding(minutes: 48 * 60))
  }

  @Test("A rule whose day is set has no clock without it, and keeps a day that is free")
  func setDay() throws {
    #expect(Clock(.boardReport, start: Self.christmas) == nil)
    let saturday = CivilDate.day(2027, 1, 16)
    let clock = try #require(Clock(.boardReport, start: Self.christmas, setDay: saturday))
    #expect(clock.deadline.lastDay == saturday)
    #expect(clock.state(at: .at(saturday, 12)) == .lastDayToday)
  }

  @Test("More time asked for in time stops the clock, granted moves it, asked for late is nothing")
  func extensions() throws {
    let start = Instant.at(.day(2026, 11, 2), 10)
    let last = CivilDate.day(2026, 11, 30)
    func clock(_ more: Clock.Extension..., stop: Instant? = nil) throws -> Clock {
      try #require(Clock(.application, start: start, stop: stop, extensions: more))
    }
    let asked = Instant.at(.day(2026, 11, 30), 23, 59)
    #expect(try clock().deadline.lastDay == last)
    #expect(try clock().state(at: .at(.day(2026, 12, 1), 0)) == .ceased)
    let waiting = try clock(.init(askedAt: asked, until: nil))
    #expect(waiting.state(at: .at(.day(2026, 12, 20), 0)) == .met)
    // A Saturday: the last day is the Monday after.
    let granted = try clock(.init(askedAt: asked, until: .day(2026, 12, 12)))
    #expect(granted.deadline.lastDay == .day(2026, 12, 14))
    #expect(granted.deadline.safeDay == .day(2026, 12, 11))
    #expect(granted.state(at: .at(.day(2026, 12, 10), 0)) == .running)
    #expect(granted.state(at: .at(.day(2026, 12, 15), 0)) == .ceased)
    let tooLate = try clock(.init(askedAt: .at(.day(2026, 12, 1), 0), until: .day(2027, 1, 20)))
    #expect(tooLate.deadline.lastDay == last)
    #expect(tooLate.ceased(at: .at(.day(2026, 12, 1), 0)) == .day(2026, 12, 1))
    let twice = try clock(
      .init(askedAt: .at(.day(2026, 12, 14), 9), until: .day(2027, 1, 20)),
      .init(askedAt: asked, until: .day(2026, 12, 12)))
    #expect(twice.deadline.lastDay == .day(2027, 1, 20))
  }

  @Test("A reflection period ends after its day, and a permit before that stops the clock")
  func reflection() throws {
    let start = Instant.at(.day(2026, 9, 1), 12)
    let clock = try #require(Clock(.reflection, start: start))
    #expect(clock.deadline.lastDay == .day(2026, 10, 1))
    #expect(clock.state(at: .at(.day(2026, 10, 2), 0)) == .ceased)
    let set = try #require(Clock(.reflection, start: start, setDay: .day(2026, 11, 2)))
    #expect(set.deadline.lastDay == .day(2026, 11, 2))
    let permit = Instant.at(.day(2026, 9, 20), 12)
    let stopped = try #require(Clock(.reflection, start: start, stop: permit))
    #expect(stopped.state(at: .latest) == .met)
  }

  @Test(
    "As time goes on a clock never goes back: running, then late, and what is gone stays gone",
    arguments: DeadlineRule.all)
  func progress(rule: DeadlineRule) throws {
    let start = Instant.at(.day(2026, 12, 18), 15, 17)
    let clock = try #require(Clock(rule, start: start, setDay: rule.needsDay))
    var wasLate = false
    for hour in 0..<24 * 60 {
      let state = clock.state(at: start.adding(minutes: hour * 60))
      let isLate = state == .overdue || state == .ceased
      #expect(isLate || !wasLate)
      #expect((state == .ceased) == (isLate && rule.consequence.isFinal))
      wasLate = isLate
    }
    #expect(wasLate)
  }

  @Test(
    "What starts and stops a clock is a fact that an action records", arguments: ClockEvent.allCases
  )
  func events(event: ClockEvent) {
    let tips = [
      "tip.received", "tip.protectionAssessed", "tip.preliminaryAssessed", "tip.feedbackGiven",
    ]
    let records = ActionRegistry.all.compactMap { spec in
      spec.fact.map { "\(spec.kind.rawValue).\($0.name)" }
    }
    #expect((tips + records).contains(event.rawValue))
  }
}

extension DeadlineRule {
  /// A day for a rule whose day is set each time.
  fileprivate var needsDay: CivilDate? {
    term == .untilSetDay ? .day(2027, 1, 12) : nil
  }
}
