/// The agenda of a meeting with others: references, never anybody's identity.
///
/// Nothing that somebody has written goes into it: no alias, no note, no words of a message. What
/// stands there is the program's own words, references, K-numbers and times.
public struct Agenda: Sendable {
  /// One matter.
  public struct Item: Hashable, Sendable {
    /// Which.
    public let reference: Reference
    /// What the others know it by, and how it stands.
    public let heading: Phrase
    /// What there is to say of it, with its label.
    public let lines: [Line]
  }

  /// Something of a matter.
  public struct Line: Hashable, Sendable {
    /// What it is: "Fråga".
    public let label: Phrase
    /// The words.
    public let text: Phrase
  }

  /// Matters of one kind.
  public struct Part: Hashable, Sendable {
    /// The heading.
    public let title: Phrase
    /// The matters.
    public let items: [Item]
  }

  /// What it is for.
  public let title: Phrase
  /// When it was made.
  public let madeAt: Instant
  /// What stands under the title.
  public let notes: [Phrase]
  /// The matters.
  public let parts: [Part]

  static let noIdentities = Phrase(
    sv: "Bara referenser och K-nummer. Skriv inga identiteter på pappret.",
    en: "References and K-numbers only. Write no identities on the paper.")
}
