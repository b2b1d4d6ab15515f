import CaseStore
import Casework
import Synchronization
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
    return screen.places.of(
      screen,
      in: PanePlaces.Room(
        body: body, isWide: size.columns >= Self.wide, isStacked: setup.isLinear))
  }

  /// From how many columns a detail has room beside a list.
  static let wide = 120

  /// The panes in reading order.
  var paneOrder: [String] {
    setup.screens[screenName]?.panes.map(\.id) ?? []
  }

  /// How many rows of a list a pane shows.
  func listHeight(of id: String) -> Int { listHeights[id] ?? 1 }

  /// How many rows each pane on the screen shows of its list.
  var listHeights: [String: Int] {
    Dictionary(
      paneRects.map { ($0.0, max(1, $0.1.rows - 2)) }, uniquingKeysWith: { first, _ in first })
  }

  /// A page is the height less one row that stays in sight.
  var pageHeight: Int {
    switch layers.last {
    case .detail?: max(1, detailRect.rows - 3)
    case .help?, .access?: max(1, overlayRect.rows - 3)
    case .handover(let screen)?: screen.preview == nil ? 5 : max(1, previewHeight - 1)
    case .handbook?: max(1, handbookLayout.text.rows - 1)
    case nil: max(1, listHeight(of: focus) - 1)
    default: 5
    }
  }

  /// A detail lies beside the list where there is room for both, else over it.
  var detailRect: Rect {
    guard size.columns >= Self.wide, !setup.isLinear else { return body }
    let columns = size.columns * 11 / 20
    return Rect(
      column: size.columns - columns, row: body.row, columns: columns, rows: body.rows)
  }

  /// Where help, palette and search are drawn.
  var overlayRect: Rect {
    guard !setup.isLinear else { return body }
    return body.centered(
      columns: min(body.columns, max(60, min(100, body.columns - 8))),
      rows: max(10, min(30, body.rows - (body.rows > 24 ? 6 : 0))))
  }

  /// How many results a search shows.
  var searchHeight: Int { max(1, overlayRect.rows - 4) }

  /// Where a form is drawn: on the right of what it is about where there is room.
  var formRect: Rect {
    guard size.columns >= 120, !setup.isLinear else { return body }
    let columns = min(110, size.columns * 11 / 20)
    return Rect(column: size.columns - columns, row: body.row, columns: columns, rows: body.rows)
  }
}

/// Where the panes of a screen are, worked out anew only when the room for them changes. Any thread.
final class PanePlaces: Sendable {
  /// What the places depend on, besides the screen.
  struct Room: Hashable {
    let body: Rect
    let isWide: Bool
    /// One under the other, so that each row is a line for who listens.
    let isStacked: Bool
  }

  private let known = Mutex<(room: Room, places: [(String, Rect)])?>(nil)

  /// The places of the panes of the one screen that these are of, in reading order.
  func of(_ screen: ScreenSpec, in room: Room) -> [(String, Rect)] {
    if let known = known.withLock(\.self), known.room == room { return known.places }
    let split =
      room.isStacked
      ? Split.column(screen.panes.map { (.weight(1), .leaf($0.id)) })
      : screen.root.split(isWide: room.isWide)
    let frames = split.frames(in: room.body)
    let places = screen.panes.compactMap { pane in frames[pane.id].map { (pane.id, $0) } }
    known.withLock { $0 = (room, places) }
    return places
  }
}

extension PaneTree {
  /// The tree as a layout of a wide screen or a narrow one.
  func split(isWide: Bool) -> Split<String> {
    switch self {
    case .pane(let pane): return .leaf(pane.id)
    case .split(let axis, let parts):
      let isRow = axis == .row || (axis == .beside && isWide)
      let placed = parts.map { weight, part in
        let least = part.least(isWide: isWide)
        return (
          Constraint.share(weight, atLeast: isRow ? least.columns : least.rows),
          part.split(isWide: isWide)
        )
      }
      return isRow ? .row(placed) : .column(placed)
    }
  }

  /// What is needed to draw all of its panes: each a border and a row of ten.
  private func least(isWide: Bool) -> Size {
    switch self {
    case .pane: return Size(columns: 12, rows: 3)
    case .split(let axis, let parts):
      let sizes = parts.map { $0.1.least(isWide: isWide) }
      let columns = sizes.map(\.columns)
      let rows = sizes.map(\.rows)
      return axis == .row || (axis == .beside && isWide)
        ? Size(columns: columns.reduce(0, +), rows: rows.max() ?? 0)
        : Size(columns: columns.max() ?? 0, rows: rows.reduce(0, +))
    }
  }
}
