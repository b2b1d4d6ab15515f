import Casework
import Testing
import TextSafety

@Suite("What a case says")
struct CaseWordsTests {
  /// A case and its handover with every action taken, every field filled in.
  static func full() throws -> CaseDesk {
    var desk = try CaseDesk([
      "description": .text("tio år, ärr på handen"), "cautions": .text("närma er lugnt"),
      "purposes": .list([.text("begging"), .text("theft")]), "ground": .text("tigger dagligen"),
      "handler": .text("duty"),
    ])
    let actions = CaseKind.actions.filter {
      !["case.open", "case.addTips", "case.close", "case.reopen"].contains($0.id)
    }
    for spec in actions { try desk.act(spec.id, values(spec, desk)) }
    let handover = try desk.handover(.acknowledged)
    try desk.act("handover.return", on: handover, ["why": .text("fel"), "by": .text("Sara")])
    let edit = HandoverKind.actions.first { $0.id == "handover.edit" }
    if let edit { try desk.act(edit.id, on: handover, values(edit, desk)) }
    try desk.act("handover.send", on: handover, ["how": .text("visit"), "to": .text("Sara")])
    try desk.act("handover.remind", on: handover, ["reminded": .text("ringde Sara")])
    try desk.act("handover.acknowledge", on: handover, ["by": .text("Sara Låtsas")])
    try desk.act(
      "handover.accept", on: handover,
      ["handler": .text("Ali Påhittad"), "handlerPhone": .text("08-508 00 000")])
    _ = try desk.handover(.withdrawn)
    let tip = try desk.record(.receive())
    try desk.act("case.addTips", ["tips": desk.list([tip])])
    try desk.act(
      "case.close",
      [
        "why": .text("handedOver"), "handover": .text(handover.description), "note": .text("klart"),
      ])
    try desk.act("case.reopen", ["reason": .text("sedd igen")])
    return desk
  }

  private static func values(_ spec: ActionSpec, _ desk: CaseDesk) -> [String: FieldValue] {
    if spec.id == "case.correct" {
      return [
        "entry": .number(1), "field": .text("alias"), "value": .text("flicka, blå jacka"),
        "reason": .text("bytte jacka"),
      ]
    }
    var values: [String: FieldValue] = [:]
    for field in spec.fields {
      values[field.name] =
        switch field.type {
        case .choice: .text(field.type.choices.first?.value ?? "")
        case .choices: .list(field.type.choices.prefix(2).map { .text($0.value) })
        case .flag: .flag(true)
        case .number(let range): .number(range.lowerBound)
        case .date: .text("2026-11-27")
        case .officer: .text("duty")
        case .reference: .text(desk.children[0].description)
        case .references: desk.list(desk.children.prefix(2))
        default: .text("\(field.name)-ord")
        }
    }
    if spec.id == "case.childView" { values["notHeard"] = FieldValue.none }
    if spec.id == "case.restrict" { values["restricted"] = .flag(false) }
    return values
  }

  @Test("Every fact of cases and handovers is said in plain words, as the table says")
  func words() throws {
    let desk = try Self.full()
    var text = ""
    var seen: Set<String> = []
    for entry in desk.ledger.entries {
      guard case .record(let fact) = entry.fact,
        [.case, .handover].contains(entry.fact.subjectKind)
      else { continue }
      seen.insert(fact.kind)
      let words = entry.fact.words
      text += "\(words.title.sv) / \(words.title.en)\n"
      for detail in words.details {
        text += "  \(detail.label.sv) / \(detail.label.en): \(detail.value.shown)\n"
      }
    }
    try Table("CaseWords.txt").expect(text)
    let all = (CaseKind.actions + HandoverKind.actions).compactMap { spec in
      spec.fact.map { "\(spec.kind.rawValue).\($0.name)" }
    }
    #expect(Set(all).subtracting(seen) == ["handover.corrected"])
  }

