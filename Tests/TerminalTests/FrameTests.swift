import Demo
import Testing
import TextSafety

@testable import Terminal

@Suite("A frame holds whole characters, and its changes lead from one to the next")
struct FrameTests {
  @Test("The changes applied to the old frame give the new one", arguments: 0..<20)
  func changes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let size = Size(columns: random.number(in: 1...30), rows: random.number(in: 1...8))
    var old = Frame(size: size)
    for _ in 0..<60 {
      var new = old
      for _ in 0..<random.number(in: 0...4) { Self.scribble(on: &new, &random) }
      Self.expectWhole(new)
      var screen = Self.cells(of: old)
      let changes = new.changes(from: old)
      #expect(Set(changes.map(\.row)).count == changes.count)
      for (row, columns) in changes {
        for column in columns { screen[row][column] = new[column, row] }
        // Neither the old nor the new frame has a wide character across the edge of a change.
        for frame in [old, new] {
          #expect(frame[columns.lowerBound, row].width > 0)
          #expect(
            columns.upperBound == size.columns || frame[columns.upperBound, row].width > 0)
        }
      }
      #expect(screen == Self.cells(of: new))
      #expect(new.changes(from: new).isEmpty)
      old = new
    }
  }

  @Test("A frame of another size is sent whole")
  func otherSize() {
    let frame = Frame(size: Size(columns: 4, rows: 2))
    let changes = frame.changes(from: Frame(size: Size(columns: 3, rows: 2)))
    #expect(changes.map(\.row) == [0, 1])
    #expect(changes.allSatisfy { $0.columns == 0..<4 })
    #expect(Frame(size: Size(columns: 0, rows: 5)).changes(from: frame).isEmpty)
  }

  @Test("Nothing is drawn outside the clip, and only blanks for half a character")
  func clipping() {
    var frame = Frame(size: Size(columns: 8, rows: 2))
    let clip = Rect(column: 2, row: 0, columns: 3, rows: 1)
    frame.put("漢字漢字", at: Point(column: 1, row: 0), style: Style(.text), clip: clip)
    #expect(frame.text() == "   字\n")
    frame.put("hej", at: Point(column: 2, row: 1), style: Style(.text), clip: clip)
    frame.put("hej", at: Point(column: 7, row: 0), style: Style(.text))
    frame.put("hej", at: Point(column: -2, row: 1), style: Style(.text))
    frame.put("hej", at: Point(column: .min, row: .max), style: Style(.text))
    frame.put("hej", at: Point(column: 4, row: 1), width: 2, style: Style(.text))
    #expect(frame.text() == "   字  h\nj   he")
  }

  @Test("Half a wide character that is overwritten takes the other half with it")
  func halves() {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    frame.put("漢字", at: Point(column: 1, row: 0), style: Style(.text))
    frame.put("a", at: Point(column: 2, row: 0), style: Style(.text))
    #expect(frame.text() == "  a字")
    frame.put("漢", at: Point(column: 2, row: 0), style: Style(.text))
    #expect(frame.text() == "  漢")
    frame.put("漢", at: Point(column: 5, row: 0), style: Style(.text))
    #expect(frame.text() == "  漢")
  }

  @Test("A box cuts its texts to its edge")
  func boxes() {
    var frame = Frame(size: Size(columns: 30, rows: 9))
    let style = Style(.border)
    frame.box(
      Rect(column: 0, row: 0, columns: 30, rows: 3), title: "Tips", trailing: "7 nya",
      style: style, titleStyle: style)
    frame.box(
      Rect(column: 0, row: 3, columns: 12, rows: 2), title: "Brådskande tips",
      trailing: "7 nya", style: style, titleStyle: style)
    frame.box(
      Rect(column: 0, row: 5, columns: 4, rows: 2), title: "Tips", style: style,
      titleStyle: style)
    frame.box(
      Rect(column: 0, row: 7, columns: 1, rows: 2), title: "Tips", style: style,
      titleStyle: style)
    #expect(
      frame.text() == """
        ┌ Tips ─────────────── 7 nya ┐
        │                            │
        └────────────────────────────┘
        ┌ Brådska… ┐
        └──────────┘
        ┌──┐
        └──┘


        """)
  }

  @Test("A change of style leaves the text, and is a change")
  func restyling() {
    var frame = Frame(size: Size(columns: 5, rows: 2))
    frame.put("hallå", at: Point(column: 0, row: 1), style: Style(.text))
    let before = frame
    frame.restyle(Rect(column: 1, row: 1, columns: 90, rows: 90)) { _ in Style(.selection) }
    #expect(frame.text() == before.text())
    #expect(frame[0, 1].style == Style(.text) && frame[4, 1].style == Style(.selection))
    #expect(frame.changes(from: before).map(\.columns) == [1..<5])
    #expect(frame[5, 0] == .blank() && frame[-1, 7] == .blank() && frame.rowText(9).isEmpty)
  }

  private static func scribble(on frame: inout Frame, _ random: inout SplitMix64) {
    let role = random.element(of: Role.allCases)
    let point = Point(column: random.number(in: -4...32), row: random.number(in: -1...8))
    let rect = Rect(
      column: point.column, row: point.row, columns: random.number(in: 0...12),
      rows: random.number(in: 0...4))
    switch random.number(in: 0...4) {
    case 0: frame.fill(rect, Style(role), random.element(of: [" ", "─", "漢", "\u{1B}"]))
    case 1: frame.box(rect, title: "Tips", style: Style(role), titleStyle: Style(.title))
    case 2: frame.restyle(rect) { _ in Style(role) }
    default:
      frame.put(
        SafeText(random.words(upTo: 12)), at: point,
        width: random.number(in: 0...1) == 0 ? nil : random.number(in: 0...9), style: Style(role),
        clip: random.number(in: 0...1) == 0 ? nil : rect)
    }
  }

  private static func expectWhole(_ frame: Frame) {
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        switch frame[column, row].width {
        case 0: #expect(column > 0 && frame[column - 1, row].width == 2)
        case 2: #expect(column + 1 < frame.size.columns && frame[column + 1, row].width == 0)
        default: break
        }
      }
    }
  }

  private static func cells(of frame: Frame) -> [[Cell]] {
    (0..<frame.size.rows).map { row in
      (0..<frame.size.columns).map { frame[$0, row] }
    }
  }
}
