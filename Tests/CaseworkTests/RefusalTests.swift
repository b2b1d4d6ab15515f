import Casework
import Testing

@Suite("What is refused, and what is only remarked")
struct RefusalTests {
  @Test("Staff can't stand as those who decide or lift, however the name is spelt")
  func staff() throws {
    var desk = try CustodyDesk()
    try desk.ledger.record(
      Action(
        "officer.register",
        fields: [
          "login": .text("annab"), "name": .text("Anna-Karin Åkesson Berg"),
          "unit": .text("emergency"), "roles": .list([.text("dutyOfficer")]),
        ]), by: "admin", now: desk.now)
    let prepared = try desk.prepared()
    let decided = try desk.decided(at: CustodyDesk.night.iso8601)
    var text = ""
    for name in [
      "Anna-Karin Åkesson Berg", "anna-karin åkesson berg", "ANNAKARIN  AKESSON BERG",
      "Berg, Anna Karin Åkesson", "jourhandläggare Anna-Karin Åkesson Berg (Socialjouren)",
      "annab", "AnnaB", "Anna Berg", "Vera Låtsas", "Lead Påhittad",
      // A name left out or shortened is the same person.
      "Anna-Karin Berg", "Anna Karin Å. Berg", "Berg, Anna-Karin", "ordf. Anna-Karin Åkesson",
      "Anna-Karin Åkesson, jourhandläggare",
      // Somebody else's name.
      "Anna-Karin Maria Berg", "Anna-Karin Åkesson Lund", "Anna-Karin Bergström", "Karin Berg",
      "Anna-Karin", "Berg", "Anna Åkesson", "Åkesson Berg",
    ] {
      let decide = CustodyDesk.decision.merging(["decider": .text(name)]) { $1 }
      let lift: [String: FieldValue] = ["liftedBy": .text(name), "reason": .text("inga skäl kvar")]
      let answers = [
        desk.answer("custody.decide", prepared, decide), desk.answer("custody.lift", decided, lift),
      ]
      if text.isEmpty { text += answers.map { "\($0)\n" }.joined() }
      let rules = answers.map { $0.prefix { $0 != ":" } }
      text += "\(name): \(rules[0]); \(rules[1])\n"
    }
    try Table("RefusedStaff.txt").expect(text)
  }

  @Test("A custody decision, a case and a shift are refused as the table says")
  func refusals() throws {
    var desk = try CaseDesk()
    func custody(_ person: Reference, _ who: String = "flicka") throws -> Reference {
      try desk.act(
        "custody.prepare",
        ["who": .text(who), "person": .text("\(person)"), "case": .text("\(desk.case)")],
        at: desk.hours(-2))
    }
    let first = try custody(desk.children[0])
    let second = try custody(desk.children[0])
    let other = try custody(desk.children[1], "pojke")
    let withoutMeeting = CustodyDesk.decision.filter { $0.key != "boardMeeting" }
    var text = ""
    func answer(
      _ what: String, _ id: String, on subject: Reference? = nil,
      _ fields: [String: FieldValue] = [:], at time: Instant? = nil
    ) {
      text += "\(what): \(desk.answer(id, on: subject, fields, at: time))\n"
    }
    for capacity in ["chairman", "appointedMember", "committee", "board"] {
      let fields = withoutMeeting.merging(["capacity": .text(capacity)]) { $1 }
      answer("\(capacity), no meeting given", "custody.decide", on: first, fields)
    }
    try desk.act("custody.decide", on: first, CustodyDesk.decision, at: desk.hours(-1))
    answer("care applied for, not executed", "custody.applyForCare", on: first)
    answer("decided while in custody", "custody.decide", on: second, CustodyDesk.decision)
    answer("the other child decided", "custody.decide", on: other, CustodyDesk.decision)
    answer("closed while in custody", "case.close", ["why": .text("noConcern")])
    let sent = try desk.handover(.sent)
    answer("closed while unanswered", "case.close", ["why": .text("noConcern")])
    answer(
      "handed over, unanswered", "case.close",
      ["why": .text("handedOver"), "handover": .text("\(sent)")])
    try desk.act("handover.acknowledge", on: sent, ["by": .text("Sara Låtsas")])
    answer(
      "handed over, acknowledged", "case.close",
      ["why": .text("handedOver"), "handover": .text("\(sent)")])
    try desk.act(
      "custody.lift", on: first,
      ["liftedBy": .text("sociala utskottet"), "reason": .text("inga skäl kvar")])
    answer("closed when lifted", "case.close", ["why": .text("noConcern")])
    answer("decided when lifted", "custody.decide", on: second, CustodyDesk.decision)
    func start(_ officer: String) -> [String: FieldValue] {
      ["officer": .text(officer), "unit": .text("emergency")]
    }
    let shift = try desk.act("shift.start", start("duty"), at: desk.hours(-1))
    answer("shift while one runs", "shift.start", start("duty"))
    answer("another's shift", "shift.start", start("lead"))
    answer("a shift before it", "shift.start", start("duty"), at: desk.hours(-3))
    try desk.act("shift.handOver", on: shift, ["note": .text("lugnt")])
    answer("shift when handed over", "shift.start", start("duty"))
    try Table("Refused.txt").expect(text)
  }

