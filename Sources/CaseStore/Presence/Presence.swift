import Casework
import Foundation
import GRDB
import TextSafety

/// A desk that is open.
public struct Presence: Sendable, Hashable, Identifiable {
  /// Which.
  public let id: PresenceID
  /// Who sits at it.
  public let officer: OfficerID
  /// The officer's name.
  public let name: UntrustedText
  /// The officer's unit.
  public let unit: Casework.Unit
  /// Which terminal.
  public let terminal: String
  /// Since when.
  public let since: Instant
  /// What is looked at.
  public var viewing: Reference?
  /// Whether something is being typed about it.
  public var isTyping: Bool

  /// Takes the parts as they are.
  public init(
    id: PresenceID, officer: OfficerID, name: UntrustedText, unit: Casework.Unit,
    terminal: String, since: Instant, viewing: Reference?, isTyping: Bool
  ) {
    self.id = id
    self.officer = officer
    self.name = name
    self.unit = unit
    self.terminal = terminal
    self.since = since
    self.viewing = viewing
    self.isTyping = isTyping
  }
}

/// Names an open desk.
public struct PresenceID: Sendable, Hashable {
  let number: Int64

  /// Takes the number as it is.
  public init(_ number: Int64) {
    self.number = number
  }
}

extension CaseStore {
  /// Says that the officer has opened a desk. It ends with ``leave(_:)`` or with this process.
  public func enter(_ officer: Officer, terminal: String) throws -> PresenceID {
    try write(.passing) { db in
      try Self.removeOrphans(db)
      let process = DeskProcess.current
      try db.execute(
        sql: """
          INSERT INTO presence (officer, name, unit, terminal, since, pid, started)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          officer.id.bytes, officer.name.raw, officer.unit.rawValue, terminal,
          clock.now().milliseconds, process.pid, process.started,
        ])
      return PresenceID(db.lastInsertedRowID)
    }
  }

  /// Says what is looked at.
  public func look(at reference: Reference?, typing: Bool, _ id: PresenceID) throws {
    try write(.passing) { db in
      try db.cachedStatement(
        sql: "UPDATE presence SET viewing = ?, is_typing = ? WHERE id = ?"
      ).execute(arguments: [reference?.description, typing, id.number])
    }
  }

  /// Says that the desk is closed.
  public func leave(_ id: PresenceID) throws {
    try write(.passing) { db in
      try db.execute(sql: "DELETE FROM presence WHERE id = ?", arguments: [id.number])
    }
  }

  /// The desks that are open, the longest first. One whose process is gone does not count.
  public func present() throws -> [Presence] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT * FROM presence ORDER BY since, id")
      return try Row.fetchAll(statement).compactMap { row in
        guard DeskProcess(pid: row["pid"], started: row["started"]).isAlive,
          let officer = SubjectID(bytes: row["officer"]),
          let unit = Casework.Unit(rawValue: row["unit"])
        else { return nil }
        return Presence(
          id: PresenceID(row["id"]), officer: OfficerID(officer),
          name: UntrustedText(row["name"]), unit: unit, terminal: row["terminal"],
          since: Instant(milliseconds: row["since"]),
          viewing: (row["viewing"] as String?).flatMap { Reference($0) },
          isTyping: row["is_typing"])
      }
    }
  }
}

/// A process of this host, told from a later one with the same number by when it started.
struct DeskProcess {
  let pid: Int32
  let started: String

  static var current: DeskProcess {
    let pid = getpid()
    return DeskProcess(pid: pid, started: start(of: pid) ?? "")
  }

  var isAlive: Bool {
    guard kill(pid, 0) == 0 || errno == EPERM else { return false }
    // Where others' processes can't be looked into, the number has to do.
    guard let now = Self.start(of: pid) else { return true }
    return now == started
  }

  /// The boot and the 22nd field of /proc/PID/stat (proc(5)): clock ticks from boot to the start.
  private static func start(of pid: Int32) -> String? {
    guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      let end = stat.lastIndex(of: ")")
    else { return nil }
    let fields = stat[end...].split(separator: " ")
    guard fields.count > 20 else { return nil }
    return String(fields[20])
  }
}