  @Test("What a case shows depends on who reads and why, as the table says")
  func views() throws {
    let desk = try Self.full()
    let record = try desk.record(of: desk.case)
    let driving = try AccessReason("ska köra dit")
    let readers: [(String, AccessReasons)] = [
      ("lead", .init(masked: driving)), ("duty", .init()), ("outreach", .init()),
      ("reader", .init(driving)),
    ]
    var text = ""
    for (login, reasons) in readers {
      let officer = try #require(desk.ledger.officer(login))
      let view = CaseView(record, for: officer, reasons: reasons)
      text +=
        "=== \(login): \(view.access), placements \(view.showsPlacement ? "shown" : "masked")\n"
      for section in view.sections {
        text += "\(section.title.sv) / \(section.title.en)\n"
        for row in section.rows { text += "  \(row.label.sv): \(row.value.shown)\n" }
      }
      text += "--- history\n"
      for entry in desk.ledger.entries where entry.subject == record.id {
        guard case .record(let fact) = entry.fact, let words = view.words(of: fact) else {
          continue
        }
        let values = words.details.map { "\($0.label.sv): \($0.value.shown)" }
        text += "\(words.title.sv) (\(values.joined(separator: "; ")))\n"
      }
    }
    try Table("CaseViews.txt").expect(text)
  }

  @Test("A restricted case opens to its officer and a lead; to others for a reason that is kept")
  func restricted() throws {
    let desk = try CaseDesk(["restricted": .flag(true), "handler": .text("duty")])
    let record = try desk.record(of: desk.case)
    func access(_ login: String, _ reason: String? = nil) throws -> CaseView.Access {
      let officer = try #require(desk.ledger.officer(login))
      let reasons = AccessReasons(access: try reason.map { try AccessReason($0) })
      return CaseView(record, for: officer, reasons: reasons).access
    }
    #expect(try access("duty") == .whole)
    #expect(try access("lead") == .whole)
    #expect(try access("coordinator") == .needsReason)
    #expect(try access("coordinator", "jour i natt") == .whole)
    #expect(try access("outreach") == .needsReason)
    #expect(try access("outreach", "letar efter barnet") == .outreach)
    #expect(try access("reader", "är nyfiken") == .none)
    let officer = try #require(desk.ledger.officer("coordinator"))
    let shown = CaseView(record, for: officer).sections.flatMap(\.rows).map(\.value.shown)
    #expect(!shown.contains { $0.contains("röd jacka") })
  }

  @Test("Nobody who is not shown the placement reads its address in a correction of it")
  func correctedAddress() throws {
    var desk = try CaseDesk()
    try desk.act(
      "case.place",
      [
        "child": .text(desk.children[0].description), "kind": .text("shelter"),
        "address": .text("Hemliga gatan 1"),
      ])
    try desk.act(
      "case.correct",
      [
        "entry": .number(2), "field": .text("address"), "value": .text("Hemliga gatan 2"),
        "reason": .text("fel nummer"),
      ])
    let record = try desk.record(of: desk.case)
    for (login, reason, isShown) in [
      ("duty", nil, false), ("duty", "kör dit nu", true), ("outreach", "kör dit nu", false),
    ] as [(String, String?, Bool)] {
      let officer = try #require(desk.ledger.officer(login))
      let reasons = AccessReasons(masked: try reason.map { try AccessReason($0) })
      let view = CaseView(record, for: officer, reasons: reasons)
      var details = view.sections.flatMap(\.rows)
      for entry in desk.ledger.entries where entry.subject == record.id {
        if case .record(let fact) = entry.fact { details += view.words(of: fact)?.details ?? [] }
      }
      #expect(details.contains { $0.value.shown.contains("Hemliga") } == isShown, "\(login)")
    }
  }

  @Test("The checklist has every step of the manual, and the next step is the first unsettled")
  func checklist() throws {
    var desk = try CaseDesk()
    func next() throws -> String? {
      CaseKind.nextStep(try desk.record(of: desk.case), now: CaseDesk.now)?.sv
    }
    #expect(try next() == "Handboken: trygghet nu")
    try desk.act("case.step", ["step": .text("safetyNow"), "outcome": .text("done")])
    #expect(try next() == "Handboken: tolk (aldrig en medföljande)")
    try desk.act(
      "case.step",
      [
        "step": .text("safetyNow"), "outcome": .text("notDone"), "why": .text("barnet rymde"),
      ])
    #expect(try next() == "Handboken: trygghet nu")
    let checklist = try #require(Case(try desk.record(of: desk.case))).checklist
    #expect(checklist.map(\.step) == ManualStep.allCases)
    #expect(checklist.count { $0.outcome != nil } == 1)
    try desk.act("case.disappeared", ["child": .text(desk.children[1].description)])
    #expect(try next() == "Anmäl \(desk.children[1]) försvunnet till polisen")
    #expect(
      CaseKind.status(try desk.record(of: desk.case), now: CaseDesk.now).title.sv
        == "BARN FÖRSVUNNET")
  }
}
