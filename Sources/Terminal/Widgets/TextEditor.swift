import TextSafety

/// Several lines of text that are being edited, wrapped to the width of the view.
///
/// ``text`` is what the person gave, unfiltered; the view shows it through ``SafeText``. Keys that
/// move by visual lines need the width of the view: set ``columns`` and ``rows`` before, as
/// ``layout(_:)`` does.
public struct TextEditor: Sendable {
  private var buffer: TextBuffer
  /// Columns of the view, at least 2: one is the cursor's.
  private var columns = 80
  private var rows = 24
  /// The first visible line of the text and the visual line in it.
  private var top = VisualPlace(line: 0, part: 0)
  /// The column that moving up and down tries to keep.
  private var goal: Int?

  private struct VisualPlace: Hashable, Comparable, Sendable {
    var line: Int
    var part: Int

    static func < (left: VisualPlace, right: VisualPlace) -> Bool {
      (left.line, left.part) < (right.line, right.part)
    }
  }

  /// An editor with a text, the cursor at its end.
  public init(_ text: String = "") {
    buffer = TextBuffer(text)
  }

  /// The text as the person gave it, lines separated by "\n". Setting it puts the cursor at the end
  /// and forgets the history.
  public var text: String {
    get { buffer.text }
    set {
      buffer = TextBuffer(newValue)
      top = VisualPlace(line: 0, part: 0)
      goal = nil
      keepCursorVisible()
    }
  }

  /// Whether there is no text.
  public var isEmpty: Bool { buffer.isEmpty }

  /// The line of the cursor, from 0.
  public var cursorLine: Int { buffer.cursor.line }

  /// The character of the line that the cursor stands before, from 0.
  public var cursorColumn: Int { buffer.cursor.column }

  /// How many lines the text has, at least one.
  public var lineCount: Int { buffer.lines.count }

  /// Places the cursor; out of bounds is brought in.
  public mutating func moveCursor(line: Int, column: Int) {
    buffer.move(to: TextBuffer.Position(line: line, column: column))
    goal = nil
    keepCursorVisible()
  }

  /// Tells the extent of the view, which wrapping and paging depend on.
  public mutating func layout(_ size: Size) {
    columns = max(2, size.columns)
    rows = max(1, size.rows)
    keepCursorVisible()
  }

  // MARK: Keys

  /// Takes a key; false when the key means nothing to an editor, as Escape and Tab.
  public mutating func handle(_ key: KeyStroke) -> Bool {
    switch key {
    case KeyStroke(.enter):
      buffer.insert("\n")
    case KeyStroke(.up), TextBuffer.control("p"):
      moveVisually(by: -1)
      return true
    case KeyStroke(.down), TextBuffer.control("n"):
      moveVisually(by: 1)
      return true
    case KeyStroke(.pageUp), TextBuffer.meta("v"):
      moveVisually(by: -max(1, rows - 1))
      return true
    case KeyStroke(.pageDown), TextBuffer.control("v"):
      moveVisually(by: max(1, rows - 1))
      return true
    case KeyStroke(.home, control: true), TextBuffer.meta("<"):
      buffer.move(to: TextBuffer.Position(line: 0, column: 0))
    case KeyStroke(.end, control: true), TextBuffer.meta(">"):
      buffer.move(to: buffer.end)
    default:
      guard buffer.handle(key) else { return false }
    }
    goal = nil
    keepCursorVisible()
    return true
  }

  /// Puts pasted text at the cursor, with its line breaks.
  public mutating func insert(_ text: String) {
    buffer.insert(text)
    goal = nil
    keepCursorVisible()
  }

  /// Takes back the latest change; false when there is none.
  @discardableResult
  public mutating func undo() -> Bool {
    defer { keepCursorVisible() }
    return buffer.undo()
  }

  /// Does again what was taken back; false when there is nothing.
  @discardableResult
  public mutating func redo() -> Bool {
    defer { keepCursorVisible() }
    return buffer.redo()
  }

  // MARK: Visual lines

  /// The parts of a line that are shown in rows of their own; at least one.
  private func parts(of line: Int) -> [Range<Int>] {
    let characters = buffer.lines[line]
    // The last column is left for a cursor at the end of a full row.
    if characters.count < columns, characters.allSatisfy({ $0.isASCII }) {
      let isShown = characters.allSatisfy { ShownCharacter.width($0) == 1 }
      if isShown { return [0..<characters.count] }
    }
    return WordWrap.ranges(
      widths: characters.map(ShownCharacter.width), columns: columns - 1
    ) { characters[$0] == " " }
  }

