import Casework

/// The report for programs: one object; a hidden number is a text, "<5" or "*".
struct FiguresJSON: Encodable {
  private let from: String
  private let to: String
  private let tables: [Table]

  private struct Table: Encodable {
    let id: String
    let total: Number?
    let medianMinutes: Number?
    let breakdowns: [Breakdown]?
  }

  private struct Breakdown: Encodable {
    let id: String
    let rows: [Row]
  }

  private struct Row: Encodable {
    let id: String
    let count: Number
  }

  private struct Number: Encodable {
    let value: Figures.Value

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if let number = value.shownNumber {
        try container.encode(number)
      } else {
        try container.encode(value.text)
      }
    }
  }

  init(_ figures: Figures) {
    from = figures.period.from.description
    to = figures.period.to.description
    tables = figures.tables.map { table in
      let breakdowns = table.breakdowns.map { breakdown in
        Breakdown(
          id: breakdown.id,
          rows: breakdown.rows.map { Row(id: $0.id, count: Number(value: $0.value)) })
      }
      return Table(
        id: table.id, total: table.total.map(Number.init),
        medianMinutes: table.medianMinutes.map(Number.init),
        breakdowns: breakdowns.isEmpty ? nil : breakdowns)
    }
  }
}
