import Testing
import TextSafety

@testable import Terminal

@Suite("A terminal in memory behaves as one that is there")
struct MemoryDriverTests {
  @Test("Events come once and in order, and a resize changes the size")
  func events() throws {
    let driver = MemoryDriver(size: Size(columns: 80, rows: 24))
    try driver.type("j <Enter>")
    driver.send(.paste("hej"), .resize(Size(columns: 20, rows: 5)))
    #expect(driver.size.columns == 80)
    #expect(
      driver.nextEvents() == [
        .key(KeyStroke(.character("j"))), .key(KeyStroke(.enter)), .paste("hej"),
        .resize(Size(columns: 20, rows: 5)),
      ])
    #expect(driver.size == Size(columns: 20, rows: 5))
    #expect(driver.nextEvents().isEmpty && driver.descriptors.isEmpty)
    #expect(throws: KeyNotationError.unclosed("<Enter")) { try driver.type("<Enter") }
  }

  @Test("What was asked of it is kept")
  func requests() {
    let driver = MemoryDriver(size: Size(columns: 5, rows: 1))
    #expect(driver.screen.isEmpty && driver.frame == nil)
    var frame = Frame(size: driver.size)
    frame.put("hej", at: Point(column: 0, row: 0), style: Style(.text))
    driver.draw(frame)
    #expect(driver.screen == "hej" && driver.frames.count == 1)
    driver.redraw(theme: .light)
    driver.setMouse(false)
    #expect(driver.theme?.name == "light" && driver.redrawings == 1 && !driver.usesMouse)
    #expect(driver.withReleasedTerminal { 7 } == 7 && driver.releases == 1)
    driver.suspend()
    #expect(driver.suspensions == 1 && driver.nextEvents() == [.resumed])
    driver.leave()
    #expect(driver.hasLeft)
  }
}
