import CaseStore
import Casework
import Foundation

/// An officer, as `--json` has it.
struct OfficerJSON: Encodable {
  let ref: String
  let kind = SubjectKind.officer.rawValue
  let id: SubjectID
  let version: Int
  let login: String
  let name: String
  let unit: String
  let roles: [String]
  let active: Bool
  let history: [HistoryJSON]?

  init(_ officer: Officer, _ reference: Reference, history: [HistoryJSON]? = nil) {
    ref = reference.description
    id = officer.id
    version = officer.version
    login = officer.login
    name = officer.name.raw
    unit = officer.unit.rawValue
    roles = officer.roles.map(\.rawValue).sorted()
    active = officer.isActive
    self.history = history
  }
}

/// One entry of a subject's history, as `--json` has it.
struct HistoryJSON: Encodable {
  let seq: Int64
  let version: Int
  let kind: String
  let recordedAt: String
  let happenedAt: String
  let officer: String
  /// What was recorded; left out where it is erased.
  let body: FieldValue?

  /// An entry of a record as far as the officer may see it; nil where that is not at all.
  init?(_ entry: HistoryEntry, _ coder: FactCoder, _ view: RecordView) throws {
    guard case .record(let fact)? = entry.fact else {
      try self.init(entry, coder)
      return
    }
    guard let values = view.values(of: fact) else { return nil }
    try self.init(entry, coder, values: values)
  }

  init(_ entry: HistoryEntry, _ coder: FactCoder, values: [String: FieldValue]? = nil) throws {
    seq = entry.seq
    version = entry.version
    kind = entry.kind
    recordedAt = entry.recordedAt.iso8601
    happenedAt = entry.happenedAt.iso8601
    officer = entry.officerName.raw
    body =
      try values.map { .object($0) }
      ?? entry.fact.map { fact in
        try JSONDecoder().decode(FieldValue.self, from: coder.body(of: fact)).withWrittenTimes
      }
  }
}

extension FieldValue {
  /// A value of the journal, where moments are milliseconds, with moments as ISO 8601.
  init(journalForm value: some Encodable) throws {
    self = try JSONDecoder().decode(
      FieldValue.self, from: try JSONEncoder().encode(value)
    ).withWrittenTimes
  }

  /// Moments are the numbers whose names end in "At".
  fileprivate var withWrittenTimes: FieldValue {
    switch self {
    case .list(let list): .list(list.map(\.withWrittenTimes))
    case .object(let object):
      .object(
        Dictionary(
          uniqueKeysWithValues: object.map { key, value in
            if key.hasSuffix("At"), case .number(let milliseconds) = value {
              (key, .text(Instant(milliseconds: Int64(milliseconds)).iso8601))
            } else {
              (key, value.withWrittenTimes)
            }
          }))
    default: self
    }
  }
}
