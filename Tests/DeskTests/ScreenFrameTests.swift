import Casework
import Terminal
import Testing

@Suite("Screens")
struct ScreenFrameTests {
  @Test(
    "the duty screen", arguments: [(80, 24), (120, 40), (200, 60)])
  func duty(columns: Int, rows: Int) throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    try expectFrame(desk.screen, "duty-\(columns)x\(rows)")
  }

  @Test("the duty screen in English")
  func english() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: 120, rows: 30), language: .en)
    try expectFrame(desk.screen, "duty-en-120x30")
  }

  @Test(
    "a tip opened, with its history", arguments: [(80, 24), (120, 40), (200, 60)])
  func detail(columns: Int, rows: Int) throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    try desk.keys("/ rulltrapp <Enter>")
    try desk.keys("<Enter>")
    try expectFrame(desk.screen, "detail-\(columns)x\(rows)")
  }

  @Test(
    "the form of a telephone tip, half filled in", arguments: [(80, 24), (120, 40), (200, 60)])
  func form(columns: Int, rows: Int) throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    try desk.keys("n")
    desk.type("Flicka tigger vid rulltrappan, samma som igår")
    try desk.keys("<Tab> <Tab>")
    desk.type("Skanstulls tunnelbana")
    try desk.keys("<Tab>")
    desk.type("igår 21:40")
    desk.wait(milliseconds: 800)
    try expectFrame(desk.screen, "form-\(columns)x\(rows)")
  }

  @Test("help, palette and search")
  func overlays() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: 100, rows: 30))
    try desk.keys("?")
    try expectFrame(desk.screen, "help-100x30")
    try desk.keys("<Esc> :")
    desk.type("skydd")
    try expectFrame(desk.screen, "palette-100x30")
    try desk.keys("<Esc> /")
    desk.type("barn")
    try expectFrame(desk.screen, "search-100x30")
  }

  @Test("officers and drafts")
  func rosters() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: 100, rows: 20))
    try desk.keys("g h")
    try expectFrame(desk.screen, "officers-100x20")
    try desk.keys("g u")
    try expectFrame(desk.screen, "drafts-empty-100x20")
  }

  @Test("a remark on what was saved is read to its end, over the foot of the panes")
  func remark() throws {
    let shift = try TestShift()
    try shift.girlInCustody()
    let desk = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    try desk.keys("/ B4 <Enter> y o <C-s>")
    try expectFrame(desk.screen, "remark-80x24")
    #expect(
      desk.squeezed.contains("OBS: O6 gäller för samma barn")
        && desk.screen.contains("när det har upphört"))
  }

  @Test("a screen too small says so and hears nothing but quitting")
  func tooSmall() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: 20, rows: 5))
    try expectFrame(desk.screen, "too-small-20x5")
    try desk.keys("n x Q")
    #expect(desk.state.isLeaving)
    #expect(try shift.store.head().seq == 13)
  }
}
