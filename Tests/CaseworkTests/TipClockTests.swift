import Casework
import Testing

@Suite("The clocks of tips")
struct TipClockTests {
  private func states(_ tip: Tip?, at now: Instant) -> [String] {
    (tip?.clocks ?? []).map { "\($0.rule.id.rawValue) \($0.state(at: now))" }
  }

  /// Sunday 2026-11-22 at 07.13 in Stockholm is ``TipDesk/now``.
  private let now = TipDesk.now

  @Test(
    "A tip about a child has its protection assessment and its preliminary assessment to wait for")
  func received() throws {
    var desk = try TipDesk()
    let tip = try desk.record(.receive())
    #expect(states(desk.ledger.tip(tip), at: now) == ["sol20-1 running", "sol20-2 running"])
    let days = desk.ledger.tip(tip)?.clocks.last?.deadline
    // Sunday 6 December is no working day: SoL 20:2, lag 1930:173.
    #expect(days?.nominal.description == "2026-12-06")
    #expect(days?.lastDay.description == "2026-12-07")
    #expect(days?.safeDay.description == "2026-12-04")
    try desk.act("tip.assess", tip, ["outcome": "investigate", "ground": "ringt"])
    try desk.act("tip.preliminary", tip, ["outcome": "notOpened"])
    #expect(states(desk.ledger.tip(tip), at: now) == ["sol20-1 met", "sol20-2 met"])
  }

  @Test("A reporter who asked for it is told within a week of the decision, also of a closed tip")
  func feedback() throws {
    var desk = try TipDesk()
    let tip = try desk.assessed()
    try desk.act("tip.preliminary", tip, ["outcome": "opened"])
    #expect(desk.ledger.tip(tip)?.clocks.map(\.rule.id).contains(.feedback) == false)
    try desk.record(
      Action(
        "tip.correct", subject: tip,
        fields: ["wantsFeedback": .flag(true), "reason": .text("ringde igen")]))
    try desk.act("tip.close", tip, ["reason": "passedOn"])
    #expect(states(desk.ledger.tip(tip), at: now) == ["sol19-6 running"])
    let late = now.adding(minutes: 9 * 24 * 60)
    #expect(states(desk.ledger.tip(tip), at: late) == ["sol19-6 overdue"])
    try desk.act("tip.feedback", tip)
    #expect(states(desk.ledger.tip(tip), at: late) == ["sol19-6 met"])
  }

  @Test("Nobody is told before it is decided, or who has not asked for it (SoL 19:6)")
  func refused() throws {
    var desk = try TipDesk()
    let tip = try desk.assessed()
    let tell = Action("tip.feedback", subject: tip)
    #expect(desk.answer(to: tell).hasPrefix("rule: anmälaren har inte bett om besked"))
    try desk.record(
      Action(
        "tip.correct", subject: tip,
        fields: ["wantsFeedback": .flag(true), "reason": .text("ringde igen")]))
    #expect(desk.answer(to: tell).hasPrefix("rule: det är inte beslutat om utredning inleds"))
    try desk.act("tip.preliminary", tip, ["outcome": "handedOver"])
    #expect(desk.answer(to: tell).hasPrefix("rule: det är inte beslutat om utredning inleds"))
    try desk.act("tip.preliminary", tip, ["outcome": "opened"])
    #expect(desk.answer(to: tell) == "tip.feedbackGiven")
  }

  @Test(
    "A district's answer on the case is that of its tips, once",
    arguments: [(true, PreliminaryOutcome.opened), (false, .notOpened)])
  func answered(opened: Bool, outcome: PreliminaryOutcome) throws {
    var desk = try CaseDesk()
    let tips = try (0..<2).map { _ in try desk.record(.receive()) }
    try desk.act("case.addTips", ["tips": desk.list(tips)])
    try desk.act(
      "tip.preliminary", on: tips[1], ["outcome": .text(PreliminaryOutcome.handedOver.rawValue)])
    let child = FieldValue.text(desk.children[0].description)
    try desk.act(
      "case.concern",
      ["district": .text("Södermalm"), "child": child, "concern": .text("utnyttjas")])
    try desk.act(
      "case.investigation",
      [
        "district": .text("Södermalm"), "opened": .flag(opened),
        "child": child,
      ])
    #expect(desk.ledger.tip(tips[0])?.preliminary?.outcome == outcome)
    #expect(desk.ledger.tip(tips[0])?.preliminary?.reference == desk.case.description)
    #expect(desk.ledger.tip(tips[1])?.preliminary?.outcome == .handedOver)
  }

  @Test("With an accepted handover the district has accepted the case's tips")
  func accepted() throws {
    var desk = try CaseDesk()
    let tip = try desk.record(.receive())
    try desk.act("case.addTips", ["tips": desk.list([tip])])
    let handover = try desk.handover(.accepted)
    #expect(desk.ledger.tip(tip)?.preliminary?.outcome == .handedOver)
    #expect(desk.ledger.tip(tip)?.preliminary?.reference == handover.description)
  }
}
