import CGMime
import TextSafety

/// Bytes of a text part made into text, and what did not fit.
struct DecodedText {
  var text: String
  var defect: MailDefect?

  /// Decodes by the character set that the part names, or by what the bytes look like.
  ///
  /// Latin-1 and ASCII are read as Windows-1252, of which both are subsets in all mail that people
  /// write. UTF-8 that holds nothing but invalid sequences is Windows-1252 under a wrong name.
  init(_ bytes: [UInt8], charset: String?) {
    let name = (charset ?? "").lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    switch name {
    case "", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "binary", "8bit":
      self.init(guessing: bytes)
      if name.contains("ascii"), bytes.contains(where: { $0 >= 0x80 }) {
        let count = bytes.count { $0 >= 0x80 }
        defect = .invalidCharacters(charset: "us-ascii", count: count)
      }
    case "utf-8", "utf8":
      self.init(utf8: bytes)
    case "utf-16", "utf16", "utf-16le", "utf-16be", "ucs-2", "unicode":
      self.init(utf16: bytes, name: name)
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "windows-1252", "cp1252":
      self.init(converting: bytes, charset: "windows-1252")
    default:
      self.init(converting: bytes, charset: name)
    }
  }

  private init(text: String, defect: MailDefect? = nil) {
    self.text = text
    self.defect = defect
  }

  private init(guessing bytes: [UInt8]) {
    self.init(text: String(validating: bytes, as: UTF8.self) ?? Self.western(bytes))
  }

  private init(utf8 bytes: [UInt8]) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.init(text: text)
      return
    }
    var text = String(decoding: bytes, as: UTF8.self)
    let replaced = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    if !text.unicodeScalars.contains(where: { $0.value >= 0x80 && $0 != "\u{FFFD}" }) {
      text = Self.western(bytes)
    }
    self.init(text: text, defect: .invalidCharacters(charset: "utf-8", count: replaced))
  }

  /// Without a byte order mark the RFC says big-endian and many say little-endian: the side on
  /// which Western text has its zeros decides.
  private init(utf16 bytes: [UInt8], name: String) {
    var isLittle = name.hasSuffix("le")
    var first = 0
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      isLittle = bytes.first == 0xFF
      first = 2
    } else if !name.hasSuffix("be") && !name.hasSuffix("le") {
      var zeros = [0, 0]
      for (index, byte) in bytes.prefix(4096).enumerated() where byte == 0 { zeros[index & 1] += 1 }
      isLittle = zeros[1] > zeros[0]
    }
    let whole = bytes.count - first
    let units = (0..<(whole / 2)).map { index in
      let one = UInt16(bytes[first + 2 * index])
      let two = UInt16(bytes[first + 2 * index + 1])
      return isLittle ? two << 8 | one : one << 8 | two
    }
    let text = String(decoding: units, as: UTF16.self)
    let replaced = text.unicodeScalars.count { $0 == "\u{FFFD}" } + whole % 2
    self.init(
      text: text,
      defect: replaced > 0 ? .invalidCharacters(charset: "utf-16", count: replaced) : nil)
  }

  private init(converting bytes: [UInt8], charset: String) {
    if Self.isName(charset), let (text, replaced) = Self.convert(bytes, charset: charset) {
      self.init(
        text: text,
        defect: replaced > 0 ? .invalidCharacters(charset: charset, count: replaced) : nil)
    } else {
      self.init(guessing: bytes)
      defect = .unknownCharset(UntrustedText(String(charset.prefix(40))))
    }
  }

  /// Windows-1252, or Latin-1 on a system that does not have it.
  private static func western(_ bytes: [UInt8]) -> String {
    convert(bytes, charset: "windows-1252")?.text
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private static func convert(
    _ bytes: [UInt8], charset: String
  ) -> (text: String, replaced: Int)? {
    var written = 0
    var replaced = 0
    let converted = bytes.withUnsafeBufferPointer {
      cgm_to_utf8(charset, $0.baseAddress, $0.count, &written, &replaced)
    }
    guard let converted else { return nil }
    defer { cgm_free(converted) }
    let output = UnsafeRawBufferPointer(start: converted, count: written)
    return (String(decoding: output, as: UTF8.self), replaced)
  }

  /// What may be handed to iconv; it gives meaning to slashes and commas.
  private static func isName(_ charset: String) -> Bool {
    !charset.isEmpty && charset.utf8.count <= 40
      && charset.utf8.allSatisfy {
        ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
          || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
          || "-_.:+()".utf8.contains($0)
      }
  }
}
