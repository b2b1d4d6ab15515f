import Demo
import Foundation
import Testing

@testable import Casework

@Suite("Folding by bytes")
struct FoldingTests {
  /// Letters of Swedish and of names, marks, signs of running text, and what is none of these.
  private static let pieces = [
    "a", "Z", "7", " ", "\n", "\r\n", "-", "å", "Ä", "Ö", "Æ", "ø", "é", "Ü", "ß", "İ", "ŋ", "ʼ",
    "\u{AD}", "\u{A0}", "\u{85}", "µ", "ª", "²", "¼", "×", "–", "”", "…", "\u{200B}", "\u{2028}",
    "e\u{301}", "a\u{30A}", "o\u{308}\u{323}", "\u{301}", "Ж", "ي", "\u{64B}", "漢", "ﬁ", "Ⅷ", "😀",
    "👩‍👧", "\u{1B}", "\u{0}", "½", "٣",
  ]

  static func text(_ dice: inout SplitMix64) -> String {
    (0..<dice.below(30)).map { _ in pieces[dice.below(pieces.count)] }.joined()
  }

  /// What folding promises, scalar by scalar.
  private func plainly(_ text: String) -> String {
    var folded = ""
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "å", "Å": folded += "å"
      case "ä", "Ä", "Æ", "æ": folded += "ä"
      case "ö", "Ö", "Ø", "ø": folded += "ö"
      default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: break
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
          .decimalNumber, .letterNumber:
          let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
          folded += parts.first?.properties.lowercaseMapping ?? ""
        default: folded += " "
        }
      }
    }
    return folded
  }

  @Test("Any text folds as its scalars do one by one")
  func anyText() {
    var dice = SplitMix64(seed: 17)
    for _ in 0..<2000 {
      let text = Self.text(&dice)
      #expect(
        Array(SwedishFolding.fold(text).utf8) == Array(plainly(text).utf8),
        "\(text.debugDescription)")
    }
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)"
      #expect(
        Array(SwedishFolding.fold(text).utf8) == Array(plainly(text).utf8),
        "U+\(String(value, radix: 16))")
    }
  }

  @Test("Plain text has as many characters as scalars, line breaks of two apart, and is composed")
  func plain() {
    var dice = SplitMix64(seed: 23)
    var plain = 0
    for _ in 0..<2000 {
      let text = Self.text(&dice)
      guard text.isPlain else { continue }
      plain += 1
      let broken = text.replacing("\r\n", with: "\n")
      #expect(broken.count == broken.unicodeScalars.count)
      #expect(
        Array(text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8),
        "\(text.debugDescription)")
    }
    #expect(plain > 20)
    #expect("Två flickor – ”tolv” år… på Öst\u{AD}ra".isPlain)
    #expect(!"e\u{301}".isPlain && !"👩‍👧".isPlain && !"\u{2028}".isPlain && !"\u{2000}".isPlain)
  }
}
