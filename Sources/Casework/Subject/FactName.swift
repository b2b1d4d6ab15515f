/// The stable name of a fact, "custody.decided": the kind of subject and the name within it.
public struct FactName: Hashable, Sendable {
  /// The kind of subject that the fact happens to.
  public let subject: SubjectKind
  /// The name within its subject: "decided".
  public let name: String

  /// Reads a name as the journal has it. Nil for anything else.
  public init?(_ kind: String) {
    let parts = kind.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let subject = SubjectKind(rawValue: String(parts[0])) else {
      return nil
    }
    self.subject = subject
    name = String(parts[1])
  }
}
