/// A fact about a subject that is kept as a record: the action's fields as they were given.
public struct RecordedFact: Hashable, Sendable {
  /// The stable name in the journal: "custody.decided".
  public let kind: String
  /// What was filled in.
  public let values: [String: FieldValue]

  /// Takes both as they are.
  public init(kind: String, values: [String: FieldValue]) {
    self.kind = kind
    self.values = values
  }
}

/// The fact that an action of a record becomes.
public struct FactSpec: Hashable, Sendable {
  /// Stable name within its subject: "decided".
  public let name: String
  /// What happened, as the history tells it: "Beslutat".
  public let title: Phrase

  /// Takes both as they are.
  public init(_ name: String, _ title: Phrase) {
    self.name = name
    self.title = title
  }
}
