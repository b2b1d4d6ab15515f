import Casework
import Foundation
import GRDB

/// Lays the entries of `journal export` over a journal that is behind. Each must join the chain: who
/// wrote it, when and what cannot have been changed since it was recorded. Inside one transaction.
struct JournalLaying {
  /// How many entries were added.
  private(set) var count: Int64 = 0

  private let db: Database
  private let coder = BodyCoder()
  private let start: Int64
  private var seq: Int64
  private var digest: Data

  init(_ db: Database) throws {
    self.db = db
    let head = try Row.fetchOne(db, sql: "SELECT head_seq, head_digest FROM store")
    seq = head?[0] ?? 0
    start = seq
    digest = head?[1] ?? JournalChain.origin
  }

  /// Adds an entry; one that is there already must be the same. Throws ``StoreError``.
  mutating func lay(_ entry: JournalEntry) throws {
    guard entry.seq > seq else { return try requireSame(entry) }
    guard entry.seq == seq + 1 else {
      throw StoreError.doesNotJoin(
        entry.seq,
        Phrase(
          sv: "posten \(seq + 1) saknas före den", en: "entry \(seq + 1) is missing before it"))
    }
    guard let columns = entry.columns,
      JournalChain.digest(after: digest, columns) == Data(hexadecimal: entry.digest)
    else {
      throw StoreError.doesNotJoin(
        entry.seq, Phrase(sv: "kedjan stämmer inte", en: "the chain does not hold"))
    }
    let body = try entry.bodyBytes(coder)
    let salt = entry.salt.flatMap { Data(hexadecimal: $0) }
    if let body {
      guard let salt, JournalChain.bodyDigest(salt: salt, body: body) == columns.bodyDigest else {
        throw StoreError.doesNotJoin(
          entry.seq, Phrase(sv: "innehållet är ändrat", en: "the body was changed"))
      }
    }
    digest = JournalChain.digest(after: digest, columns)
    seq = entry.seq
    try db.cachedStatement(sql: "INSERT INTO journal VALUES (?,?,?,?,?,?,?,?,?,?,?)").execute(
      arguments: [
        seq, columns.recordedAt.milliseconds, columns.happenedAt.milliseconds, columns.officer,
        columns.subject, columns.version, columns.kind, body, body == nil ? nil : salt,
        columns.bodyDigest, digest,
      ])
    count += 1
  }

  private func requireSame(_ entry: JournalEntry) throws {
    let known = try Data.fetchOne(
      try db.cachedStatement(sql: "SELECT digest FROM journal WHERE seq = ?"),
      arguments: [entry.seq])
    guard let known, known.hexadecimal == entry.digest else {
      throw StoreError.doesNotJoin(
        entry.seq,
        Phrase(
          sv: "kopian har en annan post med det numret",
          en: "the copy has another entry of that number"))
    }
  }

  /// Ends the journal at the last entry, erases what has been erased since the copy was made, and
  /// makes the lists.
  func finish() throws {
    guard count > 0 else { return }
    try db.execute(sql: "UPDATE store SET head_seq = ?, head_digest = ?", arguments: [seq, digest])
    try Erasing(db, SQLiteJournal(db: db)).eraseAgain(after: start)
    try CaseStore.project(db) { _ in }
  }
}
