import Casework
import GRDB
import TextSafety

/// What the projections show of a tip, made ready away from the database.
struct TipImage: Sendable {
  /// The columns of `tips` in their order.
  let row: StatementArguments
  /// The words that it is found by.
  let words: String
  /// The sender's own key.
  let source: String?
  let number: Int64
  let share: TipShare
  /// The clocks that run (SoL 20:2, 19:6).
  let clocks: [RunningClock]

  init(_ tip: Tip, version: Int64, number: Int64) {
    let report = tip.report
    row = [
      number.databaseValue, tip.id.bytes.databaseValue, version.databaseValue,
      tip.receivedAt.milliseconds.databaseValue, tip.status.rawValue.databaseValue,
      tip.urgencyKey.databaseValue, tip.isAcute.databaseValue,
      tip.priority?.rawValue.databaseValue ?? .null, (tip.assessment != nil).databaseValue,
      tip.concernsChild.databaseValue, Self.name(report.place),
      Self.excerpt(report.acute.map { "\($0.raw): \(report.text.raw)" } ?? report.text.raw, 240)
        .databaseValue,
      (report.children?.count ?? 0).databaseValue, report.channel.rawValue.databaseValue,
      tip.assignee?.subject.bytes.databaseValue ?? .null, Self.name(tip.assigneeName),
    ]
    words = tip.searchText
    source = report.source
    self.number = number
    share = TipShare(tip)
    clocks = tip.runningClocks
  }

  private static func name(_ text: UntrustedText?) -> DatabaseValue {
    text.map { excerpt($0.raw, 120).databaseValue } ?? .null
  }

  /// The beginning of a text on one line, cut between characters that a reader tells apart.
  static func excerpt(_ text: String, _ limit: Int) -> String {
    if text.isPlain {
      var text = text
      return text.withUTF8 { plainExcerpt($0, limit) }
    }
    var (line, count, isBetweenWords) = ("", 0, false)
    // Scalars first: one character may be a megabyte of marks.
    for character in Substring(text.unicodeScalars.prefix(limit * scalarsEach)) {
      guard !character.isWhitespace else {
        isBetweenWords = count > 0
        continue
      }
      let needed = isBetweenWords ? 2 : 1
      guard count + needed <= limit else { break }
      if isBetweenWords { line.append(" ") }
      line.append(character)
      count += needed
      isBetweenWords = false
    }
    return line
  }

  /// The same of a text whose scalars are characters, byte by byte: a rebuild does it for every tip.
  private static func plainExcerpt(_ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: limit * 4) { line in
      var (index, scalars, used, count, isBetweenWords) = (0, 0, 0, 0, false)
      while index < bytes.count, scalars < limit * scalarsEach {
        let byte = bytes[index]
        let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
        scalars += 1
        index += width
        if isBlank(bytes, index - width) {
          isBetweenWords = count > 0
          continue
        }
        let needed = isBetweenWords ? 2 : 1
        guard count + needed <= limit else { break }
        if isBetweenWords {
          line[used] = UInt8(ascii: " ")
          used += 1
        }
        for byte in index - width..<index {
          line[used] = bytes[byte]
          used += 1
        }
        count += needed
        isBetweenWords = false
      }
      return String(decoding: UnsafeBufferPointer(rebasing: line[..<used]), as: UTF8.self)
    }
  }

  /// How many scalars are looked at for each character that may be shown.
  private static let scalarsEach = 4

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x09...0x0D, 0x20: true
    // U+0085 and U+00A0; no other blank is a character by itself.
    case 0xC2: bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0
    default: false
    }
  }
}

/// What tips add to the counters.
struct TipShare: Sendable {
  private var open = 0
  private var acute = 0
  private var unassessed = 0

  /// By the names of the counters.
  var counts: [(name: String, change: Int)] {
    [("open", open), ("acute", acute), ("unassessed", unassessed)]
  }

  /// Nothing.
  init() {}

  /// What one tip adds; none adds nothing.
  init(_ tip: Tip?) {
    guard let tip, tip.isOpen else { return }
    open = 1
    acute = tip.isAcute ? 1 : 0
    unassessed = tip.awaitsAssessment ? 1 : 0
  }

  mutating func add(_ other: TipShare) {
    open += other.open
    acute += other.acute
    unassessed += other.unassessed
  }

  mutating func subtract(_ other: TipShare) {
    open -= other.open
    acute -= other.acute
    unassessed -= other.unassessed
  }
}

extension Tip {
  var isOpen: Bool { status == .open }
  var awaitsAssessment: Bool { isOpen && concernsChild && assessment == nil }

  /// Larger is more urgent: acute first, then newest (UX, the duty screen).
  var urgencyKey: Int64 {
    (isAcute ? 1 << 44 : 0) + max(0, receivedAt.milliseconds)
  }
}
