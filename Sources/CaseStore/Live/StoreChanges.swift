import Casework
import GRDB

/// What has been recorded after a number, and how the lists of tips show it now: enough to bring a
/// page up to date without reading it again. All of one moment.
public struct StoreChanges: Sendable {
  /// The facts, oldest first.
  public let facts: [FactHeader]
  /// The tips they touch; nil where they are more than are worth telling one by one, or where the
  /// officer may not read tips.
  public let tips: TouchedTips?
  /// The counters of the tips; nil where no tip is touched.
  public let counters: TipCounters?
  /// The clock that runs out next after them; nil where none does.
  public let nextClock: SubjectClock?
  /// The number of the latest entry of the access log that was opened for a reason; nil where nobody
  /// has looked.
  public let latestBreach: Int64?
  /// The house's routines that the clocks stand under now.
  public let routines: Routines

  /// The most tips told one by one.
  static let mostTips = 64

  /// Takes the parts as they are.
  public init(
    facts: [FactHeader], tips: TouchedTips? = nil, counters: TipCounters? = nil,
    nextClock: SubjectClock? = nil, latestBreach: Int64? = nil, routines: Routines = .inForce
  ) {
    self.facts = facts
    self.tips = tips
    self.counters = counters
    self.nextClock = nextClock
    self.latestBreach = latestBreach
    self.routines = routines
  }
}

/// Tips that have been touched, as the lists show them now.
public struct TouchedTips: Sendable {
  /// All that were touched.
  public let references: Set<Reference>
  private let rows: [TipQuery.Order: [TipRow]]

  init(_ references: Set<Reference>, _ db: Database) throws {
    self.references = references
    let numbers = references.map(\.number).sorted()
    let orders: [TipQuery.Order] = [.urgency, .newest, .waiting]
    rows = try TipReading.rows(numbers, in: orders, db)
  }

  /// Those of them that a list in that order shows.
  public func rows(in order: TipQuery.Order) -> [TipRow] { rows[order] ?? [] }
}

extension CaseStore {
  /// What has been recorded after a number, as an officer may see it. Where another program has put
  /// the store under other routines, they are in force in this one from here on. Throws
  /// ``StoreError``.
  public func changes(after seq: Int64, limit: Int, as officer: Officer) throws -> StoreChanges {
    try read { db in
      let routines = try ClockProjection(db).adoptRoutines()
      let facts = try History(db).facts(after: seq, limit: limit)
      let latestBreach = try AccessLog(db).latestBreach()
      guard !facts.isEmpty else {
        return StoreChanges(facts: facts, latestBreach: latestBreach)
      }
      let standing = try current(officer, db)
      let nextClock = try standing.flatMap {
        try self.nextClock(at: clock.now(), for: $0, after: facts, from: seq, routines, db)
      }
      let touched = Set(facts.lazy.map(\.reference).filter { $0.kind == .tip })
      guard !touched.isEmpty else {
        return StoreChanges(facts: facts, nextClock: nextClock, latestBreach: latestBreach)
      }
      let isReader = standing.map { Self.canRead(.tip, $0) } ?? false
      let isFew = touched.count <= StoreChanges.mostTips
      return StoreChanges(
        facts: facts, tips: isReader && isFew ? try TouchedTips(touched, db) : nil,
        counters: try TipCounters(db), nextClock: nextClock, latestBreach: latestBreach)
    }
  }
}
