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

  /// The keys of a record that has none.
  func insert(_ record: Casework.Record, number: Int64) throws {
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
      try NameProjection(db).insert(record, number: row[0])
    }
  }

  /// A record that has been found.
  struct Found: Hashable {
    let number: Int64
    /// By a child of it; otherwise by a key of its own.
    let byChild: Bool
  }

  /// What a query costs to answer is how many have the name, or how far down one is found.
  enum Way: CaseIterable {
    /// From those that have the name to what belongs to them, all sorted at the end.
    case fromNames
    /// From the newest record down, until enough have been found: for a name that many have.
    case fromNewest
  }

  /// The records that a query finds, the newest first: by their own keys, and cases, custody
  /// decisions and handovers by the names of their children. Every `way` finds the same; nil: the
  /// one that fits how common the name is.
  func found(_ query: NameQuery, way: Way? = nil, _ each: (Found) throws -> Bool) throws {
    guard query.number != nil || !query.words.isEmpty else { return }
    let search =
      switch try way ?? self.way(query) {
      case .fromNames: fromNames(query)
      case .fromNewest: fromNewest(query)
      }
    let rows = try Row.fetchCursor(
      try db.cachedStatement(sql: search.sql), arguments: search.arguments)
    while let row = try rows.next() {
      guard try each(Found(number: row[0], byChild: row[1])) else { return }
    }
  }

  private static let begins = "form = '\(word)' AND word >= ? AND word < ?"

  private static func bounds(_ word: String) -> StatementArguments { [word, word + "\u{10FFFF}"] }

  /// Names that one record of ten has, and many have, are met soon from the newest down. More than ten
  /// thousand are not counted: a store of more than a hundred thousand records is read from the names.
  private func way(_ query: NameQuery) throws -> Way {
    func count(_ rows: String, _ arguments: StatementArguments, upTo most: Int) throws -> Int {
      let statement = try db.cachedStatement(
        sql: "SELECT count(*) FROM (SELECT 1 FROM \(rows) LIMIT ?)")
      return try Int.fetchOne(statement, arguments: arguments + [most]) ?? 0
    }
    let counts = try query.words.map {
      try count("names WHERE \(Self.begins)", Self.bounds($0), upTo: 10_000)
    }
    guard let named = counts.min(), named >= 500,
      try count("records", [], upTo: named * 10 + 1) <= named * 10
    else {
      return .fromNames
    }
    return .fromNewest
  }

  private func fromNames(_ query: NameQuery) -> (sql: String, arguments: StatementArguments) {
    var arguments: StatementArguments = []
    var keys: [String] = []
    if let number = query.number {
      keys.append("SELECT number FROM names WHERE form = '\(Self.number)' AND word = ?")
      arguments += [number]
    }
    if !query.words.isEmpty {
      let others = query.words.dropFirst().map { _ in
        "AND EXISTS (SELECT 1 FROM names o WHERE o.number = n.number AND \(Self.begins))"
      }
      keys.append(
        "SELECT number FROM names n WHERE \(Self.begins) \(others.joined(separator: " "))")
      for word in query.words { arguments += Self.bounds(word) }
    }
    // CROSS JOIN keeps the order: from those named to what belongs to them. SQLite's own choice reads
    // every handover for every case where a name is common.
    let sql = """
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
      """
    return (sql, arguments)
  }

  private func fromNewest(_ query: NameQuery) -> (sql: String, arguments: StatementArguments) {
    var arguments: StatementArguments = []
    func isNamed(_ number: String) -> String {
      var ways: [String] = []
      if let key = query.number {
        ways.append(
          "EXISTS (SELECT 1 FROM names WHERE number = \(number) AND form = '\(Self.number)' "
            + "AND word = ?)")
        arguments += [key]
      }
      if !query.words.isEmpty {
        let words = query.words.map { _ in
          "EXISTS (SELECT 1 FROM names WHERE number = \(number) AND \(Self.begins))"
        }
        ways.append("(\(words.joined(separator: " AND ")))")
        for word in query.words { arguments += Self.bounds(word) }
      }
      return "(\(ways.joined(separator: " OR ")))"
    }
    // In the order of the question marks.
    let own = isNamed("r.number")
    let child = isNamed("c.number")
    let childOfCase = isNamed("c.number")
    let sql = """
      SELECT number, by_child FROM (
        SELECT r.number AS number, \(own) AS own,
          r.kind IN ('case', 'custody', 'handover') AND EXISTS (
            SELECT 1 FROM links l CROSS JOIN records c ON c.number = l.target
            WHERE l.source = r.number AND c.kind = 'person' AND \(child))
          OR r.kind = 'handover' AND EXISTS (
            SELECT 1 FROM links h CROSS JOIN records k ON k.number = h.target
              CROSS JOIN links l ON l.source = k.number CROSS JOIN records c ON c.number = l.target
            WHERE h.source = r.number AND k.kind = 'case' AND c.kind = 'person' AND \(childOfCase))
          AS by_child
        FROM records r)
      WHERE own OR by_child ORDER BY number DESC
      """
    return (sql, arguments)
  }
}
