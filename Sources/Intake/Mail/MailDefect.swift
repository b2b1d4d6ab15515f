import TextSafety

/// Something broken in a message that was read all the same.
public enum MailDefect: Sendable, Hashable {
  /// There is no header at the start; everything was taken as text.
  case noHeaders
  /// The body begins without the empty line before it.
  case noLineBeforeBody
  /// A line between the headers is not a header; it was left out. At most 200 bytes of it.
  case strayHeaderLine(UntrustedText)
  /// The headers are longer than ``MailLimits``; so many bytes were left out.
  case headersTooLong(bytes: Int)
  /// Between the parts there is text that nobody sees; so many bytes of it were left out.
  case hiddenTextTooLong(bytes: Int)
  /// NUL bytes were left out of headers, or shown as � in the text.
  case nulBytes
  /// Lines end in a lone carriage return, as on old computers.
  case carriageReturnsOnly
  /// A header holds bytes that are neither ASCII nor UTF-8; they were read as Windows-1252.
  case rawBytesInHeader(String)
  /// An encoded word in a header could not be decoded and stands as it came.
  case undecodedHeader(String)
  /// A header holds no address that can be read; it was taken as a name.
  case unreadableAddress(String)
  /// The Date header cannot be read as a date.
  case unreadableDate
  /// The character set's name is unknown; the text was read as UTF-8 or Windows-1252.
  case unknownCharset(UntrustedText)
  /// So many characters are not valid in the character set named; they are shown as �, or the
  /// text was read as Windows-1252 where that makes it whole.
  case invalidCharacters(charset: String, count: Int)
  /// Base64 that is damaged; it was decoded as far as it goes.
  case brokenBase64
  /// The message ends before its last part does.
  case cutShort
  /// A multipart without a boundary; its content was taken as one part.
  case noBoundary
  /// A header or parameter is there twice and the two disagree; the first was taken.
  case conflictingHeaders
  /// Parts nested deeper than ``MailLimits/depth`` were left out.
  case tooDeep
  /// Parts after the first ``MailLimits/parts`` were left out.
  case tooManyParts
  /// HTML nested deeper than ``MailLimits/markupDepth``; the text ends there.
  case markupTooDeep
  /// The content is encrypted and cannot be read here.
  case encrypted(MailEncryption)

  /// The defect in words.
  public func message(swedish: Bool) -> String {
    switch self {
    case .noHeaders:
      swedish
        ? "meddelandet saknar huvud; allt är taget som text"
        : "the message has no headers; everything was taken as text"
    case .noLineBeforeBody:
      swedish
        ? "tom rad saknas före meddelandets text"
        : "the empty line before the body is missing"
    case .strayHeaderLine(let line):
      swedish
        ? "en rad i huvudet är inget huvudfält och är utelämnad: \(SafeText(line))"
        : "a line among the headers is no header and was left out: \(SafeText(line))"
    case .headersTooLong(let bytes):
      swedish
        ? "huvudet är för långt; \(bytes) byte är utelämnade"
        : "the headers are too long; \(bytes) bytes were left out"
    case .hiddenTextTooLong(let bytes):
      swedish
        ? "\(bytes) byte mellan meddelandets delar är utelämnade"
        : "\(bytes) bytes between the message's parts were left out"
    case .nulBytes:
      swedish ? "meddelandet innehåller NUL-byte" : "the message holds NUL bytes"
    case .carriageReturnsOnly:
      swedish ? "raderna slutar med enbart CR" : "lines end in a lone CR"
    case .rawBytesInHeader(let field):
      swedish
        ? "fältet \(field) innehåller okodade tecken; tolkat efter bästa förmåga"
        : "the field \(field) holds raw 8-bit bytes; read as well as could be"
    case .undecodedHeader(let field):
      swedish
        ? "fältet \(field) är felkodat och återges delvis som det kom"
        : "the field \(field) is wrongly encoded and partly stands as it came"
    case .unreadableAddress(let field):
      swedish
        ? "fältet \(field) innehåller ingen läsbar adress"
        : "the field \(field) holds no address that can be read"
    case .unreadableDate:
      swedish ? "datumet går inte att tolka" : "the date cannot be read"
    case .unknownCharset(let name):
      swedish
        ? "okänd teckenuppsättning \(SafeText(name)); tolkat som UTF-8 eller Windows-1252"
        : "unknown character set \(SafeText(name)); read as UTF-8 or Windows-1252"
    case .invalidCharacters(let charset, let count):
      swedish
        ? "\(count) tecken är ogiltiga i \(charset)"
        : "\(count) characters are not valid \(charset)"
    case .brokenBase64:
      swedish
        ? "skadad base64; avkodad så långt det går"
        : "damaged base64; decoded as far as it goes"
    case .cutShort:
      swedish ? "meddelandet är avbrutet" : "the message is cut short"
    case .noBoundary:
      swedish
        ? "gränsen mellan delarna saknas; innehållet är taget som en del"
        : "the boundary between parts is missing; the content was taken as one part"
    case .conflictingHeaders:
      swedish
        ? "huvudet motsäger sig självt; det första gäller"
        : "the headers contradict themselves; the first was taken"
    case .tooDeep:
      swedish
        ? "delar djupare än \(MailLimits.depth) nivåer är utelämnade"
        : "parts deeper than \(MailLimits.depth) levels were left out"
    case .tooManyParts:
      swedish
        ? "delar efter de första \(MailLimits.parts) är utelämnade"
        : "parts after the first \(MailLimits.parts) were left out"
    case .markupTooDeep:
      swedish
        ? "HTML-texten är för djupt nästlad och läst så långt det går"
        : "the HTML is nested too deeply and was read as far as it goes"
    case .encrypted(let kind):
      swedish
        ? "meddelandet är krypterat (\(kind.rawValue)) och kan inte läsas"
        : "the message is encrypted (\(kind.rawValue)) and cannot be read"
    }
  }
}

/// How a message is encrypted.
public enum MailEncryption: String, Sendable, Hashable {
  /// OpenPGP.
  case pgp = "PGP"
  /// S/MIME.
  case smime = "S/MIME"
}

/// Why no message could be read.
public enum MailError: Error, Sendable, Hashable {
  /// There is nothing, or only white space.
  case empty
  /// What there is has nothing like a mail header in it.
  case notAMessage
  /// Reading, or keeping a large message while it is read, failed with this `errno`.
  case io(errno: Int32)

  /// The error in words.
  public func message(swedish: Bool) -> String {
    switch self {
    case .empty:
      swedish ? "inget meddelande: indata är tom" : "no message: the input is empty"
    case .notAMessage:
      swedish
        ? "inget e-postmeddelande: det finns inget som liknar ett brevhuvud"
        : "not a mail message: there is nothing like a mail header in it"
    case .io(let errno):
      swedish
        ? "meddelandet kunde inte läsas: \(systemWords(errno))"
        : "the message could not be read: \(systemWords(errno))"
    }
  }
}