  @Test("A person of 20 at the lowest is refused, one who may be 20 is remarked")
  func age() throws {
    var desk = try CaseDesk()
    var text = ""
    for (from, to) in [(15, 17), (17, 21), (19, 24), (20, 24), (nil, 19), (nil, 22)]
      as [(Int?, Int?)]
    {
      var fields: [String: FieldValue] = ["alias": .text("barn")]
      fields["estimatedFrom"] = from.map { .number($0) }
      fields["estimatedTo"] = to.map { .number($0) }
      let child = try desk.act("person.register", fields)
      text += "\(from.map(String.init) ?? "")–\(to.map(String.init) ?? ""): "
      text += told(desk, "custody.prepare", ["who": .text("barn"), "person": .text("\(child)")])
    }
    let adult = try desk.act("person.register", ["alias": .text("barn")])
    try desk.act(
      "person.assessAdult", on: adult,
      ["assessedFrom": .number(20), "basis": .text("medical"), "ground": .text("samtal")])
    text += "assessed 20: "
    text += told(desk, "custody.prepare", ["who": .text("barn"), "person": .text("\(adult)")])
    try Table("RefusedAge.txt").expect(text)
  }

  @Test("The same K-number, a second handover and a second custody are remarked with the other")
  func remarks() throws {
    var desk = try CaseDesk()
    var text = ""
    func report(_ number: String) throws -> Reference {
      let report = try desk.act("policeReport.draft", ["what": .text("pojke")], at: desk.hours(-2))
      try desk.act("policeReport.file", on: report, CustodyDesk.filing, at: desk.hours(-1))
      return report
    }
    let number: [String: FieldValue] = ["kNumber": .text("5000-K123456-26")]
    let (first, second) = (try report("a"), try report("b"))
    try desk.act("policeReport.number", on: first, number)
    text += told(desk, "policeReport.number", on: second, number)
    text += told(desk, "policeReport.number", on: first, number)
    text += told(desk, "policeReport.number", on: second, ["kNumber": .text("5000-K123457-26")])
    func draft(_ district: String) -> [String: FieldValue] {
      ["case": .text("\(desk.case)"), "district": .text(district)]
    }
    text += told(desk, "handover.draft", draft("Södermalm"))
    let sent = try desk.handover(.sent)
    text += told(desk, "handover.draft", draft("Södermalm"))
    text += told(desk, "handover.draft", draft("Skarpnäck"))
    try desk.act("handover.acknowledge", on: sent, ["by": .text("Sara Låtsas")])
    text += told(desk, "handover.draft", draft("Södermalm"))
    let prepare: [String: FieldValue] = [
      "who": .text("flicka"), "person": .text("\(desk.children[0])"), "age": .number(14),
    ]
    let custody = try desk.act("custody.prepare", prepare, at: desk.hours(-2))
    try desk.act("custody.decide", on: custody, CustodyDesk.decision, at: desk.hours(-1))
    text += told(desk, "custody.prepare", prepare)
    try Table("Remarked.txt").expect(text)
  }

  /// What the rules answer, with what is remarked.
  private func told(
    _ desk: CaseDesk, _ id: String, on subject: Reference? = nil, _ fields: [String: FieldValue]
  ) -> String {
    let action = Action(id, subject: subject, fields: fields)
    guard let facts = try? desk.ledger.decide(action, by: "duty", now: CaseDesk.now) else {
      return desk.answer(id, on: subject, fields) + "\n"
    }
    let remarks = facts.flatMap(\.remarks).map { "\n  OBS: \($0.sv) / \($0.en)" }
    return facts.map(\.fact.kind).joined(separator: ", ") + remarks.joined() + "\n"
  }
}
