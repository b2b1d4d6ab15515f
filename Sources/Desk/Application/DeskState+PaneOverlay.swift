import CaseStore
import Casework
import Terminal
import TextSafety

// Choosing what a pane shows. Every choice is seen at once in the pane, lasts until the desk closes,
// and is kept with the screen where that is saved.
extension DeskState {
  private var paneOverlay: PaneOverlay? {
    guard case .pane(let overlay)? = layers.last else { return nil }
    return overlay
  }

  /// The pane that is being changed: that of the overlay, else the focused one.
  private var changedSpec: PaneSpec? {
    (paneOverlay.map(\.pane).flatMap { panes[$0] } ?? focusedPane)?.spec
  }

  /// All that can be chosen of a pane.
  private func sections(_ id: String) -> [PaneOverlay.Section] {
    guard let pane = panes[id] else { return [] }
    var present: [String: [Choice]] = [:]
    if case .records(let records) = pane {
      let shown = records.rows.compactMap { row in
        RecordView(row.record, for: setup.officer, now: now).status?.title
      }
      let chosen = (pane.spec.only["status"] ?? []).map { Phrase(same: $0) }
      var titles: [String: Phrase] = [:]
      for title in chosen + shown { titles[title.sv] = title }
      present["status"] = titles.sorted { $0.key < $1.key }.map { Choice($0.key, $0.value) }
    }
    return pane.spec.sections(present: present)
  }

  mutating func openPaneOverlay(at part: PaneOverlay.Part) -> [Effect] {
    let items = sections(focus).flatMap(\.items).map(\.item)
    let first = items.first { item in
      switch (part, item) {
      case (.columns, .column), (.values, .value): true
      default: false
      }
    }
    guard let selection = first ?? items.first else {
      say(Phrase(sv: "rutan har inget att välja", en: "the pane has nothing to choose"), .warning)
      return []
    }
    layers.append(.pane(PaneOverlay(pane: focus, selection: selection)))
    return []
  }

  mutating func moveInPaneOverlay(by delta: Int) {
    guard var overlay = paneOverlay else { return }
    let items = sections(overlay.pane).flatMap(\.items).map(\.item)
    guard let last = items.indices.last else { return }
    let old = items.firstIndex(of: overlay.selection) ?? 0
    overlay.selection = items[max(0, min(last, old + delta))]
    layers[layers.count - 1] = .pane(overlay)
  }

  // MARK: Changing

  /// Chooses what is selected, or takes it away again.
  mutating func chooseInPane() -> [Effect] {
    guard let overlay = paneOverlay, var spec = panes[overlay.pane]?.spec,
      let list = ListRegistry.list(spec.list)
    else { return [] }
    switch overlay.selection {
    case .column(let id):
      let columns =
        spec.columns.contains(id) ? spec.columns.filter { $0 != id } : spec.columns + [id]
      guard !columns.isEmpty else {
        say(Phrase(sv: "en kolumn måste vara kvar", en: "one column has to stay"), .warning)
        return []
      }
      put(columns: columns, in: spec)
      return []
    case .filter(let id):
      guard let filter = list.filter(id) else { return [] }
      return show(filter, in: spec.id)
    case .sort(let id):
      guard let sort = list.filter(spec.filter)?.sorts.first(where: { $0.id == id }) else {
        return []
      }
      let isAgain = spec.sorting?.id == id
      return show(sort, reversed: isAgain && !spec.isReversed, in: spec.id)
    case .value(let field, let value):
      var values = spec.only[field] ?? []
      if values.remove(value) == nil { values.insert(value) }
      spec.only[field] = values.isEmpty ? nil : values
      return put(spec)
    }
  }

  /// Moves the selected column.
  mutating func moveColumn(by delta: Int) -> [Effect] {
    guard let overlay = paneOverlay, case .column(let id) = overlay.selection,
      let spec = panes[overlay.pane]?.spec, let index = spec.columns.firstIndex(of: id)
    else { return [] }
    let place = index + delta
    guard spec.columns.indices.contains(place) else { return [] }
    var columns = spec.columns
    columns.swapAt(index, place)
    put(columns: columns, in: spec)
    return []
  }

  /// Shows other rows of the list, in the order they have usually unless they too have the present one.
  mutating func show(_ filter: FilterSpec, in id: String) -> [Effect] {
    guard var spec = panes[id]?.spec, let list = ListRegistry.list(spec.list) else { return [] }
    spec.filter = filter.id
    if !filter.sorts.contains(where: { $0.id == spec.sort }) {
      spec.sort = filter.sorts.first?.id
      spec.isReversed = false
    }
    let opened = openedSpec(id)
    spec.title =
      opened?.filter == filter.id
      ? opened?.title
      : Phrase(
        sv: "\(list.title.sv), \(filter.title.sv)", en: "\(list.title.en), \(filter.title.en)")
    say(Phrase(sv: "Visar: \(filter.title.sv)", en: "Shows: \(filter.title.en)"))
    return put(spec)
  }

  /// Shows the rows in another order.
  mutating func show(_ sort: SortSpec, reversed: Bool, in id: String) -> [Effect] {
    guard var spec = panes[id]?.spec else { return [] }
    spec.sort = sort.id
    spec.isReversed = reversed
    let turned = Phrase(sv: reversed ? ", omvänt" : "", en: reversed ? ", reversed" : "")
    say(Phrase(sv: "Ordning: ", en: "Order: ") + sort.title + turned)
    return put(spec)
  }

