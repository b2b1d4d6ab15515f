import CaseStore
import Casework
import Desk
import Terminal
import Testing

@Suite("Drafting a handover")
struct HandoverDraftTests {
  private func night() throws -> (TestShift, Reference) {
    let shift = try TestShift()
    return (shift, try shift.girlInCustody())
  }

  private func handover(_ shift: TestShift) throws -> (Reference, Handover) {
    let lead = try #require(try shift.store.officer(login: "karin"))
    let query = RecordQuery(kind: .handover, onlyOpen: false, limit: 5)
    let row = try #require(try shift.store.records(query, as: lead).rows.last)
    return (row.reference, try #require(Handover(row.record)))
  }

  @Test(
    "The drafting screen at every size: sections, text, timeline and checklist",
    arguments: [(60, 16), (80, 24), (120, 40), (200, 60)])
  func frames(_ columns: Int, _ rows: Int) throws {
    let (shift, reference) = try night()
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    try desk.draftHandover(of: reference)
    try desk.keys("j j")
    try expectFrame(desk.screen, "handover-\(columns)x\(rows)")
    try desk.keys("<Tab> <Tab>")
    try expectFrame(desk.screen, "handover-facts-\(columns)x\(rows)")
    try desk.keys("<Esc> p")
    try expectFrame(desk.screen, "handover-preview-\(columns)x\(rows)")
  }

  @Test("Drafted from a case, reviewed and sent in at most 25 keystrokes besides free text")
  func keystrokes() throws {
    let (shift, reference) = try night()
    let desk = try TestDesk(shift)
    try desk.open(reference)
    let strokes = [
      "y l s <C-s>", "w", "p <PageDown> <PageDown> <PageDown> <Esc>", "i <Right> <Tab>", "<C-s>",
    ]
    var count = 0
    for (index, keys) in strokes.enumerated() {
      if index == 4 { desk.type("mottagningen i Skarpnäck") }
      try desk.keys(keys)
      count += try KeyStroke.script(keys).count
      try desk.hearBell()
    }
    #expect(count <= 25)
    let (_, sent) = try handover(shift)
    #expect(sent.state == .sent)
    #expect(sent.emptySections.isEmpty)
    #expect(sent.text(.police)?.raw == "Inget antecknat.")
    #expect(sent.text(.custody)?.raw.contains("Britta Påhittad") == true)
    #expect(sent.responsibleParty == .emergencyUnit)
  }

  @Test("A line that drops in the middle of a section loses nothing; the text is offered again")
  func droppedLine() throws {
    let (shift, reference) = try night()
    do {
      let desk = try TestDesk(shift)
      try desk.draftHandover(of: reference)
      try desk.keys("G k <Enter> <C-End>")
      desk.type("\nmannen väntar utanför")
      desk.send(.terminal(.hangUp))
      #expect(desk.state.isLeaving)
      #expect(desk.state.unsavedDrafts.isEmpty)
    }
    let again = try TestDesk(shift)
    #expect(again.message.contains("1 utkast"))
    try again.keys("g u <Enter>")
    #expect(again.screen.contains("mannen väntar utanför"))
    #expect(again.screen.contains("Öppna risker"))
    try again.keys("<C-s>")
    #expect(again.message.contains("Sparat: Öppna risker"))
    #expect(try handover(shift).1.text(.risks)?.raw.contains("väntar utanför") == true)
    #expect(try shift.store.drafts(of: OfficerID(again.officer.id)).isEmpty)
  }

  @Test("Everything is saved with one key from a section that is masked too")
  func saveAllFromMasked() throws {
    let (shift, reference) = try night()
    let desk = try TestDesk(shift)
    try desk.draftHandover(of: reference)
    try desk.keys("w")
    try desk.hearBell()
    try desk.keys("j <Enter>")
    desk.type("Mer. ")
    try desk.keys("<Esc>")
    for _ in HandoverSection.allCases where !desk.screen.contains("┌ Placering") {
      try desk.keys(desk.screen.contains("┌ Placering") ? "" : "j")
    }
    #expect(desk.screen.contains("┌ Placering"))
    try desk.keys("w")
    try desk.hearBell()
    #expect(desk.message.contains("Sparat"))
    #expect(try shift.store.drafts(of: OfficerID(desk.officer.id)).isEmpty)
  }

  @Test("A section is opened in the officer's own editor and what was written there taken back")
  func ownEditor() throws {
    let (shift, reference) = try night()
    let desk = try TestDesk(shift)
    try desk.draftHandover(of: reference)
    try desk.keys("G k <Enter>")
    desk.type("Påbörjat. ")
    try desk.keys("<C-o>")
    guard case .edit(let form, let field, let text)? = desk.terminalEffects.last else {
      Issue.record("no editor was asked for")
      return
    }
    #expect(text.contains("Påbörjat."))
    #expect(field == HandoverSection.risks.rawValue)
    // What was typed is safe before the editor takes the terminal.
    #expect(try shift.store.drafts(of: OfficerID(desk.officer.id)).count == 1)
    desk.send(.edited(form: form, field: field, .text("Skrivet i egen editor\nmed två rader")))
    #expect(desk.screen.contains("Skrivet i egen editor"))
    desk.send(.edited(form: form, field: field, .failed(1)))
    #expect(desk.screen.contains("med två rader"))
    try desk.keys("<C-s>")
    #expect(
      try handover(shift).1.text(.risks)?.raw == "Skrivet i egen editor\nmed två rader")
  }

