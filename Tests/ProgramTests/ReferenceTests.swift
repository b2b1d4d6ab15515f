import Foundation
import Testing

@Suite("What is looked up and printed for meetings")
struct ReferenceTests {
  @Test("The handbook is searched without a store, and each entry says whether it is reviewed")
  func reference() throws {
    let folder = try Folder()
    let text = try Program.run(["reference", "lvu", "34", "--lang", "sv"], in: folder)
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("LVU 34 §: rättens avgörande om vård"))
    #expect(text.output.contains("ogranskad"))
    let json = try Program.run(["reference", "--section", "districts", "--json"], in: folder)
    #expect(try json.objects().count == 17)
    #expect(try Program.run(["reference", "--section", "lag"], in: folder).status == 64)
  }

  @Test("`samjour help keys` is `samjour keys`: every command with its keys")
  func keys() throws {
    let folder = try Folder()
    let asked = try Program.run(["help", "keys", "--lang", "sv"], in: folder)
    let printed = try Program.run(["keys", "--lang", "sv"], in: folder)
    #expect(asked.status == 0)
    #expect(asked.output == printed.output)
    #expect(asked.output.contains("handover.send") && asked.output.contains("Ctrl") == false)
    let other = try Program.run(["help", "record"], in: folder)
    #expect(other.status == 0 && other.output.contains("--atomic"))
  }

  @Test("The agendas have references and K-numbers, and none of what was written of a child")
  func agendas() throws {
    let folder = try Folder()
    let store = folder.file("demo.sqlite")
    #expect(try Program.run(["demo", "--into", store], in: folder).status == 0)
    func agenda(_ arguments: [String], as officer: String) throws -> Outcome {
      try Program.run(
        ["agenda"] + arguments + [
          "--store", store, "--officer", officer, "--lang", "sv", "--as-of",
          "2011-12-20T12:00:00+01:00",
        ], in: folder)
    }
    let police = try agenda(["police", "--format", "markdown"], as: "demo")
    #expect(police.status == 0)
    #expect(police.output.hasPrefix("# Möte med gränspolisen, "))
    #expect(police.lines.filter { $0.hasPrefix("- [ ] **A") }.count == 2)
    #expect(police.output.contains("  - Fråga: Hur långt har förundersökningen kommit?"))
    let later = try agenda(["police", "--days", "24"], as: "demo")
    #expect(later.output.contains("Inget att ta upp."))
    let forum = try agenda(["forum"], as: "demo")
    #expect(forum.status == 0)
    #expect(forum.output.hasPrefix("Internt forum, 2011-12-20"))
    #expect(forum.output.contains("Polisanmälningar (3)"))
    for word in ["pojke", "flicka", "Rumänien"] {
      #expect(!(police.output + forum.output).lowercased().contains(word.lowercased()), "\(word)")
    }
    #expect(try agenda(["police"], as: "statistik").status == 77)
    #expect(try agenda(["forum"], as: "statistik").status == 77)
  }
}
