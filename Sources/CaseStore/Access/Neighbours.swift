import Casework
import GRDB

/// What decides who may see what of a record beside the record itself: the case it belongs to, and
/// the persons it is about whose personal data are protected.
///
/// Read for each record that is handed out; those that a page has in common are folded once.
final class Neighbours {
  private let db: Database
  private let store: CaseStore
  private let folding = Folding()
  private var known: [Int64: Casework.Record] = [:]

  init(_ db: Database, in store: CaseStore) {
    self.db = db
    self.store = store
  }

  /// The record as it is guarded now, with what surrounds it, where something there decides who may
  /// see it.
  func surrounding(_ record: Casework.Record) throws -> Casework.Record {
    let record = try store.guarded(record)
    guard record.kind != .person, try hasGuards(record) else { return record }
    let owner = try record.kind == .case ? nil : record.references("case").last.flatMap(self.record)
    let persons = Set((record.allReferences + (owner?.allReferences ?? [])))
      .filter { $0.kind == .person }
    let protected = try persons.filter(isProtected)
    var names = ProtectedNames()
    // The texts of a handover may have been written before.
    if record.kind == .handover {
      for person in protected { try self.record(person).map { names.add($0, person) } }
    }
    return record.surrounded(by: owner, about: protected, named: names)
  }

  /// Whether what it refers to, or a case of that refers to, decides who may see others. Most never
  /// do, which three indexes tell without a fold. What was known before does not say what does now.
  private func hasGuards(_ record: Casework.Record) throws -> Bool {
    guard !store.isPast else { return true }
    let statement = try db.cachedStatement(
      sql: """
        WITH near (number, kind, guards) AS (
          SELECT records.number, kind, guards_others FROM links
          JOIN records ON records.number = target
          WHERE source = (SELECT seq FROM journal WHERE subject = ? AND version = 1))
        SELECT EXISTS (SELECT 1 FROM near WHERE guards)
          OR EXISTS (
            SELECT 1 FROM near JOIN links ON source = near.number
            JOIN records ON records.number = target
            WHERE near.kind = 'case' AND guards_others)
        """)
    return try Bool.fetchOne(statement, arguments: [record.id.bytes]) ?? false
  }

  private func isProtected(_ person: Reference) throws -> Bool {
    try record(person).map { Person($0).protection != nil } ?? false
  }

  private func record(_ reference: Reference) throws -> Casework.Record? {
    if let record = known[reference.number] { return record }
    let state = try folding.subject(numbered: reference.number, in: SQLiteJournal(db: db))
    guard case .record(let found)? = state, found.kind == reference.kind else { return nil }
    let record = try store.guarded(found)
    known[reference.number] = record
    return record
  }
}
