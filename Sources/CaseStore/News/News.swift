import Casework
import Foundation
import GRDB

/// What has happened since a moment, by subject: the latest change first.
public struct News: Sendable {
  /// After which entry of the journal.
  public let after: Int64
  /// The end of the officer's last shift; nil where none has been handed over.
  public let since: Instant?
  /// The subjects, the latest changed first.
  public private(set) var items: [NewsItem]
  /// Whether more has happened than is told here.
  public let isCut: Bool

  /// Puts an item in the place of one of the same subject.
  public mutating func replace(_ index: Int, with item: NewsItem) {
    items[index] = item
  }
}

/// A subject that is new or has changed.
public struct NewsItem: Sendable, Identifiable {
  /// Which.
  public let reference: Reference
  /// Of a tip: as lists show it.
  public let tip: TipRow?
  /// Of a subject kept as a record: as it stands.
  public let record: RecordRow?
  /// Whether it came in since then.
  public let isNew: Bool
  /// How many facts have happened to it since then.
  public let changes: Int
  /// The latest of them.
  public let latest: HistoryEntry
  /// The unit of who recorded the latest.
  public let unit: Casework.Unit?
  /// The version the officer has read; 0: none.
  public var readVersion: Int

  /// Its reference.
  public var id: Reference { reference }
  /// Whether something has happened that the officer has not opened.
  public var isUnread: Bool { latest.version > readVersion }
}

extension CaseStore {
  /// The most facts that are looked through, and the most subjects told of.
  private static let newsReach = (facts: 5000, subjects: 200)

  /// What others have recorded since the officer's last shift was handed over; the last day's where
  /// none has been. Throws ``StoreError``.
  public func newsSinceLastShift(of officer: Officer) throws -> News {
    try read(.shift, as: officer) { db in
      let end = try lastShiftEnd(of: officer, db)
      let after = try end?.seq ?? firstEntry(since: clock.now().adding(minutes: -24 * 60), db)
      return try news(after: after, since: end?.at, without: OfficerID(officer.id), officer, db)
    }
  }

  /// What anybody has recorded since a shift began. Throws ``StoreError``.
  public func news(sinceStartOf shift: Reference, as officer: Officer) throws -> News {
    try read(.shift, as: officer) { db in
      try news(after: shift.number, since: nil, without: nil, officer, db)
    }
  }

  /// Remembers that the officer has read subjects as they stand at those versions. Not a fact: it is
  /// kept outside the journal.
  public func markRead(_ versions: [Reference: Int], by officer: OfficerID) throws {
    try write(.passing) { db in
      for (reference, version) in versions {
        try db.execute(
          sql: """
            INSERT INTO read_marks VALUES (?1, ?2, ?3)
            ON CONFLICT (officer, number) DO UPDATE SET version = max(version, ?3)
            """, arguments: [officer.subject.bytes, reference.number, version])
      }
    }
  }

  /// The open tips that an officer has, the most urgent first. Throws ``StoreError``.
  public func claims(of officer: Officer) throws -> [TipRow] {
    try read(.tip, as: officer) { db in
      try Row.fetchAll(
        try db.cachedStatement(
          sql: """
            SELECT \(TipRow.columns) FROM tips WHERE status = 'open' AND assignee = ?
            ORDER BY urgency DESC, number DESC LIMIT 200
            """), arguments: [officer.id.bytes]
      ).compactMap { TipRow($0, .urgency) }
    }
  }

  /// The shift that waits for this officer to take it over: handed over to the officer, or to nobody
  /// by name in the officer's unit, and not acknowledged. The longest waiting. Throws ``StoreError``.
  public func shiftToAcknowledge(by officer: Officer) throws -> RecordRow? {
    let open = try records(RecordQuery(kind: .shift, limit: 100), as: officer).rows
    return open.first { row in
      let shift = Shift(row.record)
      guard shift.handedOverAt != nil, shift.acknowledgedAt == nil, shift.officer != officer.login
      else { return false }
      return row.record.last("handedOver")?.choice("next").map { $0 == officer.login }
        ?? (shift.unit == officer.unit)
    }
  }

  // MARK: Reading

  private func lastShiftEnd(of officer: Officer, _ db: Database) throws -> (
    seq: Int64, at: Instant
  )? {
    let row = try Row.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT seq, recorded_at FROM (
            SELECT id FROM records WHERE kind = 'shift'
            ORDER BY sort_at DESC, number DESC LIMIT 500) shifts
          JOIN journal ON subject = shifts.id
          WHERE journal.kind = 'shift.handedOver' AND officer = ? ORDER BY seq DESC LIMIT 1
          """), arguments: [officer.id.bytes])
    return row.map { ($0[0], Instant(milliseconds: $0[1])) }
  }

  /// The entry before the first of a time, within reach.
  private func firstEntry(since time: Instant, _ db: Database) throws -> Int64 {
    let row = try Row.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT min(seq) - 1, (SELECT head_seq FROM store) FROM (
            SELECT seq, recorded_at FROM journal ORDER BY seq DESC LIMIT \(Self.newsReach.facts))
          WHERE recorded_at >= ?
          """), arguments: [time.milliseconds])
    guard let row else { return 0 }
    return row[0] as Int64? ?? row[1]
  }

  private func news(
    after seq: Int64, since: Instant?, without own: OfficerID?, _ officer: Officer, _ db: Database
  ) throws -> News {
    let history = History(db)
    let head = try Int64.fetchOne(db, sql: "SELECT head_seq FROM store") ?? 0
    let start = max(seq, head - Int64(Self.newsReach.facts))
    let facts = try history.facts(after: start, limit: Self.newsReach.facts).filter {
      $0.officer != own && $0.reference.kind != .officer && Self.canRead($0.reference.kind, officer)
    }
    let bySubject = Dictionary(grouping: facts, by: \.reference)
    let newest = bySubject.values.sorted { ($0.last?.seq ?? 0) > ($1.last?.seq ?? 0) }
    let folding = RecordFolding(db, in: self)
    let items = try newest.prefix(Self.newsReach.subjects).compactMap { facts -> NewsItem? in
      guard let last = facts.last,
        let latest = try history.entries(of: last.reference, after: last.version - 1, limit: 500)
          .last
      else { return nil }
      let number = last.reference.number
      return NewsItem(
        reference: last.reference, tip: try tip(last.reference, db),
        record: last.reference.kind == .tip ? nil : try folding.row(number),
        isNew: facts.contains { $0.version == 1 }, changes: facts.count, latest: latest,
        unit: try last.officer.flatMap { try OfficerProjection(db).officer(id: $0.subject)?.unit },
        readVersion: try Int.fetchOne(
          try db.cachedStatement(
            sql: "SELECT version FROM read_marks WHERE officer = ? AND number = ?"),
          arguments: [officer.id.bytes, number]) ?? 0)
    }
    return News(
      after: seq, since: since, items: items,
      isCut: start > seq || newest.count > Self.newsReach.subjects)
  }

  private func tip(_ reference: Reference, _ db: Database) throws -> TipRow? {
    guard reference.kind == .tip else { return nil }
    return try TipReading.rows([reference.number], db).first
  }
}
