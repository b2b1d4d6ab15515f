import CaseStore
import Casework

/// A subject that is kept as a record, as `--json` has it. What has happened is in `history`.
struct RecordJSON: Encodable {
  let ref: String
  let kind: String
  let id: SubjectID
  let version: Int
  let open: Bool
  let status: String
  let title: String
  let next: String?
  let masked: Bool
  let links: [String]?
  let history: [HistoryJSON]?

  init(
    _ view: RecordView, _ reference: Reference, _ language: Casework.Language,
    links: [Reference]? = nil, history: [HistoryJSON]? = nil
  ) {
    let record = view.record
    let standing = view.status
    ref = reference.description
    kind = record.kind.rawValue
    id = record.id
    version = record.version
    open = standing?.isOpen ?? false
    status = standing?.title[language] ?? ""
    title = view.title(language).raw
    next = view.nextStep?[language]
    masked = view.hasMasked && !view.showsMasked
    self.links = links?.map(\.description)
    self.history = history
  }
}
