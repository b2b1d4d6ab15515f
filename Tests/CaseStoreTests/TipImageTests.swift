import Demo
import Testing

@testable import CaseStore

@Suite("What the list of tips shows of a text")
struct TipImageTests {
  /// What an excerpt promises, character by character.
  private func plainly(_ text: String, _ limit: Int) -> String {
    let start = String(text.unicodeScalars.prefix(limit * 4))
    let words = start.split { $0.isWhitespace }
    var line: [Character] = []
    for word in words {
      guard line.isEmpty || line.count + 2 <= limit else { break }
      if !line.isEmpty { line.append(" ") }
      line += word.prefix(limit - line.count)
    }
    return String(line)
  }

  private static let pieces = [
    "a", "Ö", "å", " ", "  ", "\n", "\r\n", "\t", "\u{A0}", "\u{85}", "–", "”", "é", "\u{AD}",
    "e\u{301}", "\u{301}", "👩‍👧", "\u{2003}", "漢", "\u{1C}", "\u{0}",
  ]

  @Test("An excerpt is one line, cut between characters, whichever they are")
  func excerpts() {
    var dice = SplitMix64(seed: 5)
    for round in 0..<3000 {
      // Every other text has nothing in it but what is walked by bytes.
      let count = round.isMultiple(of: 2) ? 14 : Self.pieces.count
      let text = (0..<dice.below(60)).map { _ in Self.pieces[dice.below(count)] }.joined()
      let limit = dice.number(in: 1...40)
      #expect(
        Array(TipImage.excerpt(text, limit).utf8) == Array(plainly(text, limit).utf8),
        "\(limit): \(text.debugDescription)")
    }
  }
}
