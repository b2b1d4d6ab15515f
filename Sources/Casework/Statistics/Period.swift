/// Civil days in Stockholm, the first and the last included.
public struct Period: Hashable, Sendable {
  /// The first day.
  public let from: CivilDate
  /// The last day.
  public let to: CivilDate

  /// Nil where the last day is before the first.
  public init?(from: CivilDate, to: CivilDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// The first moment of the first day.
  public var start: Instant { Stockholm.instant(CivilTime(date: from, hour: 0, minute: 0)) }

  /// The first moment after the last day.
  public var end: Instant { to.end }

  /// Whether a moment lies in it.
  public func contains(_ moment: Instant) -> Bool { start <= moment && moment < end }
}
