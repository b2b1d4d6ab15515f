/// Times in words, as the desk shows them: Europe/Stockholm, 24-hour clock, ISO weeks.
public enum TimeText {
  static let weekdays: [Phrase] = [
    Phrase(sv: "mån", en: "Mon"), Phrase(sv: "tis", en: "Tue"), Phrase(sv: "ons", en: "Wed"),
    Phrase(sv: "tors", en: "Thu"), Phrase(sv: "fre", en: "Fri"), Phrase(sv: "lör", en: "Sat"),
    Phrase(sv: "sön", en: "Sun"),
  ]

  private static let months: [Phrase] = [
    Phrase(sv: "jan", en: "Jan"), Phrase(sv: "feb", en: "Feb"), Phrase(sv: "mars", en: "Mar"),
    Phrase(sv: "april", en: "Apr"), Phrase(sv: "maj", en: "May"), Phrase(sv: "juni", en: "Jun"),
    Phrase(sv: "juli", en: "Jul"), Phrase(sv: "aug", en: "Aug"), Phrase(sv: "sep", en: "Sep"),
    Phrase(sv: "okt", en: "Oct"), Phrase(sv: "nov", en: "Nov"), Phrase(sv: "dec", en: "Dec"),
  ]

  /// "13.45" in Swedish, "13:45" in English.
  public static func clock(_ instant: Instant, _ language: Language) -> String {
    let time = Stockholm.civil(instant)
    return "\(two(time.hour))\(language == .sv ? "." : ":")\(two(time.minute))"
  }

  /// "tors 26/11".
  public static func day(_ date: CivilDate, _ language: Language) -> String {
    "\(weekdays[date.weekday - 1][language]) \(self.date(date))"
  }

  /// "26/11".
  public static func date(_ date: CivilDate) -> String {
    let (_, month, day) = date.components
    return "\(day)/\(month)"
  }

  /// "nov 2026".
  public static func month(of date: CivilDate, _ language: Language) -> String {
    let (year, month, _) = date.components
    return "\(months[month - 1][language]) \(year)"
  }

  /// "tors 26/11 13.45"; with the year where it is another than now's: "tors 26/11 2025 13.45".
  public static func exact(_ instant: Instant, now: Instant, _ language: Language) -> String {
    let date = Stockholm.civil(instant).date
    let year = date.components.year
    let shown = Stockholm.civil(now).date.components.year == year ? "" : " \(year)"
    return "\(day(date, language))\(shown) \(clock(instant, language))"
  }

  /// Short, for a column: "nu", "12 min", "3 t 12 min" for the last twelve hours; "igår 13.45";
  /// otherwise the day, "fre 27/11", or the date where the year is another.
  public static func near(_ instant: Instant, now: Instant, _ language: Language) -> String {
    let minutes = now.since(instant) / 60_000
    if minutes >= 0 && minutes < 12 * 60 { return age(minutes: minutes, language) }
    let date = Stockholm.civil(instant).date
    let today = Stockholm.civil(now).date
    if date == today { return clock(instant, language) }
    if date == today.adding(days: -1) {
      return (language == .sv ? "igår " : "yest. ") + clock(instant, language)
    }
    if date.components.year == today.components.year { return day(date, language) }
    return date.description
  }

  /// Shorter, for a narrow column of six: "nu", "59 min", "5 t", "12 d", "8 mån", "15 år".
  public static func compact(_ instant: Instant, now: Instant, _ language: Language) -> String {
    let minutes = max(0, now.since(instant)) / 60_000
    if minutes < 1 { return language == .sv ? "nu" : "now" }
    if minutes < 60 { return "\(minutes) min" }
    let hours = minutes / 60
    if hours < 48 { return "\(hours) \(language == .sv ? "t" : "h")" }
    let days = hours / 24
    if days < 100 { return "\(days) d" }
    return days < 730
      ? "\(days * 12 / 365) \(language == .sv ? "mån" : "mo")"
      : "\(days * 100 / 36525) \(language == .sv ? "år" : "y")"
  }

  /// "3 t 12 min".
  public static func age(minutes: Int64, _ language: Language) -> String {
    if minutes < 1 { return language == .sv ? "nu" : "now" }
    if minutes < 60 { return "\(minutes) min" }
    let hours = minutes / 60
    let unit = language == .sv ? "t" : "h"
    return minutes % 60 == 0 ? "\(hours) \(unit)" : "\(hours) \(unit) \(minutes % 60) min"
  }
}
