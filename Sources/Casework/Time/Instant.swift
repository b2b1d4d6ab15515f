/// A moment: whole milliseconds since 1970-01-01T00:00:00Z, without a time zone of its own.
public struct Instant: Hashable, Comparable, Sendable, Codable {
  /// Milliseconds since 1970, UTC.
  public let milliseconds: Int64

  /// The years a moment may lie in. What is outside is a typing error or an attack, and calendar
  /// arithmetic stays far from overflow.
  public static let earliest = Instant(milliseconds: -2_208_988_800_000)  // 1900-01-01
  /// The end of the range; see ``earliest``.
  public static let latest = Instant(milliseconds: 7_258_118_400_000)  // 2200-01-01

  /// Takes milliseconds since 1970, UTC.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// A moment is stored as its milliseconds; one outside the range is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    milliseconds = try container.decode(Int64.self)
    guard self >= .earliest, self <= .latest else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a moment outside 1900–2200")
    }
  }

  /// A moment is stored as its milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  /// Earlier comes first.
  public static func < (a: Instant, b: Instant) -> Bool {
    a.milliseconds < b.milliseconds
  }

  /// The moment that many milliseconds later, held within ``earliest``…``latest``.
  public func adding(milliseconds delta: Int64) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
    if overflow { return delta > 0 ? .latest : .earliest }
    return Swift.min(Swift.max(Instant(milliseconds: sum), .earliest), .latest)
  }

  /// The moment that many minutes later; see ``adding(milliseconds:)``.
  public func adding(minutes: Int) -> Instant {
    let (product, overflow) = Int64(minutes).multipliedReportingOverflow(by: 60_000)
    return overflow ? (minutes > 0 ? .latest : .earliest) : adding(milliseconds: product)
  }

  /// Milliseconds from an earlier moment to this one.
  public func since(_ earlier: Instant) -> Int64 {
    milliseconds - earlier.milliseconds
  }

  /// ISO 8601 with the offset of Europe/Stockholm at that moment.
  public var iso8601: String {
    let local = Stockholm.civil(self)
    let hours = Stockholm.offsetSeconds(at: self) / 3600
    return "\(local.date)T\(two(local.hour)):\(two(local.minute)):\(two(local.second))+0\(hours):00"
  }
}

/// Two digits with a leading nought.
func two(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
