import CaseStore
import Casework
import Terminal
import Testing

@Suite("Persons that may be the same, at the desk")
struct LikelyPersonTests {
  /// Two girls by the name of Mirela, two others, and a desk.
  private func desk() throws -> (TestShift, TestDesk) {
    let shift = try TestShift()
    for (alias, name) in [
      ("flicka, röd jacka", "Mirela"), ("pojke, keps", "Ionut"), ("flicka, vantar", "Mirela"),
      ("kvinna, barnvagn", "Daria"),
    ] {
      try shift.record(
        "person.register", ["alias": .text(alias), "claimedName": .text(name)])
    }
    return (shift, try TestDesk(shift))
  }

  @Test("an opened person shows who may be the same and why; a key takes it to the merge form")
  func merge() throws {
    let (shift, desk) = try desk()
    try desk.keys("/")
    desk.type("B6")
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("Kan vara samma som (inget slås ihop av sig självt)"))
    #expect(desk.screen.contains("B4"))
    #expect(desk.screen.contains("samma namn: mirela"))
    let before = try shift.store.head()
    try desk.keys("l")
    #expect(desk.squeezed.contains("Samma som* B4"))
    #expect(try shift.store.head() == before)
    desk.type("samma ärr, samma namn")
    try desk.keys("<C-s>")
    #expect(desk.message.contains("sparat, B6"))
    try desk.hearBell()
    #expect(desk.screen.contains("samma som B4"))
    #expect(!desk.screen.contains("Kan vara samma som"))
  }

  @Test("while a new person is typed, who it may be shows beside the form")
  func typing() throws {
    let (_, desk) = try desk()
    try desk.keys("y b")
    desk.type("barn")
    try desk.keys("<Tab> <Tab> <Tab> <Tab>")
    desk.type("Mirela")
    #expect(desk.screen.contains("Liknar:"))
    #expect(desk.screen.contains("B4: samma namn: mirela"))
    #expect(desk.screen.contains("B6: samma namn: mirela"))
  }

  @Test("of a person whose data are protected nothing is told but that it may be the same")
  func protected() throws {
    let (shift, desk) = try desk()
    try shift.record("person.protect", ["protection": .text("marking")], on: "B4")
    try desk.keys("/")
    desk.type("B6")
    try desk.keys("<Enter>")
    #expect(desk.squeezed.contains("B4 samma namn"))
    #expect(!desk.screen.contains("samma namn: mirela"))
    #expect(!desk.screen.contains("röd jacka"))
  }

  @Test("of a restricted case a form takes nothing but its reference")
  func restricted() throws {
    let (shift, _) = try desk()
    try shift.record(
      "officer.register",
      [
        "login": .text("erik"), "name": .text("Erik Jourlåtsas"), "unit": .text("emergency"),
        "roles": .list([.text("dutyOfficer")]),
      ])
    try shift.record(
      "case.open",
      [
        "alias": .text("hemligt namn"), "children": .list([.text("B4")]),
        "handler": .text("karin"), "restricted": .flag(true),
      ])
    let erik = try TestDesk(shift, as: "erik")
    try erik.keys("g a y o")
    #expect(erik.squeezed.contains("Ärende Ä9"))
    #expect(!erik.screen.contains("hemligt namn"))
    #expect(!erik.squeezed.contains("Barn B4"))
  }
}
