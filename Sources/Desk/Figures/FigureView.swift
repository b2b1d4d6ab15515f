import Casework
import Terminal
import TextSafety

/// A line of a drawing.
struct FigureLine {
  let text: SafeText
  let style: Style

  init(_ text: String, _ role: Terminal.Role = .text, bold: Bool = false) {
    self.text = SafeText(text)
    style = Style(role, bold: bold)
  }
}

extension DeskState {
  /// "sön 22/11 2026", "16/11–22/11 2026", "nov 2026", "2026": stands in the border of the first pane
  /// of figures.
  var countedTitle: String {
    let period = countedPeriod
    let year = period.to.components.year
    switch counting.length {
    case .day: return "\(TimeText.day(period.from, language)) \(year)"
    case .week: return "\(TimeText.date(period.from))–\(TimeText.date(period.to)) \(year)"
    case .month: return TimeText.month(of: period.from, language)
    case .year: return "\(year)"
    }
  }

  /// When the figures were counted, or that they are being counted.
  var countedTrailing: String {
    if counting.isCounting { return words(Phrase(sv: "räknar …", en: "counting …")) }
    guard let at = counting.countedAt else { return "" }
    let time = TimeText.exact(at, now: now, language)
    return words(Phrase(sv: "räknat \(time)", en: "counted \(time)"))
  }

  /// The lines of a drawing, as wide as its pane.
  func figureLines(_ spec: PaneSpec, in id: String) -> [FigureLine] {
    let rect = paneRects.first { $0.0 == id }?.1 ?? body
    let columns = max(1, rect.columns - 3)
    if let trouble = counting.trouble {
      return Width.wrap(SafeText(words(trouble.message)), columns: columns).map {
        FigureLine($0.string, .dim)
      }
    }
    guard let statistics = counting.statistics, let figures = counting.figures else {
      return [FigureLine(words(Phrase(sv: "Räknar …", en: "Counting …")), .dim)]
    }
    switch FigureDrawing(spec) {
    case .tipsByDay: return tipsByDay(statistics, columns)
    case .tipsByHour: return tipsByHour(statistics, columns)
    case .assessment: return assessment(figures, columns)
    case .channel:
      return bars(figures, [("tipsFromPublic", "channel"), ("tipsFromOthers", "channel")], columns)
    case .purpose: return bars(figures, [("cases", "purpose")], columns)
    case .sex: return bars(figures, [("caseChildren", "sex")], columns)
    case .age: return bars(figures, [("caseChildren", "age")], columns)
    case .clocks: return clocks(figures, columns)
    }
  }

  private var nothing: [FigureLine] {
    [FigureLine(words(Phrase(sv: "Inget i perioden", en: "Nothing in the period")), .dim)]
  }

  // MARK: Bars

  /// The rows of some breakdowns, with their numbers and bars; rows of nought are left out.
  private func bars(
    _ figures: Figures, _ breakdowns: [(table: String, breakdown: String)], _ columns: Int
  ) -> [FigureLine] {
    let rows = breakdowns.flatMap { place in
      figures.table(place.table)?.breakdowns.first { $0.id == place.breakdown }?.rows ?? []
    }
    let lines = bars(rows.map { (words($0.title), $0.value.count) }, columns)
    return lines.isEmpty ? nothing : lines
  }

  private func bars(_ rows: [(title: String, number: Int)], _ columns: Int) -> [FigureLine] {
    let rows = rows.filter { $0.number > 0 }
    let most = rows.map(\.number).max() ?? 0
    let titles = min(rows.map { Width.of(SafeText($0.title)) }.max() ?? 0, max(8, columns / 2))
    let numbers = String(most).count
    return rows.map { row in
      let title = Width.truncated(SafeText(row.title), to: titles)
      let gap = String(repeating: " ", count: titles - Width.of(title))
      let number = String(row.number)
      let bar = Chart.bar(row.number, of: most, columns: columns - titles - numbers - 2)
      return FigureLine(
        title.string + gap + " " + String(repeating: " ", count: numbers - number.count) + number
          + " " + bar)
    }
  }

  // MARK: Tips

