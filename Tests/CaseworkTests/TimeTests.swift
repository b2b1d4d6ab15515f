import Casework
import Testing

@Suite("Times")
struct TimeTests {
  /// A Sunday, 07.13.
  static let now = Instant(milliseconds: 1_795_327_980_000)

  @Test("What is typed is read as the table says")
  func entry() throws {
    let table = try Table("TimeEntry.txt")
    let text = table.rows.map { row in
      let read = TimeEntry.parse(row[0], now: Self.now)?.iso8601 ?? "?"
      return "\(row[0].padded(28))| \(read)\n"
    }.joined()
    table.expect("# now is \(Self.now.iso8601), a Sunday\n" + text)
  }

  @Test("Times are shown as the table says")
  func shown() throws {
    let table = try Table("TimeText.txt")
    let text = try table.rows.map { row in
      let at = try #require(Instant(iso8601: row[0]))
      let words = Language.allCases.flatMap { language in
        [
          TimeText.near(at, now: Self.now, language).padded(14),
          TimeText.exact(at, now: Self.now, language).padded(24),
        ]
      }
      return "\(row[0]) | \(words.joined(separator: "| "))".trimmedEnd + "\n"
    }.joined()
    table.expect("# now is \(Self.now.iso8601)\n" + text)
  }

  @Test("ISO 8601 is read with an offset only, and as the table says")
  func iso() throws {
    let table = try Table("ISO8601.txt")
    let text = table.rows.map { row in
      let read = Instant(iso8601: row[0]).map { "\($0.milliseconds) \($0.iso8601)" } ?? "?"
      return "\(row[0].padded(32))| \(read)\n"
    }.joined()
    table.expect(text)
  }

  @Test(
    "Summer time begins on 2026-03-29 and ends on 2026-10-25, both at 01.00 UTC",
    arguments: [
      ("2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00"),
      ("2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00"),
      ("2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00"),
      ("2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00"),
    ])
  func summerTime(utc: String, local: String) {
    #expect(Instant(iso8601: utc)?.iso8601 == local)
    #expect(Instant(iso8601: local) == Instant(iso8601: utc))
  }

  @Test(
    "The hour left out in March is an hour on; of the hour shown twice in October the first counts",
    arguments: [
      ("2026-03-29 01:59", "2026-03-29T01:59:00+01:00"),
      ("2026-03-29 02:30", "2026-03-29T03:30:00+02:00"),
      ("2026-03-29 03:00", "2026-03-29T03:00:00+02:00"),
      ("2026-10-25 01:59", "2026-10-25T01:59:00+02:00"),
      ("2026-10-25 02:30", "2026-10-25T02:30:00+02:00"),
      ("2026-10-25 03:00", "2026-10-25T03:00:00+01:00"),
    ])
  func wallClock(typed: String, moment: String) {
    #expect(TimeEntry.parse(typed, now: Self.now)?.iso8601 == moment)
  }

  @Test("Every minute of a year in Stockholm reads back as itself, but for the repeated hour")
  func wallClockRoundTrip() throws {
    var at = try #require(Instant(iso8601: "2026-01-01T00:00:00+01:00"))
    let end = try #require(Instant(iso8601: "2027-01-01T00:00:00+01:00"))
    var repeated = 0
    while at < end {
      if Stockholm.instant(Stockholm.civil(at)) != at { repeated += 1 }
      at = at.adding(minutes: 1)
    }
    #expect(repeated == 60)
  }

  @Test("A moment never leaves its range, however much is added")
  func range() {
    #expect(Self.now.adding(milliseconds: .max) == .latest)
    #expect(Self.now.adding(milliseconds: .min) == .earliest)
    #expect(Self.now.adding(minutes: .max) == .latest)
    #expect(Self.now.adding(minutes: .min) == .earliest)
  }
}

@Suite("Days")
struct CivilDateTests {
  @Test(
    "Weekdays are those of the calendar",
    arguments: [
      (1970, 1, 1, 4), (2000, 2, 29, 2), (2026, 11, 22, 7), (2026, 12, 25, 5), (1900, 1, 1, 1),
      (2029, 12, 15, 6), (2026, 3, 29, 7), (2026, 10, 25, 7),
    ])
  func weekday(year: Int, month: Int, day: Int, weekday: Int) {
    #expect(CivilDate(year: year, month: month, day: day)?.weekday == weekday)
  }

  @Test(
    "There is no day that the calendar does not have",
    arguments: [
      (2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
      (0, 1, 1), (10_000, 1, 1),
    ])
  func missing(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test("Every day of four centuries has the number after the day before, and reads back")
  func everyDay() throws {
    var expected = try #require(CivilDate(year: 1800, month: 1, day: 1)).dayNumber
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...CivilDate.daysIn(month: month, year: year) {
          let date = try #require(CivilDate(year: year, month: month, day: day))
          #expect(date.dayNumber == expected && date.components == (year, month, day))
          expected += 1
        }
      }
    }
  }
}
