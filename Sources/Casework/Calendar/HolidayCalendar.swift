/// The days on which no act has to be done: Saturdays, Sundays, the other public holidays of Sweden
/// and the eves that count as holidays when time is counted.
///
/// Public holidays: lag (1989:253) om allmänna helgdagar 1–2 §§. Eves: lag (1930:173) om beräkning
/// av lagstadgad tid 2 §. Meant for 1900–2200, the range of ``Instant``. Pure arithmetic.
///
/// Lag (2004:1320), in force 2005-04-01, made 6 June a public holiday and took Whit Monday from the
/// list (prop. 2004/05:23); both are counted as of the year 2005. Years before 1990, which no clock
/// of the desk reaches, are counted as 1990 was.
public enum HolidayCalendar {
  /// Why a day is free.
  public enum Kind: Hashable, Sendable {
    /// A public holiday, lag (1989:253). Every Sunday is one.
    case holiday
    /// Midsommarafton, julafton or nyårsafton, lag (1930:173) 2 §.
    case eve
    /// A Saturday that is neither, lag (1930:173) 2 §.
    case saturday
  }

  /// A day on which no act has to be done.
  public struct FreeDay: Hashable, Sendable {
    /// Why it is free.
    public let kind: Kind
    /// What it is called: "långfredagen".
    public let name: Phrase
  }

  /// Why a day is free and what it is called; nil for a working day.
  public static func freeDay(_ date: CivilDate) -> FreeDay? {
    if let name = publicHoliday(date) { return FreeDay(kind: .holiday, name: name) }
    if let name = eve(date) {
      return FreeDay(kind: date.weekday == 7 ? .holiday : .eve, name: name)
    }
    switch date.weekday {
    case 6: return FreeDay(kind: .saturday, name: Phrase(sv: "lördag", en: "Saturday"))
    case 7: return FreeDay(kind: .holiday, name: Phrase(sv: "söndag", en: "Sunday"))
    default: return nil
    }
  }

  /// Whether a day is none of the free days.
  public static func isWorkingDay(_ date: CivilDate) -> Bool {
    freeDay(date) == nil
  }

  /// The day itself where it is a working day, else the next one.
  public static func workingDay(onOrAfter date: CivilDate) -> CivilDate {
    var date = date
    while !isWorkingDay(date) { date = date.adding(days: 1) }
    return date
  }

  /// The day itself where it is a working day, else the latest before it.
  public static func workingDay(onOrBefore date: CivilDate) -> CivilDate {
    var date = date
    while !isWorkingDay(date) { date = date.adding(days: -1) }
    return date
  }

  /// Easter Sunday as month and day.
  ///
  /// The Gregorian computus in the anonymous form of 1876, which Meeus gives in "Astronomical
  /// Algorithms", chapter 8.
  public static func easter(year: Int) -> (month: Int, day: Int) {
    let golden = year % 19
    let (century, ofCentury) = year.quotientAndRemainder(dividingBy: 100)
    let skipped = century / 4
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - skipped - correction + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
    let lateMoon = (golden + 11 * epact + 22 * toSunday) / 451
    let days = epact + toSunday - 7 * lateMoon + 114
    return (days / 31, days % 31 + 1)
  }

  /// Lag (1989:253) 2 §, without the Sundays that have no name of their own.
  private static func publicHoliday(_ date: CivilDate) -> Phrase? {
    let (year, month, day) = date.components
    switch (month, day) {
    case (1, 1): return Phrase(sv: "nyårsdagen", en: "New Year's Day")
    case (1, 6): return Phrase(sv: "trettondedag jul", en: "Epiphany")
    case (5, 1): return Phrase(sv: "första maj", en: "May Day")
    case (6, 6) where year >= 2005: return Phrase(sv: "nationaldagen", en: "National Day")
    case (12, 25): return Phrase(sv: "juldagen", en: "Christmas Day")
    case (12, 26): return Phrase(sv: "annandag jul", en: "Boxing Day")
    case (6, 20...26) where date.weekday == 6:
      return Phrase(sv: "midsommardagen", en: "Midsummer Day")
    case (10, 31), (11, 1...6):
      return date.weekday == 6 ? Phrase(sv: "alla helgons dag", en: "All Saints' Day") : nil
    case (3...6, _): return movable(date, year: year)
    default: return nil
    }
  }

  /// The holidays that follow Easter.
  private static func movable(_ date: CivilDate, year: Int) -> Phrase? {
    let (month, day) = easter(year: year)
    guard let sunday = CivilDate(year: year, month: month, day: day) else { return nil }
    switch date.dayNumber - sunday.dayNumber {
    case -2: return Phrase(sv: "långfredagen", en: "Good Friday")
    case 0: return Phrase(sv: "påskdagen", en: "Easter Sunday")
    case 1: return Phrase(sv: "annandag påsk", en: "Easter Monday")
    case 39: return Phrase(sv: "Kristi himmelsfärdsdag", en: "Ascension Day")
    case 49: return Phrase(sv: "pingstdagen", en: "Whit Sunday")
    case 50 where year < 2005: return Phrase(sv: "annandag pingst", en: "Whit Monday")
    default: return nil
    }
  }

  /// Lag (1930:173) 2 §.
  private static func eve(_ date: CivilDate) -> Phrase? {
    let (_, month, day) = date.components
    switch (month, day) {
    case (6, 19...25) where date.weekday == 5:
      return Phrase(sv: "midsommarafton", en: "Midsummer Eve")
    case (12, 24): return Phrase(sv: "julafton", en: "Christmas Eve")
    case (12, 31): return Phrase(sv: "nyårsafton", en: "New Year's Eve")
    default: return nil
    }
  }
}
