/// Why an action was not recorded, in words, with the paragraph where there is one.
public struct Refusal: Error, Hashable, Sendable {
  /// What kind of refusal, for exit codes and for the desk.
  public enum Kind: String, Sendable {
    /// The action or its fields are wrong.
    case invalid
    /// A rule of the domain says no.
    case rule
    /// The officer's roles do not allow it.
    case notPermitted
    /// There is no such subject.
    case unknownSubject
  }

  /// What kind of refusal.
  public let kind: Kind
  /// What happened and what to do.
  public let reason: Phrase
  /// The field at fault, where it is one.
  public let field: String?
  /// The paragraph of law, "SoL 20:1".
  public let law: String?

  /// Takes the parts as they are.
  public init(_ kind: Kind, _ reason: Phrase, field: String? = nil, law: String? = nil) {
    self.kind = kind
    self.reason = reason
    self.field = field
    self.law = law
  }

  /// The whole message, with the paragraph in brackets.
  public var message: Phrase {
    guard let law else { return reason }
    return Phrase(sv: "\(reason.sv) [\(law)]", en: "\(reason.en) [\(law)]")
  }
}
