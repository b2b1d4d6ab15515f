/// An hour of the week as the clock on the wall shows it: Monday at 03.
public struct HourOfWeek: Hashable, Sendable {
  /// ISO weekday: 1 Monday … 7 Sunday.
  public let weekday: Int
  /// 0…23.
  public let hour: Int

  /// Takes both as they are.
  public init(weekday: Int, hour: Int) {
    self.weekday = weekday
    self.hour = hour
  }

  init(_ time: CivilTime) {
    self.init(weekday: time.date.weekday, hour: time.hour)
  }
}
