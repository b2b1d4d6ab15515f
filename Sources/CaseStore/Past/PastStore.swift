import Casework
import Foundation
import GRDB

extension CaseStore {
  /// The store as it stood at a moment: the lists made again from the facts recorded until then, for
  /// reading only, with a clock that stands still. Who may read, and what is masked, is as it is now.
  ///
  /// The lists are in a file of the caller's alone in `directory`, which loses its name before
  /// anything is written to it: it is gone with this process, however that ends. `progress` is told
  /// how many facts have been read now and then. Throws ``StoreError``.
  public func asOf(
    _ moment: Instant, in directory: String, progress: (Int64) -> Void = { _ in }
  ) throws -> CaseStore {
    try requireSameFile()
    // What is erased from here on may be in the lists that are made.
    let head = try head().seq
    let file = try StoreFiles.makeTemporary("\(directory)/samjour-as-of-")
    defer { StoreFiles.remove(file) }
    do {
      let readers = try StoreError.translate(path) {
        let writer = try DatabaseQueue(path: file, configuration: pastConfiguration())
        try Schema.migrator.migrate(writer)
        let readers = try [openPast(file, moment, head), openPast(file, moment, head)]
        StoreFiles.remove(file)
        try lookBack(writer, to: moment, head)
        // Deferred: an immediate transaction would take the lock of the present store as well, and keep
        // everybody from saving until the lists are made.
        try writer.writeWithoutTransaction { db in
          try db.inTransaction(.deferred) {
            try db.execute(sql: Self.standing, arguments: ["moment": moment.milliseconds])
            try Self.project(db, reading: readers.first, progress: progress)
            return .commit
          }
        }
        try writer.close()
        return readers
      }
      return CaseStore(past: readers, at: moment, of: self, lookingFrom: head)
    } catch let error as StoreError where error.kind == .full {
      throw StoreError.noRoom(directory)
    }
  }

  /// Where the journal ended then.
  private static let standing = """
    INSERT INTO store SELECT * FROM present.store;
    UPDATE store SET head_seq = 0, head_digest = zeroblob(32);
    UPDATE store SET head_seq = last.seq, head_digest = last.digest
      FROM (SELECT seq, digest FROM journal WHERE recorded_at <= :moment
        ORDER BY seq DESC LIMIT 1) last;
    """

  /// Nothing of it has to survive, and a file without a name can have no other beside it.
  private func pastConfiguration() -> Configuration {
    var configuration = Self.configuration(busyTimeout: 5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
    }
    return configuration
  }

  private func openPast(_ file: String, _ moment: Instant, _ head: Int64) throws -> DatabaseQueue {
    var configuration = Self.configuration(busyTimeout: 5)
    configuration.readonly = true
    let queue = try DatabaseQueue(path: file, configuration: configuration)
    try lookBack(queue, to: moment, head)
    return queue
  }

  /// Puts the present journal's facts until a moment, and until the one that was the last when looking
  /// back began, in the place of the connection's own: all connections see the same. Of each
  /// subject those before the first later one: where the system's clock was set back, no version is
  /// missing in between.
  private func lookBack(_ queue: DatabaseQueue, to moment: Instant, _ head: Int64) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH DATABASE ? AS present", arguments: [path])
      try db.execute(
        sql: """
          CREATE TEMP VIEW journal AS SELECT * FROM present.journal AS fact
          WHERE seq <= \(head) AND recorded_at <= \(moment.milliseconds) AND NOT EXISTS (
            SELECT 1 FROM present.journal AS earlier
            WHERE earlier.subject = fact.subject AND earlier.version < fact.version
              AND earlier.recorded_at > \(moment.milliseconds))
          -- What has been erased since is erased there too.
          OR (fact.kind GLOB '*.redacted' OR fact.kind GLOB '*.erased') AND EXISTS (
            SELECT 1 FROM present.journal AS first WHERE first.subject = fact.subject
              AND first.version = 1 AND first.recorded_at <= \(moment.milliseconds))
          """)
    }
  }

  /// The record with what guards it now, where this store shows how it stood before.
  func guarded(_ record: Casework.Record) throws -> Casework.Record {
    guard let live else { return record }
    let now = try live.read { try Folding().subject(record.id, in: SQLiteJournal(db: $0)) }
    guard case .record(let standing)? = now else { return record }
    return record.guarded(by: standing)
  }
}
