import Casework
import Foundation
import GRDB
import TextSafety

/// One fact as the history of a subject shows it.
public struct HistoryEntry: Sendable, Hashable {
  /// Its number in the journal.
  public let seq: Int64
  /// The subject's version after it.
  public let version: Int
  /// When it was recorded.
  public let recordedAt: Instant
  /// When it happened.
  public let happenedAt: Instant
  /// Who recorded it.
  public let officer: OfficerID?
  /// That officer's name as it is now.
  public let officerName: UntrustedText
  /// What happened, without its words where it was redacted; nil where the body is erased or unknown
  /// to this program.
  public let fact: Fact?
  /// Who redacted it, when and why; nil where nobody has.
  public let removal: FactRemoval?
  /// The fact's stable name.
  public let kind: String

  /// Who, made inert.
  var whoSafe: String { SafeText(officerName, limit: 60).string }

  /// Who did what, with the values where they are short.
  var summary: Phrase {
    // A record's values may be another officer's alone.
    var details = words.details[...]
    if case .record? = fact { details = [] }
    let values = details.prefix(2).compactMap { detail -> String? in
      guard case .untrusted(let text) = detail.value, text.raw.utf8.count <= 80 else { return nil }
      return SafeText(text).string
    }
    let shown = values.isEmpty ? "" : " (\(values.joined(separator: ", ")))"
    return Phrase(
      sv: "\(whoSafe): \(words.title.sv)\(shown)", en: "\(whoSafe): \(words.title.en)\(shown)")
  }

  /// What happened, in plain words.
  public var words: FactWords {
    fact?.words
      ?? FactWords(title: Phrase(sv: "Uppgiften är gallrad", en: "The entry is erased"))
  }

  /// Words for the fact with what became of it, where it was redacted.
  public func telling(_ words: FactWords) -> FactWords {
    guard let removal else { return words }
    let label = Phrase(sv: "Borttaget", en: "Erased")
    return FactWords(
      title: words.title, details: [.init(label, .phrase(removal.words))] + words.details)
  }
}

/// That the words of a fact were erased.
public struct FactRemoval: Sendable, Hashable {
  /// The name of the lead who did it, as it is now.
  public let officerName: UntrustedText
  /// When.
  public let at: Instant
  /// Why.
  public let reason: UntrustedText

  /// "borttaget av Berit Påhittad: fel barn".
  public var words: Phrase {
    let (who, why) = (SafeText(officerName, limit: 60), SafeText(reason))
    return Phrase(
      sv: "borttaget av \(who), med skälet: \(why)", en: "erased by \(who), for the reason: \(why)")
  }
}

/// A fact without its body: enough to know what to read again.
public struct FactHeader: Sendable, Hashable {
  /// Its number in the journal.
  public let seq: Int64
  /// The subject.
  public let reference: Reference
  /// The subject's version after it.
  public let version: Int
  /// The fact's stable name.
  public let kind: String
  /// Who recorded it.
  public let officer: OfficerID?
  /// Whether the subject is an open acute tip now.
  public let isAcute: Bool

  /// Takes the parts as they are.
  public init(
    seq: Int64, reference: Reference, version: Int, kind: String, officer: OfficerID?,
    isAcute: Bool
  ) {
    self.seq = seq
    self.reference = reference
    self.version = version
    self.kind = kind
    self.officer = officer
    self.isAcute = isAcute
  }
}

extension CaseStore {
  /// A subject's current state; nil where there is none. Throws ``StoreError``.
  public func subject(_ reference: Reference, as officer: Officer) throws -> SubjectState? {
    try read(reference.kind, as: officer) { try subject(reference, $0) }
  }

  func subject(_ reference: Reference, _ db: Database, _ coder: FactCoder = FactCoder()) throws
    -> SubjectState?
  {
    let journal = SQLiteJournal(db: db)
    guard let state = try Folding(coder).subject(numbered: reference.number, in: journal),
      state.kind == reference.kind
    else { return nil }
    guard case .record(let record) = state else { return state }
    return .record(try Neighbours(db, in: self).surrounding(record))
  }

  /// What has happened to a subject, newest first. Throws ``StoreError``.
  public func history(
    of reference: Reference, limit: Int = SubjectContent.historyLength, as officer: Officer
  ) throws -> [HistoryEntry] {
    try read(reference.kind, as: officer) {
      try History($0).entries(of: reference, after: 0, limit: limit)
    }
  }

