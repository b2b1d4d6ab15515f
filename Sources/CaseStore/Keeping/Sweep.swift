import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Whether something is erased whose traces may still lie in the store's files, because others
  /// were in the way or the lists have been rebuilt. Throws ``StoreError``.
  public func isToBeSwept() throws -> Bool {
    try read { try Traces($0).kinds.contains(.ofErased) }
  }

  /// Takes what is erased out of the store's files: the search index is merged, so that no word of
  /// it is left there, the log of writes is emptied into the store, and where `compacting` the file
  /// is written anew without free pages, which takes as much memory as the store is large.
  ///
  /// Where the lists have been rebuilt since the file was last written anew, only that takes out all.
  /// Desks may be open: their reading is waited for as long as for any other. Throws ``StoreError``
  /// where they were in the way too long; what is erased is erased all the same, and a later sweep
  /// does the rest.
  public func sweep(compacting: Bool) throws {
    do {
      let traces = try write(ringing: false) { db in
        try db.execute(sql: "INSERT INTO tip_words (tip_words) VALUES ('optimize')")
        if try Self.levelsOfWords(db) > Self.mostLevels { try Self.project(db) { _ in } }
        return try Traces(db)
      }
      try withWriter { try $0.checkpoint(.truncate) }
      if compacting {
        try withWriter { try $0.execute(sql: "VACUUM") }
        // What is erased is in the file until the new pages are.
        try withWriter { try $0.checkpoint(.truncate) }
      }
      try write(ringing: false) { try traces.sweep(compacting: compacting, $0) }
      try withWriter { try $0.checkpoint(.truncate) }
    } catch let error as StoreError where error.kind == .busy {
      throw StoreError.unswept
    }
  }

  /// Each merging of all search words adds two levels to them, which only a new index is without. FTS5
  /// takes one of more than 2000 for damaged (FTS5_MAX_SEGMENT).
  private static let mostLevels = 1000

  /// In the record of the index's structure, of which that number is the first after four bytes.
  private static func levelsOfWords(_ db: Database) throws -> Int {
    let record = try Data.fetchOne(db, sql: "SELECT block FROM tip_words_data WHERE id = 10")
    // A varint of SQLite's: seven bits in each byte, the highest first.
    var levels = 0
    for byte in (record ?? Data()).dropFirst(4).prefix(3) {
      levels = levels << 7 | Int(byte & 0x7F)
      if byte < 0x80 { break }
    }
    return levels
  }
}

extension StoreError {
  /// What is erased may still lie in the files of the store.
  static let unswept = StoreError(
    .busy,
    Phrase(
      sv: "Det är raderat, men andra läser i lagret och filerna är inte städade än."
        + " Kör samjour retention sweep när det är lugnt.",
      en: "It is erased, but others are reading the store and its files are not swept yet."
        + " Run samjour retention sweep when it is quiet."))
}
