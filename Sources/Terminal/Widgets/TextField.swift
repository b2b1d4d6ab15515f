import TextSafety

/// One line of text that is being edited.
///
/// ``text`` is what the person gave, unfiltered; the view shows it through ``SafeText``.
public struct TextField: Sendable {
  private var buffer: TextBuffer

  /// A field with a text, the cursor at its end. Line breaks become blanks.
  public init(_ text: String = "") {
    buffer = TextBuffer(Self.single(text))
  }

  /// The text as the person gave it. Setting it puts the cursor at the end and forgets the history.
  public var text: String {
    get { buffer.text }
    set { buffer = TextBuffer(Self.single(newValue)) }
  }

  /// Where the cursor is, in characters from the beginning.
  public var cursor: Int {
    get { buffer.cursor.column }
    set { buffer.move(to: TextBuffer.Position(line: 0, column: newValue)) }
  }

  /// Whether there is no text.
  public var isEmpty: Bool { buffer.isEmpty }

  /// Takes a key; false when the key means nothing to a field, as Enter and Tab.
  public mutating func handle(_ key: KeyStroke) -> Bool {
    buffer.handle(key)
  }

  /// Puts pasted text at the cursor; line breaks become blanks.
  public mutating func insert(_ text: String) {
    buffer.insert(Self.single(text))
  }

  /// Takes back the latest change; false when there is none.
  @discardableResult
  public mutating func undo() -> Bool { buffer.undo() }

  /// Does again what was taken back; false when there is nothing.
  @discardableResult
  public mutating func redo() -> Bool { buffer.redo() }

  private static func single(_ text: String) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    return String(text.map { $0.isNewline ? " " : $0 })
  }

  /// Draws the field in the first row of an area, scrolled so that the cursor is seen; when it has
  /// the focus the frame's cursor is placed.
  public func view(
    in area: Rect, focused: Bool, into frame: inout Frame, style: Style? = nil,
    placeholder: SafeText = ""
  ) {
    let row = Rect(
      column: area.column, row: area.row, columns: area.columns, rows: min(1, area.rows))
    guard !row.isEmpty else { return }
    let style = style ?? Style(focused ? .fieldFocus : .field)
    frame.fill(row, style)
    let line = buffer.lines[0]
    if line.isEmpty, !placeholder.isEmpty {
      frame.put(Width.truncated(placeholder, to: row.columns), at: row.origin, style: style)
    }
    // The cursor takes a column; of a long text a little is seen after it, the rest before it.
    let column = buffer.cursor.column
    var first = column
    var before = 0
    var after = 0
    for character in line[column...] {
      if after >= row.columns / 4 { break }
      after += ShownCharacter.width(character)
    }
    let room = max(0, row.columns - max(1, after))
    while first > 0 {
      let width = ShownCharacter.width(line[first - 1])
      if before + width > room { break }
      before += width
      first -= 1
    }
    var place = row.column
    for index in first..<line.count where place < row.maxColumn {
      let shown = ShownCharacter.text(line[index])
      place += frame.put(shown, at: Point(column: place, row: row.row), style: style, clip: row)
    }
    if focused { frame.cursor = Point(column: row.column + before, row: row.row) }
  }
}

/// A character of edited text as it is shown, by itself.
enum ShownCharacter {
  static func text(_ character: Character) -> SafeText {
    SafeText(String(character))
  }

  static func width(_ character: Character) -> Int {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
    return Width.of(text(character))
  }
}
