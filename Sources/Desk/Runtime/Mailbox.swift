import Glibc
import Synchronization

/// Events from other threads for the one that owns the terminal: unbounded, in order, with a
/// descriptor to poll. Safe from any thread.
public final class Mailbox: Sendable {
  private let events = Mutex<[DeskEvent]>([])
  private let readEnd: Int32
  private let writeEnd: Int32

  /// Nil where the system has no descriptors left.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Readable while there are events.
  public var descriptor: Int32 { readEnd }

  /// Puts an event last.
  public func post(_ event: DeskEvent) {
    post([event])
  }

  /// Puts events last, to be taken together.
  func post(_ new: [DeskEvent]) {
    guard !new.isEmpty else { return }
    let wasEmpty = events.withLock { events in
      defer { events += new }
      return events.isEmpty
    }
    guard wasEmpty else { return }
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }

  /// Takes all events, oldest first.
  public func drain() -> [DeskEvent] {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(readEnd, &buffer, buffer.count) > 0 {}
    return events.withLock { events in
      let taken = events
      events.removeAll(keepingCapacity: true)
      return taken
    }
  }
}
