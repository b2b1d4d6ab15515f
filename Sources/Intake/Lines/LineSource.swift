/// Lines from a descriptor, one at a time, in bounded memory.
///
/// Not thread-safe. The descriptor is not closed.
/// ```swift
/// var lines = LineSource(fileDescriptor: STDIN_FILENO)
/// while let line = try lines.next() {
///   batch.append(line)
///   if !lines.isMoreWaiting { commit(&batch) }
/// }
/// ```
public struct LineSource {
  /// A line that is not blank.
  public struct Line: Sendable, Hashable {
    /// The number in the input, blank lines counted, the first being 1.
    public var number: Int
    /// The bytes without the line end; of a line that is too long only the first.
    public var bytes: [UInt8]
    /// Whether the line is longer than the source's limit. The rest of it was skipped.
    public var isTooLong: Bool
  }

  /// Why no line could be read.
  public enum Failure: Error, Sendable, Hashable {
    /// The system's `errno` for the read.
    case io(errno: Int32)

    /// The failure in words.
    public func message(swedish: Bool) -> String {
      switch self {
      case .io(let errno):
        swedish
          ? "raderna kunde inte läsas: \(systemWords(errno))"
          : "the lines could not be read: \(systemWords(errno))"
      }
    }
  }

  private static let blockBytes = 1 << 16
  private let descriptor: Int32
  private let longestLine: Int
  private var block = [UInt8](repeating: 0, count: LineSource.blockBytes)
  private var start = 0
  private var end = 0
  private var number = 0

  /// Reads from where the descriptor stands. Lines over `longestLine` bytes are not kept.
  public init(fileDescriptor: Int32, longestLine: Int = JSONLineReader.longestLine) {
    descriptor = fileDescriptor
    self.longestLine = max(longestLine, 1)
  }

  /// The next line that is not blank; waits for it. Nil at the end. A last line without a line
  /// end counts.
  public mutating func next() throws(Failure) -> Line? {
    while true {
      guard let line = try nextLine() else { return nil }
      if line.isTooLong || line.bytes.contains(where: { $0 > 0x20 }) { return line }
    }
  }

  /// Whether the next call of ``next()`` finds something without waiting for the sender: a line
  /// that is here already, bytes that can be read, or the end.
  public var isMoreWaiting: Bool {
    block[start..<end].contains(UInt8(ascii: "\n")) || isReadable(descriptor, waitMilliseconds: 0)
  }

  private mutating func nextLine() throws(Failure) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    var isAtEnd = false
    var hasLineEnd = false
    while !hasLineEnd {
      if start == end {
        start = 0
        do throws(ReadFailure) {
          end = try readBytes(from: descriptor, into: &block, at: 0)
        } catch {
          end = 0
          throw .io(errno: error.errno)
        }
        isAtEnd = end == 0
        if isAtEnd { break }
      }
      let lineEnd = block[start..<end].firstIndex(of: UInt8(ascii: "\n"))
      let piece = block[start..<(lineEnd ?? end)]
      line.append(contentsOf: piece.prefix(longestLine + 1 - line.count))
      if line.count > longestLine { isTooLong = true }
      hasLineEnd = lineEnd != nil
      start = lineEnd.map { $0 + 1 } ?? end
    }
    if isAtEnd && line.isEmpty { return nil }
    number += 1
    if isTooLong {
      line.removeLast()
    } else if line.last == UInt8(ascii: "\r") {
      line.removeLast()
    }
    return Line(number: number, bytes: line, isTooLong: isTooLong)
  }
}
