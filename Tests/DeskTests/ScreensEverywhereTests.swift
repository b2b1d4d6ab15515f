import Casework
import Testing
import TextSafety

@testable import Desk
@testable import Terminal

@Suite("Every screen at every size")
struct ScreensEverywhereTests {
  static let sizes = [(60, 16), (80, 24), (120, 40), (200, 60)]

  /// Opens each thing that can lie over the screen and says what it is called.
  private static let overlays: [(name: String, keys: String)] = [
    ("the list alone", ""), ("a tip", "g j <Enter>"), ("help", "?"), ("the palette", ":"),
    ("the search", "/ barn"), ("what can be done", "."), ("a new tip", "n hej"),
    ("an assessment", "g j s"), ("a question", "n hej <C-x>"), ("a new case", "y a"),
    ("a custody decision", "y o"), ("a police report", "y p"), ("a handover", "y l"),
    ("the tour", ", r"),
  ]

  @Test("the panes fill the screen, none over another", arguments: sizes)
  func panes(columns: Int, rows: Int) throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    for name in desk.state.setup.screens.keys.sorted() {
      desk.show(name)
      let rects = desk.state.paneRects.map(\.1)
      let area = desk.state.body
      #expect(rects.reduce(0) { $0 + $1.columns * $1.rows } == area.columns * area.rows, "\(name)")
      for (index, rect) in rects.enumerated() {
        #expect(rect.intersection(area) == rect)
        #expect(rects[..<index].allSatisfy { $0.intersection(rect).isEmpty }, "\(name)")
        expectWholeBorder(rect, in: desk.frame, "\(name) \(columns)×\(rows)")
      }
    }
  }

  @Test("nothing is cut without an ellipsis, on any screen, under any layer", arguments: sizes)
  func nothingIsCut(columns: Int, rows: Int) throws {
    let shift = try TestShift()
    try shift.fill()
    for language in Language.allCases {
      let desk = try TestDesk(
        shift, size: Size(columns: columns, rows: rows), language: language)
      for screen in desk.state.setup.screens.keys.sorted() {
        for (name, keys) in Self.overlays {
          desk.show(screen)
          try desk.keys(keys.isEmpty ? "<C-l>" : keys)
          let cut = desk.frame.cutTexts
          #expect(cut.isEmpty, "\(screen), \(name), \(columns)×\(rows): \(cut)")
        }
      }
    }
  }

  @Test("every screen as it looks", arguments: sizes)
  func frames(columns: Int, rows: Int) throws {
    let shift = try TestShift()
    try shift.fill()
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    var text = ""
    for name in desk.state.setup.screens.keys.sorted() {
      desk.show(name)
      text += "== \(name)\n\(desk.screen)\n"
    }
    try expectFrame(text, "screens-\(columns)x\(rows)")
  }

  private func expectWholeBorder(_ rect: Rect, in frame: Frame, _ name: String) {
    let right = rect.maxColumn - 1
    let bottom = rect.maxRow - 1
    #expect(
      frame[rect.column, rect.row].text == "┌" && frame[right, rect.row].text == "┐", "\(name)")
    #expect(frame[rect.column, bottom].text == "└" && frame[right, bottom].text == "┘", "\(name)")
    for row in rect.row + 1..<bottom {
      #expect(frame[rect.column, row].text == "│" && frame[right, row].text == "│", "\(name)")
    }
    for column in rect.column + 1..<right {
      #expect(frame[column, bottom].text == "─", "\(name)")
    }
  }
}

extension TestDesk {
  /// Leaves whatever is open and shows a screen.
  fileprivate func show(_ name: String) {
    act { $0.showScreen(name) }
  }
}
