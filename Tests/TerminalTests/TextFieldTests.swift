import Demo
import Testing
import TextSafety

@testable import Terminal

@Suite("A field is edited as people edit a line")
struct TextFieldTests {
  @Test(
    "Keys, the text, and the cursor in it",
    arguments: [
      Example("hej", "hej|"), Example("Åsa ö", "Åsaö|"), Example("a<Space>b", "a b|"),
      Example("hej<Left><Left>x", "hx|ej"), Example("hej<C-b><C-b>x<C-f>y", "hxey|j"),
      Example("hej<Home>x<End>y", "xhejy|"), Example("hej<C-a>x<C-e>y", "xhejy|"),
      Example("hej<BS>", "he|"), Example("hej<Home><Del>", "|ej"), Example("<BS><Del>", "|"),
      Example("hej<Home><BS><C-d><C-d><C-d><C-d>", "|"),
      Example("tips<Space>från<Space>skolan<C-Left>x", "tips från x|skolan"),
      Example("tips<Space>från<Space>skolan<M-b><M-b>x", "tips x|från skolan"),
      Example("tips<Space>från<Home><C-Right>x", "tipsx| från"),
      Example("tips<Space>från<Home><M-f><M-f>x", "tips frånx|"),
      Example("tips<Space>från<Space>Å-by<C-w>", "tips från |"),
      Example("tips<Space>från<Space>Å-by<M-BS>", "tips från Å-|"),
      Example("tips<Space>från<C-w><C-w>", "|"), Example("tips<Space>från<C-w><C-y>", "tips från|"),
      Example("tips<Space>från<C-Left><C-u>", "|från"),
      Example("tips<Space>från<C-Left><C-k>", "tips |"),
      Example("tips<Space>från<C-Left><C-k><Home><C-y>", "från|tips "),
      Example("tips<Space>från<Home><M-d>", "| från"), Example("tips<C-k>", "tips|"),
      Example("tips<Home><C-Del>", "|"), Example("tips<C-w><C-_>", "tips|"),
      Example("ett<Space>två<C-_>", "ett |"), Example("ett<Space>två<C-_><C-_>", "|"),
      Example("ett<Space>två<C-_><C-_><M-_>", "ett |"),
      Example("ett<Space>två<C-_><C-_><M-_><M-_>", "ett två|"),
      Example("ett<C-_>två<M-_>", "två|"), Example("<C-_><M-_>x", "x|"),
      Example("漢字<Left>x", "漢x|字"), Example("👨‍👩‍👧<BS>", "|"), Example("e\u{301}<BS>", "|"),
    ])
  func scripts(example: Example<String, String>) throws {
    var field = TextField()
    for key in try KeyStroke.script(example.given) {
      #expect(field.handle(key) == true, "\(key)")
    }
    var text = field.text
    text.insert("|", at: text.index(text.startIndex, offsetBy: field.cursor))
    #expect(text == example.result)
  }

  @Test("Keys that mean nothing to a field are left to others")
  func otherKeys() {
    var field = TextField("hej")
    for key in ["<Enter>", "<Tab>", "<S-Tab>", "<Esc>", "<Up>", "<Down>", "<F1>", "<C-s>", "<M-x>"]
    {
      let isTaken = KeyStroke(key).map { field.handle($0) }
      #expect(isTaken == false, "\(key)")
    }
    #expect(field.text == "hej")
  }

  @Test("A mark that is typed by itself joins the letter before it, and can be undone")
  func typedMark() {
    var field = TextField()
    for character in ["a", "\u{30A}", "!"] as [Character] {
      #expect(field.handle(KeyStroke(.character(character))) == true)
    }
    #expect(field.text == "å!" && field.cursor == 2)
    while field.undo() {}
    #expect(field.isEmpty)
  }

  @Test("What is pasted is kept as it came, on one line")
  func paste() {
    var field = TextField("ab")
    field.cursor = 1
    field.insert("rad 1\nrad\t2\r\n\u{1B}[2J\u{202E}")
    #expect(field.text == "arad 1 rad\t2 \u{1B}[2J\u{202E}b")
    #expect(field.cursor == field.text.count - 1)
    #expect(field.undo() == true)
    #expect(field.text == "ab" && field.cursor == 1)
    field.cursor = 99
    #expect(field.cursor == 2)
    field.text = "ny\ntext"
    #expect(field.text == "ny text" && field.cursor == 7)
    #expect(field.undo() == false)
  }

  @Test("What is seen holds the cursor, and is inert", arguments: 0..<10)
  func view(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      var field = TextField(
        random.number(in: 0...1) == 0 ? random.text(upTo: 30) : random.words(upTo: 30))
      field.cursor = random.number(in: 0...30)
      var frame = Frame(size: Size(columns: 30, rows: 2))
      let area = Rect(column: 3, row: 1, columns: random.number(in: 0...20), rows: 1)
      field.view(in: area, focused: true, into: &frame)
      if area.isEmpty {
        #expect(frame.cursor == nil)
      } else {
        #expect(frame.cursor.map(area.contains) == true)
      }
      #expect(frame.rowText(0).isEmpty && frame.rowText(1).prefix(3).allSatisfy { $0 == " " })
      #expect(SafeText(frame.rowText(1)).string == frame.rowText(1))
    }
  }

  @Test(
    "A long text is scrolled so that something is seen on both sides of the cursor",
    arguments: [
      Example(0, "|0123456789"), Example(5, "01234|56789"), Example(11, "3456789a|bc"),
      Example(20, "bcdefghij|"),
    ])
  func scrolling(example: Example<Int, String>) {
    var field = TextField("0123456789abcdefghij")
    field.cursor = example.given
    var frame = Frame(size: Size(columns: 10, rows: 1))
    field.view(in: frame.bounds, focused: true, into: &frame)
    var shown = frame.rowText(0)
    let column = frame.cursor?.column ?? 0
    shown.insert("|", at: shown.index(shown.startIndex, offsetBy: min(column, shown.count)))
    #expect(shown == example.result)
  }

  @Test("An empty field shows what it is for")
  func placeholder() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    TextField().view(in: frame.bounds, focused: true, into: &frame, placeholder: "igår 21:40")
    #expect(frame.text() == "igår 21…" && frame.cursor == Point(column: 0, row: 0))
  }
}