  private func tipsByDay(_ statistics: Statistics, _ columns: Int) -> [FigureLine] {
    let days = statistics.period.days.map { statistics.tipsByDay[$0, default: 0] }
    let sum = days.reduce(0, +)
    guard let most = days.max(), most > 0 else { return nothing }
    let (numbers, each) = Chart.gathered(days, columns: columns - String(sum).count - 1)
    let scale =
      each == 1
      ? Phrase(sv: "flest på en dag: \(most)", en: "most in a day: \(most)")
      : Phrase(
        sv: "flest på en dag: \(most); varje tecken är \(each) dagar",
        en: "most in a day: \(most); each mark is \(each) days")
    return [
      FigureLine(Chart.sparkline(numbers) + " \(sum)"),
      FigureLine(words(Phrase(sv: "\(sum) tips; ", en: "\(sum) tips; ")) + words(scale), .dim),
    ]
  }

  /// Weekdays down, hours across, the sum of each weekday beside it.
  private func tipsByHour(_ statistics: Statistics, _ columns: Int) -> [FigureLine] {
    let numbers = statistics.tipsByHour
    guard let most = numbers.values.max() else { return nothing }
    let weekdays = words(Phrase(sv: "må ti on to fr lö sö", en: "Mo Tu We Th Fr Sa Su"))
      .split(separator: " ")
    let scale = FigureLine("   00    06    12    18", .dim)
    let rows = weekdays.enumerated().map { index, name in
      let hours = (0..<24).map { numbers[HourOfWeek(weekday: index + 1, hour: $0), default: 0] }
      let sum = hours.reduce(0, +)
      let row = "\(name) " + String(hours.map { Chart.shade($0, of: most) })
      let beside = " \(sum)"
      return FigureLine(sum > 0 && row.count + beside.count <= columns ? row + beside : row)
    }
    let busiest = words(
      Phrase(sv: "mest på en timme: \(most)", en: "most in an hour: \(most)"))
    return [scale] + rows + [FigureLine(busiest, .dim)]
  }

  private func assessment(_ figures: Figures, _ columns: Int) -> [FigureLine] {
    guard let table = figures.table("assessments"), let median = table.medianMinutes?.count else {
      return nothing
    }
    let time = TimeText.age(minutes: Int64(median), language)
    return [
      FigureLine(
        words(Phrase(sv: "Mediantid: \(time)", en: "Median time: \(time)")), bold: true)
    ] + bars(figures, [("assessments", "time")], columns)
  }

  // MARK: Clocks

  /// For each clock how often it was met in time, of how often it was met or ran out.
  private func clocks(_ figures: Figures, _ columns: Int) -> [FigureLine] {
    let lines = (figures.table("clocks")?.breakdowns ?? []).flatMap { clock -> [FigureLine] in
      let rows = clock.rows.map { (words($0.title), $0.value.count) }.filter { $0.1 > 0 }
      guard !rows.isEmpty else { return [] }
      let title = Width.truncated(SafeText(words(clock.title)), to: columns)
      return [FigureLine(title.string, .title)] + bars(rows, columns)
    }
    return lines.isEmpty ? nothing : lines
  }

  // MARK: The pane

  func viewFigures(
    _ pane: RosterPane, _ id: String, in area: Rect, hasFocus: Bool, into frame: inout Frame
  ) {
    let lines = figureLines(pane.spec, in: id)
    defer {
      // The last column is nobody's: the lines leave it free.
      let edge = area.maxColumn - 1
      if pane.top > 0 { frame.put("↑", at: Point(column: edge, row: area.row), style: Style(.key)) }
      if lines.count > pane.top + area.rows {
        frame.put("↓", at: Point(column: edge, row: area.maxRow - 1), style: Style(.key))
      }
    }
    for (row, line) in lines.dropFirst(pane.top).prefix(area.rows).enumerated() {
      frame.put(
        line.text, at: Point(column: area.column + 1, row: area.row + row), style: line.style,
        clip: area)
    }
    if hasFocus { frame.cursor = area.origin }
  }
}

extension Figures.Value {
  /// The number; nought where it is hidden, which it never is at the desk.
  fileprivate var count: Int {
    guard case .number(let number) = self else { return 0 }
    return number
  }
}
