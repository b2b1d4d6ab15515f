import Casework
import GRDB

/// What the projections show of a tip, made ready away from the database.
struct TipImage: Sendable {
  /// The columns of `tips` in their order.
  let row: [DatabaseValue]
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
    row = columns.map { $0?.databaseValue ?? .null }
    words = tip.searchText
    source = report.source
    self.number = number
    share = TipShare(tip)
    clocks = tip.runningClocks
  }

  /// The beginning of a text on one line, cut between characters that a reader tells apart.
  static func excerpt(_ text: String, _ limit: Int) -> String {
    // Scalars first: one character may be a megabyte of marks.
    let start = text.unicodeScalars.prefix(limit * 4)
    var line = ""
    line.reserveCapacity(limit * 2)
    var count = 0
    var isBetweenWords = false
    for character in Substring(start) {
      guard !isBlank(character) else {
        isBetweenWords = count > 0
        continue
      }
      if isBetweenWords {
        guard count + 1 < limit else { break }
        line.append(" ")
        count += 1
        isBetweenWords = false
      }
      guard count < limit else { break }
      line.append(character)
      count += 1
    }
    return line
  }

  private static func isBlank(_ character: Character) -> Bool {
    if let byte = character.asciiValue { return byte == 0x20 || (0x09...0x0D).contains(byte) }
    return character.isWhitespace
  }
}

/// What tips add to the counters.
struct TipShare: Sendable {
  private(set) var counts = ["open": 0, "acute": 0, "unassessed": 0]

  /// Nothing.
  init() {}

  /// What one tip adds; none adds nothing.
  init(_ tip: Tip?) {
    guard let tip, tip.isOpen else { return }
    counts = [
      "open": 1, "acute": tip.isAcute ? 1 : 0, "unassessed": tip.awaitsAssessment ? 1 : 0,
    ]
  }

  mutating func add(_ other: TipShare) { counts.merge(other.counts, uniquingKeysWith: +) }
  mutating func subtract(_ other: TipShare) { counts.merge(other.counts, uniquingKeysWith: -) }
}

extension Tip {
  var isOpen: Bool { status == .open }
  var awaitsAssessment: Bool { isOpen && concernsChild && assessment == nil }

  /// Larger is more urgent: acute first, then newest (UX, the duty screen).
  var urgencyKey: Int64 {
    (isAcute ? 1 << 44 : 0) + max(0, receivedAt.milliseconds)
  }
}
