import CNcurses
import Glibc

/// Reads keys from a file descriptor without ever waiting for more than an escape takes.
struct DescriptorInput {
  /// What a read found.
  enum Reading: Equatable {
    case bytes([UInt8])
    case nothing
    case end
  }

  let descriptor: Int32
  /// How long an escape may be followed by the rest of its sequence, in milliseconds.
  let escapeDelay: Int32
  private(set) var hasEnded = false
  private var decoder: InputDecoder

  init(descriptor: Int32, escapeDelayMilliseconds: Int, isUTF8: Bool) {
    self.descriptor = descriptor
    decoder = InputDecoder(isUTF8: isUTF8)
    escapeDelay = Int32(min(max(0, escapeDelayMilliseconds), 1_000))
  }

  mutating func drain() -> [TerminalEvent] {
    guard !hasEnded else { return [] }
    var events: [TerminalEvent] = []
    // A flood of input still lets the screen be drawn now and then.
    for _ in 0..<64 {
      switch Self.read(descriptor, waitingUpTo: decoder.isWaiting ? escapeDelay : 0) {
      case .bytes(let bytes):
        events += decoder.feed(bytes)
      case .nothing:
        if decoder.isWaiting { events += decoder.settle() }
        return events
      case .end:
        hasEnded = true
        events += decoder.finish()
        events.append(.hangUp)
        return events
      }
    }
    return events
  }

  /// Reads what is there, at most 64 KiB or the limit.
  static func read(
    _ descriptor: Int32, waitingUpTo milliseconds: Int32, limit: Int = 65_536
  ) -> Reading {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return .nothing }
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    if count > 0 { return .bytes(Array(buffer[..<count])) }
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return .nothing }
    return .end
  }
}

/// Signals of the terminal as events.
enum SignalEvents {
  /// What the waiting signals mean; a change of size is told apart, for the driver to measure.
  static func drain() -> (events: [TerminalEvent], isResized: Bool, isResumed: Bool) {
    var events: [TerminalEvent] = []
    var isResized = false
    var isResumed = false
    while true {
      switch samjour_signals_next() {
      case SIGWINCH: isResized = true
      case SIGTSTP: events.append(.suspend)
      case SIGCONT:
        isResumed = true
        events.append(.resumed)
      case SIGHUP: events.append(.hangUp)
      case SIGTERM: events.append(.terminate)
      case SIGINT: events.append(.interrupt)
      case 0: return (events, isResized, isResumed)
      default: continue
      }
    }
  }
}
