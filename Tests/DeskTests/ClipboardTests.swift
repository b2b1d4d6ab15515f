import Casework
import Terminal
import Testing
import TextSafety

@testable import Desk

@Suite("The clipboard")
struct ClipboardTests {
  @Test("takes nothing but on command, and of a list the reference alone")
  func reference() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift)
    try desk.keys("j <Enter> <Esc>")
    #expect(desk.terminal.clipboard == nil)
    let selected = try #require(desk.state.selectedReference)
    try desk.keys("Y")
    #expect(desk.terminal.clipboard == [SafeText(selected.description)])
    #expect(desk.message.contains("Kopierat till terminalens urklipp: \(selected)"))
  }

  @Test("takes of an open tip its state and next step, without the history")
  func detail() throws {
    let shift = try TestShift()
    let tip = try shift.tip("Sitter ensam \u{1B}]52;c;AAAA\u{07}", place: "Slussen", children: 1)
    let desk = try TestDesk(shift)
    try desk.keys("<Enter> Y")
    let lines = try #require(desk.terminal.clipboard)
    #expect(lines.first?.string.hasPrefix("\(tip) · ") == true)
    let text = lines.map(\.string).joined(separator: "\n")
    #expect(text.contains("Nästa: ") && text.contains("Slussen") && text.contains("␛]52"))
    #expect(!text.contains("Historik") && !text.contains("\u{1B}"))
    #expect(desk.message.contains("\(tip) med läge"))
  }

  @Test("takes no more than 2 kB, and says that the end is cut off")
  func bound() throws {
    let shift = try TestShift()
    try shift.tip(String(repeating: "så många barn på en gång ", count: 400))
    let desk = try TestDesk(shift)
    try desk.keys("<Enter> Y")
    let lines = try #require(desk.terminal.clipboard)
    #expect(lines.last == "…")
    let size = lines.map(\.string).joined(separator: "\n").utf8.count
    #expect((1_900...2_048).contains(size))
    #expect(desk.message.contains("\(size) byte, slutet bortklippt"))
  }

  @Test("takes what is masked as masked, and what a reason has shown as shown")
  func masked() throws {
    let shift = try TestShift()
    let child = try shift.record("person.register", ["alias": .text("flicka, röd jacka")]).reference
    let open = try shift.record(
      "case.open",
      ["alias": .text("syskonen"), "children": .list([.text(child.description)])]
    ).reference
    try shift.record(
      "case.place",
      [
        "child": .text(child.description), "kind": .text("shelter"),
        "address": .text("Hemliga gatan 1"),
      ], on: open.description)
    let desk = try TestDesk(shift, as: "karin")
    func copied() throws -> String {
      try desk.keys("Y")
      return try #require(desk.terminal.clipboard).map(\.string).joined(separator: "\n")
    }
    desk.act { $0.openDetail(open) }
    #expect(try !copied().contains("Hemliga gatan"))
    try desk.keys("V")
    desk.type("flickan ska hämtas i natt")
    try desk.keys("<Enter>")
    #expect(try copied().contains("Hemliga gatan 1"))
  }

  @Test("is out of reach in a terminal that has none, which is said")
  func none() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift)
    desk.act {
      $0.setup.hasClipboard = false
      return []
    }
    try desk.keys("Y")
    #expect(desk.message.contains("inget urklipp"))
    #expect(desk.terminal.clipboard == nil)
  }
}

@Suite("The notice of an acute tip")
struct AcuteNoticeTests {
  private func desk(_ notice: NoticeSequence?) throws -> TestDesk {
    var settings = Settings()
    settings.acuteNotice = notice
    settings.quietHours = QuietHours("22-06")
    return try TestDesk(try TestShift(), settings: settings)
  }

  @Test("says which tip and where, also in quiet hours, and nothing of what was said")
  func asked() throws {
    let desk = try desk(.osc9)
    try desk.shared.tip("Elena gråter", place: "Slussen\u{1B}[2J", acute: "hon fryser")
    try desk.hearBell()
    #expect(desk.terminal.notices == ["Akut tips: T4, Slussen␛[2J"])
    #expect(!desk.frame.bell)
    try desk.shared.tip("Flicka som tigger", place: "Odenplan")
    try desk.hearBell()
    #expect(desk.terminal.notices.count == 1)
  }

  @Test("is one for a flood, and bounded")
  func flood() throws {
    let desk = try desk(.osc777)
    for _ in 1...5 {
      try desk.shared.tip(
        "Flicka", place: String(repeating: "lång väg ", count: 40), acute: "händer nu")
    }
    try desk.hearBell()
    let notice = try #require(desk.terminal.notices.first)
    #expect(desk.terminal.notices.count == 1)
    #expect(notice.string.hasSuffix("(+2)") && notice.string.count < 250)
  }

  @Test("does not come where nobody asked for it")
  func unasked() throws {
    let desk = try desk(nil)
    try desk.shared.tip("Flicka", place: "Slussen", acute: "händer nu")
    try desk.hearBell()
    #expect(desk.terminal.notices.isEmpty)
  }
}
