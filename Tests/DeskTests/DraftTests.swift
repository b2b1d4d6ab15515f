import CaseStore
import Casework
import Foundation
import Terminal
import Testing

@testable import Desk

@Suite("Nothing typed is lost")
struct DraftTests {
  private func drafts(_ shift: TestShift, _ desk: TestDesk) throws -> [String] {
    try shift.store.drafts(of: OfficerID(desk.officer.id)).compactMap {
      FormDraft(data: $0.body)?.gist
    }
  }

  @Test("what is typed is kept within a second of a pause, and comes back on another terminal")
  func pause() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let desk = try TestDesk(shift)
    try desk.keys("a")
    desk.type("Halvskriven anteck")
    #expect(try drafts(shift, desk) == [])
    desk.wait(milliseconds: 800)
    #expect(try drafts(shift, desk) == ["Halvskriven anteck"])
    let elsewhere = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    #expect(elsewhere.message.contains("utkast"))
    try elsewhere.keys("a")
    #expect(elsewhere.message.contains("återställt"))
    elsewhere.type("ning")
    try elsewhere.keys("<C-s>")
    #expect(elsewhere.message.contains("sparat"))
    #expect(try drafts(shift, desk) == [])
  }

  @Test(
    "a line that is dropped, a terminate or a suspend keeps the half-typed form",
    arguments: [TerminalEvent.hangUp, .terminate])
  func hangUp(event: TerminalEvent) throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    try desk.keys("n")
    desk.type("Ringer om ett barn som")
    desk.send(.terminal(event))
    #expect(desk.state.isLeaving)
    #expect(try drafts(shift, desk) == ["Ringer om ett barn som"])
  }

  @Test("two desks of one officer never write over each other's draft: the second is told")
  func twoDesks() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let one = try TestDesk(shift)
    let two = try TestDesk(shift)
    try one.keys("a")
    one.type("från den ena")
    one.wait(milliseconds: 800)
    try two.keys("a")
    two.type("från den andra")
    two.wait(milliseconds: 800)
    #expect(two.message.contains("en annan terminal"))
    #expect(try Set(drafts(shift, two)) == ["från den ena", "från den andra"])
    one.type("!")
    two.type("?")
    one.wait(milliseconds: 800)
    two.wait(milliseconds: 0)
    #expect(try Set(drafts(shift, two)) == ["från den ena!", "från den andra?"])
    // A third takes the first over, and goes on with it; the first is told then.
    let three = try TestDesk(shift)
    try three.keys("a")
    #expect(three.screen.contains("från den ena!"))
    three.type(" och sedan")
    three.wait(milliseconds: 800)
    one.type(" kvar")
    one.wait(milliseconds: 800)
    #expect(one.message.contains("en annan terminal"))
    #expect(
      try Set(drafts(shift, two))
        == ["från den ena! och sedan", "från den ena! kvar", "från den andra?"])
    // What is recorded takes away its own draft alone.
    try one.keys("<C-s>")
    #expect(try Set(drafts(shift, two)) == ["från den ena! och sedan", "från den andra?"])
    try two.keys("<C-s> <C-s>")
    #expect(try drafts(shift, two) == ["från den ena! och sedan"])
  }

  @Test("a section of a handover that is written at two desks of one officer is kept of both")
  func twoDesksOneSection() throws {
    let shift = try TestShift()
    let about = try shift.girlInCustody()
    try shift.record(
      "handover.draft", ["case": .text("\(about)"), "district": .text("Skarpnäck")])
    let desks = try [TestDesk(shift), TestDesk(shift)]
    for (desk, text) in zip(desks, ["ena", "andra"]) {
      try desk.keys("/ Ö12 <Enter> i <Enter>")
      desk.type(text)
      desk.wait(milliseconds: 800)
    }
    #expect(desks[1].message.contains("en annan terminal"))
    let kept = try shift.store.drafts(of: OfficerID(desks[0].officer.id)).compactMap {
      FormDraft(data: $0.body)?.values["identity"]
    }
    #expect(kept.count == 2, "\(kept)")
    #expect(kept.contains { $0.contains("ena") } && kept.contains { $0.contains("andra") })
  }

  /// Every form there is, with something to be about.
  static let forms = ActionRegistry.all.filter { $0.id != HandoverScreen.action }.map(\.id)

  @Test(
    "in every form what is typed is on disk within a second, and offered on another terminal",
    arguments: forms)
  func everyForm(action: String) throws {
    let shift = try TestShift()
    let spec = try #require(ActionRegistry.action(action))
    let subject = spec.creates ? nil : Reference(spec.kind, 1)
    var desk: TestDesk? = try TestDesk(shift)
    desk?.act { $0.openForm(action, on: subject) }
    let fields = try #require(desk?.state.form?.fields)
    for (index, field) in fields.enumerated() {
      desk?.act {
        $0.changeFocus(to: index)
        return []
      }
      if field.isTyped { desk?.type("x\(index)") } else { try desk?.keys("<Space>") }
    }
    let typed = try #require(desk?.state.form?.draft.values)
    #expect(!typed.isEmpty)
    #expect(typed.count == fields.count)
    // The program is killed here: nothing it does afterwards counts.
    desk?.wait(milliseconds: 1000)
    desk = nil
    let other = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    #expect(other.message.contains("1 utkast"))
    try other.keys("g u <Enter>")
    #expect(other.state.form?.spec.id == action)
    #expect(other.state.form?.draft.values == typed)
    #expect(other.state.form?.subject == subject)
  }

  @Test(
    "a line that drops in the middle of a word loses nothing of any form", arguments: forms)
  func everyFormHangUp(action: String) throws {
    let shift = try TestShift()
    let spec = try #require(ActionRegistry.action(action))
    let desk = try TestDesk(shift)
    desk.act { $0.openForm(action, on: spec.creates ? nil : Reference(spec.kind, 1)) }
    let typed = desk.state.form?.fields.firstIndex { $0.isTyped }
    let index = try #require(typed)
    desk.act {
      $0.changeFocus(to: index)
      return []
    }
    desk.type("halvvägs")
    desk.send(.terminal(.hangUp))
    #expect(desk.state.unsavedDrafts.isEmpty)
    let kept = try shift.store.drafts(of: OfficerID(desk.officer.id)).compactMap {
      FormDraft(data: $0.body)
    }
    #expect(kept.count == 1)
    #expect(kept.first?.values.values.contains { $0.contains("halvvägs") } == true)
  }

  @Test("closing an unfinished form keeps it as a draft and says so; the drafts open it again")
  func closing() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    try desk.keys("n")
    desk.type("Halvt telefontips")
    try desk.keys("<Esc>")
    #expect(desk.message.contains("Utkastet är kvar"))
    try desk.keys("g u")
    #expect(desk.screen.contains("Halvt telefontips"))
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("Nytt tips"))
    desk.type(", helt")
    try desk.keys("<C-s>")
    #expect(desk.message.contains("sparat, T4"))
    #expect(try drafts(shift, desk) == [])
  }

  @Test("throwing a draft away takes a typed word; quitting over one asks")
  func discarding() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    try desk.keys("n")
    desk.type("Halvt")
    try desk.keys("<C-x> <Enter>")
    #expect(desk.message.contains("Skriv ”kasta” först"))
    try desk.keys("<Esc>")
    #expect(desk.screen.contains("Halvt"))
    try desk.keys("<C-q>")
    #expect(!desk.state.isLeaving)
    try desk.keys("<Esc> <C-x>")
    desk.type("kasta")
    try desk.keys("<Enter>")
    #expect(desk.message.contains("Utkastet är kastat"))
    #expect(try drafts(shift, desk) == [])
    try desk.keys("<C-q>")
    #expect(desk.state.isLeaving)
  }

  @Test("a form opened again at once has what was typed, also when a screen came between")
  func reopened() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let desk = try TestDesk(shift)
    try desk.keys("a")
    desk.type("Hej")
    try desk.keys("<Esc> a")
    desk.type(" igen")
    try desk.keys("<C-p>")
    desk.type("Jourbordet")
    try desk.keys("<Enter>")
    #expect(desk.message.contains("Utkastet är kvar"))
    try desk.keys("a")
    #expect(desk.screen.contains("Hej igen"))
    #expect(try drafts(shift, desk) == ["Hej igen"])
  }

  @Test("a draft that the store would not take is tried again, and counts as unsaved till then")
  func retried() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    let key = "tip.receive @\(shift.clock.now().milliseconds)"
    try desk.keys("n")
    desk.type("Viktigt")
    let trouble = Problem(Phrase(sv: "Disken är full.", en: "The disk is full."))
    desk.failsDrafts = true
    desk.wait(milliseconds: 800)
    #expect(try drafts(shift, desk) == [])
    #expect(desk.state.unsavedDrafts.keys.sorted() == [key])
    desk.send(.draftTrouble(key: key, trouble))
    #expect(desk.message.contains("inte sparat än: Disken är full."))
    desk.failsDrafts = false
    desk.wait(milliseconds: 3100)
    #expect(try drafts(shift, desk) == ["Viktigt"])
    #expect(desk.state.unsavedDrafts.isEmpty)
  }

  @Test("what the store never took is rescued to a file of the officer's own and brought back")
  func rescued() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    desk.failsDrafts = true
    try desk.keys("n")
    desk.type("Räddat")
    desk.send(.terminal(.hangUp))
    let rescue = DraftRescue(
      store: shift.directory + "/store.sqlite",
      state: shift.directory + "/state")
    try rescue.write(desk.state.unsavedDrafts)
    let mode = try FileManager.default.attributesOfItem(atPath: rescue.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let me = OfficerID(desk.officer.id)
    try rescue.restore(into: shift.store, of: me, now: shift.clock.now())
    #expect(try drafts(shift, desk) == ["Räddat"])
    #expect(!FileManager.default.fileExists(atPath: rescue.path))
    try rescue.restore(into: shift.store, of: me, now: shift.clock.now())
  }

  @Test("what was rescued replaces no draft of another desk: both are kept, and it is said")
  func rescuedBeside() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let rescue = DraftRescue(
      store: shift.directory + "/store.sqlite", state: shift.directory + "/state")
    let lost = try TestDesk(shift)
    try lost.keys("a")
    lost.type("Före")
    lost.wait(milliseconds: 800)
    lost.failsDrafts = true
    lost.type(" och efter")
    lost.send(.terminal(.hangUp))
    try rescue.write(lost.runner.own(lost.state.unsavedDrafts))
    // What the same desk had kept before is the beginning of it.
    let me = OfficerID(lost.officer.id)
    #expect(try rescue.restore(into: shift.store, of: me, now: shift.clock.now()) == 0)
    #expect(try drafts(shift, lost) == ["Före och efter"])

    try rescue.write(lost.runner.own(lost.state.unsavedDrafts))
    let other = try TestDesk(shift)
    try other.keys("a")
    other.type(" och sedan mer")
    other.wait(milliseconds: 800)
    for _ in 1...2 {
      let written = try String(contentsOfFile: rescue.path, encoding: .utf8)
      #expect(try rescue.restore(into: shift.store, of: me, now: shift.clock.now()) == 1)
      #expect(
        try Set(drafts(shift, lost)) == ["Före och efter", "Före och efter och sedan mer"])
      // As where the machine stopped before the file was erased.
      try PrivateFile.rewrite(rescue.path).write(contentsOf: Data(written.utf8))
    }
    let next = try TestDesk(shift, draftsBeside: 1)
    #expect(next.message.contains("ligger bredvid ett annat utkast: g u"))
    try next.keys("g u")
    #expect(next.screen.contains("Före och efter och sedan mer"))
    try next.keys("j <Enter> <C-s>")
    #expect(next.message.contains("sparat"))
    #expect(try drafts(shift, next).count == 1)
  }

  @Test("a recorded form's draft goes with it, even if the line drops in between")
  func recordedDraft() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    try desk.keys("n")
    desk.type("Helt tips")
    desk.holdsRecords = true
    try desk.keys("<C-s>")
    #expect(try drafts(shift, desk) == ["Helt tips"])
    desk.send(.terminal(.hangUp))
    desk.releaseRecords()
    #expect(try drafts(shift, desk) == [])
    #expect(try shift.store.head().seq == 4)
  }

  @Test("a kept correction does not undo what somebody else corrected meanwhile")
  func correction() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen", place: "Slussen")
    let desk = try TestDesk(shift)
    try desk.keys("<Enter> r")
    desk.type("mer att säga")
    try desk.keys("<Tab> <Tab>")
    desk.type(" sedan i går")
    try desk.keys("<Esc> <Esc>")
    try shift.record(
      "tip.correct", ["place": .text("Medborgarplatsen"), "reason": .text("hördes fel")],
      on: "T4", as: "samira")
    try desk.hearBell()
    try desk.keys("g u <Enter> <C-s>")
    #expect(desk.message.contains("Medborgarplatsen"))
    try desk.keys("<C-s>")
    guard case .tip(let tip)? = try shift.store.subject(Reference(.tip, 4), as: desk.officer) else {
      Issue.record("no tip")
      return
    }
    #expect(tip.report.place == "Medborgarplatsen")
    #expect(tip.report.text == "Pojke sover på perrongen sedan i går")
  }

  @Test("a desk whose officer's access ends closes, and keeps what was typed")
  func accessEnds() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let desk = try TestDesk(shift, as: "olle")
    try desk.keys("a")
    desk.type("Min anteckning")
    try shift.record("officer.deactivate", ["reason": .text("slut")], on: "H2")
    try desk.hearBell()
    #expect(desk.state.isLeaving)
    #expect(desk.state.farewell?.sv.contains("avslutad") == true)
    #expect(try drafts(shift, desk) == ["Min anteckning"])
    #expect(throws: StoreError.self) {
      try shift.store.search(tips: "pojke", as: desk.officer)
    }
  }

  @Test("while a form is being saved it takes no more text, and says so")
  func saving() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    try desk.keys("n")
    desk.type("Helt tips")
    desk.holdsRecords = true
    try desk.keys("<C-s>")
    desk.type("x")
    desk.paste("y")
    #expect(desk.message.contains("Sparar"))
    desk.releaseRecords()
    #expect(desk.message.contains("sparat, T4"))
    let found = try shift.store.search(tips: "tips", as: desk.officer)
    #expect(found.map(\.preview.raw) == ["Helt tips"])
  }

  @Test("a save that the store refuses keeps the form as it was")
  func refused() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let desk = try TestDesk(shift, as: "olle")
    try desk.keys("a")
    desk.type("Min anteckning")
    try shift.record("officer.deactivate", ["reason": .text("slut")], on: "H2")
    try desk.keys("<C-s>")
    #expect(desk.screen.contains("Min anteckning"))
    #expect(!desk.message.contains("sparat, "))
    #expect(try drafts(shift, desk) == ["Min anteckning"])
  }
}

