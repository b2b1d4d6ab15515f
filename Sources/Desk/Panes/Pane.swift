import CaseStore
import Casework
import Terminal

/// What a pane of the screen shows.
enum Pane: Sendable {
  /// Tips.
  case tips(TipsPane)
  /// Records of a kind.
  case records(RecordsPane)
  /// Who has a desk open.
  case presence(RosterPane)
  /// All officers.
  case officers(RosterPane)
  /// The officer's own drafts.
  case drafts(RosterPane)
  /// What has happened since the officer's last shift.
  case news(RosterPane)
  /// What is selected in the screen's first list, set out.
  case selected(SelectedPane)
  /// Figures of a period, drawn.
  case figures(RosterPane)

  init(_ spec: PaneSpec) {
    switch spec.list {
    case "officersPresent": self = .presence(RosterPane(spec: spec))
    case "officers": self = .officers(RosterPane(spec: spec))
    case "drafts": self = .drafts(RosterPane(spec: spec))
    case "news": self = .news(RosterPane(spec: spec))
    case "selected": self = .selected(SelectedPane(spec: spec))
    case "figures": self = .figures(RosterPane(spec: spec))
    default:
      self =
        SubjectKind(recordList: spec.list) == nil
        ? .tips(TipsPane(spec: spec)) : .records(RecordsPane(spec: spec))
    }
  }

  /// Whether a page was asked for and is not here yet.
  var isReading: Bool {
    switch self {
    case .tips(let pane): pane.isReading
    case .records(let pane): pane.isReading
    case .presence, .officers, .drafts, .news, .selected, .figures: false
    }
  }

  /// Marks that the page that was asked for may be older than what is known.
  mutating func markOutdated() {
    switch self {
    case .tips(var pane):
      pane.isOutdated = true
      self = .tips(pane)
    case .records(var pane):
      pane.isOutdated = true
      self = .records(pane)
    case .presence, .officers, .drafts, .news, .selected, .figures: break
    }
  }

  var spec: PaneSpec {
    switch self {
    case .tips(let pane): pane.spec
    case .records(let pane): pane.spec
    case .presence(let pane), .officers(let pane), .drafts(let pane), .news(let pane),
      .figures(let pane):
      pane.spec
    case .selected(let pane): pane.spec
    }
  }

  /// The same rows, the selection where it stands, in other columns.
  func showing(columns: [String]) -> Pane {
    switch self {
    case .tips(var pane):
      pane.spec.columns = columns
      return .tips(pane)
    case .records(var pane):
      pane.spec.columns = columns
      return .records(pane)
    case .presence(var pane):
      pane.spec.columns = columns
      return .presence(pane)
    case .officers(var pane):
      pane.spec.columns = columns
      return .officers(pane)
    case .drafts(var pane):
      pane.spec.columns = columns
      return .drafts(pane)
    case .news(var pane):
      pane.spec.columns = columns
      return .news(pane)
    case .selected, .figures: return self
    }
  }

  /// Whether it draws figures.
  var isFigures: Bool { if case .figures = self { true } else { false } }
}

/// The subject that is selected in the screen's first list.
struct SelectedPane: Sendable {
  let spec: PaneSpec
  var detail: SubjectDetail?
}

/// A short list that is held whole: officers, drafts. The selection is by key, not by index.
struct RosterPane: Sendable {
  var spec: PaneSpec
  var selection: String?
  var top = 0

  /// The selected key, the first where none of them is.
  func selected(among keys: [String]) -> String? {
    keys.first { $0 == selection } ?? keys.first
  }

  /// Selects what stands on a line of the pane.
  mutating func select(line: Int, among keys: [String]) {
    if keys.indices.contains(top + line) { selection = keys[top + line] }
  }

  /// Moves the selection among the keys; an unknown selection counts as the first.
  mutating func move(by delta: Int, among keys: [String], height: Int) {
    guard !keys.isEmpty else {
      selection = nil
      return
    }
    let old = selection.flatMap { keys.firstIndex(of: $0) } ?? 0
    let (sum, overflow) = old.addingReportingOverflow(delta)
    let new = overflow ? (delta > 0 ? keys.count - 1 : 0) : min(max(0, sum), keys.count - 1)
    selection = keys[new]
    if new < top { top = new }
    if new >= top + height { top = new - height + 1 }
    top = max(0, top)
  }
}
