/// Text as somebody outside the desk gave it: a tip, a mail header, a name on a form.
///
/// Nothing is known of it. It may hold terminal escape sequences, bidirectional overrides,
/// invisible characters or five megabytes on one line. It is kept unchanged, so that the record
/// stays what was given, and it reaches a screen, an export or a log only through ``SafeText``.
public struct UntrustedText: Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  /// The text exactly as it came. Never print this.
  public let raw: String

  /// Takes the text as it is, unchanged.
  public init(_ raw: String) {
    self.raw = raw
  }

  /// A literal of the program or a test.
  public init(stringLiteral value: String) {
    raw = value
  }

  /// The text is stored as a plain string.
  public init(from decoder: any Decoder) throws {
    raw = try decoder.singleValueContainer().decode(String.self)
  }

  /// The text is stored as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(raw)
  }

  /// Whether nothing but white space was given.
  public var isBlank: Bool {
    raw.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }
}

/// What a value's own decoding finds, without a decoder for each text: most of what a rebuild reads is
/// texts.
extension KeyedDecodingContainer {
  /// The text at a key.
  public func decode(_ type: UntrustedText.Type, forKey key: Key) throws -> UntrustedText {
    UntrustedText(try decode(String.self, forKey: key))
  }

  /// The text at a key, where there is one.
  public func decodeIfPresent(_ type: UntrustedText.Type, forKey key: Key) throws -> UntrustedText?
  {
    try decodeIfPresent(String.self, forKey: key).map { UntrustedText($0) }
  }
}
