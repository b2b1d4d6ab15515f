import Casework
import Testing

@Suite("The rules for custody decisions")
struct CustodyRuleTests {
  /// Every action with fields that fit.
  static let actions: [(String, [String: FieldValue])] = [
    ("custody.decide", CustodyDesk.decision),
    ("custody.execute", [:]),
    ("custody.place", ["placementKind": .text("emergencyHome")]),
    ("custody.arrive", [:]),
    ("custody.examine", ["examination": .text("confirmed")]),
    ("custody.dateMeeting", ["boardMeeting": .text("2027-01-14")]),
    ("custody.report", [:]),
    ("custody.askCounsel", [:]),
    ("custody.appointCounsel", ["counsel": .text("Advokat Påhittad")]),
    ("custody.askGodMan", [:]),
    ("custody.appointGodMan", ["godMan": .text("Olle Påhittad")]),
    ("custody.applyForCare", [:]),
    ("custody.askExtension", [:]),
    ("custody.grantExtension", ["until": .text("2027-01-27")]),
    ("custody.refuseExtension", [:]),
    ("custody.decideCare", ["care": .text("care")]),
    ("custody.lift", ["liftedBy": .text("nämnden"), "reason": .text("inga skäl kvar")]),
    ("custody.close", ["outcome": .text("samtycke")]),
    ("custody.note", ["text": .text("ringt")]),
    ("custody.correct", ["entry": .number(1), "reason": .text("fel"), "field": .text("who")]),
  ]

  @Test("Every action in every situation is answered as the table says")
  func table() throws {
    var desk = try CustodyDesk()
    let prepared = try desk.prepared()
    let abandoned = try desk.prepared()
    try desk.act("custody.close", abandoned, ["outcome": .text("samtycke")])
    let night = CustodyDesk.night.iso8601
    let decided = try desk.decided(at: night)
    let executed = try desk.decided(at: night)
    try desk.act("custody.execute", executed)
    let applied = try desk.decided(at: night)
    for (id, fields) in [Self.actions[1], Self.actions[3], Self.actions[4], Self.actions[12]] {
      try desk.act(id, applied, fields)
    }
    try desk.act("custody.applyForCare", applied)
    let lifted = try desk.decided(at: night)
    try desk.act(
      "custody.lift", lifted, ["liftedBy": .text("nämnden"), "reason": .text("inga skäl")])
    let ceased = try desk.decided(at: "2026-12-01T10:00:00+01:00")
    let situations = [
      ("prepared", prepared), ("closed without a decision", abandoned), ("decided", decided),
      ("executed", executed), ("care applied for", applied), ("lifted", lifted),
      ("ceased", ceased),
    ]
    var text = ""
    for (situation, custody) in situations {
      text += "\(situation)\n"
      for (id, fields) in Self.actions {
        text += "  " + id.padded(24) + desk.answer(id, custody, fields) + "\n"
      }
    }
    try Table("CustodyRules.txt").expect(text)
  }

  @Test("Special cases are answered as the table says")
  func specialCases() throws {
    var desk = try CustodyDesk()
    let early = "2026-12-15T02:13:00+01:00"
    let prepared = try desk.prepared(at: "2026-12-14T02:13:00+01:00")
    let decided = try desk.decided(at: CustodyDesk.night.iso8601)
    let arrived = try desk.decided(at: CustodyDesk.night.iso8601)
    try desk.act("custody.arrive", arrived, at: "2026-12-18T09:00:00+01:00")
    func decision(_ fields: [String: String]) -> [String: FieldValue] {
      CustodyDesk.decision.merging(fields.mapValues { .text($0) }) { $1 }
    }
    func decide(_ fields: [String: String]) -> String {
      desk.answer(
        "custody.decide", prepared, decision(fields), at: CustodyDesk.night.iso8601)
    }
    let examined: [String: FieldValue] = ["examination": .text("confirmed")]
    let cases = [
      ("decided by a duty officer", decide(["capacity": "dutyOfficer"])),
      ("decided by who records it", decide(["decider": "dutyofficer  påhittad"])),
      ("decided by an officer's login", decide(["decider": "lead"])),
      ("decided by nobody", decide(["decider": " "])),
      ("decided by a member", decide(["capacity": "appointedMember"])),
      ("decided about one of 20", decide(["birthDate": "2006-12-16"])),
      ("decided about one of 19", decide(["birthDate": "2006-12-17"])),
      ("decided about one not born", decide(["birthDate": "2026-12-31"])),
      ("meeting before the decision", decide(["boardMeeting": "2026-12-01"])),
      ("executed before the decision", desk.answer("custody.execute", decided, at: early)),
      ("arrived before the decision", desk.answer("custody.arrive", decided, at: early)),
      (
        "arrived earlier the same day",
        desk.answer(
          "custody.arrive", decided, at: "2026-12-16T00:00:00+01:00")
      ),
      (
        "examined before arrival",
        desk.answer(
          "custody.examine", arrived, examined, at: "2026-12-17T09:00:00+01:00")
      ),
      (
        "examined the day of arrival",
        desk.answer(
          "custody.examine", arrived, examined, at: "2026-12-18T00:00:00+01:00")
      ),
      ("applied before the decision", desk.answer("custody.applyForCare", decided, at: early)),
      (
        "lifted before the decision",
        desk.answer(
          "custody.lift", decided, ["liftedBy": .text("x"), "reason": .text("y")], at: early)
      ),
      (
        "an unknown person",
        desk.answer(
          "custody.prepare", nil, ["who": .text("x"), "person": .text("B99")])
      ),
    ]
    try Table("CustodySpecialCases.txt").expect(
      cases.map { $0.0.padded(32) + $0.1 + "\n" }.joined())
  }

  @Test("The outreach unit takes no custody decision and reports nothing to the police")
  func outreach() throws {
    for spec in CustodyKind.actions + PoliceReportKind.actions {
      #expect(!spec.roles.contains(.outreachWorker), "\(spec.id)")
      #expect(spec.roles.contains(.dutyOfficer) && spec.roles.contains(.lead), "\(spec.id)")
    }
    for id in ["custody.prepare", "custody.decide", "custody.execute", "policeReport.file"] {
      #expect(ActionRegistry.action(id)?.roles == [.dutyOfficer, .lead])
    }
    #expect(!CustodyKind.readers.contains(.outreachWorker))
  }
}
