import CaseStore
import Casework
import Terminal

/// Search as it is typed: tips by their words, records by name, number or reference.
public struct SearchOverlay: Sendable {
  var input = TextField()
  var generation = 0
  var answered = 0
  var results: [SearchHit] = []
  /// How many hits are asked for.
  var limit = 0
  /// Whether there are more than those.
  var hasMore = false
  /// Whether more was asked for of the same search.
  var isGrowing = false
  var trouble: Problem?
  var selection: SubjectID?
  /// Whether the officer has moved the selection: then it stays on its row.
  var isChosen = false
  var top = 0

  /// How many more hits are asked for at a time.
  static let step = 60

  /// The reference that is typed, if one is.
  var reference: Reference? {
    Reference(input.text.trimmingBlanks).flatMap { $0.kind == .officer ? nil : $0 }
  }

  var selectedIndex: Int? {
    results.firstIndex { $0.id == selection }
  }

  /// Moves the hits so that the selected one is on the screen, and no line is empty that one could be
  /// on.
  mutating func keepSelectionVisible(height: Int) {
    let index = selectedIndex ?? 0
    let highest = max(0, results.count - height)
    top = min(max(top, index - height + 1), index, highest)
  }
}
