import CaseStore
import Casework
import Terminal

/// A tip opened: its state, its next step and its history.
public struct TipDetail: Sendable {
  /// Which tip.
  public let reference: Reference
  var content: DetailContent?
  var trouble: Problem?
  var scroll = 0
  var lines: [DetailLine] = []

  init(_ reference: Reference) {
    self.reference = reference
  }

  var tip: Tip? {
    guard case .tip(let tip)? = content?.state else { return nil }
    return tip
  }
}
