import Glibc
import Testing
import TextSafety

@testable import Terminal

@Suite("A terminal for those who listen says what is new, line by line", .serialized)
struct LinearDriverTests {
  /// Everything a driver said.
  private final class Speech {
    var text = ""
  }

  private static let size = Size(columns: 60, rows: 6)

  private static let tips = [
    "21:40 AKUT barn ute i kylan", "20:15 slagsmål vid hållplatsen", "19:02 skolk",
    "18:30 klotter", "17:55 fyrverkerier",
  ]

  /// Two panes beside each other, the left with a list of which three rows are seen.
  private static func screen(
    first: Int, selected: Int, tips: [String] = tips, clock: String = "03:40"
  ) -> Frame {
    var frame = Frame(size: size)
    frame.put(
      SafeText("Samjour   Åsa   \(clock)"), at: Point(column: 0, row: 0), style: Style(.header))
    for (column, title) in [(0, "Tips"), (40, "LVU § 6")] {
      frame.box(
        Rect(column: column, row: 1, columns: column == 0 ? 40 : 20, rows: 5),
        title: SafeText(title), style: Style(.border), titleStyle: Style(.title))
    }
    for row in 0..<3 where first + row < tips.count {
      frame.put(
        SafeText(tips[first + row]), at: Point(column: 2, row: 2 + row), style: Style(.text))
    }
    frame.put("fre 27/11", at: Point(column: 42, row: 2), style: Style(.warning))
    frame.cursor = Point(column: 2, row: 2 + selected)
    return frame
  }

  @Test("A short watch as it is heard")
  func transcript() throws {
    let speech = Speech()
    let driver = LinearDriver(size: Self.size, input: -1) { speech.text += $0 }
    func scene(_ name: String, _ frame: Frame) {
      speech.text += "[\(name)]\n"
      driver.draw(frame)
    }
    var frame = Self.screen(first: 0, selected: 0)
    frame.title = "Samjour: 1 akut"
    scene("start", frame)
    scene("the same", frame)
    scene("down", Self.screen(first: 0, selected: 1))
    scene("scrolled by one", Self.screen(first: 1, selected: 2))
    scene("a minute later", Self.screen(first: 1, selected: 2, clock: "03:41"))
    let more = ["21:58 AKUT \u{1B}[2Jlarm\u{202E}"] + Self.tips
    scene("a hostile tip", Self.screen(first: 1, selected: 2, tips: more, clock: "03:41"))
    scene("to the top", Self.screen(first: 0, selected: 0, tips: more, clock: "03:41"))
    speech.text += "[everything again]\n"
    driver.redraw(theme: .mono)
    driver.leave()
    scene("after leaving", Self.screen(first: 2, selected: 0))
    try expectTranscript("linear", speech.text)
    #expect(!speech.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("A pipe gives one line of keys at a time, and then its end")
  func pipe() throws {
    var ends: [Int32] = [0, 0]
    #expect(Glibc.pipe(&ends) == 0)
    defer { close(ends[0]) }
    let speech = Speech()
    let driver = LinearDriver(size: Self.size, input: ends[0]) { speech.text += $0 }
    defer { driver.leave() }
    #expect(driver.nextEvents().isEmpty && driver.descriptors.contains(ends[0]))
    send("j j <Enter>\n<C-s> hej\n<Entre>\n\n<Esc>", to: ends[1])
    close(ends[1])
    #expect(InputDecoderTests.notation(driver.nextEvents()) == "j j <Enter>")
    #expect(InputDecoderTests.notation(driver.nextEvents()) == "<C-s> h e j")
    #expect(driver.nextEvents().isEmpty && speech.text == "? <Entre>\n")
    #expect(driver.nextEvents().isEmpty)
    #expect(InputDecoderTests.notation(driver.nextEvents()) == "<Esc>")
    #expect(driver.nextEvents() == [.hangUp])
    #expect(driver.nextEvents().isEmpty && !driver.descriptors.contains(ends[0]))
  }

  @Test("Where the locale is not UTF-8 the lines are ASCII")
  func ascii() {
    let speech = Speech()
    let driver = LinearDriver(size: Self.size, input: -1, isUTF8: false) { speech.text += $0 }
    driver.draw(Self.screen(first: 0, selected: 1))
    driver.leave()
    #expect(speech.text.utf8.allSatisfy { $0 < 0x80 })
    #expect(speech.text.hasSuffix("> 20:15 slagsmal vid hallplatsen\n"))
  }

  private func send(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
  }
}
