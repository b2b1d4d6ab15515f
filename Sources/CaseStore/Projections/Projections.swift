import Casework
import GRDB

/// Writes what the current state of a subject looks like in its table.
struct Projections {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Shows `after` in the place of `before`; nothing where the subject is erased.
  func replace(
    _ before: SubjectState?, with after: SubjectState?, version: Int64, number: Int64
  ) throws {
    switch (before, after) {
    case (_, .tip(let tip)?):
      var old: Tip?
      if case .tip(let tip)? = before { old = tip }
      try TipProjection(db).replace(old, with: tip, version: version, number: number)
    case (_, .officer(let officer)?):
      try OfficerProjection(db).replace(officer, version: version, number: number)
    case (_, .record(let record)?):
      try RecordProjection(db).replace(record, version: version, number: number)
    case (.tip(let tip)?, nil): try TipProjection(db).delete(tip, number: number)
    case (.record?, nil): try RecordProjection(db).delete(number: number)
    case (.officer?, nil), (nil, nil): break
    }
  }
}
