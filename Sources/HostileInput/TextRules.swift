import Foundation
import Terminal
import TextSafety

/// What holds of text that nobody vouches for once it is shown.
enum TextRules {
  /// Columns of a wide letter and four marks that each take one.
  private static let widestLetter = 6

  /// Nothing acts or hides, filtering again changes nothing, limits are kept, JSON says the same.
  static func checkFiltering(_ bytes: [UInt8]) throws {
    let given = String(decoding: bytes, as: UTF8.self)
    let shown = SafeText(given)
    try expectInert(shown.string, "safe text")
    try expect(
      Width.of(shown) <= 9 * given.unicodeScalars.count, "safe text is nine times as wide")
    for limit in [0, 1, 2, 7, bytes.count % 80] {
      let cut = SafeText(given, limit: limit)
      try expectInert(cut.string, "safe text of \(limit) characters")
      try expect(cut.string.count <= limit, "more than \(limit) characters")
      try expect(
        limit == 0 || cut == shown || cut.string.last == "…", "cut without saying so at \(limit)")
    }
    for line in SafeText.lines(of: UntrustedText(given)) { try expectInert(line.string, "a line") }
    let middle = bytes.count / 2
    let halves = [bytes[..<middle], bytes[middle...]].map {
      SafeText(String(decoding: $0, as: UTF8.self))
    }
    try expectInert((halves[0] + halves[1]).string, "two safe texts after each other")
    try checkJSON(given)
  }

  private static func checkJSON(_ given: String) throws {
    let json = InertJSON.escaped(String(decoding: try JSONEncoder().encode([given]), as: UTF8.self))
    try expect(!json.unicodeScalars.contains(where: InertText.acts), "JSON that acts on a terminal")
    let read = try JSONDecoder().decode([String].self, from: Data(json.utf8))
    try expect(
      read.count == 1 && read[0].unicodeScalars.elementsEqual(given.unicodeScalars),
      "JSON made inert says something else")
  }

  /// Measuring, drawing, cutting and wrapping agree.
  static func checkWidth(_ bytes: [UInt8]) throws {
    let text = SafeText(String(decoding: bytes.prefix(1_024), as: UTF8.self))
    let width = Width.of(text)
    let widths = text.string.map(Width.full)
    try expect(width == widths.reduce(0, +), "another width than its characters have together")
    var frame = Frame(size: Size(columns: width + 1, rows: 1))
    let drawn = frame.put(text, at: Point(column: 0, row: 0), style: Style(.text))
    try expect(drawn == width, "drawn \(drawn) columns wide and measured \(width)")
    for columns in Set([0, 1, 2, 3, 10, 40, width / 2, max(0, width - 1), width, width + 1]) {
      try checkCut(text, width, columns)
      try checkWrap(text, widths, columns)
    }
  }

  private static func checkCut(_ text: SafeText, _ width: Int, _ columns: Int) throws {
    let prefix = Width.prefix(text, columns: columns)
    try expect(Width.of(prefix) <= columns, "a beginning wider than \(columns)")
    try expect(text.string.hasPrefix(prefix.string), "a beginning that is none")
    let cut = Width.truncated(text, to: columns)
    try expect(Width.of(cut) <= columns, "cut wider than \(columns)")
    try expectInert(cut.string, "a cut text")
    try expect(width > columns || cut == text, "cut although it fits in \(columns)")
    try expect(
      width <= columns || columns == 0 || cut.string.last == "…", "cut at \(columns) unsaid")
    var frame = Frame(size: Size(columns: columns, rows: 1))
    frame.put(text, at: Point(column: 0, row: 0), style: Style(.text))
    let row = (0..<columns).map { Int(frame[$0, 0].width) }
    try expect(row.reduce(0, +) == columns, "a row of \(columns) columns has another width")
  }

  private static func checkWrap(_ text: SafeText, _ widths: [Int], _ columns: Int) throws {
    let lines = Width.wrap(text, columns: columns)
    try expect(
      lines.allSatisfy { Width.of($0) <= columns }, "a wrapped line is wider than \(columns)")
    // A letter with the four marks it may have is not parted.
    guard columns > widestLetter else { return }
    let kept = lines.map { $0.string.filter { $0 != " " } }.joined()
    try expect(
      kept.unicodeScalars.elementsEqual(text.string.filter { $0 != " " }.unicodeScalars),
      "wrapping to \(columns) lost or changed letters")
  }

  /// One line of text that a terminal only shows, and that the filter leaves as it is.
  static func expectInert(_ text: String, _ what: String) throws {
    if let scalar = text.unicodeScalars.first(where: InertText.acts) {
      throw BrokenRule("\(what) holds U+\(String(scalar.value, radix: 16, uppercase: true))")
    }
    try expect(SafeText(text).string == text, "\(what) is changed by the filter")
  }
}
