import Glibc
import TextSafety

/// What the screen should show: a value, made anew for each change, compared with the one before.
///
/// A frame takes only ``SafeText``, so that nothing untrusted can reach the terminal by mistake.
/// Everything that lies outside the frame is left out.
public struct Frame: Sendable, Equatable {
  /// The extent.
  public let size: Size
  /// Where the terminal's cursor stands; nil hides it.
  public var cursor: Point?
  /// The terminal's title; nil leaves it as it is.
  public var title: SafeText?
  /// Where the officer is, for those who listen; nil where it is not told.
  public var place: Place?
  /// Whether the terminal's bell rings once when the frame is drawn.
  public var bell = false

  private var cells: [Cell]

  #if DEBUG
    /// Texts that did not fit where they were put: for tests, which allow none.
    private(set) var cutTexts: [String] = []
  #endif

  /// Where the hands are: which of the things that lie above each other, and which part of it.
  public struct Place: Sendable, Equatable {
    /// The names of what lies above each other, the topmost last. Another name is another thing.
    public var layers: [String]
    /// What has the focus, in words.
    public var title: SafeText

    /// Takes both as they are.
    public init(layers: [String], title: SafeText) {
      self.layers = layers
      self.title = title
    }
  }

  /// An empty frame.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank(), count: size.columns * size.rows)
  }

  /// The whole frame.
  public var bounds: Rect { Rect(size) }

  /// The cell at a place; a blank outside the frame.
  public subscript(column: Int, row: Int) -> Cell {
    guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return .blank() }
    return cells[row * size.columns + column]
  }

  // MARK: Drawing

  /// Writes text in one row. Returns the columns used.
  ///
  /// Text ends at `maxColumns`, at the clip's edge or at the frame's, and never in the middle of a
  /// wide character. A wide character of which half is overwritten loses the other half.
  @discardableResult
  public mutating func put(
    _ text: SafeText, at point: Point, width maxColumns: Int? = nil, style: Style,
    clip: Rect? = nil
  ) -> Int {
    let visible = clip.map(bounds.intersection) ?? bounds
    guard point.row >= visible.row, point.row < visible.maxRow, point.column < visible.maxColumn,
      point.column > -1_000_000
    else { return 0 }
    let limit = min(
      visible.maxColumn, maxColumns.map { point.column + min(max(0, $0), 1_000_000) } ?? .max)
    if Width.isSimple(text) {
      return putSimple(text, at: point, from: visible.column, to: limit, style)
    }
    var column = point.column
    for character in text.string {
      if column >= limit {
        noteCut(text)
        break
      }
      var isFull = false
      Width.eachPiece(of: character) { piece in
        guard !isFull, column + piece.width <= limit else {
          isFull = true
          return
        }
        if column >= visible.column {
          set(column, point.row, piece, style)
        } else if column + piece.width > visible.column {
          // The right half of a wide character that begins outside the clip.
          set(column + 1, point.row, Width.Piece(.blank, width: 1), style)
        }
        column += piece.width
      }
      if isFull {
        noteCut(text)
        break
      }
    }
    return column - point.column
  }

  /// As ``put(_:at:width:style:clip:)`` where each scalar is a character of one column.
  private mutating func putSimple(
    _ text: SafeText, at point: Point, from left: Int, to limit: Int, _ style: Style
  ) -> Int {
    var column = point.column
    for scalar in text.string.unicodeScalars {
      guard column < limit else {
        noteCut(text)
        break
      }
      if column >= left {
        set(column, point.row, Width.Piece(Grapheme(scalar), width: 1), style)
      }
      column += 1
    }
    return column - point.column
  }

  private mutating func noteCut(_ text: SafeText) {
    #if DEBUG
      if text.string.contains(where: { $0 != " " }) { cutTexts.append(text.string) }
    #endif
  }

  /// Puts another frame's cells in the place of what is there. A wide character of which half is
  /// overwritten, or lies outside, loses the other half.
  public mutating func put(_ other: Frame, at point: Point) {
    let area = Rect(
      column: point.column, row: point.row, columns: other.size.columns, rows: other.size.rows
    ).intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.row..<area.maxRow {
      let start = row * size.columns + area.column
      let end = start + area.columns
      if cells[start].width == 0, area.column > 0 {
        cells[start - 1] = .blank(cells[start - 1].style)
      }
      if cells[end - 1].width == 2, area.maxColumn < size.columns {
        cells[end] = .blank(cells[end].style)
      }
      let source = (row - point.row) * other.size.columns + area.column - point.column
      cells.replaceSubrange(
        start..<end, with: other.cells[source..<source + area.columns])
      if cells[start].width == 0 { cells[start] = .blank(cells[start].style) }
      if cells[end - 1].width == 2 { cells[end - 1] = .blank(cells[end - 1].style) }
    }
  }

  /// Fills a part with one character of one column.
  public mutating func fill(_ rect: Rect, _ style: Style, _ character: Character = " ") {
    fill(rect, style, with: Self.filling(character))
  }

  private mutating func fill(_ rect: Rect, _ style: Style, with piece: Width.Piece) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let cell = Cell(piece.grapheme, width: 1, style: style)
    for row in area.row..<area.maxRow {
      // The edges may cut a wide character in two.
      set(area.column, row, piece, style)
      set(area.maxColumn - 1, row, piece, style)
      let start = row * size.columns
      for index in start + area.column..<start + area.maxColumn { cells[index] = cell }
    }
  }

  private static let horizontal = filling("─")
  private static let vertical = filling("│")

  /// The character to fill with. It passes the filter as all text does.
  private static func filling(_ character: Character) -> Width.Piece {
    var piece = Width.Piece(.blank, width: 1)
    if character == " " { return piece }
    if let safe = SafeText(String(character)).string.first, Width.full(safe) == 1 {
      Width.eachPiece(of: safe) { piece = $0 }
    }
    return piece
  }

  /// Draws a thin border with a title at the left of its upper edge and a trailing text at the
  /// right, cut with "…" where they don't fit. The inside is left as it is.
  public mutating func box(
    _ rect: Rect, title: SafeText, trailing: SafeText = "", style: Style, titleStyle: Style
  ) {
    guard rect.columns >= 2, rect.rows >= 2, !rect.intersection(bounds).isEmpty else { return }
    let right = rect.maxColumn - 1
    let bottom = rect.maxRow - 1
    let inside = rect.columns - 2
    for row in [rect.row, bottom] {
      let edge = Rect(column: rect.column + 1, row: row, columns: inside, rows: 1)
      fill(edge, style, with: Self.horizontal)
    }
    for column in [rect.column, right] {
      let edge = Rect(column: column, row: rect.row + 1, columns: 1, rows: rect.rows - 2)
      fill(edge, style, with: Self.vertical)
    }
    put("┌", at: Point(column: rect.column, row: rect.row), style: style)
    put("┐", at: Point(column: right, row: rect.row), style: style)
    put("└", at: Point(column: rect.column, row: bottom), style: style)
    put("┘", at: Point(column: right, row: bottom), style: style)

    // One line of border stays beside each text: "┌ Title ──── trailing ┐".
    let room = inside - 2
    guard room > 0 else { return }
    let shown = Width.truncated(title, to: room)
    var used = 0
    if !shown.isEmpty {
      used = put(
        " " + shown + " ", at: Point(column: rect.column + 1, row: rect.row), style: titleStyle)
    }
    let trailingRoom = inside - used - 3
    guard !trailing.isEmpty, trailingRoom > 0 else { return }
    let rest = Width.truncated(trailing, to: trailingRoom)
    put(
      " " + rest + " ", at: Point(column: right - Width.of(rest) - 2, row: rect.row),
      style: titleStyle)
  }

  /// Changes the style of a part and leaves its text.
  public mutating func restyle(_ rect: Rect, _ transform: (Style) -> Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.row..<area.maxRow {
      for column in area.column..<area.maxColumn {
        let index = row * size.columns + column
        cells[index].style = transform(cells[index].style)
      }
    }
  }

  /// Callers have made sure that the whole piece lies in the frame.
  private mutating func set(_ column: Int, _ row: Int, _ piece: Width.Piece, _ style: Style) {
    let index = row * size.columns + column
    let last = column + piece.width - 1
    // The left half of a wide character whose right half is overwritten.
    if cells[index].width == 0, column > 0 {
      cells[index - 1].grapheme = .blank
      cells[index - 1].width = 1
    }
    // The right half of a wide character whose left half is overwritten.
    if cells[index + piece.width - 1].width == 2, last + 1 < size.columns {
      cells[index + piece.width].grapheme = .blank
      cells[index + piece.width].width = 1
    }
    cells[index] = Cell(piece.grapheme, width: UInt8(piece.width), style: style)
    if piece.width == 2 { cells[index + 1] = Cell(.blank, width: 0, style: style) }
  }

  // MARK: Reading

  /// The rows as plain text, without blanks at their ends, with a line break between them.
  public func text() -> String {
    (0..<size.rows).map(rowText).joined(separator: "\n")
  }

  /// One row as plain text, without blanks at its end; empty outside the frame.
  public func rowText(_ row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    var text = ""
    for column in 0..<size.columns {
      let cell = cells[row * size.columns + column]
      if cell.width > 0 { text.append(cell.text) }
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The parts that differ from an earlier frame: at most one for each row, whole characters.
  ///
  /// All of every row when the sizes differ.
  public func changes(from old: Frame) -> [(row: Int, columns: Range<Int>)] {
    guard size.columns > 0 else { return [] }
    if old.size != size { return (0..<size.rows).map { ($0, 0..<size.columns) } }
    var changes: [(row: Int, columns: Range<Int>)] = []
    for row in 0..<size.rows {
      let start = row * size.columns
      let end = start + size.columns
      guard !isSame(start..<end, as: old),
        var first = (start..<end).first(where: { cells[$0] != old.cells[$0] }),
        var last = (first..<end).last(where: { cells[$0] != old.cells[$0] })
      else { continue }
      if first > start, cells[first].width == 0 || old.cells[first].width == 0 { first -= 1 }
      if last + 1 < end, cells[last].width == 2 || old.cells[last].width == 2 { last += 1 }
      changes.append((row, first - start..<last + 1 - start))
    }
    return changes
  }

  /// Whether cells are the same to the bit, as most are from frame to frame; they may be equal without.
  private func isSame(_ range: Range<Int>, as old: Frame) -> Bool {
    let stride = MemoryLayout<Cell>.stride
    let bytes = range.lowerBound * stride..<range.upperBound * stride
    return cells.withUnsafeBytes { new in
      old.cells.withUnsafeBytes { old in
        guard let new = new.baseAddress, let old = old.baseAddress else { return true }
        return memcmp(new + bytes.lowerBound, old + bytes.lowerBound, bytes.count) == 0
      }
    }
  }
}
