import Demo
import Testing

@testable import Terminal

@Suite("An area is divided without gap or overlap")
struct LayoutTests {
  @Test(
    "Lengths",
    arguments: [
      Example(([.fixed(3), .weight(1)], 10), [3, 7]),
      Example(([.weight(1), .weight(1), .weight(1)], 10), [3, 3, 4]),
      Example(([.weight(1), .weight(3)], 80), [20, 60]),
      Example(([.fraction(0.5), .weight(1)], 81), [41, 40]),
      Example(([.fraction(2), .weight(1)], 10), [10, 0]),
      Example(([.fraction(.nan), .weight(1)], 10), [0, 10]),
      Example(([.minimum(30), .weight(1)], 80), [40, 40]),
      Example(([.minimum(30), .weight(1)], 40), [30, 10]),
      Example(([.minimum(30), .minimum(30)], 40), [30, 10]),
      Example(([.fixed(5), .fixed(5)], 20), [5, 15]),
      Example(([.fixed(5), .fixed(5)], 7), [5, 2]),
      Example(([.fixed(-5), .weight(0)], 7), [0, 7]),
      Example(([.weight(1)], 0), [0]),
      Example(([.weight(1)], -3), [0]),
      Example(([.weight(.max), .weight(.max)], 9), [4, 5]),
    ] as [Example<([Constraint], Int), [Int]>])
  func lengths(example: Example<([Constraint], Int), [Int]>) {
    #expect(Constraint.divide(example.given.1, among: example.given.0) == example.result)
  }

  @Test("The parts of any division are the whole", arguments: 0..<20)
  func cover(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      var count = 0
      let split = Self.split(depth: 4, count: &count, &random)
      let area = Rect(
        column: random.number(in: -3...3), row: random.number(in: -3...3),
        columns: random.number(in: 0...random.element(of: [2, 10, 60])),
        rows: random.number(in: 0...random.element(of: [2, 10, 40])))
      let frames = split.frames(in: area)
      #expect(frames.count == count)
      var owners: [Point: Int] = [:]
      for frame in frames.values {
        #expect(frame.intersection(area) == frame || frame.isEmpty)
        for row in frame.row..<frame.maxRow {
          for column in frame.column..<frame.maxColumn {
            owners[Point(column: column, row: row), default: 0] += 1
          }
        }
      }
      #expect(owners.count == area.columns * area.rows)
      #expect(owners.values.allSatisfy { $0 == 1 })
    }
  }

  @Test("A division without end is left out rather than followed")
  func depth() {
    var split = Split.leaf(0)
    for _ in 0..<100 { split = .row([(.weight(1), split)]) }
    #expect(split.frames(in: Rect(Size(columns: 10, rows: 10))).isEmpty)
  }

  @Test("Of two parts with the same name the first counts")
  func sameName() {
    let split = Split.row([(.weight(1), .leaf("a")), (.weight(1), .leaf("a"))])
    let frames = split.frames(in: Rect(Size(columns: 10, rows: 1)))
    #expect(frames == ["a": Rect(column: 0, row: 0, columns: 5, rows: 1)])
  }

  @Test("Rectangles have no extent that could overflow")
  func rectangles() {
    let all = Rect(column: .min, row: .min, columns: .max, rows: .max)
    #expect(all.intersection(Rect(column: .max, row: 0, columns: .max, rows: 1)).isEmpty)
    #expect(all.inset(columns: .max, rows: .max).isEmpty)
    #expect(Rect(column: 2, row: 2, columns: -1, rows: 3).isEmpty)
    let inner = Rect(column: 0, row: 0, columns: 9, rows: 5).centered(columns: 4, rows: 99)
    #expect(inner == Rect(column: 2, row: 0, columns: 4, rows: 5))
  }

  private static func split(
    depth: Int, count: inout Int, _ random: inout SplitMix64
  ) -> Split<Int> {
    guard depth > 0, random.number(in: 0...3) > 0 else {
      count += 1
      return .leaf(count)
    }
    var parts: [(Constraint, Split<Int>)] = []
    for _ in 0..<random.number(in: 1...4) {
      let constraint: Constraint =
        switch random.number(in: 0...3) {
        case 0: .fixed(random.number(in: -1...30))
        case 1: .fraction(Double(random.number(in: 0...12)) / 10)
        case 2: .weight(random.number(in: 0...5))
        default: .minimum(random.number(in: 0...30))
        }
      parts.append((constraint, split(depth: depth - 1, count: &count, &random)))
    }
    return random.number(in: 0...1) == 0 ? .row(parts) : .column(parts)
  }
}
