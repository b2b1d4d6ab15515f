import Foundation
import Testing

@testable import Casework

@Suite("Folding and stems")
struct SearchTests {
  @Test("Text is folded as the table says")
  func folding() throws {
    let table = try Table("Folding.txt")
    let text = table.rows.map { row in
      "\(row[0].padded(24))| \(SwedishFolding.fold(row[0]))".trimmedEnd + "\n"
    }.joined()
    table.expect(text)
  }

  @Test("Words are stemmed as the table says, so that forms of one word meet")
  func stems() throws {
    let table = try Table("Stems.txt")
    let text = table.rows.map { row in
      let words = row[0].split(separator: " ").map(String.init)
      return "\(row[0].padded(52))| " + words.map(SwedishStem.of).joined(separator: " ") + "\n"
    }.joined()
    table.expect(text)
  }

  @Test("A letter and its parts fold alike, and folding twice changes nothing")
  func normal() {
    for text in ["Åsa Öberg ät", "é ü ñ", "İstanbul", "straße", "Ljubljana Čedo"] {
      let folded = SwedishFolding.fold(text)
      #expect(SwedishFolding.fold(text.decomposedStringWithCanonicalMapping) == folded)
      #expect(SwedishFolding.fold(folded) == folded)
    }
  }

  @Test("A search takes eight words and bounds what it reads")
  func words() {
    #expect(SwedishFolding.words("  Röd  JACKA, 070-17 ") == ["röd", "jacka", "070", "17"])
    #expect(SwedishFolding.words("a b c d e f g h i j").count == 8)
    let marks = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(SwedishFolding.words(marks).joined().utf8.count <= 800)
  }

  @Test("Hostile text folds to nothing but letters, digits and spaces")
  func hostile() {
    let text = "a\u{1B}[31mb\u{202E}c\u{200B}d\u{0}e\u{9B}f"
    let folded = SwedishFolding.fold(text)
    #expect(folded == "a  31mbcd e f")
  }

  @Test("No stop word is shorter than the words that are compared, or written unfolded")
  func stopWords() {
    for word in ["barn", "flickan", "och", "children"] {
      #expect(SwedishStem.isStopWord(word), "\(word)")
      #expect(SwedishFolding.fold(word) == word)
    }
    #expect(!SwedishStem.isStopWord("dragspel"))
    #expect(SwedishStem.isCommonInPlaces("torget"))
    #expect(!SwedishStem.isCommonInPlaces("sergels"))
  }
}
