/// What an action is: the one description that forms, `record`, `actions` and the rules share.
public struct ActionSpec: Hashable, Sendable {
  /// Stable name: "tip.prioritise".
  public let id: String
  /// The kind of subject it acts on.
  public let kind: SubjectKind
  /// Whether it makes a new subject.
  public let creates: Bool
  /// What it is called.
  public let title: Phrase
  /// What it does, in a sentence.
  public let help: Phrase
  /// The roles that may do it; one of them is enough.
  public let roles: Set<Role>
  /// What it takes.
  public let fields: [FieldSpec]
  /// The fact it becomes; nil where its subject has facts of its own form.
  public let fact: FactSpec?

  /// Takes the parts as they are.
  public init(
    _ id: String, _ kind: SubjectKind, creates: Bool = false, title: Phrase, help: Phrase,
    roles: Set<Role>, fields: [FieldSpec], fact: FactSpec? = nil
  ) {
    self.id = id
    self.kind = kind
    self.creates = creates
    self.title = title
    self.help = help
    self.roles = roles
    self.fields = fields
    self.fact = fact
  }

  /// The field of that name.
  public func field(_ name: String) -> FieldSpec? {
    fields.first { $0.name == name }
  }
}

/// Every action of the desk.
public enum ActionRegistry {
  /// All actions, by subject and then in the order of use.
  public static let all: [ActionSpec] =
    Tip.actions + Officer.actions + RecordKinds.all.flatMap { $0.actions } + Redaction.actions

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The action of that name.
  public static func action(_ id: String) -> ActionSpec? {
    byID[id]
  }
}
