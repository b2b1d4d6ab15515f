import CaseStore
import Casework
import Terminal
import Testing

@Suite("A shift")
struct ShiftTests {
  private func tip(_ shift: TestShift, _ reference: String) throws -> Tip {
    let officer = try #require(try shift.store.officer(login: "karin"))
    guard
      case .tip(let tip)? = try shift.store.subject(
        try #require(Reference(reference)), as: officer)
    else { throw TestFailure("no tip \(reference)") }
    return tip
  }

  @Test("the handover is drafted from what happened, and gives back the tips that are listed")
  func handOver() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift, size: Size(columns: 120, rows: 40))
    try desk.keys("y s <C-s> <Esc>")
    try desk.hearBell()
    #expect(desk.screen.contains("S4 sedan 23.10"))
    let first = try shift.tip("Pojke sover på perrongen", place: "Slussen")
    let second = try shift.tip("Två flickor säljer rosor")
    try desk.hearBell()
    try shift.record("tip.assign", ["officer": .text("karin")], on: "\(first)")
    try shift.record("tip.assign", ["officer": .text("karin")], on: "\(second)")
    shift.advance(minutes: 60)
    try desk.hearBell()
    try desk.keys("e l")
    #expect(desk.screen.contains("Läggs åter i kön"))
    try expectFrame(desk.screen, "shift-note-120x40")
    desk.resize(80, 24)
    try expectFrame(desk.screen, "shift-note-80x24")
    try desk.keys("<C-s>")
    #expect(desk.message.contains("sparat, S4"))
    #expect(try tip(shift, "\(first)").assignee == nil)
    #expect(try tip(shift, "\(second)").assignee == nil)
    #expect(try shift.store.verify().fault == nil)
  }

  @Test("a note half written when the line drops is there on another terminal")
  func droppedLine() throws {
    let shift = try TestShift()
    var desk: TestDesk? = try TestDesk(shift)
    try desk?.keys("y s <C-s> <Esc>")
    try desk?.hearBell()
    try shift.tip("Pojke sover på perrongen")
    try desk?.keys("e l")
    desk?.type("Ring Slussen kl 06. ")
    desk?.send(.terminal(.hangUp))
    desk = nil
    let other = try TestDesk(shift, size: Size(columns: 100, rows: 30))
    try other.keys("g u <Enter>")
    #expect(other.screen.contains("Ring Slussen kl 06."))
    #expect(other.screen.contains("Pojke sover på perrongen"))
    try other.keys("<C-s>")
    #expect(other.message.contains("sparat, S4"))
  }

  @Test("the next shift sees a note that nobody has acknowledged before anything else")
  func acknowledge() throws {
    let shift = try TestShift()
    try shift.record(
      "officer.register",
      [
        "login": .text("nadja"), "name": .text("Nadja Nästapass"), "unit": .text("emergency"),
        "roles": .list([.text("dutyOfficer")]),
      ])
    try shift.record("shift.start", ["officer": .text("karin"), "unit": .text("emergency")])
    try shift.record("shift.handOver", ["note": .text("Ring Slussen kl 06.")], on: "S5")
    let olle = try TestDesk(shift, as: "olle")
    #expect(!olle.screen.contains("Ring Slussen"))
    let nadja = try TestDesk(shift, as: "nadja", size: Size(columns: 80, rows: 24))
    #expect(nadja.screen.contains("Ring Slussen kl 06."))
    #expect(nadja.message.contains("kvittera"))
    try expectFrame(nadja.screen, "shift-waiting-80x24")
    try nadja.keys("e k <C-s>")
    let again = try TestDesk(shift, as: "nadja")
    #expect(!again.screen.contains("Ring Slussen kl 06."))
  }

  @Test("an open desk is told of a shift that is handed over, and of the key that takes it over")
  func handedOverMeanwhile() throws {
    let shift = try TestShift()
    try shift.record(
      "officer.register",
      [
        "login": .text("nadja"), "name": .text("Nadja Nästapass"), "unit": .text("emergency"),
        "roles": .list([.text("dutyOfficer")]),
      ])
    try shift.record("shift.start", ["officer": .text("karin"), "unit": .text("emergency")])
    let nadja = try TestDesk(shift, as: "nadja", size: Size(columns: 80, rows: 24))
    try nadja.keys("e k")
    #expect(nadja.message.contains("inget pass väntar"))
    try nadja.keys("n")
    nadja.type("Halvt tips")
    try shift.record("shift.handOver", ["note": .text("Ring Slussen kl 06.")], on: "S5")
    try nadja.hearBell()
    #expect(nadja.message.contains("Pass S5 är överlämnat till er: e k"))
    #expect(nadja.screen.contains("Halvt tips"))
    try nadja.keys("<Esc> e k")
    #expect(nadja.screen.contains("Ring Slussen kl 06."))
    try nadja.keys("e k <C-s>")
    #expect(nadja.message.contains("sparat, S5"))
    try nadja.hearBell()
    try nadja.keys("<Esc> e k")
    #expect(nadja.message.contains("inget pass väntar"))
  }

  @Test("what others did since my last shift, by unit, with what I have read")
  func news() throws {
    let shift = try TestShift()
    try shift.record("shift.start", ["officer": .text("karin"), "unit": .text("emergency")])
    let old = try shift.tip("Före passets slut")
    try shift.record("shift.handOver", ["note": .text("Lugnt.")], on: "S4")
    shift.advance(minutes: 600)
    let new = try shift.tip("Pojke sover på perrongen")
    try shift.record("tip.assign", ["officer": .text("olle")], on: "\(new)", as: "samira")
    try shift.record("tip.note", ["text": .text("eget")], on: "\(old)")
    for (columns, rows) in [(80, 24), (120, 40)] {
      let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
      try desk.keys("g n")
      try expectFrame(desk.screen, "news-\(columns)x\(rows)")
    }
    let desk = try TestDesk(shift)
    try desk.keys("g n")
    #expect(desk.screen.contains("1 olästa"))
    #expect(!desk.screen.contains("Före passets slut"))
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("\(new) · "))
    try desk.keys("<Esc>")
    #expect(!desk.screen.contains("1 olästa"))
    // The mark is the officer's own, and holds until something more happens.
    let later = try TestDesk(shift)
    try later.keys("g n")
    #expect(!later.screen.contains("1 olästa"))
    try shift.record("tip.note", ["text": .text("sedd igen")], on: "\(new)", as: "samira")
    try later.hearBell()
    #expect(later.screen.contains("1 olästa"))
    try later.keys("K")
    #expect(!later.screen.contains("1 olästa"))
  }
}
