import Dispatch
import Glibc
import Synchronization

/// A terminal that a test holds the other end of, and that reads as fast as it is written to.
final class PseudoTerminal: Sendable {
  /// The end of the program.
  let inner: Int32
  /// The end of the person.
  private let outer: Int32
  private let collected = Mutex<[UInt8]>([])
  private let marks = DispatchSemaphore(value: 0)

  /// Written to the terminal to know that everything before it has been read.
  private static let mark: [UInt8] = [0x00, 0xFF, 0x00, 0xFE]

  init?(columns: Int, rows: Int) {
    var outer: Int32 = -1
    var inner: Int32 = -1
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&outer, &inner, nil, nil, &size) == 0 else { return nil }
    self.outer = outer
    self.inner = inner
    DispatchQueue(label: "pseudo-terminal").async { [weak self, outer] in
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        // Ends when the program's end is closed.
        let count = read(outer, &buffer, buffer.count)
        guard count > 0 else { break }
        self?.collect(buffer[..<count])
      }
      close(outer)
    }
  }

  deinit {
    close(inner)
  }

  private func collect(_ bytes: ArraySlice<UInt8>) {
    collected.withLock { collected in
      for byte in bytes {
        collected.append(byte)
        if collected.suffix(Self.mark.count).elementsEqual(Self.mark) { marks.signal() }
      }
    }
  }

  /// All that the program wrote since the last call.
  func output() -> [UInt8] {
    _ = write(inner, Self.mark, Self.mark.count)
    marks.wait()
    return collected.withLock { collected in
      defer { collected = [] }
      return Array(collected.dropLast(Self.mark.count))
    }
  }

  /// What the person types; the program can read it when this returns.
  func type(_ bytes: [UInt8]) {
    _ = write(outer, bytes, bytes.count)
    var ready = pollfd(fd: inner, events: Int16(POLLIN), revents: 0)
    _ = poll(&ready, 1, 10_000)
  }
}
