import Foundation
import GRDB
import Testing

@Suite("Several writers on one store")
struct WritersTests {
  @Test("Two processes write at once: every receipt is of a tip of its own")
  func twoWriters() throws {
    let store = try TrainingStore()
    let writers = try ["a", "b"].map { name in
      let writer = try store.start("intake", "jsonl")
      try writer.send(Self.lines(name, 200))
      return writer
    }
    var references: [String] = []
    for writer in writers {
      try writer.close()
      references += try writer.references()
    }
    #expect(references.count == 400)
    #expect(try store.references().sorted() == references.sorted())
    try store.expectWhole()
  }

  @Test("A line that goes to two processes is one tip, and both have its receipt")
  func sameLines() throws {
    let store = try TrainingStore()
    let writers = try (0..<4).map { _ in try store.start("intake", "jsonl") }
    for number in 0..<60 {
      for (index, writer) in writers.enumerated() {
        try writer.send("{\"id\":\"\(index / 2)-\(number)\",\"text\":\"tips \(number)\"}\n")
      }
    }
    let references = try writers.map { writer in
      try writer.close()
      return try writer.references()
    }
    #expect(references.map(\.count) == [60, 60, 60, 60])
    #expect(references[0] == references[1])
    #expect(references[2] == references[3])
    #expect(try store.references().sorted() == (references[0] + references[2]).sorted())
    try store.expectWhole()
  }

  @Test("Every receipt that a killed writer printed is in the store", arguments: [1, 7, 40, 150])
  func killed(receipts: Int) throws {
    let store = try TrainingStore()
    let other = try store.start("intake", "jsonl")
    let writer = try store.start("intake", "jsonl")
    try other.send(Self.lines("other", 200))
    try writer.send(Self.lines("killed", 400))
    var printed = try writer.references(receipts)
    try writer.kill()
    // What was still in the pipe; the last line may be half.
    printed += (try? writer.references()) ?? []
    try other.close()
    printed += try other.references()
    let stored = try store.references()
    #expect(Set(stored).isSuperset(of: printed))
    #expect(Set(stored).count == stored.count)
    try store.expectWhole()
    // The sender sends all again: none is there twice.
    #expect(try store.run("intake", "jsonl", input: Self.lines("killed", 400)).status == 0)
    #expect(try store.references().count == 600)
  }

  private static func lines(_ name: String, _ count: Int) -> String {
    (0..<count).map { "{\"id\":\"\(name)-\($0)\",\"text\":\"tips \($0)\"}\n" }.joined()
  }
}

extension TrainingStore {
  /// The references of all tips.
  func references() throws -> [String] {
    try run("list", "tips", "--json").objects().compactMap { $0["ref"] as? String }
  }

  /// The journal verifies, and the database is what SQLite takes for whole.
  func expectWhole() throws {
    let verdict = try run("journal", "verify")
    #expect(verdict.status == 0, "\(verdict.errors)")
    let database = try DatabaseQueue(path: path)
    let check = try database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    #expect(check == ["ok"])
  }
}
