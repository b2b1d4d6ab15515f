import CaseStore
import Casework

/// A tip in a list, as `--json` has it. The keys are a contract.
struct TipRowJSON: Encodable {
  let ref: String
  let version: Int
  let receivedAt: String
  let status: String
  let acute: Bool
  let priority: String?
  let assessed: Bool
  let concernsChild: Bool
  let place: String?
  let preview: String
  let children: Int
  let channel: String
  let assignee: String?

  init(_ row: TipRow) {
    ref = row.reference.description
    version = row.version
    receivedAt = row.receivedAt.iso8601
    status = row.status.rawValue
    acute = row.isAcute
    priority = row.priority?.rawValue
    assessed = row.isAssessed
    concernsChild = row.concernsChild
    place = row.place?.raw
    preview = row.preview.raw
    children = row.children
    channel = row.channel.rawValue
    assignee = row.assigneeName?.raw
  }
}

/// A whole tip, as `--json` has it: the report's fields by the names that actions use.
struct TipJSON: Encodable {
  let ref: String
  let kind = SubjectKind.tip.rawValue
  let id: SubjectID
  let version: Int
  let receivedAt: String
  let status: String
  let acute: Bool
  let priority: String?
  let assessment: Assessment?
  let concernsChild: Bool
  let assignee: String?
  let duplicateOf: String?
  let duplicates: [String]
  let closing: Closing?
  let report: FieldValue
  let history: [HistoryJSON]

  struct Assessment: Encodable {
    let outcome: String
    let ground: String
    let assessedAt: String?
  }

  struct Closing: Encodable {
    let reason: String
    let note: String?
  }

  init(_ tip: Tip, _ reference: Reference, history: [HistoryJSON]) throws {
    ref = reference.description
    id = tip.id
    version = tip.version
    receivedAt = tip.receivedAt.iso8601
    status = tip.status.rawValue
    acute = tip.isAcute
    priority = tip.priority?.rawValue
    assessment = tip.assessment.map {
      Assessment(
        outcome: $0.outcome.rawValue, ground: $0.ground.raw, assessedAt: tip.assessedAt?.iso8601)
    }
    concernsChild = tip.concernsChild
    assignee = tip.assigneeName?.raw
    duplicateOf = tip.duplicateOf
    duplicates = tip.duplicates
    closing = tip.closing.map { Closing(reason: $0.reason.rawValue, note: $0.note?.raw) }
    report = try FieldValue(journalForm: tip.report)
    self.history = history
  }
}
