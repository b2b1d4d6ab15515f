import Casework

/// Made-up officers and events for demonstrations, courses and tests. Pure: the same seed and the
/// same now give the same data.
///
/// The store's founder, the first of ``officers``, is not among the events: making a store registers
/// the founder, as the journal's first fact.
public enum DemoData {
  /// The seed that is used where none is given.
  public static let defaultSeed: UInt64 = 2011

  /// The whole demonstration in order of time: the project of 2011, five weeks of tips until `now`,
  /// and the casework that is open then.
  public static func events(
    until now: Instant, tips: Int = 300, seed: UInt64 = defaultSeed
  ) -> [DemoEvent] {
    let project = project2011
    let recent = DemoNight(now: now).events + self.tips(until: now, count: tips, seed: seed)
    return project + inOrder(recent)
  }

  /// The project of 2011 with the officers who take part, in order of time: what DOMAIN's table of
  /// figures counts.
  public static var project2011: [DemoEvent] {
    inOrder(registrations(from: DemoProject.day(1, 3, 8)) + DemoProject.events)
  }

  /// The registrations of all officers but the founder, by the founder.
  public static func registrations(from time: Instant) -> [DemoEvent] {
    officers.dropFirst().enumerated().map { index, officer in
      DemoEvent(
        at: time.adding(minutes: 7 * index), login: officers[0].login,
        action: officer.registration)
    }
  }

  /// Tips of the five weeks until `now` and what was done with them, in order of time. An event that
  /// calls a tip a duplicate becomes two facts, one for each tip; every other becomes one. There are
  /// 20 facts for three tips.
  public static func tips(
    until now: Instant, count: Int = 300, seed: UInt64 = defaultSeed
  ) -> [DemoEvent] {
    var plan = DemoPlan(now: now, tips: max(0, count), seed: seed)
    return inOrder(plan.events(facts: max(0, count) * 20 / 3))
  }

  /// By time; at the same moment in the order they were made, so that a tip comes before its note.
  private static func inOrder(_ events: [DemoEvent]) -> [DemoEvent] {
    events.enumerated().sorted { a, b in
      (a.element.at, a.offset) < (b.element.at, b.offset)
    }.map(\.element)
  }
}
