import Casework
import TextSafety

/// A journal in memory: what a store does with decided facts, without the store.
struct Ledger {
  struct Entry {
    let subject: SubjectID
    let version: Int
    let at: Instant
    let fact: Fact
  }

  private(set) var entries: [Entry] = []
  private(set) var states: [SubjectID: SubjectState] = [:]
  private(set) var references: [SubjectID: Reference] = [:]
  private var subjects: [Reference: SubjectID] = [:]
  private var officerIDs: [SubjectID] = []
  private var made: UInt64 = 0

  /// A fact that the rules decided and the fold refuses.
  struct Unfit: Error {
    let fact: Fact
  }

  subscript(reference: Reference) -> SubjectState? {
    subjects[reference].flatMap { states[$0] }
  }

  func tip(_ reference: Reference) -> Tip? {
    guard case .tip(let tip)? = self[reference] else { return nil }
    return tip
  }

  var tips: [Tip] {
    states.values.compactMap { if case .tip(let tip) = $0 { tip } else { nil } }
  }

  var officers: [Officer] {
    officerIDs.compactMap { if case .officer(let officer)? = states[$0] { officer } else { nil } }
  }

  /// The active officer with that login, else the latest who had it.
  func officer(_ login: String) -> Officer? {
    let known = officers.filter { $0.login == login }
    return known.last(where: \.isActive) ?? known.last
  }

  /// Records an action; returns the reference of the subject of its first fact.
  @discardableResult
  mutating func record(_ action: Action, by login: String?, now: Instant) throws -> Reference {
    made += 1
    let decided = try decide(action, by: login, now: now)
    for fact in decided { try append(fact, at: action.happenedAt ?? now) }
    guard let reference = decided.first.flatMap({ references[$0.subject] }) else {
      throw Refusal(.invalid, Phrase(same: "no fact"))
    }
    return reference
  }

  /// The facts an action would become.
  func decide(_ action: Action, by login: String?, now: Instant) throws -> [DecidedFact] {
    let id = SubjectID(at: now, random: (0, made))
    let context = DecisionContext(
      now: now, happenedAt: action.happenedAt ?? now, officer: login.flatMap(officer),
      newID: { id }, subject: { self[$0] }, facts: { facts(of: $0) },
      reference: { references[$0]?.description ?? "" },
      officerWithLogin: { officer($0) },
      activeAdministrators: {
        officers.count { $0.isActive && $0.roles.contains(.administrator) }
      }, lookup: lookup)
    return try Decision.facts(for: action, on: action.subject.flatMap { self[$0] }, context)
  }

  private var lookup: DecisionContext.Lookup {
    func found(
      _ kind: SubjectKind, _ isWanted: @escaping (Record) -> Bool
    ) -> [DecisionContext.Lookup.Found] {
      states.values.compactMap { state in
        guard case .record(let record) = state, record.kind == kind, isWanted(record),
          let reference = references[record.id]
        else { return nil }
        return (reference, record)
      }.sorted { $0.reference.number < $1.reference.number }
    }
    return DecisionContext.Lookup(
      officers: { officers.filter(\.isActive) },
      open: { kind in
        found(kind) { RecordKinds.of(kind)?.status($0, now: .earliest).isOpen == true }
      },
      referring: { kind, reference in
        found(kind) { record in
          ["case", "person", "into"].contains { record.references($0).contains(reference) }
        }
      },
      numbered: { kind, number in
        found(kind) { NameKeys($0).numbers.contains(NameQuery(number).number ?? "") }
      })
  }

  /// The facts of a subject by version.
  func facts(of subject: SubjectID) -> [Int: Fact] {
    var facts: [Int: Fact] = [:]
    for entry in entries where entry.subject == subject { facts[entry.version] = entry.fact }
    return facts
  }

  private mutating func append(_ decided: DecidedFact, at time: Instant) throws {
    try append(decided.fact, to: decided.subject, at: time)
  }

  /// A subject that is there without an action of its own: what others refer to.
  mutating func seed(_ fact: RecordedFact, at time: Instant) throws -> Reference? {
    made += 1
    let id = SubjectID(at: time, random: (0, made))
    try append(.record(fact), to: id, at: time)
    return references[id]
  }

  private mutating func append(_ fact: Fact, to id: SubjectID, at time: Instant) throws {
    guard
      let state = SubjectState.applying(fact, at: time, to: states[id], id: id)
    else { throw Unfit(fact: fact) }
    states[id] = state
    entries.append(Entry(subject: id, version: state.version, at: time, fact: fact))
    if references[id] == nil {
      let reference = Reference(fact.subjectKind, Int64(entries.count))
      references[id] = reference
      subjects[reference] = id
      if reference.kind == .officer { officerIDs.append(id) }
    }
  }

  /// The states that the entries alone give.
  func replayed() -> [SubjectID: SubjectState] {
    entries.reduce(into: [:]) { states, entry in
      states[entry.subject] = SubjectState.applying(
        entry.fact, at: entry.at, to: states[entry.subject], id: entry.subject)
    }
  }
}

extension Action {
  /// The registration of an officer.
  static func register(_ login: String, _ roles: [Role], unit: Casework.Unit = .emergency) -> Action
  {
    Action(
      "officer.register",
      fields: [
        "login": .text(login), "name": .text("\(login.capitalized) Påhittad"),
        "unit": .text(unit.rawValue), "roles": .list(roles.map { .text($0.rawValue) }),
      ])
  }

  /// A tip of which nothing is known but its words.
  static func receive(_ text: String = "Ett barn tigger", _ fields: [String: FieldValue] = [:])
    -> Action
  {
    Action(
      "tip.receive",
      fields: ["channel": .text("phone"), "text": .text(text)].merging(fields) { $1 })
  }
}
