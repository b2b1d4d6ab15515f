import CaseStore
import Casework
import Terminal

/// Search over the tips' text, as it is typed.
public struct SearchOverlay: Sendable {
  var input = TextField()
  var generation = 0
  var answered = 0
  var results: [TipRow] = []
  var trouble: Problem?
  var selection: SubjectID?
  var top = 0

  var selectedIndex: Int? {
    results.firstIndex { $0.id == selection }
  }
}
