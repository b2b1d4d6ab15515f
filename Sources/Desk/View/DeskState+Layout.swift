import CaseStore
import Casework
import Terminal

extension DeskState {
  /// What lies between the header and the two lines at the foot.
  var body: Rect {
    Rect(column: 0, row: 1, columns: size.columns, rows: max(0, size.rows - 3))
  }

  /// The panes on the screen and where they are, in reading order.
  var paneRects: [(String, Rect)] {
    guard let screen = setup.screens[screenName] else { return [] }
    if isZoomed { return [(focus, body)] }
    let frames = screen.root.split(isWide: size.columns >= Self.wide).frames(in: body)
    return screen.root.panes.compactMap { pane in frames[pane.id].map { (pane.id, $0) } }
  }

  /// From how many columns a detail has room beside a list.
  static let wide = 120

  /// The panes in reading order.
  var paneOrder: [String] {
    setup.screens[screenName]?.root.panes.map(\.id) ?? []
  }

  /// How many rows of a list a pane shows.
  func listHeight(of id: String) -> Int {
    let rect = paneRects.first { $0.0 == id }?.1
    return max(1, (rect?.rows ?? 3) - 2)
  }

  /// A page is the height less one row that stays in sight.
  var pageHeight: Int {
    switch layers.last {
    case .detail?: max(1, detailRect.rows - 3)
    case .help?, .access?: max(1, overlayRect.rows - 3)
    case .handover(let screen)?: screen.preview == nil ? 5 : max(1, previewHeight - 1)
    case nil: max(1, listHeight(of: focus) - 1)
    default: 5
    }
  }

  /// A detail lies beside the list where there is room for both, else over it.
  var detailRect: Rect {
    guard size.columns >= Self.wide else { return body }
    let columns = size.columns * 11 / 20
    return Rect(
      column: size.columns - columns, row: body.row, columns: columns, rows: body.rows)
  }

  /// Where help, palette and search are drawn.
  var overlayRect: Rect {
    body.centered(
      columns: min(body.columns, max(60, min(100, body.columns - 8))),
      rows: max(10, min(30, body.rows - (body.rows > 24 ? 6 : 0))))
  }

  /// How many results a search shows.
  var searchHeight: Int { max(1, overlayRect.rows - 4) }

  /// Where a form is drawn: on the right of what it is about where there is room.
  var formRect: Rect {
    guard size.columns >= 120 else { return body }
    let columns = min(110, size.columns * 11 / 20)
    return Rect(column: size.columns - columns, row: body.row, columns: columns, rows: body.rows)
  }
}

extension PaneTree {
  /// The tree as a layout of a wide screen or a narrow one.
  func split(isWide: Bool) -> Split<String> {
    switch self {
    case .pane(let pane): return .leaf(pane.id)
    case .split(let axis, let parts):
      let placed = parts.map { (Constraint.weight($0.0), $0.1.split(isWide: isWide)) }
      return axis == .row || (axis == .beside && isWide) ? .row(placed) : .column(placed)
    }
  }
}
