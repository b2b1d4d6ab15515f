/// Text that is being edited: lines of characters, a cursor, and what was done, to be undone.
///
/// The text is what the person gave, unfiltered; whoever shows it filters it.
struct TextBuffer: Sendable {
  /// A place between two characters.
  struct Position: Hashable, Comparable, Sendable {
    var line: Int
    var column: Int

    static func < (left: Position, right: Position) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  private struct Edit: Sendable {
    var start: Position
    var removed: [[Character]]
    var inserted: [[Character]]
    var cursorBefore: Position
    /// Typing goes on in the same step until something else is done.
    var isTyping: Bool
  }

  /// Steps that can be undone.
  private static let historyLimit = 500

  private(set) var lines: [[Character]] = [[]]
  private(set) var cursor = Position(line: 0, column: 0)
  private var undone: [Edit] = []
  private var done: [Edit] = []
  private var typingIsOpen = false
  /// The latest killed text, for yanking.
  private(set) var killed: [[Character]] = []

  init(_ text: String = "") {
    lines = Self.split(text)
    cursor = end
  }

  var text: String {
    var text = ""
    for (index, line) in lines.enumerated() {
      if index > 0 { text += "\n" }
      text += String(line)
    }
    return text
  }

  var isEmpty: Bool { lines.count == 1 && lines[0].isEmpty }

  var end: Position { Position(line: lines.count - 1, column: lines[lines.count - 1].count) }

  /// The lines of a text; every kind of line break ends one.
  static func split(_ text: String) -> [[Character]] {
    var lines: [[Character]] = [[]]
    for character in text {
      if character.isNewline {
        lines.append([])
      } else {
        lines[lines.count - 1].append(character)
      }
    }
    return lines
  }

  func clamped(_ position: Position) -> Position {
    let line = min(max(0, position.line), lines.count - 1)
    return Position(line: line, column: min(max(0, position.column), lines[line].count))
  }

  // MARK: Moving

  mutating func move(to position: Position) {
    cursor = clamped(position)
    typingIsOpen = false
  }

  func before(_ position: Position) -> Position {
    if position.column > 0 { return Position(line: position.line, column: position.column - 1) }
    guard position.line > 0 else { return position }
    return Position(line: position.line - 1, column: lines[position.line - 1].count)
  }

  func after(_ position: Position) -> Position {
    if position.column < lines[position.line].count {
      return Position(line: position.line, column: position.column + 1)
    }
    guard position.line + 1 < lines.count else { return position }
    return Position(line: position.line + 1, column: 0)
  }

  private func isWord(_ position: Position) -> Bool {
    let line = lines[position.line]
    guard position.column < line.count else { return false }
    let character = line[position.column]
    return character.isLetter || character.isNumber
  }

  func wordStart(before position: Position) -> Position {
    var place = position
    while place > Position(line: 0, column: 0), !isWord(before(place)) { place = before(place) }
    while place.column > 0, isWord(before(place)) { place = before(place) }
    return place
  }

  func wordEnd(after position: Position) -> Position {
    var place = position
    let end = end
    while place < end, !isWord(place) { place = after(place) }
    while isWord(place) { place = after(place) }
    return place
  }

  /// The place where a run without blanks begins, on the same line.
  func blankStart(before position: Position) -> Position {
    var place = position
    let line = lines[place.line]
    while place.column > 0, line[place.column - 1] == " " { place.column -= 1 }
    while place.column > 0, line[place.column - 1] != " " { place.column -= 1 }
    return place
  }

  // MARK: Changing

  /// Puts text at the cursor.
  mutating func insert(_ text: String, typing: Bool = false) {
    guard !text.isEmpty else { return }
    var start = cursor
    var inserted = Self.split(text)
    // A mark typed alone joins the letter before it.
    if start.column > 0, let first = inserted[0].first,
      (first.unicodeScalars.first?.value ?? 0) >= 0x300
    {
      let previous = lines[start.line][start.column - 1]
      let joined = Array(String([previous, first]))
      if joined.count == 1 {
        start.column -= 1
        inserted[0].replaceSubrange(0..<1, with: joined)
      }
    }
    replace(start, cursor, with: inserted, typing: typing)
  }

