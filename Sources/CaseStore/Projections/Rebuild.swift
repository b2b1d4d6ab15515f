import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Makes all projections again from the journal, in one transaction, and returns how many facts
  /// were read. `progress` is told that number now and then. Other desks read the old projections
  /// meanwhile.
  public func rebuild(progress: (Int64) -> Void = { _ in }) throws -> Int64 {
    try write { db in
      try db.execute(sql: "PRAGMA cache_size = -65536")
      defer { try? db.execute(sql: "PRAGMA cache_size = -2000") }
      return try Self.project(db, progress: progress)
    }
  }

  /// Makes the projections of the journal that `db` knows, and returns how many facts it read.
  static func project(_ db: Database, progress: (Int64) -> Void) throws -> Int64 {
    for table in Schema.projectionTables { try db.execute(sql: "DROP TABLE \(table)") }
    try db.execute(
      sql: Schema.projections + Schema.recordProjections + Schema.clockProjection
        + Schema.nameProjections)
    var replay = try Replay(db)
    try replay.run(progress: progress)
    try db.execute(sql: Schema.tipIndexes)
    try ClockProjection(db).noteRoutines()
    return replay.count
  }
}

/// Folds the journal subject by subject: each projection depends on its own subject's facts alone.
///
/// While one chunk is written and the next is read, all other processors fold.
private struct Replay {
  private(set) var count: Int64 = 0

  private let db: Database
  private let rows: RowCursor
  private var pending: StoredFact?
  private var share = TipShare()

  init(_ db: Database) throws {
    self.db = db
    // Identities sort by the time they were made, so this reads the journal nearly in its order.
    rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT seq, version, recorded_at, happened_at, officer, subject, kind, body FROM journal
        ORDER BY subject, version
        """)
    pending = try next()
  }

  mutating func run(progress: (Int64) -> Void) throws {
    try buildWordsInBulk(true)
    var folded: [FoldedSubject] = []
    var subjects = try read()
    while !subjects.isEmpty || !folded.isEmpty {
      let folder = ParallelFolding(subjects)
      folder.start()
      try write(folded)
      subjects = try read()
      folded = try folder.finish()
      progress(count)
    }
    try TipProjection(db).count(share)
    try buildWordsInBulk(false)
  }

  private mutating func write(_ subjects: [FoldedSubject]) throws {
    for subject in subjects {
      switch subject {
      case .tip(let image):
        try TipProjection(db).insert(image)
        share.add(image.share)
      case .officer(let officer, let version, let number):
        try OfficerProjection(db).write(officer, version: version, number: number)
      case .record(let record, let version, let number):
        try RecordProjection(db).write(record, version: version, number: number)
      }
    }
  }

  /// The search words go to the disk in large pieces, which are merged once at the end.
  private func buildWordsInBulk(_ inBulk: Bool) throws {
    let sql = "INSERT INTO tip_words (tip_words, rank) VALUES (?, ?)"
    if !inBulk { try db.execute(sql: "INSERT INTO tip_words (tip_words) VALUES ('optimize')") }
    try db.execute(sql: sql, arguments: ["hashsize", inBulk ? 32 << 20 : 1 << 20])
    try db.execute(sql: sql, arguments: ["automerge", inBulk ? 0 : 4])
  }

  // MARK: Reading

  /// The facts of the next subjects, each subject's together; empty at the end.
  private mutating func read() throws -> [[StoredFact]] {
    var subjects: [[StoredFact]] = []
    while subjects.count < 4096, let first = pending {
      var facts = [first]
      pending = try next()
      while let fact = pending, fact.subject == first.subject {
        facts.append(fact)
        pending = try next()
      }
      count += Int64(facts.count)
      subjects.append(facts)
    }
    // Identities of one millisecond are in no order, and FTS5 empties its memory to the disk each time
    // a number is lower than the one before.
    return subjects.sorted { ($0.first?.seq ?? 0) < ($1.first?.seq ?? 0) }
  }

  private func next() throws -> StoredFact? {
    while let row = try rows.next() {
      if let fact = StoredFact(row) { return fact }
    }
    return nil
  }
}
