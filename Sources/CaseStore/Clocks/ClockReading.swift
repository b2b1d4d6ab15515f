import Casework
import GRDB
import Synchronization

extension CaseStore {
  /// The clock that runs out next of all that the officer may see; nil where none runs. Reads a row
  /// or two of an index for each kind of subject, and one subject. Throws ``StoreError``.
  public func nextClock(at now: Instant, as officer: Officer) throws -> SubjectClock? {
    try read { db in
      guard let standing = try current(officer, db) else {
        throw StoreError.notPermitted
      }
      return try nextClock(at: now, for: standing, db)
    }
  }

  /// The clock that runs out next, for an officer with the roles that stand now.
  func nextClock(at now: Instant, for officer: Officer, _ db: Database) throws -> SubjectClock? {
    let reading = ClockReading(db: db, now: now)
    let found = try ClockReading.kinds.filter { Self.canRead($0, officer) }
      .flatMap { try reading.next($0) }
    guard
      let next = found.min(by: { ($0.safeUntil, $0.until) < ($1.safeUntil, $1.until) }),
      let state = try pressing.state(numbered: next.number, in: SQLiteJournal(db: db)),
      let clock = state.nextClock(at: now)
    else { return nil }
    return SubjectClock(Reference(next.kind, next.number), clock)
  }
}

extension CaseStore {
  /// The tips that have a clock besides the protection assessment (SoL 20:2, 19:6), the soonest first.
  /// Throws ``StoreError``.
  public func clockedTips(as officer: Officer) throws -> [Reference] {
    try read(.tip, as: officer) { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT number FROM clocks WHERE kind = 'tip' GROUP BY number
          ORDER BY min(safe_until), number
          """
      ).map { Reference(.tip, $0) }
    }
  }
}

/// The subject whose clock runs out next, as it was folded last: nearly every change leaves it as it
/// is, and then its journal is not decoded again. Any thread.
final class PressingSubject: Sendable {
  private struct Known {
    let number: Int64
    let version: Int
    let state: SubjectState
  }

  private let known = Mutex<Known?>(nil)

  /// The subject whose first fact has that number, as its facts make it now; nil where there is none.
  func state(numbered number: Int64, in journal: SQLiteJournal) throws -> SubjectState? {
    guard let id = try journal.subject(numbered: number) else { return nil }
    let version = try journal.version(of: id)
    if let known = known.withLock(\.self), known.number == number, known.version == version {
      return known.state
    }
    let state = try Folding().subject(id, in: journal)
    known.withLock { $0 = state.map { Known(number: number, version: version, state: $0) } }
    return state
  }
}

/// Finds the next clock to run out of each kind of subject.
private struct ClockReading {
  /// The kinds of subject that have clocks.
  static let kinds: [SubjectKind] = [.tip, .custody, .policeReport, .handover]

  struct Found {
    let kind: SubjectKind
    let number: Int64
    let safeUntil: Int64
    let until: Int64
  }

  let db: Database
  let now: Instant

  func next(_ kind: SubjectKind) throws -> [Found] {
    let assessment = kind == .tip ? try nextAssessment() : nil
    return [assessment, try found(kind, Self.pastSafeDay) ?? found(kind, Self.beforeSafeDay)]
      .compactMap(\.self)
  }

  /// The protection assessment of a tip, an hour from when it came in (SoL 20:1).
  private func nextAssessment() throws -> Found? {
    let row = try Row.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT number, received_at FROM tips
          WHERE status = 'open' AND is_assessed = 0 AND concerns_child = 1 AND received_at > ?
          ORDER BY received_at, number LIMIT 1
          """), arguments: [now.milliseconds - Tip.assessmentAlarm])
    return row.map { row in
      let due: Int64 = row[1] + Tip.assessmentAlarm
      return Found(kind: .tip, number: row[0], safeUntil: due, until: due)
    }
  }

  /// What is past its safe day and not its last presses most. Of each length between the two days
  /// the soonest: however many clocks run, a few steps down an index.
  private static let pastSafeDay = {
    let soonest = { (column: String) in
      """
      (SELECT \(column) FROM clocks WHERE kind = ?1 AND until > safe_until
        AND until - safe_until = gap AND until > ?2 AND until <= ?2 + gap ORDER BY until LIMIT 1)
      """
    }
    let next = "SELECT min(until - safe_until) FROM clocks WHERE kind = ?1 AND until > safe_until"
    return """
      WITH RECURSIVE gaps (gap) AS (
        \(next)
        UNION ALL SELECT (\(next) AND until - safe_until > gap) FROM gaps WHERE gap IS NOT NULL),
      soonest (number, gap, until) AS MATERIALIZED (
        SELECT \(soonest("number")), gap, \(soonest("until")) FROM gaps WHERE gap IS NOT NULL)
      SELECT number, until - gap, until FROM soonest WHERE number IS NOT NULL
      ORDER BY until, until - gap LIMIT 1
      """
  }()

  private static let beforeSafeDay = """
    SELECT number, safe_until, until FROM clocks WHERE kind = ?1 AND safe_until > ?2
    ORDER BY safe_until, until LIMIT 1
    """

  private func found(_ kind: SubjectKind, _ sql: String) throws -> Found? {
    let row = try Row.fetchOne(
      try db.cachedStatement(sql: sql), arguments: [kind.rawValue, now.milliseconds])
    return row.map { Found(kind: kind, number: $0[0], safeUntil: $0[1], until: $0[2]) }
  }
}
