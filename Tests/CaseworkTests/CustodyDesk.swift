import Casework
import Testing

/// A desk with officers of each role, whose clock can be set, for custody and police reports.
struct CustodyDesk {
  /// 2026-12-16 02:13 in Stockholm, a Wednesday.
  static let night = at("2026-12-16T02:13:00+01:00")
  var ledger = Ledger()
  var now: Instant

  init(at start: Instant = night) throws {
    now = start
    try ledger.record(.register("admin", [.administrator]), by: nil, now: now)
    for role in [Role.dutyOfficer, .coordinator, .lead, .outreachWorker] {
      try ledger.record(.register(role.rawValue, [role]), by: "admin", now: now)
    }
  }

  static func at(_ text: String) -> Instant { Instant(iso8601: text) ?? .earliest }

  @discardableResult
  mutating func act(
    _ id: String, _ subject: Reference? = nil, _ fields: [String: FieldValue] = [:],
    at time: String? = nil, by login: String = "dutyOfficer"
  ) throws -> Reference {
    let moment = time.map(Self.at)
    if let moment, moment > now { now = moment }
    return try ledger.record(
      Action(id, subject: subject, happenedAt: moment, fields: fields), by: login, now: now)
  }

  /// What the rules answer: the fact, or the refusal in full.
  func answer(
    _ id: String, _ subject: Reference?, _ fields: [String: FieldValue] = [:],
    at time: String? = nil, by login: String = "dutyOfficer"
  ) -> String {
    do {
      let action = Action(id, subject: subject, happenedAt: time.map(Self.at), fields: fields)
      return try ledger.decide(action, by: login, now: now).map(\.fact.kind).joined(separator: ", ")
    } catch let refusal as Refusal {
      let field = refusal.field.map { " {\($0)}" } ?? ""
      return "\(refusal.kind.rawValue)\(field): \(refusal.message.sv) / \(refusal.message.en)"
    } catch {
      return "\(error)"
    }
  }

  func record(_ reference: Reference) throws -> Record {
    guard case .record(let record)? = ledger[reference] else {
      throw Refusal(.unknownSubject, Phrase(same: "\(reference)"))
    }
    return record
  }

  func custody(_ reference: Reference) throws -> Custody { Custody(try record(reference)) }

  func report(_ reference: Reference) throws -> PoliceReport {
    PoliceReport(try record(reference))
  }

  // MARK: Subjects

  static let decision: [String: FieldValue] = [
    "decider": .text("Vera Låtsas"), "capacity": .text("chairman"), "given": .text("telephone"),
    "boardMeeting": .text("2027-04-15"),
  ]

  /// A custody prepared for a girl of 15.
  mutating func prepared(at time: String? = nil, _ fields: [String: FieldValue] = [:]) throws
    -> Reference
  {
    try act(
      "custody.prepare", nil,
      ["who": .text("flicka, röd jacka"), "age": .number(15)].merging(fields) { $1 }, at: time)
  }

  /// A custody that the chairman decided by telephone at that time.
  mutating func decided(at time: String) throws -> Reference {
    let custody = try prepared(at: time)
    try act("custody.decide", custody, Self.decision, at: time)
    return custody
  }

  static let filing: [String: FieldValue] = [
    "authority": .text("borderPolice"), "offence": .text("trafficking"),
    "secrecyGround": .text("10:21"),
  ]

  mutating func filed(at time: String) throws -> Reference {
    let report = try act("policeReport.draft", nil, ["what": .text("pojke 15")], at: time)
    try act("policeReport.file", report, Self.filing, at: time)
    return report
  }
}
