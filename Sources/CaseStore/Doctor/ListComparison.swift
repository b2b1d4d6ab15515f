import Casework
import Foundation
import GRDB

extension CaseStore {
  /// The projections that are not what the journal gives, by name. They are made anew in a file of
  /// this process alone in `scratch`. Empty, too, where others write so often that the two cannot be
  /// compared at one moment. Throws ``StoreError``.
  func differingLists(scratch: String, progress: (Int64) -> Void) throws -> [String] {
    for _ in 0..<3 {
      let before = try head()
      let anew = try asOf(.latest, in: scratch, progress: progress)
      let (stored, made) = (try read(ListDigests.init), try anew.read(ListDigests.init))
      guard try head() == before else { continue }
      return Schema.projectionTables.filter { stored.tables[$0] != made.tables[$0] }
    }
    return []
  }
}

/// A number for the content of each projection; equal content gives equal numbers within a process.
private struct ListDigests {
  private(set) var tables: [String: Int] = [:]

  init(_ db: Database) throws {
    for table in Schema.projectionTables where table != "tip_words" {
      let columns = (1...(try db.columns(in: table).count)).map(String.init)
      tables[table] = try Self.digest(
        db, "SELECT * FROM \(table) ORDER BY \(columns.joined(separator: ", "))")
    }
    // The words of the index, each with the tips that it is in.
    try db.execute(
      sql: "CREATE VIRTUAL TABLE temp.stored_words USING fts5vocab(main, tip_words, instance)")
    tables["tip_words"] = try Self.digest(db, "SELECT term, doc FROM temp.stored_words")
    try db.execute(sql: "DROP TABLE temp.stored_words")
  }

  private static func digest(_ db: Database, _ sql: String) throws -> Int {
    var hasher = Hasher()
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      for value in row.databaseValues { hasher.combine(value) }
    }
    return hasher.finalize()
  }
}
