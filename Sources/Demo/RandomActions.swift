import Casework

/// Actions on every kind of subject in random order, valid and not: what properties are tried on.
///
/// It knows no rule. What an action takes is read from its description, so a new action is tried
/// from the day it is described. The same seed and the same answers give the same actions.
public struct RandomActions {
  /// An action and who takes it.
  public struct Step: Sendable {
    /// The officer's login.
    public let login: String
    /// The action.
    public let action: Action
  }

  /// Who acts: a login for each role and one with all of them.
  public static let officers: [(login: String, roles: [Role])] =
    [("chefen", Role.allCases)] + Role.allCases.map { ("\($0.rawValue)1".lowercased(), [$0]) }

  var random: SplitMix64
  var now = Instant.earliest
  private let specs: [SubjectKind: [ActionSpec]]
  /// Each kind as often as it has actions.
  private let kinds: [SubjectKind]
  private var subjects: [SubjectKind: [Subject]] = [:]
  private var places: [Reference: Int] = [:]
  /// The officers who must go on being able to act are not acted on.
  private var spared: Set<Reference> = []

  private struct Subject {
    let reference: Reference
    var version: Int
    /// The actions taken on it.
    var actions: [Int: String] = [:]
  }

  /// The kinds of subject that are acted on.
  public init(seed: UInt64, kinds: Set<SubjectKind> = Set(SubjectKind.allCases)) {
    random = SplitMix64(seed: seed)
    let all = ActionRegistry.all.filter { kinds.contains($0.kind) && !$0.isRedaction }
    specs = Dictionary(grouping: all, by: \.kind)
    self.kinds = all.map(\.kind)
  }

  /// The registrations of ``officers``, but for the first, who makes the store.
  public static var registrations: [Action] {
    officers.dropFirst().map { officer in
      Action(
        "officer.register",
        fields: [
          "login": .text(officer.login), "name": .text("\(officer.login.capitalized) Påhittad"),
          "unit": .text(Casework.Unit.emergency.rawValue),
          "roles": .list(officer.roles.map { .text($0.rawValue) }),
        ])
    }
  }

  /// An officer whom no action is tried on.
  public mutating func spare(_ officer: Reference) {
    spared.insert(officer)
  }

  /// What was recorded, by which action: later actions know of it.
  public mutating func learn(_ reference: Reference, version: Int, by action: String? = nil) {
    guard !spared.contains(reference) else { return }
    let place = places[reference] ?? subjects[reference.kind, default: []].count
    if places[reference] == nil {
      places[reference] = place
      subjects[reference.kind, default: []].append(Subject(reference: reference, version: version))
    }
    subjects[reference.kind]?[place].version = version
    subjects[reference.kind]?[place].actions[version] = action
  }

  /// How many minutes pass before the next action: mostly few, at times a day.
  public mutating func pause() -> Int {
    random.chance(2) ? random.number(in: 300...1500) : random.number(in: 0...12)
  }

  /// The next action at that time.
  public mutating func next(now: Instant) -> Step {
    self.now = now
    let kind = random.element(of: kinds)
    let latest = random.chance(8) ? nil : subject(of: kind)
    let spec = spec(of: kind, on: latest?.version)
    let known = spec.creates ? nil : latest
    var action = Action(
      random.chance(1) ? "\(spec.id)x" : spec.id,
      subject: known?.reference ?? (spec.creates ? nil : unknown(spec.kind)),
      expects: random.chance(25) ? known?.version : random.chance(3) ? random.below(9) : nil,
      happenedAt: happenedAt(),
      fields: fields(spec, on: known))
    if spec.id == "tip.receive", random.chance(30) {
      action.sourceKey = "id:\(random.below(4000))"
    }
    if random.chance(1) { action.subject = subject(of: anyKind)?.reference }
    return Step(login: login(for: spec), action: action)
  }

  // MARK: What, who, on what, when

  /// An action of the kind. They are described in the order of use, so one that is as far down as
  /// the subject has come is mostly near what comes next; what ends a subject is rare.
  private mutating func spec(of kind: SubjectKind, on version: Int?) -> ActionSpec {
    let all = specs[kind] ?? []
    let creating = all.filter(\.creates)
    guard let version else { return random.element(of: creating.isEmpty ? all : creating) }
    let acting = all.filter { !$0.creates }
    let next = version - 1 + random.number(in: -1...2)
    var spec = random.chance(50) && acting.indices.contains(next) ? acting[next] : nil
    for _ in 0..<3 where spec == nil || Self.isEnding(spec) && random.chance(80) {
      spec = random.element(of: acting)
    }
    return spec ?? random.element(of: all)
  }

  private static func isEnding(_ spec: ActionSpec?) -> Bool {
    let endings = ["close", "withdraw", "merge", "lift", "deactivate", "end", "duplicate"]
    return endings.contains { spec?.id.hasSuffix(".\($0)") ?? false }
  }

  private mutating func login(for spec: ActionSpec) -> String {
    let allowed = Self.officers.filter { !spec.roles.isDisjoint(with: $0.roles) }
    let among = random.chance(92) && !allowed.isEmpty ? allowed : Self.officers
    return among[random.below(among.count)].login
  }

