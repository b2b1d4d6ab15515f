import Casework
import GRDB

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
    let columns: [(any DatabaseValueConvertible)?] = [
      number, tip.id.bytes, version, tip.receivedAt.milliseconds, tip.status.rawValue,
      tip.urgencyKey, tip.isAcute, tip.priority?.rawValue, tip.assessment != nil,
      tip.concernsChild, report.place.map { Self.excerpt($0.raw, 120) },
      Self.excerpt(report.acute.map { "\($0.raw): \(report.text.raw)" } ?? report.text.raw, 240),
      report.children?.count ?? 0, report.channel.rawValue, tip.assignee?.subject.bytes,
      tip.assigneeName.map { Self.excerpt($0.raw, 120) },
    ]
    row = StatementArguments(columns)
    words = tip.searchText
    source = report.source
    self.number = number
    share = TipShare(tip)
    clocks = tip.runningClocks
  }

  /// The beginning of a text on one line, cut between characters that a reader tells apart.
  static func excerpt(_ text: String, _ limit: Int) -> String {
    var excerpt = Excerpt(limit)
    // Scalars first: one character may be a megabyte of marks.
    let longest = limit * 4
    if text.isPlain {
      var text = text
      text.withUTF8 { bytes in
        var (index, scalars) = (0, 0)
        while index < bytes.count, scalars < longest, !excerpt.isFull {
          let scalar = bytes.scalar(at: index)
          let width = UTF8.width(scalar)
          excerpt.append(
            UnsafeBufferPointer(rebasing: bytes[index..<index + width]),
            isBlank: isBlank(scalar))
          index += width
          scalars += 1
        }
      }
    } else {
      for character in Substring(text.unicodeScalars.prefix(longest)) where !excerpt.isFull {
        excerpt.append(character.utf8, isBlank: character.isWhitespace)
      }
    }
    return excerpt.line
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar.properties.isWhitespace }
    return scalar == " " || ("\t"..."\r").contains(scalar)
  }
}

/// A line in the making, each run of blanks one space.
private struct Excerpt {
  private(set) var isFull = false
  var line: String { String(decoding: bytes, as: UTF8.self) }

  private let limit: Int
  private var bytes: [UInt8] = []
  private var count = 0
  private var isBetweenWords = false

  init(_ limit: Int) {
    self.limit = limit
    bytes.reserveCapacity(limit * 2)
  }

  /// The bytes of one more character.
  mutating func append(_ character: some Collection<UInt8>, isBlank: Bool) {
    guard !isBlank else {
      isBetweenWords = count > 0
      return
    }
    let needed = isBetweenWords ? 2 : 1
    guard count + needed <= limit else {
      isFull = true
      return
    }
    if isBetweenWords { bytes.append(UInt8(ascii: " ")) }
    isBetweenWords = false
    bytes.append(contentsOf: character)
    count += needed
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
