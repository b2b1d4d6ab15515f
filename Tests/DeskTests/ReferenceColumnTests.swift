import Casework
import GRDB
import Testing

@testable import Desk
@testable import Terminal

@Suite("References in lists")
struct ReferenceColumnTests {
  /// A night in a store whose journal had come so far before.
  private func shift(after entries: Int64) throws -> TestShift {
    let shift = try TestShift()
    try DatabaseQueue(path: shift.store.path).write {
      try $0.execute(sql: "UPDATE store SET head_seq = ?", arguments: [entries])
    }
    let reference = try shift.girlInCustody()
    try shift.record(
      "handover.draft", ["case": .text("\(reference)"), "district": .text("Skarpnäck")])
    try shift.fill(assessed: "T\(try shift.store.head().seq + 2)")
    return shift
  }

  @Test(
    "a reference of seven digits is never cut, on any screen at any size",
    arguments: ScreensEverywhereTests.sizes)
  func neverCut(columns: Int, rows: Int) throws {
    let shift = try shift(after: 4_861_200)
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    var text = ""
    for name in desk.state.setup.screens.keys.sorted() {
      desk.act { $0.showScreen(name) }
      #expect(desk.screen.firstMatch(of: /[A-ZÅÄÖ]\d+…/) == nil, "\(name)\n\(desk.screen)")
      #expect(desk.frame.cutTexts.isEmpty, "\(name)")
      if ["duty", "triage", "police"].contains(name) { text += "== \(name)\n\(desk.screen)\n" }
    }
    try desk.keys("/ pojk")
    #expect(desk.screen.firstMatch(of: /[A-ZÅÄÖ]\d+…/) == nil, "\(desk.screen)")
    text += "== search\n\(desk.screen)\n"
    try expectFrame(text, "long-references-\(columns)x\(rows)")
  }

  @Test("the column has room for one digit more from the entry that needs it, in every row at once")
  func grows() throws {
    let shift = try TestShift()
    try DatabaseQueue(path: shift.store.path).write {
      try $0.execute(sql: "UPDATE store SET head_seq = 99950")
    }
    for _ in 1...49 { try shift.tip("Ett barn", place: "Slussen") }
    let desk = try TestDesk(shift, size: Size(columns: 120, rows: 24))
    let before = desk.columns(of: "Slussen")
    #expect(before.count == 1)
    try shift.tip("Och ett till", place: "Slussen")
    try desk.hearBell()
    try desk.keys("g g")
    let after = desk.columns(of: "Slussen")
    #expect(desk.screen.contains("T100000") && desk.screen.contains("T99999 "))
    #expect(after == Set(before.map { $0 + 1 }))
    try desk.keys("G")
    #expect(!desk.screen.contains("T100000") && desk.columns(of: "Slussen") == after)
  }
}

extension TestDesk {
  /// The columns of the screen in which a word stands.
  fileprivate func columns(of word: String) -> Set<Int> {
    Set(
      screen.split(separator: "\n").compactMap { line in
        line.firstRange(of: word).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
      })
  }
}
