import CaseStore
import Casework
import Terminal
import Testing

@Suite("A form opened from a subject")
struct PrefillTests {
  /// A tip, two children of whom the first is told of in the tip, and a case for the first.
  private func desk() throws -> (TestShift, TestDesk) {
    let shift = try TestShift()
    try shift.tip("Flicka tigger", children: 1)
    try shift.record(
      "person.register", ["alias": .text("flicka, vantar"), "tips": .list([.text("T4")])])
    try shift.record("person.register", ["alias": .text("pojke, keps")])
    try shift.record(
      "case.open",
      [
        "alias": .text("flicka, Slussen"), "children": .list([.text("B5")]),
        "purposes": .list([.text("begging")]),
      ])
    return (shift, try TestDesk(shift))
  }

  private func open(_ reference: String, _ desk: TestDesk) throws {
    try desk.keys("/")
    desk.type(reference)
    try desk.keys("<Enter>")
  }

  @Test("takes a new child's sex and age, and a new case's child, from the tip")
  func fromTip() throws {
    let (_, desk) = try desk()
    try open("T4", desk)
    try desk.keys("y b")
    #expect(desk.screen.contains("●flicka"))
    #expect(desk.squeezed.contains("Nämns i tips T4"))
    #expect(desk.squeezed.contains("Syskon här "))
    try desk.keys("<Esc> y a")
    #expect(desk.squeezed.contains("Barnen* B5"))
    #expect(desk.squeezed.contains("Ur tips T4"))
    try desk.keys("<Esc> y f")
    #expect(desk.squeezed.contains("Personal* Karin Påhittad"))
    #expect(desk.screen.contains("Tips att följa upp T4"))
  }

  @Test("takes case, children, alias and purposes from the case")
  func fromCase() throws {
    let (_, desk) = try desk()
    try open("Ä7", desk)
    try desk.keys("y o")
    #expect(desk.squeezed.contains("Vem* flicka, Slussen"))
    #expect(desk.squeezed.contains("Barn B5"))
    #expect(desk.squeezed.contains("Ärende Ä7"))
    try desk.keys("<Esc> y p")
    #expect(desk.squeezed.contains("Vad* flicka, Slussen"))
    #expect(desk.screen.contains("●tiggeri"))
    try desk.keys("<Esc> y l")
    #expect(desk.squeezed.contains("Ärende* Ä7"))
  }

  @Test("leaves the child open where the case has several")
  func severalChildren() throws {
    let (shift, desk) = try desk()
    try shift.record("case.addChildren", ["children": .list([.text("B6")])], on: "Ä7")
    try open("Ä7", desk)
    try desk.keys("y o")
    #expect(!desk.screen.contains("B5\n"))
    #expect(!desk.squeezed.contains("Barn B"))
    try desk.keys("<Esc> y p")
    #expect(desk.screen.contains("B5, B6"))
  }

  @Test("of a drafted handover is the drafting screen: the text that stands, and no placement")
  func handover() throws {
    let (shift, desk) = try desk()
    try shift.record(
      "handover.draft",
      [
        "case": .text("Ä7"), "district": .text("Södermalm"), "identity": .text("okänd"),
        "placement": .text("hemliga hemmet"),
      ])
    try open("Ö8", desk)
    try desk.keys("i")
    #expect(desk.screen.contains("││ okänd"))
    #expect(!desk.screen.contains("hemliga hemmet"))
    try desk.keys("j j j")
    #expect(!desk.screen.contains("hemliga hemmet"))
    try desk.keys("k k <Enter>")
    desk.type("tiggde vid Slussen")
    try desk.keys("<C-s>")
    let karin = desk.officer
    let reference = try #require(Reference("Ö8"))
    guard case .record(let record)? = try shift.store.subject(reference, as: karin) else {
      throw TestFailure("no handover")
    }
    #expect(record.last("edited")?.values.keys.sorted() == ["against", "events", "through"])
    #expect(Handover(record)?.text(.placement) == "hemliga hemmet")
  }
}
