import CaseStore
import Casework
import Foundation
import Terminal
import Testing

@testable import Desk

@Suite("Two officers on one store")
struct TwoOfficersTests {
  @Test("the second is told who did what, keeps what was typed, and can apply it again")
  func conflict() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen", place: "Slussen")
    let samira = try TestDesk(shift, as: "samira")
    let karin = try TestDesk(shift, as: "karin")
    try karin.keys("p <Right> <Right> <Tab>")
    karin.type("Karins skäl")
    try samira.keys("p <Right> <C-s>")
    try karin.keys("<C-s>")
    #expect(karin.message.contains("T4 ändrades under tiden"))
    #expect(karin.message.contains("Samira Tänkt: Prioriterad"))
    #expect(karin.screen.contains("Karins skäl"))
    #expect(karin.screen.contains("Allt du skrev är"))
    #expect(try shift.store.head().seq == 5)
    try karin.keys("<C-s>")
    #expect(karin.message.contains("sparat, T4"))
    let history = try shift.store.history(
      of: Reference(.tip, 4), as: karin.officer)
    #expect(history.map(\.officerName.raw) == ["Karin Påhittad", "Samira Tänkt", "Samira Tänkt"])
  }

  @Test("a change under an open form is told at once, not only at the saving")
  func notice() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let samira = try TestDesk(shift, as: "samira")
    let karin = try TestDesk(shift, as: "karin")
    try karin.keys("a")
    karin.type("halv")
    try samira.keys("t")
    try karin.hearBell()
    #expect(karin.message.contains("ändrade nyss T4"))
    #expect(karin.screen.contains("halv"))
  }

  @Test("each sees the other at the desk, and what the other is doing")
  func presence() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let samira = try TestDesk(shift, as: "samira", size: Size(columns: 200, rows: 40))
    let karin = try TestDesk(shift, as: "karin")
    try karin.keys("<Enter> a")
    karin.type("x")
    karin.wait(milliseconds: 800)
    try samira.hearBell()
    #expect(samira.screen.contains("Karin Påhittad"))
    #expect(samira.screen.contains("T4"))
  }

  @Test("a child who is protected at one desk is named at no other, whatever that one shows")
  func protected() throws {
    let shift = try TestShift()
    let about = try shift.girlInCustody()
    try shift.record(
      "policeReport.draft", ["what": .text("flicka, röd jacka"), "case": .text("\(about)")])
    try shift.record(
      "handover.draft",
      [
        "case": .text("\(about)"), "district": .text("Skarpnäck"),
        "risks": .text("Flicka, röd jacka kan försvinna"),
      ])
    let size = Size(columns: 200, rows: 60)
    let names = try TestDesk(shift, size: size).state.setup.screens.keys.sorted()
    let places: [(screen: String, keys: String)] =
      names.map { (screen: $0, keys: "") } + [
        ("duty", "/ röd"), ("duty", "/ Ä5 <Enter>"), ("duty", "/ O6 <Enter>"),
        ("duty", "/ A12 <Enter>"), ("duty", "/ Ö13 <Enter>"), ("duty", "/ B4 <Enter>"),
        ("duty", "/ Ö13 <Enter> i j j j j j j j j j j j"), ("duty", "/ Ö13 <Enter> i <C-p>"),
      ]
    let desks = try places.map { place in
      let desk = try TestDesk(shift, size: size)
      desk.act { $0.showScreen(place.screen) }
      try desk.keys(place.keys)
      return desk
    }
    let naming = desks.filter { $0.screen.localizedCaseInsensitiveContains("röd jacka") }
    #expect(naming.count >= 9, "\(naming.count) name the child before")
    let other = try TestDesk(shift)
    try other.keys("/ B4 <Enter> . s k y d d a <Enter> <Right> <C-s>")
    #expect(other.message.contains("sparat"), "\(other.screen)")
    for (desk, place) in zip(desks, places) {
      try desk.hearBell()
      #expect(
        !desk.screen.localizedCaseInsensitiveContains("röd jacka"), "\(place)\n\(desk.screen)")
    }
  }
}

@Suite("What arrives")
struct ArrivalTests {
  private func filled(_ count: Int) throws -> (TestShift, TestDesk) {
    let shift = try TestShift()
    for number in 1...count {
      try shift.tip("tips nummer \(number)")
      shift.advance(minutes: 1)
    }
    return (shift, try TestDesk(shift, size: Size(columns: 120, rows: 30)))
  }

  private func selected(_ desk: TestDesk) -> String {
    desk.screen.split(separator: "\n").first { $0.hasPrefix("│▸") }.map(String.init) ?? ""
  }

