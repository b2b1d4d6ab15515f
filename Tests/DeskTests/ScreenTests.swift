import Casework
import Desk
import Terminal
import Testing

@Suite("Screens")
struct ScreenTests {
  @Test("every wrong pane is told with its place, and the others are shown")
  func transcripts() throws {
    let names = try ConfigTranscript.files("screen-")
    #expect(names.count >= 7)
    for name in names {
      let transcript = ConfigTranscript.ofScreen(try ConfigTranscript.source(name))
      let expected = try ConfigTranscript.expected(name)
      #expect(transcript == expected, "\(name)")
    }
  }

  @Test("nothing is wrong with the screens that the program brings, one for each that is shown")
  func builtIn() {
    let (screens, diagnostics) = ScreenLoader.load([])
    #expect(diagnostics == [])
    #expect(
      screens.keys.sorted() == [
        "case", "clocks", "drafts", "duty", "news", "officers", "police", "shift", "statistics",
        "tips", "triage",
      ])
    for name in screens.keys {
      #expect(CommandRegistry.command(CommandID(rawValue: "view.\(name)")) != nil, "\(name)")
    }
  }

  @Test("the duty screen has a half for each unit")
  func duty() throws {
    let duty = try #require(ScreenLoader.load([]).screens["duty"])
    guard case .split(.row, let halves) = duty.root else {
      Issue.record("the duty screen is not divided in a row")
      return
    }
    #expect(halves.map(\.0) == [1, 1])
    #expect(
      halves.map { ConfigTranscript.tree($0.1, indent: "").filter { $0.contains(": ") } } == [
        [
          "    outreach-tips: tips “Öppna tips” “Open tips” outreach open urgency",
          "    outreach-passes: passes outreach",
          "    officers: officersPresent ",
        ],
        [
          "    emergency-custody: custody emergency",
          "    emergency-police: policeReports emergency",
          "    emergency-handovers: handovers emergency",
        ],
      ])
  }

  @Test("a screen of the officer's replaces the one of that name, and only that")
  func layers() {
    let mine = "screen: duty\nlayout:\n  pane: a\n  list: drafts\n"
    let (screens, diagnostics) = ScreenLoader.load([ConfigSource(name: "duty.yaml", text: mine)])
    #expect(diagnostics == [])
    let columns = ListRegistry.list("drafts")?.columns.map(\.id) ?? []
    #expect(
      screens["duty"]
        == ScreenSpec(
          name: "duty", title: Phrase(same: "duty"),
          root: .pane(PaneSpec(id: "a", list: "drafts", columns: columns))))
    #expect(screens["tips"] == ScreenLoader.load([]).screens["tips"])
  }

  @Test("rows and columns within each other end somewhere")
  func depth() {
    var layout = "{pane: a, list: tips}"
    for _ in 0..<10 { layout = "{row: [\(layout)]}" }
    let source = ConfigSource(name: "s", text: "screen: deep\nlayout: \(layout)\n")
    let (screens, diagnostics) = ScreenLoader.load([source])
    #expect(screens["deep"] == nil)
    #expect(diagnostics.map { $0.text(.en) }.first == "s:2:1: the screen has no pane left")
    #expect(diagnostics.count == 2)
  }

  @Test("a screen has no more panes than can be seen")
  func count() {
    let panes = (1...40).map { "{pane: p\($0), list: tips}" }.joined(separator: ", ")
    let source = ConfigSource(name: "s", text: "screen: many\nlayout:\n  row: [\(panes)]\n")
    let (screens, diagnostics) = ScreenLoader.load([source])
    #expect(diagnostics.count == 24)
    guard case .split(_, let parts)? = screens["many"]?.root else {
      Issue.record("the screen is not divided")
      return
    }
    #expect(parts.count == 16)
  }

  @Test("every list names its columns once, and none is wider than it may be")
  func lists() {
    for list in ListRegistry.all {
      #expect(Set(list.columns.map(\.id)).count == list.columns.count, "\(list.id)")
      for column in list.columns {
        #expect(column.minimum <= column.ideal && column.minimum > 0, "\(list.id) \(column.id)")
        #expect(column.isFlexible || column.minimum == column.ideal, "\(list.id) \(column.id)")
        #expect(list.column(column.id) == column)
      }
      // What is drawn has no columns.
      #expect(list.columns.isEmpty || list.columns.contains { $0.isFlexible }, "\(list.id)")
    }
  }
}
