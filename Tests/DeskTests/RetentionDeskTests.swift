import CaseStore
import Casework
import Terminal
import Testing

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

  @Test("nobody but a lead is shown it")
  func others() throws {
    let desk = try TestDesk(TestShift(), as: "samira")
    try desk.keys("g k")
    #expect(desk.message.contains("bara arbetsledare gallrar"))
  }
}
