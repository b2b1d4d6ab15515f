import TextSafety

/// A shift (arbetspass) as it stands, read out of its record.
public struct Shift: Hashable, Sendable {
  /// Its facts.
  public let record: Record

  /// Reads a record of a shift.
  public init(_ record: Record) {
    self.record = record
  }

  /// When it began.
  public var startedAt: Instant? { record.first("started")?.happenedAt }

  /// When it was last handed over; nil before.
  public var handedOverAt: Instant? { record.last("handedOver")?.happenedAt }

  /// When the next took it over; nil before. Until then it is still this shift's.
  public var acknowledgedAt: Instant? { record.last("acknowledged")?.happenedAt }

  /// Whose it is: a login.
  public var officer: String? { record.last("started")?.choice("officer") }

  /// Who leads it: a login; nil where nobody was named.
  public var lead: String? { record.last("started")?.choice("lead") }

  /// The unit that works it.
  public var unit: Unit? { record.last("started")?.choice("unit").flatMap(Unit.init(rawValue:)) }

  /// What the next has to know: the note it was last handed over with.
  public var handoverNote: UntrustedText? { record.last("handedOver")?.text("note") }
}
