/// The three days of a clock that runs by days. Europe/Stockholm.
///
/// Whether lag (1930:173) 2 § extends LVU 7 § is disputed in practice. So both days are kept: the
/// last day under the law's text, and a day that is in time on any reading. Alarms follow the latter.
public struct Deadline: Hashable, Sendable {
  /// The day the term runs out by its length alone, lag (1930:173) 1 §.
  public let nominal: CivilDate
  /// The last day for the act: the nominal day or, where that is no working day, the next working
  /// day, lag (1930:173) 2 §.
  public let lastDay: CivilDate
  /// The last working day on or before the nominal day.
  public let safeDay: CivilDate

  /// How the last day follows from the nominal day.
  public enum Counting: Hashable, Sendable {
    /// A time set by law: moves to the next working day, lag (1930:173) 2 §.
    case statutory
    /// A meeting or the house's own routine: does not move.
    case fixed
  }

  /// The days that follow from a nominal day.
  public init(nominal: CivilDate, counting: Counting = .statutory) {
    self.nominal = nominal
    safeDay = HolidayCalendar.workingDay(onOrBefore: nominal)
    lastDay =
      counting == .statutory ? HolidayCalendar.workingDay(onOrAfter: nominal) : nominal
  }

  /// A term in hours ends on the day of its last hour, whatever day that is.
  init(hourOn day: CivilDate) {
    nominal = day
    lastDay = day
    safeDay = day
  }
}
