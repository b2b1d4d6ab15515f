import Casework
import Foundation
import GRDB

extension CaseStore {
  /// A window on the records of a kind. Throws ``StoreError``.
  public func records(_ query: RecordQuery, as officer: Officer) throws -> RecordPage {
    try read(query.kind, as: officer) {
      try RecordReading(db: $0, query: query, now: clock.now(), store: self).page()
    }
  }

  /// What the officer has begun and not ended, the latest of that kind: a field pass, a shift. Throws
  /// ``StoreError``.
  public func underWay(_ kind: SubjectKind, of officer: Officer) throws -> RecordRow? {
    try read(kind, as: officer) { db in
      let row = try Row.fetchOne(
        try db.cachedStatement(
          sql: """
            SELECT records.number, records.id, sort_at FROM records
            JOIN journal ON seq = number
            WHERE records.kind = ? AND is_open = 1 AND officer = ?
            ORDER BY sort_at DESC, number DESC LIMIT 1
            """), arguments: [kind.rawValue, officer.id.bytes])
      return try row.flatMap { try RecordFolding(db, in: self).row(kind, $0) }
    }
  }

  /// The persons that a new one is held against: the newest, as many as are folded in a moment.
  /// Throws ``StoreError``.
  public func newestPersons(as officer: Officer) throws -> [(Reference, Person)] {
    try read(.person, as: officer) { db in
      let found = try Row.fetchAll(
        try db.cachedStatement(
          sql: """
            SELECT number, id, sort_at FROM records WHERE kind = 'person'
            ORDER BY sort_at DESC, number DESC LIMIT 1000
            """))
      let folding = RecordFolding(db, in: self)
      return try found.compactMap { row in
        try folding.row(.person, row).map { ($0.reference, Person($0.record)) }
      }
    }
  }

  /// What a subject refers to and what refers to it, as far as the officer may read it.
  public func links(of reference: Reference, as officer: Officer) throws -> [Reference] {
    try read(reference.kind, as: officer) { try links(of: reference, for: officer, $0) }
  }

  func links(of reference: Reference, for officer: Officer, _ db: Database) throws -> [Reference] {
    try Links(db: db).of(reference.number, .both).filter { Self.canRead($0.kind, officer) }
  }
}

/// Folds records out of the journal, for somebody who reads them in a store.
struct RecordFolding {
  let db: Database
  private let folding = Folding()
  private let neighbours: Neighbours?

  /// Without a store they are read for nobody: neither guarded nor among what decides who sees them.
  init(_ db: Database, in store: CaseStore? = nil) {
    self.db = db
    neighbours = store.map { Neighbours(db, in: $0) }
  }

  /// From its number, identity and place in the order.
  func row(_ kind: SubjectKind, _ row: Row, ascends: Bool = true) throws -> RecordRow? {
    guard let record = try record(id: row[1]) else { return nil }
    return RecordRow(
      reference: Reference(kind, row[0]), record: record,
      cursor: RecordCursor(key: row[2], number: row[0], ascends: ascends))
  }

  /// The record with that number; nil where there is none.
  func row(_ number: Int64) throws -> RecordRow? {
    let statement = try db.cachedStatement(
      sql: "SELECT number, id, sort_at, kind FROM records WHERE number = ?")
    guard let found = try Row.fetchOne(statement, arguments: [number]),
      let kind = SubjectKind(rawValue: found[3])
    else { return nil }
    return try row(kind, found)
  }

  /// The record of that identity; nil where there is none.
  func record(id bytes: Data) throws -> Casework.Record? {
    guard let id = SubjectID(bytes: bytes),
      case .record(let record)? = try folding.subject(id, in: SQLiteJournal(db: db))
    else { return nil }
    return try neighbours?.surrounding(record) ?? record
  }
}

/// Keyset pages over the records of a kind.
private struct RecordReading {
  let db: Database
  let query: RecordQuery
  /// What stands so now may have ceased by the next moment.
  let now: Instant
  let store: CaseStore

  func page() throws -> RecordPage {
    try Page.read(query.start, limit: query.limit) { cursor, side, limit in
      let ascends = (side == .before) != query.sorting.ascends
      let comparison =
        switch side {
        case .after, .before: ascends ? ">" : "<"
        case .from: ascends ? ">=" : "<="
        }
      guard !query.statuses.isEmpty else {
        let (rows, more, _) = try fetch(cursor, comparison, ascending: ascends, limit)
        return (rows, more)
      }
      return try fetchStanding(cursor, comparison, ascending: ascends, limit)
    }
  }

  /// How a record stands is known when it has been folded: batch after batch, until there are enough.
  private func fetchStanding(
    _ cursor: RecordCursor?, _ comparison: String, ascending: Bool, _ limit: Int
  ) throws -> ([RecordRow], Bool) {
    var rows: [RecordRow] = []
    var place = cursor
    var comparison = comparison
    while true {
      let (found, more, last) = try fetch(place, comparison, ascending: ascending, 200)
      rows += found.filter { row in
        let status = RecordKinds.of(query.kind)?.status(row.record, now: now)
        return status.map { query.statuses.contains($0.title.sv) } ?? false
      }
      if rows.count > limit { return (Array(rows.prefix(limit)), true) }
      guard more, let last else { return (rows, false) }
      place = last
      comparison = ascending ? ">" : "<"
    }
  }

  private func fetch(
    _ cursor: RecordCursor?, _ comparison: String, ascending: Bool, _ limit: Int
  ) throws -> (rows: [RecordRow], more: Bool, last: RecordCursor?) {
    let direction = ascending ? "ASC" : "DESC"
    let key = query.sorting.column
    let open = query.onlyOpen ? "AND is_open = 1" : ""
    let bound = cursor == nil ? "" : "AND (\(key), number) \(comparison) (?, ?)"
    let statement = try db.cachedStatement(
      sql: """
        SELECT number, id, \(key) FROM records WHERE kind = ? \(open) \(bound)
        ORDER BY \(key) \(direction), number \(direction) LIMIT \(limit + 1)
        """)
    var arguments: StatementArguments = [query.kind.rawValue]
    if let cursor { arguments += [cursor.key, cursor.number] }
    let found = try Row.fetchAll(statement, arguments: arguments)
    let folding = RecordFolding(db, in: store)
    let ascends = query.sorting.ascends
    let rows = try found.prefix(limit).compactMap {
      try folding.row(query.kind, $0, ascends: ascends)
    }
    let last = found.prefix(limit).last.map {
      RecordCursor(key: $0[2], number: $0[0], ascends: ascends)
    }
    return (rows, found.count > limit, last)
  }
}
