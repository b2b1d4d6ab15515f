import Casework
import Testing

@testable import Desk
@testable import Terminal

@Suite("What lies over the screen, at every size")
struct LayerFrameTests {
  /// What is opened, in the order it is looked at.
  static let layers: [(name: String, keys: String)] = [
    ("help", "?"), ("palette", ":"), ("what can be done", "."), ("search", "/ flick"),
    ("a tip", "g j <Enter>"), ("a case", "/ Ä5 <Enter>"), ("a custody decision", "/ O6 <Enter>"),
    ("a handover", "/ Ö12 <Enter>"), ("its drafting", "/ Ö12 <Enter> i"),
    ("a new tip", "n"), ("an assessment", "g j s"), ("a new child", "y b"), ("a new case", "y a"),
    ("a placement", "/ Ä5 <Enter> . p l a c e <Enter>"), ("a sighting in detail", "y f"),
    ("a police report", "y p"), ("the end of a shift", "y s"), ("the handbook", "g r l v u"),
    ("the words", "g o"), ("a question", "n x <C-x>"), ("what a pane shows", "g j W k"),
    ("the cards", ", r"),
  ]

  @Test(
    "every layer as it looks, nothing cut without an ellipsis",
    arguments: ScreensEverywhereTests.sizes)
  func frames(columns: Int, rows: Int) throws {
    let shift = try TestShift()
    let reference = try shift.girlInCustody()
    try shift.record(
      "handover.draft", ["case": .text("\(reference)"), "district": .text("Skarpnäck")])
    try shift.fill(assessed: "T14")
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    var text = ""
    for (name, keys) in Self.layers {
      desk.act { $0.showScreen("duty") }
      try desk.keys(keys)
      desk.wait(milliseconds: 800)
      text += "== \(name)\n\(desk.screen)\n"
      #expect(desk.frame.cutTexts.isEmpty, "\(name): \(desk.frame.cutTexts)")
    }
    try expectFrame(text, "layers-\(columns)x\(rows)")
  }
}
