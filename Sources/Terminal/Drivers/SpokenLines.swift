/// Frames as lines to listen to: what is new in each, the line with the cursor last.
///
/// A row is cut where borders stand in it, so that panes beside each other are lines of their own.
/// What was on the screen before, wherever, is not said again; so a list that scrolls is silent
/// but for what came into view, and so is what comes to light when something above it is closed.
struct SpokenLines {
  /// What of a line is worth saying when it changes: lines with the same gist are the same.
  var gist: (String) -> String = { $0 }

  private var shown: [String: Int] = [:]
  /// What was shown in each of the things that lie above each other.
  private var covered: [String: [String: Int]] = [:]
  private var place: Frame.Place?
  /// What stood in each row.
  private var rows: [Set<String>] = []
  private var focused: Line?

  /// A line and where it stands.
  private struct Line {
    var text: String
    var gist: String
    var row: Int

    func isSame(as other: Line?) -> Bool { gist == other?.gist && row == other?.row }
  }

  /// Everything counts as new from here.
  mutating func forget() {
    shown = [:]
    covered = [:]
    rows = []
    place = nil
    focused = nil
  }

  /// What a frame has that the one before had not. The line with the cursor begins with "> ".
  mutating func news(in frame: Frame) -> [String] {
    var lines: [String] = []
    if let place = frame.place, place != self.place { lines += enter(place) }
    var known = shown
    var present: [String: Int] = [:]
    var focused: Line?
    var rows: [Set<String>] = []
    for row in 0..<frame.size.rows {
      let before = self.rows.indices.contains(row) ? self.rows[row] : []
      rows.append([])
      for segment in Self.segments(of: row, in: frame) {
        let text = segment.text
        let hasCursor = frame.cursor.map {
          $0.row == row && segment.columns.contains($0.column)
        }
        let gist = gist(text)
        if !text.isEmpty { present[gist, default: 0] += 1 }
        rows[row].insert(gist)
        if hasCursor == true {
          focused = Line(text: text, gist: gist, row: row)
        } else if !text.isEmpty, known[gist, default: 0] == 0, !before.contains(gist) {
          lines.append(text)
        }
        if known[gist, default: 0] > 0 { known[gist, default: 0] -= 1 }
      }
    }
    if let focused, !focused.isSame(as: self.focused) { lines.append("> " + focused.text) }
    self.focused = focused
    shown = present
    self.rows = rows
    return lines
  }

  /// Says where the hands are now; what lies there and was heard before is not news.
  private mutating func enter(_ new: Frame.Place) -> [String] {
    let old = place
    place = new
    if old?.layers != new.layers {
      if let name = old?.layers.joined(separator: "/") { covered[name] = shown }
      let stack = new.layers.indices.map { new.layers[...$0].joined(separator: "/") }
      shown = stack.last.flatMap { covered[$0] } ?? [:]
      covered = covered.filter { stack.contains($0.key) }
      focused = nil
    }
    guard !new.title.string.isEmpty else { return [] }
    shown[gist(new.title.string), default: 0] += 1
    return ["= " + new.title.string]
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
