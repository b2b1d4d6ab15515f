import Casework
import Foundation
import Terminal
import Testing

@testable import Desk

@Suite("The tour")
struct TourTests {
  private func files(_ shift: TestShift) -> OfficerFiles {
    OfficerFiles(configuration: nil, state: shift.directory + "/state")
  }

  @Test("begins the first desk, card by card, and has been taken after the last")
  func taken() throws {
    let shift = try TestShift()
    try shift.fill()
    let files = files(shift)
    #expect(!files.isTourDismissed)
    let desk = try TestDesk(
      shift, size: Size(columns: 80, rows: 24), files: files, showsTour: true)
    try expectFrame(desk.screen, "tour-80x24")
    for card in 2...4 {
      try desk.keys("<Enter>")
      #expect(desk.screen.contains("Rundtur \(card)/4"))
    }
    try desk.keys("<Left>")
    #expect(desk.screen.contains("Rundtur 3/4"))
    try desk.keys("<Enter> <Enter>")
    #expect(desk.state.layers.isEmpty && desk.message.contains("inte av sig själv igen"))
    #expect(files.isTourDismissed)
    let mode = try FileManager.default.attributesOfItem(
      atPath: shift.directory + "/state/tour-dismissed")[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test("closed on the way comes again; dismissed for good it does not, but by command")
  func dismissed() throws {
    let shift = try TestShift()
    let files = files(shift)
    let desk = try TestDesk(shift, files: files, showsTour: true)
    try desk.keys("<Esc>")
    #expect(desk.state.layers.isEmpty && !files.isTourDismissed)
    try desk.keys(", r x")
    #expect(desk.state.layers.isEmpty && files.isTourDismissed)
    try desk.keys(", r")
    #expect(desk.screen.contains("Rundtur 1/4"))
  }

  @Test("is not shown by itself where it could not be remembered that it was")
  func homeless() throws {
    #expect(OfficerFiles(configuration: nil, state: nil).isTourDismissed)
    let desk = try TestDesk(try TestShift())
    try desk.keys(", r x")
    #expect(desk.message.contains("sätt HOME"))
  }

  @Test("has the keys as they are bound", arguments: KeymapLoader.names)
  func keys(name: String) throws {
    let own = ConfigSource(name: "own", text: "list:\n  tip.assess: F9\n")
    let keymap = KeymapLoader.load([own], over: name).keymap
    let configuration = Configuration(
      keymap: keymap, screens: Configuration.load(directories: []).screens, settings: Settings(),
      diagnostics: [])
    let desk = try TestDesk(try TestShift(), configuration: configuration)
    let words = desk.state.tourCards.flatMap(\.lines).map(\.sv).joined(separator: " ")
    #expect(words.contains("F9 gör skyddsbedömningen"))
    #expect(words.contains("\(desk.state.keyText("move.down", in: .list)) och "))
    #expect(!words.contains(":view.") && !words.contains(":tip."))
  }

  @Test("has room for every card, whole, on the smallest screen")
  func room() throws {
    let shift = try TestShift()
    for language in Language.allCases {
      let desk = try TestDesk(shift, size: DeskState.smallest, language: language)
      for (index, card) in desk.state.tourCards.enumerated() {
        try desk.keys(index == 0 ? ", r" : "<Enter>")
        let end = try #require(card.lines.last?[language].split(separator: " ").last)
        #expect(desk.screen.contains(end), "\(card.title.sv)")
      }
    }
  }
}
