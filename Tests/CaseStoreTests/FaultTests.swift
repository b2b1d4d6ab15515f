import Casework
import Demo
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Faults under an open store")
struct FaultTests {
  private func trouble(_ body: () throws -> Void) -> StoreError? {
    do {
      try body()
      return nil
    } catch {
      return error as? StoreError
    }
  }

  @Test(
    "a log or its index that is taken away: nothing more is taken, nothing saved is lost",
    arguments: [["-wal"], ["-shm"], ["-wal", "-shm"]])
  func logLost(suffixes: [String]) throws {
    let test = try TestStore()
    try test.tip("före")
    for suffix in suffixes { unlink(test.path + suffix) }
    #expect(trouble { try test.tip("efter") }?.kind == .corrupt)
    #expect(
      trouble { try test.store.requireSound() }?.message == StoreError.logLost(test.path).message)
    // A newcomer would write past those who have the store open.
    #expect(trouble { _ = try CaseStore(at: test.path) }?.kind == .corrupt)
    // What was in the log when it lost its name is in the store itself.
    let alone = test.directory + "/alone.sqlite"
    try FileManager.default.copyItem(atPath: test.path, toPath: alone)
    let copy = try CaseStore(at: alone)
    #expect(try copy.verify().head.seq == 2)
    #expect(try copy.verify().fault == nil)
  }

  @Test("a doorbell that is taken away is made anew, and heard by those who listened to the old")
  func bell() throws {
    let test = try TestStore()
    let feed = try ChangeFeed(test.store)
    unlink(test.path + "-bell")
    feed.drain()
    try test.tip()
    // Once a second the feed looks for it.
    feed.watch()
    feed.drain()
    try test.tip()
    var wait = pollfd(fd: feed.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&wait, 1, 10_000) == 1)
  }

  @Test("a newer program's form under an open store: it says so and writes nothing")
  func superseded() throws {
    let test = try TestStore()
    try test.tip()
    #expect(trouble { try test.store.requireSound() } == nil)
    try DatabaseQueue(path: test.path).write {
      try $0.execute(
        sql: """
          ALTER TABLE tips ADD COLUMN later TEXT;
          INSERT INTO grdb_migrations VALUES ('99 from the future')
          """)
    }
    #expect(trouble { try test.tip() }?.kind == .newer)
    #expect(trouble { try test.store.requireSound() }?.kind == .newer)
    #expect(try test.store.head().seq == 2)
  }

  @Test("lists made anew by the same program stop nobody")
  func rebuilt() throws {
    let test = try TestStore()
    try test.tip()
    _ = try CaseStore(at: test.path).rebuild()
    try test.tip()
    #expect(trouble { try test.store.requireSound() } == nil)
  }

  @Test("a clock set back: what happens is recorded in its order, and the clock is called wrong")
  func clockBack() throws {
    let test = try TestStore()
    try test.tip()
    test.time.advance(minutes: -60)
    #expect(trouble { try test.store.requireSound() }?.message.sv.contains("klocka") == true)
    let receipt = try test.tip()
    #expect(receipt.seq == 3)
    #expect(try test.store.verify().fault == nil)
    test.time.advance(minutes: 61)
    #expect(trouble { try test.store.requireSound() } == nil)
    // Lists and what was known at a time bear it.
    #expect(try test.store.rebuild() == 3)
    #expect(try test.store.asOf(test.time.now, in: test.directory).head().seq == 3)
  }

  @Test("a clock set forward for a while leaves entries that are later than now")
  func clockForward() throws {
    let test = try TestStore()
    test.time.advance(minutes: 600)
    try test.tip()
    test.time.advance(minutes: -600)
    #expect(trouble { try test.store.requireSound() }?.kind == .io)
    #expect(try test.tip().seq == 3)
    #expect(try test.store.counters().open == 2)
  }

  @Test("a file that is cut under an open store: no receipt for what would be lost")
  func cut() throws {
    let test = try TestStore()
    for _ in 1...20 { try test.tip(String(repeating: "ord ", count: 500)) }
    try test.store.withWriter { _ = try $0.checkpoint(.truncate) }
    try test.tip()
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: test.path)[.size] as? Int)
    truncate(test.path, off_t(size / 2 / 4096 * 4096))
    #expect(trouble { try test.tip() }?.kind == .corrupt)
    truncate(test.path, 0)
    #expect(trouble { try test.tip() }?.kind == .corrupt)
    #expect(trouble { try test.store.requireSound() }?.kind == .corrupt)
    #expect(trouble { _ = try CaseStore(at: test.path) }?.kind == .corrupt)
    // SQLite takes the log of an empty file away; this is what the latest is saved from.
    #expect(FileManager.default.fileExists(atPath: test.path + "-wal"))
  }

  @Test("a file that is written anew without free pages is no file that was cut")
  func compacted() throws {
    let test = try TestStore()
    for _ in 1...20 { try test.tip(String(repeating: "ord ", count: 500)) }
    let other = try CaseStore(at: test.path)
    try DatabaseQueue(path: test.path).write { try $0.execute(sql: "DROP TABLE drafts") }
    try test.store.sweep(compacting: true)
    _ = try other.record(
      Action("tip.receive", fields: ["channel": .text("web"), "text": .text("hej")]),
      by: test.founder)
    #expect(trouble { try other.requireSound() } == nil)
  }

  @Test(
    "pages overwritten at random give a message on every call and never a trap", arguments: 1...6)
  func garbage(seed: UInt64) throws {
    let test = try TestStore()
    for number in 1...30 { try test.tip("tips \(number) " + String(repeating: "ord ", count: 99)) }
    try test.store.withWriter { _ = try $0.checkpoint(.truncate) }
    var random = SplitMix64(seed: seed)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: test.path))
    let size = try file.seekToEnd()
    for _ in 0..<12 {
      try file.seek(toOffset: random.next() % size)
      try file.write(
        contentsOf: Data((0..<900).map { _ in UInt8(truncatingIfNeeded: random.next()) }))
    }
    try file.close()
    for attempt in [
      { _ = try test.store.tips(TipQuery(order: .newest, limit: 40), as: test.founder) },
      { _ = try test.store.search("ord", as: test.founder) },
      { _ = try test.store.verify() },
      { _ = try test.store.rebuild() },
      { try test.tip() },
      { _ = try CaseStore(at: test.path).verify() },
      { _ = try test.store.content(of: Reference(.tip, 5), as: test.founder) },
    ] as [() throws -> Void] {
      do { try attempt() } catch { #expect(error is StoreError || error is Refusal, "\(error)") }
    }
    let probe = StoreProbe(
      of: test.path, thoroughness: .full, scratch: test.directory, rescue: nil,
      clock: test.time.clock)
    #expect(StoreDiagnosis(probe).exitCode != 0)
  }
}
