import Casework
import Testing

/// Tips that have come so far, and officers of each kind.
struct TipDesk {
  static let now = Instant(milliseconds: 1_795_327_980_000)
  var ledger = Ledger()
  /// A tip of each situation, by its name.
  private(set) var tips: [(name: String, reference: Reference)] = []

  init() throws {
    try record(.register("admin", [.administrator]), by: nil)
    try record(.register("duty", [.dutyOfficer]), by: "admin")
    try record(.register("outreach", [.outreachWorker], unit: .outreach), by: "admin")
    try record(.register("reader", [.reader]), by: "admin")
    let gone = try record(.register("gone", [.dutyOfficer]), by: "admin")
    try record(
      Action("officer.deactivate", subject: gone, fields: ["reason": .text("slutat")]),
      by: "admin")
  }

  @discardableResult
  mutating func record(_ action: Action, by login: String? = "duty") throws -> Reference {
    try ledger.record(action, by: login, now: Self.now)
  }

  @discardableResult
  mutating func act(
    _ id: String, _ tip: Reference, _ fields: [String: String] = [:], at time: Instant? = nil
  ) throws -> Reference {
    try record(
      Action(id, subject: tip, happenedAt: time, fields: fields.mapValues { .text($0) }))
  }

  /// A tip on which that outcome stands.
  mutating func assessed(_ outcome: String = "investigate") throws -> Reference {
    let tip = try record(.receive())
    try act("tip.assess", tip, ["outcome": outcome, "ground": "ringt tipsaren"])
    return tip
  }

  /// What the rules answer: the facts, or the refusal in full.
  func answer(to action: Action, by login: String = "duty") -> String {
    do {
      return try ledger.decide(action, by: login, now: Self.now).map(\.fact.kind)
        .joined(separator: ", ")
    } catch let refusal as Refusal {
      let field = refusal.field.map { " {\($0)}" } ?? ""
      return "\(refusal.kind.rawValue)\(field): \(refusal.message.sv) / \(refusal.message.en)"
    } catch {
      return "\(error)"
    }
  }
}

@Suite("The rules for tips")
struct TipRuleTests {
  @Test("Every action on a tip in every situation is answered as the table says")
  func table() throws {
    var desk = try TipDesk()
    let unassessed = try desk.record(.receive())
    let noChild = try desk.record(.receive("En vuxen tigger", ["concernsChild": .flag(false)]))
    let assessed = try desk.assessed()
    let original = try desk.assessed()
    let duplicate = try desk.assessed()
    try desk.act("tip.duplicate", duplicate, ["of": original.description])
    let closed = try desk.assessed()
    try desk.act("tip.close", closed, ["reason": "noConcern"])
    let situations = [
      ("unassessed", unassessed), ("unassessed, no child said", noChild), ("assessed", assessed),
      ("has a duplicate", original), ("is a duplicate", duplicate), ("closed", closed),
    ]
    let actions: [(String, [String: FieldValue])] = [
      ("tip.assess", ["outcome": .text("noImmediateNeed"), "ground": .text("sett")]),
      ("tip.prioritise", ["priority": .text("high")]),
      ("tip.assign", ["officer": .text("outreach")]),
      ("tip.note", ["text": .text("ringt")]),
      ("tip.correct", ["reason": .text("fel"), "adults": .number(2)]),
      ("tip.duplicate", ["of": .text(assessed.description)]),
      ("tip.notDuplicate", ["reason": .text("annat barn")]),
      ("tip.close", ["reason": .text("notFound")]),
      ("tip.reopen", ["reason": .text("ny iakttagelse")]),
    ]
    var text = ""
    for (situation, tip) in situations {
      text += "\(situation) (\(tip))\n"
      for (id, fields) in actions {
        let answer = desk.answer(to: Action(id, subject: tip, fields: fields))
        text += "  " + id.padded(18) + answer + "\n"
      }
    }
    try Table("TipRules.txt").expect(text)
  }

  @Test("Special cases are answered as the table says")
  func specialCases() throws {
    var desk = try TipDesk()
    let tip = try desk.assessed()
    let original = try desk.assessed()
    let duplicate = try desk.assessed()
    try desk.act("tip.duplicate", duplicate, ["of": original.description])
    let open = try desk.assessed()
    func of(_ text: String, on tip: Reference) -> Action {
      Action("tip.duplicate", subject: tip, fields: ["of": .text(text)])
    }
    func assign(_ login: FieldValue) -> Action {
      Action("tip.assign", subject: tip, fields: ["officer": login])
    }
    func note(_ delta: Int64) -> Action {
      Action(
        "tip.note", subject: tip, happenedAt: TipDesk.now.adding(milliseconds: delta),
        fields: ["text": .text("x")])
    }
    let cases: [(String, Action)] = [
      ("duplicate of itself", of(tip.description, on: tip)),
      ("duplicate of a duplicate", of(duplicate.description, on: open)),
      ("duplicate of an officer", of("H1", on: open)),
      ("duplicate of nothing known", of("T999", on: open)),
      ("duplicate, read out with a space", of("t \(tip.number)", on: open)),
      (
        "need at once, of a duplicate",
        Action(
          "tip.assess", subject: duplicate,
          fields: ["outcome": .text("immediate"), "ground": .text("fara")])
      ),
      ("assign to nobody", assign(.none)),
      ("assign to a blank", assign(.text("  "))),
      ("assign to an unknown login", assign(.text("nobody"))),
      ("assign to a deactivated officer", assign(.text("gone"))),
      ("assign to a reader of figures", assign(.text("reader"))),
      ("one minute ahead", note(60_000)),
      ("more than a minute ahead", note(60_001)),
      ("one minute before receipt", note(-60_000)),
      ("more than a minute before receipt", note(-60_001)),
      ("correct nothing", Action("tip.correct", subject: tip, fields: ["reason": .text("fel")])),
      ("no subject", Action("tip.note", fields: ["text": .text("x")])),
      ("a subject too many", Action("tip.receive", subject: tip, fields: Action.receive().fields)),
      ("an officer's action", Action("officer.change", subject: tip)),
      ("no such action", Action("tip.burn", subject: tip)),
    ]
    let text = cases.map {
      $0.0.padded(36) + desk.answer(to: $0.1, by: $0.1.id.hasPrefix("officer") ? "admin" : "duty")
        + "\n"
    }
    .joined()
    .replacing(ActionRegistry.all.map(\.id).joined(separator: ", "), with: "(every action)")
    try Table("TipSpecialCases.txt").expect(text)
  }