  mutating func reverseRows() -> [Effect] {
    guard let spec = changedSpec, let sort = spec.sorting else { return [] }
    return show(sort, reversed: !spec.isReversed, in: spec.id)
  }

  /// Makes the pane as it was when the desk was opened.
  mutating func resetPane() -> [Effect] {
    guard let spec = changedSpec, let opened = openedSpec(spec.id) else { return [] }
    say(Phrase(sv: "Rutan är som den var", en: "The pane is as it was"))
    columnChanges += 1
    return put(opened)
  }

  private func openedSpec(_ id: String) -> PaneSpec? {
    openedScreens[screenName]?.panes.first { $0.id == id }
  }

  private mutating func put(columns: [String], in old: PaneSpec) {
    var spec = old
    spec.columns = columns
    panes[spec.id] = panes[spec.id]?.showing(columns: columns)
    declare(spec)
    columnChanges += 1
  }

  private mutating func put(_ spec: PaneSpec) -> [Effect] {
    panes[spec.id] = Pane(spec)
    declare(spec)
    return reload(spec.id)
  }

  private mutating func declare(_ spec: PaneSpec) {
    guard let screen else { return }
    setup.screens[screenName] = ScreenSpec(
      name: screen.name, title: screen.title, root: screen.root.replacing(spec))
  }

  /// Why something can't be done with what is selected; nil where it can.
  func paneOverlayReason(_ id: CommandID) -> Phrase? {
    guard let overlay = paneOverlay, let spec = changedSpec else { return nil }
    switch id {
    case "pane.choose", "screen.save": return nil
    case "pane.columnUp", "pane.columnDown":
      guard case .column(let id) = overlay.selection, spec.columns.contains(id) else {
        return Phrase(
          sv: "bara en kolumn som visas kan flyttas", en: "only a column that is shown can move")
      }
      return nil
    case "pane.reverse":
      return spec.sorting == nil
        ? Phrase(sv: "listan har bara en ordning", en: "the list has one order only") : nil
    case "pane.reset":
      guard let opened = openedSpec(spec.id) else {
        return Phrase(sv: "rutan fanns inte då", en: "the pane was not there then")
      }
      return opened == spec
        ? Phrase(sv: "rutan är som den var", en: "the pane is as it was") : nil
    default:
      return Phrase(sv: "stäng rutans val först", en: "close the pane's choices first")
    }
  }

  // MARK: Drawing

  func paneOverlayTitle(_ overlay: PaneOverlay) -> Phrase {
    let name = panes[overlay.pane].map { paneName($0, withUnit: false) } ?? ""
    return Phrase(sv: "Rutan ”\(name)”", en: "The pane “\(name)”")
  }

  /// Beside the pane rather than over it, so that each choice is seen.
  private func paneOverlayRect(_ overlay: PaneOverlay) -> Rect {
    guard !setup.isLinear else { return body }
    let columns = min(40, body.columns)
    let pane = paneRects.first { $0.0 == overlay.pane }?.1 ?? body
    let isLeft = pane.column + pane.columns / 2 > body.columns / 2
    return Rect(
      column: isLeft ? 0 : body.columns - columns, row: body.row, columns: columns, rows: body.rows)
  }

  private typealias PaneLine = (item: PaneOverlay.Item?, text: SafeText, isChosen: Bool)

  func viewPaneOverlay(_ overlay: PaneOverlay, into frame: inout Frame) {
    let rect = paneOverlayRect(overlay)
    frame.fill(rect, Style(.text))
    let lines = sections(overlay.pane).flatMap { section -> [PaneLine] in
      [(nil, SafeText(words(section.title), limit: 60), false)]
        + section.items.map {
          ($0.item, SafeText(words($0.title), limit: 60), $0.isChosen)
        }
    }
    let inside = rect.inset(columns: 2, rows: 1)
    let chosen = lines.firstIndex { $0.item == overlay.selection } ?? 0
    // A line of what follows stays in sight, and the heading of what comes first.
    let top = max(0, min(chosen + 2 - inside.rows, lines.count - inside.rows))
    let last = min(lines.count, top + inside.rows)
    frame.box(
      rect, title: SafeText(words(paneOverlayTitle(overlay)), limit: 80),
      trailing: lines.count > inside.rows ? SafeText("\(last)/\(lines.count)") : "",
      style: Style(.focusBorder), titleStyle: Style(.title, bold: true))
    for (row, line) in lines[top..<last].enumerated() {
      let at = Point(column: inside.column, row: inside.row + row)
      guard let item = line.item else {
        frame.put(
          Width.truncated(line.text, to: inside.columns), at: at, style: Style(.title, bold: true))
        continue
      }
      let isSelected = item == overlay.selection
      let role: Terminal.Role = isSelected ? .selection : line.isChosen ? .text : .dim
      frame.fill(
        Rect(column: at.column, row: at.row, columns: inside.columns, rows: 1), Style(role))
      let text = SafeText("\(isSelected ? "▸" : " ") \(line.isChosen ? "●" : "○") ") + line.text
      frame.put(Width.truncated(text, to: inside.columns), at: at, style: Style(role))
      if isSelected { frame.cursor = at }
    }
  }
}
