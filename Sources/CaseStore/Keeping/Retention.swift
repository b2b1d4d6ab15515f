import Casework
import GRDB
import TextSafety

extension CaseStore {
  /// What is due to be erased now, the longest overdue first. Only a lead is told. Reads the journal
  /// through. Throws ``StoreError``.
  public func retentionDue(as officer: Officer) throws -> [RetentionCase] {
    let today = Stockholm.civil(clock.now()).date
    return try read { db in
      try requireLead(officer, db)
      let reading = RetentionReading(db)
      var seen: Set<Int64> = []
      var due: [(CivilDate, RetentionCase)] = []
      // Nothing is due within five years of the last note.
      for number in try reading.untouched(since: clock.now().adding(minutes: -Self.fiveYears))
      where !seen.contains(number) {
        let members = try reading.members(with: number)
        seen.formUnion(members.map(\.reference.number))
        guard let file = try reading.ruling(members), case .erasable(let from, _) = file.ruling,
          from <= today
        else { continue }
        due.append((from, file))
      }
      return due.sorted { ($0.0, $0.1.lastNote) < ($1.0, $1.1.lastNote) }.map(\.1)
    }
  }

  /// In minutes, and at the least.
  private static let fiveYears = 5 * 365 * 24 * 60

  /// The subjects that are erased together with one, and what the law says of them; nil where there
  /// is no such subject. Throws ``StoreError``.
  public func retention(of reference: Reference, as officer: Officer) throws -> RetentionCase? {
    try read { db in
      try requireLead(officer, db)
      let reading = RetentionReading(db)
      return try reading.ruling(try reading.members(with: reference.number)).flatMap {
        $0.references.contains(reference) ? $0 : nil
      }
    }
  }

  /// Erases a subject and all that belongs with it: who confirms it, when and under what paragraph is
  /// the last fact of each, with what it adds to the figures. On return it is durable; ``sweep(compacting:)``
  /// takes it out of the files. `reason` is why an exception is made.
  ///
  /// Throws ``Refusal`` where the law says no or there is no such subject, and ``StoreError``.
  public func erase(_ reference: Reference, because reason: UntrustedText?, by officer: Officer)
    throws -> RetentionCase
  {
    try write { db in
      let lead = try requireLead(officer, db)
      let reading = RetentionReading(db)
      let members = try reading.members(with: reference.number)
      guard let file = try reading.ruling(members), file.references.contains(reference) else {
        throw try History(db).erasure(of: reference)
          ?? Refusal(
            .unknownSubject,
            Phrase(sv: "\(reference) finns inte", en: "there is no \(reference)"))
      }
      let now = clock.now()
      try file.ruling.confirm(on: Stockholm.civil(now).date, reason: reason)
      // What one adds to the figures rests on the others: all is counted before anything goes.
      let context = StatisticsLookup(db).context(now: now)
      let figures = try members.map {
        try Statistics.figures(of: $0.state, $0.reference, context)
      }
      let journal = SQLiteJournal(db: db)
      let coder = FactCoder()
      for (member, figures) in zip(members, figures) {
        let last = try journal.facts(of: member.state.id, after: 0).last?.version ?? 0
        try Erasing(db, journal).erase(member.state, member.reference)
        let fact = Fact.erased(
          member.state.kind,
          Erasure(law: file.ruling.law.rawValue, reason: reason, figures: figures))
        _ = try journal.append(
          NewFact(
            recordedAt: now, happenedAt: now, officer: OfficerID(lead.id),
            subject: member.state.id, version: last + 1, kind: fact.kind,
            body: try coder.body(of: fact)))
      }
      return file
    }
  }

  /// Whether a subject has been erased. Throws ``StoreError``.
  public func isErased(_ reference: Reference) throws -> Bool {
    try read { try History($0).erasure(of: reference) != nil }
  }

  @discardableResult
  private func requireLead(_ officer: Officer, _ db: Database) throws -> Officer {
    guard let current = try OfficerProjection(db).officer(id: officer.id), current.holds([.lead])
    else { throw StoreError.noRetention }
    return current
  }
}

extension StoreError {
  static let noRetention = StoreError(
    .notPermitted,
    Phrase(sv: "Bara arbetsledare gallrar.", en: "Only leads erase what is due."))
}
