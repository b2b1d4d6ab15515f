import Casework
import Testing

@testable import Desk
@testable import Terminal

@Suite("What a pane shows, chosen in place")
struct PaneOverlayTests {
  private func desk(
    _ columns: Int = 120, _ rows: Int = 40, files: OfficerFiles? = nil, keymap: String = "default"
  ) throws -> TestDesk {
    let shift = try TestShift()
    try shift.fill()
    return try TestDesk(
      shift, size: Size(columns: columns, rows: rows),
      configuration: .load(directories: [], keymap: keymap),
      files: files ?? OfficerFiles(configuration: nil, state: nil))
  }

  private func rows(_ desk: TestDesk) -> [String] {
    guard case .tips(let pane)? = desk.state.panes[desk.state.focus] else { return [] }
    return pane.rows.map(\.reference.description)
  }

  @Test("the choices lie beside the pane, each with its mark", arguments: [(80, 24), (120, 40)])
  func frame(columns: Int, rows: Int) throws {
    let desk = try desk(columns, rows)
    try desk.keys("W k j j <Right> <Space>")
    try expectFrame(desk.screen, "pane-columns-\(columns)x\(rows)")
    try desk.keys("<Esc> W v j j <Space> j <Space>")
    try expectFrame(desk.screen, "pane-only-\(columns)x\(rows)")
    #expect(desk.frame.cutTexts.isEmpty)
  }

  @Test("a column is hidden, shown again last, and moved; the last one stays")
  func columns() throws {
    let desk = try desk()
    let before = try #require(desk.state.focusedPane?.spec.columns)
    try desk.keys("W k <Space>")
    #expect(desk.state.focusedPane?.spec.columns == Array(before.dropFirst()))
    try desk.keys("<Space>")
    #expect(desk.state.focusedPane?.spec.columns == Array(before.dropFirst() + before.prefix(1)))
    try desk.keys("<Left>")
    #expect(desk.state.focusedPane?.spec.columns.suffix(2).first == before[0])
    for _ in before { try desk.keys("g g <Space>") }
    #expect(desk.message.contains("en kolumn måste vara kvar"))
    #expect(desk.state.focusedPane?.spec.columns.count == 1)
    try desk.keys("<BS>")
    #expect(desk.state.focusedPane?.spec.columns == before)
    try desk.keys("<Right> <BS>")
    #expect(desk.state.focusedPane?.spec.columns == before)
  }

  @Test("the selected row stays selected when the columns change")
  func selection() throws {
    let desk = try desk()
    try desk.keys("j j")
    let before = desk.state.selectedReference
    try desk.keys("W k <Space> <Esc>")
    #expect(desk.state.selectedReference == before)
  }

  @Test("rows are put in order of a field, and turned")
  func order() throws {
    let desk = try desk()
    try desk.keys("W o")
    #expect(desk.message.contains("Ordning: inkom"))
    #expect(rows(desk) == ["T10", "T9", "T8", "T7", "T6", "T5", "T4"])
    try desk.keys("W r")
    #expect(desk.message.contains("Ordning: inkom, omvänt"))
    #expect(rows(desk) == ["T4", "T5", "T6", "T7", "T8", "T9", "T10"])
    try desk.keys("W o W o")
    #expect(desk.screen.contains("efter plats"))
    #expect(rows(desk) == ["T7", "T5", "T6", "T8", "T10", "T4", "T9"])
  }

  @Test("only rows with the values chosen are shown, and what comes in is held against them")
  func values() throws {
    let desk = try desk()
    try desk.keys("W v <Space>")
    #expect(rows(desk) == ["T7"])
    #expect(desk.screen.contains("Öppna tips · akuta"))
    try desk.keys("<Esc>")
    try desk.shared.tip("Barn på spåret", acute: "tåg kommer")
    try desk.shared.tip("Barn tigger")
    try desk.hearBell()
    #expect(Set(rows(desk)) == ["T7", "T14"])
    try desk.keys("W v <Space> G")
    #expect(rows(desk).count == 9)
  }

  @Test("a saved screen is read as it was chosen", arguments: KeymapLoader.names)
  func saved(keymap: String) throws {
    let shift = try TestShift()
    try shift.fill()
    let own = shift.directory + "/config"
    let desk = try TestDesk(
      shift, configuration: .load(directories: [], keymap: keymap),
      files: OfficerFiles(configuration: own, state: nil))
    try desk.keys("W o W o W r W v j j <Space> j <Space> g g <Space> <Right>")
    try desk.keys(keymap == "emacs" ? "<C-x> <C-s>" : "w")
    #expect(desk.message.contains("Skärmen är sparad i"))
    let read = Configuration.load(directories: [own])
    #expect(read.diagnostics == [])
    #expect(read.screens["duty"] == desk.state.setup.screens["duty"])
    let pane = try #require(read.screens["duty"]?.root.panes.first)
    #expect(pane.isReversed && pane.sort == "priority")
    #expect(pane.only == ["priority": ["acute", "high"]])
    let again = try TestDesk(shift, configuration: read)
    #expect(rows(again) == rows(desk))
  }

