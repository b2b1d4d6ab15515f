/// How long a clock runs.
public enum Term: Hashable, Sendable {
  /// Hours as they pass, through day and night and both clock changes.
  case hours(Int)
  /// Whole days; the day of the start is not one of them.
  case days(Int)
  /// Ends on the weekday of the same name, lag (1930:173) 1 §.
  case weeks(Int)
  /// Ends on the day of the same number, or the month's last day, lag (1930:173) 1 §.
  case months(Int)
  /// Until a day that is set each time: a meeting, a permit's last day.
  case untilSetDay

  /// The day a term from that day runs out. Nil for hours and for a day that is set each time.
  public func end(from start: CivilDate) -> CivilDate? {
    switch self {
    case .days(let count): start.adding(days: count)
    case .weeks(let count): start.adding(days: 7 * count)
    case .months(let count): start.sameNumber(monthsLater: count)
    case .hours, .untilSetDay: nil
    }
  }

  /// "1 vecka", "14 dagar", "24 timmar".
  public var title: Phrase {
    switch self {
    case .hours(let count): Self.count(count, ("timme", "timmar"), ("hour", "hours"))
    case .days(let count): Self.count(count, ("dag", "dagar"), ("day", "days"))
    case .weeks(let count): Self.count(count, ("vecka", "veckor"), ("week", "weeks"))
    case .months(let count): Self.count(count, ("månad", "månader"), ("month", "months"))
    case .untilSetDay: Phrase(sv: "till den dag som bestämts", en: "until the day set")
    }
  }

  private static func count(
    _ count: Int, _ sv: (one: String, many: String), _ en: (one: String, many: String)
  ) -> Phrase {
    Phrase(
      sv: "\(count) \(count == 1 ? sv.one : sv.many)",
      en: "\(count) \(count == 1 ? en.one : en.many)")
  }
}

extension CivilDate {
  /// The day with the same number some months later, or that month's last day.
  func sameNumber(monthsLater count: Int) -> CivilDate? {
    let (year, month, day) = components
    let months = year * 12 + month - 1 + count
    let later = (year: months / 12, month: months % 12 + 1)
    let last = CivilDate.daysIn(month: later.month, year: later.year)
    return CivilDate(year: later.year, month: later.month, day: min(day, last))
  }
}
