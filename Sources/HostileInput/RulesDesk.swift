import Casework
import Demo
import TextSafety

/// A desk in memory with subjects of every kind, for the rules to decide on.
struct RulesDesk {
  /// When everything is asked: a Saturday in November 2026.
  static let now = Instant(milliseconds: 1_795_327_980_000)
  /// After many random actions: subjects that have come far, and no longer change.
  static let standing = RulesDesk(seed: 2011, actions: 1_500)

  private(set) var states: [Reference: SubjectState] = [:]
  private var references: [SubjectID: Reference] = [:]
  private var officers: [String: Officer] = [:]
  private var made: [SubjectKind: Int64] = [:]
  private var facts: UInt64 = 0

  /// Only the officer who has every role.
  init() {
    let id = SubjectID(at: Self.now, random: (0, 1))
    let officer = Officer(
      id: id, version: 1, login: "chefen", name: "Berit Chef", unit: .emergency,
      roles: Set(Role.allCases), isActive: true)
    facts = 1
    made[.officer] = 1
    let reference = Reference(.officer, 1)
    states[reference] = .officer(officer)
    references[id] = reference
    officers[officer.login] = officer
  }

  private init(seed: UInt64, actions: Int) {
    self.init()
    var random = RandomActions(seed: seed)
    random.spare(Reference(.officer, 1))
    for _ in 0..<actions {
      var action = random.next(now: Self.now).action
      action.sourceKey = nil
      // What the rules refuse is no subject of theirs.
      guard let decided = try? decide(action), let first = decided.first else { continue }
      for fact in decided { append(fact, at: action.happenedAt ?? Self.now) }
      if let reference = references[first.subject], let state = states[reference] {
        random.learn(reference, version: state.version, by: action.id)
      }
    }
  }

  /// What an action by the officer with every role would become.
  func decide(_ action: Action) throws -> [DecidedFact] {
    let context = DecisionContext(
      now: Self.now, happenedAt: action.happenedAt ?? Self.now, officer: officers["chefen"],
      newID: { SubjectID(at: Self.now, random: (0, facts + 1)) },
      subject: { states[$0] }, facts: { _ in [:] },
      reference: { references[$0]?.description ?? "" }, officerWithLogin: { officers[$0] },
      activeAdministrators: { 1 },
      lookup: DecisionContext.Lookup(
        officers: { Array(officers.values) }, open: { _ in [] }, referring: { _, _ in [] },
        numbered: { _, _ in [] }))
    return try Decision.facts(for: action, on: action.subject.flatMap { states[$0] }, context)
  }

  /// The state that a decided fact leaves; nil where it does not fit what stands.
  func applying(_ decided: DecidedFact, at moment: Instant) -> SubjectState? {
    let old = references[decided.subject].flatMap { states[$0] }
    return SubjectState.applying(decided.fact, at: moment, to: old, id: decided.subject)
  }

  private mutating func append(_ decided: DecidedFact, at moment: Instant) {
    guard let state = applying(decided, at: moment) else { return }
    facts += 1
    let kind = decided.fact.subjectKind
    // T1, T2, T3 …: seeds can name them.
    let reference = references[decided.subject] ?? Reference(kind, made[kind, default: 0] + 1)
    made[kind] = max(made[kind, default: 0], reference.number)
    references[decided.subject] = reference
    states[reference] = state
    if case .officer(let officer) = state { officers[officer.login] = officer }
  }
}
