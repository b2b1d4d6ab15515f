import Demo
import Testing

@testable import Terminal

@Suite("The selection stays with its row, and the window with its first")
struct ListWindowTests {
  @Test("Rows that come above move neither the selection nor what is seen")
  func arrivals() {
    var window = ListWindow<Int>()
    #expect(window.visible([1, 2, 3, 4, 5], height: 3) == 0..<3)
    #expect(window.selection == 1)
    window.move(by: 1, in: [1, 2, 3, 4, 5])
    #expect(window.visible([7, 8, 1, 2, 3, 4, 5], height: 3) == 2..<5)
    #expect(window.selection == 2 && window.selectedIndex == 3)
  }

  @Test("When the selected row goes, the one in its place is selected")
  func departures() {
    var window = ListWindow<Int>()
    _ = window.visible([1, 2, 3], height: 3)
    window.select(2)
    _ = window.visible([1, 2, 3], height: 3)
    _ = window.visible([1, 3], height: 3)
    #expect(window.selection == 3)
    _ = window.visible([1], height: 3)
    #expect(window.selection == 1)
    #expect(window.visible([], height: 3) == 0..<0)
    #expect(window.selection == nil)
    _ = window.visible([4], height: 3)
    #expect(window.selection == 4)
  }

  @Test("Moving stops at the ends, however far it is asked to go")
  func ends() {
    let rows = Array(0..<100)
    var window = ListWindow<Int>()
    _ = window.visible(rows, height: 10)
    window.moveToLast(in: rows)
    #expect(window.visible(rows, height: 10) == 90..<100 && window.selection == 99)
    window.move(by: 1, in: rows)
    window.move(by: .max, in: rows)
    #expect(window.selection == 99)
    window.page(by: -1, height: 10, in: rows)
    #expect(window.selection == 90)
    window.page(by: .min, height: .max, in: rows)
    #expect(window.selection == 0)
    window.move(by: 5, in: [])
    #expect(window.selection == 0)
  }

  @Test("The wheel moves the window, and the selection only at its edge")
  func wheel() {
    let rows = Array(0..<100)
    var window = ListWindow<Int>()
    _ = window.visible(rows, height: 10)
    window.move(by: 5, in: rows)
    window.scroll(by: 3, height: 10, in: rows)
    #expect(window.visible(rows, height: 10) == 3..<13 && window.selection == 5)
    window.scroll(by: 3, height: 10, in: rows)
    #expect(window.visible(rows, height: 10) == 6..<16 && window.selection == 6)
    window.scroll(by: .max, height: 10, in: rows)
    #expect(window.visible(rows, height: 10) == 90..<100 && window.selection == 90)
    window.scroll(by: .min, height: 0, in: rows)
    #expect(window.visible(rows, height: 1) == 0..<1 && window.selection == 0)
  }

  @Test("Whatever comes and goes, the selection is a row that is seen", arguments: 0..<20)
  func random(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var rows: [Int] = []
    var window = ListWindow<Int>()
    for step in 0..<300 {
      let height = random.number(in: 0...8)
      let before = window.selection
      var isMoved = false
      switch random.number(in: 0...6) {
      case 0: rows.insert(step, at: random.number(in: 0...rows.count))
      case 1: if !rows.isEmpty { rows.remove(at: random.number(in: 0...rows.count - 1)) }
      case 2:
        window.move(by: random.number(in: -9...9), in: rows)
        isMoved = true
      case 3:
        window.page(by: random.number(in: -2...2), height: height, in: rows)
        isMoved = true
      case 4:
        window.scroll(by: random.number(in: -9...9), height: height, in: rows)
        isMoved = true
      case 5: rows.shuffle(using: &random)
      default: rows.insert(step, at: 0)
      }
      let seen = window.visible(rows, height: height)
      #expect(seen.count == min(max(1, height), rows.count))
      if let selection = window.selection {
        #expect(rows[seen].contains(selection) && rows[window.selectedIndex] == selection)
      } else {
        #expect(rows.isEmpty)
      }
      if let before, !isMoved, rows.contains(before) { #expect(window.selection == before) }
    }
  }
}