  @Test("records are put in order and chosen by how they stand")
  func records() throws {
    let shift = try TestShift()
    for alias in ["flicka, röd jacka", "pojke, grön mössa"] {
      let child = try shift.record("person.register", ["alias": .text(alias)]).reference
      try shift.record(
        "case.open", ["alias": .text(alias), "children": .list([.text("\(child)")])])
      shift.advance(minutes: 5)
    }
    try shift.record("case.close", ["why": .text("noConcern")], on: "Ä5")
    let desk = try TestDesk(shift)
    try desk.keys("g a")
    func cases() -> [String] {
      guard case .records(let pane)? = desk.state.panes["all-cases"] else { return [] }
      return pane.rows.map(\.reference.description)
    }
    let before = cases()
    #expect(Set(before) == ["Ä5", "Ä7"])
    try desk.keys("W r")
    #expect(cases() == before.reversed())
    try desk.keys("W o")
    #expect(cases() == ["Ä7", "Ä5"])
    try desk.keys("W v <Space>")
    #expect(cases() == ["Ä5"])
    #expect(desk.screen.contains("avslutat"))
  }

  @Test("what can't be chosen says why")
  func refusals() throws {
    let desk = try desk()
    try desk.keys("g s W k")
    #expect(desk.message.contains("rutan har inga kolumner"))
    try desk.keys("g s W v")
    #expect(desk.message.contains("inga fält"))
    try desk.keys("g j W k G <Left>")
    #expect(desk.message.contains("bara en kolumn som visas kan flyttas"))
    try desk.keys("? <Esc> W x")
    #expect(desk.state.paneOrder.count == 6)
  }

  @Test("every mistake in what a pane shows is told, and the rest counts")
  func mistakes() {
    let text = """
      screen: mine
      layout:
        pane: a
        list: tips
        reversed: kanske
        only: {priority: [high, acutt], colour: [red], channel: email}
      """
    let read = Configuration.load(directories: []).screens
    let (screens, diagnostics) = ScreenLoader.load([ConfigSource(name: "mine.yaml", text: text)])
    #expect(diagnostics.map { $0.text(.sv) }.count == 3)
    #expect(
      diagnostics.contains { $0.text(.sv).contains("acutt") && $0.text(.sv).contains("acute") })
    let pane = screens["mine"]?.root.panes.first
    #expect(pane?.only == ["priority": ["high"], "channel": ["email"]])
    #expect(pane?.isReversed == false)
    #expect(screens["duty"] == read["duty"])
  }

  @Test("heard line by line: each choice with its mark")
  func linear() throws {
    let shift = try TestShift()
    try shift.fill()
    let spoken = try SpokenDesk(shift)
    try spoken.keys("W k j <Space> G <Space> <Esc>")
    try expectFrame(spoken.transcript, "linear-pane")
  }

  @Test("officers, who is here, drafts and news are put in order and narrowed in place as well")
  func rosters() throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: 120, rows: 30))
    func shown(_ names: [String]) -> [String] {
      let lines = desk.screen.split(separator: "\n").prefix { !$0.contains("Vid jourbordet") }
      return lines.compactMap { line in names.first { line.contains($0) } }
    }
    let officers = ["Karin Påhittad", "Olle Exempelsson", "Samira Tänkt"]
    try desk.keys("g h")
    #expect(shown(officers) == officers)
    try desk.keys("W o W o")
    #expect(desk.screen.contains("efter inloggning"))
    try desk.keys("W r")
    #expect(shown(officers) == officers.reversed())
    try desk.keys("W v <Space> <Esc>")
    #expect(shown(officers) == ["Samira Tänkt", "Olle Exempelsson"])
    // What is selected is what is opened.
    try desk.keys("j <Enter>")
    #expect(desk.screen.contains("Olle Exempelsson") && !desk.screen.contains("Samira Tänkt · "))
    #expect(desk.state.form?.subject == Reference(.officer, 2))
    try desk.keys("<Esc> n x <Esc> / T5 <Enter> a y <Esc> <Esc> g u")
    #expect(shown(["Nytt tips", "Anteckna"]) == ["Anteckna", "Nytt tips"])
    try desk.keys("W r")
    #expect(shown(["Nytt tips", "Anteckna"]) == ["Nytt tips", "Anteckna"])
    try desk.keys("<Enter>")
    #expect(desk.state.form?.spec.id == "tip.receive")
    try desk.keys("<Esc> g n W o")
    #expect(desk.screen.contains("efter senast"))
    try desk.keys("W v j <Space> <Esc>")
    #expect(desk.screen.contains("lästa, efter senast"))
  }
}
