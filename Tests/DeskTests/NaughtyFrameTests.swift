import Casework
import Foundation
import HostileInput
import Terminal
import Testing
import TextSafety

@testable import Desk

/// Texts that have made trouble elsewhere, on the screen.
@Suite("Naughty texts on the screen")
struct NaughtyFrameTests {
  private let texts: [String]

  init() throws {
    texts = try NaughtyTexts.all(besideFolderOf: #filePath)
  }

  /// A tip for each dozen of the texts, one of them in each field.
  private func fill(_ shift: TestShift) throws -> Int {
    var count = 0
    for start in stride(from: 0, to: texts.count, by: NaughtyTexts.tipFields.count) {
      var fields: [String: FieldValue] = [
        "channel": .text("phone"), "text": .text(texts[start] + " x"),
      ]
      for (name, text) in zip(NaughtyTexts.tipFields, texts[start...]) {
        fields[name] = .text(text)
      }
      try shift.record("tip.receive", fields, as: "samira")
      count += 1
    }
    return count
  }

  /// Every row is as wide as the screen, and nothing on it acts or hides.
  private func expectWhole(_ desk: TestDesk, _ what: String) {
    let frame = desk.frame
    #expect(frame.size == desk.state.size)
    for row in 0..<frame.size.rows {
      let width = (0..<frame.size.columns).reduce(0) { $0 + Int(frame[$1, row].width) }
      #expect(width == frame.size.columns, "\(what), row \(row): \(frame.rowText(row))")
    }
    #expect(InertText.acting(in: frame.text()).isEmpty, "\(what)")
    if let title = frame.title { #expect(InertText.acting(in: title.string).isEmpty, "\(what)") }
  }

  @Test(
    "In lists, windows and searches no row is too wide and nothing acts",
    arguments: [(80, 24), (120, 40)])
  func windows(columns: Int, rows: Int) throws {
    let shift = try TestShift()
    let count = try fill(shift)
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows))
    try desk.keys("g t")
    expectWhole(desk, "the list")
    for number in 0..<count {
      try desk.keys("<Enter>")
      expectWhole(desk, "tip \(number)")
      for page in 0..<3 {
        try desk.keys("<PageDown>")
        expectWhole(desk, "tip \(number), page \(page)")
      }
      try desk.keys("<Esc> j")
    }
    expectWhole(desk, "the end of the list")
  }

  @Test("Pasted into a form, a search and a word to find, every text is held in its place")
  func fields() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let desk = try TestDesk(shift, size: Size(columns: 80, rows: 24))
    try desk.keys("a")
    for text in texts {
      desk.paste(text)
      expectWhole(desk, "a form with \(text.debugDescription)")
    }
    try desk.keys("<C-s>")
    #expect(desk.message.contains("sparat"))
    expectWhole(desk, "after saving")
    for text in texts.enumerated().filter({ $0.offset % 10 == 3 }).map(\.element) {
      try desk.keys("/")
      desk.paste(text)
      expectWhole(desk, "a search for \(text.debugDescription)")
      try desk.keys("<Esc>")
    }
  }

  @Test("As an officer's name, in header, lists and messages, it is one short line")
  func officers() throws {
    for (index, text) in texts.enumerated() where index % 25 == 4 && !UntrustedText(text).isBlank {
      let shift = try TestShift()
      try shift.record(
        "officer.change", ["name": .text(text)], on: "H2")
      let tip = try shift.tip("Pojke sover på perrongen")
      let other = try TestDesk(shift, as: "olle", size: Size(columns: 80, rows: 24))
      let desk = try TestDesk(shift, size: Size(columns: 80, rows: 24))
      expectWhole(other, "the desk of \(text.debugDescription)")
      try shift.record("tip.note", ["text": .text(text)], on: "\(tip)", as: "olle")
      try desk.hearBell()
      try desk.keys("<Enter>")
      expectWhole(desk, "what \(text.debugDescription) did")
    }
  }
}
