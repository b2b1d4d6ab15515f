import CaseStore
import Casework

/// A window on a list: the rows around the selection, never the whole list.
///
/// The selection is the subject's identity. When rows come or go the selected row keeps its line on the
/// screen; what came above is counted ("3 nya ↑"). Only while the officer has not moved from the
/// top does the list follow what arrives, the cursor with its tip.
struct WindowPane<Row: WindowRow>: Sendable where Row.ID == SubjectID {
  var spec: PaneSpec
  var rows: [Row] = []
  var hasBefore = false
  var hasAfter = false
  var selection: SubjectID?
  /// Where the selection stood when its row left the list; the next move begins here.
  var lost: Row.Cursor?
  var topIndex = 0
  var follows = true
  var isLoaded = false
  var generation = 0
  /// A page was asked for and is not here yet.
  var isReading = false
  /// There are newer facts than the page that was asked for may hold.
  var isOutdated = false
  /// Why the last page could not be read.
  var trouble: Phrase?
  /// Subjects that came in while the pane was open and have not been on the screen.
  var arrivals: Set<Reference> = []
  /// Where to stand once the page that was asked for is here.
  var pending: Landing?

  var selectedIndex: Int? {
    guard let selection else { return nil }
    return rows.firstIndex { $0.id == selection }
  }

  var selected: Row? { selectedIndex.map { rows[$0] } }

  /// The rows on the screen.
  func visible(height: Int) -> ArraySlice<Row> {
    let start = min(max(0, topIndex), rows.count)
    return rows[start..<min(rows.count, start + max(0, height))]
  }

  /// How many new tips lie above what is shown.
  func newAbove(height: Int) -> Int {
    guard !arrivals.isEmpty else { return 0 }
    let shown = Set(rows.dropFirst(topIndex).map(\.reference))
    return arrivals.subtracting(shown).count
  }

  /// The window that brings what stands around the selection up to date; `first` is how many rows
  /// a list that stands at its top begins with.
  func window(height: Int, first: Int? = nil) -> (start: WindowStart<Row.Cursor>, limit: Int) {
    let limit = max(60, height * 4)
    switch pending {
    case .first: return (.first, limit)
    case .last: return (.last, limit)
    case nil: break
    }
    // What is shown first is read first: more than that, when the officer goes there.
    guard !follows, let cursor = selected?.cursor ?? lost else {
      return (.first, first ?? height * 2 + 8)
    }
    return (.around(cursor), limit)
  }

  /// Marks that a page is asked for.
  mutating func ask() {
    generation += 1
    isReading = true
    isOutdated = false
  }

  /// Where the next row stands that takes a lost selection's place.
  private var lostIndex: Int? {
    lost.map { lost in rows.firstIndex { $0.cursor >= lost } ?? max(0, rows.count - 1) }
  }

  /// The page with rows that have changed since it was read: `touched` leave, and come back where
  /// `fresh` has them and the window reaches. Nil where too little would be left; then the page has
  /// to be read again.
  func merging(_ fresh: [Row], touched: Set<Reference>, height: Int) -> Page<Row>? {
    var merged = rows.filter { !touched.contains($0.reference) }
    var hasBefore = hasBefore
    var hasAfter = hasAfter
    for row in fresh {
      if hasBefore, let first = rows.first, row.cursor < first.cursor { continue }
      if hasAfter, let last = rows.last, row.cursor > last.cursor { continue }
      let index = merged.firstIndex { row.cursor < $0.cursor } ?? merged.count
      merged.insert(row, at: index)
    }
    let most = 2 * window(height: height).limit
    if merged.count > most {
      // What lies farther from the selection goes.
      if (selectedIndex ?? 0) < merged.count / 2 {
        merged.removeLast(merged.count - most)
        hasAfter = true
      } else {
        merged.removeFirst(merged.count - most)
        hasBefore = true
      }
    }
    guard merged.count >= 2 * height || !(hasBefore || hasAfter) else { return nil }
    return Page(rows: merged, hasBefore: hasBefore, hasAfter: hasAfter)
  }

  /// Takes in a page that was read. The selected row keeps its line on the screen. A row that left
  /// the list hands the selection to its neighbour where `handsOver` says so, else nothing is
  /// selected until the officer moves.
  mutating func take(_ page: Page<Row>, height: Int, handsOver: Bool = true) {
    let oldIndex = selectedIndex ?? lostIndex
    let offset = (oldIndex ?? 0) - topIndex
    let oldCursor = selected?.cursor ?? lost
    let wasLost = lost != nil
    rows = page.rows
    hasBefore = page.hasBefore
    hasAfter = page.hasAfter
    isLoaded = true
    switch pending {
    case .first?:
      lost = nil
      selection = rows.first?.id
      topIndex = 0
    case .last?:
      lost = nil
      selection = rows.last?.id
      topIndex = max(0, rows.count - height)
    case nil:
      let isLost = selectedIndex == nil && oldCursor != nil && (wasLost || !handsOver)
      let index =
        selectedIndex ?? oldCursor.flatMap { old in rows.firstIndex { $0.cursor >= old } }
        ?? (oldCursor == nil ? 0 : rows.count - 1)
      selection = isLost ? nil : rows.indices.contains(index) ? rows[index].id : nil
      lost = isLost ? oldCursor : nil
      if follows && !hasBefore && index < max(1, height) {
        topIndex = 0
      } else {
        if oldIndex != nil { follows = false }
        topIndex = max(0, index - max(0, offset))
      }
    }
    pending = nil
    keepSelectionVisible(height: height)
    arrivals.subtract(visible(height: height).map(\.reference))
  }

