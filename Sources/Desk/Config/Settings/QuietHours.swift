import Casework

/// Hours of every day when the bell is silent, by the wall clock in Stockholm.
public struct QuietHours: Hashable, Sendable {
  /// The first minute, counted from midnight.
  public let from: Int
  /// The first minute after, counted from midnight; before ``from`` it is of the next day.
  public let until: Int

  /// Reads `22.00–06.00`, `22:00-06:00` or `22–6`. Nil where it is none of them, or no time at all.
  public init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }
    let minutes = parts.compactMap { Self.minute($0.filter { !$0.isWhitespace }) }
    guard parts.count == 2, minutes.count == 2, minutes[0] != minutes[1] else { return nil }
    from = minutes[0]
    until = minutes[1]
  }

  private static func minute(_ text: String) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { ".:".contains($0) }
    let isNumber = { (part: Substring) in
      (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard (1...2).contains(parts.count), parts.allSatisfy(isNumber) else { return nil }
    let hour = Int(parts[0]) ?? 24
    let minute = parts.count == 2 ? Int(parts[1]) ?? 60 : 0
    guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
    return hour % 24 * 60 + minute
  }

  /// Whether a moment lies in them.
  public func contains(_ instant: Instant) -> Bool {
    let civil = Stockholm.civil(instant)
    let minute = civil.hour * 60 + civil.minute
    return from < until ? from <= minute && minute < until : from <= minute || minute < until
  }
}
