import CaseStore
import Casework
import Terminal

/// A subject opened: its state, its next step and its history.
public struct SubjectDetail: Sendable {
  /// Which subject.
  public let reference: Reference
  /// Which opening it is: the reasons given hold for this one alone.
  let opening: Int
  /// The reasons that what stands here is shown for.
  var reasons = AccessReasons()
  var content: DetailContent?
  var trouble: Problem?
  /// The subject changed while it was being opened.
  var isOutdated = false
  var scroll = 0
  var lines: [DetailLine] = []
  /// The width of the label column.
  var labelColumns = 0
  /// How many of the lines, the first, tell how it stands.
  var standingLines = 0

  init(_ reference: Reference, opening: Int) {
    self.reference = reference
    self.opening = opening
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
