import CaseStore
import Casework
import Terminal
import Testing

@testable import Desk

@Suite("The triage flow")
struct TriageFlowTests {
  private func tip(_ shift: TestShift, _ reference: String) throws -> Tip {
    let officer = try #require(try shift.store.officer(login: "karin"))
    let subject = try #require(Reference(reference))
    guard case .tip(let tip)? = try shift.store.subject(subject, as: officer) else {
      throw TestFailure("no tip \(reference)")
    }
    return tip
  }

  @Test("the queue with the tip chosen beside it, or below", arguments: [(80, 24), (120, 40)])
  func screen(columns: Int, rows: Int) throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    try desk.keys("g m j")
    try expectFrame(desk.screen, "triage-\(columns)x\(rows)")
  }

  @Test("a mail tip is assessed and given a priority in six keys and its ground; the next comes")
  func sixKeys() throws {
    let shift = try TestShift()
    try shift.fill()
    try shift.tip("Tre barn sover i en trappuppgång", channel: "email", children: 3)
    let desk = try TestDesk(shift)
    try desk.keys("g m j")
    let chosen = "T14"
    #expect(desk.screen.contains("\(chosen) · "))
    // Each is one key: s 2 Tab, the ground in the officer's words, Tab 2 Ctrl-S.
    let before = ["s", "2", "<Tab>"]
    let after = ["<Tab>", "2", "<C-s>"]
    #expect(before.count + after.count <= 6)
    for key in before { try desk.keys(key) }
    desk.type("Tre barn utan tak över huvudet")
    for key in after { try desk.keys(key) }
    let done = try tip(shift, chosen)
    #expect(done.assessment != nil)
    #expect(done.priority == .high)
    try desk.hearBell()
    #expect(!desk.screen.contains("\(chosen) · "))
    #expect(desk.screen.contains("ej") || desk.screen.contains("skyddsbedömning (SoL 20:1)"))
  }

  @Test("when a tip is done with the one that burns most is next, not the row below")
  func nextBurns() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift)
    try desk.keys("g m j j j")
    let done = try #require(desk.state.selectedReference)
    try desk.keys("s 2 <Tab>")
    desk.type("Grund")
    try desk.keys("<Tab> 2 <C-s>")
    try desk.hearBell()
    #expect(desk.state.selectedReference?.description == "T7")
    #expect(desk.state.selectedReference != done)
    try desk.keys("s 1 <Tab>")
    desk.type("Grund")
    try desk.keys("<Tab> 1 <C-s>")
    try desk.hearBell()
    #expect(desk.state.selectedReference?.description == "T10")
  }

  @Test("the next is found also where the top of a long queue is not on the screen or read")
  func nextFromAfar() throws {
    let shift = try TestShift()
    for number in 1...300 { try shift.tip("tips \(number)") }
    let desk = try TestDesk(shift)
    try desk.keys("g m G s 2 <Tab>")
    desk.type("Grund")
    try desk.keys("<Tab> 2 <C-s>")
    try desk.hearBell()
    #expect(desk.state.selectedReference?.description == "T303")
  }

  @Test("a telephone tip is saved in under 40 keys besides what is said")
  func telephone() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    var count = 0
    func key(_ notation: String) throws {
      count += try KeyStroke.script(notation).count
      try desk.keys(notation)
    }
    try key("n")
    desk.type("Två flickor säljer rosor och frågar alla gäster")
    try key("<Tab> <Tab>")
    desk.type("Medborgarplatsen")
    try key("<Tab> - 2 0 m i n <Tab> <Tab>")
    try key("2 <Space> f l i c k o r <Space> 1 0 - 1 2 <C-s>")
    #expect(count < 40, "\(count) keys")
    #expect(try tip(shift, "T4").report.children?.count == 2)
  }

  @Test("dispatch, passing to a district and linking to a case are recorded and told of")
  func sendings() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen", place: "Slussen")
    let child = try shift.record("person.register", ["alias": .text("pojke, grön mössa")])
    let opened = try shift.record(
      "case.open",
      [
        "alias": .text("pojke, grön mössa"), "children": .list([.text("\(child.reference)")]),
      ])
    let desk = try TestDesk(shift)
    try desk.keys("<Enter> w")
    desk.type("Sök på perrongen")
    try desk.keys("<C-s>")
    try desk.hearBell()
    #expect(desk.screen.contains("Skickat till Ungdomsjouren"))
    try desk.keys("D f <C-s>")
    try desk.hearBell()
    #expect(try tip(shift, "T4").sendings.map(\.district) == [nil, "Farsta"])
    try desk.keys("L")
    desk.type("\(opened.reference)")
    try desk.keys("<C-s>")
    try desk.hearBell()
    #expect(desk.screen.contains("Hör till \(opened.reference)"))
    #expect(
      try shift.store.links(of: opened.reference, as: desk.officer).contains(
        try #require(Reference("T4"))))
    #expect(try shift.store.verify().fault == nil)
  }

  @Test("undo opens the action that corrects what was just done, filled in")
  func undo() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    try shift.tip("En pojke sover på perrongen, samma")
    try shift.record(
      "tip.assess", ["outcome": .text("investigate"), "ground": .text("g")], on: "T5")
    let desk = try TestDesk(shift)
    try desk.keys("<Enter> b")
    desk.type("t4")
    try desk.keys("<C-s>")
    #expect(try tip(shift, "T5").status == .duplicate)
    try desk.keys("u <C-s>")
    #expect(try tip(shift, "T5").status == .open)
    try desk.hearBell()
    try desk.keys("t")
    #expect(try tip(shift, "T5").assignee != nil)
    try desk.keys("u <C-s>")
    #expect(try tip(shift, "T5").assignee == nil)
    #expect(try shift.store.verify().fault == nil)
  }

  @Test("what the law does not let be undone says so and records nothing")
  func stands() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let desk = try TestDesk(shift)
    try desk.keys("u")
    #expect(desk.message.contains("inget att ångra"))
    try desk.keys("<Enter> s 2 <Tab>")
    desk.type("Sover ute")
    try desk.keys("<C-s>")
    let head = try shift.store.head().seq
    try desk.keys("u")
    #expect(desk.message.contains("tas inte tillbaka (SoL 20:1)"))
    #expect(try shift.store.head().seq == head)
  }

  @Test("an action on marked rows asks once; what is refused stays marked and is listed")
  func bulk() throws {
    let shift = try TestShift()
    for number in 1...4 { try shift.tip("tips nummer \(number)") }
    for reference in ["T4", "T6"] {
      try shift.record(
        "tip.assess", ["outcome": .text("noChild"), "ground": .text("vuxen")], on: reference)
    }
    let desk = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    try desk.keys("<Space> <Space> <Space> <Space>")
    #expect(desk.message.contains("4 markerade"))
    // Somebody else moves one on meanwhile.
    try shift.record("tip.note", ["text": .text("ringde")], on: "T6", as: "samira")
    try desk.keys("x")
    #expect(desk.screen.contains("och 3 till"))
    try desk.keys("4 <C-s>")
    #expect(desk.message.contains("1 sparade, 3 är kvar markerade"))
    try expectFrame(desk.screen, "bulk-report-80x24")
    #expect(try tip(shift, "T4").status == .closed)
    #expect(try tip(shift, "T6").status == .open)
    try desk.keys("<Esc>")
    try desk.hearBell()
    // The one in conflict may be tried again; the others still lack their assessment.
    try desk.keys("x 4 <C-s>")
    #expect(try tip(shift, "T6").status == .closed)
    #expect(try shift.store.verify().fault == nil)
  }

  @Test("a row that somebody else has open is marked, and named where it is selected")
  func presence() throws {
    let shift = try TestShift()
    try shift.fill()
    let olle = try TestDesk(shift, as: "samira", size: Size(columns: 80, rows: 24))
    let desk = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    try olle.keys("<Enter>")
    try desk.hearBell()
    #expect(desk.screen.contains("Samira Tänkt läser"))
    try olle.keys("a x")
    try desk.hearBell()
    #expect(desk.screen.contains("Samira Tänkt skriver"))
    try expectFrame(desk.screen, "duty-presence-80x24")
    try olle.keys("<Esc> <Esc>")
    try desk.hearBell()
    #expect(!desk.screen.contains("Samira Tänkt skriver"))
  }
}
