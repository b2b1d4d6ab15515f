import Demo
import Testing
import TextSafety

@testable import Terminal

@Suite("An editor is edited as people edit a text")
struct TextEditorTests {
  @Test(
    "Keys, the text, and the cursor in it",
    arguments: [
      Example("ett<Enter>två", "ett\ntvå|"), Example("ett<Enter>två<Up>x", "ettx|\ntvå"),
      Example("ett<Enter>tvåan<Up><Down>x", "ett\ntvåanx|"),
      Example("lång<Space>rad<Enter>a<Enter>lång<Space>rad<Up><Up>x", "lång radx|\na\nlång rad"),
      Example("ett<Enter>två<Home><BS>", "ett|två"), Example("ett<Enter>två<Up><Del>", "ett|två"),
      Example("ett<Enter>två<C-Home>x", "x|ett\ntvå"), Example("ett<Enter>två<M-<><C-k>", "|\ntvå"),
      Example("ett<Enter>två<C-Home><C-k><C-k>", "|två"),
      Example("ett<Enter>två<C-Home><C-k><C-k><C-y>", "\n|två"),
      Example("ett<Enter>två<C-Home><C-End>x", "ett\ntvåx|"),
      Example("ett<Enter>två<Up><Up>x", "x|ett\ntvå"), Example("ett<Down>x", "ettx|"),
      Example("ett<Enter>två<Home><Left>x", "ettx|\ntvå"),
      Example("ett<Enter>två<Up><Right>x", "ett\nx|två"),
      Example("ett<Enter>två<M-b><M-b>x", "x|ett\ntvå"),
      Example("ett<Enter>två<C-Home><M-f><M-f>x", "ett\ntvåx|"),
      Example("ett<Enter>två<C-_>", "ett\n|"), Example("ett<Enter>två<C-_><C-_><C-_>", "|"),
      Example("ett<Enter><Enter>två<PgUp>x", "ettx|\n\ntvå"),
      Example("0123456789abc<Up>x", "0123x|456789abc"),
      Example("0123456789abc<Home><Down>x", "012345678x|9abc"),
    ])
  func scripts(example: Example<String, String>) throws {
    var editor = TextEditor()
    editor.layout(Size(columns: 10, rows: 4))
    for key in try KeyStroke.script(example.given) {
      #expect(editor.handle(key) == true, "\(key)")
    }
    #expect(Self.marked(editor) == example.result)
  }

  @Test("Keys that mean nothing to an editor are left to others")
  func otherKeys() {
    var editor = TextEditor("hej")
    for key in ["<Tab>", "<S-Tab>", "<Esc>", "<F1>", "<C-s>", "<C-Enter>"] {
      let isTaken = KeyStroke(key).map { editor.handle($0) }
      #expect(isTaken == false, "\(key)")
    }
    #expect(editor.text == "hej")
  }

  @Test("All undone is the beginning, all done again the end", arguments: 0..<20)
  func history(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let start = random.words(upTo: 30)
    var editor = TextEditor(start)
    editor.layout(Size(columns: random.number(in: 2...20), rows: random.number(in: 1...5)))
    let keys = try KeyStroke.script(
      "a å é 漢 <Space> <Enter> <BS> <Del> <Left> <Right> <Up> <Down> <Home> <End> <C-w> <C-k> "
        + "<C-u> <C-y> <M-d> <M-BS> <PgUp> <C-Home> <C-Left> <M-f>")
    for _ in 0..<200 {
      if random.number(in: 0...9) == 0 {
        editor.insert(random.words(upTo: 8))
      } else if random.number(in: 0...19) == 0 {
        _ = random.number(in: 0...1) == 0 ? editor.undo() : editor.redo()
      } else {
        #expect(editor.handle(random.element(of: keys)) == true)
      }
      #expect((0..<editor.lineCount).contains(editor.cursorLine))
    }
    let finish = editor.text
    while editor.undo() {}
    #expect(editor.text == TextEditor(start).text)
    while editor.redo() {}
    #expect(editor.text == finish)
  }

  @Test("A paste keeps its lines, whatever broke them, and is one step")
  func paste() {
    var editor = TextEditor("ab")
    editor.moveCursor(line: 0, column: 1)
    editor.insert("1\r\n2\u{2028}3\r4\u{1B}[2J")
    #expect(Self.marked(editor) == "a1\n2\n3\n4\u{1B}[2J|b")
    #expect(editor.undo() == true)
    #expect(Self.marked(editor) == "a|b")
    #expect(editor.undo() == false)
    #expect(editor.redo() == true)
    #expect(editor.lineCount == 4)
  }

  @Test("A paste of a megabyte is taken, seen and undone")
  func hugePaste() {
    var editor = TextEditor()
    editor.layout(Size(columns: 60, rows: 10))
    let text = String(repeating: "En lång rad om en sen kväll i Frölunda.\n", count: 25_000)
    editor.insert(text)
    #expect(editor.text == text && editor.cursorLine == 25_000)
    var frame = Frame(size: Size(columns: 60, rows: 10))
    editor.view(in: frame.bounds, focused: true, into: &frame)
    #expect(frame.cursor == Point(column: 0, row: 9))
    #expect(editor.undo() == true)
    #expect(editor.isEmpty)
  }

  @Test("The view wraps between words and holds the cursor")
  func wrapping() {
    var editor = TextEditor("En lång rad om Frölunda\n\nslut")
    var frame = Frame(size: Size(columns: 10, rows: 6))
    editor.view(in: frame.bounds, focused: true, into: &frame)
    #expect(frame.text() == "En lång\nrad om\nFrölunda\n\nslut\n")
    #expect(frame.cursor == Point(column: 4, row: 4))
    editor.layout(Size(columns: 10, rows: 2))
    frame = Frame(size: Size(columns: 10, rows: 2))
    editor.view(in: frame.bounds, focused: true, into: &frame)
    #expect(frame.text() == "\nslut" && frame.cursor == Point(column: 4, row: 1))
  }

  @Test("Whatever is written, the cursor is seen and the view inert", arguments: 0..<10)
  func view(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      var editor = TextEditor(
        random.number(in: 0...1) == 0 ? random.text(upTo: 60) : random.words(upTo: 60))
      let area = Rect(
        column: 1, row: 1, columns: random.number(in: 1...12), rows: random.number(in: 1...4))
      editor.layout(area.size)
      editor.moveCursor(line: random.number(in: 0...5), column: random.number(in: 0...20))
      var frame = Frame(size: Size(columns: 14, rows: 6))
      editor.view(in: area, focused: true, into: &frame)
      #expect(frame.cursor.map(area.contains) == true)
      for row in 0..<6 {
        #expect(SafeText(frame.rowText(row)).string == frame.rowText(row))
      }
    }
  }

  private static func marked(_ editor: TextEditor) -> String {
    var lines = editor.text.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let line = lines[editor.cursorLine]
    let place = line.index(line.startIndex, offsetBy: editor.cursorColumn)
    lines[editor.cursorLine].insert("|", at: place)
    return lines.joined(separator: "\n")
  }
}
