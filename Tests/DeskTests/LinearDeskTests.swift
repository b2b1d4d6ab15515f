import Casework
import Terminal
import Testing

@testable import Desk

/// The desk as it is heard: after each step what a terminal of lines would say.
private final class SpokenDesk {
  let desk: TestDesk
  private let driver: LinearDriver
  private let heard = Heard()

  private final class Heard {
    var text = ""
  }

  init(_ shift: TestShift, as login: String = "karin") throws {
    desk = try TestDesk(shift, as: login, size: DeskState.linearSize, isLinear: true)
    let heard = heard
    driver = LinearDriver(size: DeskState.linearSize, input: -1, gist: SpokenGist.of) {
      heard.text += $0
    }
    step("start") {}
  }

  deinit { driver.leave() }

  var transcript: String { heard.text }

  func step(_ name: String, _ work: () throws -> Void) rethrows {
    heard.text += "[\(name)]\n"
    try work()
    driver.draw(desk.frame)
  }

  func keys(_ notation: String) throws {
    for key in try KeyStroke.script(notation) {
      try step(key.description) { try desk.keys(key.description) }
    }
  }

  func type(_ text: String) {
    step("\"\(text)\"") { desk.type(text) }
  }
}

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

  @Test("no line has anything of the borders")
  func plain() throws {
    let shift = try TestShift()
    try shift.fill()
    let spoken = try SpokenDesk(shift)
    try spoken.keys("<Enter> <Esc> n <Esc> ?")
    #expect(!spoken.transcript.contains { "│┌┐└┘─".contains($0) })
  }
}
