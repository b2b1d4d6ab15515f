import Foundation
import Testing

@Suite("As it stood, from the shell")
struct AsOfTests {
  /// One tip at nine, its assessment and another tip at ten.
  private func store() throws -> TrainingStore {
    let store = try TrainingStore()
    let tips = [
      (
        "09:00",
        "{\"action\":\"tip.receive\",\"fields\":{\"channel\":\"phone\",\"text\":\"Det ena\"}}"
      ),
      (
        "10:00",
        "{\"action\":\"tip.receive\",\"fields\":{\"channel\":\"phone\",\"text\":\"Det andra\"}}"
      ),
      (
        "10:01",
        "{\"action\":\"tip.assess\",\"subject\":\"T2\",\"fields\":{\"outcome\":\"investigate\",\"ground\":\"g\"}}"
      ),
    ]
    for (time, line) in tips {
      let outcome = try store.run("record", "--now", "2027-03-01T\(time):00+01:00", input: line)
      guard outcome.status == 0 else { throw Failure(outcome.errors) }
    }
    return store
  }

  private let now = ["--now", "2027-03-01T12:00:00+01:00"]

  private func read(_ store: TrainingStore, _ arguments: [String], asOf time: String) throws
    -> Outcome
  {
    try store.run(arguments + now + ["--as-of", time], input: Data())
  }

  @Test(
    "Lists, subjects, clocks and search are those of the moment",
    arguments: ["2027-03-01T09:30:00+01:00", "9:30", "idag 9.30", "-150min"])
  func reading(time: String) throws {
    let store = try store()
    let listed = try read(store, ["list", "tips", "--json"], asOf: time).objects()
    #expect(listed.map { $0["ref"] as? String } == ["T2"])
    let shown = try read(store, ["show", "T2"], asOf: time)
    #expect(shown.output.contains("inte gjord") && !shown.output.contains("v2"))
    let clocks = try read(store, ["clocks", "--json"], asOf: time).objects()
    #expect(clocks.map { $0["rule"] as? String } == ["sol20-1", "sol20-2"])
    #expect(clocks.map { $0["state"] as? String } == ["running", "running"])
    #expect(try read(store, ["search", "andra", "--json"], asOf: time).output == "")
    #expect(try read(store, ["show", "T3"], asOf: time).status == 65)
  }

  @Test("A time to come, or one that can't be read, is refused in words")
  func refusedTimes() throws {
    let store = try store()
    let future = try read(store, ["list", "tips"], asOf: "2031-01-01")
    #expect(future.status == 64 && future.errors.contains("framtiden"))
    let unread = try read(store, ["list", "tips"], asOf: "snart")
    #expect(unread.status == 64 && unread.errors.contains("igår 21:40"))
  }

  @Test(
    "What writes, and what is the journal's own, takes no --as-of",
    arguments: [
      ["record"], ["rebuild"], ["journal", "head"], ["journal", "verify"], ["intake", "jsonl"],
      ["backup", "kopia.sqlite"],
    ])
  func refusedCommands(command: [String]) throws {
    let store = try store()
    let head = try store.run("journal", "head").output
    let outcome = try read(store, command, asOf: "-1h")
    #expect(outcome.status == 64 && outcome.errors.contains("--as-of"))
    #expect(try store.run("journal", "head").output == head)
  }

  @Test("Nothing is left behind in the runtime directory")
  func nothingLeft() throws {
    let store = try store()
    let directory = store.folder.file("run")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let outcome = try Program.run(
      ["list", "tips", "--store", store.path, "--officer", "boss", "--as-of", "9:30"] + now,
      in: store.folder, environment: ["TMPDIR": directory])
    #expect(outcome.status == 0 && outcome.output.contains("Det ena"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty)
  }

  @Test("A desk that shows how it stood ends when something is erased, and says why")
  func erasedMeanwhile() throws {
    let store = try TrainingStore()
    let lines = "{\"text\":\"Sedd vid Hornstull\"}\n{\"text\":\"Sedd vid Skanstull\"}\n"
    #expect(try store.run("intake", "jsonl", input: lines).status == 0)
    let screen = try Screen(
      store.desk() + " --as-of -0min 2>'\(store.folder.file("words"))'", in: store.folder)
    try screen.wait(for: "Hornstull")
    #expect(try store.run("intake", "jsonl", input: "{\"text\":\"Slussen\"}\n").status == 0)
    #expect(
      try store.run("redact", "T2", "--version", "1", "--reason", "fel barn").status == 0)
    try screen.waitForEnd()
    let words = try String(contentsOfFile: store.folder.file("words"), encoding: .utf8)
    #expect(words.contains("gallrats eller tagits bort"), "\(words)")
  }
}
