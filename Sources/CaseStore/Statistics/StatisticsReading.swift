import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Counts what happened in a period, out of the journal, one subject at a time. Throws
  /// ``StoreError``, also where no role of the officer's reads figures.
  public func statistics(_ period: Period, as officer: Officer) throws -> Statistics {
    let now = clock.now()
    return try read { db in
      let standing = try current(officer, db)
      guard standing?.holds(Role.readsFigures) == true else { throw StoreError.noFigures }
      return try StatisticsReading(db, period, now: now).statistics()
    }
  }
}

/// Reads the journal subject by subject; no more than one subject is in memory.
private struct StatisticsReading {
  private let db: Database
  private let folding = Folding()
  private let period: Period
  private let now: Instant

  init(_ db: Database, _ period: Period, now: Instant) {
    self.db = db
    self.period = period
    self.now = now
  }

  func statistics() throws -> Statistics {
    var statistics = Statistics(period)
    let context = StatisticsLookup(db).context(now: now)
    // Identities sort by the time they were made, so this reads the journal nearly in its order.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT seq, version, recorded_at, happened_at, officer, subject, kind, body FROM journal
        ORDER BY subject, version
        """)
    var facts: [StoredFact] = []
    func count() throws {
      if let erasure = try facts.last.flatMap(erasure) {
        for figure in erasure.figures { statistics.add(figure) }
        return
      }
      guard let first = facts.first, isWanted(facts),
        let state = try folding.state(nil, after: facts)
      else { return }
      try statistics.add(state, Reference(state.kind, first.seq), context)
    }
    while let row = try rows.next() {
      guard let fact = StoredFact(row) else { continue }
      if let first = facts.first, first.subject != fact.subject {
        try count()
        facts.removeAll(keepingCapacity: true)
      }
      facts.append(fact)
    }
    try count()
    return statistics
  }

  /// Of the many tips only those to which something happened in the period, or shortly before, have to
  /// be understood: the clocks of a tip run out within a month. A record may have been corrected into
  /// it, and its clocks may run out in it.
  private func isWanted(_ facts: [StoredFact]) -> Bool {
    guard let first = facts.first, FactName(first.kind)?.subject == .tip else { return true }
    let start = period.start.adding(minutes: -31 * 24 * 60)
    return facts.contains { start <= $0.happenedAt && $0.happenedAt < period.end }
  }

  /// What an erased subject has left.
  private func erasure(_ last: StoredFact) throws -> Erasure? {
    guard Fact.isErasure(last.kind), let body = last.body else { return nil }
    return try folding.coder.fact(kind: last.kind, body: body).erasure
  }
}

/// Answers what the figures of one subject take from others.
struct StatisticsLookup {
  private let db: Database
  private let journal: SQLiteJournal
  private let folding = Folding()

  init(_ db: Database) {
    self.db = db
    journal = SQLiteJournal(db: db)
  }

  /// The answers, as things stand now.
  func context(now: Instant) -> Statistics.Context {
    Statistics.Context(now: now, record: record, hasCustody: hasCustody)
  }

  private func record(_ reference: Reference) throws -> Casework.Record? {
    guard
      case .record(let record)? = try folding.subject(numbered: reference.number, in: journal),
      record.kind == reference.kind
    else { return nil }
    return record
  }

  private func hasCustody(_ reference: Reference) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM links JOIN records ON records.number = links.source
          WHERE links.target = ? AND records.kind = ?)
        """)
    return try Bool.fetchOne(
      statement, arguments: [reference.number, SubjectKind.custody.rawValue]) ?? false
  }
}
