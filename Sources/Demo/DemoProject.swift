import Casework

/// The project of 2011 as events with made-up people, such that the report counts out of them what
/// DOMAIN's table says of it.
enum DemoProject {
  /// All of it, not in order of time.
  static var events: [DemoEvent] {
    var script = DemoScript()
    outreach(&script)
    concerns(&script)
    custody(&script)
    cases(&script)
    police(&script)
    meetings(&script)
    return script.events
  }

  /// A moment of 2011 in Stockholm.
  static func day(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    let date = CivilDate(year: 2011, month: month, day: day) ?? CivilDate(dayNumber: 0)
    return Stockholm.instant(CivilTime(date: date, hour: hour, minute: minute))
  }

  /// A day of 2011 as a field takes it.
  static func date(_ month: Int, _ day: Int) -> FieldValue {
    .text((CivilDate(year: 2011, month: month, day: day) ?? CivilDate(dayNumber: 0)).description)
  }
}
