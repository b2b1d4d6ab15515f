import Casework
import Terminal
import TextSafety

/// What came of an action on several subjects: those it could not be done on, and why.
public struct ReportOverlay: Sendable {
  struct Line: Sendable {
    let subject: Reference?
    let why: Phrase
  }

  let lines: [Line]
  var scroll = 0
}

extension DeskState {
  /// The lines as they are drawn: the reference once, the reason wrapped beside it.
  private func reportLines(_ report: ReportOverlay) -> [(SafeText, SafeText)] {
    let room = max(10, overlayRect.columns - 4 - reportLabel)
    return report.lines.flatMap { line in
      Width.wrap(SafeText(words(line.why), limit: 600), columns: room).enumerated().map {
        ($0 == 0 ? SafeText(line.subject?.description ?? "") : "", $1)
      }
    }
  }

  /// The columns of the terminal that a reference takes, with the letter and two blanks.
  private var reportLabel: Int { max(9, referenceDigits + 3) }

  func reportScrollLimit(_ report: ReportOverlay) -> Int {
    max(0, reportLines(report).count - (overlayRect.rows - 2))
  }

  func viewReport(_ report: ReportOverlay, into frame: inout Frame) {
    let rect = overlayRect
    frame.fill(rect, Style(.text))
    let title = Phrase(
      sv: "Kvar markerade: det här gick inte", en: "Still marked: this could not be done")
    frame.box(
      rect, title: SafeText(words(title)), trailing: SafeText("\(report.lines.count)"),
      style: Style(.focusBorder), titleStyle: Style(.warning, bold: true))
    let inside = rect.inset(columns: 2, rows: 1)
    let shown = reportLines(report).dropFirst(report.scroll).prefix(inside.rows)
    for (row, line) in shown.enumerated() {
      let point = Point(column: inside.column, row: inside.row + row)
      frame.put(line.0, at: point, style: Style(.title, bold: true), clip: inside)
      frame.put(
        line.1, at: Point(column: point.column + reportLabel, row: point.row),
        style: Style(.text), clip: inside)
    }
    frame.cursor = inside.origin
  }
}
