import Casework
import Terminal
import TextSafety

/// The report for a person: headings, numbers, and bars beside them.
struct FiguresText {
  private let figures: Figures
  private let language: Casework.Language
  private let titleWidth: Int

  /// Columns of the longest bar.
  private static let longest = 24
  /// Columns for a number.
  private static let numberWidth = 6

  init(_ figures: Figures, _ language: Casework.Language) {
    self.figures = figures
    self.language = language
    let titles = figures.tables.flatMap { table in
      [table.title[language]]
        + table.breakdowns.flatMap { $0.rows.map { "    " + $0.title[language] } }
    }
    titleWidth = titles.map { Width.of(SafeText($0)) }.max() ?? 0
  }

  func write(to output: inout LineBuffer) {
    line(
      Phrase(
        sv: "Statistik \(figures.period.from)–\(figures.period.to)",
        en: "Figures \(figures.period.from)–\(figures.period.to)")[language], to: &output)
    for table in figures.tables {
      line("", to: &output)
      let isEmpty = table.breakdowns.allSatisfy { $0.rows.allSatisfy { $0.value == .number(0) } }
      let total = table.total ?? (isEmpty ? .number(0) : nil)
      line(total.map { row(table.title[language], $0) } ?? table.title[language], to: &output)
      if let median = table.medianMinutes {
        let title = Phrase(sv: "  median, minuter", en: "  median, minutes")
        line(row(title[language], median), to: &output)
      }
      for breakdown in table.breakdowns { write(breakdown, to: &output) }
    }
    let note = Phrase(
      sv: "<5 färre än fem. * dolt, så att inget tal under fem kan räknas ut.",
      en: "<5 fewer than five. * hidden, so that no number under five can be worked out.")
    guard figures.hidesAny else { return }
    line("", to: &output)
    line(note[language], to: &output)
  }

  /// Rows of nought are left out: the eye looks for what there is.
  private func write(_ breakdown: Figures.Breakdown, to output: inout LineBuffer) {
    let rows = breakdown.rows.filter { $0.value != .number(0) }
    guard !rows.isEmpty else { return }
    line("  " + breakdown.title[language], to: &output)
    let most = rows.map { $0.value.shownNumber ?? 0 }.max() ?? 0
    for item in rows {
      let bar = item.value.shownNumber.map { Chart.bar($0, of: most, columns: Self.longest) } ?? ""
      let text = row("    " + item.title[language], item.value)
      line(bar.isEmpty ? text : "\(text)  \(bar)", to: &output)
    }
  }

  private func row(_ title: String, _ value: Figures.Value) -> String {
    let number = value.text
    let gap = titleWidth - Width.of(SafeText(title)) + Self.numberWidth - number.count
    return title + String(repeating: " ", count: max(1, gap)) + number
  }

  private func line(_ text: String, to output: inout LineBuffer) {
    output.line(SafeText(text))
  }
}

extension Figures {
  fileprivate var hidesAny: Bool {
    tables.contains { table in
      let values =
        [table.total].compactMap(\.self) + table.breakdowns.flatMap { $0.rows.map(\.value) }
      return values.contains { $0.shownNumber == nil }
    }
  }
}

extension Figures.Value {
  /// The number; nil where it is hidden.
  var shownNumber: Int? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// As it is written: "17", "<5", "*".
  var text: String {
    switch self {
    case .number(let number): String(number)
    case .underFive: "<5"
    case .hidden: "*"
    }
  }
}
