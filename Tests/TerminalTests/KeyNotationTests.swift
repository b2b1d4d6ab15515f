import Testing

@testable import Terminal

@Suite("A key is written in one way, and read in the ways people write it")
struct KeyNotationTests {
  @Test(
    "Notation and the form it is given back in",
    arguments: [
      Example("j", "j"), Example("G", "G"), Example("å", "å"), Example("Ö", "Ö"),
      Example("<", "<lt>"), Example("<lt>", "<lt>"), Example("<gt>", ">"), Example(">", ">"),
      Example("<Space>", "<Space>"), Example("<S-Space>", "<Space>"), Example("-", "-"),
      Example("<C-s>", "<C-s>"), Example("<c-S>", "<C-s>"), Example("<M-x>", "<M-x>"),
      Example("<A-x>", "<M-x>"), Example("<M-C-x>", "<C-M-x>"), Example("<S-a>", "A"),
      Example("<S-å>", "Å"), Example("<M-X>", "<M-X>"), Example("<M-S-x>", "<M-X>"),
      Example("<C-->", "<C-->"), Example("<C-minus>", "<C-->"), Example("<C->>", "<C->>"),
      Example("<Enter>", "<Enter>"), Example("<CR>", "<Enter>"), Example("<return>", "<Enter>"),
      Example("<esc>", "<Esc>"), Example("<Tab>", "<Tab>"), Example("<S-Tab>", "<S-Tab>"),
      Example("<BackTab>", "<S-Tab>"), Example("<BS>", "<BS>"), Example("<Delete>", "<Del>"),
      Example("<C-Left>", "<C-Left>"), Example("<S-PgUp>", "<S-PgUp>"),
      Example("<PageDown>", "<PgDn>"), Example("<F1>", "<F1>"), Example("<C-f12>", "<C-F12>"),
      Example("<bar>", "|"),
    ])
  func form(example: Example<String, String>) throws {
    let stroke = try KeyStroke.parse(example.given)
    #expect(stroke.description == example.result)
    #expect(try KeyStroke.parse(example.result) == stroke)
  }

  @Test(
    "What is wrong is said",
    arguments: [
      Example("", .empty), Example(" ", .empty), Example("jj", .moreThanOneKey("jj")),
      Example("<C-s", .unclosed("<C-s")), Example("<C-s>x", .moreThanOneKey("<C-s>x")),
      Example("<a><b>", .moreThanOneKey("<a><b>")), Example("<>", .unknownKey("<>")),
      Example("<x>", .unknownKey("<x>")), Example("<Entre>", .unknownKey("<Entre>")),
      Example("<C->", .unknownKey("<C->")), Example("<F0>", .unknownKey("<F0>")),
      Example("<F99>", .unknownKey("<F99>")), Example("<X-a>", .unknownModifier("<X-a>")),
      Example("<C-C-a>", .repeatedModifier("<C-C-a>")),
      Example("<M-A-a>", .repeatedModifier("<M-A-a>")),
    ] as [Example<String, KeyNotationError>])
  func errors(example: Example<String, KeyNotationError>) {
    #expect(throws: example.result) { try KeyStroke.parse(example.given) }
    #expect(KeyStroke(example.given) == nil)
  }

  @Test("Every key can be written and read back")
  func roundTrip() throws {
    let named: [KeyStroke.Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown,
    ]
    let keys =
      named + (1...35).map { .function($0) }
      + "abzAZ059 <>-_/\\|'\"åäöÅÄÖé漢+".map { .character($0) }
    for key in keys {
      for held in 0..<8 {
        let stroke = KeyStroke(
          key, control: held & 1 != 0, meta: held & 2 != 0, shift: held & 4 != 0)
        #expect(try KeyStroke.parse(stroke.description) == stroke, "\(stroke)")
      }
    }
  }

  @Test(
    "A sign that would join the one beside it is written by its number",
    arguments: [
      Example("\u{6E4}", "<M-U+06E4>"), Example("\u{301}", "<M-U+0301>"),
      Example("\u{600}", "<M-U+0600>"), Example("\u{A0}", "<M-U+00A0>"), Example("å", "<M-å>"),
    ])
  func joining(example: Example<Character, String>) throws {
    for isMeta in [true, false] {
      let stroke = KeyStroke(.character(example.given), meta: isMeta)
      #expect(try KeyStroke.sequence("g \(stroke) t")[1] == stroke)
      if isMeta { #expect(stroke.description == example.result) }
    }
    #expect(throws: KeyNotationError.unknownKey("<U+1B>")) { try KeyStroke.parse("<U+1B>") }
    #expect(throws: KeyNotationError.unknownKey("<U+001B>")) { try KeyStroke.parse("<U+001B>") }
  }

  @Test(
    "A control character is no notation of a key",
    arguments: ["\n", "\u{1}", "\u{9B}", "<C-\u{7}>"])
  func controls(notation: String) {
    #expect(throws: KeyNotationError.unknownKey(notation)) { try KeyStroke.parse(notation) }
  }

  @Test("Sequences are separated by blanks, and scripts type what is no key")
  func sequences() throws {
    #expect(try KeyStroke.sequence(" g  t ").map(\.description) == ["g", "t"])
    #expect(throws: KeyNotationError.empty) { try KeyStroke.sequence("  ") }
    #expect(throws: KeyNotationError.moreThanOneKey("gt")) { try KeyStroke.sequence("gt") }
    let script = try KeyStroke.script("j <Enter> Hej<Space>då < <C->>")
    #expect(
      script.map(\.description)
        == ["j", "<Enter>", "H", "e", "j", "<Space>", "d", "å", "<lt>", "<C->>"])
    #expect(throws: KeyNotationError.unclosed("a<Enter")) { try KeyStroke.script("a<Enter") }
  }

  @Test(
    "Keys that a terminal cannot send are refused with the reason",
    arguments: [
      Example("j", nil), Example("<C-s>", nil), Example("<M-x>", nil), Example("<F12>", nil),
      Example("<C-Left>", nil), Example("<C-Space>", nil), Example("<S-Tab>", nil),
      Example("<M-Enter>", nil), Example("<C-i>", .sameAs(KeyStroke(.tab))),
      Example("<C-m>", .sameAs(KeyStroke(.enter))),
      Example("<C-h>", .sameAs(KeyStroke(.backspace))),
      Example("<C-[>", .sameAs(KeyStroke(.escape))), Example("<C-S-a>", .noCode),
      Example("<C-1>", .noCode), Example("<C-å>", .noCode), Example("<C-Enter>", .noCode),
      Example("<S-Enter>", .noCode), Example("<C-Tab>", .noCode), Example("<F13>", .noCode),
      Example("<M-[>", .ambiguous), Example("<M-O>", .ambiguous), Example("<M-Esc>", .ambiguous),
    ] as [Example<String, KeyStroke.Reason?>])
  func unsendable(example: Example<String, KeyStroke.Reason?>) throws {
    #expect(try KeyStroke.parse(example.given).unsendable == example.result)
  }
}
