/// One line of text that cannot harm a terminal, an export, a file name or a log.
///
/// Every way to make one goes through the same filter, so the type itself is the proof. What is
/// unsafe is shown, not hidden: an escape becomes "␛", a bidirectional override "‹202E›". Only what
/// changes the look of another character (variation selectors, skin tones, surplus accents) goes.
/// Filtering what is filtered changes nothing.
public struct SafeText: Hashable, Sendable, CustomStringConvertible,
  ExpressibleByStringInterpolation
{
  /// The inert text: one line, no control, override or invisible character.
  public let string: String

  /// Makes any text inert. A line break becomes "⏎", a tab a space.
  ///
  /// Linear in the text's length; use `limit` for text that may be long.
  public init(_ text: String) {
    string = TextFilter.isPlain(text) ? text : TextFilter.filter(text)
  }

  /// Makes untrusted text inert.
  public init(_ text: UntrustedText) {
    self.init(text.raw)
  }

  /// Makes the beginning of a text inert: at most `limit` characters, the last of them "…" when
  /// something was left out. The rest of the text is not looked at.
  public init(_ text: String, limit: Int) {
    guard limit > 0 else {
      string = ""
      return
    }
    string =
      TextFilter.plainBeginning(text, limit: limit) ?? TextFilter.filter(text, limit: limit)
  }

  /// Makes the beginning of an untrusted text inert: at most `limit` characters.
  public init(_ text: UntrustedText, limit: Int) {
    self.init(text.raw, limit: limit)
  }

  /// A literal of the program.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The inert text.
  public var description: String { string }

  /// The inert text.
  public var characters: String { string }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { string.isEmpty }

  /// The two texts after each other.
  public static func + (left: SafeText, right: SafeText) -> SafeText {
    // Filtered again, because two harmless halves may join into something else.
    SafeText(left.string + right.string)
  }

  /// Adds a text at the end.
  public static func += (left: inout SafeText, right: SafeText) {
    left = left + right
  }

  /// The lines of a text, split at every kind of line break.
  ///
  /// A break at the very end does not begin another line; no text is no lines.
  public static func lines(of text: UntrustedText) -> [SafeText] {
    var lines: [SafeText] = []
    var line = String.UnicodeScalarView()
    var isOpen = false
    var followsReturn = false
    for scalar in text.raw.unicodeScalars {
      defer { followsReturn = scalar == "\r" }
      if followsReturn && scalar == "\n" { continue }
      if TextFilter.isLineBreak(scalar) {
        lines.append(SafeText(String(line)))
        line = String.UnicodeScalarView()
        isOpen = false
      } else {
        line.append(scalar)
        isOpen = true
      }
    }
    if isOpen { lines.append(SafeText(String(line))) }
    return lines
  }
}

extension Sequence where Element == SafeText {
  /// The texts after each other with a separator between them.
  public func joined(separator: SafeText = "") -> SafeText {
    SafeText(map(\.string).joined(separator: separator.string))
  }
}
