import Foundation
import GRDB
import Testing

@Suite("Faults under a running desk")
struct DeskFaultTests {
  private func started(_ store: TrainingStore) throws -> Screen {
    let lines = (0..<60).map { "{\"text\":\"tips \($0) om Hornstull\"}\n" }.joined()
    #expect(try store.run("intake", "jsonl", input: lines).status == 0)
    let screen = try Screen("exec " + store.desk(), in: store.folder)
    try screen.wait(for: "jourbordet · 1")
    return screen
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let words: String
    let inflict: @Sendable (String) throws -> Void

    var testDescription: String { name }
  }

  static let faults = [
    Fault(name: "the file is cut in half", words: "avkortad") {
      let size = try FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int ?? 0
      truncate($0, off_t(size / 2))
    },
    Fault(name: "the file is emptied", words: "avkortad") { truncate($0, 0) },
    Fault(name: "the log is taken away", words: "logg är borttagen") { unlink($0 + "-wal") },
    Fault(name: "the index of the log is taken away", words: "logg är borttagen") {
      unlink($0 + "-shm")
    },
    Fault(name: "the file is replaced by another", words: "utbytt") {
      try FileManager.default.copyItem(atPath: $0, toPath: $0 + ".new")
      rename($0 + ".new", $0)
    },
    Fault(name: "a newer program has changed the form", words: "Nyare Samjour") {
      try DatabaseQueue(path: $0).write {
        try $0.execute(
          sql: """
            ALTER TABLE tips ADD COLUMN later TEXT;
            INSERT INTO grdb_migrations VALUES ('99 from the future')
            """)
      }
    },
  ]

  @Test(
    "The desk says what has happened, saves nothing into it, and keeps what is typed",
    arguments: faults)
  func inflicted(_ fault: Fault) throws {
    let store = try TrainingStore()
    let screen = try started(store)
    try fault.inflict(store.path)
    // Told within the second in which the desk looks after its store.
    let told = try screen.wait(for: fault.words)
    #expect(told.contains("LAGRET"))
    try screen.press("n")
    try screen.wait(for: "Vad har hänt")
    try screen.type("Halvskrivet om Slussen")
    try screen.wait(for: "inte sparat än")
    kill(try screen.processIdentifier(), SIGHUP)
    try screen.waitForEnd()
    let rescued = try FileManager.default.subpathsOfDirectory(atPath: store.folder.path)
      .filter { $0.contains("drafts") && $0.hasSuffix(".json") }
    let file = try #require(rescued.first)
    #expect(
      try String(contentsOfFile: store.folder.file(file), encoding: .utf8).contains("Slussen"))
  }

  @Test(
    "Where the disk answers with errors: what can't be logged is not shown, and what may be lost is told",
    .enabled(if: Machine.hasStrace, "strace may not trace here"),
    arguments: [
      ("pwrite64", "Inget visas", false), ("fdatasync", "disken svarar med fel", true),
    ])
  func openingUnlogged(call: String, words: String, isShown: Bool) throws {
    let store = try TrainingStore()
    // Another holds the store open: the log of writes and its index stand there already.
    let holder = try store.start("intake", "jsonl")
    defer { _ = try? holder.finish() }
    try holder.send("{\"text\":\"Sedd av en annan\"}\n")
    _ = try holder.references(1)
    let lines = (0..<3).map { "{\"text\":\"Sedd vid kiosken \($0)\"}\n" }
    #expect(try store.run("intake", "jsonl", input: lines.joined()).status == 0)
    let trace = "strace -f -qq -o /dev/null -e trace=\(call) -e inject=\(call):error=EIO:when=1+ "
    let screen = try Screen("exec /usr/bin/" + trace + store.desk(), in: store.folder)
    try screen.wait(for: "kiosken")
    try screen.press("Enter")
    let told = try screen.wait(for: words)
    #expect(told.contains("Historik") == isShown)
  }

  @Test("A doorbell that is taken away: what others save is still seen, and there is a new one")
  func bell() throws {
    let store = try TrainingStore()
    let screen = try started(store)
    unlink(store.path + "-bell")
    #expect(try store.run("intake", "jsonl", input: "{\"text\":\"Skanstull\"}\n").status == 0)
    try screen.wait(for: "Skanstull")
    #expect(FileManager.default.fileExists(atPath: store.path + "-bell"))
  }

  @Test("Restoring is refused while a desk is open, and done when it is closed")
  func restore() throws {
    let store = try TrainingStore()
    let screen = try started(store)
    let copy = store.folder.file("copy.sqlite")
    #expect(try store.run("backup", copy).status == 0)
    let refused = try store.run("restore", copy)
    #expect(refused.status == 75)
    #expect(refused.errors.contains("används"), "\(refused.errors)")
    try screen.press("C-q")
    try screen.waitForEnd()
    let later = store.folder.file("later.jsonl")
    #expect(try store.run("intake", "jsonl", input: "{\"text\":\"Skanstull\"}\n").status == 0)
    #expect(try store.run("journal", "export", "--since", "61", "--to", later).status == 0)
    let head = try store.run("journal", "head").output
    let early = try store.run("restore", copy)
    #expect(early.status == 64 && early.errors.contains("--since 61"), "\(early.errors)")
    truncate(store.path, 12_000)
    let doctor = try store.run("doctor", "--json").objects()
    #expect(doctor.first?["finding"] as? String == "truncated")
    let restored = try store.run("restore", copy, "--journal", later)
    #expect(restored.status == 0, "\(restored.errors)")
    #expect(try store.run("journal", "head").output == head)
    #expect(try store.run("doctor").status == 0)
    try store.expectWhole()
  }
}