@Suite("Hostile input")
struct HostileInputTests {
  static let hostile: [String] = [
    "\u{1B}[2J\u{1B}]0;pwned\u{07}", "\u{9B}31m\u{90}x\u{9C}", "\u{202E}lanigiro\u{202C}",
    "a\u{200B}b\u{200D}c\u{FEFF}d", "e" + String(repeating: "\u{0301}", count: 60),
    "\r\n\t\u{0B}\u{0C}\u{08}",
    "\u{2066}x\u{2069}\u{E0041}", "\u{FFF9}a\u{FFFA}b\u{FFFB}",
  ]

  @Test("text that attacks the terminal is inert in lists, details, forms and searches")
  func inert() throws {
    let shift = try TestShift()
    for text in Self.hostile { try shift.tip("börjar \(text) slutar", place: text + "plats") }
    let desk = try TestDesk(shift, size: Size(columns: 120, rows: 40))
    func check(_ where: String) {
      for scalar in desk.frame.text().unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(
          category != .control && category != .format && category != .privateUse, "\(`where`)")
      }
    }
    check("list")
    for _ in Self.hostile {
      try desk.keys("<Enter>")
      check("detail")
      try desk.keys("r")
      check("form")
      try desk.keys("<Esc> <Esc> j")
    }
    try desk.keys("/")
    desk.type("börjar")
    check("search")
  }

  @Test("a paste into a list runs nothing and says so")
  func paste() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let desk = try TestDesk(shift)
    let before = try shift.store.head()
    desk.paste("x\u{1B}\n\u{13}QtpsnQ")
    #expect(!desk.state.isLeaving)
    #expect(try shift.store.head() == before)
    #expect(desk.screen.contains("Öppna tips · 1"))
    #expect(!desk.screen.contains("Nytt tips ─"))
  }

  @Test("a paste into a form is text, line breaks and all, and never saves")
  func pasteIntoForm() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    try desk.keys("n")
    desk.paste("rad ett\nrad två\u{13}\u{1B}[A")
    #expect(desk.screen.contains("rad två"))
    #expect(try shift.store.head().seq == 3)
    desk.paste(String(repeating: "å", count: 2_000_000))
    #expect(desk.message.contains("för långt"))
    #expect(desk.screen.contains("rad två"))
  }

  @Test("any keys whatever, in any order, at any size: no trap, and every frame has its size")
  func monkey() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift)
    var random: UInt64 = 42
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    let keys = [
      "j", "k", "n", "<Tab>", "<Enter>", "<Esc>", "g", "G", "s", "p", "t", "a", "r", "b", "x", "o",
      "d", "<C-s>", "<Right>", "<Left>", "<Down>", "<Up>", "<PageDown>", "<PageUp>", "?", ":", "/",
      "å", "z", "m", "<Space>", "<C-x>", "<BS>", "<Home>", "<End>", "u", "h", "1", "<C-l>",
    ]
    for step in 0..<1500 {
      switch next(60) {
      case 0: desk.resize(1 + next(220), 1 + next(70))
      case 1: desk.paste("klistrat\n\(step)")
      case 2: desk.wait(milliseconds: 900)
      case 3: try desk.hearBell()
      case 4:
        desk.send(
          .terminal(
            .mouse(MouseEvent(kind: .press(.left), at: Point(column: next(220), row: next(70))))))
      default: try desk.keys(keys[next(keys.count)])
      }
      if step.isMultiple(of: 5) { #expect(desk.frame.size == desk.state.size) }
      if desk.state.isLeaving { break }
    }
    #expect(try shift.store.verify().fault == nil)
  }
}
