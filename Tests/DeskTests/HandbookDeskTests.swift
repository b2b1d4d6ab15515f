import Casework
import Desk
import Foundation
import Terminal
import Testing

@Suite("The handbook at the desk")
struct HandbookDeskTests {
  private func desk(
    _ columns: Int = 120, _ rows: Int = 40, directories: [String] = []
  ) throws -> TestDesk {
    let shift = try TestShift()
    try shift.fill()
    return try TestDesk(
      shift, size: Size(columns: columns, rows: rows), directories: directories)
  }

  @Test("the handbook", arguments: [(60, 16), (80, 24), (120, 40), (200, 60)])
  func opened(columns: Int, rows: Int) throws {
    let desk = try desk(columns, rows)
    try desk.keys("g r")
    desk.type("förvaltnings")
    try expectFrame(desk.screen, "reference-\(columns)x\(rows)")
  }

  @Test("the word list says why it is empty, and Esc goes back")
  func words() throws {
    let desk = try desk(80, 24)
    let before = desk.screen
    try desk.keys("g o")
    try expectFrame(desk.screen, "reference-words-80x24")
    try desk.keys("<Esc>")
    #expect(desk.screen == before)
  }

  @Test("it is looked up from a form, which is as it was left")
  func overForm() throws {
    let desk = try desk()
    try desk.keys("n")
    desk.type("Flicka tigger")
    try desk.keys("<F4>")
    desk.type("tolk")
    #expect(desk.screen.contains("aldrig en medföljande"))
    try desk.keys("<Esc>")
    desk.type(" ensam")
    #expect(desk.screen.contains("Flicka tigger ensam"))
  }

  @Test("a reference is gone to from a form, which is as it was left")
  func referenceFromForm() throws {
    let desk = try desk()
    try desk.keys("n")
    desk.type("Flicka tigger")
    try desk.keys("<F3>")
    desk.type("t8")
    try desk.keys("<Enter>")
    #expect(desk.screen.contains("Skåpbil med madrasser"))
    try desk.keys("<Esc>")
    desk.type(" ensam")
    #expect(desk.screen.contains("Flicka tigger ensam"))
  }

  @Test("the search knows å, ä and ö as letters of their own, and not the case")
  func searchFolding() throws {
    let desk = try desk()
    try desk.keys("/")
    desk.type("STJÄL")
    #expect(desk.screen.contains("Pojke ca 13 år"))
    try desk.keys("<Esc> /")
    desk.type("stjal")
    #expect(desk.screen.contains("Inget tips har de orden"))
  }

  @Test("Tab goes from section to section, round and round")
  func sections() throws {
    let desk = try desk()
    try desk.keys("g r")
    var titles: [String] = []
    for _ in 0..<7 {
      let line = desk.screen.split(separator: "\n").first { $0.contains("▸") } ?? ""
      titles.append(String(line.split(separator: "▸").last?.prefix(20) ?? ""))
      try desk.keys("<Tab>")
    }
    #expect(Set(titles.prefix(6)).count == 6)
    #expect(titles[6] == titles[0])
  }

  @Test("a clock links to its paragraph, a case to the manual's next step")
  func paragraphs() throws {
    let shift = try TestShift()
    let child = try shift.record("person.register", ["alias": .text("flicka, röd jacka")])
    let opened = try shift.record(
      "case.open",
      [
        "alias": .text("Slussenflickan"),
        "children": .list([.text(child.reference.description)]),
      ])
    let custody = try shift.record(
      "custody.prepare", ["who": .text("flicka"), "age": .number(15)])
    try shift.record(
      "custody.decide",
      [
        "decider": .text("Vera Låtsas"), "capacity": .text("chairman"),
        "given": .text("telephone"), "boardMeeting": .text("2026-12-10"),
      ], on: custody.reference.description)
    let desk = try TestDesk(shift)
    for (reference, told) in [
      (custody.reference, "LVU 7 §: handlingarna till förvaltningsrätten"),
      (opened.reference, "Steg 1 av 15"),
    ] {
      try desk.keys("/")
      desk.type("\(reference)")
      try desk.keys("<Enter> P")
      #expect(desk.screen.contains(told), "\(reference)")
      try desk.keys("<Esc> <Esc>")
    }
  }

  @Test("the unit's file replaces its own entries, adds to the program's, and is read when opened")
  func ownFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "samjour-handbook-\(UUID().uuidString)")
    let reference = folder.appending(path: "reference")
    try FileManager.default.createDirectory(at: reference, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let desk = try desk(directories: [folder.path])
    try Data(
      """
      section: words
      version: "1"
      date: 2026-09-01
      entries:
        - {id: prov, title: prov, romani: xyz, reviewed: 2026-09-01 av Berit}
      """.utf8
    ).write(to: reference.appending(path: "words.yaml"))
    try desk.keys("g o")
    #expect(desk.screen.contains("Romani: xyz"))
    #expect(desk.screen.contains("Granskad 2026-09-01 av Berit"))
    #expect(desk.screen.contains("Ordlistan ersätter aldrig en tolk"))
  }

  @Test("every fault of a file is told with its place, and the rest is read")
  func faults() throws {
    for name in try ConfigTranscript.files("reference-") {
      let (handbook, diagnostics) = HandbookLoader.load([try ConfigTranscript.source(name)])
      let own = handbook.entries.flatMap { entry in
        entry.passages.filter { $0.edition?.file == name }.map { passage in
          "\(entry.id) “\(entry.title.sv)” \(passage.reviewTitle.sv): "
            + passage.lines.map { ($0.label.map { $0.sv + "=" } ?? "") + $0.text.sv }
            .joined(separator: "; ")
        }
      }
      let text =
        (diagnostics.flatMap { [$0.text(.sv), $0.text(.en)] } + own).joined(separator: "\n") + "\n"
      #expect(try text == ConfigTranscript.expected(name), "\(name)\n\(text)")
    }
    #expect(try ConfigTranscript.files("reference-").count == 2)
  }

  @Test("nothing is wrong with what the program brings, and it holds no telephone number or word")
  func builtIn() {
    let (handbook, diagnostics) = HandbookLoader.load([])
    #expect(diagnostics == [])
    #expect(handbook.search("", in: .words).isEmpty)
    #expect(handbook.search("", in: .directory).count == 11)
    for entry in handbook.entries {
      for passage in entry.passages {
        #expect(passage.review == nil, "\(entry.id)")
        #expect(!passage.lines.contains { $0.label?.en == "Telephone" }, "\(entry.id)")
      }
    }
  }
}
