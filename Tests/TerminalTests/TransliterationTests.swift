import Testing
import TextSafety

@testable import Terminal

@Suite("A terminal that cannot write a character gets another of the same width")
struct TransliterationTests {
  private let narrow = Transliteration(isUTF8: false, encodes: { $0 < 0x80 })

  @Test(
    "Each cell becomes as many columns as it had",
    arguments: [
      Example("Åsa på Kortedala", "Asa pa Kortedala"), Example("a\u{30A}", "a"),
      Example("漢x", "??x"), Example("● ▲ → …", "* ^ > ."), Example("21:40–22", "21:40-22"),
      Example("”hej”", "\"hej\""), Example("█▁░", "#_-"), Example("⏎ ␛ ‹202E›", "/ ^ <202E>"),
      Example("Ж", "?"), Example("\u{A0}", " "),
    ])
  func glyphs(example: Example<String, String>) {
    let text = SafeText(example.given)
    var frame = Frame(size: Size(columns: Width.of(text), rows: 1))
    frame.put(text, at: Point(column: 0, row: 0), style: Style(.text))
    var shown = ""
    for column in 0..<frame.size.columns where frame[column, 0].width > 0 {
      let glyphs = narrow.glyphs(frame[column, 0])
      #expect(glyphs.count == Int(frame[column, 0].width))
      for glyph in glyphs {
        #expect(!glyph.isLineDrawing)
        for value in glyph.scalars { shown.unicodeScalars.append(Unicode.Scalar(value) ?? "!") }
      }
    }
    #expect(shown == example.result)
  }

  @Test("Borders become the terminal's own line drawing")
  func lines() {
    for (character, letter) in zip("─│┌┐└┘├┤┬┴┼", "qxlkmjtuwvn") {
      let glyphs = narrow.glyphs(
        Cell(Grapheme(character.unicodeScalars), width: 1, style: Style(.border)))
      #expect(glyphs.map(\.isLineDrawing) == [true])
      #expect(glyphs.map(\.scalars) == [[UInt32(letter.asciiValue ?? 0)]])
    }
  }

  @Test("A UTF-8 terminal gets everything as it is")
  func utf8() {
    let all = Transliteration(isUTF8: true)
    let glyphs = all.glyphs(Cell(Grapheme("漢"), width: 2, style: Style(.text)))
    #expect(glyphs.map(\.scalars) == [[0x6F22]])
    #expect(all.plain("Åsa →") == "Åsa →")
    #expect(narrow.plain("Åsa →") == "Asa >")
  }
}
