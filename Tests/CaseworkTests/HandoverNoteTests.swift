import Casework
import Testing
import TextSafety

@Suite("A handover filled from the journal")
struct HandoverNoteTests {
  /// The case of two children with a custody decision for the first, as material.
  private func material(_ desk: CaseDesk, _ others: [Reference], reasons: AccessReasons = .init())
    throws -> HandoverMaterial
  {
    let duty = try #require(desk.ledger.officer("duty"))
    let sources = try ([desk.case] + desk.children.prefix(2) + others).enumerated().map {
      let record = try desk.record(of: $1)
      // Numbers as a journal gives them, a hundred for each subject.
      let numbers = record.entries.map { entry in (entry.version, Int64(entry.version)) }
      let base = Int64(($0 + 1) * 100)
      return HandoverMaterial.Source(
        $1, record, numbers: Dictionary(uniqueKeysWithValues: numbers.map { ($0, base + $1) }))
    }
    return HandoverMaterial(
      sources, of: desk.case, for: duty, reasons: reasons, now: CaseDesk.now)
  }

  @Test("Every section says what the journal has, in time order, with the facts it came from")
  func sections() throws {
    var desk = try CaseDesk(["cautions": .text("Ring inte hem")])
    let child = FieldValue.text("\(desk.children[0])")
    let custody = try desk.record(
      Action(
        "custody.prepare", happenedAt: desk.hours(-2),
        fields: ["who": .text("flicka"), "person": child, "case": .text("\(desk.case)")]))
    try desk.act(
      "custody.decide", on: custody,
      [
        "decider": .text("Britta [102]"), "capacity": .text("chairman"),
        "given": .text("telephone"), "age": .number(14), "boardMeeting": .text("2027-01-14"),
      ], at: desk.hours(-1))
    try desk.act("case.step", ["step": .text("interpreter"), "outcome": .text("done")])
    try desk.act(
      "case.place",
      ["child": child, "kind": .text("shelter"), "address": .text("Hemliga gatan 1")])
    let note = HandoverNote(try material(desk, [custody]), .sv)
    var text = ""
    for section in HandoverSection.allCases {
      text += "\(section.title.sv)\n"
      for line in note.lines(section) { text += "  \(line.marked)\n" }
    }
    #expect(!text.contains("Hemliga gatan"))
    #expect(!text.contains("Britta [102]"))
    try Table("HandoverNote.txt").expect(text)
    let reason = AccessReasons(masked: try AccessReason("ska köra barnet dit"))
    let open = HandoverNote(try material(desk, [custody], reasons: reason), .sv)
    #expect(open.text(.placement) == note.text(.placement))
  }

  @Test("New is what came later and is not marked in the text; a correction makes its line new")
  func news() throws {
    var desk = try CaseDesk()
    try desk.act("case.note", ["text": .text("först")], at: desk.hours(-1))
    let first = HandoverNote(try material(desk, []), .sv)
    let text = first.text(.events)
    let through = try material(desk, []).latest
    #expect(first.news(.events, in: text, since: through).isEmpty)
    try desk.act("case.note", ["text": .text("sedan")])
    try desk.act(
      "case.correct",
      [
        "entry": .number(2), "field": .text("text"), "value": .text("rättat"),
        "reason": .text("fel"),
      ])
    let later = HandoverNote(try material(desk, []), .sv)
    let news = later.news(.events, in: text, since: 102)
    #expect(news.map(\.numbers) == [[102, 104], [103]])
    #expect(news.first?.text.string.contains("rättat") == true)
    let taken = text + "\n" + news.map(\.marked).joined(separator: "\n")
    #expect(later.news(.events, in: taken, since: 102).isEmpty)
  }

  @Test(
    "An edit made against an older version of the section is refused; of another section it is not")
  func against() throws {
    var desk = try CaseDesk()
    let handover = try desk.handover(.drafting)
    try desk.act(
      "handover.edit", on: handover, ["risks": .text("ett"), "against": .number(0)])
    func edit(_ section: String, _ against: Int) -> String {
      desk.answer(
        "handover.edit", on: handover, [section: .text("två"), "against": .number(against)])
    }
    #expect(edit("risks", 0).hasPrefix("rule {against}: ”Öppna risker” har ändrats under tiden"))
    #expect(edit("risks", 2) == "handover.edited")
    #expect(edit("dates", 0) == "handover.edited")
    try desk.act(
      "handover.correct", on: handover,
      [
        "entry": .number(2), "field": .text("risks"), "value": .text("tre"),
        "reason": .text("fel"),
      ])
    #expect(edit("risks", 2).hasPrefix("rule {against}"))
    #expect(edit("risks", 3) == "handover.edited")
  }

  @Test("What was read back names the handover or its case, or the receiver reads again")
  func readBack() throws {
    var desk = try CaseDesk()
    let handover = try desk.handover(.sent)
    func acknowledge(_ words: String) -> String {
      desk.answer(
        "handover.acknowledge", on: handover,
        ["by": .text("Sara Låtsas"), "readBack": .text(words)])
    }
    #expect(acknowledge("ja ja").hasPrefix("rule {readBack}: det upplästa saknar \(handover)"))
    #expect(acknowledge("\(handover)1, fre 27/11").hasPrefix("rule {readBack}"))
    #expect(acknowledge("\(handover), säkrast fre 27/11") == "handover.acknowledged")
    #expect(acknowledge("ärende \(desk.case)") == "handover.acknowledged")
  }
}
