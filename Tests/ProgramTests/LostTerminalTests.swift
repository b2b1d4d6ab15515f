import Foundation
import Testing

@Suite("A terminal that is gone, or does not read")
struct LostTerminalTests {
  private func desk(_ store: TrainingStore, on terminal: DumbTerminal) throws -> Child {
    var setup = Program.setup(store.options(["desk", "--lang", "sv"]), store.folder)
    setup.environment["TERM"] = "xterm-256color"
    return try Child(setup, terminal: terminal.name)
  }

  private func present(_ store: TrainingStore) throws -> Bool {
    try store.run("doctor", "--quick", "--json").output.contains("presence-orphaned")
  }

  @Test("Tips are saved at once while a desk's terminal does not read, and the desk ends when told")
  func blocked() throws {
    let store = try TrainingStore()
    let terminal = try DumbTerminal(columns: 250, rows: 70)
    let child = try desk(store, on: terminal)
    // The terminal has taken what it can; nobody reads the rest of the frame.
    try Patience.wait(for: "the first frame") { terminal.waiting > 1000 }
    let lines = (0..<200).map { "{\"id\":\"\($0)\",\"text\":\"tips \($0)\",\"acute\":\"nu\"}\n" }
    let outcome = try store.run("intake", "jsonl", input: lines.joined())
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 200)
    // The first asks; another ends a desk that hangs in writing to its terminal.
    var status: Int32 = 0
    try Patience.wait(for: "the end of the desk") {
      child.signal(SIGTERM)
      return waitpid(child.identifier, &status, WNOHANG) != 0
    }
    #expect(try store.references().count == 200)
    try store.expectWhole()
  }

  @Test("A terminal that is closed ends its desk and keeps what was typed")
  func closed() throws {
    let store = try TrainingStore()
    let terminal = try DumbTerminal(columns: 80, rows: 24)
    let child = try desk(store, on: terminal)
    try Patience.wait(for: "the first frame") { terminal.waiting > 500 }
    terminal.type("n")
    terminal.type("Halvskrivet om Slussen")
    terminal.hangUp()
    #expect([0, -SIGHUP].contains(try child.wait()))
    #expect(try !present(store))
    try store.expectWhole()
  }
}
