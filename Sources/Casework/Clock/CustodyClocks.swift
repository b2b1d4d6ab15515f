/// The clocks of a custody decision. Decision, arrival and execution each start their own.
public struct CustodyClocks: Hashable, Sendable {
  /// Why a custody decision is in force no longer.
  public enum Ending: Hashable, Sendable {
    /// A clock ran out: which one, and the day from which the decision is gone, LVU 7 and 9 §§.
    case ceased(Clock, CivilDate)
    /// The court did not confirm it, LVU 7 §.
    case notConfirmed(CivilDate)
    /// The board lifted it, LVU 9 §.
    case lifted(CivilDate)
    /// The court decided on care, which takes its place or not, LVU 9 §.
    case careDecided(CivilDate)
  }

  /// What happened, and when.
  public let times: CustodyTimes
  private let all: [Clock]

  /// The clocks that those times start.
  public init(_ times: CustodyTimes) {
    self.times = times
    func clock(
      _ rule: DeadlineRule, _ start: Instant?, _ stop: Instant?, setDay: CivilDate? = nil,
      _ extensions: [Clock.Extension] = []
    ) -> Clock? {
      guard let start else { return nil }
      return Clock(rule, start: start, stop: stop, setDay: setDay, extensions: extensions)
    }
    let board = times.needsBoardReport ? times.boardMeeting : nil
    all = [
      clock(.submission, times.decided, times.arrived),
      clock(.examination, times.arrived, times.examined),
      clock(.application, times.executed, times.appliedForCare, times.extensions),
      clock(.boardReport, times.decided, times.reported, setDay: board),
      clock(.careCase, times.appliedForCare, times.careDecided),
    ].compactMap(\.self)
  }

  /// Why the decision is in force no longer at a moment; nil while it is. The first reason counts:
  /// what has ceased cannot be lifted.
  public func ending(at now: Instant) -> Ending? {
    firstEnding(at: now)?.ending
  }

  /// The clock that made the decision cease, and the day from which it is gone.
  public func ceased(at now: Instant) -> (clock: Clock, day: CivilDate)? {
    guard case .ceased(let clock, let day)? = ending(at: now) else { return nil }
    return (clock, day)
  }

  /// The clocks at a moment, those that run out first at the front. After the decision has ended
  /// only those that had stopped by then, the one that ended it, and the report to the board, which is
  /// owed all the same.
  public func clocks(at now: Instant) -> [Clock] {
    let end = firstEnding(at: now)?.moment
    return all.filter { clock in
      guard let end, clock.rule.id != .boardReport else { return true }
      if let stop = clock.stop, stop <= end { return true }
      return clock.rule.consequence == .custodyCeases && clock.due == end
    }.sorted { ($0.safeUntil, $0.due) < ($1.safeUntil, $1.due) }
  }

  private func firstEnding(at now: Instant) -> (moment: Instant, ending: Ending)? {
    var endings = all.compactMap { clock in
      clock.ceased(at: now).map { (moment: clock.due, ending: Ending.ceased(clock, $0)) }
    }
    func add(_ moment: Instant?, _ ending: (CivilDate) -> Ending) {
      guard let moment, moment <= now else { return }
      endings.append((moment, ending(Stockholm.civil(moment).date)))
    }
    if times.isConfirmed == false { add(times.examined, Ending.notConfirmed) }
    add(times.lifted, Ending.lifted)
    add(times.careDecided, Ending.careDecided)
    return endings.min { $0.moment < $1.moment }
  }
}
