import CaseStore
import Casework
import Foundation
import GRDB
import Testing

@Suite("The journal")
struct JournalTests {
  private func filled() throws -> TestStore {
    let test = try TestStore()
    for number in 1...6 {
      let tip = try test.tip("påhittat tips \(number)").reference
      try test.assess(tip)
    }
    return test
  }

  @Test("an untouched journal is whole")
  func whole() throws {
    let test = try filled()
    let verdict = try test.store.verify()
    #expect(verdict.fault == nil)
    #expect(verdict.entries == 13)
    #expect(verdict.head == (try test.store.head()))
  }

  /// What was done behind the program's back, and the entry that is named.
  @Test(
    "whatever is changed, taken away, swapped or added is found and named",
    arguments: [
      ("UPDATE journal SET body = CAST('{}' AS BLOB) WHERE seq = 4", 4),
      ("UPDATE journal SET happened_at = happened_at - 1 WHERE seq = 5", 5),
      ("UPDATE journal SET recorded_at = recorded_at + 1 WHERE seq = 1", 1),
      ("UPDATE journal SET officer = NULL WHERE seq = 7", 7),
      ("UPDATE journal SET kind = 'tip.noted' WHERE seq = 3", 3),
      ("UPDATE journal SET version = 9 WHERE seq = 3", 3),
      ("UPDATE journal SET salt = zeroblob(16) WHERE seq = 6", 6),
      ("UPDATE journal SET salt = NULL WHERE seq = 6", 6),
      ("UPDATE journal SET body_digest = zeroblob(32) WHERE seq = 6", 6),
      ("UPDATE journal SET digest = zeroblob(32) WHERE seq = 13", 13),
      ("DELETE FROM journal WHERE seq = 8", 8),
      ("DELETE FROM journal WHERE seq = 1", 1),
      ("DELETE FROM journal WHERE seq = 13", 13),
      ("DELETE FROM journal WHERE seq > 10", 11),
      (
        """
        UPDATE journal SET seq = -4 WHERE seq = 4; UPDATE journal SET seq = 4 WHERE seq = 6;
        UPDATE journal SET seq = 6 WHERE seq = -4
        """, 4
      ),
      (
        """
        INSERT INTO journal SELECT 14, recorded_at, happened_at, officer, subject, 99, kind, body,
        salt, body_digest, digest FROM journal WHERE seq = 13
        """, 14
      ),
      ("UPDATE store SET head_seq = 12", 13),
    ])
  func tampering(sql: String, entry: Int64) throws {
    let test = try filled()
    try DatabaseQueue(path: test.path).write { try $0.execute(sql: sql) }
    #expect(try test.store.verify().fault?.seq == entry)
  }

  @Test(
    "a body that is gone with its salt leaves the chain whole, but is told where nothing says so")
  func erased() throws {
    let test = try filled()
    try DatabaseQueue(path: test.path).write {
      try $0.execute(sql: "UPDATE journal SET body = NULL, salt = NULL WHERE seq = 3")
    }
    let verdict = try test.store.verify()
    #expect(verdict.entries == verdict.head.seq)
    #expect(verdict.fault?.seq == 3 && verdict.erased == 1)
    let history = try test.store.history(of: Reference(.tip, 2), as: test.founder)
    #expect(history.map { $0.fact == nil } == [true, false])
  }

  @Test("an export gives every entry after a number, in order")
  func export() throws {
    let test = try filled()
    var lines: [JournalEntry] = []
    try test.store.export(since: 10, as: test.founder) { lines.append($0) }
    #expect(lines.map(\.seq) == [11, 12, 13])
    #expect(lines.map(\.subject) == ["T10", "T12", "T12"])
    #expect(lines.last?.digest == (try test.store.head().digest))
    let mail = try test.officer("intag", [.intake])
    #expect(throws: StoreError.self) { try test.store.export(since: 0, as: mail) { _ in } }
  }
}
