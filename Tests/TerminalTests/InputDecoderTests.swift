import Demo
import Testing

@testable import Terminal

@Suite("Bytes of a terminal become keys")
struct InputDecoderTests {
  @Test(
    "Keys of xterm, vt100, linux, screen and rxvt",
    arguments: [
      Example("a", "a"), Example("Å", "Å"), Example("漢", "漢"), Example("😀", "😀"),
      Example("\r", "<Enter>"), Example("\t", "<Tab>"), Example("\u{7F}", "<BS>"),
      Example("\u{08}", "<BS>"), Example("\u{00}", "<C-Space>"), Example("\n", "<C-j>"),
      Example("\u{01}\u{03}\u{1A}", "<C-a> <C-c> <C-z>"),
      Example("\u{1C}\u{1D}\u{1E}\u{1F}", "<C-\\> <C-]> <C-^> <C-_>"),
      Example("^[x^[Å^[\r", "<M-x> <M-Å> <M-Enter>"), Example("^[\u{7F}", "<M-BS>"),
      Example("^[[A^[[B^[[C^[[D", "<Up> <Down> <Right> <Left>"),
      Example("^[OA^[OB^[OC^[OD", "<Up> <Down> <Right> <Left>"),
      Example("^[[H^[[F^[OH^[OF", "<Home> <End> <Home> <End>"),
      Example("^[[1~^[[4~^[[7~^[[8~", "<Home> <End> <Home> <End>"),
      Example("^[[2~^[[3~^[[5~^[[6~", "<Ins> <Del> <PgUp> <PgDn>"),
      Example("^[OP^[OQ^[OR^[OS", "<F1> <F2> <F3> <F4>"),
      Example("^[[[A^[[[B^[[[C^[[[D^[[[E", "<F1> <F2> <F3> <F4> <F5>"),
      Example("^[[11~^[[12~^[[13~^[[14~", "<F1> <F2> <F3> <F4>"),
      Example("^[[15~^[[17~^[[18~^[[19~", "<F5> <F6> <F7> <F8>"),
      Example("^[[20~^[[21~^[[23~^[[24~", "<F9> <F10> <F11> <F12>"),
      Example("^[[Z", "<S-Tab>"), Example("^[OM^[Oj^[Op", "<Enter> * 0"),
      Example("^[[1;5D^[[1;2A^[[1;3C", "<C-Left> <S-Up> <M-Right>"),
      Example("^[[1;9C^[[1;6H^[[1;8F", "<M-Right> <C-S-Home> <C-M-S-End>"),
      Example("^[[3;5~^[[15;2~^[[1;5P", "<C-Del> <S-F5> <C-F1>"),
      Example("^[[27;5;13~^[[27;2;97~", "<C-Enter> A"),
      Example("^[[13;5u^[[97;5u^[[9;2u^[[229;3u", "<C-Enter> <C-a> <S-Tab> <M-å>"),
      Example("^[^[[A", "<Esc> <Up>"), Example("^[^[x", "<Esc> <M-x>"),
    ])
  func keys(example: Example<String, String>) {
    let bytes = Self.bytes(example.given)
    #expect(Self.notation(of: bytes) == example.result)
    // A slow line gives the bytes one by one.
    var decoder = InputDecoder()
    let events = bytes.flatMap { decoder.feed([$0]) }
    #expect(events == Self.events(of: bytes))
  }

  @Test(
    "What is no key is dropped whole, and what follows it is not",
    arguments: [
      Example("^[[?1;2cx", "x"), Example("^[[>0;276;0cx", "x"), Example("^[[12;40Rx", "x"),
      Example("^[[Ix^[[O", "x"), Example("^[[99~x", "x"), Example("^[[201~x", "x"),
      Example("^[[1;5^[[A", "<Up>"), Example("^[[12\rx", "<Enter> x"), Example("^[Oxy", "8 y"),
      Example("^[O^[x", "<M-x>"), Example("^[[[Fx", "x"), Example("^[[0ux", "x"),
      Example("^[[99999999999999999999ux", "x"), Example("^[[55296ux", "x"),
      Example("^[[<0;1Mx", "x"), Example("^[[<1;2;3;4Mx", "x"), Example("\u{80}x", "x"),
    ])
  func noKeys(example: Example<String, String>) {
    #expect(Self.notation(of: Self.bytes(example.given)) == example.result)
  }

  @Test(
    "Bytes that are not UTF-8 are Latin-1 or nothing",
    arguments: [
      Example([0xE5, 0xE4, 0xF6, 0x61], "å ä ö a"), Example([0xC3, 0x28], "Ã ("),
      Example([0xFF, 0xFE, 0x61], "ÿ þ a"), Example([0x80, 0x9B, 0x61], "a"),
      Example([0xED, 0xA0, 0x80, 0x61], "a"), Example([0xC0, 0xAF, 0x61], "À ¯ a"),
      Example([0xF4, 0x90, 0x80, 0x80, 0x61], "a"), Example([0xC2, 0x9B, 0x61], "a"),
      Example([0x1B, 0xE5, 0x61], "<M-å> a"), Example([0xC3, 0x1B, 0x5B, 0x41], "Ã <Up>"),
    ] as [Example<[UInt8], String>])
  func broken(example: Example<[UInt8], String>) {
    #expect(Self.notation(of: example.given) == example.result)
  }

