import Casework
import Foundation

/// Where the store takes the time from: the system's clock, or what a training store is told.
public struct StoreClock: Sendable {
  private let read: @Sendable () -> Instant

  /// A clock that asks `now` each time.
  public init(_ now: @escaping @Sendable () -> Instant) {
    read = now
  }

  /// How much two clocks may differ before one of them is called wrong, in milliseconds.
  public static let tolerance: Int64 = 120_000

  /// The moment it is.
  public func now() -> Instant {
    read()
  }

  /// The system's clock.
  public static let system = StoreClock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
