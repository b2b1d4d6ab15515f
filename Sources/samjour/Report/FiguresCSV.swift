import Casework
import TextSafety

/// The report for a spreadsheet: RFC 4180 with a heading, one number a line.
struct FiguresCSV {
  private let figures: Figures
  private let language: Casework.Language

  init(_ figures: Figures, _ language: Casework.Language) {
    self.figures = figures
    self.language = language
  }

  func write(to output: inout LineBuffer) {
    line(["table", "breakdown", "row", "title", "count"], to: &output)
    for table in figures.tables {
      if let total = table.total {
        line([table.id, "", "total", table.title[language], total.text], to: &output)
      }
      if let median = table.medianMinutes {
        let title = Phrase(sv: "median, minuter", en: "median, minutes")[language]
        line([table.id, "", "medianMinutes", title, median.text], to: &output)
      }
      for breakdown in table.breakdowns {
        for row in breakdown.rows {
          line(
            [table.id, breakdown.id, row.id, row.title[language], row.value.text], to: &output)
        }
      }
    }
  }

  private func line(_ cells: [String], to output: inout LineBuffer) {
    output.line(SafeText(cells.map(quoted).joined(separator: ",")))
  }

  private func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
