import Casework
import Foundation
import GRDB

/// Where the journal ends.
public struct JournalHead: Sendable, Hashable {
  /// The number of the last entry; 0 where there is none.
  public let seq: Int64
  /// The digest of the last entry, hexadecimal. Written down elsewhere, it proves later that nothing
  /// before it was changed.
  public let digest: String
}

/// What checking the journal came to.
public struct JournalVerdict: Sendable, Hashable {
  /// How many entries were read.
  public let entries: Int64
  /// How many of them have lost their bodies, as another entry says.
  public let erased: Int64
  /// Where the journal ends.
  public let head: JournalHead
  /// The first thing that is wrong; nil where the journal is whole.
  public let fault: JournalFault?
}

/// Something wrong in the journal.
public struct JournalFault: Sendable, Hashable {
  /// The entry.
  public let seq: Int64
  /// What is wrong with it.
  public let message: Phrase
}

extension CaseStore {
  /// Where the journal ends.
  public func head() throws -> JournalHead {
    try read(Self.head)
  }

  static func head(_ db: Database) throws -> JournalHead {
    let row = try Row.fetchOne(db, sql: "SELECT head_seq, head_digest FROM store")
    return JournalHead(
      seq: row?[0] ?? 0, digest: (row?[1] ?? JournalChain.origin).hexadecimal)
  }

  /// Reads the whole journal and checks every digest: a changed, missing, swapped or added entry is
  /// named, and a body that is gone though nothing says that it was erased. `progress` is told the
  /// number of entries now and then.
  public func verify(progress: (Int64) -> Void = { _ in }) throws -> JournalVerdict {
    try read { try Self.verdict($0, progress: progress) }
  }

  /// As ``verify(progress:)``, of the journal that `db` knows.
  static func verdict(_ db: Database, progress: (Int64) -> Void = { _ in }) throws
    -> JournalVerdict
  {
    var check = ChainCheck()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT seq, recorded_at, happened_at, officer, subject, version, kind, body, salt,
          body_digest, digest FROM journal ORDER BY seq
        """)
    let head = try Self.head(db)
    while check.fault == nil, let row = try rows.next() {
      check.take(row)
      if check.entries.isMultiple(of: 10_000) { progress(check.entries) }
    }
    return JournalVerdict(
      entries: check.entries, erased: check.erased, head: head, fault: check.fault(at: head))
  }
}

/// Follows the chain entry by entry.
private struct ChainCheck {
  var entries: Int64 = 0
  var fault: JournalFault?
  private(set) var erased: Int64 = 0
  /// The numbers of the bodies that are gone, by subject and version, until an entry accounts for it.
  private var unaccounted: [Data: [Int64: Int64]] = [:]
  private let coder = FactCoder()
  private var last: Int64 = 0
  private var digest = JournalChain.origin

  mutating func take(_ row: Row) {
    entries += 1
    let seq: Int64 = row[0]
    guard seq == last + 1 else {
      return report(
        last + 1,
        Phrase(
          sv: "posten \(last + 1) saknas (nästa är \(seq))",
          en: "entry \(last + 1) is missing (the next is \(seq))"))
    }
    let columns = EntryColumns(
      seq: seq, recordedAt: Instant(milliseconds: row[1]),
      happenedAt: Instant(milliseconds: row[2]), officer: row[3], subject: row[4], version: row[5],
      kind: row[6], bodyDigest: row[9])
    let expected = JournalChain.digest(after: digest, columns)
    guard expected == row[10] as Data else {
      return report(
        seq,
        Phrase(
          sv: "posten \(seq) är ändrad, utbytt eller tillagd: kedjan stämmer inte",
          en: "entry \(seq) was changed, swapped or added: the chain does not hold"))
    }
    let body: Data? = row[7]
    let salt: Data? = row[8]
    if let body {
      guard let salt, JournalChain.bodyDigest(salt: salt, body: body) == columns.bodyDigest else {
        return report(
          seq,
          Phrase(
            sv: "innehållet i posten \(seq) är ändrat", en: "the body of entry \(seq) was changed"))
      }
      account(body, columns)
    } else {
      erased += 1
      unaccounted[columns.subject, default: [:]][columns.version] = seq
    }
    last = seq
    digest = expected
  }

  /// Takes the bodies that an entry says are erased off the list of those that are gone.
  private mutating func account(_ body: Data, _ columns: EntryColumns) {
    if Fact.isErasure(columns.kind) {
      unaccounted[columns.subject] = nil
    } else if Fact.isRedaction(columns.kind) {
      let redaction = try? coder.fact(kind: columns.kind, body: body).redaction
      for left in redaction?.remains ?? [] {
        unaccounted[columns.subject]?[Int64(left.version)] = nil
      }
    }
  }

  /// The fault found, or that the journal ends elsewhere than the store says.
  func fault(at head: JournalHead) -> JournalFault? {
    if let fault { return fault }
    guard head.seq == last, head.digest == digest.hexadecimal else {
      let seq = min(head.seq, last) + 1
      return JournalFault(
        seq: seq,
        message: Phrase(
          sv:
            "journalen slutar vid \(last) men lagret säger \(head.seq): poster saknas eller är tillagda",
          en: "the journal ends at \(last) but the store says \(head.seq): entries lost or added"))
    }
    if let seq = unaccounted.values.flatMap(\.values).min() {
      return JournalFault(
        seq: seq,
        message: Phrase(
          sv: "innehållet i posten \(seq) är borta, men ingen post säger att det är raderat",
          en: "the body of entry \(seq) is gone, but no entry says that it was erased"))
    }
    return nil
  }

  private mutating func report(_ seq: Int64, _ message: Phrase) {
    fault = JournalFault(seq: seq, message: message)
  }
}
