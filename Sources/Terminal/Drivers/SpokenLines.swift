/// Frames as lines to listen to: what is new in each, the line with the cursor last.
///
/// A row is cut where borders stand in it, so that panes beside each other are lines of their own.
/// What was on the screen before, wherever, is not said again; so a list that scrolls is silent
/// but for what came into view.
struct SpokenLines {
  private var shown: [String: Int] = [:]
  private var focused: Line?

  /// A line and where it stands.
  private struct Line: Equatable {
    var text: String
    var row: Int
  }

  /// Everything counts as new from here.
  mutating func forget() {
    shown = [:]
    focused = nil
  }

  /// What a frame has that the one before had not. The line with the cursor begins with "> ".
  mutating func news(in frame: Frame) -> [String] {
    var known = shown
    var present: [String: Int] = [:]
    var lines: [String] = []
    var focused: Line?
    for row in 0..<frame.size.rows {
      for segment in Self.segments(of: row, in: frame) {
        let text = segment.text
        let hasCursor = frame.cursor.map {
          $0.row == row && segment.columns.contains($0.column)
        }
        if !text.isEmpty { present[text, default: 0] += 1 }
        if hasCursor == true {
          focused = Line(text: text, row: row)
        } else if !text.isEmpty, known[text, default: 0] == 0 {
          lines.append(text)
        }
        if known[text, default: 0] > 0 { known[text, default: 0] -= 1 }
      }
    }
    if let focused, focused != self.focused { lines.append("> " + focused.text) }
    self.focused = focused
    shown = present
    return lines
  }

  /// The parts of a row between borders, without what is drawn rather than said.
  private static func segments(
    of row: Int, in frame: Frame
  ) -> [(text: String, columns: Range<Int>)] {
    var segments: [(text: String, columns: Range<Int>)] = []
    var text = ""
    var start = 0
    for column in 0..<frame.size.columns {
      let cell = frame[column, row]
      if isUpright(cell.text) {
        segments.append((trimmed(text), start..<column))
        text = ""
        start = column + 1
      } else if cell.text == " " || isDrawn(cell.text) {
        if !text.isEmpty, text.last != " " { text.append(" ") }
      } else {
        text.append(cell.text)
      }
    }
    segments.append((trimmed(text), start..<frame.size.columns))
    return segments
  }

  private static func trimmed(_ text: String) -> String {
    text.last == " " ? String(text.dropLast()) : text
  }

  /// Lines, corners and crossings that part what is left of them from what is right.
  private static func isUpright(_ character: Character) -> Bool {
    "│┃┌┐└┘├┤┬┴┼".contains(character)
  }

  private static func isDrawn(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x2500...0x259F).contains($0.value) }
  }
}
