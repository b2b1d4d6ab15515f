import Foundation

/// A running program with pipes to it and from it.
final class Conversation {
  private let child: Child
  private let input: Pipe
  private let output: Pipe
  private var rest = Data()

  init(_ setup: Child.Setup) throws {
    input = Pipe()
    output = Pipe()
    child = try Child(
      setup, input: input.fileHandleForReading, output: output.fileHandleForWriting,
      errors: .nullDevice)
    try input.fileHandleForReading.close()
    try output.fileHandleForWriting.close()
  }

  /// The process.
  var identifier: pid_t { child.identifier }

  func send(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// The next line that it writes; waits for it. Nil when it writes no more.
  func line() throws -> String? {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = rest[rest.startIndex..<end]
        rest = Data(rest[(end + 1)...])
        return String(decoding: line, as: UTF8.self)
      }
      var look = pollfd(
        fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&look, 1, Int32(Patience.limit.components.seconds) * 1000) != 0 else {
        throw Failure("waited in vain for a line")
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      rest += more
    }
  }

  /// The references of the receipts that it writes from now on, until its end or `count` of them.
  func references(_ count: Int = .max) throws -> [String] {
    var references: [String] = []
    while references.count < count, let line = try line() {
      let receipt = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let reference = receipt?["ref"] as? String else { throw Failure("no receipt: \(line)") }
      references.append(reference)
    }
    return references
  }

  /// Closes its input.
  func close() throws { try input.fileHandleForWriting.close() }

  /// Closes its input and waits for its end.
  func finish() throws -> Int32 {
    try close()
    return try child.wait()
  }

  /// Kills it as a power cut would.
  func kill() throws {
    child.signal(SIGKILL)
    _ = try child.wait()
  }
}
