/// What the rules may ask while they decide. The store answers inside its transaction, so the
/// answers cannot change before the facts are written.
public struct DecisionContext {
  /// Now, from the door.
  public let now: Instant
  /// When it happened.
  public let happenedAt: Instant
  /// Who acts; nil only while the first officer of a store registers.
  public let officer: Officer?
  /// A fresh identity.
  public let newID: () -> SubjectID
  /// The subject a reference names.
  public let subject: (Reference) throws -> SubjectState?
  /// A subject's reference as text.
  public let reference: (SubjectID) -> String
  /// The active officer with that login, else the latest who had it.
  public let officerWithLogin: (String) throws -> Officer?
  /// How many active administrators there are.
  public let activeAdministrators: () throws -> Int
  /// What stands beside the subjects that an action names.
  public let lookup: Lookup

  /// The facts of a subject by version, but for those whose bodies are erased.
  public let facts: (SubjectID) throws -> [Int: Fact]

  /// Takes the answers as they are.
  public init(
    now: Instant, happenedAt: Instant, officer: Officer?, newID: @escaping () -> SubjectID,
    subject: @escaping (Reference) throws -> SubjectState?,
    facts: @escaping (SubjectID) throws -> [Int: Fact],
    reference: @escaping (SubjectID) -> String,
    officerWithLogin: @escaping (String) throws -> Officer?,
    activeAdministrators: @escaping () throws -> Int, lookup: Lookup
  ) {
    self.now = now
    self.happenedAt = happenedAt
    self.officer = officer
    self.newID = newID
    self.subject = subject
    self.facts = facts
    self.reference = reference
    self.officerWithLogin = officerWithLogin
    self.activeAdministrators = activeAdministrators
    self.lookup = lookup
  }

  /// What the rules may look up beyond the subjects that an action names.
  public struct Lookup {
    /// A record with its reference.
    public typealias Found = (reference: Reference, record: Record)

    /// The active officers.
    public let officers: () throws -> [Officer]
    /// The records of a kind on which something is left to do.
    public let open: (SubjectKind) throws -> [Found]
    /// The records of a kind that refer to a subject.
    public let referring: (SubjectKind, Reference) throws -> [Found]
    /// The records of a kind that are found by a number: see ``NameKeys``.
    public let numbered: (SubjectKind, String) throws -> [Found]

    /// Takes the answers as they are.
    public init(
      officers: @escaping () throws -> [Officer],
      open: @escaping (SubjectKind) throws -> [Found],
      referring: @escaping (SubjectKind, Reference) throws -> [Found],
      numbered: @escaping (SubjectKind, String) throws -> [Found]
    ) {
      self.officers = officers
      self.open = open
      self.referring = referring
      self.numbered = numbered
    }
  }
}

/// A fact that the rules have decided on, for one subject.
public struct DecidedFact: Hashable, Sendable {
  /// The subject it happens to.
  public let subject: SubjectID
  /// What happens.
  public let fact: Fact
  /// What the officer should know of it: no rule is against it, and it may be a mistake.
  public let remarks: [Phrase]

  init(_ subject: SubjectID, _ fact: Fact, remarks: [Phrase] = []) {
    self.subject = subject
    self.fact = fact
    self.remarks = remarks
  }
}

/// The rules: an action against a subject's state becomes facts, or is refused in words.
public enum Decision {
  /// How far ahead of now a time may lie: one minute, for clocks that differ.
  static let futureTolerance: Int64 = 60_000

  /// Decides an action. Throws ``Refusal``, or what the context throws.
  public static func facts(
    for action: Action, on state: SubjectState?, _ context: DecisionContext
  ) throws -> [DecidedFact] {
    let spec = try self.spec(of: action)
    if let officer = context.officer {
      try permit(spec, officer)
    } else if spec.id != "officer.register" {
      throw Refusal(
        .notPermitted,
        Phrase(
          sv: "”\(spec.title.sv)” kräver en registrerad handläggare",
          en: "“\(spec.title.en)” needs a registered officer"))
    }
    let fields = try FieldReader(spec, action.fields)
    guard context.happenedAt.milliseconds <= context.now.milliseconds + futureTolerance else {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "tiden ligger i framtiden; ange när det hände",
          en: "the time is in the future; say when it happened"), field: "happenedAt")
    }
    if spec.isRedaction, let state, state.kind == spec.kind {
      return try Redaction.decide(fields, state, context)
    }
    switch (spec.kind, state) {
    case (.tip, .tip(let tip)?) where !spec.creates:
      return try Tip.decide(spec, fields, tip, source: action.sourceKey, context)
    case (.tip, nil) where spec.creates:
      return try Tip.decide(spec, fields, nil, source: action.sourceKey, context)
    case (.officer, .officer(let officer)?) where !spec.creates:
      return try Officer.decide(spec, fields, officer, context)
    case (.officer, nil) where spec.creates:
      return try Officer.decide(spec, fields, nil, context)
    case (let kind, .record(let record)?) where !spec.creates && kind == record.kind:
      return try facts(spec, fields, on: record, context)
    case (let kind, nil) where spec.creates && RecordKinds.of(kind) != nil:
      return try facts(spec, fields, on: nil, context)
    default:
      throw spec.creates
        ? Refusal(
          .invalid,
          Phrase(
            sv: "\(spec.id) gör ett nytt ärende och tar inget ”subject”",
            en: "\(spec.id) makes a new subject and takes no “subject”"))
        : Refusal(
          .invalid,
          Phrase(
            sv: "\(spec.id) kräver ”subject”: en referens till \(spec.kind.title.sv)",
            en: "\(spec.id) needs “subject”: the reference of the \(spec.kind.title.en)"))
    }
  }

  /// The action's description, or a refusal that names the nearest.
  public static func spec(of action: Action) throws(Refusal) -> ActionSpec {
    if let spec = ActionRegistry.action(action.id) { return spec }
    let known = ActionRegistry.all.map(\.id).joined(separator: ", ")
    throw Refusal(
      .invalid,
      Phrase(
        sv: "okänd åtgärd ”\(action.id.prefix(60))”; åtgärderna är: \(known)",
        en: "unknown action “\(action.id.prefix(60))”; the actions are: \(known)"))
  }

  /// Refuses an action that none of the officer's roles allows.
  public static func permit(_ spec: ActionSpec, _ officer: Officer) throws(Refusal) {
    guard !officer.holds(spec.roles) else { return }
    let wanted = Role.allCases.filter(spec.roles.contains)
    throw Refusal(
      .notPermitted,
      Phrase(
        sv:
          "”\(spec.title.sv)” kräver rollen \(wanted.map(\.title.sv).joined(separator: " eller "))",
        en: "“\(spec.title.en)” needs the role \(wanted.map(\.title.en).joined(separator: " or "))")
    )
  }
}
