import TextSafety

/// One message as it came in by mail, read as far as it could be read.
public struct IncomingMail: Sendable, Hashable {
  /// The Message-ID without angle brackets and surrounding space; nil where missing or unusable.
  public var messageID: String?
  /// SHA-256, in hexadecimal, of the message's bytes without line ends at its end: the same
  /// message has the same key alone and inside an mbox. Identifies a message without Message-ID.
  public var fallbackKey: String
  /// The authors, at most 100.
  public var from: [MailAddress]
  /// Where answers are wanted, at most 100.
  public var replyTo: [MailAddress]
  /// The first-hand recipients, at most 100.
  public var to: [MailAddress]
  /// The subject, decoded; blank where there is none.
  public var subject: UntrustedText
  /// What the sender's Date header says, in UTC milliseconds since 1970.
  public var sentAt: Int64?
  /// The date of the topmost Received header, our own server's, in UTC milliseconds since 1970.
  public var deliveredAt: Int64?
  /// The best text there is, lines ended by a line feed, at most ``MailLimits/textBytes`` of UTF-8
  /// and then a last line that says how much was cut. May be blank.
  public var text: UntrustedText
  /// Whether ``text`` was cut.
  public var isTruncated: Bool
  /// Everything that is not part of the text, in order.
  public var attachments: [MailAttachment]
  /// What was broken, and so how far the message could be read, in the order found.
  public var defects: [MailDefect]
}

/// A name and an address from a header.
public struct MailAddress: Sendable, Hashable {
  /// The decoded display name; blank where there is none.
  public var name: UntrustedText
  /// The address as written, such as `anna@example.org`. Nothing is known of its validity.
  public var address: UntrustedText
}

/// A part of a message that is not its text. The content itself is not kept.
public struct MailAttachment: Sendable, Hashable {
  /// The decoded file name; blank where there is none.
  public var name: UntrustedText
  /// The media type in lower case, such as `image/jpeg`; only the characters a type may have.
  public var contentType: String
  /// The number of bytes after transfer decoding.
  public var size: Int
}

/// How much of a message is read. Mail comes from anybody, so everything has an end.
public enum MailLimits {
  /// Bytes of UTF-8 text kept of a message.
  public static let textBytes = 1 << 20
  /// Levels of multiparts and forwarded messages.
  public static let depth = 64
  /// Parts looked at.
  public static let parts = 1_000
  /// Bytes of one header field.
  public static let headerFieldBytes = 1 << 16
  /// Bytes of all header fields of a message.
  public static let headerBytes = 1 << 18
  /// Levels of HTML elements.
  public static let markupDepth = 256

  /// Decoded bytes of a part that are looked at for text, before the character set is known.
  static let sourceBytes = 4 << 20
  /// Lines that could begin a part; each costs the parser an object.
  static let boundaryLines = 10_000
  static let addresses = 100
  static let defects = 50
}
