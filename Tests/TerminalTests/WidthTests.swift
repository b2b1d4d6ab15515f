import Demo
import Glibc
import Testing
import TextSafety

@testable import Terminal

@Suite("Text takes as many columns as the terminal gives it")
struct WidthTests {
  @Test(
    "Columns of what is shown",
    arguments: [
      Example("", 0), Example("a", 1), Example("åäö", 3), Example("a\u{30A}a\u{308}o\u{308}", 3),
      Example("漢字", 4), Example("ｱｲ", 2),
      Example("Ａ", 2), Example("한국", 4), Example("\u{1112}\u{1161}\u{11AB}", 2), Example("👍", 2),
      Example("👍🏽", 2), Example("👨‍👩‍👧", 2),
      Example("🇸🇪", 1), Example("❤️", 1), Example("e\u{301}\u{323}", 1), Example("\u{301}", 1),
      Example("–", 1), Example("…", 1), Example("☎", 1),
      Example("אב", 2), Example("न\u{92E}\u{938}\u{94D}\u{924}\u{947}", 4), Example("\u{202E}", 6),
      Example("\u{1B}", 1),
      Example("│─┌", 3), Example("█▁", 2), Example("a\nb", 3), Example("\u{3000}", 2),
      Example("\u{E000}", 6),
    ])
  func table(example: Example<String, Int>) {
    let text = SafeText(example.given)
    #expect(Width.of(text) == example.result, "\(text.string)")
  }

  @Test("Measuring, drawing and ncurses agree", arguments: 0..<20)
  func agreement(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let text = SafeText(random.text(upTo: 20))
      var frame = Frame(size: Size(columns: 400, rows: 1))
      let used = frame.put(text, at: Point(column: 0, row: 0), style: Style(.text))
      #expect(used == Width.of(text))
      for column in 0..<used {
        let cell = frame[column, 0]
        guard cell.width > 0 else { continue }
        let scalars = Array(cell.text.unicodeScalars)
        // What ncurses will take the cell for: the base's own width, and marks of none.
        #expect(scalars.count <= 5)
        #expect(Width.of(cell.text) == Int(cell.width))
        #expect(wcwidthInUTF8(scalars[0]) == Int(cell.width), "\(cell.text.debugDescription)")
        for mark in scalars.dropFirst() { #expect(wcwidthInUTF8(mark) == 0) }
      }
    }
  }

  @Test("A text is as wide as its characters, and is cut between them")
  func sumOfCharacters() {
    for value in UInt32(0x20)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = SafeText("a\(scalar)b\(scalar)")
      let widths = text.string.map(Width.full)
      #expect(Width.of(text) == widths.reduce(0, +), "\(value)")
      for columns in 1...4 {
        var used = 0
        let whole = zip(text.string, widths).prefix {
          used += $0.1
          return used <= columns
        }
        #expect(Width.prefix(text, columns: columns).string == String(whole.map(\.0)), "\(value)")
      }
    }
  }

  @Test("A text cut to columns takes no more, and all of it when it fits", arguments: 0..<10)
  func truncation(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let text = SafeText(
        random.number(in: 0...1) == 0 ? random.text(upTo: 30) : random.words(upTo: 30))
      let columns = random.number(in: 0...20)
      let cut = Width.truncated(text, to: columns)
      #expect(Width.of(cut) <= columns)
      #expect(Width.of(Width.prefix(text, columns: columns)) <= columns)
      if Width.of(text) <= columns { #expect(cut == text) }
      if columns > 0, Width.of(text) > columns { #expect(cut.string.last == "…") }
    }
  }

  @Test(
    "Examples of cutting",
    arguments: [
      ("Göteborg", 8, "Göteborg"), ("Göteborg", 7, "Götebo…"), ("漢字漢", 5, "漢字…"),
      ("漢字漢", 4, "漢…"), ("漢字", 1, "…"), ("hej", 0, ""), ("hej", -1, ""),
    ])
  func cuts(text: String, columns: Int, cut: String) {
    #expect(Width.truncated(SafeText(text), to: columns).string == cut)
  }

  @Test("No line of wrapped text is too wide, and no word is lost", arguments: 0..<20)
  func wrapping(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let text = SafeText(random.words(upTo: 60))
      let columns = random.number(in: 2...15)
      let lines = Width.wrap(text, columns: columns)
      #expect(lines.allSatisfy { Width.of($0) <= columns })
      let letters = lines.map(\.string).joined().filter { $0 != " " }
      #expect(letters == text.string.filter { $0 != " " })
    }
  }

  @Test("Letters that a language joins without end are parted where a line ends, and none is lost")
  func wrappingClusters() {
    let joined = String(repeating: "क\u{94D}", count: 30)
    #expect(joined.count == 1)
    let lines = Width.wrap(SafeText("x \(joined) y"), columns: 8)
    #expect(lines.allSatisfy { Width.of($0) <= 8 })
    #expect(lines.map(\.string).joined().unicodeScalars.count { $0 == "क" } == 30)
  }

  @Test(
    "Examples of wrapping",
    arguments: [
      ("", 5, []), ("hej", 5, ["hej"]), ("hej på dig", 6, ["hej på", "dig"]),
      ("hej på dig", 5, ["hej", "på", "dig"]), ("ungdomsjouren", 5, ["ungdo", "msjou", "ren"]),
      ("en ungdomsjour", 6, ["en", "ungdom", "sjour"]), ("a    b", 3, ["a", "b"]),
      ("漢字漢", 3, ["漢", "字", "漢"]), ("hej", 0, []),
    ] as [(String, Int, [String])])
  func wraps(text: String, columns: Int, lines: [String]) {
    #expect(Width.wrap(SafeText(text), columns: columns).map(\.string) == lines)
  }
}

/// The C library's own answer, asked in a UTF-8 locale; the module map of Glibc leaves it out.
private func wcwidthInUTF8(_ scalar: Unicode.Scalar) -> Int {
  typealias Function = @convention(c) (Int32) -> Int32
  guard let symbol = dlsym(nil, "wcwidth"), let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
  else { return -2 }
  let previous = uselocale(locale)
  defer {
    uselocale(previous)
    freelocale(locale)
  }
  return Int(unsafeBitCast(symbol, to: Function.self)(Int32(bitPattern: scalar.value)))
}
