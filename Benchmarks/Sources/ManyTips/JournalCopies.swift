import Crypto
import Foundation
import GRDB

/// Makes a large journal of a small one: its tips again and again, under new identities and later in
/// time, in one whole chain. What is recorded honestly takes hours for a million tips.
struct JournalCopies {
  private struct Entry {
    let recordedAt: Int64
    let happenedAt: Int64
    let officer: Data?
    let subject: Data
    let version: Int64
    let kind: String
    let body: Data
  }

  private let queue: DatabaseQueue
  private let entries: [Entry]
  private var seq: Int64
  private var digest: Data

  /// Reads the tips of a store that nobody else has open.
  init(_ path: String) throws {
    queue = try DatabaseQueue(path: path)
    (entries, seq, digest) = try queue.write { db in
      try db.execute(sql: "PRAGMA cache_size = -131072")
      let head = try Row.fetchOne(db, sql: "SELECT head_seq, head_digest FROM store")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT recorded_at, happened_at, officer, subject, version, kind, body FROM journal
          WHERE kind LIKE 'tip.%' ORDER BY seq
          """)
      let entries = rows.map {
        Entry(
          recordedAt: $0[0], happenedAt: $0[1], officer: $0[2], subject: $0[3], version: $0[4],
          kind: $0[5], body: $0[6])
      }
      return (entries, head?[0] ?? 0, head?[1] ?? Data(count: 32))
    }
  }

  /// Appends all tips once more, so much later.
  mutating func append(copy: Int, later milliseconds: Int64) throws {
    var (seq, digest) = (seq, digest)
    try queue.writeWithoutTransaction { db in
      try db.inTransaction {
        let insert = try db.cachedStatement(
          sql: "INSERT INTO journal VALUES (?,?,?,?,?,?,?,?,?,?,?)")
        for entry in entries {
          seq += 1
          let salt = Data((0..<16).map { _ in UInt8.random(in: 0...255) })
          let bodyDigest = Data(SHA256.hash(data: salt + entry.body))
          let subject = Self.identity(entry.subject, copy, later: milliseconds)
          let moments = (entry.recordedAt + milliseconds, entry.happenedAt + milliseconds)
          digest = Self.digest(
            after: digest, seq, moments.0, moments.1, entry, subject, bodyDigest)
          try insert.execute(arguments: [
            seq, moments.0, moments.1, entry.officer, subject, entry.version, entry.kind,
            entry.body, salt, bodyDigest, digest,
          ])
        }
        try db.execute(
          sql: "UPDATE store SET head_seq = ?, head_digest = ?", arguments: [seq, digest])
        return .commit
      }
    }
    (self.seq, self.digest) = (seq, digest)
  }

  /// Another identity of its kind, UUID version 7: the time moved, the random end changed.
  private static func identity(_ subject: Data, _ copy: Int, later milliseconds: Int64) -> Data {
    var bytes = [UInt8](subject)
    var time = bytes[0..<6].reduce(Int64(0)) { $0 << 8 | Int64($1) } + milliseconds
    for index in (0..<6).reversed() {
      bytes[index] = UInt8(truncatingIfNeeded: time)
      time >>= 8
    }
    bytes[14] ^= UInt8(truncatingIfNeeded: copy >> 8)
    bytes[15] ^= UInt8(truncatingIfNeeded: copy)
    return Data(bytes)
  }

  /// As the journal's chain is defined.
  private static func digest(
    after previous: Data, _ seq: Int64, _ recordedAt: Int64, _ happenedAt: Int64, _ entry: Entry,
    _ subject: Data, _ bodyDigest: Data
  ) -> Data {
    var bytes = previous
    func append(_ number: Int64) {
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
    append(seq)
    append(recordedAt)
    append(happenedAt)
    bytes.append(entry.officer == nil ? 0 : 1)
    if let officer = entry.officer { bytes.append(officer) }
    bytes.append(subject)
    append(entry.version)
    append(Int64(entry.kind.utf8.count))
    bytes.append(contentsOf: entry.kind.utf8)
    bytes.append(bodyDigest)
    return Data(SHA256.hash(data: bytes))
  }
}
