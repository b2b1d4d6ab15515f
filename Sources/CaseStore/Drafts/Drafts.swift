import Casework
import Foundation
import GRDB

/// A form that is not finished: kept per officer, outside the journal, until it is recorded or
/// thrown away.
public struct Draft: Sendable, Hashable {
  /// Whose it is.
  public let officer: OfficerID
  /// Which form.
  public let key: String
  /// What was typed, as the form writes it.
  public let body: Data
  /// When it was last kept.
  public let updatedAt: Instant

  /// Takes the parts as they are.
  public init(officer: OfficerID, key: String, body: Data, updatedAt: Instant) {
    self.officer = officer
    self.key = key
    self.body = body
    self.updatedAt = updatedAt
  }
}

extension CaseStore {
  /// Keeps a draft, in the place of the one with the same key. On return it is durable.
  public func save(_ draft: Draft) throws {
    try write { try replace(draft, $0) }
  }

  /// Keeps a draft unless the one with the same key was kept by another desk meanwhile, as its body
  /// tells; that one is returned then, and nothing is written over. Throws ``StoreError``.
  public func save(_ draft: Draft, unless isOthers: (Data) -> Bool) throws -> Draft? {
    try write { db in
      let row = try Row.fetchOne(
        try db.cachedStatement(
          sql: "SELECT body, updated_at FROM drafts WHERE officer = ? AND key = ?"),
        arguments: [draft.officer.subject.bytes, draft.key])
      if let row, isOthers(row[0]) {
        return Draft(
          officer: draft.officer, key: draft.key, body: row[0],
          updatedAt: Instant(milliseconds: row[1]))
      }
      try replace(draft, db)
      return nil
    }
  }

  private func replace(_ draft: Draft, _ db: Database) throws {
    try db.cachedStatement(sql: "REPLACE INTO drafts VALUES (?, ?, ?, ?)").execute(
      arguments: [
        draft.officer.subject.bytes, draft.key, draft.body, draft.updatedAt.milliseconds,
      ])
  }

  /// An officer's drafts, the latest first.
  public func drafts(of officer: OfficerID) throws -> [Draft] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT key, body, updated_at FROM drafts WHERE officer = ? ORDER BY updated_at DESC, key
          """, arguments: [officer.subject.bytes]
      ).map {
        Draft(
          officer: officer, key: $0[0], body: $0[1], updatedAt: Instant(milliseconds: $0[2]))
      }
    }
  }

  /// Lets a draft go.
  public func deleteDraft(of officer: OfficerID, key: String) throws {
    try write { db in try deleteDraft(officer, key, db) }
  }

  func deleteDraft(_ officer: OfficerID, _ key: String, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM drafts WHERE officer = ? AND key = ?").execute(
      arguments: [officer.subject.bytes, key])
  }
}
