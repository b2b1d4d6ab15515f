extension TextBuffer {
  /// The keys that a field and an editor share. False when the key means nothing here.
  mutating func handle(_ stroke: KeyStroke) -> Bool {
    if let character = stroke.typed {
      guard !character.isNewline else { return false }
      insert(String(character), typing: true)
      return true
    }
    switch stroke {
    case KeyStroke(.left), Self.control("b"): move(to: before(cursor))
    case KeyStroke(.right), Self.control("f"): move(to: after(cursor))
    case KeyStroke(.home), Self.control("a"): move(to: lineStart)
    case KeyStroke(.end), Self.control("e"): move(to: lineEnd)
    case KeyStroke(.left, control: true), KeyStroke(.left, meta: true), Self.meta("b"):
      move(to: wordStart(before: cursor))
    case KeyStroke(.right, control: true), KeyStroke(.right, meta: true), Self.meta("f"):
      move(to: wordEnd(after: cursor))
    case KeyStroke(.backspace): delete(to: before(cursor))
    case KeyStroke(.delete), Self.control("d"): delete(to: after(cursor))
    case Self.control("k"):
      let isAtEnd = cursor == lineEnd
      delete(to: isAtEnd ? after(cursor) : lineEnd, kill: true)
    case Self.control("u"): delete(to: lineStart, kill: true)
    case Self.control("w"): delete(to: blankStart(before: cursor), kill: true)
    case KeyStroke(.backspace, meta: true): delete(to: wordStart(before: cursor), kill: true)
    case Self.meta("d"), KeyStroke(.delete, control: true):
      delete(to: wordEnd(after: cursor), kill: true)
    case Self.control("y"): yank()
    case Self.control("_"): _ = undo()
    case Self.meta("_"): _ = redo()
    default: return false
    }
    return true
  }

  private var lineStart: Position { Position(line: cursor.line, column: 0) }
  private var lineEnd: Position {
    Position(line: cursor.line, column: lines[cursor.line].count)
  }

  static func control(_ character: Character) -> KeyStroke {
    KeyStroke(.character(character), control: true)
  }

  static func meta(_ character: Character) -> KeyStroke {
    KeyStroke(.character(character), meta: true)
  }
}
