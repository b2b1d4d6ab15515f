import Foundation
import TextSafety

/// Standard output and error. Everything that goes out is inert.
enum Output {
  /// One line of plain text.
  static func line(_ text: SafeText) {
    write(Array((text.string + "\n").utf8), to: STDOUT_FILENO)
  }

  /// Lines that go out together, at the latest when `body` ends, also by an error.
  static func lines(
    to descriptor: Int32 = STDOUT_FILENO, _ body: (inout LineBuffer) throws -> Void
  ) rethrows {
    var buffer = LineBuffer(descriptor)
    defer { buffer.flush() }
    try body(&buffer)
  }

  /// Text of the program's own making, such as a file: nothing of it is anybody else's.
  static func verbatim(_ text: String) {
    write(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// A question to the person at the shell, on standard error.
  static func ask(_ text: String) {
    write(Array((SafeText(text, limit: 4000).string + " ").utf8), to: STDERR_FILENO)
  }

  /// A complaint or a word of progress on standard error.
  static func complain(_ text: String) {
    write(
      Array(("samjour: " + SafeText(text, limit: 4000).string + "\n").utf8), to: STDERR_FILENO)
  }

  fileprivate static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // Nobody reads any more (EPIPE), or the disk is full: what is there is not whole.
      guard count > 0 else {
        if descriptor != STDERR_FILENO { _exit(Exit.inputOutput.rawValue) }
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}

/// Lines on their way to standard output.
struct LineBuffer {
  private var bytes: [UInt8] = []
  private let descriptor: Int32
  private let encoder = JSONEncoder()

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// One line of plain text.
  mutating func line(_ text: SafeText) {
    append(text.string)
  }

  /// One line of JSON, inert on a terminal.
  mutating func json(_ value: some Encodable) throws {
    append(InertJSON.escaped(String(decoding: try encoder.encode(value), as: UTF8.self)))
  }

  /// Sends what is waiting.
  mutating func flush() {
    Output.write(bytes, to: descriptor)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count > 1 << 16 { flush() }
  }
}
