import Casework
import Testing

@Suite("Deadlines")
struct DeadlineTests {
  static let byDays = DeadlineRule.all.filter(\.runsByDays)
  static let starts = CivilDate.days(from: .day(2000, 1, 1), to: .day(2060, 1, 1))

  @Test(
    "LVU 7 §: nominal day, last day and safe day",
    arguments: [
      ("2026-12-16", "2026-12-23", "2026-12-23", "2026-12-23"),
      ("2026-12-18", "2026-12-25", "2026-12-28", "2026-12-23"),
      ("2026-12-30", "2027-01-06", "2027-01-07", "2027-01-05"),
      ("2027-03-19", "2027-03-26", "2027-03-30", "2027-03-25"),
      ("2029-12-15", "2029-12-22", "2029-12-27", "2029-12-21"),
    ])
  func custody(decided: String, nominal: String, last: String, safe: String) throws {
    let from = try #require(CivilDate(iso8601: decided))
    let deadline = try #require(DeadlineRule.submission.deadline(from: from))
    #expect(deadline.nominal.description == nominal)
    #expect(deadline.lastDay.description == last)
    #expect(deadline.safeDay.description == safe)
  }

  @Test("Every start of 2011–2046 gives the days that an independent program found")
  func independent() throws {
    var compared = 0
    for row in try Table("Deadlines.txt").rows {
      let first = try #require(CivilDate(iso8601: row[1] + "-01"))
      let term = try #require(Int(row[2]))
      let digits = row[3].compactMap(\.wholeNumberValue)
      for name in row[0].split(separator: " ") {
        let rule = try #require(DeadlineRule.named(String(name)))
        for index in 0..<digits.count / 2 {
          let from = first.adding(days: index)
          let found = try #require(rule.deadline(from: from))
          #expect(found.nominal == from.adding(days: term), "\(name) \(from)")
          #expect(
            found.lastDay == found.nominal.adding(days: digits[2 * index]), "\(name) \(from)")
          #expect(
            found.safeDay == found.nominal.adding(days: -digits[2 * index + 1]), "\(name) \(from)")
          compared += 1
        }
      }
    }
    #expect(compared == 13_149 * 5)
  }

  @Test(
    "Safe day, nominal day, last day come in that order, and a later start is never due sooner",
    arguments: byDays)
  func order(rule: DeadlineRule) throws {
    var before: Deadline?
    for start in Self.starts {
      let found = try #require(rule.deadline(from: start))
      #expect(start < found.nominal)
      #expect(found.safeDay <= found.nominal && found.nominal <= found.lastDay)
      #expect(HolidayCalendar.isWorkingDay(found.safeDay))
      #expect(HolidayCalendar.isWorkingDay(found.lastDay))
      #expect((found.safeDay == found.lastDay) == HolidayCalendar.isWorkingDay(found.nominal))
      #expect(
        found.safeDay == found.lastDay
          || HolidayCalendar.workingDay(onOrAfter: found.safeDay.adding(days: 1)) == found.lastDay)
      if let before {
        #expect(before.safeDay <= found.safeDay && before.lastDay <= found.lastDay)
        #expect(before.nominal < found.nominal)
      }
      before = found
    }
  }

  @Test("A term in weeks ends on the weekday of the same name (lag 1930:173, 1 §)")
  func weeks() throws {
    for start in Self.starts {
      for count in [1, 2, 4] {
        let end = try #require(Term.weeks(count).end(from: start))
        #expect(end.weekday == start.weekday && end.dayNumber - start.dayNumber == 7 * count)
      }
    }
  }

  @Test(
    "A term in months ends on the day of the same number, or the month's last",
    arguments: [
      ("2026-01-15", 1, "2026-02-15"), ("2026-01-31", 1, "2026-02-28"),
      ("2028-01-31", 1, "2028-02-29"), ("2026-10-31", 4, "2027-02-28"),
      ("2026-08-31", 4, "2026-12-31"), ("2026-12-31", 12, "2027-12-31"),
      ("2028-02-29", 12, "2029-02-28"), ("2026-02-28", 1, "2026-03-28"),
    ])
  func months(from: String, count: Int, end: String) throws {
    let start = try #require(CivilDate(iso8601: from))
    #expect(Term.months(count).end(from: start)?.description == end)
  }

  @Test("The house's own routines and set days do not move, but have a working day before them")
  func fixed() {
    let sunday = CivilDate.day(2026, 11, 29)
    let deadline = Deadline(nominal: sunday, counting: .fixed)
    #expect(deadline.lastDay == sunday)
    #expect(deadline.safeDay == .day(2026, 11, 27))
  }

  @Test("The rules stand as the table says, each with start, length, stops, consequence and law")
  func rules() throws {
    let table = try Table("DeadlineRules.txt")
    let rows = DeadlineRule.all.map { rule in
      [
        rule.id.rawValue, rule.starts.map(\.rawValue).joined(separator: " "), rule.term.title.sv,
        rule.stops.map(\.rawValue).joined(separator: " "), "\(rule.consequence)",
        "\(rule.counting)", rule.law ?? "-",
      ].joined(separator: " | ") + "\n"
    }
    table.expect(rows.joined())
    #expect(Set(DeadlineRule.all.map(\.id)) == Set(DeadlineRule.ID.allCases))
    #expect(DeadlineRule.all.count == DeadlineRule.ID.allCases.count)
  }

  @Test(
    "A day is written 2026-11-21 and no other way",
    arguments: [
      "", "2026-11-2", "2026-1-21", "26-11-21", "2026-11-31", "2026-02-29", "2026-13-01",
      "1899-12-31", "2200-01-01", "2026-11-21 ", " 2026-11-21", "2026/11/21", "20261121",
      "2026-11-21T00:00", "٢٠٢٦-11-21", "-026-11-21", "igår",
    ])
  func notADay(text: String) {
    #expect(CivilDate(iso8601: text) == nil)
  }

  @Test("A day reads back as it is written")
  func day() {
    for date in Self.starts { #expect(CivilDate(iso8601: date.description) == date) }
  }
}

extension DeadlineRule: CustomTestStringConvertible {
  /// Its name, where a test runs for every rule.
  public var testDescription: String { id.rawValue }
}
