import Casework
import Crypto
import Foundation
import GRDB
import TextSafety

/// What a lead found when an entry of the access log was checked. The raw values are kept in stores.
public enum AccessFinding: String, Sendable, CaseIterable {
  /// The reading belonged to the officer's work.
  case justified
  /// It has to be asked about.
  case unclear
  /// It did not belong to the officer's work.
  case unjustified

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .justified: Phrase(sv: "befogad", en: "justified")
    case .unclear: Phrase(sv: "oklar, följs upp", en: "unclear, followed up")
    case .unjustified: Phrase(sv: "obefogad", en: "not justified")
    }
  }
}

/// The check of an entry.
public struct AccessCheck: Sendable, Hashable {
  /// When.
  public let at: Instant
  /// The name of the lead then.
  public let name: UntrustedText
  /// What it came to.
  public let finding: AccessFinding
  /// On what ground; nil where what was read has been erased since.
  public let reason: UntrustedText?
}

/// The entries of a month that are to be checked (SoLPuL 2001:454 10 §).
public struct AccessSample: Sendable {
  /// An entry and the latest check of it; nil where nobody has checked it.
  public struct Item: Sendable, Hashable {
    /// The entry.
    public let entry: AccessEntry
    /// Its latest check.
    public let check: AccessCheck?
  }

  /// How many entries the month has.
  public let entries: Int
  /// Those to be checked, in the order they were written.
  public let items: [Item]

  /// How many of them nobody has checked.
  public var unchecked: Int { items.count { $0.check == nil } }
}

extension CaseStore {
  /// The entries of the access log that are to be checked for the month in which a day lies: the
  /// same whoever asks, and not to be foreseen while the month lasts, since the draw hangs on the
  /// journal's last digest in it. Only a lead reads it. Throws ``Refusal`` while the month lasts, and
  /// ``StoreError``.
  public func accessSample(_ month: CivilDate, size: Int, as officer: Officer) throws
    -> AccessSample
  {
    let period = PeriodLength.month.period(around: month)
    let (start, end) = (period.start, period.end)
    guard clock.now() >= end else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "månaden är inte slut: stickprovet dras efter den",
          en: "the month is not over: the sample is drawn after it"), law: "SoLPuL 10 §")
    }
    return try read { db in
      try requireReader(officer, db)
      let seed =
        try Data.fetchOne(
          db, sql: "SELECT digest FROM journal WHERE recorded_at < ? ORDER BY seq DESC LIMIT 1",
          arguments: [end.milliseconds]) ?? JournalChain.origin
      let ids = try Int64.fetchAll(
        db, sql: "SELECT id FROM access_log WHERE at >= ? AND at < ?",
        arguments: [start.milliseconds, end.milliseconds])
      let drawn = ids.map { (Self.lot($0, seed), $0) }.sorted {
        $0.0.lexicographicallyPrecedes($1.0)
      }
      .prefix(max(1, size)).map(\.1).sorted()
      return AccessSample(
        entries: ids.count,
        items: try drawn.compactMap { id in
          try AccessLog(db).entry(id).map {
            AccessSample.Item(entry: $0, check: try AccessLog(db).check(of: id))
          }
        })
    }
  }

  private static func lot(_ id: Int64, _ seed: Data) -> [UInt8] {
    var bytes = seed
    bytes.append(bigEndian: id)
    return Array(SHA256.hash(data: bytes))
  }

  /// The month's first days that have entries in the log, up to the one that lasts, the newest first.
  /// Throws ``StoreError``.
  public func accessMonths(as officer: Officer) throws -> [CivilDate] {
    let today = Stockholm.civil(clock.now()).date
    return try read { db in
      try requireReader(officer, db)
      guard let first = try Int64.fetchOne(db, sql: "SELECT min(at) FROM access_log") else {
        return []
      }
      var months: [CivilDate] = []
      let day = Stockholm.civil(Instant(milliseconds: first)).date
      var month = PeriodLength.month.period(around: day)
      while month.to < today {
        months.append(month.from)
        month = PeriodLength.month.period(around: month.to.adding(days: 1))
      }
      return months.reversed()
    }
  }

  /// Writes down what a lead has found of an entry; nobody checks what they have read themselves. On
  /// return it is durable. Throws ``Refusal`` and ``StoreError``.
  public func checkAccess(
    _ id: Int64, _ finding: AccessFinding, because reason: AccessReason, by officer: Officer
  ) throws {
    try write(ringing: false) { db in
      let lead = try requireReader(officer, db)
      guard let entry = try AccessLog(db).entry(id) else {
        throw Refusal(
          .unknownSubject,
          Phrase(
            sv: "det finns ingen rad \(id) i åtkomstloggen",
            en: "there is no entry \(id) in the access log"))
      }
      guard entry.officer.subject != lead.id else {
        throw Refusal(
          .rule,
          Phrase(
            sv: "egna läsningar granskas av en annan arbetsledare",
            en: "what one has read oneself is checked by another lead"), law: "SoLPuL 10 §")
      }
      try AccessLog(db).add(finding, reason, of: id, by: lead, at: clock.now())
    }
  }

  @discardableResult
  private func requireReader(_ officer: Officer, _ db: Database) throws -> Officer {
    guard let current = try OfficerProjection(db).officer(id: officer.id), current.holds([.lead])
    else { throw StoreError.noAccessLog }
    return current
  }
}

extension AccessLog {
  fileprivate func entry(_ id: Int64) throws -> AccessEntry? {
    try entries(AccessQuery(newerThan: id - 1, after: id + 1, limit: 1)).first
  }

  fileprivate func check(of id: Int64) throws -> AccessCheck? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT at, name, finding, reason FROM access_checks WHERE entry = ? ORDER BY id DESC LIMIT 1
        """, arguments: [id])
    return row.flatMap { row in
      AccessFinding(rawValue: row[2]).map { finding in
        AccessCheck(
          at: Instant(milliseconds: row[0]), name: UntrustedText(row[1]), finding: finding,
          reason: (row[3] as String?).map { UntrustedText($0) })
      }
    }
  }

  fileprivate func add(
    _ finding: AccessFinding, _ reason: AccessReason, of id: Int64, by officer: Officer,
    at now: Instant
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO access_checks (entry, at, officer, name, finding, reason)
        VALUES (?,?,?,?,?,?)
        """,
      arguments: [
        id, now.milliseconds, officer.id.bytes, officer.name.raw, finding.rawValue,
        reason.text.raw,
      ])
  }
}
