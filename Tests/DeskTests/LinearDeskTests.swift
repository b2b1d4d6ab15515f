import Casework
import Terminal
import Testing

@testable import Desk

@Suite("The desk of lines", .serialized)
struct LinearDeskTests {
  @Test("a triage is heard whole: list, tip, form, what was saved, and back")
  func triage() throws {
    let shift = try TestShift()
    try shift.fill()
    let spoken = try SpokenDesk(shift)
    try spoken.keys("j j k <Enter> s")
    try spoken.keys("<Right> <Right> <Tab>")
    spoken.type("Ålder, kyla, ingen vuxen")
    try spoken.keys("<C-s>")
    try spoken.step("the journal has it") { try spoken.desk.hearBell() }
    try spoken.keys("<Esc> <Tab> <Tab> <S-Tab> <S-Tab>")
    spoken.step("a minute later") { spoken.desk.wait(milliseconds: 61_000) }
    try shift.tip("Barn ensamt på spåret", place: "Slussen", acute: "tåg närmar sig")
    try spoken.step("an acute tip comes in") { try spoken.desk.hearBell() }
    try spoken.keys("g g")
    try spoken.keys(":")
    spoken.type("frist")
    try spoken.keys("<Enter> <Esc> /")
    spoken.type("rosor")
    try spoken.keys("<Enter> <Esc> ?")
    try expectFrame(spoken.transcript, "linear-triage")
  }

  @Test("the form of a handover is heard field by field, its choices one at a time")
  func handover() throws {
    let shift = try TestShift()
    try shift.fill()
    let spoken = try SpokenDesk(shift)
    try spoken.keys("<Enter> y l")
    try spoken.keys("<Tab> <Right> <Right> <Space> <Tab> <Tab>")
    spoken.type("Hej")
    try spoken.keys("<S-Tab> <C-s> <Esc> <Esc>")
    try expectFrame(spoken.transcript, "linear-handover")
  }

  @Test(
    "a handover is heard whole: drafted, written in, a fact put in, sent, and what comes meanwhile")
  func drafting() throws {
    let shift = try TestShift()
    let reference = try shift.girlInCustody()
    let spoken = try SpokenDesk(shift)
    try spoken.keys("/")
    spoken.type("\(reference)")
    try spoken.keys("<Enter> y l")
    spoken.type("s")
    try spoken.keys("<C-s>")
    try spoken.step("the journal has it") { try spoken.desk.hearBell() }
    try spoken.keys("j j <Enter>")
    spoken.type("Ring tolken först.")
    try spoken.keys("<Enter> <Tab> j <Enter> <C-s>")
    try spoken.step("the journal has it") { try spoken.desk.hearBell() }
    try spoken.keys("<Esc> G w")
    try spoken.step("the journal has it") { try spoken.desk.hearBell() }
    try shift.record(
      "case.step", ["step": .text("medicalCare"), "outcome": .text("done")], on: "\(reference)")
    try spoken.step("care has been given") { try spoken.desk.hearBell() }
    try spoken.keys("n t <C-s> p <PageDown> <Esc> i <Right> <Tab>")
    spoken.type("mottagningen i Skarpnäck")
    try spoken.keys("<C-s> <Esc>")
    try spoken.step("the journal has it") { try spoken.desk.hearBell() }
    try expectFrame(spoken.transcript, "linear-drafting")
    #expect(!spoken.transcript.contains { "│┌┐└┘─".contains($0) })
  }

  @Test("no line has anything of the borders")
  func plain() throws {
    let shift = try TestShift()
    try shift.fill()
    let spoken = try SpokenDesk(shift)
    try spoken.keys("<Enter> <Esc> n <Esc> ?")
    #expect(!spoken.transcript.contains { "│┌┐└┘─".contains($0) })
  }
}
