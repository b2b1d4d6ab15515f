import Demo
import Foundation
import HostileInput
import Terminal
import Testing

@testable import TextSafety

@Suite("Text that nobody vouches for is shown and does nothing")
struct SafeTextTests {
  @Test(
    "Hostile text becomes text that says what it was",
    arguments: [
      Example("\u{1B}[2J\u{1B}[31mrött", "␛[2J␛[31mrött"),
      Example("\u{1B}]0;titel\u{07}", "␛]0;titel␇"),
      Example("\u{9B}2J", "‹9B›2J"),
      Example("\u{90}q\u{9C}", "‹90›q‹9C›"),
      Example("a\u{00}b\u{7F}c", "a␀b␡c"),
      Example(
        "rad 1\nrad 2\r\nrad 3\rrad 4\u{2028}5\u{2029}6\u{85}7", "rad 1⏎rad 2⏎rad 3⏎rad 4⏎5⏎6⏎7"),
      Example("a\tb", "a b"),
      Example("\u{202E}fdp.exe\u{202C}", "‹202E›fdp.exe‹202C›"),
      Example("\u{2066}a\u{2069}\u{200F}", "‹2066›a‹2069›‹200F›"),
      Example("pass\u{200B}word\u{FEFF}", "pass‹200B›word‹FEFF›"),
      Example("a\u{200D}b", "a‹200D›b"),
      Example("mjuk\u{AD}t", "mjuk‹AD›t"),
      Example("x\u{E0041}\u{E0042}", "x‹E0041›‹E0042›"),
      Example("\u{E000}", "‹E000›"),
      Example("\u{115F}\u{3164}", "‹115F›‹3164›"),
      Example("\u{301}a", "◌\u{301}a"),
      Example("\u{2003}mellan\u{2003}", " mellan "),
      Example("👨‍👩‍👧", "👨"), Example("👍🏽", "👍"), Example("🇸🇪", "▯"), Example("❤️", "❤"),
      Example("\u{1112}\u{1161}\u{11AB}", "한"),
      Example("Åsa och a\u{30A}ngstro\u{308}m", "Åsa och a\u{30A}ngstro\u{308}m"),
    ])
  func hostile(example: Example<String, String>) {
    let shown = SafeText(example.given).string
    #expect(Array(shown.unicodeScalars) == Array(example.result.unicodeScalars), "\(shown)")
  }

  @Test("Of sixty marks on a letter four are kept and the rest told")
  func marks() {
    let shown = SafeText("z" + String(repeating: "\u{335}", count: 60) + "o").string
    #expect(shown == "z" + String(repeating: "\u{335}", count: 4) + "‹…›o")
  }

  @Test("Nothing that acts on a terminal, or hides, gets through", arguments: 0..<20)
  func nothingUnsafeSurvives(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let given = random.text(upTo: 60)
      let shown = SafeText(given)
      for scalar in shown.string.unicodeScalars {
        #expect(
          !InertText.acts(scalar),
          "U+\(String(scalar.value, radix: 16)) in \(given.debugDescription)")
      }
      #expect(SafeText(shown.string) == shown, "filtering twice changed \(given.debugDescription)")
      #expect(Width.of(shown) <= 9 * given.unicodeScalars.count)
    }
  }

  @Test("Parts put together are as safe as the whole", arguments: 0..<5)
  func joining(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let joined = SafeText(random.text(upTo: 5)) + SafeText(random.text(upTo: 5))
      #expect(SafeText(joined.string) == joined)
      #expect(!joined.string.unicodeScalars.contains(where: InertText.acts))
    }
  }

  @Test("A limit is kept, and what was left out is told", arguments: 0..<5)
  func limits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let given = random.text(upTo: 40)
      let limit = random.number(in: 1...30)
      let cut = SafeText(given, limit: limit).string
      #expect(cut.count <= limit)
      let whole = SafeText(given).string
      if cut != whole { #expect(cut.last == "…") }
    }
    #expect(SafeText("hej", limit: 0).isEmpty)
    #expect(SafeText("hej", limit: -4).isEmpty)
    #expect(SafeText("hej", limit: 2).string == "h…")
    let long = String(repeating: "漢", count: 500)
    #expect(SafeText(long, limit: .max).string == long)
  }

  @Test("What passes without the filter is what the filter would leave as it is")
  func plainText() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      if TextFilter.isPlain(text) { #expect(TextFilter.filter(text) == text) }
    }
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let given = random.text(upTo: 12)
      for limit in 1...14 {
        guard let cut = TextFilter.plainBeginning(given, limit: limit) else { continue }
        #expect(cut == TextFilter.filter(given, limit: limit))
      }
    }
  }

  @Test("A line of five megabytes is looked at no further than it is shown")
  func longLine() {
    // Without a bound on what is looked at, ten thousand of these take minutes.
    let given = String(repeating: "漢\u{301}\u{202E}", count: 500_000)
    var shown = 0
    for _ in 0..<10_000 { shown += SafeText(given, limit: 80).string.count }
    #expect(shown == 800_000)
    let invisible = "a" + String(repeating: "\u{FE0F}", count: 1_700_000)
    for _ in 0..<10_000 { shown += SafeText(invisible, limit: 8).string.count }
    #expect(shown < 900_000)
  }

  @Test("Bytes that are no text are shown as such")
  func brokenBytes() {
    // Lone surrogates as WTF-8 would have them, an overlong slash, a byte beyond Unicode.
    let bytes: [UInt8] = [0x61, 0xED, 0xA0, 0x80, 0xC0, 0xAF, 0xF5, 0x62]
    let shown = SafeText(String(decoding: bytes, as: UTF8.self)).string
    #expect(shown.first == "a" && shown.last == "b")
    #expect(shown.dropFirst().dropLast().allSatisfy { $0 == "\u{FFFD}" })
  }

  @Test(
    "Lines end at every kind of line break",
    arguments: [
      Example("", []), Example("a", ["a"]), Example("a\n", ["a"]),
      Example("a\n\nb", ["a", "", "b"]),
      Example("a\r\nb\rc\u{0B}d\u{0C}e\u{85}f\u{2028}g", ["a", "b", "c", "d", "e", "f", "g"]),
      Example("\n", [""]), Example("\u{1B}[2J\nb", ["␛[2J", "b"]),
    ] as [Example<String, [String]>])
  func lines(example: Example<String, [String]>) {
    #expect(SafeText.lines(of: UntrustedText(example.given)).map(\.string) == example.result)
  }

  @Test("JSON made inert means the same", arguments: 0..<5)
  func inertJSON(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let given = [random.text(upTo: 30)]
      let json = String(decoding: try JSONEncoder().encode(given), as: UTF8.self)
      let inert = InertJSON.escaped(json)
      #expect(try JSONDecoder().decode([String].self, from: Data(inert.utf8)) == given)
      let unsafe = inert.unicodeScalars.contains {
        InertText.acts($0) || $0.properties.generalCategory == .nonspacingMark
      }
      #expect(!unsafe, "\(inert.debugDescription)")
    }
  }
}
