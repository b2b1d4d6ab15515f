import Casework
import Foundation
import Terminal
import Testing

@testable import Desk

@Suite("Panes changed by hand")
struct PaneTests {
  private func desk() throws -> TestDesk {
    let shift = try TestShift()
    try shift.fill()
    return try TestDesk(shift, size: Size(columns: 120, rows: 40))
  }

  private func rect(_ id: String, _ desk: TestDesk) -> Rect? {
    desk.state.paneRects.first { $0.0 == id }?.1
  }

  @Test("a pane grows and shrinks within its split, and the others give way")
  func resize() throws {
    let desk = try desk()
    let before = try #require(rect("outreach-tips", desk))
    try desk.keys("W +")
    let larger = try #require(rect("outreach-tips", desk))
    #expect(larger.rows > before.rows && larger.columns == before.columns)
    try desk.keys("W - W -")
    let smaller = try #require(rect("outreach-tips", desk))
    #expect(smaller.rows < before.rows)
    for _ in 1...60 { try desk.keys("W -") }
    #expect(desk.message.contains("mer går inte"))
    #expect(desk.state.paneRects.allSatisfy { $0.1.rows >= 3 })
  }

  @Test("a list that has not been read says so, and not that there is nothing in it")
  func unread() throws {
    var state = try desk().state
    _ = state.showScreen("news")
    let before = state.view().text()
    #expect(before.contains("Läser …"))
    #expect(!before.contains("Inget nytt") && !before.contains("olästa"))
    _ = state.showScreen("officers")
    #expect(!state.view().text().contains("Inga handläggare"))
  }

  @Test("a screen that a desk opens with has read what its panes hold whole")
  func opened() throws {
    let desk = try desk()
    desk.act { $0.showScreen("officers") }
    #expect(desk.screen.contains("Samira Tänkt"))
    desk.act { $0.showScreen("news") }
    #expect(!desk.screen.contains("Läser …"))
  }

  @Test("two panes change places, the selection and the focus with them")
  func swap() throws {
    let desk = try desk()
    let before = desk.state.paneOrder
    try desk.keys("j W s")
    #expect(desk.state.paneOrder == [before[1], before[0]] + before.dropFirst(2))
    #expect(desk.state.focus == before[0])
    #expect(desk.screen.contains("│▸○ nytt"))
  }

  @Test("a pane is split, shows its list twice, and is closed again")
  func split() throws {
    let desk = try desk()
    let before = desk.state.paneOrder
    try desk.keys("W b")
    #expect(desk.state.focus == "outreach-tips-2")
    #expect(desk.screen.split(separator: "AKUT").count == 3)
    try desk.keys("W f")
    #expect(desk.message.contains("Visar:"))
    try desk.keys("W x")
    #expect(desk.state.paneOrder == before)
    for _ in before.dropFirst() { try desk.keys("W x") }
    #expect(desk.state.paneOrder.count == 1)
    try desk.keys("W x")
    #expect(desk.message.contains("bara en ruta"))
  }

  @Test("every choice of rows and every order is reached in place, and comes round")
  func rows() throws {
    let desk = try desk()
    try desk.keys("g t")
    let list = try #require(ListRegistry.list("tips"))
    let start = desk.state.focusedPane?.spec.filter ?? list.filters[0].id
    var seen: Set<String> = []
    for _ in list.filters {
      try desk.keys("W f")
      seen.insert(try #require(desk.state.focusedPane?.spec.filter))
    }
    #expect(seen == Set(list.filters.map(\.id)))
    #expect(desk.state.focusedPane?.spec.filter == start)
  }

  @Test("a screen that is saved is read again as it was, by its owner alone")
  func save() throws {
    let shift = try TestShift()
    try shift.fill()
    let own = shift.directory + "/config"
    let desk = try TestDesk(shift, files: OfficerFiles(configuration: own, state: nil))
    try desk.keys("W + W b W f W u W o <Tab> W s W x W w")
    let path = own + "/screens/duty.yaml"
    #expect(desk.message.contains("Skärmen är sparad i \(path)"))
    let configuration = Configuration.load(directories: [own])
    #expect(configuration.diagnostics == [])
    #expect(configuration.screens["duty"] == desk.state.setup.screens["duty"])
    #expect(configuration.screens["duty"] != Configuration.load(directories: []).screens["duty"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: own + "/screens") == ["duty.yaml"])
  }

  @Test("every shipped screen is written and read as it is")
  func everyScreen() throws {
    let shift = try TestShift()
    let files = OfficerFiles(configuration: shift.directory + "/config", state: nil)
    for screen in Configuration.load(directories: []).screens.values {
      #expect(try files.save(screen).sv.contains("sparad"))
    }
  }

  @Test("a screen that can't be written says why, and nothing is left behind")
  func unwritable() throws {
    let shift = try TestShift()
    let file = shift.directory + "/config"
    try Data().write(to: URL(filePath: file))
    let desk = try TestDesk(shift, files: OfficerFiles(configuration: file, state: nil))
    try desk.keys("W w")
    #expect(desk.message.contains("gick inte att skriva"))
    let deep = try TestDesk(
      shift, files: OfficerFiles(configuration: shift.directory + "/own", state: nil))
    for _ in 1...5 { try deep.keys("W b W u") }
    try deep.keys("W w")
    #expect(deep.message.contains("som en fil inte kan säga"))
    #expect(!FileManager.default.fileExists(atPath: shift.directory + "/own"))
  }
}
