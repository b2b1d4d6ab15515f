import Casework
import Foundation
import GRDB

/// The table of subjects that are kept as records, and what refers to what.
struct RecordProjection {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// A record in the place of what it was.
  func replace(_ record: Casework.Record, version: Int64, number: Int64) throws {
    guard RecordKinds.of(record.kind) != nil, !record.entries.isEmpty else { return }
    try delete(number: number)
    try insert(record, version: version, number: number)
  }

  /// A record that is not there yet. No REPLACE: for one, in a table that has indexes, SQLite opens a
  /// savepoint, at which FTS5 writes its memory to the disk.
  func insert(_ record: Casework.Record, version: Int64, number: Int64) throws {
    guard let kind = RecordKinds.of(record.kind), let last = record.entries.last else { return }
    let changedAt = record.entries.map(\.happenedAt).max() ?? last.happenedAt
    try db.cachedStatement(sql: "INSERT INTO records VALUES (?,?,?,?,?,?,?,?)").execute(
      arguments: [
        number, record.id.bytes, record.kind.rawValue, version,
        kind.status(record, now: changedAt).isOpen, kind.sortTime(record).milliseconds,
        changedAt.milliseconds, record.guardsOthers,
      ])
    for target in Set(record.allReferences.map(\.number)) where target != number {
      try db.cachedStatement(sql: "INSERT INTO links VALUES (?, ?)").execute(
        arguments: [number, target])
    }
    try NameProjection(db).insert(record, number: number)
    try ClockProjection(db).insert(record, number: number)
  }

  /// Marks those that decide who sees others in a table that does not say it yet.
  func markGuards() throws {
    let folding = RecordFolding(db)
    let kinds = "SELECT number, id FROM records WHERE kind IN ('case', 'person')"
    for row in try Row.fetchAll(db, sql: kinds) {
      guard let record = try folding.record(id: row[1]), record.guardsOthers else { continue }
      try db.execute(
        sql: "UPDATE records SET guards_others = 1 WHERE number = ?", arguments: [row[0]])
    }
  }

  /// Takes away all that shows a record. What others refer to it by stays with them.
  func delete(number: Int64) throws {
    for rows in ["records WHERE number", "links WHERE source", "names WHERE number"] {
      try db.cachedStatement(sql: "DELETE FROM \(rows) = ?").execute(arguments: [number])
    }
    try ClockProjection(db).delete(number: number)
  }
}

extension Casework.Record {
  /// Every subject that one of the facts refers to.
  var allReferences: [Reference] {
    entries.flatMap { entry -> [Reference] in
      let fields = RecordKinds.action(kind, becoming: entry.name)?.fields ?? []
      return fields.flatMap { field -> [Reference] in
        switch field.type {
        case .reference, .references: entry.references(field.name)
        default: []
        }
      }
    }
  }
}
