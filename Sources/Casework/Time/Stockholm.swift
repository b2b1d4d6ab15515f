/// Civil time in Europe/Stockholm.
///
/// Standard time is UTC+1. Summer time, UTC+2, runs from the last Sunday of March 01.00 UTC to the
/// last Sunday of October 01.00 UTC (directive 2000/84/EC; the same days since 1996). Pure, so that
/// a clock reads the same on a machine whose own zone is another. Years before 1996, which no clock
/// of the desk reaches, follow the same rule.
public enum Stockholm {
  /// Seconds east of UTC at a moment: 3600 or 7200.
  public static func offsetSeconds(at instant: Instant) -> Int {
    let day = floorDivide(instant.milliseconds, 86_400_000)
    let year = CivilDate(dayNumber: Int(day)).components.year
    let start = changeMilliseconds(year: year, month: 3)
    let end = changeMilliseconds(year: year, month: 10)
    return instant.milliseconds >= start && instant.milliseconds < end ? 7200 : 3600
  }

  /// What the wall clock shows at a moment.
  public static func civil(_ instant: Instant) -> CivilTime {
    let local = instant.milliseconds + Int64(offsetSeconds(at: instant)) * 1000
    let day = floorDivide(local, 86_400_000)
    let second = Int((local - day * 86_400_000) / 1000)
    return CivilTime(
      date: CivilDate(dayNumber: Int(day)), hour: second / 3600, minute: second / 60 % 60,
      second: second % 60)
  }

  /// The moment the wall clock shows this time. Where it shows it twice (the hour repeated in
  /// October) the first; where it never does (the hour left out in March) the time an hour on.
  public static func instant(_ civil: CivilTime) -> Instant {
    let seconds =
      Int64(civil.date.dayNumber) * 86_400
      + Int64(civil.hour * 3600 + civil.minute * 60 + civil.second)
    let summer = Instant(milliseconds: (seconds - 7200) * 1000)
    if offsetSeconds(at: summer) == 7200 { return summer }
    return Instant(milliseconds: (seconds - 3600) * 1000)
  }

  private static func changeMilliseconds(year: Int, month: Int) -> Int64 {
    guard let last = CivilDate(year: min(max(year, 1), 9999), month: month, day: 31) else {
      return 0
    }
    let sunday = last.adding(days: -(last.weekday % 7))
    return Int64(sunday.dayNumber) * 86_400_000 + 3_600_000
  }

  private static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
    a >= 0 ? a / b : -((-a + b - 1) / b)
  }
}
