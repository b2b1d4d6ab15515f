import CaseStore
import Casework
import Foundation
import Testing

@testable import Desk

@Suite("Files that are the officer's alone")
struct PrivateFileTests {
  private func mode(_ path: String) -> Int {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_mode & 0o7777) : -1
  }

  /// A directory that is gone after `body`.
  private func folder(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "samjour-private-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test("The editor's file can be read by nobody else, and what the editor leaves is gone")
  func editor() throws {
    try folder { path in
      let script = path + "/redigera"
      let text = """
        #!/bin/sh
        stat -c %a "$1" "$(dirname "$1")" > \(path)/modes
        cp "$1" "$1~"; cp "$1" "$(dirname "$1")/.text.swp"; mkdir "$(dirname "$1")/undo"
        cp "$1" "$(dirname "$1")/undo/old"
        printf ' och mer' >> "$1"
        """
      try Data(text.utf8).write(to: URL(filePath: script))
      chmod(script, 0o700)
      let runtime = path + "/runtime"
      #expect(PrivateFile.makeDirectory(runtime))
      let outcome = ExternalEditor(command: script, directory: runtime).edit("Hemligt")
      #expect(outcome == .text("Hemligt och mer"))
      #expect(try String(contentsOfFile: path + "/modes", encoding: .utf8) == "600\n700\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: runtime).isEmpty)
    }
  }

  @Test("An editor that fails leaves nothing either")
  func failingEditor() throws {
    try folder { path in
      #expect(PrivateFile.makeDirectory(path))
      let outcome = ExternalEditor(command: "false", directory: path).edit("Hemligt")
      #expect(outcome == .failed(1))
      let left = try FileManager.default.contentsOfDirectory(atPath: path)
      #expect(left.isEmpty)
    }
  }

  @Test("Rescued drafts are written to no link, no pipe and no other name of a file")
  func rescueTraps() throws {
    try folder { path in
      let target = path + "/annans"
      let draft = FormDraft(
        action: "tip.note", subject: nil, expects: nil, values: ["text": "Hemligt"], focus: "text")
      let traps: [(String) -> Int32] = [
        { symlink(target, $0) }, { link(target, $0) }, { mkfifo($0, 0o600) },
      ]
      for trap in traps {
        try Data("orörd".utf8).write(to: URL(filePath: target))
        let rescue = DraftRescue(store: "/srv/store.sqlite", state: path)
        #expect(PrivateFile.makeDirectory((rescue.path as NSString).deletingLastPathComponent))
        #expect(trap(rescue.path) == 0)
        #expect(throws: (any Error).self) { try rescue.write(["a": draft]) }
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "orörd")
        unlink(rescue.path)
      }
      let rescue = DraftRescue(store: "/srv/store.sqlite", state: path)
      let directory = (rescue.path as NSString).deletingLastPathComponent
      chmod(directory, 0o777)
      try rescue.write(["a": draft])
      #expect(mode(rescue.path) == 0o600)
      #expect(mode(directory) == 0o700)
    }
  }

  @Test("What was typed about a subject that has been erased since does not come back")
  func rescueOfErased() throws {
    try folder { path in
      let time = Instant(milliseconds: 1_579_086_000_000)
      let later = time.adding(minutes: 6 * 366 * 24 * 60)
      let file = path + "/store.sqlite"
      let old = try CaseStore.create(
        at: file, training: true,
        founder: Founder(login: "chef", name: "Berit Påhittad", unit: .emergency),
        clock: StoreClock { time })
      let lead = try #require(try old.officer(login: "chef"))
      let fields: [String: FieldValue] = ["channel": .text("web"), "text": .text("Ett barn")]
      let gone = try old.record(Action("tip.receive", fields: fields), by: lead).reference
      let store = try CaseStore(at: file, clock: StoreClock { later })
      let kept = try store.record(Action("tip.receive", fields: fields), by: lead).reference
      func draft(_ reference: Reference) -> FormDraft {
        FormDraft(
          action: "tip.note", subject: reference.description, expects: 1,
          values: ["text": "Hemligt"], focus: "text")
      }
      let rescue = DraftRescue(store: file, state: path + "/state")
      try rescue.write(["a": draft(gone), "b": draft(kept)])
      _ = try store.erase(gone, because: nil, by: lead)
      try rescue.restore(into: store, of: OfficerID(lead.id), now: later)
      #expect(try store.drafts(of: OfficerID(lead.id)).map(\.key) == ["b"])
      #expect(!FileManager.default.fileExists(atPath: rescue.path))
    }
  }
}
