import Casework
import Testing

@Suite("The rules for cases")
struct CaseRuleTests {
  private typealias Fields = [String: FieldValue]

  /// Two disappearances, a question, a concern and a legal question are on record.
  private static func desk() throws -> CaseDesk {
    var desk = try CaseDesk()
    let child = FieldValue.text(desk.children[0].description)
    try desk.act(
      "case.question",
      fields(child, ["topic": "journey", "question": "Hur kom du hit?", "answer": "buss"]))
    try desk.act("case.disappeared", fields(child, [:]), at: desk.hours(-1))
    try desk.act("case.concern", fields(child, ["district": "Farsta", "concern": "tigger"]))
    return desk
  }

  private static func fields(_ child: FieldValue, _ texts: [String: String]) -> Fields {
    var fields = texts.mapValues { FieldValue.text($0) }
    fields["child"] = child
    if texts["topic"] != nil { fields["askedBy"] = .text("Duty Påhittad") }
    return fields
  }

  @Test("Every rule refuses in words and lets through what it should, as the table says")
  func table() throws {
    let desk = try Self.desk()
    let first = FieldValue.text(desk.children[0].description)
    let second = FieldValue.text(desk.children[1].description)
    let other = FieldValue.text(desk.children[2].description)
    let question = ["topic": "journey", "question": "Vem körde?", "answer": "vet inte"]
    let planned: Fields = ["child": first, "return": .text("planned")]
    let home: Fields = ["child": first, "return": .text("planned"), "bothAgree": .flag(true)]
    let advice: Fields = ["adviser": .text("regionalCoordinator"), "advice": .text("avvakta")]
    let cases: [(String, String, Fields, Instant?)] = [
      ("no child", "case.open", ["alias": .text("pojke"), "children": .list([])], nil),
      ("a child nobody knows", "case.addChildren", ["children": .list([.text("B999")])], nil),
      ("another child", "case.addChildren", ["children": desk.list(desk.children.suffix(1))], nil),
      ("describe nothing", "case.describe", [:], nil),
      ("assign to nobody there is", "case.assign", ["handler": .text("ingen")], nil),
      ("assign to outreach", "case.assign", ["handler": .text("outreach")], nil),
      ("assign", "case.assign", ["handler": .text("duty")], nil),
      ("indicator, no source", "case.indicator", ["indicators": .list([.text("injuries")])], nil),
      (
        "indicators with source", "case.indicator",
        [
          "indicators": .list([.text("injuries"), .text("adultWatches")]),
          "source": .text("kiosken"),
        ],
        nil
      ),
      ("asked again", "case.question", Self.fields(first, question), nil),
      (
        "asked again for a reason", "case.question",
        Self.fields(first, question.merging(["again": "åklagaren bad om det"]) { $1 }), nil
      ),
      ("another child asked", "case.question", Self.fields(second, question), nil),
      ("a child of another case", "case.question", Self.fields(other, question), nil),
      ("view left empty", "case.childView", ["child": first], nil),
      ("view", "case.childView", ["child": first, "view": .text("vill hem")], nil),
      (
        "view and why not", "case.childView",
        ["child": first, "view": .text("vill hem"), "notHeard": .text("sover")], nil
      ),
      (
        "companion interprets", "case.interpreter",
        ["language": .text("romani"), "interpreter": .text("companion")], nil
      ),
      (
        "interpreter", "case.interpreter",
        ["language": .text("romani"), "interpreter": .text("authorised")], nil
      ),
      ("step not done, no why", "case.step", step("identity", "notDone"), nil),
      ("step not applicable, no why", "case.step", step("godMan", "notApplicable"), nil),
      (
        "step not applicable", "case.step",
        step("godMan", "notApplicable").merging(["why": .text("vårdnadshavare här")]) { $1 }, nil
      ),
      ("embassy, no assessment", "case.step", step("embassy", "done"), nil),
      (
        "embassy, assessed", "case.step",
        step("embassy", "done").merging(["risk": .text("ingen hotbild")]) { $1 }, nil
      ),
      (
        "identity, no consent", "case.advice", advice.merging(["identity": .flag(true)]) { $1 }, nil
      ),
      (
        "identity, consent", "case.advice",
        advice.merging(["identity": .flag(true), "consent": .flag(true)]) { $1 }, nil
      ),
      ("no identity", "case.advice", advice.merging(["identity": .flag(false)]) { $1 }, nil),
      (
        "concern to a district that is over", "case.concern",
        Self.fields(first, ["district": "Norrmalm", "concern": "tigger"]), nil
      ),
      (
        "answer of another district", "case.investigation",
        ["child": first, "district": .text("Bromma"), "opened": .flag(true)], nil
      ),
      (
        "answer of the district", "case.investigation",
        ["child": first, "district": .text("Farsta"), "opened": .flag(true)], nil
      ),
      ("planned, not agreed", "case.return", planned, nil),
      ("planned, nobody receives", "case.return", home, nil),
      (
        "planned", "case.return", home.merging(["receivedBy": .text("DGASPC")]) { $1 }, nil
      ),
      ("unplanned", "case.return", ["child": first, "return": .text("unplanned")], nil),
      ("missing already", "case.disappeared", ["child": first], nil),
      ("found", "case.found", ["child": first], nil),
      ("found before missing", "case.found", ["child": first], desk.hours(-3)),
      ("found, never missing", "case.found", ["child": second], nil),
      ("legal answer to nothing", "case.legalAnswer", ["legalAnswer": .text("ja")], nil),
      (
        "due before asked", "case.legal",
        ["legalQuestion": .text("får vi?"), "due": .text("2026-11-21")], nil
      ),
      (
        "due today", "case.legal",
        ["legalQuestion": .text("får vi?"), "due": .text("2026-11-22")], nil
      ),
      ("reopen what is open", "case.reopen", ["reason": .text("sedd")], nil),
      ("close as handed over", "case.close", ["why": .text("handedOver")], nil),
      ("close", "case.close", ["why": .text("noConcern")], nil),
      ("suspected before it was opened", "case.purposes", purposes, desk.hours(-3)),
      ("placed before it was opened", "case.place", place(first), desk.hours(-3)),
    ]
    var text = ""
    for (name, id, fields, time) in cases {
      text += "\(name.padded(36))\(desk.answer(id, fields, at: time))\n"
    }
    try Table("CaseRules.txt").expect(text)
  }