  @Test("the list follows while the officer stands at its top")
  func follows() throws {
    let (shift, desk) = try filled(3)
    try shift.tip("alldeles nytt", acute: nil)
    try desk.hearBell()
    #expect(desk.screen.contains("alldeles nytt"))
    #expect(!desk.screen.contains("↑"))
    #expect(selected(desk).contains("tips nummer 3"))
  }

  @Test("rows never move under the cursor: what came above is counted, and a key goes there")
  func stays() throws {
    let (shift, desk) = try filled(40)
    try desk.keys("<PageDown>")
    let before = desk.screen.split(separator: "\n").firstIndex { $0.hasPrefix("│▸") }
    let row = selected(desk)
    for number in 1...3 { try shift.tip("nytt \(number)") }
    try desk.hearBell()
    #expect(desk.screen.contains("3 nya ↑"))
    #expect(selected(desk).prefix(40).hasSuffix(row.prefix(40).suffix(10)))
    #expect(desk.screen.split(separator: "\n").firstIndex { $0.hasPrefix("│▸") } == before)
    try desk.keys("g g")
    #expect(!desk.screen.contains("nya ↑"))
    #expect(selected(desk).contains("nytt 3"))
  }

  @Test("an acute tip rings once, glows until it is looked at, and is counted in the title")
  func acute() throws {
    let (shift, desk) = try filled(3)
    try shift.tip("hotas på perrongen", acute: "just nu")
    try desk.hearBell()
    let first = desk.frame
    #expect(first.bell)
    #expect(first.title?.string.hasPrefix("(1) ") == true)
    #expect(desk.screen.contains("│●▲ AKUT"))
    #expect(!desk.frame.bell)
    #expect(desk.message.contains("Akut tips: T7"))
    try desk.keys("k")
    #expect(desk.frame.title?.string.hasPrefix("Samjour") == true)
    #expect(!desk.screen.contains("│●"))
  }

  @Test(
    "in quiet hours an acute tip glows and does not ring",
    arguments: [("22.00–06.00", false), ("22-23:59", false), ("00.15-6", true), ("no", true)])
  func quiet(hours: String, rings: Bool) throws {
    let shift = try TestShift()
    let source = ConfigSource(name: "c", text: "quietHours: \(hours)\n")
    let (settings, diagnostics) = SettingsLoader.load([source])
    #expect(diagnostics.isEmpty)
    // The clock shows 23.10 in Stockholm.
    let desk = try TestDesk(shift, settings: settings)
    try shift.tip("hotas på perrongen", acute: "just nu")
    try desk.hearBell()
    let frame = desk.frame
    #expect(frame.bell == rings)
    #expect(frame.title?.string.hasPrefix("(1) ") == true)
  }

  @Test("a selected tip that somebody else takes out of the list leaves no other in its place")
  func takenAway() throws {
    let (shift, desk) = try filled(5)
    try desk.keys("j j")
    #expect(selected(desk).contains("tips nummer 3"))
    try shift.record(
      "tip.assess", ["outcome": .text("noChild"), "ground": .text("vuxen")], on: "T6")
    try shift.record("tip.close", ["reason": .text("noConcern")], on: "T6")
    try desk.hearBell()
    #expect(selected(desk) == "")
    #expect(desk.message.contains("T6 lämnade listan"))
    let before = try shift.store.head()
    try desk.keys("t")
    #expect(desk.message.contains("välj ett tips först"))
    #expect(try shift.store.head() == before)
    try shift.tip("ännu ett")
    try desk.hearBell()
    #expect(selected(desk) == "")
    try desk.keys("j")
    #expect(selected(desk).contains("tips nummer 2"))
  }

  @Test("that the officer once acted on a tip gives no other its place when somebody closes it")
  func takenAwayLater() throws {
    let (shift, desk) = try filled(5)
    try desk.keys("j j t")
    try desk.hearBell()
    try shift.record(
      "tip.assess", ["outcome": .text("noChild"), "ground": .text("vuxen")], on: "T6",
      as: "samira")
    try shift.record("tip.close", ["reason": .text("noConcern")], on: "T6", as: "samira")
    try desk.hearBell()
    #expect(selected(desk) == "")
    #expect(desk.message.contains("T6 lämnade listan"))
  }

  @Test("a tip that the officer closes hands the selection to its neighbour")
  func closesOwn() throws {
    let (shift, desk) = try filled(5)
    try shift.record(
      "tip.assess", ["outcome": .text("noChild"), "ground": .text("vuxen")], on: "T6")
    try desk.hearBell()
    try desk.keys("j j x <Right> <C-s>")
    try desk.hearBell()
    #expect(selected(desk).contains("tips nummer 2"))
  }
}
