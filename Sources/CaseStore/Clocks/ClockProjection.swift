import Casework
import GRDB

/// The table of clocks that nobody has stopped, from which the next to run out is read.
struct ClockProjection {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// The clocks of a record that has none, under the routines that the table is under.
  func insert(_ record: Casework.Record, number: Int64) throws {
    if Self.housed.contains(record.kind) { try adoptRoutines() }
    try insert(record.runningClocks, record.kind, number: number)
  }

  /// The clocks of a subject in the place of those it had.
  func replace(_ clocks: [RunningClock], _ kind: SubjectKind, number: Int64) throws {
    try delete(number: number)
    try insert(clocks, kind, number: number)
  }

  /// Takes away the clocks of a subject.
  func delete(number: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM clocks WHERE number = ?").execute(arguments: [number])
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

  /// The kinds that have clocks of the house's own.
  private static let housed: [SubjectKind] = [.handover, .policeReport]

  /// Makes the clocks anew that a setting of the site decides, where the table was made under others
  /// (``Routines``).
  func followRoutines() throws {
    guard try routines() != .inForce else { return }
    try noteRoutines()
    try writeAll("SELECT number, id FROM records WHERE kind IN ('handover', 'policeReport')")
  }

  /// The routines under which the table stands; nil in one that was made before they were noted, or
  /// that somebody has put numbers into that no site can choose.
  func routines() throws -> Routines? {
    var routines = Routines()
    for (name, range, field) in Self.fields {
      let value = try Int.fetchOne(
        try db.cachedStatement(sql: "SELECT value FROM counters WHERE name = ?"),
        arguments: [name])
      guard let value, range.contains(value) else { return nil }
      routines[keyPath: field] = value
    }
    return routines
  }

  /// Puts the routines under which the table stands in force in this program, and returns them: no
  /// clock runs by two lengths on two desks, whatever was in force where a desk was opened.
  @discardableResult
  func adoptRoutines() throws -> Routines? {
    let standing = try routines()
    if let standing, standing != .inForce { Routines.adopt(standing) }
    return standing
  }

  /// Notes that the table has been made under those routines.
  func noteRoutines(_ routines: Routines = .inForce) throws {
    for (name, _, field) in Self.fields {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO counters VALUES (?, ?)").execute(
        arguments: [name, routines[keyPath: field]])
    }
  }

  private static var fields: [(String, ClosedRange<Int>, WritableKeyPath<Routines, Int>)] {
    [
      ("handoverHours", Routines.handoverRange, \.handoverHours),
      ("policeSilenceDays", Routines.policeSilenceRange, \.policeSilenceDays),
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
      case .record(let record)?:
        try delete(number: row[0])
        try insert(record, number: row[0])
      case .officer?, nil: break
      }
    }
  }
}
