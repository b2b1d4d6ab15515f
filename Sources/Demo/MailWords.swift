import Casework
import Foundation

/// The encodings of a mail: RFC 2045 bodies, RFC 2047 words, RFC 5322 dates.
enum MailWords {
  enum Charset: String {
    case utf8 = "utf-8"
    case latin1 = "iso-8859-1"

    func holds(_ text: String) -> Bool {
      self == .utf8 || text.unicodeScalars.allSatisfy { $0.value < 0x100 }
    }

    func data(_ text: String) -> Data {
      switch self {
      case .utf8: Data(text.utf8)
      case .latin1: Data(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
      }
    }
  }

  /// The text as encoded words of at most 75 characters, folded; as it is where it is ASCII.
  static func encoded(_ text: String, _ charset: Charset) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    let charset = charset.holds(text) ? charset : .utf8
    var words: [String] = []
    var word = ""
    for character in text {
      let bytes = charset.data(String(character)).map { byte -> String in
        let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        return byte < 0x80 && isPlain ? String(UnicodeScalar(byte)) : byte == 0x20 ? "_" : hex(byte)
      }.joined()
      if word.count + bytes.count > 50 {
        words.append(word)
        word = ""
      }
      word += bytes
    }
    words.append(word)
    return words.map { "=?\(charset.rawValue)?Q?\($0)?=" }.joined(separator: "\n ")
  }

  /// Quoted-printable with soft line breaks; lines end with LF.
  static func quotedPrintable(_ data: Data) -> String {
    var text = ""
    var column = 0
    for (index, byte) in data.enumerated() {
      if byte == 0x0A {
        text += "\n"
        column = 0
        continue
      }
      let isLast = index + 1 == data.count || data[index + 1] == 0x0A
      let isPlain = byte == 0x20 ? !isLast : (0x21...0x7E).contains(byte) && byte != 0x3D
      let piece = isPlain ? String(UnicodeScalar(byte)) : hex(byte)
      if column + piece.count > 75 {
        text += "=\n"
        column = 0
      }
      text += piece
      column += piece.count
    }
    return text
  }

  /// The text in lines of that many characters.
  static func folded(_ text: String, at width: Int) -> String {
    var rest = text[...]
    var lines: [Substring] = []
    while !rest.isEmpty {
      lines.append(rest.prefix(width))
      rest = rest.dropFirst(width)
    }
    return lines.joined(separator: "\n")
  }

  /// "Sun, 22 Nov 2026 07:13:00 +0100".
  static func date(_ instant: Instant) -> String {
    let civil = Stockholm.civil(instant)
    let (year, month, day) = civil.date.components
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let clock = [civil.hour, civil.minute, civil.second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let offset = Stockholm.offsetSeconds(at: instant) == 7200 ? "+0200" : "+0100"
    return "\(days[civil.date.weekday - 1]), \(day) \(months[month - 1]) \(year) "
      + clock.joined(separator: ":") + " \(offset)"
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "=" + (digits.count < 2 ? "0" + digits : digits)
  }
}
