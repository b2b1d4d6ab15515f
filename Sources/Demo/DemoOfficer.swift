import Casework

/// A made-up member of staff.
public struct DemoOfficer: Hashable, Sendable {
  /// The login name.
  public let login: String
  /// The name, plainly made up.
  public let name: String
  /// The unit.
  public let unit: Casework.Unit
  /// What the officer may do.
  public let roles: [Casework.Role]

  /// The action that registers the officer.
  var registration: Action {
    Action(
      "officer.register",
      fields: [
        "login": .text(login), "name": .text(name), "unit": .text(unit.rawValue),
        "roles": .list(roles.map { .text($0.rawValue) }),
      ])
  }
}

extension DemoData {
  /// The officers. The first founds the store and, as every founder, holds all roles; the others
  /// are registered by ``registrations(from:)``.
  public static let officers: [DemoOfficer] = [
    DemoOfficer(login: "demo", name: "Demo Övningsledare", unit: .emergency, roles: Role.allCases),
    DemoOfficer(
      login: "anna", name: "Anna Påhittad", unit: .emergency, roles: [.dutyOfficer]),
    DemoOfficer(
      login: "olle", name: "Olle Exempelsson", unit: .emergency, roles: [.dutyOfficer]),
    DemoOfficer(
      login: "samira", name: "Samira Låtsas", unit: .emergency, roles: [.dutyOfficer, .coordinator]),
    DemoOfficer(
      login: "bengt", name: "Bengt Provberg", unit: .emergency, roles: [.lead, .dutyOfficer]),
    DemoOfficer(
      login: "karin", name: "Karin Fiktivsson", unit: .outreach, roles: [.coordinator]),
    DemoOfficer(
      login: "jonas", name: "Jonas Övningsgren", unit: .outreach, roles: [.outreachWorker]),
    DemoOfficer(
      login: "leila", name: "Leila Testlund", unit: .outreach, roles: [.outreachWorker]),
    DemoOfficer(
      login: "petra", name: "Petra Sagander", unit: .outreach, roles: [.lead, .outreachWorker]),
    DemoOfficer(
      login: "statistik", name: "Sixten Siffersson", unit: .outreach, roles: [.reader]),
    DemoOfficer(
      login: "intag", name: "Intag (e-post och webb)", unit: .emergency, roles: [.intake]),
  ]

  /// The mail server's account: mails and web forms are received by it.
  static let intakeLogin = "intag"
}
