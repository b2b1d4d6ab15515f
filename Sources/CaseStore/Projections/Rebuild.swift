import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Makes all projections again from the journal, in one transaction, and returns how many facts
  /// were read. `progress` is told that number now and then. Other desks read the old projections
  /// meanwhile.
  public func rebuild(progress: (Int64) -> Void = { _ in }) throws -> Int64 {
    try write { db in
      for table in Schema.projectionTables { try db.execute(sql: "DROP TABLE \(table)") }
      try db.execute(sql: Schema.projections + Schema.recordProjections)
      return try Replay(db).run(progress: progress)
    }
  }
}

/// Folds the journal subject by subject: each projection depends on its own subject's facts alone.
private struct Replay {
  let db: Database
  let folding = Folding()

  init(_ db: Database) {
    self.db = db
  }

  func run(progress: (Int64) -> Void) throws -> Int64 {
    // Identities sort by the time they were made, so this reads the journal nearly in its order.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT seq, version, recorded_at, happened_at, officer, subject, kind, body FROM journal
        ORDER BY subject, version
        """)
    var count: Int64 = 0
    var group: [StoredFact] = []
    while let row = try rows.next() {
      guard let fact = StoredFact(row) else { continue }
      if let subject = group.first?.subject, subject != fact.subject {
        try project(group)
        group.removeAll(keepingCapacity: true)
      }
      group.append(fact)
      count += 1
      if count.isMultiple(of: 10_000) { progress(count) }
    }
    try project(group)
    return count
  }

  private func project(_ facts: [StoredFact]) throws {
    guard let first = facts.first, let last = facts.last,
      let state = try folding.state(nil, after: facts)
    else { return }
    try Projections(db).replace(nil, with: state, version: last.version, number: first.seq)
  }
}
