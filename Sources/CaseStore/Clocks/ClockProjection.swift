import Casework
import GRDB

/// The table of clocks that nobody has stopped, from which the next to run out is read.
struct ClockProjection {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// The clocks of a record in the place of those it had.
  func write(_ record: Casework.Record, number: Int64) throws {
    try replace(record.runningClocks, record.kind, number: number)
  }

  /// The clocks of a subject in the place of those it had.
  func replace(_ clocks: [RunningClock], _ kind: SubjectKind, number: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM clocks WHERE number = ?").execute(arguments: [number])
    try insert(clocks, kind, number: number)
  }

  /// The clocks of a subject that has none.
  func insert(_ clocks: [RunningClock], _ kind: SubjectKind, number: Int64) throws {
    for running in clocks {
      try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO clocks (number, safe_until, until, kind) VALUES (?,?,?,?)"
      ).execute(
        arguments: [
          number, running.clock.safeUntil.milliseconds, running.until.milliseconds, kind.rawValue,
        ])
    }
  }

  /// The clocks of all open tips, for a store that has none of them yet, and so no preliminary
  /// assessment from which a closed tip could have one (SoL 19:6).
  func writeAllTips() throws {
    try writeAll("SELECT number, id FROM tips WHERE status = 'open' AND concerns_child = 1")
  }

  /// The clocks of all records, for a store that has none yet.
  func writeAll() throws { try writeAll("SELECT number, id FROM records") }

  /// Makes the clocks anew that a setting of the site decides, where the table was made under others
  /// (``Routines``).
  func followRoutines(_ routines: Routines = .inForce) throws {
    guard try !follows(routines) else { return }
    try writeAll("SELECT number, id FROM records WHERE kind IN ('handover', 'policeReport')")
    try noteRoutines(routines)
  }

  /// Whether the table was made under those routines: a row or two of a small table.
  func follows(_ routines: Routines = .inForce) throws -> Bool {
    try Self.values(routines).allSatisfy { name, value in
      try Int.fetchOne(
        try db.cachedStatement(sql: "SELECT value FROM counters WHERE name = ?"),
        arguments: [name]) == value
    }
  }

  /// Notes that the table has been made under those routines.
  func noteRoutines(_ routines: Routines = .inForce) throws {
    for (name, value) in Self.values(routines) {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO counters VALUES (?, ?)").execute(
        arguments: [name, value])
    }
  }

  private static func values(_ routines: Routines) -> [(String, Int)] {
    [
      ("handoverHours", routines.handoverHours), ("policeSilenceDays", routines.policeSilenceDays),
    ]
  }

  private func writeAll(_ subjects: String) throws {
    let folding = Folding()
    let journal = SQLiteJournal(db: db)
    let rows = try Row.fetchCursor(db, sql: subjects)
    while let row = try rows.next() {
      guard let id = SubjectID(bytes: row[1]) else { continue }
      switch try folding.subject(id, in: journal) {
      case .tip(let tip)?: try replace(tip.runningClocks, .tip, number: row[0])
      case .record(let record)?: try write(record, number: row[0])
      case .officer?, nil: break
      }
    }
  }
}
