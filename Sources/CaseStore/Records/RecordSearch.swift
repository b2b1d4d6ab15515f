import Casework
import GRDB

/// Something that a search found.
public enum SearchHit: Sendable, Hashable, Identifiable {
  /// A tip, by its words.
  case tip(TipRow)
  /// A record, by a name, a number or its reference.
  case record(RecordRow)

  /// The subject's identity.
  public var id: SubjectID {
    switch self {
    case .tip(let row): row.id
    case .record(let row): row.id
    }
  }

  /// The subject's reference.
  public var reference: Reference {
    switch self {
    case .tip(let row): row.reference
    case .record(let row): row.reference
    }
  }
}

extension CaseStore {
  /// What may be found: records by name, personal identity number, K-number or reference alone
  /// (förordning 2001:637 15 §), then tips by their words. Throws ``StoreError``.
  public func search(_ text: String, limit: Int = 60, as officer: Officer) throws -> [SearchHit] {
    let records = try search(records: text, limit: limit, as: officer).map(SearchHit.record)
    let tips = try search(tips: text, limit: limit, as: officer).map(SearchHit.tip)
    return Array((records + tips).prefix(limit))
  }

  /// The records of that reference, name or number, the newest first. What the officer would need a
  /// reason to see is not found by what it hides. Throws ``StoreError``.
  public func search(records text: String, limit: Int = 60, as officer: Officer) throws
    -> [RecordRow]
  {
    guard let officer = try current(officer) else { throw StoreError.notPermitted }
    return try read(.person, as: officer) { db in
      try RecordSearch(
        folding: RecordFolding(db, in: self), isPast: isPast, officer: officer,
        now: clock.now()
      ).rows(text, limit: limit)
    }
  }
}

/// Finds records for an officer.
private struct RecordSearch {
  let folding: RecordFolding
  /// The keys are those of then: what is protected now may be among them.
  let isPast: Bool
  let officer: Officer
  let now: Instant

  func rows(_ text: String, limit: Int) throws -> [RecordRow] {
    if let reference = Reference(text) {
      guard CaseStore.canRead(reference.kind, officer) else { return [] }
      return [try folding.row(reference.number)].compactMap(\.self).filter {
        $0.reference == reference
      }
    }
    var rows: [RecordRow] = []
    try NameProjection(folding.db).found(NameQuery(text)) { found in
      if let row = try folding.row(found.number), try mayFind(row, found) { rows.append(row) }
      return rows.count < limit
    }
    return rows
  }

  /// Whether the hit tells the officer nothing that is hidden without a reason: neither a restricted
  /// case, nor what belongs to one, nor by its own name a child whose personal data are protected.
  private func mayFind(_ row: RecordRow, _ found: NameProjection.Found) throws -> Bool {
    guard CaseStore.canRead(row.reference.kind, officer), !needsReason(row.record) else {
      return false
    }
    if row.reference.kind == .person { return Person(row.record).protection == nil }
    let byChild = found.byChild && !isPast
    for reference in Set(row.record.allReferences) {
      guard [.case, .person].contains(reference.kind),
        let other = try folding.row(reference.number)?.record
      else { continue }
      if needsReason(other) { return false }
      if other.kind == .person, !byChild, Person(other).protection != nil { return false }
    }
    return true
  }

  private func needsReason(_ record: Casework.Record) -> Bool {
    RecordView(record, for: officer, now: now).needsReason
  }
}
