import Casework
import Foundation
import GRDB

/// A fact with everything the journal knows of it.
struct StoredFact {
  var seq: Int64
  var version: Int64
  var recordedAt: Instant
  var happenedAt: Instant
  var officer: OfficerID?
  var subject: SubjectID
  var kind: String
  /// Nil where the body has been erased.
  var body: Data?
}

/// A fact to be appended.
struct NewFact {
  var recordedAt: Instant
  var happenedAt: Instant
  var officer: OfficerID?
  var subject: SubjectID
  /// What the subject's version becomes: the append fails where it is taken.
  var version: Int64
  var kind: String
  var body: Data
}

/// The journal as the rest of the store sees it, inside one transaction: append with expected
/// versions, facts after a number. ``ChangeFeed`` is the waiting for change.
protocol Journal {
  /// Appends one fact and returns its number.
  func append(_ fact: NewFact) throws -> Int64
  /// The facts of a subject after a version, oldest first.
  func facts(of subject: SubjectID, after version: Int64) throws -> [StoredFact]
  /// The subject whose first fact has that number.
  func subject(numbered number: Int64) throws -> SubjectID?
  /// Erases the bodies of a subject's facts with their salts: of those versions, or of all.
  func erase(_ versions: [Int]?, of subject: SubjectID) throws
  /// The number of a subject's first fact.
  func number(of subject: SubjectID) throws -> Int64?
}

/// The journal in the store's own file.
struct SQLiteJournal: Journal {
  let db: Database

  func append(_ fact: NewFact) throws -> Int64 {
    let head = try Row.fetchOne(
      try db.cachedStatement(sql: "SELECT head_seq, head_digest FROM store"))
    let previous: Data = head?[1] ?? JournalChain.origin
    let seq = (head?[0] ?? Int64(0)) + 1
    var generator = SystemRandomNumberGenerator()
    var salt = Data(capacity: JournalChain.saltLength)
    salt.append(bigEndian: Int64(bitPattern: generator.next()))
    salt.append(bigEndian: Int64(bitPattern: generator.next()))
    let columns = EntryColumns(
      seq: seq, recordedAt: fact.recordedAt, happenedAt: fact.happenedAt,
      officer: fact.officer?.subject.bytes, subject: fact.subject.bytes, version: fact.version,
      kind: fact.kind, bodyDigest: JournalChain.bodyDigest(salt: salt, body: fact.body))
    let digest = JournalChain.digest(after: previous, columns)
    try db.cachedStatement(sql: "INSERT INTO journal VALUES (?,?,?,?,?,?,?,?,?,?,?)").execute(
      arguments: [
        seq, columns.recordedAt.milliseconds, columns.happenedAt.milliseconds, columns.officer,
        columns.subject, columns.version, columns.kind, fact.body, salt, columns.bodyDigest, digest,
      ])
    try db.cachedStatement(sql: "UPDATE store SET head_seq = ?, head_digest = ?").execute(
      arguments: [seq, digest])
    return seq
  }

  func facts(of subject: SubjectID, after version: Int64) throws -> [StoredFact] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT seq, version, recorded_at, happened_at, officer, subject, kind, body FROM journal
        WHERE subject = ? AND version > ? ORDER BY version
        """)
    let rows = try Row.fetchCursor(statement, arguments: [subject.bytes, version])
    var facts: [StoredFact] = []
    while let row = try rows.next() {
      if let fact = StoredFact(row) { facts.append(fact) }
    }
    return facts
  }

  func subject(numbered number: Int64) throws -> SubjectID? {
    let statement = try db.cachedStatement(
      sql: "SELECT subject FROM journal WHERE seq = ? AND version = 1")
    return try Data.fetchOne(statement, arguments: [number]).flatMap(SubjectID.init(bytes:))
  }

  func erase(_ versions: [Int]?, of subject: SubjectID) throws {
    let erase = "UPDATE journal SET body = NULL, salt = NULL WHERE subject = ?"
    guard let versions else {
      return try db.execute(sql: erase, arguments: [subject.bytes])
    }
    for version in versions {
      try db.execute(sql: erase + " AND version = ?", arguments: [subject.bytes, version])
    }
  }

  func number(of subject: SubjectID) throws -> Int64? {
    let statement = try db.cachedStatement(
      sql: "SELECT seq FROM journal WHERE subject = ? AND version = 1")
    return try Int64.fetchOne(statement, arguments: [subject.bytes])
  }

  /// How many facts a subject has.
  func version(of subject: SubjectID) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT max(version) FROM journal WHERE subject = ?")
    return try Int.fetchOne(statement, arguments: [subject.bytes]) ?? 0
  }
}

extension StoredFact {
  /// Reads the columns in the order seq, version, recorded_at, happened_at, officer, subject, kind,
  /// body.
  init?(_ row: Row) {
    guard let subject = SubjectID(bytes: row[5]) else { return nil }
    let officer: Data? = row[4]
    self.init(
      seq: row[0], version: row[1], recordedAt: Instant(milliseconds: row[2]),
      happenedAt: Instant(milliseconds: row[3]),
      officer: officer.flatMap(SubjectID.init(bytes:)).map(OfficerID.init), subject: subject,
      kind: row[6], body: row[7])
  }
}

/// The state of a subject: its facts, folded; of one that was redacted, what is left of it. A fact
/// whose body is erased, or that this program does not know, changes nothing.
struct Folding {
  let coder: FactCoder

  init(_ coder: FactCoder = FactCoder()) {
    self.coder = coder
  }

  /// A subject as all its facts make it; nil where there is none.
  func subject(_ id: SubjectID, in journal: any Journal) throws -> SubjectState? {
    try state(nil, after: try journal.facts(of: id, after: 0))
  }

  /// The subject whose first fact has that number, as all its facts make it; nil where there is none.
  func subject(numbered number: Int64, in journal: any Journal) throws -> SubjectState? {
    try journal.subject(numbered: number).flatMap { try subject($0, in: journal) }
  }

  /// The facts of a subject by version, but for those whose bodies are erased or unknown.
  func facts(of subject: SubjectID, in journal: any Journal) throws -> [Int: Fact] {
    var facts: [Int: Fact] = [:]
    for stored in try journal.facts(of: subject, after: 0) {
      guard let body = stored.body else { continue }
      facts[Int(stored.version)] = try? coder.fact(kind: stored.kind, body: body)
    }
    return facts
  }

  func state(_ old: SubjectState?, after facts: [StoredFact]) throws -> SubjectState? {
    var state = old
    for stored in facts.standing(coder) {
      guard let body = stored.body, let fact = try? coder.fact(kind: stored.kind, body: body)
      else { continue }
      state =
        SubjectState.applying(fact, at: stored.happenedAt, to: state, id: stored.subject) ?? state
    }
    return state
  }
}