  private func cursorPlace() -> (place: VisualPlace, part: Range<Int>) {
    let cursor = buffer.cursor
    let parts = parts(of: cursor.line)
    let index = parts.lastIndex { $0.lowerBound <= cursor.column } ?? 0
    return (VisualPlace(line: cursor.line, part: index), parts[index])
  }

  private func width(_ line: Int, _ range: Range<Int>) -> Int {
    buffer.lines[line][range].reduce(0) { $0 + ShownCharacter.width($1) }
  }

  private mutating func moveVisually(by rows: Int) {
    let (place, part) = cursorPlace()
    let wanted = goal ?? width(place.line, part.lowerBound..<buffer.cursor.column)
    let target = moved(place, by: rows)
    if target == place, rows != 0 {
      // At the first or last row already: to its beginning or end.
      buffer.move(to: rows < 0 ? TextBuffer.Position(line: 0, column: 0) : buffer.end)
      goal = nil
      keepCursorVisible()
      return
    }
    let parts = parts(of: target.line)
    let range = parts[target.part]
    var column = range.lowerBound
    var used = 0
    // The end of a row that goes on is the beginning of the next; stay one character before it.
    let isLast = target.part == parts.count - 1
    let last = isLast ? range.upperBound : max(range.lowerBound, range.upperBound - 1)
    while column < last {
      used += ShownCharacter.width(buffer.lines[target.line][column])
      if used > wanted { break }
      column += 1
    }
    buffer.move(to: TextBuffer.Position(line: target.line, column: column))
    goal = wanted
    keepCursorVisible()
  }

  private func moved(_ place: VisualPlace, by rows: Int) -> VisualPlace {
    var place = place
    var left = rows
    var count = parts(of: place.line).count
    while left > 0 {
      if place.part + 1 < count {
        place.part += 1
      } else if place.line + 1 < buffer.lines.count {
        place = VisualPlace(line: place.line + 1, part: 0)
        count = parts(of: place.line).count
      } else {
        break
      }
      left -= 1
    }
    while left < 0 {
      if place.part > 0 {
        place.part -= 1
      } else if place.line > 0 {
        place.line -= 1
        place.part = parts(of: place.line).count - 1
      } else {
        break
      }
      left += 1
    }
    return place
  }

  private mutating func keepCursorVisible() {
    top.line = min(top.line, buffer.lines.count - 1)
    let (place, _) = cursorPlace()
    if place < top {
      top = place
      return
    }
    let lowest = moved(place, by: -(rows - 1))
    if lowest > top { top = lowest }
    // Where there is text above, no row below it is left empty.
    let fullest = moved(end, by: -(rows - 1))
    if fullest < top { top = fullest }
  }

  private var end: VisualPlace {
    let line = buffer.lines.count - 1
    return VisualPlace(line: line, part: parts(of: line).count - 1)
  }

  /// Whether there is text above and below what an area of that extent shows.
  public func hidden(in size: Size) -> (above: Bool, below: Bool) {
    var editor = self
    editor.layout(size)
    let last = editor.moved(editor.top, by: editor.rows - 1)
    return (editor.top > VisualPlace(line: 0, part: 0), last < editor.end)
  }

  // MARK: View

  /// Draws the visible lines; when it has the focus the frame's cursor is placed. An area of another
  /// extent than ``layout(_:)`` told is wrapped anew for this view.
  public func view(in area: Rect, focused: Bool, into frame: inout Frame, style: Style? = nil) {
    guard !area.isEmpty else { return }
    var editor = self
    editor.layout(area.size)
    let style = style ?? Style(focused ? .fieldFocus : .field)
    frame.fill(area, style)
    let cursor = editor.cursorPlace()
    var row = area.row
    var line = editor.top.line
    while row < area.maxRow, line < buffer.lines.count {
      let parts = editor.parts(of: line)
      let first = line == editor.top.line ? min(editor.top.part, parts.count - 1) : 0
      for (index, part) in parts.enumerated().dropFirst(first) where row < area.maxRow {
        var column = area.column
        for character in buffer.lines[line][part] where column < area.maxColumn {
          column += frame.put(
            ShownCharacter.text(character), at: Point(column: column, row: row), style: style,
            clip: area)
        }
        if focused, cursor.place == VisualPlace(line: line, part: index) {
          let before = editor.width(line, part.lowerBound..<buffer.cursor.column)
          frame.cursor = Point(
            column: area.column + min(before, area.columns - 1), row: row)
        }
        row += 1
      }
      line += 1
    }
  }
}
