import Casework

/// Made-up officers and tips for demonstrations, courses and tests. Pure: the same seed and the
/// same now give the same data.
public enum DemoData {
  /// The seed that is used where none is given.
  public static let defaultSeed: UInt64 = 2011

  /// How many facts the journal holds when the store's founder is registered and all events of
  /// ``events(until:tips:seed:)`` are recorded: 2011 for the 300 tips of the demonstration.
  public static func facts(tips: Int) -> Int {
    officers.count + tips * 20 / 3
  }

  /// What the officers have recorded over the five weeks until `now`, in order of time.
  ///
  /// The store's founder, the first of ``officers``, is not among the events: making a store
  /// registers the founder, as the journal's first fact. Then come the other officers, the tips and
  /// what was done with them. An event that calls a tip a duplicate becomes two facts, one for each
  /// tip; every other becomes one.
  public static func events(
    until now: Instant, tips: Int = 300, seed: UInt64 = defaultSeed
  ) -> [DemoEvent] {
    let weeks = now.adding(minutes: -DemoCalendar.days * 24 * 60)
    var events = officers.dropFirst().enumerated().map { index, officer in
      DemoEvent(
        at: weeks.adding(minutes: -60 * 24 + 7 * index), login: officers[0].login,
        action: officer.registration)
    }
    var plan = DemoPlan(now: now, tips: max(0, tips), seed: seed)
    let wanted = facts(tips: max(0, tips)) - 1 - events.count
    events += plan.events(facts: wanted)
    // By time; at the same moment in the order they were made, so that a tip comes before its note.
    return events.enumerated().sorted { a, b in
      (a.element.at, a.offset) < (b.element.at, b.offset)
    }.map(\.element)
  }
}
