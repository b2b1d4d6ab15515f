/// The report: the numbers of a period under their headings, in the order they are read.
public struct Figures: Hashable, Sendable {
  /// A number, or what stands in its place where a person might be recognised by it.
  public enum Value: Hashable, Sendable {
    /// A number.
    case number(Int)
    /// Fewer than five, nought included.
    case underFive
    /// Any number: hidden because a small one would follow from it.
    case hidden
  }

  /// A row of a breakdown.
  public struct Row: Hashable, Sendable {
    /// The row's stable name.
    public let id: String
    /// What it is called.
    public let title: Phrase
    /// Its number.
    public internal(set) var value: Value
  }

  /// One way a table is broken down.
  public struct Breakdown: Hashable, Sendable {
    /// Its stable name.
    public let id: String
    /// The heading.
    public let title: Phrase
    /// The rows.
    public internal(set) var rows: [Row]
    let isPartition: Bool
    let hasFoundRows: Bool
  }

  /// What is counted.
  public struct Table: Hashable, Sendable {
    /// Its stable name.
    public let id: String
    /// The heading.
    public let title: Phrase
    /// The sum; nil where different things stand together.
    public internal(set) var total: Value?
    /// The median in whole minutes; nil in a table without, and where nothing was counted.
    public internal(set) var medianMinutes: Value?
    /// The ways it is broken down.
    public internal(set) var breakdowns: [Breakdown]
    let isOpen: Bool
  }

  /// The period.
  public let period: Period
  /// The tables.
  public internal(set) var tables: [Table]

  /// The table of that name.
  public func table(_ id: String) -> Table? { tables.first { $0.id == id } }
}

extension Figures.Table {
  /// The number of a row; nil where there is no such row.
  public func value(_ breakdown: String, _ row: String) -> Figures.Value? {
    breakdowns.first { $0.id == breakdown }?.rows.first { $0.id == row }?.value
  }
}

extension Statistics {
  /// The true numbers, for those inside.
  public var figures: Figures {
    Figures(period: period, tables: FigureTable.all.map(table))
  }

  private func table(_ table: FigureTable) -> Figures.Table {
    Figures.Table(
      id: table.id.rawValue, title: table.title,
      total: table.hasTotal ? .number(total(table.id)) : nil,
      medianMinutes: table.id == .assessments ? median.map(Figures.Value.number) : nil,
      breakdowns: table.breakdowns.map { breakdown(table.id, $0) }, isOpen: table.isOpen)
  }

  /// Field hours are counted in minutes and given in whole hours; the districts are not counted.
  private func total(_ id: FigureTable.ID) -> Int {
    let count = counts[Cell(table: id), default: 0]
    switch id {
    case .fieldHours: return (count + 30) / 60
    case .districts: return District.valid(on: period.to).count
    default: return count
    }
  }

  private func breakdown(
    _ table: FigureTable.ID, _ breakdown: FigureTable.Breakdown
  ) -> Figures.Breakdown {
    var rows = breakdown.rows
    if let title = breakdown.foundTitle {
      let found = counts.keys.filter { $0.table == table && $0.breakdown == breakdown.id }
      rows += found.map(\.row).sorted().compactMap { row in title(row).map { Choice(row, $0) } }
    }
    return Figures.Breakdown(
      id: breakdown.id, title: breakdown.title,
      rows: rows.map { row in
        let cell = Cell(table: table, breakdown: breakdown.id, row: row.value)
        return Figures.Row(
          id: row.value, title: row.title, value: .number(counts[cell, default: 0]))
      }, isPartition: breakdown.isPartition, hasFoundRows: breakdown.foundTitle != nil)
  }

  /// The lower median of the time to assessment, whole minutes.
  private var median: Int? {
    let count = minutesToAssessment.values.reduce(0, +)
    guard count > 0 else { return nil }
    var passed = 0
    for (minutes, number) in minutesToAssessment.sorted(by: { $0.key < $1.key }) {
      passed += number
      if passed * 2 >= count { return minutes }
    }
    return nil
  }
}
