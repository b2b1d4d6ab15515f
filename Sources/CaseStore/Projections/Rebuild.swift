import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Makes all projections again from the journal, in one transaction, and returns how many facts
  /// were read. `progress` is told that number now and then. Other desks read the old projections
  /// meanwhile. Where something has been erased, the store is to be swept afterwards.
  public func rebuild(progress: (Int64) -> Void = { _ in }) throws -> Int64 {
    try write { db in
      try db.execute(sql: "PRAGMA cache_size = -65536")
      defer { try? db.execute(sql: "PRAGMA cache_size = -2000") }
      // Overwriting the old lists would add a tenth to the time. Their pages hold nothing that is
      // erased, unless they were wrong; what is erased later is swept out of them.
      try db.execute(sql: "PRAGMA secure_delete = FAST")
      // Nobody else writes meanwhile: another connection reads the same journal.
      let replayed = try withReadingQueue {
        try Self.project(db, reading: $0, wordMemory: 64 << 20, progress: progress)
      }
      try Traces.add(replayed.hasErased ? [.ofLists, .ofErased] : .ofLists, db)
      return replayed.facts
    }
  }

  /// What was read of a journal.
  struct Replayed {
    /// How many facts.
    var facts: Int64 = 0
    /// Whether one of them has lost its body.
    var hasErased = false
  }

  /// Makes the projections of the journal: of the facts that `journal` has, read beside the writing,
  /// or else of those that `db` has. The search words go to the disk in pieces of `wordMemory` bytes,
  /// which are merged at the end.
  @discardableResult
  static func project(
    _ db: Database, reading journal: DatabaseQueue? = nil, wordMemory: Int = 32 << 20,
    progress: (Int64) -> Void
  ) throws -> Replayed {
    for table in Schema.projectionTables { try db.execute(sql: "DROP TABLE \(table)") }
    try db.execute(
      sql: Schema.projections + Schema.recordProjections + Schema.clockProjection
        + Schema.nameProjections + Schema.tipIndexes)
    var replay = Replay(db, wordMemory: wordMemory)
    if let journal {
      try JournalReader.reading(journal) { try replay.run($0.next, progress: progress) }
    } else {
      var chunks = try ChunksAhead(db)
      try replay.run({ try chunks.next() }, progress: progress)
    }
    try ClockProjection(db).noteRoutines()
    return replay.replayed
  }
}

/// Folds the journal subject by subject: each projection depends on its own subject's facts alone.
/// While one chunk is written, other processors fold those that follow.
private struct Replay {
  private(set) var replayed = CaseStore.Replayed()

  private let db: Database
  private let wordMemory: Int
  private var share = TipShare()
  private var hasTips = false

  init(_ db: Database, wordMemory: Int) {
    self.db = db
    self.wordMemory = wordMemory
  }

  /// Takes chunks from `next` until there are none.
  mutating func run(
    _ next: () throws -> ParallelFolding?, progress: (Int64) -> Void
  ) throws {
    try setWordMemory(wordMemory)
    while let chunk = try next() {
      try write(try chunk.finish())
      replayed.facts += chunk.facts
      if chunk.hasErased { replayed.hasErased = true }
      progress(replayed.facts)
    }
    try TipProjection(db).count(share)
    try mergeWords()
    try setWordMemory(1 << 20)
  }

  private mutating func write(_ subjects: [FoldedSubject]) throws {
    for subject in subjects {
      switch subject {
      case .tip(let image):
        try TipProjection(db).insert(image)
        share.add(image.share)
        if !hasTips { try mergeWords() }
        hasTips = true
      case .officer(let officer, let version, let number):
        try OfficerProjection(db).insert(officer, version: version, number: number)
      case .record(let record, let version, let number):
        try RecordProjection(db).insert(record, version: version, number: number)
      }
    }
  }

  /// Bytes of search words that go to the disk in one piece.
  private func setWordMemory(_ size: Int) throws {
    try db.execute(
      sql: "INSERT INTO tip_words (tip_words, rank) VALUES ('hashsize', ?)", arguments: [size])
  }

  /// Merges the pieces that are on the disk and what is in the memory into one. It is to be done once
  /// at the beginning: what is alone in the end stays where the pieces of single tips are, and would be
  /// merged with the next of them.
  private func mergeWords() throws {
    try db.execute(sql: "INSERT INTO tip_words (tip_words) VALUES ('optimize')")
  }
}