  /// One of the latest, mostly, so that subjects come far.
  private mutating func subject(of kind: SubjectKind) -> Subject? {
    guard let known = subjects[kind], !known.isEmpty else { return nil }
    let reach = random.chance(80) ? min(8, known.count) : known.count
    return known[known.count - 1 - random.below(reach)]
  }

  private mutating func unknown(_ kind: SubjectKind) -> Reference {
    Reference(kind, Int64(random.number(in: 1...9_000_000)))
  }

  private var anyKind: SubjectKind {
    mutating get { SubjectKind.allCases[random.below(SubjectKind.allCases.count)] }
  }

  private mutating func happenedAt() -> Instant? {
    switch random.below(100) {
    case 0..<65: nil
    case 65..<95: now.adding(minutes: -random.number(in: 0...4500))
    case 95..<97: now.adding(minutes: random.number(in: 2...4500))
    case 97: Instant(milliseconds: Int64(random.number(in: 0...1_000_000)))
    default: now
    }
  }

  // MARK: Fields

  private mutating func fields(_ spec: ActionSpec, on subject: Subject?) -> [String: FieldValue] {
    var fields: [String: FieldValue] = [:]
    for field in spec.fields where random.chance(field.isRequired ? 98 : 35) {
      fields[field.name] = random.chance(4) ? odd() : value(field.type)
    }
    if let subject, spec.field("entry") != nil { correct(subject, &fields) }
    if random.chance(1) { fields["okänt"] = odd() }
    return fields
  }

  /// A correction of one of the subject's facts: a value that it mostly has.
  private mutating func correct(_ subject: Subject, _ fields: inout [String: FieldValue]) {
    let version = random.number(in: 1...max(1, subject.version))
    fields["entry"] = .number(version)
    let corrected = subject.actions[version].flatMap(ActionRegistry.action)
    let other = random.element(of: specs[subject.reference.kind] ?? ActionRegistry.all)
    let known = (random.chance(90) ? corrected ?? other : other).fields
    guard random.chance(75), !known.isEmpty else { return }
    let field = random.element(of: known)
    fields["field"] = .text(field.name)
    fields["value"] = random.chance(85) ? .text(Self.typed(value(field.type))) : nil
  }

  /// A value as it is typed into a correction.
  private static func typed(_ value: FieldValue) -> String {
    switch value {
    case .none, .object: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .flag(let flag): flag ? "ja" : "nej"
    case .list(let list): list.map(typed).joined(separator: ",")
    }
  }

  /// A value that the type takes.
  private mutating func value(_ type: FieldType) -> FieldValue {
    switch type {
    case .line, .text: .text(random.pick(Self.texts))
    case .choice(let choices): .text(random.pick(choices.map(\.value)))
    case .choices, .roles: several { .text($0.random.pick(type.choices.map(\.value))) }
    case .flag: .flag(random.chance(50))
    case .number(let range): .number(number(in: range))
    case .time: .text(now.adding(minutes: random.number(in: -9000...60)).iso8601)
    case .officer: .text(random.chance(90) ? anyLogin : "ingen")
    case .reference(let kind): .text(reference(kind))
    case .references(let kind): several { .text($0.reference(kind)) }
    case .date: .text(day)
    case .children: several { $0.child }
    }
  }

  private mutating func several(_ make: (inout RandomActions) -> FieldValue) -> FieldValue {
    var list: [FieldValue] = []
    for _ in 0..<random.number(in: 1...3) { list.append(make(&self)) }
    return .list(list)
  }

  private mutating func number(in range: ClosedRange<Int>) -> Int {
    let highest =
      random.chance(90) ? min(range.upperBound, range.lowerBound + 20) : range.upperBound
    return Int.random(in: range.lowerBound...highest, using: &random)
  }

  private mutating func reference(_ kind: SubjectKind) -> String {
    (random.chance(95) ? subject(of: kind)?.reference : nil)?.description
      ?? unknown(kind).description
  }

  private var anyLogin: String {
    mutating get { random.pick(Self.officers.map(\.login)) }
  }

  private var day: String {
    mutating get {
      Stockholm.civil(now).date.adding(days: random.number(in: -40...40)).description
    }
  }

  private var child: FieldValue {
    mutating get {
      let from = random.number(in: 0...19)
      return SeenChild(
        sex: random.chance(50) ? .female : .male, ageFrom: from,
        ageTo: from + random.number(in: 0...4)
      ).field
    }
  }

  /// A value of any type, right or wrong.
  private mutating func odd() -> FieldValue {
    random.one(
      of: .none, .text(""), .text("x"), .number(-1), .number(.max), .number(.min), .flag(true),
      .list([]), .list([.none]), .object([:]), .list([.object(["sex": .number(1)])]),
      .text("T0"), .text("2026-13-45"), .text("9999-12-31T23:59:59+14:00"), .text("\u{1B}[2J\u{0}"))
  }

  private static let texts = [
    "Två barn tigger vid ingången", "röd jacka", "Påhittade gatan 1, Skanstull", "Anna Påhittad",
    "070-000 00 00", "anna@example.org", "5000-K123456-26", "K123456", "20100417-2384", "ä",
    "\u{202E}bakvänt\u{1B}[31m", "e\u{301}n rad\noch en till", "rumänska", "ja", "12", " ",
    "Förvaltningsrätten i Stockholm", "Karin Påhittad, ordförande", "Farsta", "Södermalm",
  ]
}
