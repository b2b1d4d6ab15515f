import Casework
import Testing

@Suite("Who may do what")
struct PermissionTests {
  static let now = Instant(milliseconds: 1_795_327_980_000)

  @Test("Each role may do exactly what the table says")
  func table() throws {
    var ledger = Ledger()
    try ledger.record(.register("founder", [.administrator]), by: nil, now: Self.now)
    for role in Role.allCases {
      try ledger.record(.register(role.rawValue, [role]), by: "founder", now: Self.now)
    }
    var text = "action".padded(20) + Role.allCases.map { $0.rawValue.padded(16) }.joined()
    text = text.trimmedEnd + "\n"
    for spec in ActionRegistry.all {
      var line = spec.id.padded(20)
      for role in Role.allCases {
        let officer = try #require(ledger.officer(role.rawValue))
        let isRefused = Self.isRefused(spec, officer)
        line += (isRefused ? "–" : "may").padded(16)
      }
      text += line.trimmedEnd + "\n"
    }
    try Table("Permissions.txt").expect(text)
  }

  private static func isRefused(_ spec: ActionSpec, _ officer: Officer) -> Bool {
    do {
      try Decision.permit(spec, officer)
      return false
    } catch {
      return error.kind == .notPermitted
    }
  }

  @Test("A refusal for want of a role names the action and the roles that may")
  func words() throws {
    var ledger = Ledger()
    try ledger.record(.register("admin", [.administrator]), by: nil, now: Self.now)
    let refusal = #expect(throws: Refusal.self) {
      try ledger.record(.receive(), by: "admin", now: Self.now)
    }
    #expect(refusal?.kind == .notPermitted)
    #expect(
      refusal?.reason.sv
        == "”Nytt tips” kräver rollen uppsökare eller jourhandläggare eller samordnare eller "
        + "arbetsledare eller intag")
  }

  @Test("Without an officer only the first registration is possible")
  func withoutOfficer() throws {
    var ledger = Ledger()
    #expect(throws: Refusal.self) { try ledger.record(.receive(), by: nil, now: Self.now) }
    try ledger.record(.register("first", [.administrator]), by: nil, now: Self.now)
    #expect(ledger.officer("first")?.isActive == true)
  }

  @Test("A deactivated officer may do nothing")
  func deactivated() throws {
    var ledger = Ledger()
    try ledger.record(.register("admin", [.administrator]), by: nil, now: Self.now)
    let duty = try ledger.record(
      .register("duty", [.dutyOfficer, .lead]), by: "admin", now: Self.now)
    try ledger.record(
      Action("officer.deactivate", subject: duty, fields: ["reason": .text("slutat")]),
      by: "admin", now: Self.now)
    let officer = try #require(ledger.officer("duty"))
    for spec in ActionRegistry.all {
      #expect(throws: Refusal.self, "\(spec.id)") { try Decision.permit(spec, officer) }
    }
  }
}

extension String {
  /// The text with spaces up to that many characters.
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }

  /// The text without the spaces at its end.
  var trimmedEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
