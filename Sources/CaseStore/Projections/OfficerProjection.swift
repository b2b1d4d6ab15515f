import Casework
import Foundation
import GRDB
import TextSafety

/// The table of officers.
struct OfficerProjection {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// An officer in the place of what they were.
  func replace(_ officer: Officer, version: Int64, number: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM officers WHERE number = ? OR id = ?").execute(
      arguments: [number, officer.id.bytes])
    try insert(officer, version: version, number: number)
  }

  /// An officer who is not there yet; as for records, without a REPLACE.
  func insert(_ officer: Officer, version: Int64, number: Int64) throws {
    let roles = Role.allCases.filter(officer.roles.contains).map(\.rawValue)
    try db.cachedStatement(sql: "INSERT INTO officers VALUES (?,?,?,?,?,?,?,?)").execute(
      arguments: [
        number, officer.id.bytes, version, officer.login, officer.name.raw, officer.unit.rawValue,
        roles.joined(separator: " "), officer.isActive,
      ])
  }

  /// The officer who has the login now, else the one who had it last.
  func officer(login: String) throws -> Officer? {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM officers WHERE login = ? ORDER BY is_active DESC, number DESC LIMIT 1")
    return try Row.fetchOne(statement, arguments: [login]).flatMap(Officer.init)
  }

  func officer(id: SubjectID) throws -> Officer? {
    let statement = try db.cachedStatement(sql: "SELECT * FROM officers WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id.bytes]).flatMap(Officer.init)
  }

  func all() throws -> [OfficerRow] {
    try Row.fetchAll(db, sql: "SELECT * FROM officers ORDER BY is_active DESC, name, number")
      .compactMap { row in
        Officer(row).map { OfficerRow(reference: Reference(.officer, row["number"]), officer: $0) }
      }
  }

  func activeAdministrators() throws -> Int {
    try all().count { $0.officer.holds([.administrator]) }
  }
}

/// An officer and the reference of the officer's subject.
public struct OfficerRow: Sendable, Hashable {
  /// The reference.
  public let reference: Reference
  /// The officer.
  public let officer: Officer

  /// Takes both as they are.
  public init(reference: Reference, officer: Officer) {
    self.reference = reference
    self.officer = officer
  }
}

extension Officer {
  init?(_ row: Row) {
    guard let id = SubjectID(bytes: row["id"]), let unit = Casework.Unit(rawValue: row["unit"])
    else { return nil }
    let roles: String = row["roles"]
    self.init(
      id: id, version: Int(row["version"] as Int64), login: row["login"],
      name: UntrustedText(row["name"]), unit: unit,
      roles: Set(roles.split(separator: " ").compactMap { Role(rawValue: String($0)) }),
      isActive: row["is_active"])
  }
}

extension CaseStore {
  /// The officer who has the login now, else the one who had it last; nil where nobody ever had.
  public func officer(login: String) throws -> Officer? {
    try read { try OfficerProjection($0).officer(login: login) }
  }

  /// All officers, the active first, by name.
  public func officers() throws -> [OfficerRow] {
    try read { try OfficerProjection($0).all() }
  }
}