  @Test("A draft is on disk within a second of a pause in typing")
  func pause() throws {
    let (shift, reference) = try night()
    let desk = try TestDesk(shift)
    try desk.draftHandover(of: reference)
    try desk.keys("<Enter>")
    desk.type("x")
    #expect(try shift.store.drafts(of: OfficerID(desk.officer.id)).isEmpty)
    desk.wait(milliseconds: 1000)
    #expect(try shift.store.drafts(of: OfficerID(desk.officer.id)).count == 1)
    #expect(desk.screen.contains("utkast sparat"))
  }

  @Test("Two desks draft one handover: other sections do not collide, and each sees the other type")
  func twoDesks() throws {
    let (shift, reference) = try night()
    let karin = try TestDesk(shift)
    try karin.draftHandover(of: reference)
    let (handover, _) = try handover(shift)
    let samira = try TestDesk(shift, as: "samira")
    try samira.open(handover)
    try samira.keys("i G <Enter>")
    samira.type("Möte måndag. ")
    try karin.keys("G k <Enter>")
    karin.type("Bevakas. ")
    try karin.hearBell()
    try karin.hearBell()
    #expect(karin.screen.contains("Samira Tänkt skriver …"))
    try samira.keys("<C-s>")
    try karin.hearBell()
    #expect(karin.screen.contains("Bevakas."))
    try karin.keys("<C-s>")
    #expect(karin.message.contains("Sparat: Öppna risker"))
    let both = try self.handover(shift).1
    #expect(both.text(.dates)?.raw.contains("Möte måndag.") == true)
    #expect(both.text(.risks)?.raw.contains("Bevakas.") == true)
  }

  @Test("The same section changed on two desks: both texts stand beside each other, none is lost")
  func collision() throws {
    let (shift, reference) = try night()
    let karin = try TestDesk(shift)
    try karin.draftHandover(of: reference)
    let (handover, _) = try handover(shift)
    let samira = try TestDesk(shift, as: "samira")
    try samira.open(handover)
    try samira.keys("i G k <Enter> <C-Home>")
    samira.type("Samiras rad.\n")
    try karin.keys("G k <Enter> <C-Home>")
    karin.type("Karins rad.\n")
    try samira.keys("<C-s>")
    let before = try shift.store.head().seq
    try karin.keys("<C-s>")
    #expect(try shift.store.head().seq == before)
    #expect(karin.screen.contains("Karins rad."))
    #expect(karin.screen.contains("Samiras rad."))
    #expect(karin.screen.contains("✗ Samira Tänkt"))
    try expectFrame(karin.screen, "handover-collision-120x40")
    try karin.keys("<F7>")
    #expect(!karin.screen.contains("✗ Samira Tänkt"))
    try karin.keys("<C-s>")
    #expect(karin.message.contains("Sparat: Öppna risker"))
    let text = try self.handover(shift).1.text(.risks)?.raw ?? ""
    #expect(text.contains("Karins rad.") && text.contains("Samiras rad."))
  }

