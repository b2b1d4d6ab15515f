import Casework
import Foundation
import GRDB
import TextSafety

/// One line of the access log: who was shown what, when, why and in what way.
public struct AccessEntry: Sendable, Hashable, Identifiable {
  /// Its number in the log; later is larger.
  public let id: Int64
  /// When it was written, just before anything was shown.
  public let at: Instant
  /// Who.
  public let officer: OfficerID
  /// That officer's login and name then.
  public let login: String
  /// That officer's name then.
  public let name: UntrustedText
  /// What was opened; nil for the whole store.
  public let reference: Reference?
  /// By what right.
  public let basis: AccessBasis
  /// The written reason, where there is one.
  public let reason: UntrustedText?
  /// In what way.
  public let way: AccessWay

  /// By what right, and the written reason where there is one.
  public func why(_ language: Language) -> SafeText {
    let title = SafeText(basis.title[language])
    return reason.map { title + ": " + SafeText($0) } ?? title
  }
}

/// What of the access log is asked for.
public struct AccessQuery: Sendable, Hashable {
  /// Only openings of that subject.
  public var reference: Reference?
  /// Only by the officer of that login, now or then.
  public var login: String?
  /// Only from that moment on.
  public var from: Instant?
  /// Only before that moment.
  public var before: Instant?
  /// Only those that took a written reason.
  public var onlyBreakGlass: Bool
  /// Only entries later than that one.
  public var newerThan: Int64?
  /// Only entries before that one: the last of the page before.
  public var after: Int64?
  /// The most entries, 1…1000.
  public var limit: Int

  /// Takes the parts as they are.
  public init(
    reference: Reference? = nil, login: String? = nil, from: Instant? = nil,
    before: Instant? = nil, onlyBreakGlass: Bool = false, newerThan: Int64? = nil,
    after: Int64? = nil, limit: Int
  ) {
    self.reference = reference
    self.login = login
    self.from = from
    self.before = before
    self.onlyBreakGlass = onlyBreakGlass
    self.newerThan = newerThan
    self.after = after
    self.limit = limit
  }
}

extension CaseStore {
  /// A page of the access log, newest first, of a store as it stood no later than that. Only a lead
  /// reads it. Throws ``StoreError``.
  public func accessLog(_ query: AccessQuery, as officer: Officer) throws -> [AccessEntry] {
    try today.read { db in
      guard try OfficerProjection(db).officer(id: officer.id)?.holds([.lead]) == true else {
        throw StoreError.noAccessLog
      }
      var query = query
      if isPast {
        let end = clock.now().adding(milliseconds: 1)
        query.before = min(query.before ?? end, end)
      }
      return try AccessLog(db).entries(query)
    }
  }

  /// The number of the latest entry of what was opened for a reason; 0 where nothing was. Throws
  /// ``StoreError``.
  public func latestBreach() throws -> Int64 {
    try today.read { try AccessLog($0).latestBreach() }
  }
}

extension CaseStore {
  /// When the officer last handed a shift over, for "since your last shift"; nil where that is not
  /// among the newest shifts. Throws ``StoreError``.
  public func lastShiftEnd(of officer: Officer) throws -> Instant? {
    try records(RecordQuery(kind: .shift, onlyOpen: false, start: .last, limit: 60), as: officer)
      .rows.map { Shift($0.record) }.filter { $0.officer == officer.login }
      .compactMap(\.handedOverAt).max()
  }
}

/// The table of the access log: rows are added, and never changed or taken away.
struct AccessLog {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  func add(
    _ ground: AccessGround, _ reference: Reference?, by officer: Officer, way: AccessWay,
    at now: Instant
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO access_log (at, officer, login, name, number, kind, basis, reason, way)
        VALUES (?,?,?,?,?,?,?,?,?)
        """
    ).execute(arguments: [
      now.milliseconds, officer.id.bytes, officer.login, officer.name.raw, reference?.number,
      reference?.kind.rawValue, ground.basis.rawValue, ground.reason?.text.raw, way.rawValue,
    ])
  }

  /// The number of the latest entry of what was opened for a reason; 0 where nothing was.
  func latestBreach() throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: "SELECT max(id) FROM access_log WHERE basis IN ('restricted', 'masked')")
    return try Int64.fetchOne(statement) ?? 0
  }

  func entries(_ query: AccessQuery) throws -> [AccessEntry] {
    var conditions: [String] = []
    var arguments: StatementArguments = []
    func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
      guard let value else { return }
      conditions.append(condition)
      arguments += [value]
    }
    require("number = ?", query.reference?.number)
    require("kind = ?", query.reference?.kind.rawValue)
    require("login = ?", query.login)
    require("at >= ?", query.from?.milliseconds)
    require("at < ?", query.before?.milliseconds)
    require("id < ?", query.after)
    require("id > ?", query.newerThan)
    if query.onlyBreakGlass { conditions.append("basis IN ('restricted', 'masked')") }
    let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, at, officer, login, name, number, kind, basis, reason, way FROM access_log
        \(filter) ORDER BY id DESC LIMIT \(max(1, min(1000, query.limit)))
        """)
    return try Row.fetchAll(statement, arguments: arguments).compactMap(AccessEntry.init)
  }
}

extension AccessEntry {
  fileprivate init?(_ row: Row) {
    guard let officer = SubjectID(bytes: row[2]), let basis = AccessBasis(rawValue: row[7]),
      let way = AccessWay(rawValue: row[9])
    else { return nil }
    id = row[0]
    at = Instant(milliseconds: row[1])
    self.officer = OfficerID(officer)
    login = row[3]
    name = UntrustedText(row[4])
    let kind = (row[6] as String?).flatMap(SubjectKind.init(rawValue:))
    reference = kind.flatMap { kind in (row[5] as Int64?).map { Reference(kind, $0) } }
    self.basis = basis
    reason = (row[8] as String?).map { UntrustedText($0) }
    self.way = way
  }
}
