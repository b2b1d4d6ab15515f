import Casework
import Dispatch
import GRDB
import Synchronization

/// A run of the journal's facts, each subject's together.
struct JournalChunk: Sendable {
  /// The subjects' facts, each subject's oldest first.
  var subjects: [[StoredFact]] = []
  /// How many facts those are.
  var facts: Int64 = 0
  /// Whether one of them has lost its body.
  var hasErased = false
}

/// The journal in chunks, nearly in its order. For one thread, inside one transaction.
final class JournalChunks {
  /// Subjects; four times as many where they are of one moment, as what is received in one batch.
  static let size = 4096

  private let size: Int
  private let rows: RowCursor
  private var pending: StoredFact?

  init(_ db: Database, size: Int = size) throws {
    self.size = size
    // Identities sort by the time they were made, so this reads the journal nearly in its order.
    rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT seq, version, recorded_at, happened_at, officer, subject, kind, body FROM journal
        ORDER BY subject, version
        """)
    pending = try nextFact()
  }

  /// The facts of the next subjects; nil at the end.
  func next() throws -> JournalChunk? {
    guard pending != nil else { return nil }
    var chunk = JournalChunk()
    while let first = pending, hasRoom(chunk, for: first.subject) {
      var facts = [first]
      pending = try nextFact()
      while let fact = pending, fact.subject == first.subject {
        facts.append(fact)
        pending = try nextFact()
      }
      chunk.facts += Int64(facts.count)
      chunk.hasErased = chunk.hasErased || facts.contains { $0.body == nil }
      chunk.subjects.append(facts)
    }
    // FTS5 empties its memory to the disk each time a number is lower than the one before.
    chunk.subjects.sort { ($0.first?.seq ?? 0) < ($1.first?.seq ?? 0) }
    return chunk
  }

  /// Identities of one millisecond are in no order: a chunk holds all of them, where it can.
  private func hasRoom(_ chunk: JournalChunk, for subject: SubjectID) -> Bool {
    if chunk.subjects.count < size { return true }
    let last = chunk.subjects.last?.first?.subject
    return last?.milliseconds == subject.milliseconds
      && chunk.subjects.count < 4 * size
  }

  private func nextFact() throws -> StoredFact? {
    while let row = try rows.next() {
      if let fact = StoredFact(row) { return fact }
    }
    return nil
  }
}

/// Reads the journal and folds it on a thread of its own, some chunks ahead of who takes them. One
/// thread for both: with the taker's they are as many as the smallest machine has processors, and the
/// taker, which has the most to do, shares its own with nobody.
final class JournalReader: Sendable {
  /// The search words go to the disk now and then, which takes as long as several chunks.
  private static let ahead = 4
  /// Bytes: facts of one subject may be many pages apart.
  private static let cacheSize = 16 << 20

  private struct Chunks {
    /// In their order, not taken yet.
    var ahead: [Result<ParallelFolding?, any Error>] = []
    /// The one that was taken last.
    var current: ParallelFolding?
    /// Those before it. The reader, which made most of what they hold, is to free it: two threads that
    /// make and free in the same part of the heap wait for each other.
    var used: [ParallelFolding] = []

    /// To be freed by who calls this, after the lock.
    mutating func takeUsed() -> [ParallelFolding] {
      defer { used = [] }
      return used
    }
  }

  private let chunks = Mutex(Chunks())
  private let ready = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)
  private let isEnded = Atomic<Bool>(false)

  private init() {
    for _ in 0..<Self.ahead { room.signal() }
  }

  /// Reads with that connection, which nobody else uses, while `body` takes the chunks. Throws what
  /// `body` throws.
  static func reading<Value>(
    _ journal: DatabaseQueue, chunkSize: Int = JournalChunks.size,
    _ body: (JournalReader) throws -> Value
  ) throws -> Value {
    let reader = JournalReader()
    let thread = DispatchGroup()
    DispatchQueue(label: "samjour.journal").async(group: thread) {
      reader.read(journal, chunkSize)
    }
    defer {
      reader.isEnded.store(true, ordering: .relaxed)
      reader.room.signal()
      thread.wait()
    }
    return try body(reader)
  }

  /// The next chunk, once it is read; the one before is not to be kept. Nil at the end, after which
  /// there is nothing to take. Throws what reading threw.
  func next() throws -> ParallelFolding? {
    ready.wait()
    defer { room.signal() }
    let (next, used) = try chunks.withLock { chunks in
      let next = try chunks.ahead.removeFirst().get()
      if let used = chunks.current { chunks.used.append(used) }
      chunks.current = next
      // The reader is done after the last.
      return (next, next == nil ? chunks.takeUsed() : [])
    }
    withExtendedLifetime(used) {}
    return next
  }

  private func read(_ journal: DatabaseQueue, _ chunkSize: Int) {
    do {
      // Before the transaction, so that it touches no file but the journal's: a look back writes its
      // lists into the connection's own file meanwhile.
      try journal.inDatabase { try setCache(Self.cacheSize >> 10, $0) }
      defer { try? journal.inDatabase { try setCache(2000, $0) } }
      try journal.read { db in
        let folders = Folders(besides: 2)
        let journalChunks = try JournalChunks(db, size: chunkSize)
        while let chunk = try journalChunks.next() {
          let folding = folders.fold(chunk)
          folding.promiseHelp()
          let isWanted = put(.success(folding))
          folding.help()
          guard isWanted else { return }
          withExtendedLifetime(chunks.withLock { $0.takeUsed() }) {}
        }
        _ = put(.success(nil))
      }
    } catch {
      _ = put(.failure(error))
    }
  }

  /// Kilobytes, for each file: a look back reads the journal of a second one.
  private func setCache(_ size: Int, _ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "PRAGMA database_list") {
      let name: String = row["name"]
      try db.execute(sql: "PRAGMA \(name).cache_size = -\(size)")
    }
  }

  /// Waits for room. Returns whether there will be anybody to take it.
  private func put(_ result: Result<ParallelFolding?, any Error>) -> Bool {
    // The end gives room once.
    guard !isEnded.load(ordering: .relaxed) else { return false }
    room.wait()
    guard !isEnded.load(ordering: .relaxed) else { return false }
    chunks.withLock { $0.ahead.append(result) }
    ready.signal()
    return true
  }
}
