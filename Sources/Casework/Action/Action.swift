/// What an officer wants recorded.
public struct Action: Hashable, Sendable {
  /// The action's name: "tip.prioritise".
  public var id: String
  /// The subject it acts on; nil where the action makes a new one.
  public var subject: Reference?
  /// The version it was made against; nil: whatever stands.
  public var expects: Int?
  /// When it happened; nil: now.
  public var happenedAt: Instant?
  /// What was filled in.
  public var fields: [String: FieldValue]
  /// A sender's own key (Message-ID, `id`): the same key twice makes one subject.
  public var sourceKey: String?

  /// Takes the parts as they are.
  public init(
    _ id: String, subject: Reference? = nil, expects: Int? = nil, happenedAt: Instant? = nil,
    fields: [String: FieldValue] = [:], sourceKey: String? = nil
  ) {
    self.id = id
    self.subject = subject
    self.expects = expects
    self.happenedAt = happenedAt
    self.fields = fields
    self.sourceKey = sourceKey
  }
}
