import Glibc
import Synchronization

/// Events from other threads for the one that owns the terminal: unbounded, in order, with a
/// descriptor to poll. Safe from any thread.
public final class Mailbox: Sendable {
  /// What has come and has not been taken.
  struct Mail {
    /// The events, oldest first.
    var events: [DeskEvent] = []
    /// How many of what was asked for has been answered, be it with no event.
    var answers = 0
  }

  private let mail = Mutex(Mail())
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
    put([event], answers: 0)
  }

  /// Puts the events that answer something last, to be taken together.
  func answer(_ new: [DeskEvent]) {
    put(new, answers: 1)
  }

  /// Takes all there is.
  func drain() -> Mail {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(readEnd, &buffer, buffer.count) > 0 {}
    return mail.withLock { mail in
      defer {
        mail.events.removeAll(keepingCapacity: true)
        mail.answers = 0
      }
      return mail
    }
  }

  private func put(_ new: [DeskEvent], answers: Int) {
    let wasEmpty = mail.withLock { mail in
      defer {
        mail.events += new
        mail.answers += answers
      }
      return mail.events.isEmpty && mail.answers == 0
    }
    guard wasEmpty else { return }
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }
}
