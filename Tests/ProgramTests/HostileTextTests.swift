import Foundation
import HostileInput
import Testing

@Suite("Hostile text on the way out")
struct HostileTextTests {
  /// Escape sequences, C1, overrides, zero width, tags, 60 marks and a line break.
  private static let hostile =
    "ond\u{1B}]0;titel\u{7}\u{1B}[2J\u{9B}31m\u{202E}txet\u{200B}\u{2066}\u{FEFF}"
    + "\u{E0041}a" + String(repeating: "\u{301}", count: 60) + "\u{2028}rad\u{7F}\r\u{8}"

  @Test("No command writes anything that acts on a terminal or hides")
  func inert() throws {
    let store = try TrainingStore()
    let line = try JSONSerialization.data(withJSONObject: [
      "text": Self.hostile, "place": Self.hostile, "acute": Self.hostile,
      "reporter": ["name": Self.hostile],
    ])
    #expect(try store.run(["intake", "jsonl"], input: line).status == 0)
    for arguments in [
      ["list", "tips"], ["list", "tips", "--json"], ["show", "T2"], ["show", "T2", "--json"],
      ["search", "ond"], ["search", "ond", "--json"], ["journal", "export"],
    ] {
      let outcome = try store.run(arguments, input: Data())
      #expect(outcome.output.contains("ond"), "\(arguments)")
      #expect(InertText.acting(in: outcome.output).isEmpty, "\(arguments)")
    }
    let complaint = try store.run("list", Self.hostile)
    #expect(complaint.status == 64)
    #expect(InertText.acting(in: complaint.errors).isEmpty)
  }

  @Test(
    "A word that a command does not take is repeated inert",
    arguments: [
      ["list", "tips", "--filter"], ["--lang"], ["list", "tips", "--limit"], ["bogus"],
      ["handover", "Ö1", "--format"], ["list", "tips", "extra"], ["--bogus"], ["deadline"],
    ])
  func refusedWords(arguments: [String]) throws {
    for word in [Self.hostile, "\u{1FFFE}", "\u{1B}[2J", "\u{202E}"] {
      let outcome = try Program.run(arguments + [word], in: Folder())
      #expect(outcome.status == 64)
      #expect(!outcome.errors.isEmpty)
      #expect(InertText.acting(in: outcome.errors + outcome.output).isEmpty)
    }
  }

  @Test("JSON says exactly what came in")
  func jsonIsWhole() throws {
    let store = try TrainingStore()
    let line = try JSONSerialization.data(withJSONObject: ["text": Self.hostile])
    _ = try store.run(["intake", "jsonl"], input: line)
    let shown = try #require(try store.run("show", "T2", "--json").objects().first)
    let report = try #require(shown["report"] as? [String: Any])
    #expect(
      (report["text"] as? String)?.unicodeScalars.elementsEqual(
        Self.hostile.unicodeScalars) == true)
  }
}
