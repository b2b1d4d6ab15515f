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

  /// The record as it is guarded now, with what surrounds it.
  func surrounding(_ record: Casework.Record) throws -> Casework.Record {
    let record = try store.guarded(record)
    guard record.kind != .person else { return record }
    let owner = try record.kind == .case ? nil : record.references("case").last.flatMap(self.record)
    let persons = Set((record.allReferences + (owner?.allReferences ?? [])))
      .filter { $0.kind == .person }
    return record.surrounded(by: owner, about: try persons.filter(isProtected))
  }

  private func isProtected(_ person: Reference) throws -> Bool {
    guard try mayBeProtected(person), let record = try record(person) else { return false }
    return Person(record).protection != nil
  }

  /// Most never were, which an index tells without a fold. What was known before does not say what
  /// is protected now.
  private func mayBeProtected(_ person: Reference) throws -> Bool {
    guard !store.isPast else { return true }
    let statement = try db.cachedStatement(
      sql: """
        SELECT 1 FROM journal JOIN records ON id = subject
        WHERE number = ? AND journal.kind = 'person.protected' LIMIT 1
        """)
    return try Int.fetchOne(statement, arguments: [person.number]) != nil
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
