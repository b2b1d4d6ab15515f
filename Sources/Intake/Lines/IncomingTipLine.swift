import TextSafety

/// One tip as another system sends it: a JSON object on a line of its own.
///
/// The members are the keys. Only `text` is required; `null` is the same as leaving a key out.
public struct IncomingTipLine: Sendable, Hashable {
  /// The sender's own identity for the tip; the same `id` twice is one tip.
  public var id: String?
  /// How the tip came.
  public var channel: Channel?
  /// When it came, in UTC milliseconds since 1970.
  public var receivedAt: Int64?
  /// The text as given; never blank.
  public var text: UntrustedText
  /// Where.
  public var place: UntrustedText?
  /// When the child was seen, in UTC milliseconds since 1970.
  public var observedAt: Int64?
  /// The children seen, at most 100.
  public var children: [Child]
  /// The number of adults seen, 0…1,000.
  public var adults: Int?
  /// What they did, each at most once, in the order given.
  public var activity: [Activity]
  /// How a child is in acute danger; nil where nobody said so.
  public var acute: UntrustedText?
  /// Who gave the tip.
  public var reporter: Reporter?
  /// The language spoken, as given.
  public var language: UntrustedText?

  /// How a tip came.
  public enum Channel: String, Sendable, Hashable, CaseIterable {
    case phone, email, web, visit, police, organisation, observation
  }

  /// What a child or adult did. Selling is of roses or anything else.
  public enum Activity: String, Sendable, Hashable, CaseIterable {
    case begging, music, selling, theft, other
  }

  /// The sex of a child, where somebody said it.
  public enum Sex: String, Sendable, Hashable, CaseIterable {
    case female, male
  }

  /// A child that was seen.
  public struct Child: Sendable, Hashable {
    /// The sex, where known.
    public var sex: Sex?
    /// The youngest the child may be, in years, 0…120.
    public var ageFrom: Int?
    /// The oldest the child may be, in years, 0…120, not below ``ageFrom``.
    public var ageTo: Int?
  }

  /// Who gave a tip.
  public struct Reporter: Sendable, Hashable {
    /// The name.
    public var name: UntrustedText?
    /// The telephone number.
    public var phone: UntrustedText?
    /// The e-mail address.
    public var email: UntrustedText?
    /// What they are to the child, such as a neighbour or a teacher; the sender's own word.
    public var category: UntrustedText?
    /// Whether they want to hear what came of it.
    public var wantsFeedback: Bool?
  }
}
