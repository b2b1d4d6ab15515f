import Casework
import Foundation
import GRDB

/// The subjects that are erased together, and what the law says of them.
public struct RetentionCase: Sendable, Hashable {
  /// The subjects, by number.
  public let references: [Reference]
  /// The civil day in Stockholm on which the last note was recorded.
  public let lastNote: CivilDate
  /// What the law says.
  public let ruling: RetentionRuling

  /// By what a person calls it: its case, else its child, else the first of it.
  public var main: Reference? {
    references.first { $0.kind == .case } ?? references.first { $0.kind == .person }
      ?? references.first
  }

  /// The civil day in Stockholm from which it is to be erased; nil where it never is.
  public var dueFrom: CivilDate? {
    guard case .erasable(let from, _) = ruling else { return nil }
    return from
  }
}

/// Finds what belongs together, and how long it is kept.
struct RetentionReading {
  /// What makes up the file of a person (personakt) where it belongs together. Field passes, shifts
  /// and meetings concern many, and are kept each by itself.
  private static let fileKinds: Set<SubjectKind> = [
    .tip, .person, .case, .custody, .policeReport, .handover,
  ]

  struct Member {
    let reference: Reference
    let state: SubjectState
    let first: Instant
    let last: Instant
  }

  let db: Database
  private let journal: SQLiteJournal
  private let folding = Folding()

  init(_ db: Database) {
    self.db = db
    journal = SQLiteJournal(db: db)
  }

  /// The subject with that number and all that belongs with it, by number; empty where there is
  /// none.
  func members(with number: Int64) throws -> [Member] {
    guard let start = try member(number) else { return [] }
    guard Self.fileKinds.contains(start.reference.kind) else { return [start] }
    var found = [number: start]
    var unread = [number]
    while let next = unread.popLast() {
      for other in try linked(to: next, .both) where found[other] == nil {
        guard let member = try member(other) else { continue }
        found[other] = member
        unread.append(other)
      }
    }
    return found.values.sorted { $0.reference.number < $1.reference.number }
  }

  /// What the law says of them. What a file refers to is kept as long as the file.
  func ruling(_ members: [Member]) throws -> RetentionCase? {
    guard let file = file(members), let first = members.first else { return nil }
    var ruling = file.ruling
    if !Self.fileKinds.contains(first.reference.kind) {
      for other in try linked(to: first.reference.number, .sources) {
        guard let file = self.file(try self.members(with: other)) else { continue }
        ruling = .longer(ruling, file.ruling)
      }
    }
    return RetentionCase(
      references: members.map(\.reference), lastNote: file.lastNote, ruling: ruling)
  }

  /// The numbers of the subjects in which nothing has been recorded since a moment.
  func untouched(since moment: Instant) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT min(seq) FROM journal GROUP BY subject HAVING max(recorded_at) < ? ORDER BY 1
        """, arguments: [moment.milliseconds])
  }

  private func file(_ members: [Member]) -> RetentionFile? {
    guard let first = members.map(\.first).min(), let last = members.map(\.last).max() else {
      return nil
    }
    return RetentionFile(members.map(\.state), firstNote: first, lastNote: last)
  }

  /// Nil where there is none, or it is erased, or an officer.
  private func member(_ number: Int64) throws -> Member? {
    guard let id = try journal.subject(numbered: number) else { return nil }
    let facts = try journal.facts(of: id, after: 0)
    guard let state = try folding.state(nil, after: facts), state.kind != .officer,
      let first = facts.map(\.recordedAt).min(), let last = facts.map(\.recordedAt).max()
    else { return nil }
    return Member(
      reference: Reference(state.kind, number), state: state, first: first, last: last)
  }

  /// The files' subjects among those linked to a subject.
  private func linked(to number: Int64, _ direction: LinkDirection) throws -> [Int64] {
    try Links(db: db).of(number, direction)
      .filter { Self.fileKinds.contains($0.kind) }.map(\.number)
  }
}
