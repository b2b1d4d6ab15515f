import CGMime
import TextSafety

/// One message's bytes, made safe to parse, and what was wrong with them.
struct RawMail {
  let spool: MessageSpool
  let fallbackKey: String
  /// Whether there is anything like a mail header in it.
  let looksLikeMail: Bool
  let defects: [MailDefect]
}

/// Cuts the input into messages and bounds everything that a parser keeps in memory: headers, their
/// number and the lines that could begin a part.
final class MailSplitter {
  /// Whether the input is an mbox.
  private(set) var isMailbox = false

  private let input: SegmentedInput
  private var pending: Segment?
  private var hasBegun = false

  init(input: SegmentedInput) {
    self.input = input
  }

  /// The next message with anything in it, or nil after the last.
  func next() throws(MailError) -> RawMail? {
    do throws(ReadFailure) {
      if !hasBegun { try begin() }
      while true {
        guard let first = try take() else { return nil }
        if let mail = try readMessage(first) { return mail }
      }
    } catch {
      throw .io(errno: error.errno)
    }
  }

  private func begin() throws(ReadFailure) {
    hasBegun = true
    repeat { pending = try input.next() } while pending?.isEmptyLine == true
    isMailbox = pending.map(\.bytes)?.starts(with: Array("From ".utf8)) ?? false
  }

  private func take() throws(ReadFailure) -> Segment? {
    guard let segment = pending else { return try input.next() }
    pending = nil
    return segment
  }

  private func readMessage(_ first: Segment) throws(ReadFailure) -> RawMail? {
    let writer = RawMailWriter(unescapesFromLines: isMailbox)
    if input.usesCarriageReturns { writer.note(.carriageReturnsOnly) }
    var segment: Segment? = first
    if isMailbox && first.startsLine {
      // The separator itself, however long.
      while let piece = segment, !piece.endsLine { segment = try input.next() }
      segment = try input.next()
    }
    var followsEmptyLine = true
    while let current = segment {
      if isMailbox && followsEmptyLine && Self.isSeparator(current) {
        pending = current
        break
      }
      followsEmptyLine = current.isEmptyLine
      try writer.add(current)
      segment = try input.next()
    }
    return try writer.finish()
  }

  /// `From sender Thu Nov 19 02:13:00 2026`: a time and a year tell it from a sentence.
  static func isSeparator(_ segment: Segment) -> Bool {
    guard segment.startsLine, segment.bytes.starts(with: Array("From ".utf8)) else { return false }
    let line = segment.bytes.prefix(256)
    var digits = 0
    var hasTime = false
    var hasYear = false
    var isAfterColon = false
    for byte in line {
      if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
        digits += 1
        if digits == 2 && isAfterColon { hasTime = true }
        continue
      }
      if digits == 4 { hasYear = true }
      isAfterColon = byte == UInt8(ascii: ":") && (1...2).contains(digits)
      digits = 0
    }
    return hasTime && (hasYear || digits == 4)
  }
}
