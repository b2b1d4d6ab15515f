/// A stretch of input: a line, or a piece of one that is longer than the buffer.
struct Segment {
  /// With its line feed when ``endsLine`` is true and the input did not end there.
  var bytes: ArraySlice<UInt8>
  var startsLine: Bool
  var endsLine: Bool

  /// Whether it is a whole line with nothing on it.
  var isEmptyLine: Bool {
    guard startsLine, endsLine else { return false }
    return bytes.allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  }
}

/// Input cut at line ends, 64 KiB in memory at a time.
final class SegmentedInput {
  static let capacity = 1 << 16

  /// Whether lines end in CR alone; they are given out with line feeds.
  private(set) var usesCarriageReturns = false

  private let descriptor: Int32?
  private let memory: [UInt8]
  private var memoryPosition = 0
  private var buffer = [UInt8](repeating: 0, count: SegmentedInput.capacity)
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var isAtLineStart = true
  private var hasBegun = false

  init(descriptor: Int32) {
    self.descriptor = descriptor
    memory = []
  }

  init(bytes: [UInt8]) {
    descriptor = nil
    memory = bytes
  }

  /// The next segment, or nil at the end.
  func next() throws(ReadFailure) -> Segment? {
    if !hasBegun { try begin() }
    var searched = start
    while true {
      if let line = buffer[searched..<end].firstIndex(of: UInt8(ascii: "\n")) {
        return take(through: line + 1, endsLine: true)
      }
      searched = end
      if isAtEnd { return start < end ? take(through: end, endsLine: true) : nil }
      if end - start == buffer.count { return take(through: end, endsLine: false) }
      let unread = end - start
      try fill()
      searched = start + unread
    }
  }

  private func begin() throws(ReadFailure) {
    hasBegun = true
    while !isAtEnd && end < buffer.count { try fill() }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if buffer[..<end].starts(with: mark) { start = mark.count }
    usesCarriageReturns =
      buffer[..<end].contains(UInt8(ascii: "\r")) && !buffer[..<end].contains(UInt8(ascii: "\n"))
    if usesCarriageReturns { turnCarriageReturns(from: 0) }
  }

  private func fill() throws(ReadFailure) {
    if start > 0 {
      buffer.replaceSubrange(0..<(end - start), with: buffer[start..<end])
      end -= start
      start = 0
    }
    let before = end
    if let descriptor {
      end += try readBytes(from: descriptor, into: &buffer, at: end)
    } else {
      let count = min(buffer.count - end, memory.count - memoryPosition)
      buffer.replaceSubrange(
        end..<(end + count), with: memory[memoryPosition..<(memoryPosition + count)])
      memoryPosition += count
      end += count
    }
    if end == before { isAtEnd = true }
    if usesCarriageReturns { turnCarriageReturns(from: before) }
  }

  private func turnCarriageReturns(from first: Int) {
    for index in first..<end where buffer[index] == UInt8(ascii: "\r") {
      buffer[index] = UInt8(ascii: "\n")
    }
  }

  private func take(through bound: Int, endsLine: Bool) -> Segment {
    let segment = Segment(
      bytes: buffer[start..<bound], startsLine: isAtLineStart, endsLine: endsLine)
    start = bound
    isAtLineStart = endsLine
    return segment
  }
}
