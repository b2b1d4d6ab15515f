import Foundation

/// Folds text so that a search finds what a Swedish reader means: case is ignored, å, ä and ö are
/// letters of their own, and other marks are left out (é as e, ü as u).
public enum SwedishFolding {
  /// The folded text; letters and digits stay, all else becomes a space.
  public static func fold(_ text: String) -> String {
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.composed.unicodeScalars {
      if scalar.isASCII {
        let value = scalar.value
        switch value {
        case 0x61...0x7A, 0x30...0x39: folded.unicodeScalars.append(scalar)
        case 0x41...0x5A: folded.unicodeScalars.append(Unicode.Scalar(UInt8(value + 0x20)))
        default: folded.append(" ")
        }
        continue
      }
      switch scalar {
      case "å", "ä", "ö": folded.unicodeScalars.append(scalar)
      case "Å": folded.append("å")
      case "Ä", "Æ", "æ": folded.append("ä")
      case "Ö", "Ø", "ø": folded.append("ö")
      default: folded.append(foldedOther(scalar))
      }
    }
    return folded
  }

  /// The words of a search, folded, at most eight: a longer query narrows no further.
  public static func words(_ text: String) -> [String] {
    // Scalars, not characters: one character may be a megabyte of marks.
    fold(String(text.unicodeScalars.prefix(400))).split(separator: " ").prefix(8).map(String.init)
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

extension String {
  /// The text in canonical composition (NFC). Marks that could be composed begin at U+0300; most text
  /// has none and is composed already.
  public var composed: String {
    unicodeScalars.allSatisfy { $0.value < 0x300 } ? self : precomposedStringWithCanonicalMapping
  }
}
