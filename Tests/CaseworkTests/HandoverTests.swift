import Casework
import Testing
import TextSafety

@Suite("The rules for handovers")
struct HandoverTests {
  private static let states: [Handover.State] = [
    .drafting, .sent, .acknowledged, .accepted, .returned, .withdrawn,
  ]

  @Test("Every action in every state is answered as the table says; who answers is said too")
  func table() throws {
    var desk = try CaseDesk()
    let actions: [(String, [String: FieldValue])] = [
      ("edit", ["risks": .text("kan hämtas")]), ("edit", [:]),
      ("send", ["how": .text("visit"), "to": .text("mottagningen")]),
      ("acknowledge", ["by": .text("Sara Låtsas")]), ("accept", ["handler": .text("Ali Påhittad")]),
      ("return", ["why": .text("fel stadsdel")]), ("remind", ["reminded": .text("ringde")]),
      ("withdraw", ["reason": .text("återvänt")]),
    ]
    var text = ""
    for state in Self.states {
      let reference = try desk.handover(state)
      let record = try desk.record(of: reference)
      let handover = try #require(Handover(record))
      #expect(handover.state == state)
      let waits = record.has("sent") ? CaseDesk.now : desk.hours(-1)
      #expect(HandoverKind.sortTime(record) == waits)
      let status = HandoverKind.status(record, now: CaseDesk.now)
      let next = HandoverKind.nextStep(record, now: CaseDesk.now)
      text += "\(status.title.sv) / \(status.title.en)\(status.isOpen ? "" : ", closed")\n"
      text += "  answers: \(handover.responsibleParty.title.sv)"
      text += " / \(handover.responsibleParty.title.en)\n"
      text += "  next: \(next?.sv ?? "–") / \(next?.en ?? "–")\n"
      for (name, fields) in actions {
        let id = "handover.\(name)"
        text += "  \(id.padded(22))\(desk.answer(id, on: reference, fields))\n"
      }
    }
    try Table("HandoverRules.txt").expect(text)
  }

  @Test("Responsibility stays until acknowledged, comes back when returned, and time decides")
  func responsibility() throws {
    var desk = try CaseDesk()
    let reference = try desk.handover(.sent)
    func party() throws -> ResponsibleParty? {
      Handover(try desk.record(of: reference))?.responsibleParty
    }
    try desk.act("handover.remind", on: reference, ["reminded": .text("ringde jouren")])
    #expect(try party() == .emergencyUnit)
    try desk.act("handover.acknowledge", on: reference, ["by": .text("Sara Låtsas")])
    #expect(try party() == .district("Södermalm"))
    try desk.act("handover.return", on: reference, ["why": .text("bor i Farsta")])
    #expect(try party() == .emergencyUnit)
    let acknowledgement = try #require(try desk.record(of: reference).last("acknowledged"))
    let before = desk.hours(-3).iso8601
    let answer = desk.answer(
      "handover.correct", on: reference,
      [
        "entry": .number(acknowledgement.version), "when": .text(before), "reason": .text("fel"),
      ])
    #expect(
      answer
        == "rule {happenedAt}: tiden ligger före utkastet / the time is before the draft")
  }

  @Test("A draft is of an open case and of its own children")
  func drafts() throws {
    var desk = try CaseDesk()
    func draft(_ fields: [String: FieldValue]) -> String {
      desk.answer("handover.draft", ["district": .text("Farsta")].merging(fields) { $1 })
    }
    let own: [String: FieldValue] = ["case": .text(desk.case.description)]
    #expect(draft(own) == "handover.drafted")
    #expect(draft(["case": .text("Ä9999")]).hasPrefix("unknownSubject {case}"))
    #expect(
      draft(own.merging(["children": desk.list(desk.children.prefix(1))]) { $1 })
        == "handover.drafted")
    #expect(
      draft(own.merging(["children": desk.list(desk.children)]) { $1 })
        == "rule {children}: \(desk.children[2]) hör inte till \(desk.case) / "
        + "\(desk.children[2]) does not belong to \(desk.case)")
    try desk.act("case.close", ["why": .text("noConcern")])
    #expect(draft(own).hasPrefix("rule {case}: \(desk.case) är avslutat; öppna det igen först"))
  }

  @Test("The placement is masked in document and history until a reason is given")
  func masking() throws {
    var desk = try CaseDesk()
    let reference = try desk.handover(.drafting)
    try desk.act("handover.edit", on: reference, ["placement": .text("Hemliga gatan 1")])
    let version = try desk.record(of: reference).version
    try desk.act(
      "handover.correct", on: reference,
      [
        "entry": .number(version), "field": .text("placement"),
        "value": .text("Hemliga gatan 2"), "reason": .text("fel nummer"),
      ])
    let record = try desk.record(of: reference)
    let duty = try #require(desk.ledger.officer("duty"))
    let outreach = try #require(desk.ledger.officer("outreach"))
    let facts = desk.ledger.entries.compactMap { entry -> RecordedFact? in
      if case .record(let fact) = entry.fact, entry.subject == record.id { fact } else { nil }
    }
    func shows(_ reason: String?) throws -> Bool {
      let reasons = AccessReasons(masked: try reason.map { try AccessReason($0) })
      let view = RecordView(record, for: duty, now: CaseDesk.now, reasons: reasons)
      let details = view.sections.flatMap(\.rows) + facts.compactMap(view.words).flatMap(\.details)
      return details.contains { $0.value.shown.contains("Hemliga") }
    }
    #expect(try !shows(nil))
    #expect(try shows("ska köra barnet dit"))
    let curious = AccessReasons(try AccessReason("vill veta var"))
    let outside = RecordView(record, for: outreach, now: CaseDesk.now, reasons: curious)
    #expect(outside.sections.isEmpty)
    #expect(
      !HandoverKind.sections(record, now: CaseDesk.now).flatMap(\.rows).contains {
        $0.value.shown.contains("Hemliga")
      })
  }
}
