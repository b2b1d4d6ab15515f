import CaseStore
import Casework
import Terminal

/// A subject opened: its state, its next step and its history.
public struct SubjectDetail: Sendable {
  /// Which subject.
  public let reference: Reference
  var content: DetailContent?
  var trouble: Problem?
  var scroll = 0
  var lines: [DetailLine] = []

  init(_ reference: Reference) {
    self.reference = reference
  }

  var record: Record? {
    guard case .record(let record)? = content?.state else { return nil }
    return record
  }

  var tip: Tip? {
    guard case .tip(let tip)? = content?.state else { return nil }
    return tip
  }
}
