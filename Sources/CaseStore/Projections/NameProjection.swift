import Casework
import GRDB

/// The table of what records are found by (förordning 2001:637 15 §).
struct NameProjection {
  private static let word = "word"
  private static let number = "number"

  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  func write(_ record: Casework.Record, number: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM names WHERE number = ?").execute(arguments: [number])
    let keys = NameKeys(record)
    let insert = try db.cachedStatement(sql: "INSERT INTO names VALUES (?, ?, ?)")
    for word in keys.words { try insert.execute(arguments: [Self.word, word, number]) }
    for key in keys.numbers { try insert.execute(arguments: [Self.number, key, number]) }
  }

  /// Fills the table of a store that has records and no names yet.
  static func fill(_ db: Database) throws {
    let folding = RecordFolding(db)
    for row in try Row.fetchAll(db, sql: "SELECT number, id FROM records") {
      guard let record = try folding.record(id: row[1]) else { continue }
      try NameProjection(db).write(record, number: row[0])
    }
  }

  /// A record that has been found.
  struct Found: Hashable {
    let number: Int64
    /// By a child of it; otherwise by a key of its own.
    let byChild: Bool
  }

  /// The records that a query finds, the newest first: by their own keys, and cases, custody
  /// decisions and handovers by the names of their children.
  func found(_ query: NameQuery, _ each: (Found) throws -> Bool) throws {
    var arguments: StatementArguments = []
    var keys: [String] = []
    if let number = query.number {
      keys.append("SELECT number FROM names WHERE form = '\(Self.number)' AND word = ?")
      arguments += [number]
    }
    if !query.words.isEmpty {
      let begins = "form = '\(Self.word)' AND word >= ? AND word < ?"
      let others = query.words.dropFirst().map { _ in
        "AND EXISTS (SELECT 1 FROM names o WHERE o.number = n.number AND \(begins))"
      }
      keys.append("SELECT number FROM names n WHERE \(begins) \(others.joined(separator: " "))")
      for word in query.words { arguments += [word, word + "\u{10FFFF}"] }
    }
    guard !keys.isEmpty else { return }
    // CROSS JOIN keeps the order: from those named to what belongs to them. SQLite's own choice reads
    // every handover for every case where a name is common.
    let statement = try db.cachedStatement(
      sql: """
        WITH named AS (\(keys.joined(separator: " UNION "))),
        theirs AS (SELECT r.number, r.kind FROM named CROSS JOIN records c USING (number)
          CROSS JOIN links l ON l.target = c.number CROSS JOIN records r ON r.number = l.source
          WHERE c.kind = 'person' AND r.kind IN ('case', 'custody', 'handover')),
        hits AS (SELECT number, 0 AS by_child FROM named
          UNION ALL SELECT number, 1 FROM theirs
          UNION ALL SELECT r.number, 1 FROM theirs t CROSS JOIN links l ON l.target = t.number
            CROSS JOIN records r ON r.number = l.source
            WHERE t.kind = 'case' AND r.kind = 'handover')
        SELECT number, max(by_child) FROM hits GROUP BY number ORDER BY number DESC
        """)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() {
      guard try each(Found(number: row[0], byChild: row[1])) else { return }
    }
  }
}
