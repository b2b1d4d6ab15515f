/// The stable name of a command, as keymap files and the palette know it: "tip.new".
public struct CommandID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The name.
  public let rawValue: String

  /// Takes the name as it is; ``CommandRegistry/command(_:)`` tells whether there is such a command.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Takes the name as it is.
  public init(stringLiteral value: String) {
    rawValue = value
  }

  /// The name.
  public var description: String { rawValue }
}
