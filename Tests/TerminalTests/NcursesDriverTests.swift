import Testing
import TextSafety

@testable import Terminal

@Suite("A full-screen terminal gets what changed and no more", .serialized)
struct NcursesDriverTests {
  private static func frame(_ size: Size, selected: Int) -> Frame {
    var frame = Frame(size: size)
    frame.fill(frame.bounds, Style(.text))
    let area = Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 2)
    frame.box(
      area, title: "Tips", trailing: "3 nya", style: Style(.focusBorder), titleStyle: Style(.title))
    let inside = area.inset(columns: 1, rows: 1)
    for row in 0..<inside.rows {
      let place = Point(column: inside.column + 1, row: inside.row + row)
      frame.put(SafeText("T\(1_000 + row)"), at: place, style: Style(.key))
      frame.put(
        SafeText("3 t 12 min   Ungdomar vid hållplatsen på Kortedala torg, en verkar mycket full"),
        at: Point(column: place.column + 8, row: place.row), style: Style(.dim), clip: inside)
      if row == selected {
        frame.restyle(
          Rect(column: inside.column, row: place.row, columns: inside.columns, rows: 1)
        ) { _ in Style(.selection) }
        frame.cursor = place
      }
    }
    return frame
  }

  /// Draws into a pseudo-terminal of its own.
  private func withDriver(
    _ terminal: String, _ size: Size, theme: Theme = .dark,
    _ body: (NcursesDriver, PseudoTerminal) throws -> Void
  ) throws {
    let pseudo = try #require(PseudoTerminal(columns: size.columns, rows: size.rows))
    let driver = try NcursesDriver(
      NcursesDriver.Options(
        theme: theme, input: pseudo.inner, output: pseudo.inner, terminal: terminal))
    defer { driver.leave() }
    #expect(driver.size == size)
    try body(driver, pseudo)
  }

  @Test(
    "A moved selection takes no more than 400 bytes",
    arguments: [Size(columns: 200, rows: 60), Size(columns: 80, rows: 24)])
  func movedSelection(size: Size) throws {
    for theme in Theme.all {
      try withDriver("xterm-256color", size, theme: theme) { driver, pseudo in
        driver.draw(Self.frame(size, selected: 0))
        #expect(pseudo.output().count > 1_000)
        for selected in 1..<12 {
          driver.draw(Self.frame(size, selected: selected))
          let bytes = pseudo.output().count
          #expect(bytes > 0 && bytes <= 400, "\(theme.name), row \(selected): \(bytes) bytes")
        }
      }
    }
  }

  @Test("The same frame again takes nothing")
  func sameFrame() throws {
    let size = Size(columns: 200, rows: 60)
    try withDriver("xterm-256color", size) { driver, pseudo in
      driver.draw(Self.frame(size, selected: 3))
      _ = pseudo.output()
      driver.draw(Self.frame(size, selected: 3))
      #expect(pseudo.output().count <= 16)
    }
  }

  @Test("A change of theme draws everything, in its colours, without a bell")
  func redraw() throws {
    let size = Size(columns: 80, rows: 24)
    try withDriver("xterm-256color", size) { driver, pseudo in
      var frame = Self.frame(size, selected: 3)
      frame.bell = true
      driver.draw(frame)
      #expect(pseudo.output().contains(0x07))
      for theme in [Theme.light, .dark, .mono, .highContrast] {
        driver.redraw(theme: theme)
        let text = String(decoding: pseudo.output(), as: UTF8.self)
        #expect(text.utf8.count > 1_000 && !text.contains("\u{07}"))
        let ground = theme.attributes(Style(.selection), colors: 256).background
        #expect(text.contains("48;5;") == theme.usesColor)
        if let ground { #expect(text.contains("48;5;\(ground)m")) }
        driver.draw(frame)
        #expect(pseudo.output().filter { $0 != 0x07 }.count <= 16)
      }
    }
  }

  @Test("The mouse is told and left, and left behind off")
  func mouse() throws {
    let size = Size(columns: 80, rows: 24)
    try withDriver("xterm-256color", size) { driver, pseudo in
      #expect(String(decoding: pseudo.output(), as: UTF8.self).contains("\u{1B}[?1000h"))
      driver.setMouse(false)
      driver.setMouse(false)
      #expect(String(decoding: pseudo.output(), as: UTF8.self) == "\u{1B}[?1006l\u{1B}[?1000l")
      driver.setMouse(true)
      #expect(String(decoding: pseudo.output(), as: UTF8.self) == "\u{1B}[?1000h\u{1B}[?1006h")
      pseudo.type(Array("\u{1B}[<0;3;4M".utf8))
      let press = MouseEvent(kind: .press(.left), at: Point(column: 2, row: 3))
      #expect(driver.nextEvents().contains(.mouse(press)))
      driver.leave()
      let farewell = String(decoding: pseudo.output(), as: UTF8.self)
      #expect(farewell.contains("\u{1B}[?1000l") && farewell.contains("\u{1B}[?1049l"))
    }
  }

  @Test("What is copied is sent encoded, and no notice has more parts than it says")
  func commands() throws {
    let size = Size(columns: 80, rows: 24)
    try withDriver("xterm-256color", size) { driver, pseudo in
      _ = pseudo.output()
      #expect(driver.hasClipboard)
      driver.copy(["T12 · öppet", "Nästa: bedöm"])
      #expect(
        String(decoding: pseudo.output(), as: UTF8.self)
          == "\u{1B}]52;c;VDEyIMK3IMO2cHBldApOw6RzdGE6IGJlZMO2bQ==\u{07}")
      driver.notify(SafeText("T12, \u{1B}]0;Slussen\u{07}"), .osc9)
      #expect(
        String(decoding: pseudo.output(), as: UTF8.self) == "\u{1B}]9;T12, ␛]0;Slussen␇\u{07}")
      driver.notify("T12, Slussen; spår 2", .osc777)
      #expect(
        String(decoding: pseudo.output(), as: UTF8.self)
          == "\u{1B}]777;notify;Samjour;T12, Slussen, spår 2\u{07}")
      driver.notify(SafeText(String(repeating: "x", count: 5_000)), .osc9)
      #expect(pseudo.output().count < 300)
    }
    try withDriver("linux", size) { driver, pseudo in
      _ = pseudo.output()
      #expect(!driver.hasClipboard)
      driver.copy(["T12"])
      driver.notify("T12", .osc9)
      #expect(pseudo.output().isEmpty)
    }
  }

  @Test(
    "Kinds of terminals are drawn on without colours they lack",
    arguments: ["vt100", "linux", "screen", "xterm", "xterm-256color"])
  func kinds(terminal: String) throws {
    let size = Size(columns: 80, rows: 24)
    try withDriver(terminal, size) { driver, pseudo in
      driver.draw(Self.frame(size, selected: 0))
      let text = String(decoding: pseudo.output(), as: UTF8.self)
      #expect(text.contains("T1000") && text.contains("Tips"))
      #expect((driver.colors == 0) == (terminal == "vt100"))
      #expect(text.contains("48;5;") == (terminal == "xterm-256color"))
    }
  }

  @Test("A window that is no terminal, or unknown, is refused in words")
  func refusals() throws {
    let pseudo = try #require(PseudoTerminal(columns: 80, rows: 24))
    #expect(throws: TerminalError.unknownTerminal("no-such-terminal")) {
      try NcursesDriver(
        NcursesDriver.Options(
          input: pseudo.inner, output: pseudo.inner, terminal: "no-such-terminal"))
    }
    #expect(throws: TerminalError.tooSimple("dumb")) {
      try NcursesDriver(
        NcursesDriver.Options(input: pseudo.inner, output: pseudo.inner, terminal: "dumb"))
    }
    #expect(throws: TerminalError.notATerminal) {
      try NcursesDriver(NcursesDriver.Options(input: -1, output: -1, terminal: "xterm"))
    }
  }
}
