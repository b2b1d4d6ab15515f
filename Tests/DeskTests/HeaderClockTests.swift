import CaseStore
import Casework
import Terminal
import Testing

@Suite("The clock in the header")
struct HeaderClockTests {
  private func header(_ desk: TestDesk) -> String {
    String(desk.screen.prefix { $0 != "\n" })
  }

  private func custody(_ shift: TestShift) throws -> String {
    let custody = try shift.record(
      "custody.prepare", ["who": .text("pojke, keps"), "age": .number(15)]
    ).reference.description
    try shift.record(
      "custody.decide",
      ["decider": .text("Olga Påhittad"), "capacity": .text("board"), "given": .text("meeting")],
      on: custody)
    return custody
  }

  @Test("changes when somebody starts or stops a clock, and when the minute turns")
  func live() throws {
    let shift = try TestShift()
    let desk = try TestDesk(shift)
    #expect(!header(desk).contains("◔"))
    let custody = try custody(shift)
    try desk.hearBell()
    #expect(
      header(desk).contains("◔ \(custody) till rätten säkrast fre 27/11"))
    let tip = try shift.tip("Pojke sover på perrongen")
    try desk.hearBell()
    #expect(header(desk).contains("\(tip) skyddsbedömning"))
    #expect(header(desk).contains("1 t kvar"))
    desk.wait(milliseconds: 5 * 60_000)
    #expect(header(desk).contains("△ \(tip) skyddsbedömning"))
    #expect(header(desk).contains("55 min kvar"))
    desk.wait(milliseconds: 60 * 60_000)
    #expect(header(desk).contains("\(custody) till rätten"))
  }

  @Test("tells by colour, glyph and word how much it presses, in hours and minutes on its day")
  func pressure() throws {
    let shift = try TestShift()
    let custody = try custody(shift)
    let desk = try TestDesk(shift, size: Size(columns: 160, rows: 40))
    let day: Int64 = 24 * 3_600_000
    // Saturday 23.10 and six days: Friday, the safe day.
    desk.wait(milliseconds: 6 * day)
    #expect(header(desk).contains("△ \(custody) handlingarna till förvaltningsrätten"))
    #expect(header(desk).contains("SÄKRAST I DAG, 50 min"))
    desk.wait(milliseconds: day)
    #expect(header(desk).contains("▲ \(custody)"))
    #expect(header(desk).contains("SENAST mån 30/11"))
    desk.wait(milliseconds: 2 * day)
    #expect(header(desk).contains("SENAST I DAG, 50 min"))
    desk.wait(milliseconds: day)
    #expect(!header(desk).contains(custody))
  }

  @Test(
    "shows the reference, the act and the time also in eighty columns, and nothing not permitted")
  func narrow() throws {
    let shift = try TestShift()
    let custody = try custody(shift)
    let karin = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    #expect(header(karin).contains("◔ \(custody) till rätten säkrast fre 27/11"))
    let olle = try TestDesk(shift, as: "olle", size: Size(columns: 80, rows: 24))
    #expect(!header(olle).contains(custody))
  }
}
