import Casework
import Desk
import Terminal
import Testing

@Suite("Figures drawn at the desk")
struct FiguresTests {
  @Test(
    "the screens of case, shift, police and statistics",
    arguments: [(60, 16), (80, 24), (120, 40), (200, 60)])
  func screens(columns: Int, rows: Int) throws {
    let shift = try TestShift()
    try shift.fill()
    try work(shift)
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    for (keys, name) in [("a", "case"), ("e", "shift"), ("p", "police"), ("s", "statistics")] {
      try desk.keys("g \(keys)")
      try expectFrame(desk.screen, "\(name)-\(columns)x\(rows)")
    }
  }

  /// A child, a case, a custody decision, two police reports, a meeting and a shift.
  private func work(_ shift: TestShift) throws {
    let child = try shift.record(
      "person.register",
      ["alias": .text("flicka, röd jacka"), "sex": .text("female"), "estimatedFrom": .number(12)])
    try shift.record(
      "case.open",
      [
        "alias": .text("Slussenflickan"), "purposes": .list([.text("begging"), .text("theft")]),
        "children": .list([.text(child.reference.description)]),
      ])
    for (what, number) in [("rånet", "5000-K123456-26"), ("tiggeriet", nil)] {
      let report = try shift.record("policeReport.draft", ["what": .text(what)]).reference
      try shift.record(
        "policeReport.file",
        [
          "authority": .text("borderPolice"), "offence": .text("trafficking"),
          "secrecyGround": .text("10:21"), "contact": .text("Polis Påhittad"),
        ], on: report.description)
      if let number {
        try shift.record("policeReport.number", ["kNumber": .text(number)], on: report.description)
      }
      shift.advance(minutes: 30)
    }
    try shift.record(
      "meeting.hold", ["parties": .list([.text("borderPolice")]), "agreed": .text("ses i maj")])
    try shift.record(
      "shift.start", ["officer": .text("karin"), "unit": .text("emergency")])
  }

  @Test("the figures on the screen are those of the report")
  func areThoseOfTheReport() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift)
    try desk.keys("g s")
    let period = PeriodLength.month.period(around: Stockholm.civil(shift.clock.now()).date)
    let figures = try shift.store.statistics(period, as: desk.officer).figures
    #expect(figures.table("tipsFromPublic")?.total == .number(7))
    #expect(desk.screen.contains("7 tips; flest på en dag:"))
    #expect(desk.screen.contains("webb"))
    #expect(desk.screen.contains("Tips per dag · nov 2026"))
  }

  @Test("a period is leafed through, and its length chosen")
  func leafing() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift)
    try desk.keys("g s")
    for (keys, title) in [
      ("d", "· sön 22/11 2026"), ("<Left>", "· lör 21/11 2026"), ("v", "· 16/11–22/11 2026"),
      ("<Left>", "· 9/11–15/11 2026"), ("Y", "· 2026"),
      ("<Left>", "· 2025"), ("m", "· dec 2025"),
      ("<Right>", "· jan 2026"),
    ] {
      try desk.keys(keys)
      #expect(desk.screen.contains(title), "\(keys)")
    }
    #expect(desk.screen.contains("Inget i perioden"))
  }

  @Test("new facts are counted when the minute turns, and not before")
  func countsAgain() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift)
    try desk.keys("g s")
    try shift.tip("Pojke tigger", children: 1)
    try desk.hearBell()
    #expect(desk.screen.contains("7 tips; "))
    desk.wait(milliseconds: 60_000)
    #expect(desk.screen.contains("8 tips; "))
  }

  @Test("who may not read figures is told so in the pane")
  func refused() throws {
    let shift = try TestShift()
    try shift.record(
      "officer.register",
      [
        "login": .text("adam"), "name": .text("Adam Påhittad"), "unit": .text("emergency"),
        "roles": .list([.text("administrator")]),
      ])
    let desk = try TestDesk(shift, as: "adam")
    try desk.keys("g s")
    #expect(!desk.screen.contains("tips; "))
    #expect(desk.screen.contains("statistik"))
  }
}
