/// A rule of time at work on a subject: since when, until when, and what has stopped it.
///
/// A clock follows the times at which things happened, not those at which they were recorded. Make it
/// anew whenever they change; it holds no time of its own.
public struct Clock: Hashable, Sendable {
  /// More time, asked for and perhaps granted (LVU 8 §, UtlL 5:15).
  public struct Extension: Hashable, Sendable {
    /// When it was asked for. Only what is asked for before the clock has run out counts.
    public let askedAt: Instant
    /// The new last day by its date, once granted.
    public let until: CivilDate?

    /// Takes the parts as they are.
    public init(askedAt: Instant, until: CivilDate?) {
      self.askedAt = askedAt
      self.until = until
    }
  }

  /// The rule.
  public let rule: DeadlineRule
  /// How long it runs: the rule's own length, or the setting in its place.
  public let term: Term
  /// When what starts the clock happened.
  public let start: Instant
  /// When what stops the clock happened.
  public let stop: Instant?
  /// Its three days; of a clock in hours, the day it runs out.
  public let deadline: Deadline
  /// The first moment that is too late. Midnight after the last day, in Stockholm; of a clock in
  /// hours, the end of the last hour.
  public let due: Instant
  /// The first moment after the safe day; of a clock in hours ``due``. Clocks are listed by it.
  public let safeUntil: Instant

  /// Starts a clock. `setDay` is the day of a rule whose day is set each time; without it that rule
  /// gives no clock. `term` is a setting in the place of the rule's own.
  public init?(
    _ rule: DeadlineRule, start: Instant, stop: Instant? = nil, setDay: CivilDate? = nil,
    term: Term? = nil, extensions: [Extension] = []
  ) {
    self.rule = rule
    self.start = start
    self.term = term ?? rule.term
    if case .hours(let hours) = self.term {
      due = start.adding(minutes: hours * 60)
      safeUntil = due
      deadline = Deadline(hourOn: Stockholm.civil(due).date)
      self.stop = stop
      return
    }
    let day = Stockholm.civil(start).date
    guard let nominal = setDay ?? self.term.end(from: day) else { return nil }
    var deadline = Deadline(nominal: nominal, counting: rule.counting)
    var asked: Instant?
    for more in extensions.sorted(by: { $0.askedAt < $1.askedAt })
    where more.askedAt < deadline.lastDay.end {
      asked = more.until == nil ? asked ?? more.askedAt : nil
      if let until = more.until { deadline = Deadline(nominal: until, counting: rule.counting) }
    }
    self.deadline = deadline
    due = deadline.lastDay.end
    safeUntil = deadline.safeDay.end
    self.stop = [stop, asked].compactMap(\.self).min()
  }

  /// How the clock stands at a moment. What happened after that moment is not yet known.
  public func state(at now: Instant) -> ClockState {
    if let stop, stop <= now, stop < due { return .met }
    if now >= due {
      if rule.consequence.isFinal { return .ceased }
      return stop.map { $0 <= now } == true ? .metLate : .overdue
    }
    if case .hours = term { return .running }
    let today = Stockholm.civil(now).date
    if today == deadline.lastDay { return .lastDayToday }
    return today == deadline.safeDay ? .safeDayToday : .running
  }

  /// The day from which what the clock guarded is gone: the day after the last day. Nil while it
  /// stands, or where the rule has no such consequence.
  public func ceased(at now: Instant) -> CivilDate? {
    state(at: now) == .ceased ? deadline.lastDay.adding(days: 1) : nil
  }
}

extension CivilDate {
  /// The first moment of the next day in Stockholm.
  var end: Instant {
    Stockholm.instant(CivilTime(date: adding(days: 1), hour: 0, minute: 0))
  }
}