  /// What takes back the fact that left a subject at a version; nil where there is none. Throws
  /// ``StoreError``.
  public func undoing(_ reference: Reference, version: Int, as officer: Officer) throws -> Undoing?
  {
    try read(reference.kind, as: officer) { db in
      let journal = SQLiteJournal(db: db)
      guard let id = try journal.subject(numbered: reference.number) else { return nil }
      let facts = try journal.facts(of: id, after: 0)
      guard let last = facts.first(where: { $0.version == version }), let body = last.body else {
        return nil
      }
      let before = try Folding().state(
        nil, after: facts.standing(FactCoder()).filter { $0.version < version })
      var tip: Tip?
      if case .tip(let state)? = before { tip = state }
      let officers = OfficerProjection(db)
      return Undoing(
        of: try FactCoder().fact(kind: last.kind, body: body), version: version, before: tip,
        login: { try? officers.officer(id: $0.subject)?.login })
    }
  }

  /// The facts after a number, oldest first. Throws ``StoreError``.
  public func facts(after seq: Int64, limit: Int) throws -> [FactHeader] {
    try read { try History($0).facts(after: seq, limit: limit) }
  }
}

/// Reads histories.
struct History {
  let db: Database
  private let coder: FactCoder

  /// A coder that has decoded the same facts already knows the short ones.
  init(_ db: Database, _ coder: FactCoder = FactCoder()) {
    self.db = db
    self.coder = coder
  }

  /// The facts of all subjects after a number, oldest first.
  func facts(after seq: Int64, limit: Int) throws -> [FactHeader] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT j.seq, first.seq, j.version, j.kind, j.officer, coalesce(t.is_acute, 0)
        FROM journal j JOIN journal first ON first.subject = j.subject AND first.version = 1
        LEFT JOIN tips t ON t.number = first.seq AND t.status = 'open'
        WHERE j.seq > ? ORDER BY j.seq LIMIT ?
        """)
    return try Row.fetchAll(statement, arguments: [seq, max(1, limit)]).compactMap { row in
      let kind: String = row[3]
      guard let subject = FactName(kind)?.subject else { return nil }
      return FactHeader(
        seq: row[0], reference: Reference(subject, row[1]), version: Int(row[2] as Int64),
        kind: kind,
        officer: (row[4] as Data?).flatMap(SubjectID.init(bytes:)).map(OfficerID.init),
        isAcute: row[5])
    }
  }

  /// The facts of a subject after a version, newest first.
  func entries(of reference: Reference, after version: Int, limit: Int) throws -> [HistoryEntry] {
    let journal = SQLiteJournal(db: db)
    guard let id = try journal.subject(numbered: reference.number) else { return [] }
    var facts = try journal.facts(of: id, after: Int64(version)).suffix(max(1, limit))[...]
    var removals: [Int: FactRemoval] = [:]
    if facts.contains(where: { $0.body == nil }) {
      let all = try journal.facts(of: id, after: 0).standing(coder)
      removals = try self.removals(in: all)
      facts = all.suffix(facts.count)
    }
    var names: [OfficerID?: UntrustedText] = [:]
    for officer in facts.map(\.officer) where names[officer] == nil {
      names[officer] = try name(of: officer)
    }
    return facts.reversed().map { stored in
      HistoryEntry(
        seq: stored.seq, version: Int(stored.version), recordedAt: stored.recordedAt,
        happenedAt: stored.happenedAt, officer: stored.officer,
        officerName: names[stored.officer] ?? "–",
        fact: stored.body.flatMap { try? coder.fact(kind: stored.kind, body: $0) },
        removal: removals[Int(stored.version)], kind: stored.kind)
    }
  }

  private func name(of officer: OfficerID?) throws -> UntrustedText {
    try officer.flatMap { try OfficerProjection(db).officer(id: $0.subject)?.name } ?? "–"
  }

  /// Who redacted which versions.
  private func removals(in facts: [StoredFact]) throws -> [Int: FactRemoval] {
    var removals: [Int: FactRemoval] = [:]
    for stored in facts where Fact.isRedaction(stored.kind) {
      guard let body = stored.body,
        let redaction = try? coder.fact(kind: stored.kind, body: body).redaction
      else { continue }
      let removal = FactRemoval(
        officerName: try name(of: stored.officer), at: stored.recordedAt, reason: redaction.reason)
      for left in redaction.remains where removals[left.version] == nil {
        removals[left.version] = removal
      }
    }
    return removals
  }

  /// That a subject has been erased, by whom and under what paragraph; nil where it has not.
  func erasure(of reference: Reference) throws -> Refusal? {
    let journal = SQLiteJournal(db: db)
    guard let id = try journal.subject(numbered: reference.number),
      let last = try journal.facts(of: id, after: 0).last, let body = last.body,
      case .erased(reference.kind, let erasure)? = try? coder.fact(kind: last.kind, body: body)
    else { return nil }
    let who = SafeText(try name(of: last.officer), limit: 60)
    let day = Stockholm.civil(last.recordedAt).date
    return Refusal(
      .unknownSubject,
      Phrase(
        sv: "\(reference) är gallrat \(day) av \(who)",
        en: "\(reference) was erased \(day) by \(who)"),
      field: "subject", law: erasure.law)
  }
}
