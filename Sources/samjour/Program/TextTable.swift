import Casework
import Foundation
import Terminal
import TextSafety

/// Columns for a person, as wide as what is in them. The last column is cut where the terminal
/// ends; into a pipe it goes whole.
struct TextTable {
  private var rows: [[SafeText]] = []
  private let rightAligned: Set<Int>

  /// A table whose first row is the headings.
  init(_ headings: [Phrase], _ language: Casework.Language, rightAligned: Set<Int> = []) {
    self.rightAligned = rightAligned
    if !headings.isEmpty { rows.append(headings.map { SafeText($0[language]) }) }
  }

  /// Adds a row.
  mutating func add(_ cells: [SafeText]) {
    rows.append(cells)
  }

  /// Writes the table.
  func write(to output: inout LineBuffer) {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? Width.of($0[column]) : 0 }.max() ?? 0
    }
    let room = Self.terminalColumns
    for row in rows {
      var line = ""
      var used = 0
      for (column, cell) in row.enumerated() {
        let isLast = column == row.count - 1
        var cell = cell
        if isLast, let room { cell = Width.truncated(cell, to: max(12, room - used)) }
        let padding = String(repeating: " ", count: max(0, widths[column] - Width.of(cell)))
        if rightAligned.contains(column) {
          line += padding + cell.string
        } else {
          line += cell.string + (isLast ? "" : padding)
        }
        if !isLast { line += "  " }
        used += widths[column] + 2
      }
      output.line(SafeText(line))
    }
  }

  private static var terminalColumns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
