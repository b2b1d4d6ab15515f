import Foundation
import Synchronization

/// Notices that somebody has cut the store's file. SQLite does not: what it has read before it keeps
/// in memory, and what is written goes to the log, so that a receipt would be given for a store that
/// is lost.
final class StoreLength: Sendable {
  private struct State {
    var longest: Int64 = 0
    /// Opened once and kept: closing it would let go of this process's locks on the store.
    var file: Int32 = -1
  }

  private let state = Mutex(State())

  deinit {
    state.withLock { if $0.file >= 0 { close($0.file) } }
  }

  /// Takes the length now. Throws ``StoreError`` where the file is shorter than before, and than it
  /// says itself: written anew without free pages (VACUUM) it may be shorter than before.
  func require(_ size: Int64, _ path: String) throws {
    try state.withLock { state in
      guard size < state.longest else {
        state.longest = size
        return
      }
      if state.file < 0 { state.file = open(path, O_RDONLY | O_CLOEXEC) }
      guard let needed = StoreHeader(state.file)?.bytes, size >= needed else {
        throw StoreError.cut(path)
      }
      state.longest = size
    }
  }
}

/// The first hundred bytes of a database (sqlite.org/fileformat2.html, 1.3).
struct StoreHeader {
  let application: Int64
  /// How many bytes the file has at least.
  let bytes: Int64

  /// Nil where the file does not begin so.
  init?(_ file: Int32) {
    var header = [UInt8](repeating: 0, count: 100)
    guard pread(file, &header, header.count, 0) == header.count,
      header.starts(with: Array("SQLite format 3\0".utf8))
    else { return nil }
    func number(_ range: Range<Int>) -> Int64 { header[range].reduce(0) { $0 << 8 | Int64($1) } }
    application = number(68..<72)
    let pageSize = number(16..<18)
    bytes = (pageSize == 1 ? 65536 : pageSize) * number(28..<32)
  }
}