  @Test("After a silence, what is held is taken for what it is")
  func silence() {
    var decoder = InputDecoder()
    #expect(!decoder.isWaiting && decoder.settle().isEmpty)
    for (text, key) in [("^[", "<Esc>"), ("^[[", "<M-[>"), ("^[O", "<M-O>")] {
      #expect(decoder.feed(Self.bytes(text)).isEmpty && decoder.isWaiting)
      #expect(Self.notation(decoder.settle()) == key)
      #expect(!decoder.isWaiting)
    }
    // The rest of a longer sequence or letter comes late.
    for (text, rest, key) in [("^[[1;", "5A", "<C-Up>"), ("^[[", "", "<M-[>")] {
      #expect(decoder.feed(Self.bytes(text)).isEmpty)
      #expect(Self.notation(decoder.settle() + decoder.feed(Self.bytes(rest))) == key)
    }
    #expect(decoder.feed([0xC3]).isEmpty && decoder.settle().isEmpty)
    #expect(Self.notation(decoder.feed([0xA5])) == "å")
  }

  @Test("A lone letter of a Latin-1 terminal does not wait for the next")
  func latin1() {
    var decoder = InputDecoder(isUTF8: false)
    for (bytes, key) in [([0xE5], "å"), ([0xC4], "Ä"), ([0x1B, 0xF6], "<M-ö>")]
      as [([UInt8], String)]
    {
      #expect(Self.notation(decoder.feed(bytes) + decoder.settle()) == key)
    }
    #expect(Self.notation(decoder.feed([0xC3, 0xB6])) == "ö")
    #expect(decoder.feed([0xE2, 0x82]).isEmpty && decoder.settle().isEmpty)
  }

  @Test("The mouse is told in both ways that terminals have")
  func mouse() {
    let events: [(String, MouseEvent.Kind, Int, Int)] = [
      ("^[[<0;1;1M", .press(.left), 0, 0), ("^[[<1;5;7M", .press(.middle), 4, 6),
      ("^[[<2;300;200M", .press(.right), 299, 199), ("^[[<0;5;7m", .release, 4, 6),
      ("^[[<64;5;7M", .scrollUp, 4, 6), ("^[[<65;5;7M", .scrollDown, 4, 6),
      ("^[[<16;5;7M", .press(.left), 4, 6), ("^[[M !!", .press(.left), 0, 0),
      ("^[[M#%'", .release, 4, 6), ("^[[M`%'", .scrollUp, 4, 6),
    ]
    for (text, kind, column, row) in events {
      let expected = MouseEvent(kind: kind, at: Point(column: column, row: row))
      #expect(Self.events(of: Self.bytes(text)) == [.mouse(expected)], "\(text)")
    }
    for text in ["^[[<32;5;7M", "^[[<0;0;1M", "^[[M\u{20}\u{20}\u{20}", "^[[<128;5;7M"] {
      #expect(Self.events(of: Self.bytes(text)).isEmpty, "\(text)")
    }
  }

  @Test("Random bytes, in random pieces, never stop the decoder", arguments: 0..<20)
  func random(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let usual: [UInt8] = [0x1B, 0x5B, 0x4F, 0x4D, 0x3C, 0x3B, 0x7E, 0x30, 0x32, 0x31, 0x75, 0xC3]
    var decoder = InputDecoder(isUTF8: seed % 2 == 0)
    for _ in 0..<2_000 {
      let bytes = (0..<random.number(in: 0...12)).map { _ in
        random.number(in: 0...2) == 0
          ? UInt8(random.number(in: 0...255)) : random.element(of: usual)
      }
      _ = decoder.feed(bytes)
      if random.number(in: 0...5) == 0 { _ = decoder.settle() }
    }
    // Whatever came before, a line that is whole again is understood.
    _ = decoder.feed(Self.bytes("^[[201~x"))
    _ = decoder.settle()
    _ = decoder.feed(Self.bytes("xx"))
    #expect(Self.notation(decoder.feed(Self.bytes("q^[[A"))) == "q <Up>")
  }

  static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix("^[") {
        bytes.append(0x1B)
        rest = rest.dropFirst(2)
      } else {
        bytes += Array(String(first).utf8)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }

  static func events(of bytes: [UInt8]) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return decoder.feed(bytes)
  }

  static func notation(of bytes: [UInt8]) -> String { notation(events(of: bytes)) }

  static func notation(_ events: [TerminalEvent]) -> String {
    events.map { event in
      if case .key(let stroke) = event { return stroke.description }
      return "\(event)"
    }.joined(separator: " ")
  }
}
