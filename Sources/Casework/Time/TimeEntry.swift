/// Reads a time as a person types it into a form, relative to now, in Swedish or English.
///
/// `nu`, `-2h`, `-45min`, `-3d`, `21:40`, `21.40`, `igår 21:40`, `i förrgår 8`, `fre`, `fre 13.45`,
/// `21/11 13.45`, `2026-11-21 13.45`. A weekday, and a time of day without a day, mean the latest
/// one that is not in the future: the desk asks what has happened.
public enum TimeEntry {
  /// Nil where it can't be read. Europe/Stockholm.
  public static func parse(_ text: String, now: Instant) -> Instant? {
    guard text.utf8.count <= 60 else { return nil }
    var words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { return nil }
    if words == ["nu"] || words == ["now"] { return now }
    if words.count <= 2, let moment = ago(words.joined(), now: now) { return moment }
    if let moment = Instant(iso8601: text) { return moment }
    if words.first == "i", words.count > 1 {
      words.removeFirst()
      words[0] = "i" + words[0]
    }
    let today = Stockholm.civil(now).date
    if words.count == 1, let (hour, minute) = timeOfDay(words[0], bare: false) {
      let at = moment(today, hour, minute)
      return at > now ? moment(today.adding(days: -1), hour, minute) : at
    }
    guard words.count <= 2, let date = day(words[0], today: today) else { return nil }
    if words.count == 1 {
      return date == today ? now : moment(date, 12, 0)
    }
    guard let (hour, minute) = timeOfDay(words[1], bare: true) else { return nil }
    let at = moment(date, hour, minute)
    let isWeekday = weekday(words[0]) != nil
    return isWeekday && at > now ? moment(date.adding(days: -7), hour, minute) : at
  }

  private static func moment(_ date: CivilDate, _ hour: Int, _ minute: Int) -> Instant {
    Stockholm.instant(CivilTime(date: date, hour: hour, minute: minute))
  }

  private static func ago(_ word: String, now: Instant) -> Instant? {
    guard word.hasPrefix("-") || word.hasPrefix("−") else { return nil }
    let body = word.dropFirst()
    let digits = body.prefix(while: \.isASCIIDigit)
    guard let count = Int(digits), count <= 100_000 else { return nil }
    switch body.dropFirst(digits.count) {
    case "m", "min": return now.adding(minutes: -count)
    case "h", "t", "tim": return now.adding(minutes: -count * 60)
    case "d", "dagar", "dag": return now.adding(minutes: -count * 1440)
    default: return nil
    }
  }

  private static func timeOfDay(_ word: String, bare: Bool) -> (Int, Int)? {
    let parts = word.split(
      separator: word.contains(":") ? ":" : ".", omittingEmptySubsequences: false)
    guard parts.count == 2 || (bare && parts.count == 1),
      parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }),
      let hour = Int(parts[0]), hour < 24
    else { return nil }
    guard parts.count == 2 else { return (hour, 0) }
    guard parts[1].count == 2, let minute = Int(parts[1]), minute < 60 else { return nil }
    return (hour, minute)
  }

  /// A day alone: "idag", "fre", "27/11", "2026-11-27". Nil where it is none.
  public static func day(_ text: String, now: Instant) -> CivilDate? {
    day(text.lowercased(), today: Stockholm.civil(now).date)
  }

  private static func day(_ word: String, today: CivilDate) -> CivilDate? {
    switch word {
    case "idag", "today": return today
    case "igår", "yesterday": return today.adding(days: -1)
    case "iförrgår", "förrgår": return today.adding(days: -2)
    default: break
    }
    if let weekday = weekday(word) {
      return today.adding(days: -((today.weekday - weekday + 7) % 7))
    }
    let dashed = word.split(separator: "-", omittingEmptySubsequences: false)
    if dashed.count == 3, dashed[0].count == 4, dashed.allSatisfy(isNumber), let y = Int(dashed[0]),
      let m = Int(dashed[1]),
      let d = Int(dashed[2]), (1900..<2200).contains(y)
    {
      return CivilDate(year: y, month: m, day: d)
    }
    let slashed = word.split(separator: "/", omittingEmptySubsequences: false)
    if slashed.count == 2, slashed.allSatisfy(isNumber), let d = Int(slashed[0]),
      let m = Int(slashed[1])
    {
      let year = today.components.year
      if let date = CivilDate(year: year, month: m, day: d), date <= today { return date }
      return CivilDate(year: year - 1, month: m, day: d)
    }
    return nil
  }

  private static func isNumber(_ part: Substring) -> Bool {
    (1...4).contains(part.count) && part.allSatisfy(\.isASCIIDigit)
  }

  private static func weekday(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    let names = [
      ["måndag", "monday"], ["tisdag", "tuesday"], ["onsdag", "wednesday"],
      ["torsdag", "thursday"],
      ["fredag", "friday"], ["lördag", "saturday"], ["söndag", "sunday"],
    ]
    return names.firstIndex { $0.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
  }
}

extension Character {
  /// 0…9 only: other digits of Unicode are not read as numbers here.
  var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
