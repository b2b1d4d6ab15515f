/// How long a period is that somebody leafs through: whole days, weeks, months or years.
public enum PeriodLength: String, CaseIterable, Sendable {
  case day, week, month, year

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .day: Phrase(sv: "dag", en: "day")
    case .week: Phrase(sv: "vecka", en: "week")
    case .month: Phrase(sv: "månad", en: "month")
    case .year: Phrase(sv: "år", en: "year")
    }
  }

  /// The day, the week from Monday, the month or the year in which a day lies.
  public func period(around day: CivilDate) -> Period {
    let (year, month, number) = day.components
    let (from, days): (CivilDate, Int) =
      switch self {
      case .day: (day, 1)
      case .week: (day.adding(days: 1 - day.weekday), 7)
      case .month: (day.adding(days: 1 - number), CivilDate.daysIn(month: month, year: year))
      case .year:
        (
          CivilDate(year: year, month: 1, day: 1) ?? day,
          CivilDate.daysIn(month: 2, year: year) == 29 ? 366 : 365
        )
      }
    return Period(from: from, days: days)
  }
}

extension Period {
  /// So many days from a day; at least one.
  init(from: CivilDate, days: Int) {
    self.from = from
    to = from.adding(days: max(1, days) - 1)
  }

  /// Its days, first to last.
  public var days: [CivilDate] {
    (from.dayNumber...to.dayNumber).map { CivilDate(dayNumber: $0) }
  }
}
