import Casework
import Foundation
import GRDB

/// One journal entry as a line of `journal export`: with all that its digest covers, so that a store
/// can be made again from it.
public struct JournalEntry: Sendable, Codable {
  /// Its number.
  public let seq: Int64
  /// When it was recorded, ISO 8601 with milliseconds and offset.
  public let recordedAt: String
  /// When it happened, ISO 8601 with milliseconds and offset.
  public let happenedAt: String
  /// The recording officer's identity; nil for none.
  public let officer: String?
  /// The subject's reference.
  public let subject: String
  /// The subject's identity.
  public let id: String
  /// The subject's version after it.
  public let version: Int64
  /// The fact's stable name.
  public let kind: String
  /// The fact's body; nil where it has been erased.
  public let body: FieldValue?
  /// The body as it is stored, in Base64, where ``body`` written as JSON gives other bytes; else nil.
  public let rawBody: String?
  /// The salt, hexadecimal; nil where it has been erased.
  public let salt: String?
  /// SHA-256 of salt and body, hexadecimal.
  public let bodyDigest: String
  /// The chain's digest, hexadecimal.
  public let digest: String
}

extension CaseStore {
  /// Gives every entry after a number, oldest first. Only a lead may: the journal holds everything,
  /// and the access log has it first. Throws ``StoreError`` and what `each` throws.
  public func export(
    since seq: Int64, as officer: Officer, _ each: (JournalEntry) throws -> Void
  ) throws {
    guard let lead = try read({ try OfficerProjection($0).officer(id: officer.id) }),
      lead.holds([.lead])
    else { throw StoreError.noExport }
    try log([AccessGround(.lead)], by: lead, way: .export)
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT j.*, first.seq AS number FROM journal j
          JOIN journal first ON first.subject = j.subject AND first.version = 1
          WHERE j.seq > ? ORDER BY j.seq
          """, arguments: [seq])
      let coder = BodyCoder()
      while let row = try rows.next() {
        guard let entry = try JournalEntry(row, coder) else { continue }
        try each(entry)
      }
    }
  }
}

extension JournalEntry {
  fileprivate init?(_ row: Row, _ coder: BodyCoder) throws {
    guard let id = SubjectID(bytes: row["subject"]) else { return nil }
    seq = row["seq"]
    recordedAt = Instant(milliseconds: row["recorded_at"]).exactISO8601
    happenedAt = Instant(milliseconds: row["happened_at"]).exactISO8601
    officer = (row["officer"] as Data?).flatMap(SubjectID.init(bytes:))?.description
    kind = row["kind"]
    let subjectKind = FactName(kind)?.subject
    let number: Int64 = row["number"]
    subject = subjectKind.map { Reference($0, number).description } ?? "\(number)"
    self.id = id.description
    version = row["version"]
    let bytes: Data? = row["body"]
    let value = bytes.flatMap(coder.value)
    body = value
    rawBody = try bytes.flatMap { bytes in
      try value.map(coder.bytes) == bytes ? nil : bytes.base64EncodedString()
    }
    salt = (row["salt"] as Data?)?.hexadecimal
    bodyDigest = (row["body_digest"] as Data).hexadecimal
    digest = (row["digest"] as Data).hexadecimal
  }
}

extension JournalEntry {
  /// The body as it is stored; nil where it has been erased.
  func bodyBytes(_ coder: BodyCoder) throws -> Data? {
    if let rawBody { return Data(base64Encoded: rawBody) }
    return try body.map(coder.bytes)
  }

  /// What the digest covers; nil where something of it can't be read.
  var columns: EntryColumns? {
    guard let recordedAt = Instant(iso8601: recordedAt),
      let happenedAt = Instant(iso8601: happenedAt),
      let subject = SubjectID(id), let bodyDigest = Data(hexadecimal: bodyDigest),
      officer == nil || officer.flatMap({ SubjectID($0) }) != nil
    else { return nil }
    return EntryColumns(
      seq: seq, recordedAt: recordedAt, happenedAt: happenedAt,
      officer: officer.flatMap { SubjectID($0) }?.bytes, subject: subject.bytes, version: version,
      kind: kind, bodyDigest: bodyDigest)
  }
}

/// Bodies to and from their bytes, as ``FactCoder`` writes them. Not thread-safe.
final class BodyCoder {
  private let encoder = JSONEncoder()
  private let decoder = JSONDecoder()

  init() {
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func value(_ bytes: Data) -> FieldValue? { try? decoder.decode(FieldValue.self, from: bytes) }

  func bytes(_ value: FieldValue) throws -> Data { try encoder.encode(value) }
}

extension Instant {
  /// As ``iso8601``, with milliseconds: nothing is lost.
  var exactISO8601: String {
    let thousandths = Int(((milliseconds % 1000) + 1000) % 1000)
    let digits = String(1000 + thousandths).dropFirst()
    // The second ends the first 19 characters: 2026-11-21T02:13:00.
    return iso8601.prefix(19) + "." + digits + iso8601.dropFirst(19)
  }
}

extension Data {
  /// Nil unless there are two hexadecimal digits for each byte.
  init?(hexadecimal text: String) {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    self.init(
      stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
  }
}
