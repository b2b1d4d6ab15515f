import Casework
import Foundation
import GRDB

extension CaseStore {
  /// A window on the tips. Throws ``StoreError``.
  public func tips(_ query: TipQuery, as officer: Officer) throws -> TipPage {
    try read(.tip, as: officer) { db in
      let reading = TipReading(
        db: db, order: query.order, sorting: query.sorting,
        narrowed: query.narrowing.condition(for: officer))
      return try reading.page(query)
    }
  }

  /// The counters of the tips.
  public func counters() throws -> TipCounters {
    try read { try TipCounters($0) }
  }
}

extension TipCounters {
  init(_ db: Database) throws {
    let rows = try Row.fetchAll(
      try db.cachedStatement(sql: "SELECT name, value FROM counters"))
    let values = Dictionary(
      rows.map { ($0[0] as String, Int($0[1] as Int64)) }, uniquingKeysWith: { first, _ in first }
    )
    self.init(
      open: values["open"] ?? 0, acute: values["acute"] ?? 0,
      unassessed: values["unassessed"] ?? 0)
  }
}

/// Keyset pages over an index, in both directions.
struct TipReading {
  let db: Database
  let order: TipQuery.Order
  var sorting = TipSorting()
  /// What else a row must be, in SQL.
  var narrowed = "TRUE"

  func page(_ query: TipQuery) throws -> TipPage {
    try Page.read(query.start, limit: query.limit) { cursor, side, limit in
      let ascends = (side == .before) != sorting.ascends(order)
      let comparison =
        switch side {
        case .after, .before: ascends ? ">" : "<"
        case .from: ascends ? ">=" : "<="
        }
      return try fetch(cursor, comparison, ascending: ascends, limit)
    }
  }

  /// The tips with these numbers, as the lists in those orders hold them.
  static func rows(_ numbers: [Int64], in orders: [TipQuery.Order], _ db: Database) throws
    -> [TipQuery.Order: [TipRow]]
  {
    let holds = orders.map(condition).joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "SELECT \(TipRow.columns), \(holds) FROM tips WHERE number = ?")
    var rows: [TipQuery.Order: [TipRow]] = [:]
    for number in numbers {
      guard let row = try Row.fetchOne(statement, arguments: [number]) else { continue }
      for (index, order) in orders.enumerated()
      where row[row.count - orders.count + index] as Bool {
        if let row = TipRow(row, order) { rows[order, default: []].append(row) }
      }
    }
    return rows
  }

  /// The tips with these numbers, each as the list of all of them holds it.
  static func rows(_ numbers: [Int64], _ db: Database) throws -> [TipRow] {
    try rows(numbers, in: [.newest], db)[.newest] ?? []
  }

  private static func condition(_ order: TipQuery.Order) -> String {
    switch order {
    case .urgency: "status = 'open'"
    case .newest: "TRUE"
    case .waiting: "status = 'open' AND is_assessed = 0 AND concerns_child = 1"
    }
  }

  private func fetch(
    _ place: TipCursor?, _ comparison: String, ascending: Bool, _ limit: Int
  ) throws -> ([TipRow], Bool) {
    let direction = ascending ? "ASC" : "DESC"
    let key = sorting.key(order)
    let bound = place == nil ? "TRUE" : "(\(key), number) \(comparison) (?, ?)"
    let columns = TipRow.columns + (sorting.field == .natural ? "" : ", \(key)")
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columns) FROM tips WHERE \(Self.condition(order)) AND \(narrowed) AND \(bound)
        ORDER BY \(key) \(direction), number \(direction) LIMIT \(limit + 1)
        """)
    let arguments: StatementArguments = place.map { [$0.key.value, $0.number] } ?? []
    // A cursor's row is read where SQLite has it: nothing is copied but what is kept.
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    var rows: [TipRow] = []
    rows.reserveCapacity(limit)
    var count = 0
    while count < limit, let row = try cursor.next() {
      count += 1
      if let row = TipRow(row, order, sorting) { rows.append(row) }
    }
    return (rows, try count == limit && cursor.next() != nil)
  }
}

extension TipCursor.Key {
  /// As a statement takes it.
  fileprivate var value: any DatabaseValueConvertible {
    switch self {
    case .number(let number): number
    case .text(let text): text
    }
  }
}