  @Test(
    "What happens in the case after a section was saved is marked, shown and taken in, never over")
  func news() throws {
    let (shift, reference) = try night()
    let desk = try TestDesk(shift)
    try desk.draftHandover(of: reference)
    try desk.keys("j <Enter> <C-Home>")
    desk.type("Min egen rad.\n")
    try desk.keys("<C-s> <Esc>")
    try desk.hearBell()
    #expect(!desk.screen.contains("▲"))
    shift.advance(minutes: 5)
    let note = try shift.record(
      "case.note", ["text": .text("Farbrodern ringde")], on: "\(reference)")
    try desk.hearBell()
    #expect(desk.screen.contains("▲1"))
    #expect(desk.screen.contains("▲ 1 ny sedan"))
    #expect(!desk.screen.contains("Farbrodern ringde"))
    try desk.keys("n")
    #expect(desk.screen.contains("Farbrodern ringde"))
    try desk.keys("t")
    #expect(desk.screen.contains("Min egen rad."))
    #expect(desk.screen.contains("ringde"))
    #expect(!desk.screen.contains("▲"))
    try desk.keys("<C-s>")
    let text = try handover(shift).1.text(.events)?.raw ?? ""
    #expect(text.hasPrefix("Min egen rad."))
    #expect(text.hasSuffix("[\(note.seq)]"))
  }

  @Test("A fact of the timeline is put at the cursor with its journal number")
  func insertsFact() throws {
    let (shift, reference) = try night()
    let desk = try TestDesk(shift)
    try desk.draftHandover(of: reference)
    try desk.keys("G <Tab> <Tab> <Enter>")
    #expect(desk.message.contains("infogat i ”Nästa datum”"))
    try desk.keys("<C-s>")
    let latest = try #require(try handover(shift).1.text(.dates))
    #expect(HandoverLine.marks(in: latest.raw).contains(11))
  }

  @Test("The placement that is saved stays masked until a reason is given, here too")
  func masked() throws {
    let (shift, reference) = try night()
    let desk = try TestDesk(shift)
    try desk.draftHandover(of: reference)
    try desk.keys("j j j <Enter> <C-End>")
    desk.type(" Storgatan 5")
    try desk.keys("<C-s> <Esc>")
    try desk.hearBell()
    #expect(!desk.screen.contains("Storgatan 5"))
    #expect(!desk.screen.contains("Hemliga gatan"))
    try desk.keys("<Enter>")
    desk.type("x")
    #expect(desk.message.contains("texten är dold"))
    try desk.keys("<Esc> p")
    #expect(!desk.screen.contains("Storgatan 5"))
    try desk.keys("<Esc> V")
    desk.type("ska köra barnet dit")
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("Storgatan 5"))
    let log = try shift.store.accessLog(
      AccessQuery(onlyBreakGlass: true, limit: 9), as: desk.officer)
    #expect(log.contains { $0.reference?.kind == .handover })
  }

  @Test("An empty heading is not saved, a sent handover is not written in, and both are said")
  func refusals() throws {
    let (shift, reference) = try night()
    let desk = try TestDesk(shift)
    try desk.draftHandover(of: reference)
    try desk.keys("<Enter> <C-End> <C-u> <C-s>")
    #expect(desk.screen.contains("Identitet"))
    let (handover, _) = try handover(shift)
    try shift.record(
      "handover.send", ["how": .text("visit"), "to": .text("mottagningen")], on: "\(handover)")
    try desk.hearBell()
    desk.type("x")
    #expect(desk.message.contains("skickad, obekräftad"))
  }
}