  @Test("A tip can be closed as soon as the assessment is on record, and reopened")
  func closeAndReopen() throws {
    var desk = try TipDesk()
    let tip = try desk.record(.receive())
    #expect(throws: Refusal.self) { try desk.act("tip.close", tip, ["reason": "noConcern"]) }
    try desk.act("tip.assess", tip, ["outcome": "noImmediateNeed", "ground": "ringt"])
    try desk.act("tip.close", tip, ["reason": "noConcern", "note": "allt väl"])
    #expect(desk.ledger.tip(tip)?.status == .closed)
    try desk.act("tip.reopen", tip, ["reason": "ny iakttagelse"])
    #expect(desk.ledger.tip(tip)?.status == .open)
    #expect(desk.ledger.tip(tip)?.closing == nil)
  }

  @Test("Both tips know of a duplicate, and both forget it when the mark is taken away")
  func duplicateBothWays() throws {
    var desk = try TipDesk()
    let (first, second) = (try desk.assessed(), try desk.assessed())
    try desk.act("tip.duplicate", second, ["of": first.description])
    #expect(desk.ledger.tip(second)?.duplicateOf == first.description)
    #expect(desk.ledger.tip(first)?.duplicates == [second.description])
    try desk.act("tip.notDuplicate", second, ["reason": "annat barn"])
    #expect(desk.ledger.tip(second)?.status == .open)
    #expect(desk.ledger.tip(first)?.duplicates == [])
  }

  @Test("The clock of SoL 20:1 warns after one hour, until assessed")
  func assessmentAlarm() throws {
    var desk = try TipDesk()
    let tip = try desk.record(.receive())
    let hour = TipDesk.now.adding(minutes: 60)
    #expect(desk.ledger.tip(tip)?.assessmentIsLate(now: hour.adding(milliseconds: -1)) == false)
    #expect(desk.ledger.tip(tip)?.assessmentIsLate(now: hour) == true)
    try desk.act("tip.assess", tip, ["outcome": "noImmediateNeed", "ground": "ringt"])
    #expect(desk.ledger.tip(tip)?.assessmentIsLate(now: hour) == false)
  }

  @Test("Anything said of acute danger makes a tip acute, and triage has the last word")
  func acute() throws {
    var desk = try TipDesk()
    let said = try desk.record(.receive("x", ["acute": .text("hotas")]))
    #expect(desk.ledger.tip(said)?.isAcute == true)
    try desk.act("tip.prioritise", said, ["priority": "normal"])
    #expect(desk.ledger.tip(said)?.isAcute == false)
    let assessed = try desk.assessed("immediate")
    #expect(desk.ledger.tip(assessed)?.isAcute == true)
  }

  @Test(
    "A tip that was closed as no child's is not corrected into a child's before it is assessed",
    arguments: [FieldValue.flag(true), .none])
  func correctClosed(concernsChild: FieldValue) throws {
    var desk = try TipDesk()
    let tip = try desk.record(.receive("x", ["concernsChild": .flag(false)]))
    try desk.act("tip.close", tip, ["reason": "noConcern"])
    let correction = Action(
      "tip.correct", subject: tip,
      fields: ["reason": .text("ett barn ändå"), "concernsChild": concernsChild])
    let refusal = #expect(throws: Refusal.self) { try desk.record(correction) }
    #expect(refusal?.law == "SoL 20:1")
    try desk.act("tip.reopen", tip, ["reason": "ett barn ändå"])
    try desk.record(correction)
    #expect(desk.ledger.tip(tip)?.concernsChild == true)
  }

  @Test("The first assessment's time stays when another is made later")
  func firstAssessmentStays() throws {
    var desk = try TipDesk()
    let tip = try desk.record(.receive())
    let fields = ["outcome": "investigate", "ground": "a"]
    try desk.act("tip.assess", tip, fields, at: TipDesk.now.adding(milliseconds: 20))
    try desk.act("tip.assess", tip, fields, at: TipDesk.now.adding(milliseconds: 500))
    #expect(desk.ledger.tip(tip)?.assessedAt == TipDesk.now.adding(milliseconds: 20))
  }

  @Test("That a tip concerns no child can be said and taken back by an assessment")
  func concernsChild() throws {
    var desk = try TipDesk()
    let tip = try desk.assessed("noChild")
    #expect(desk.ledger.tip(tip)?.concernsChild == false)
    try desk.act("tip.assess", tip, ["outcome": "investigate", "ground": "ett barn ändå"])
    #expect(desk.ledger.tip(tip)?.concernsChild == true)
  }
}
