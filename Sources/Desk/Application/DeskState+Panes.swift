import CaseStore
import Casework
import Terminal

// Changing the panes of a screen by hand. The change lasts until the desk closes,
// unless the screen is saved.
extension DeskState {
  /// The focused pane as its screen declares it.
  private var focusedSpec: PaneSpec? { focusedPane?.spec }

  private func layout(_ root: PaneTree) -> Split<String> {
    root.split(isWide: size.columns >= Self.wide)
  }

  var screen: ScreenSpec? { setup.screens[screenName] }

  /// Makes the focused pane larger or smaller.
  mutating func resizePane(larger: Bool) -> [Effect] {
    guard let screen else { return [] }
    let before = layout(screen.root).frames(in: body)
    var root = screen.root
    // As many steps as it takes to be seen.
    while true {
      let next = root.resizing(focus, larger: larger)
      guard next != root else {
        say(Phrase(sv: "mer går inte", en: "that is as far as it goes"), .warning)
        return []
      }
      root = next
      if layout(root).frames(in: body) != before { return divide(root) }
    }
  }

  /// Lets the focused pane and the next change places.
  mutating func swapPane() -> [Effect] {
    let order = paneOrder
    guard let screen, let index = order.firstIndex(of: focus), order.count > 1 else { return [] }
    let panes = screen.panes
    return divide(screen.root.swapping(panes[index], panes[(index + 1) % panes.count]))
  }

  /// Divides the focused pane in two of the same list.
  mutating func splitPane(_ axis: PaneTree.Axis) -> [Effect] {
    guard let screen, let spec = focusedSpec else { return [] }
    let taken = Set(paneOrder)
    let id = (2...).lazy.map { "\(spec.id)-\($0)" }.first { !taken.contains($0) } ?? spec.id
    var new = PaneSpec(
      id: id, list: spec.list, title: spec.title, unit: spec.unit, columns: spec.columns,
      filter: spec.filter, sort: spec.sort)
    new.isReversed = spec.isReversed
    new.only = spec.only
    panes[id] = Pane(new)
    let effects = divide(screen.root.splitting(spec.id, axis, with: new))
    focus = id
    return effects
  }

  /// Takes the focused pane off the screen.
  mutating func closePane() -> [Effect] {
    let order = paneOrder
    guard let screen, let index = order.firstIndex(of: focus),
      let root = screen.root.closing(focus)
    else { return [] }
    panes[focus] = nil
    let effects = divide(root)
    focus = paneOrder[min(index, paneOrder.count - 1)]
    return effects
  }

  /// Shows the next of the rows that the list can show, or the next order of them.
  mutating func changeRows(order: Bool) -> [Effect] {
    guard let spec = focusedSpec, let list = ListRegistry.list(spec.list),
      let filter = list.filter(spec.filter)
    else { return [] }
    func next<T: Equatable>(_ value: T, among all: [T]) -> T {
      all[((all.firstIndex(of: value) ?? -1) + 1) % all.count]
    }
    guard order else { return show(next(filter, among: list.filters), in: spec.id) }
    let sorts = filter.sorts
    guard let sort = sorts.first(where: { $0.id == spec.sort }) ?? sorts.first else { return [] }
    return show(next(sort, among: sorts), reversed: false, in: spec.id)
  }

  /// Why a pane can't be changed so now; nil where it can.
  func paneReason(_ id: CommandID) -> Phrase? {
    if case .pane? = layers.last { return paneOverlayReason(id) }
    guard layers.isEmpty, let spec = focusedSpec else {
      return Phrase(sv: "stäng det som ligger över listan först", en: "close what is above first")
    }
    let filters = ListRegistry.list(spec.list)?.filters ?? []
    switch id {
    case "pane.close", "pane.swap", "pane.grow", "pane.shrink":
      return paneOrder.count > 1
        ? nil : Phrase(sv: "skärmen har bara en ruta", en: "the screen has one pane only")
    case "pane.splitRow", "pane.splitColumn":
      return paneOrder.count < ScreenFile.paneLimit
        ? nil : Phrase(sv: "fler rutor ryms inte", en: "no more panes fit")
    case "pane.filter":
      return filters.count > 1
        ? nil : Phrase(sv: "listan har bara ett urval", en: "the list has one choice of rows only")
    case "pane.sort":
      return ListRegistry.list(spec.list)?.filter(spec.filter).map(\.sorts.count) ?? 0 > 1
        ? nil : Phrase(sv: "listan har bara en ordning", en: "the list has one order only")
    case "pane.reverse":
      return ListRegistry.list(spec.list)?.filter(spec.filter)?.sorts.isEmpty == false
        ? nil : Phrase(sv: "listan har bara en ordning", en: "the list has one order only")
    case "pane.only":
      return ListRegistry.list(spec.list)?.narrowings.isEmpty == false
        ? nil
        : Phrase(sv: "listan har inga fält att välja bland", en: "the list has no fields to choose")
    case "pane.columns":
      return ListRegistry.list(spec.list)?.columns.isEmpty == false
        ? nil : Phrase(sv: "rutan har inga kolumner", en: "the pane has no columns")
    case "pane.choose", "pane.columnUp", "pane.columnDown", "pane.reset":
      return Phrase(sv: "öppna rutans val först", en: "open the pane's choices first")
    default: return nil
    }
  }

  private mutating func divide(_ root: PaneTree) -> [Effect] {
    guard let screen else { return [] }
    setup.screens[screenName] = ScreenSpec(name: screen.name, title: screen.title, root: root)
    isZoomed = false
    return reloadPanes()
  }
}
