import Foundation
import Testing

/// Many desks and many writers on one store, some of them killed as by a power cut.
@Suite("A crowd on one store")
struct CrowdTests {
  @Test("Every receipt is in the store, once, whoever was killed")
  func crowd() throws {
    try Crowd(desks: 6, writers: 3).run(rounds: 4)
  }

  /// `make soak`: fifty desks and ten writers for as many seconds as the environment says.
  @Test(
    "The same holds for fifty desks and ten writers for minutes",
    .enabled(if: Crowd.soakSeconds != nil, "SAMJOUR_CROWD_SECONDS says for how long"))
  func soak() throws {
    let end = ContinuousClock.now + .seconds(Crowd.soakSeconds ?? 0)
    try Crowd(desks: 50, writers: 10).run { _ in ContinuousClock.now < end }
  }
}

private final class Crowd {
  static let soakSeconds = ProcessInfo.processInfo.environment["SAMJOUR_CROWD_SECONDS"].flatMap {
    Int($0)
  }

  private let store: TrainingStore
  private let writers: Int
  private var desks: [(child: Child, keys: Pipe)] = []
  private var receipts: [String] = []
  private var sent: [String] = []
  private static let linesEach = 40
  /// `FileHandle.nullDevice` has no descriptor that a child could be given.
  private let nowhere: FileHandle

  init(desks: Int, writers: Int) throws {
    guard let nowhere = FileHandle(forWritingAtPath: "/dev/null") else {
      throw Failure("no /dev/null")
    }
    self.nowhere = nowhere
    store = try TrainingStore()
    self.writers = writers
    for _ in 0..<desks { try openDesk() }
  }

  deinit { for desk in desks { desk.child.signal(SIGKILL) } }

  private func openDesk() throws {
    let keys = Pipe()
    let setup = Program.setup(store.options(["desk", "--linear", "--lang", "sv"]), store.folder)
    let child = try Child(
      setup, input: keys.fileHandleForReading, output: nowhere, errors: nowhere)
    try keys.fileHandleForReading.close()
    desks.append((child, keys))
  }

  func run(rounds: Int) throws {
    try run { $0 < rounds }
  }

  func run(while goesOn: (Int) -> Bool) throws {
    var round = 0
    while goesOn(round) {
      try play(round)
      round += 1
    }
    for desk in desks {
      try desk.keys.fileHandleForWriting.close()
      #expect(try desk.child.wait() == 0)
    }
    desks = []
    // What was sent to those that were killed is sent again: each is there once.
    let again = try store.run("intake", "jsonl", input: sent.joined())
    #expect(again.status == 0)
    let stored = try store.references()
    #expect(stored.count == sent.count)
    #expect(Set(stored).count == sent.count)
    #expect(Set(stored).isSuperset(of: receipts))
    try store.expectWhole()
    let doctor = try store.run("doctor", "--json")
    #expect(doctor.status == 0, "\(doctor.output)")
  }

  /// Every writer writes, one of them is killed while it does, and a desk with it.
  private func play(_ round: Int) throws {
    let writing = try (0..<writers).map { number in
      let lines = (0..<Self.linesEach).map {
        "{\"id\":\"\(round)-\(number)-\($0)\",\"text\":\"tips \($0)\"}\n"
      }
      sent += lines
      let writer = try store.start("intake", "jsonl")
      try writer.send(lines.joined())
      return writer
    }
    for desk in desks { try desk.keys.fileHandleForWriting.write(contentsOf: Data("jjk".utf8)) }
    let killed = round % writers
    receipts += try writing[killed].references(round * 7 % Self.linesEach)
    try writing[killed].kill()
    receipts += (try? writing[killed].references()) ?? []
    let gone = desks.removeFirst()
    gone.child.signal(SIGKILL)
    #expect(try gone.child.wait() == -SIGKILL)
    try openDesk()
    for (number, writer) in writing.enumerated() where number != killed {
      let status = try writer.finish()
      let own = try writer.references()
      // In a great crowd a writer may be told to try again; then it has no receipt for the rest.
      #expect(own.count == Self.linesEach ? status == 0 : status == 75)
      receipts += own
    }
  }
}
