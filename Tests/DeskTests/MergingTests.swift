import CaseStore
import Casework
import Terminal
import Testing

@Suite("Rows that come with a change")
struct MergingTests {
  /// Every kind of change to a list: new tips of both urgencies, tips that become urgent, tips that
  /// leave, tips that come back, the officer moving about meanwhile.
  @Test(
    "a list brought up to date by changes is the list that would be read", arguments: 1...3)
  func asIfRead(seed: Int) throws {
    var chance = Chance(state: seed)
    let shift = try TestShift()
    for number in 1...60 {
      try shift.tip("tips \(number)", children: number % 3 == 0 ? 1 : 0)
      shift.advance(minutes: 1)
    }
    let desk = try TestDesk(shift, as: "samira", size: Size(columns: 100, rows: 20))
    for step in 1...40 {
      try change(shift, step, &chance)
      if chance.of(2) == 0 { try desk.hearBell() }
      try desk.keys(["j", "k", "<PageDown>", "<PageUp>", "G", "g g"][chance.of(6)])
      try desk.hearBell()
      let merged = desk.screen
      try desk.keys("<C-l>")
      try #require(merged == desk.screen, "step \(step)")
    }
  }

  private func change(_ shift: TestShift, _ step: Int, _ chance: inout Chance) throws {
    shift.advance(minutes: 1)
    let actions: [(String, [String: FieldValue])] = [
      ("tip.prioritise", ["priority": .text("acute"), "reason": .text("nu")]),
      ("tip.prioritise", ["priority": .text("low"), "reason": .text("sen")]),
      ("tip.assess", ["outcome": .text("noChild"), "ground": .text("vuxen")]),
      ("tip.close", ["reason": .text("noConcern")]), ("tip.reopen", ["reason": .text("mer")]),
    ]
    for _ in 0...chance.of(4) {
      let (action, fields) = actions[chance.of(actions.count)]
      // What the rules refuse changes nothing; it may be tried.
      _ = try? shift.record(action, fields, on: "T\(4 + chance.of(60))")
    }
    if step.isMultiple(of: 3) { try shift.tip("nytt \(step)", acute: step % 2 == 0 ? "nu" : nil) }
  }

  /// The same choices each time.
  private struct Chance {
    var state: Int

    mutating func of(_ count: Int) -> Int {
      state = (state * 1_103_515_245 + 12345) & 0x7FFF_FFFF
      return (state >> 8) % count
    }
  }
}
