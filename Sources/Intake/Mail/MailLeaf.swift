import CGMime

/// A part's type, name and content.
struct MailLeaf {
  enum TextKind {
    case plain
    case html
  }

  /// A part's bytes after transfer decoding.
  struct Content {
    var bytes: [UInt8]
    var total: Int64
    var isBroken: Bool
  }

  /// A part's text before its layout is read.
  struct Text {
    var text: String
    var defect: MailDefect?
    var unread: Int64
    var isBroken: Bool
  }

  private let part: OpaquePointer

  init(_ part: OpaquePointer) {
    self.part = part
  }

  /// Type and subtype in lower case. RFC 2045 5.2: plain text where none is given, or none that
  /// can be read.
  var mediaType: String {
    if !hasReadableType { return "text/plain" }
    let type = Self.token(cgm_media_type(part))
    let subtype = Self.token(cgm_media_subtype(part))
    return type.isEmpty || subtype.isEmpty ? "application/octet-stream" : "\(type)/\(subtype)"
  }

  /// Whether a given Content-Type begins with something like a media type.
  private var hasReadableType: Bool {
    guard cgm_object_kind(part) == CGM_KIND_LEAF, let raw = cgm_header_raw(part, "Content-Type")
    else { return true }
    let type = String(cString: raw).drop(while: \.isWhitespace).prefix { $0 != ";" && $0 != "/" }
    return type.unicodeScalars.first?.properties.isAlphabetic ?? false
  }

  var fileName: String? {
    cgm_filename(part).map { String(cString: $0) }
  }

  func parameter(_ name: String) -> String? {
    cgm_type_parameter(part, name).map { String(cString: $0) }
  }

  private var isAttached: Bool {
    cgm_disposition(part).map { String(cString: $0).lowercased() == "attachment" } ?? false
  }

  var textKind: TextKind? { textKind(isRoot: false) }

  /// Whether this is text to be read rather than a file. RFC 2046 4.1.4: unknown text is plain.
  /// A message that is nothing but one text is read even if it has a file name.
  func textKind(isRoot: Bool) -> TextKind? {
    guard cgm_object_kind(part) == CGM_KIND_LEAF else { return nil }
    if !isRoot && (isAttached || fileName != nil) { return nil }
    let type = mediaType
    switch type {
    case "text/html", "application/xhtml+xml": return .html
    case "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/csv", "text/rtf",
      "text/css", "text/javascript", "text/xml", "text/enriched", "text/richtext":
      return nil
    default:
      return type.hasPrefix("text/") ? .plain : nil
    }
  }

  /// S/MIME that hides its text: encrypted, or signed in a form that wraps the text.
  var isEnvelopedSMIME: Bool {
    let type = mediaType
    return type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime"
  }

  func content(keep: Int) -> Content {
    let content = cgm_decode(part, keep)
    defer { cgm_free(content.bytes) }
    return Content(
      bytes: Array(UnsafeBufferPointer(start: content.bytes, count: content.kept)),
      total: content.total, isBroken: content.broken)
  }

  /// The text in at most `limit` decoded bytes.
  func text(limit: Int) -> Text {
    let content = content(keep: limit)
    var charset = parameter("charset")
    if charset == nil && textKind(isRoot: true) == .html {
      charset = Self.metaCharset(content.bytes)
    }
    let decoded = DecodedText(content.bytes, charset: charset)
    return Text(
      text: decoded.text, defect: decoded.defect,
      unread: content.total - Int64(content.bytes.count),
      isBroken: content.isBroken)
  }

  /// `<meta charset=…>` in the first kilobyte, where HTML says it must be.
  private static func metaCharset(_ bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    guard let key = start.firstRange(of: "charset=") else { return nil }
    let name = start[key.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return name.isEmpty ? nil : String(name)
  }

  /// The characters of a media type (RFC 6838 4.2), at most 127.
  private static func token(_ text: UnsafePointer<CChar>?) -> String {
    guard let text else { return "" }
    let allowed = String(cString: text).lowercased().utf8.filter {
      ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
        || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
        || "!#$&-^_.+".utf8.contains($0)
    }
    return String(decoding: allowed.prefix(127), as: UTF8.self)
  }
}
