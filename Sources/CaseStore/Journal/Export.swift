import Casework
import Foundation
import GRDB

/// One journal entry as a line of `journal export`.
public struct JournalEntry: Sendable, Encodable {
  /// Its number.
  public let seq: Int64
  /// When it was recorded, ISO 8601 with offset.
  public let recordedAt: String
  /// When it happened, ISO 8601 with offset.
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
      let decoder = JSONDecoder()
      while let row = try rows.next() {
        guard let entry = try JournalEntry(row, decoder) else { continue }
        try each(entry)
      }
    }
  }
}

extension JournalEntry {
  fileprivate init?(_ row: Row, _ decoder: JSONDecoder) throws {
    guard let id = SubjectID(bytes: row["subject"]) else { return nil }
    seq = row["seq"]
    recordedAt = Instant(milliseconds: row["recorded_at"]).iso8601
    happenedAt = Instant(milliseconds: row["happened_at"]).iso8601
    officer = (row["officer"] as Data?).flatMap(SubjectID.init(bytes:))?.description
    kind = row["kind"]
    let subjectKind = FactName(kind)?.subject
    let number: Int64 = row["number"]
    subject = subjectKind.map { Reference($0, number).description } ?? "\(number)"
    self.id = id.description
    version = row["version"]
    body = try (row["body"] as Data?).map { try decoder.decode(FieldValue.self, from: $0) }
    salt = (row["salt"] as Data?)?.hexadecimal
    bodyDigest = (row["body_digest"] as Data).hexadecimal
    digest = (row["digest"] as Data).hexadecimal
  }
}
