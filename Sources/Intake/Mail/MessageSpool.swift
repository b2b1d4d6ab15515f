import CGMime
import Glibc

/// The bytes of one message while it is read: in memory while small, else in an unlinked file.
final class MessageSpool {
  private static let memoryLimit = 1 << 20
  private var memory: [UInt8] = []
  private var file: Int32 = -1

  deinit {
    if file >= 0 { close(file) }
  }

  func append(_ bytes: some Collection<UInt8>) throws(ReadFailure) {
    memory.append(contentsOf: bytes)
    if memory.count >= Self.memoryLimit { try flush() }
  }

  /// The parsed message; nil when the parser finds none. The spool must outlive it.
  func parse() throws(ReadFailure) -> ParsedMessage? {
    if file >= 0 {
      try flush()
      return ParsedMessage(cgm_message_from_file(file))
    }
    return ParsedMessage(
      memory.withUnsafeBufferPointer { cgm_message_from_bytes($0.baseAddress, $0.count) })
  }

  private func flush() throws(ReadFailure) {
    if file < 0 { file = try Self.openUnlinkedFile() }
    var written = 0
    while written < memory.count {
      let count = memory.withUnsafeBytes {
        write(file, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0 && errno != EINTR { throw ReadFailure(errno: errno) }
      written += max(count, 0)
    }
    memory.removeAll(keepingCapacity: true)
  }

  private static func openUnlinkedFile() throws(ReadFailure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/samjour-mail-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw ReadFailure(errno: errno) }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }
}

/// Owns GMime's message.
final class ParsedMessage {
  private let message: OpaquePointer

  init?(_ message: OpaquePointer?) {
    guard let message else { return nil }
    self.message = message
  }

  deinit { cgm_message_free(message) }

  var root: OpaquePointer? { cgm_message_root(message) }

  var warnings: UInt32 { cgm_message_warnings(message) }
}
