import CNcurses
import TextSafety

/// How many columns text takes.
///
/// One rule for measuring, cutting and drawing: a cell is one character that takes a column or two
/// and the marks that take none. Any thread.
public enum Width {
  /// A piece of text that is drawn as one.
  struct Piece {
    let grapheme: Grapheme
    let width: Int

    init(_ grapheme: Grapheme, width: Int) {
      self.grapheme = grapheme
      self.width = width
    }

    /// What the system has no width for, or no column for alone, is shown as an empty box.
    static let unknown = Piece(Grapheme("▯"), width: 1)
  }

  /// Columns of a text.
  public static func of(_ text: SafeText) -> Int {
    let string = text.string
    var width = 0
    for scalar in string.unicodeScalars {
      guard let columns = alone(scalar) else { return ofClusters(string) }
      width += columns
    }
    return width
  }

  /// Whether each scalar of a text is a character of its own that takes one column.
  static func isSimple(_ text: SafeText) -> Bool {
    text.string.unicodeScalars.allSatisfy { alone($0) != nil }
  }

  private static func ofClusters(_ string: String) -> Int {
    var width = 0
    for character in string { eachPiece(of: character) { width += $0.width } }
    return width
  }

  /// Columns of a scalar that is a character of its own wherever only such stand: of Latin script, a
  /// mark of punctuation, a line or a shape. Nil for all others.
  private static func alone(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20..<0x7F: 1
    case 0xA1..<0xAD, 0xAE..<0x300, 0x2010..<0x2028, 0x2190..<0x2600:
      samjour_wcwidth(scalar.value) == 1 ? 1 : nil
    default: nil
    }
  }

  /// Columns of a character: 0, 1 or 2.
  public static func of(_ character: Character) -> Int {
    if character.isASCII { return character.isNewline || isControl(character) ? 0 : 1 }
    var width = 0
    eachPiece(of: character) { width += $0.width }
    return min(2, width)
  }

  /// The longest beginning of a text that takes at most so many columns.
  public static func prefix(_ text: SafeText, columns: Int) -> SafeText {
    guard columns > 0 else { return "" }
    let string = text.string
    if string.utf8.count <= columns { return text }
    let end = simpleEnd(string, columns: columns) ?? end(string, columns: columns)
    return end == string.endIndex ? text : SafeText(String(string[..<end]))
  }

  private static func end(_ string: String, columns: Int) -> String.Index {
    var used = 0
    for index in string.indices {
      used += full(string[index])
      if used > columns { return index }
    }
    return string.endIndex
  }

  /// Where that many columns end; nil where something before it, or just after, is not a character of
  /// a column each.
  private static func simpleEnd(_ string: String, columns: Int) -> String.Index? {
    var used = 0
    for index in string.unicodeScalars.indices {
      guard let width = alone(string.unicodeScalars[index]) else { return nil }
      used += width
      if used > columns { return index }
    }
    return string.endIndex
  }

  /// The text when it fits in so many columns, else its beginning with "…" at the end.
  public static func truncated(_ text: SafeText, to columns: Int) -> SafeText {
    guard columns > 0 else { return "" }
    let beginning = prefix(text, columns: columns)
    if beginning == text { return text }
    return prefix(beginning, columns: columns - 1) + "…"
  }

  /// The text in lines of at most so many columns, broken between words; a word that is longer
  /// than a line is broken where the line ends. No text is no lines.
  public static func wrap(_ text: SafeText, columns: Int) -> [SafeText] {
    guard columns > 0, !text.isEmpty else { return [] }
    if of(text) <= columns, text.string.last != " " { return [text] }
    let characters = text.string.flatMap { full($0) <= columns ? [$0] : bases(of: $0) }
    let widths = characters.map(full)
    return WordWrap.ranges(widths: widths, columns: columns) { characters[$0] == " " }
      .map { range in
        var range = range
        while range.count > 1, characters[range.upperBound - 1] == " " {
          range = range.lowerBound..<range.upperBound - 1
        }
        return prefix(SafeText(String(characters[range])), columns: columns)
      }
  }

  /// A cluster of letters taken apart before each letter, with its marks: for a line that has no
  /// room for the whole. A language may join letters without end into what counts as one character.
  private static func bases(of character: Character) -> [Character] {
    var bases: [String.UnicodeScalarView] = []
    for scalar in character.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark:
        bases.append((bases.popLast() ?? String.UnicodeScalarView()) + [scalar])
      default:
        bases.append(String.UnicodeScalarView([scalar]))
      }
    }
    return bases.flatMap { Array(String($0)) }
  }

  /// Columns of a character as it is drawn, which for a cluster of letters may be more than two.
  package static func full(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    var width = 0
    eachPiece(of: character) { width += $0.width }
    return width
  }

  /// The pieces that a character is drawn in: nearly always one.
  static func eachPiece(of character: Character, _ body: (Piece) -> Void) {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      let width = width(of: first)
      body(width > 0 ? Piece(Grapheme(first), width: width) : .unknown)
      return
    }
    var text = ""
    var known = 0
    for scalar in scalars {
      let width = width(of: scalar)
      if !text.isEmpty && width != 0 {
        body(piece(text, known: known))
        text = ""
      }
      if text.isEmpty { known = width }
      text.unicodeScalars.append(scalar)
    }
    body(piece(text, known: known))
  }

  private static func piece(_ text: String, known width: Int) -> Piece {
    guard width > 0, let character = text.first else { return .unknown }
    return Piece(Grapheme(character.unicodeScalars), width: width)
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20 && scalar.value < 0x7F { return 1 }
    return min(2, Int(samjour_wcwidth(scalar.value)))
  }

  private static func isControl(_ character: Character) -> Bool {
    guard let value = character.asciiValue else { return false }
    return value < 0x20 || value == 0x7F
  }
}

/// Where lines of text end.
enum WordWrap {
  /// Ranges of at most `columns` columns that together are the whole. Blanks at the end of a range
  /// may stand outside it.
  static func ranges(
    widths: [Int], columns: Int, isBlank: (Int) -> Bool
  ) -> [Range<Int>] {
    let columns = max(1, columns)
    var ranges: [Range<Int>] = []
    var start = 0
    var used = 0
    var afterBlank: Int?
    var widthAfterBlank = 0
    for index in widths.indices {
      let width = widths[index]
      if isBlank(index) {
        used += width
        afterBlank = index + 1
        widthAfterBlank = 0
        continue
      }
      if used + width > columns && index > start {
        if let place = afterBlank, place > start {
          ranges.append(start..<place)
          start = place
          used = widthAfterBlank
        }
        if used + width > columns && index > start {
          ranges.append(start..<index)
          start = index
          used = 0
          widthAfterBlank = 0
        }
        afterBlank = nil
      }
      used += width
      widthAfterBlank += width
    }
    if start < widths.count || ranges.isEmpty { ranges.append(start..<widths.count) }
    return ranges
  }
}
