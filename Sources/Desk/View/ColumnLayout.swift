import Casework
import Terminal
import TextSafety

/// Where the columns of a list stand: each its ideal width, what is left goes to the flexible
/// ones, the first first, and the last that do not fit are left out whole.
struct ColumnLayout {
  struct Column {
    let id: String
    let offset: Int
    let width: Int
    let isRight: Bool
  }

  let columns: [Column]

  /// The digits of a reference for which the columns have room as they are.
  private static let usualDigits = 5

  /// The columns for references of so many digits: the same for every row, so that none moves while
  /// one scrolls.
  init(_ ids: [String], list: String, width: Int, digits: Int) {
    var shown = ids.compactMap { id in ListRegistry.list(list)?.column(id) }
    let more = max(0, digits - Self.usualDigits)
    func ideal(_ spec: ColumnSpec) -> Int { spec.ideal + (spec.holdsReference ? more : 0) }
    func needed(_ specs: [ColumnSpec]) -> Int {
      specs.reduce(0) { $0 + ($1.isFlexible ? $1.minimum : ideal($1)) } + max(0, specs.count - 1)
    }
    // They stand in the order of their weight, but for the text, which is what the row is about.
    while needed(shown) > width, shown.count > 1 {
      let victim = shown.indices.dropFirst().last { shown[$0].id != "text" } ?? shown.count - 1
      // The text is rather cut short than left out.
      if shown.count == 2, shown[victim].isFlexible, ideal(shown[0]) + 8 < width { break }
      shown.remove(at: victim)
    }
    var spare = max(0, width - needed(shown))
    var widths = shown.map { $0.isFlexible ? $0.minimum : min(ideal($0), width) }
    let excess = needed(shown) - width
    if excess > 0, shown.count == 2 { widths[1] -= excess }
    // A flexible column is first brought to its ideal; the one that holds most takes the rest.
    for index in shown.indices where shown[index].isFlexible {
      let more = min(spare, max(0, shown[index].ideal - widths[index]))
      widths[index] += more
      spare -= more
    }
    let flexible = shown.indices.filter { shown[$0].isFlexible }
    if let most = flexible.max(by: { shown[$0].ideal <= shown[$1].ideal }) { widths[most] += spare }
    var offset = 0
    var columns: [Column] = []
    for (spec, width) in zip(shown, widths) {
      columns.append(
        Column(id: spec.id, offset: offset, width: width, isRight: spec.alignment == .right))
      offset += width + 1
    }
    self.columns = columns
  }

  /// Puts the cells of a row. Text that is cut short goes on over the columns after it that have
  /// nothing to say in this row.
  func put(
    _ cells: [(text: SafeText, style: Style)], at origin: Point, into frame: inout Frame
  ) {
    for (index, column) in columns.enumerated() {
      let next = cells.indices.first { $0 > index && !cells[$0].text.isEmpty }
      let end = next.map { columns[$0].offset - 1 } ?? columns.last.map { $0.offset + $0.width }
      let wide = Column(
        id: column.id, offset: column.offset, width: (end ?? 0) - column.offset, isRight: false)
      let isEmpty = cells[index].text.isEmpty
      guard !isEmpty else { continue }
      put(
        cells[index].text, column.isRight ? column : wide, at: origin, style: cells[index].style,
        into: &frame)
    }
  }

  func put(
    _ text: SafeText, _ column: Column, at origin: Point, style: Style, into frame: inout Frame
  ) {
    let shown = Width.truncated(text, to: column.width)
    let shift = column.isRight ? column.width - Width.of(shown) : 0
    frame.put(
      shown, at: Point(column: origin.column + column.offset + shift, row: origin.row),
      width: column.width, style: style)
  }
}
