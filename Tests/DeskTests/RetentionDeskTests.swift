import CaseStore
import Casework
import Terminal
import Testing

@testable import Desk

@Suite("What is due to be erased, at the desk")
struct RetentionDeskTests {
  @Test("a lead sees what is due with the paragraph, and erases it with a typed word")
  func erase() throws {
    let shift = try TestShift()
    let kept = try shift.tip("Pojke sover på perrongen")
    let other = try shift.tip("Flicka säljer rosor")
    shift.advance(minutes: 6 * 366 * 24 * 60)
    let desk = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    try desk.keys("g k")
    try expectFrame(desk.screen, "retention-80x24")
    try desk.keys("j <Enter> <Enter>")
    #expect(desk.message.contains("Skriv ”gallra” först"))
    #expect(try shift.store.retentionDue(as: desk.officer).count == 2)
    try desk.keys("g a l l r a <Enter>")
    #expect(desk.message.contains("Gallrat: \(other) [SoL 16:1]"), "\(desk.screen)")
    #expect(desk.screen.contains("▸\(kept)") && !desk.screen.contains("▸\(other)"))
    #expect(try shift.store.retentionDue(as: desk.officer).map(\.references) == [[kept]])
    #expect(try !shift.store.isToBeSwept())
    try desk.keys("<Enter> g a l l r a <Enter> <Enter>")
    #expect(desk.screen.contains("Inget ska gallras nu."))
    #expect(desk.message.contains("inget ska gallras nu"))
  }

  @Test("a lead erases a file before its day from where it is open, with a reason and the word")
  func early() throws {
    let shift = try TestShift()
    let tip = try shift.tip("Fel barn, hemlig uppgift")
    let desk = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    try desk.keys("/ \(tip) <Enter> g K")
    try expectFrame(desk.screen, "retention-early-80x24")
    try desk.keys("<C-s>")
    #expect(desk.message.contains("Skäl: måste fyllas i"))
    desk.type("avsåg ett annat barn")
    desk.wait(milliseconds: 800)
    try desk.keys("<C-s>")
    try expectFrame(desk.screen, "retention-early-word-80x24")
    try desk.keys("<Enter>")
    #expect(desk.message.contains("Skriv ”gallra” först"))
    try desk.keys("g a l l r a <Enter>")
    #expect(desk.message.contains("Gallrat: \(tip) [SoL 16:1]"), "\(desk.screen)")
    try desk.hearBell()
    #expect(!desk.screen.contains("hemlig uppgift"))
    #expect(try shift.store.isErased(tip))
    #expect(try shift.store.drafts(of: OfficerID(desk.officer.id)).isEmpty)
  }

  @Test("what the law keeps is not erased ahead of time, and what is wrong is told in the form")
  func earlyRefused() throws {
    let shift = try TestShift()
    let reference = try shift.girlInCustody()
    let desk = try TestDesk(shift, size: Size(columns: 100, rows: 30))
    try desk.keys("g k f")
    #expect(desk.screen.contains("Gallra i förtid"))
    desk.type("\(reference)")
    try desk.keys("<Tab>")
    desk.type("vill inte ha det kvar")
    try desk.keys("<C-s>")
    #expect(desk.message.contains("akten gallras aldrig: barnet har varit placerat"))
    #expect(desk.screen.contains("vill inte ha det kvar"))
    try desk.keys("<C-u>")
    desk.type("Ä999")
    try desk.keys("<C-s>")
    #expect(desk.message.contains("Ä999 finns inte, eller är redan gallrat"), "\(desk.screen)")
    try desk.keys("<C-u>")
    desk.type("flickan")
    try desk.keys("<C-s>")
    #expect(desk.message.contains("en referens är en bokstav och ett nummer"))
    // What is typed is a draft like any other.
    desk.wait(milliseconds: 800)
    try desk.keys("<Esc> <Esc> g u")
    #expect(desk.screen.contains("Gallra i förtid") && desk.screen.contains("vill inte"))
    try desk.keys("<Enter>")
    #expect(desk.state.form?.spec == .earlyErasing)
  }

  @Test("nobody but a lead is shown it")
  func others() throws {
    let desk = try TestDesk(TestShift(), as: "samira")
    try desk.keys("g k")
    #expect(desk.message.contains("bara arbetsledare gallrar"))
    try desk.keys("g K")
    #expect(desk.message.contains("bara arbetsledare gallrar"))
    #expect(desk.state.form == nil)
  }
}
