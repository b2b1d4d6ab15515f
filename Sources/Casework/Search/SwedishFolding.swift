import Foundation

/// Folds text so that a search finds what a Swedish reader means: case is ignored, å, ä and ö are
/// letters of their own, and other marks are left out (é as e, ü as u).
public enum SwedishFolding {
  /// The folded text; letters and digits stay, all else becomes a space.
  public static func fold(_ text: String) -> String { fold([text]) }

  /// The folded texts, with a space between.
  static func fold(_ texts: [String]) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(texts.reduce(texts.count) { $0 + $1.utf8.count })
    for (index, text) in texts.enumerated() {
      if index > 0 { folded.append(space) }
      append(text, to: &folded)
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The words of a search, folded, at most eight: a longer query narrows no further.
  public static func words(_ text: String) -> [String] {
    // Scalars, not characters: one character may be a megabyte of marks.
    fold(String(text.unicodeScalars.prefix(400))).split(separator: " ").prefix(8).map(String.init)
  }

  private static let space = UInt8(ascii: " ")

  /// Bytes, not scalars: a rebuild folds every word that the store holds.
  private static func append(_ text: String, to folded: inout [UInt8]) {
    var composed = text.composed
    composed.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case 0x61...0x7A, 0x30...0x39: folded.append(byte)
        case 0x41...0x5A: folded.append(byte + 0x20)
        case 0..<0x80: folded.append(space)
        default:
          let scalar = bytes.scalar(at: index)
          append(scalar, to: &folded)
          index += UTF8.width(scalar)
          continue
        }
        index += 1
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    func append(_ letter: Unicode.Scalar) {
      folded.append(0xC3)
      folded.append(UInt8(truncatingIfNeeded: letter.value & 0x3F | 0x80))
    }
    switch scalar {
    case "å", "Å": append("å")
    case "ä", "Ä", "Æ", "æ": append("ä")
    case "ö", "Ö", "Ø", "ø": append("ö")
    case String.dashesAndQuotes: folded.append(space)
    case "\u{80}"..."\u{FF}": folded.append(contentsOf: latin[Int(scalar.value - 0x80)])
    default: folded.append(contentsOf: foldedOther(scalar).utf8)
    }
  }

  /// The letters of most names, worked out once.
  private static let latin = (UInt8(0x80)...0xFF).map {
    Array(foldedOther(Unicode.Scalar($0)).utf8)
  }

  private static func foldedOther(_ scalar: Unicode.Scalar) -> String {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return ""
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .decimalNumber, .letterNumber:
      let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
      return base.properties.lowercaseMapping
    default: return " "
    }
  }
}
