import Casework
import Foundation
import GRDB

/// Records actions inside one transaction: the rules decide on the state that stands, the facts are
/// appended and the projections written.
struct Recorder {
  let db: Database
  let journal: any Journal
  let now: Instant
  /// Nil only while the founder registers.
  let officer: Officer?
  private let folding = Folding()

  init(_ db: Database, now: Instant, officer: Officer?) {
    self.db = db
    self.now = now
    self.officer = officer
    journal = SQLiteJournal(db: db)
  }

  /// Throws ``Refusal`` or ``Conflict`` before anything is written.
  func record(_ action: Action) throws -> Receipt {
    let spec = try Decision.spec(of: action)
    // Who may not act is not told what there is.
    if let officer { try Decision.permit(spec, officer) }
    if let key = action.sourceKey, let receipt = try earlierDelivery(key) { return receipt }
    let subject = try action.subject.map(resolve)
    if let subject, let expected = action.expects, expected != subject.version {
      throw Conflict(
        reference: subject.reference, expected: expected, version: subject.version,
        changes: try History(db).entries(of: subject.reference, after: expected, limit: 100))
    }
    let happenedAt = action.happenedAt ?? now
    let decided = try Decision.facts(
      for: action, on: subject?.state, context(happenedAt: happenedAt))
    var receipt: Receipt?
    for decision in decided {
      let written = try write(decision, happenedAt: happenedAt)
      // Of several facts of one subject the first is named; its version is what stands after all.
      receipt =
        receipt.map {
          $0.reference == written.reference
            ? Receipt(
              reference: $0.reference, seq: $0.seq, version: written.version, isRepeat: false) : $0
        } ?? written
    }
    receipt?.remarks = decided.flatMap(\.remarks)
    guard let receipt else {
      throw Refusal(
        .invalid, Phrase(sv: "åtgärden ändrar ingenting", en: "the action changes nothing"))
    }
    return receipt
  }

  /// The state that a fact leaves; what it erases of others is erased with it.
  private func state(
    after fact: Fact, on before: SubjectState?, of subject: SubjectID, _ happenedAt: Instant
  ) throws -> SubjectState? {
    guard let redaction = fact.redaction else {
      return SubjectState.applying(fact, at: happenedAt, to: before, id: subject)
    }
    try Erasing(db, journal).erase(redaction, of: subject)
    return try folding.subject(subject, in: journal)
  }

  // MARK: Reading

  private struct Standing {
    var reference: Reference
    var version: Int
    var state: SubjectState
  }

  private func resolve(_ reference: Reference) throws -> Standing {
    guard let id = try journal.subject(numbered: reference.number),
      let standing = try standing(of: id, reference), standing.state.kind == reference.kind
    else {
      if let erased = try History(db).erasure(of: reference) { throw erased }
      throw Refusal(
        .unknownSubject,
        Phrase(sv: "\(reference) finns inte", en: "there is no \(reference)"), field: "subject")
    }
    return standing
  }

  private func standing(of id: SubjectID, _ reference: Reference) throws -> Standing? {
    let facts = try journal.facts(of: id, after: 0)
    guard let last = facts.last, let state = try folding.state(nil, after: facts) else {
      return nil
    }
    return Standing(reference: reference, version: Int(last.version), state: state)
  }

  private func earlierDelivery(_ key: String) throws -> Receipt? {
    let statement = try db.cachedStatement(sql: "SELECT number FROM sources WHERE key = ?")
    guard let number = try Int64.fetchOne(statement, arguments: [key]) else { return nil }
    return Receipt(reference: Reference(.tip, number), seq: number, version: 1, isRepeat: true)
  }

  private func context(happenedAt: Instant) -> DecisionContext {
    DecisionContext(
      now: now, happenedAt: happenedAt, officer: officer,
      newID: {
        var generator = SystemRandomNumberGenerator()
        return SubjectID(at: now, random: (generator.next(), generator.next()))
      },
      subject: { reference in
        guard let id = try journal.subject(numbered: reference.number) else { return nil }
        guard let state = try standing(of: id, reference)?.state, state.kind == reference.kind
        else { return nil }
        return state
      },
      facts: { try folding.facts(of: $0, in: journal) },
      reference: { id in
        guard let number = try? journal.number(of: id),
          let first = try? journal.facts(of: id, after: 0).first,
          let kind = FactName(first.kind)?.subject
        else { return "" }
        return Reference(kind, number).description
      },
      officerWithLogin: { try OfficerProjection(db).officer(login: $0) },
      activeAdministrators: { try OfficerProjection(db).activeAdministrators() },
      lookup: lookup)
  }

  private var lookup: DecisionContext.Lookup {
    DecisionContext.Lookup(
      officers: { try OfficerProjection(db).all().map(\.officer).filter(\.isActive) },
      open: { kind in
        try found(
          "SELECT number, id, sort_at FROM records WHERE kind = ? AND is_open = 1", kind)
      },
      referring: { kind, reference in
        try found(
          """
          SELECT number, id, sort_at FROM records JOIN links ON source = number
          WHERE kind = ? AND target = ? ORDER BY number
          """, kind, reference.number)
      },
      numbered: { kind, number in
        try NameQuery(number).number.map { key in
          try found(
            """
            SELECT number, id, sort_at FROM records JOIN names USING (number)
            WHERE kind = ? AND form = 'number' AND word = ? ORDER BY number
            """, kind, key)
        } ?? []
      })
  }

  private func found(
    _ sql: String, _ kind: SubjectKind, _ value: (any DatabaseValueConvertible)? = nil
  ) throws -> [DecisionContext.Lookup.Found] {
    let arguments = [kind.rawValue] + (value.map { [$0] } ?? [])
    let rows = try Row.fetchAll(
      try db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    let folding = RecordFolding(db)
    return try rows.compactMap { row in
      try folding.row(kind, row).map { ($0.reference, $0.record) }
    }
  }

  // MARK: Writing

  private func write(_ decision: DecidedFact, happenedAt: Instant) throws -> Receipt {
    let old = try journal.facts(of: decision.subject, after: 0)
    let before = try folding.state(nil, after: old)
    let version = (old.last?.version ?? 0) + 1
    let seq = try journal.append(
      NewFact(
        recordedAt: now, happenedAt: happenedAt,
        officer: officer.map { OfficerID($0.id) } ?? OfficerID(decision.subject),
        subject: decision.subject, version: version, kind: decision.fact.kind,
        body: try folding.coder.body(of: decision.fact)))
    let number = old.first?.seq ?? seq
    let after = try state(after: decision.fact, on: before, of: decision.subject, happenedAt)
    try Projections(db).replace(before, with: after, version: version, number: number)
    return Receipt(
      reference: Reference(decision.fact.subjectKind, number), seq: seq, version: Int(version),
      isRepeat: false)
  }
}
