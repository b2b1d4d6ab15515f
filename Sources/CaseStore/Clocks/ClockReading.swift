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
  private func nextClock(at now: Instant, for officer: Officer, _ db: Database) throws
    -> SubjectClock?
  {
    let reading = ClockReading(db: db, now: now)
    let found = try ClockReading.kinds.filter { Self.canRead($0, officer) }
      .map { try reading.next($0) }
    return try first(of: found, at: now, db)
  }

  /// As ``nextClock(at:as:)`` after facts that are all there are after a number. Only the clocks of the
  /// kinds they touch are read, where those of the others are known as they were before.
  func nextClock(
    at now: Instant, for officer: Officer, after facts: [FactHeader], from seq: Int64,
    _ routines: Routines?, _ db: Database
  ) throws -> SubjectClock? {
    let reading = ClockReading(db: db, now: now)
    let making = Pressing.Making(
      form: try Int64.fetchOne(try db.cachedStatement(sql: "PRAGMA schema_version")),
      routines: routines)
    let known = pressing.clocks(of: making, before: facts, from: seq)
    let clocks = try ClockReading.kinds.reduce(into: [:]) { clocks, kind in
      clocks[kind] = try known[kind].flatMap { $0.hold(at: now) ? $0 : nil } ?? reading.next(kind)
    }
    pressing.note(clocks, of: making, at: facts.last?.seq ?? seq)
    let found = ClockReading.kinds.filter { Self.canRead($0, officer) }.compactMap { clocks[$0] }
    return try first(of: found, at: now, db)
  }

  private func first(of found: [KindClocks], at now: Instant, _ db: Database) throws
    -> SubjectClock?
  {
    guard
      let next = found.compactMap(\.first).min(),
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

/// A clock as its table has it. Times are in milliseconds since 1970, UTC.
private struct ClockEntry: Comparable {
  let kind: SubjectKind
  let number: Int64
  let safeUntil: Int64
  let until: Int64

  /// Whether it runs out before another.
  static func < (one: ClockEntry, other: ClockEntry) -> Bool {
    (one.safeUntil, one.until) < (other.safeUntil, other.until)
  }
}

/// The clocks of one kind of subject that may be the next to run out, as they were read at a time.
struct KindClocks {
  /// The protection assessment of a tip, an hour from when it came in (SoL 20:1).
  fileprivate var assessment: ClockEntry?
  /// What is past its safe day and not its last, and presses most.
  fileprivate var pastSafeDay: ClockEntry?
  fileprivate var beforeSafeDay: ClockEntry?
  fileprivate let readAt: Instant

  /// The one that runs out first.
  fileprivate var first: ClockEntry? {
    [assessment, pastSafeDay ?? beforeSafeDay].compactMap(\.self).min()
  }

  /// Whether a reading at a time would find the same, as long as nothing is recorded.
  fileprivate func hold(at now: Instant) -> Bool {
    let ends = [assessment?.until, pastSafeDay?.until, beforeSafeDay?.safeUntil]
    return readAt <= now && ends.allSatisfy { $0.map { now.milliseconds < $0 } ?? true }
  }
}

/// What presses most, as it was read last: nearly every change leaves it as it is, and then it is not
/// read again. Any thread.
final class Pressing: Sendable {
  private struct Known {
    let number: Int64
    let version: Int
    let state: SubjectState
  }

  /// What the table of clocks was made by, besides facts: one that is made anew, as a rebuild does, is
  /// another, and so is one under other routines.
  struct Making: Equatable {
    /// SQLite's `schema_version`, which is another whenever a table is dropped or made.
    let form: Int64?
    /// The routines under which it stands; nil where none are noted.
    let routines: Routines?
  }

  private struct Clocks {
    let making: Making
    let seq: Int64
    let kinds: [SubjectKind: KindClocks]
  }

  private let known = Mutex<Known?>(nil)
  private let clocks = Mutex<Clocks?>(nil)

  /// The clocks of the kinds that facts leave as they were; none where the table is another, or where it
  /// is not known that those are all the facts since.
  func clocks(of making: Making, before facts: [FactHeader], from seq: Int64) -> [SubjectKind:
    KindClocks]
  {
    guard let known = clocks.withLock(\.self), known.seq >= seq, known.making == making else {
      return [:]
    }
    let since = facts.drop { $0.seq <= known.seq }
    guard Int64(since.count) == (facts.last?.seq ?? seq) - known.seq else { return [:] }
    let touched = Set(since.map(\.reference.kind))
    return known.kinds.filter { !touched.contains($0.key) }
  }

  /// Keeps the clocks as they stand after an entry.
  func note(_ kinds: [SubjectKind: KindClocks], of making: Making, at seq: Int64) {
    clocks.withLock { $0 = Clocks(making: making, seq: seq, kinds: kinds) }
  }

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

  let db: Database
  let now: Instant

  func next(_ kind: SubjectKind) throws -> KindClocks {
    KindClocks(
      assessment: kind == .tip ? try nextAssessment() : nil,
      pastSafeDay: try found(kind, Self.pastSafeDay),
      beforeSafeDay: try found(kind, Self.beforeSafeDay), readAt: now)
  }

  private func nextAssessment() throws -> ClockEntry? {
    let row = try Row.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT number, received_at FROM tips
          WHERE status = 'open' AND is_assessed = 0 AND concerns_child = 1 AND received_at > ?
          ORDER BY received_at, number LIMIT 1
          """), arguments: [now.milliseconds - Tip.assessmentAlarm])
    return row.map { row in
      let due: Int64 = row[1] + Tip.assessmentAlarm
      return ClockEntry(kind: .tip, number: row[0], safeUntil: due, until: due)
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

  private func found(_ kind: SubjectKind, _ sql: String) throws -> ClockEntry? {
    let row = try Row.fetchOne(
      try db.cachedStatement(sql: sql), arguments: [kind.rawValue, now.milliseconds])
    return row.map { ClockEntry(kind: kind, number: $0[0], safeUntil: $0[1], until: $0[2]) }
  }
}
