import TextSafety

/// A subject that is its facts: what stands now is read out of them by pure functions.
///
/// A correction changes the values or the time of an earlier fact; everything that is read out of
/// the record follows, the clocks included. The journal keeps both.
public struct Record: Hashable, Sendable {
  /// One fact, corrections taken in.
  public struct Entry: Hashable, Sendable {
    /// The subject's version after it.
    public let version: Int
    /// The fact's name within its subject: "decided".
    public let name: String
    /// When it happened.
    public internal(set) var happenedAt: Instant
    /// What was filled in.
    public internal(set) var values: [String: FieldValue]
    /// Whether a later fact has corrected it.
    public internal(set) var isCorrected = false
  }

  /// Who it is.
  public let id: SubjectID
  /// What kind of subject it is.
  public let kind: SubjectKind
  /// How many facts have happened to it.
  public private(set) var version: Int
  /// The facts in the order they were recorded.
  public private(set) var entries: [Entry]
  /// At most one; a list because a value can't hold itself.
  private var standing: [Record] = []
  /// At most one, as ``standing``.
  private var owners: [Record] = []
  /// The persons it is about, itself or through its case, whose personal data are protected now.
  public private(set) var protectedPersons: Set<Reference> = []
  /// What they are called.
  private(set) var protectedNames = ProtectedNames()

  /// Takes the parts as they are.
  private init(id: SubjectID, kind: SubjectKind, version: Int, entries: [Entry]) {
    self.id = id
    self.kind = kind
    self.version = version
    self.entries = entries
  }

  /// How it stands now, where it is shown as it stood before. Who may see what of it is decided by
  /// this one: nobody gains by looking back.
  public var present: Record { standing.first ?? self }

  /// The record as it stood before, guarded as `record`, which is how it stands now.
  public func guarded(by record: Record) -> Record {
    var copy = self
    copy.standing = [record]
    return copy
  }

  /// The case it belongs to, as closed as which it is; nil where it belongs to none, and where nobody
  /// has asked.
  public var owner: Record? { owners.first }

  /// The record among what decides who may see what of it. The one who reads it for somebody says it.
  public func surrounded(
    by owner: Record?, about protected: Set<Reference>, named names: ProtectedNames = .init()
  ) -> Record {
    var copy = self
    copy.owners = [owner].compactMap(\.self)
    copy.protectedNames = names
    copy.protectedPersons = protected
    return copy
  }

  /// The record after one more fact. Nil where the fact belongs to another kind of subject.
  static func applying(
    _ recorded: RecordedFact, at happenedAt: Instant, to old: Record?, id: SubjectID
  ) -> Record? {
    guard let fact = FactName(recorded.kind), old == nil || old?.kind == fact.subject else {
      return nil
    }
    var record = old ?? Record(id: id, kind: fact.subject, version: 0, entries: [])
    record.version += 1
    record.entries.append(
      Entry(
        version: record.version, name: fact.name, happenedAt: happenedAt,
        values: recorded.values))
    if fact.name == Correction.factName { record.correct(recorded.values) }
    return record
  }

  private mutating func correct(_ values: [String: FieldValue]) {
    guard case .number(let version)? = values[Correction.entry],
      let index = entries.firstIndex(where: { $0.version == version })
    else { return }
    entries[index].isCorrected = true
    if case .text(let text)? = values[Correction.when], let time = Instant(iso8601: text) {
      entries[index].happenedAt = time
    }
    if case .text(let field)? = values[Correction.field] {
      entries[index].values[field] = values[Correction.value]
    }
  }

  /// The record with the values of its facts changed, for showing it.
  func mapping(_ change: (Entry) -> [String: FieldValue]) -> Record {
    var copy = self
    for index in copy.entries.indices { copy.entries[index].values = change(entries[index]) }
    return copy
  }

  /// Whether it decides who may see others: a restricted case, a person whose personal data are
  /// protected (SoLPuL 2001:454 10 §).
  public var guardsOthers: Bool {
    switch kind {
    case .case: Case(self)?.isRestricted ?? false
    case .person: Person(self).protection != nil
    default: false
    }
  }

  // MARK: Reading

  /// The facts of that name, in the order they happened.
  public func all(_ name: String) -> [Entry] {
    entries.filter { $0.name == name }.sorted {
      ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version)
    }
  }

  /// The latest fact of that name.
  public func last(_ name: String) -> Entry? { all(name).last }

  /// The earliest fact of that name.
  public func first(_ name: String) -> Entry? { all(name).first }

  /// Whether such a fact has happened.
  public func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

  /// The latest of several kinds of fact.
  public func latest(of names: String...) -> Entry? {
    entries.filter { names.contains($0.name) }
      .max { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }
  }

  /// The value given last for a field, over all facts.
  public func value(_ field: String) -> FieldValue? {
    entries.filter { $0.values[field] != nil }
      .max { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }?.values[field]
  }

  /// The text given last for a field.
  public func text(_ field: String) -> UntrustedText? { value(field)?.untrusted }

  /// The references given for a field, over all facts, each once.
  public func references(_ field: String) -> [Reference] {
    var found: [Reference] = []
    for reference in entries.flatMap({ $0.references(field) }) where !found.contains(reference) {
      found.append(reference)
    }
    return found
  }
}

extension Record.Entry {
  /// Whether it corrects or redacts another fact, and nothing happened then to the subject itself.
  var isAboutAnEntry: Bool { [Correction.factName, Redaction.factName].contains(name) }

  /// A text value; nil where nothing was filled in.
  public func text(_ field: String) -> UntrustedText? { values[field]?.untrusted }

  /// A number.
  public func number(_ field: String) -> Int? {
    guard case .number(let number)? = values[field] else { return nil }
    return number
  }

  /// Yes or no.
  public func flag(_ field: String) -> Bool? {
    guard case .flag(let flag)? = values[field] else { return nil }
    return flag
  }

  /// One of the choices.
  public func choice(_ field: String) -> String? {
    guard case .text(let text)? = values[field] else { return nil }
    return text
  }

  /// Several of the choices.
  public func choices(_ field: String) -> [String] {
    guard case .list(let list)? = values[field] else { return [] }
    return list.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// A civil date.
  public func date(_ field: String) -> CivilDate? {
    choice(field).flatMap { CivilDate(iso8601: $0) }
  }

  /// A moment.
  public func time(_ field: String) -> Instant? { choice(field).flatMap { Instant(iso8601: $0) } }

  /// The references in a field of one or of several.
  public func references(_ field: String) -> [Reference] {
    (choice(field).map { [$0] } ?? choices(field)).compactMap { Reference($0) }
  }
}

extension FieldValue {
  /// A text that is not blank, still untrusted.
  var untrusted: UntrustedText? {
    guard case .text(let text) = self else { return nil }
    let untrusted = UntrustedText(text)
    return untrusted.isBlank ? nil : untrusted
  }
}
