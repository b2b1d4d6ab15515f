import CaseStore
import Casework
import Terminal
import Testing

@Suite("Counting with one key")
struct CountingTests {
  /// Olle's pass in the middle of the night, and his desk.
  private func onPass() throws -> (TestShift, TestDesk, Reference) {
    let shift = try TestShift()
    let pass = try shift.record(
      "pass.start",
      ["staff": .text("Olle"), "area": .text("City"), "place": .text("Sergels torg")], as: "olle"
    ).reference
    return (shift, try TestDesk(shift, as: "olle"), pass)
  }

  private func pass(_ shift: TestShift, _ reference: Reference) throws -> Pass {
    let olle = try #require(try shift.store.officer(login: "olle"))
    guard case .record(let record)? = try shift.store.subject(reference, as: olle) else {
      throw TestFailure("no pass \(reference)")
    }
    return Pass(record)
  }

  @Test("a burst of keys is counted whole, at the place the pass is at, and the count is told")
  func burst() throws {
    let (shift, desk, reference) = try onPass()
    desk.holdsRecords = true
    try desk.keys(String(repeating: "v ", count: 30) + String(repeating: "c ", count: 10))
    #expect(try pass(shift, reference).sightings.isEmpty)
    desk.releaseRecords()
    let counted = try pass(shift, reference)
    #expect((counted.adults, counted.children) == (30, 10))
    #expect(Set(counted.sightings.map { $0.place?.raw }) == ["Sergels torg"])
    #expect(desk.message.contains("\(reference) Sergels torg: 30 vuxna, 10 barn"))
  }

  @Test("each key keeps the time it was pressed, however late it is recorded")
  func pressedAt() throws {
    let (shift, desk, reference) = try onPass()
    desk.holdsRecords = true
    let pressed = shift.clock.now()
    try desk.keys("c")
    shift.advance(minutes: 9)
    desk.releaseRecords()
    #expect(try pass(shift, reference).sightings.map(\.happenedAt) == [pressed])
  }

  @Test("taking back is a correction: the count falls, and the history tells both")
  func takenBack() throws {
    let (shift, desk, reference) = try onPass()
    try desk.keys("v v c u <Backspace>")
    let counted = try pass(shift, reference)
    #expect((counted.adults, counted.children) == (1, 0))
    #expect(counted.record.entries.map(\.name).suffix(2) == ["corrected", "corrected"])
    #expect(counted.record.has("sighted"))
    try desk.keys("u u")
    #expect(try pass(shift, reference).adults == 0)
    #expect(desk.message.contains("inget att ångra"))
  }

  @Test("two who count in one pass lose nothing to each other")
  func together() throws {
    let (shift, olle, reference) = try onPass()
    let samira = try TestDesk(shift, as: "samira")
    try samira.keys("<Tab>")
    #expect(samira.screen.contains("▸\(reference)"))
    try olle.keys("v c")
    try samira.keys("v c")
    try olle.keys("v")
    let counted = try pass(shift, reference)
    #expect((counted.adults, counted.children) == (3, 2))
  }

  @Test("a selected pass is counted in before one's own; without either the key says what to do")
  func whichPass() throws {
    let (shift, desk, _) = try onPass()
    let samira = try TestDesk(shift, as: "samira")
    let before = try shift.store.head()
    try samira.keys("v")
    #expect(samira.message.contains("inget eget fältpass pågår"))
    #expect(try shift.store.head() == before)
    try shift.record("pass.end", [:], on: "F4", as: "olle")
    try desk.hearBell()
    try desk.keys("c")
    #expect(desk.message.contains("inget eget fältpass pågår"))
  }

  @Test("the particulars of the sighting counted last are asked for by its number")
  func particulars() throws {
    let (shift, desk, reference) = try onPass()
    try desk.keys("v c f d")
    desk.type("flicka 10-12")
    try desk.keys("<C-s>")
    let counted = try pass(shift, reference)
    #expect(counted.sightings.map(\.described.count) == [0, 1])
    #expect(counted.children == 1)
  }

  @Test("what was counted with one key stands together in the field report, for each place")
  func report() throws {
    let (shift, desk, reference) = try onPass()
    try desk.keys("v v c")
    try shift.record("pass.move", ["place": .text("Hötorget")], on: "F4", as: "olle")
    try desk.keys("v v")
    let titles = try pass(shift, reference).fieldReport.map(\.title.sv)
    #expect(
      titles == [
        "Fältrapport", "Barn och vuxna", "Iakttagelse 1–3 (v2–v4)", "Iakttagelse 4–5 (v6–v7)",
      ])
  }
}