  private func step(_ step: String, _ outcome: String) -> Fields {
    ["step": .text(step), "outcome": .text(outcome)]
  }

  private var purposes: Fields { ["purposes": .list([.text("begging")])] }

  private func place(_ child: FieldValue) -> Fields {
    ["child": child, "kind": .text("emergencyHome")]
  }

  @Test("A closed case takes notes, what happened while it was open, and its reopening")
  func closed() throws {
    var desk = try CaseDesk()
    try desk.act("case.close", ["why": .text("noConcern")], at: desk.hours(-1))
    let close: Fields = ["why": .text("other")]
    let closed = "ärendet är avslutat; öppna det igen först / the case is closed; reopen it first"
    #expect(desk.answer("case.purposes", purposes) == "rule: \(closed)")
    #expect(desk.answer("case.purposes", purposes, at: desk.hours(-2)) == "case.purposesSuspected")
    #expect(desk.answer("case.note", ["text": .text("ringde")]) == "case.noted")
    #expect(desk.answer("case.close", close) == "rule: \(closed)")
    #expect(
      desk.answer("case.close", close, at: desk.hours(-2))
        == "rule: ärendet var redan avslutat då / the case was already closed then")
    try desk.act("case.reopen", ["reason": .text("sedd igen")])
    #expect(desk.answer("case.purposes", purposes) == "case.purposesSuspected")
    #expect(Case(try desk.record(of: desk.case))?.isOpen == true)
  }

  @Test("A case is handed over only by a handover of its own that the district has acknowledged")
  func handedOver() throws {
    var desk = try CaseDesk()
    let other = try desk.open()
    let foreign = try desk.handover(.accepted, of: other)
    var text = "none: \(desk.answer("case.close", ["why": .text("handedOver")]))\n"
    func close(_ reference: Reference) -> Fields {
      ["why": .text("handedOver"), "handover": .text(reference.description)]
    }
    text += "of another case: \(desk.answer("case.close", close(foreign)))\n"
    for state: Handover.State in [
      .drafting, .sent, .acknowledged, .accepted, .returned, .withdrawn,
    ] {
      let own = try desk.open()
      let handover = try desk.handover(state, of: own)
      text += "\(state): \(desk.answer("case.close", on: own, close(handover)))\n"
    }
    let handover = try desk.handover(.acknowledged)
    try desk.act("case.close", ["why": .text("other")])
    let version = try desk.record(of: desk.case).version
    for (field, value) in [("why", "handedOver"), ("handover", handover.description)] {
      let correction = Self.correction(version, field, value)
      text += "corrected \(field): \(desk.answer("case.correct", correction))\n"
    }
    try Table("CaseHandedOver.txt").expect(text)
  }

  private static func correction(_ entry: Int, _ field: String, _ value: String) -> Fields {
    [
      "entry": .number(entry), "field": .text(field), "value": .text(value),
      "reason": .text("fel"),
    ]
  }

  @Test("Only a lead lifts a restriction, only a lead or its own officer gives the case away")
  func restriction() throws {
    var desk = try CaseDesk(["restricted": .flag(true), "handler": .text("duty")])
    let lift: Fields = ["restricted": .flag(false), "reason": .text("behövs inte")]
    let give: Fields = ["handler": .text("coordinator")]
    let cases: [(String, String, Fields)] = [
      ("lift", "case.restrict", lift),
      ("lift by correction", "case.correct", Self.correction(1, "restricted", "nej")),
      ("give away", "case.assign", give), ("leave", "case.assign", [:]),
      ("take by correction", "case.correct", Self.correction(1, "handler", "coordinator")),
      ("restrict again", "case.restrict", ["restricted": .flag(true), "reason": .text("hot")]),
    ]
    var text = ""
    for (name, id, fields) in cases {
      for login in ["duty", "coordinator", "lead", "outreach"] {
        text += "\(name.padded(20))\(login.padded(12))\(desk.answer(id, fields, by: login))\n"
      }
    }
    try Table("CaseRestriction.txt").expect(text)
    try desk.act("case.restrict", lift, by: "lead")
    #expect(Case(try desk.record(of: desk.case))?.isRestricted == false)
    #expect(desk.answer("case.assign", give, by: "coordinator") == "case.assigned")
  }

  @Test("Outreach corrects what it may record and no more; what is corrected is read anew")
  func corrections() throws {
    var desk = try CaseDesk()
    let child = FieldValue.text(desk.children[0].description)
    try desk.act(
      "case.indicator", ["indicators": .list([.text("adultWatches")]), "source": .text("a")])
    try desk.act("case.place", place(child))
    try desk.act("case.disappeared", ["child": child])
    try desk.act("case.correct", Self.correction(2, "indicators", "injuries"), by: "outreach")
    #expect(
      desk.answer("case.correct", Self.correction(3, "kind", "shelter"), by: "outreach")
        .hasPrefix("notPermitted: ”Placera” kräver rollen"))
    try desk.act("case.correct", Self.correction(4, "child", desk.children[1].description))
    let state = try #require(Case(try desk.record(of: desk.case)))
    #expect(state.indicators.map(\.indicator) == [.injuries])
    #expect(state.missing.map(\.child) == [desk.children[1]])
    let outsider = desk.children[2].description
    #expect(
      desk.answer("case.correct", Self.correction(3, "child", outsider)).hasPrefix("rule {child}"))
  }
}