  /// Removes what is between the cursor and another place.
  mutating func delete(to other: Position, kill: Bool = false) {
    let other = clamped(other)
    let start = min(cursor, other)
    let stop = max(cursor, other)
    guard start < stop else { return }
    if kill { killed = slice(start, stop) }
    replace(start, stop, with: [[]], typing: false)
  }

  /// Puts the latest killed text at the cursor.
  mutating func yank() {
    insert(killed.map { String($0) }.joined(separator: "\n"))
  }

  private func slice(_ start: Position, _ stop: Position) -> [[Character]] {
    if start.line == stop.line { return [Array(lines[start.line][start.column..<stop.column])] }
    var slice = [Array(lines[start.line][start.column...])]
    slice += lines[(start.line + 1)..<stop.line]
    slice.append(Array(lines[stop.line][..<stop.column]))
    return slice
  }

  private mutating func replace(
    _ start: Position, _ stop: Position, with inserted: [[Character]], typing: Bool
  ) {
    let removed = slice(start, stop)
    let before = cursor
    apply(start, stop, inserted)
    undone = []
    let isSimple = typing && inserted.count == 1 && removed == [[]]
    if isSimple, typingIsOpen, !Self.beginsWord(inserted[0], after: done.last),
      var last = done.popLast()
    {
      last.inserted[0] += inserted[0]
      done.append(last)
    } else {
      done.append(
        Edit(
          start: start, removed: removed, inserted: inserted, cursorBefore: before,
          isTyping: typing))
      if done.count > Self.historyLimit { done.removeFirst() }
    }
    typingIsOpen = isSimple
  }

  /// Each word that is typed is a step of its own, with the blanks after it.
  private static func beginsWord(_ typed: [Character], after edit: Edit?) -> Bool {
    guard let next = typed.first, let before = edit?.inserted.last?.last else { return false }
    return before.isWhitespace && !next.isWhitespace
  }

  private mutating func apply(_ start: Position, _ stop: Position, _ inserted: [[Character]]) {
    guard let first = inserted.first, let last = inserted.last else { return }
    if inserted.count == 1, start.line == stop.line {
      // In place: a key in a long line copies nothing but what moves.
      lines[start.line].replaceSubrange(start.column..<stop.column, with: first)
      cursor = Position(line: start.line, column: start.column + first.count)
      return
    }
    var replaced = inserted
    let tail = lines[stop.line][stop.column...]
    replaced[replaced.count - 1] += tail
    replaced[0] = lines[start.line][..<start.column] + replaced[0]
    lines.replaceSubrange(start.line...stop.line, with: replaced)
    let isOneLine = inserted.count == 1
    cursor = Position(
      line: start.line + inserted.count - 1,
      column: last.count + (isOneLine ? start.column : 0))
  }

  private static func stop(_ start: Position, _ text: [[Character]]) -> Position {
    guard let last = text.last else { return start }
    return Position(
      line: start.line + text.count - 1,
      column: last.count + (text.count == 1 ? start.column : 0))
  }

  /// Takes back the latest change; false when there is none.
  mutating func undo() -> Bool {
    guard let edit = done.popLast() else { return false }
    apply(edit.start, Self.stop(edit.start, edit.inserted), edit.removed)
    cursor = clamped(edit.cursorBefore)
    undone.append(edit)
    typingIsOpen = false
    return true
  }

  /// Does again what was taken back; false when there is nothing.
  mutating func redo() -> Bool {
    guard let edit = undone.popLast() else { return false }
    apply(edit.start, Self.stop(edit.start, edit.removed), edit.inserted)
    done.append(edit)
    typingIsOpen = false
    return true
  }
}