  /// Moves the selection. Returns whether rows are wanted that are not here.
  mutating func move(by delta: Int, height: Int) -> Bool {
    guard !rows.isEmpty else { return false }
    // From between two rows, down is the row that took the lost one's place.
    let old = selectedIndex ?? lostIndex.map { delta > 0 ? $0 - 1 : $0 } ?? 0
    lost = nil
    let (sum, overflow) = old.addingReportingOverflow(delta)
    let new = overflow ? (delta > 0 ? rows.count - 1 : 0) : min(max(0, sum), rows.count - 1)
    if new != old { follows = false }
    selection = rows[new].id
    keepSelectionVisible(height: height)
    arrivals.subtract(visible(height: height).map(\.reference))
    return (new < height && hasBefore) || (new + height >= rows.count && hasAfter)
  }

  /// Jumps to an end; the page there has to be read unless it is here.
  mutating func jump(_ landing: Landing, height: Int) -> Bool {
    follows = landing == .first
    lost = nil
    if landing == .first ? hasBefore : hasAfter {
      pending = landing
      return true
    }
    selection = landing == .first ? rows.first?.id : rows.last?.id
    topIndex = landing == .first ? 0 : max(0, rows.count - height)
    arrivals.subtract(visible(height: height).map(\.reference))
    return false
  }

  mutating func keepSelectionVisible(height: Int) {
    guard let index = selectedIndex, height > 0 else {
      topIndex = max(0, min(topIndex, rows.count - 1))
      return
    }
    if index < topIndex { topIndex = index }
    if index >= topIndex + height { topIndex = index - height + 1 }
    topIndex = max(0, min(topIndex, max(0, rows.count - 1)))
  }
}

/// A jump to an end of a list.
enum Landing: Sendable {
  case first, last
}

/// A window on the tips.
typealias TipsPane = WindowPane<TipRow>

extension WindowPane<TipRow> {
  var order: TipQuery.Order {
    if spec.filter == "unassessed" { return .waiting }
    return spec.sort == "newest" || spec.filter == "all" ? .newest : .urgency
  }

  var sorting: TipSorting {
    TipSorting(
      spec.sort.flatMap(TipSorting.Field.init(rawValue:)) ?? .natural, isReversed: spec.isReversed)
  }

  var narrowing: TipNarrowing { TipNarrowing(spec.only) }

  /// Whether it shows all rows of an order that changes are told in.
  var isPlain: Bool { sorting == TipSorting() && spec.only.isEmpty }

  /// The query that brings what stands around the selection up to date.
  func query(height: Int) -> TipQuery {
    let window = window(height: height)
    return TipQuery(
      order: order, sorting: sorting, narrowing: narrowing, start: window.start,
      limit: window.limit)
  }
}

extension TipNarrowing {
  /// From the values that a screen names.
  init(_ only: [String: Set<String>]) {
    self.init()
    let values = { (field: String) in only[field] ?? [] }
    acute = Set(values("urgency").map { $0 == "acute" })
    priorities = Set(values("priority").map { Priority(rawValue: $0) })
    channels = Set(values("channel").compactMap(Channel.init(rawValue:)))
    statuses = Set(values("status").compactMap(Tip.Status.init(rawValue:)))
    assessed = Set(values("assessment").map { $0 == "assessed" })
    assignees = Set(values("assignee").compactMap(Assignee.init(rawValue:)))
  }
}

/// A window on the records of a kind.
typealias RecordsPane = WindowPane<RecordRow>

extension WindowPane<RecordRow> {
  /// The query that brings what stands around the selection up to date; nil for a list of none.
  func query(height: Int) -> RecordQuery? {
    // Each is folded; what a change touches is not put among them, so a screen of them is enough.
    let window = window(height: height, first: height + 1)
    return SubjectKind(recordList: spec.list).map {
      RecordQuery(
        kind: $0, onlyOpen: spec.filter != "all",
        sorting: RecordSorting(
          spec.sort.flatMap(RecordSorting.Field.init(rawValue:)) ?? .clock,
          isReversed: spec.isReversed),
        statuses: spec.only["status"] ?? [], start: window.start, limit: window.limit)
    }
  }
}
