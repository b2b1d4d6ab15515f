import Casework
import Testing

@Suite("Holidays")
struct HolidayCalendarTests {
  static let everyDay = CivilDate.days(from: .day(1900, 1, 1), to: .day(2200, 1, 1))

  @Test("Every day of 2011–2046 is free or not as an independent calendar says")
  func independent() throws {
    for row in try Table("Holidays.txt").rows {
      let year = try #require(Int(row[0]))
      func days(_ column: Int) throws -> Set<CivilDate> {
        Set(
          try row[column].split(separator: " ").map {
            try #require(CivilDate(iso8601: "\(year)-\($0)"))
          })
      }
      var sundays = try days(1)
      while let last = sundays.max(), last.adding(days: 7).components.year == year {
        sundays.insert(last.adding(days: 7))
      }
      let holidays = sundays.union(try days(2))
      let eves = try days(3)
      let saturdays = Set(sundays.flatMap { [$0.adding(days: -1), $0.adding(days: 6)] })
      for date in CivilDate.days(from: .day(year, 1, 1), to: .day(year + 1, 1, 1)) {
        let kind = HolidayCalendar.freeDay(date)?.kind
        #expect((kind == .holiday) == holidays.contains(date), "\(date)")
        #expect((kind == .eve) == eves.subtracting(holidays).contains(date), "\(date)")
        let isFree = holidays.union(eves).union(saturdays).contains(date)
        #expect(HolidayCalendar.isWorkingDay(date) == !isFree, "\(date)")
      }
    }
  }

  @Test("The free days of two years have their names, as the table says")
  func names() throws {
    let table = try Table("HolidayNames.txt")
    let years = [2004, 2026].flatMap {
      CivilDate.days(from: .day($0, 1, 1), to: .day($0 + 1, 1, 1))
    }
    let named = years.compactMap { date -> String? in
      guard let free = HolidayCalendar.freeDay(date), free.name.sv != "söndag",
        free.kind != .saturday
      else { return nil }
      return "\(date) | \(free.name.sv.padded(24))| \(free.name.en)\n"
    }
    table.expect(named.joined())
  }

  @Test(
    "Easter is where the almanacs put it, from its first day to its last",
    arguments: [
      (1900, 4, 15), (1943, 4, 25), (1954, 4, 18), (1981, 4, 19), (2000, 4, 23), (2008, 3, 23),
      (2011, 4, 24), (2026, 4, 5), (2038, 4, 25), (2049, 4, 18), (2076, 4, 19), (2199, 4, 14),
    ])
  func easter(year: Int, month: Int, day: Int) {
    #expect(HolidayCalendar.easter(year: year) == (month, day))
  }

  @Test("From 2005 the sixth of June is a public holiday and Whit Monday is not (SFS 2004:1320)")
  func nationalDay() {
    #expect(HolidayCalendar.isWorkingDay(.day(2002, 6, 6)))
    #expect(!HolidayCalendar.isWorkingDay(.day(2004, 5, 31)))
    #expect(!HolidayCalendar.isWorkingDay(.day(2005, 6, 6)))
    #expect(HolidayCalendar.isWorkingDay(.day(2005, 5, 16)))
  }

  @Test("In three centuries Easter is a Sunday from 22 March to 25 April, and no week is all free")
  func centuries() {
    for year in 1900..<2200 {
      let (month, day) = HolidayCalendar.easter(year: year)
      let date = CivilDate.day(year, month, day)
      #expect(date.weekday == 7)
      #expect(date >= .day(year, 3, 22) && date <= .day(year, 4, 25))
    }
    for date in Self.everyDay {
      let next = HolidayCalendar.workingDay(onOrAfter: date)
      let previous = HolidayCalendar.workingDay(onOrBefore: date)
      #expect(next.dayNumber - previous.dayNumber < 7)
      #expect((next == date) == HolidayCalendar.isWorkingDay(date))
      #expect((previous == date) == HolidayCalendar.isWorkingDay(date))
    }
  }
}

extension CivilDate {
  /// A day that a test knows to exist.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("no such day: \(year)-\(month)-\(day)")
    }
    return date
  }

  /// Every day from one up to another.
  static func days(from first: CivilDate, to end: CivilDate) -> [CivilDate] {
    (first.dayNumber..<end.dayNumber).map(CivilDate.init(dayNumber:))
  }
}

extension Instant {
  /// A time of day in Stockholm.
  static func at(_ date: CivilDate, _ hour: Int, _ minute: Int = 0) -> Instant {
    Stockholm.instant(CivilTime(date: date, hour: hour, minute: minute))
  }
}
