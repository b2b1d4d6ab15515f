import GRDB
import Testing

@testable import CaseStore

@Suite("Connections of the store")
struct ConnectionTests {
  @Test("Each overwrites what it deletes and keeps what is temporary in memory")
  func pragmas() throws {
    let test = try TestStore()
    func look(_ db: Database) throws -> [Int?] {
      try ["secure_delete", "temp_store", "trusted_schema"].map {
        try Int.fetchOne(db, sql: "PRAGMA \($0)")
      }
    }
    #expect(try test.store.read({ try look($0) }) == [1, 2, 0])
    let second = try test.store.read { _ in try test.store.read { try look($0) } }
    #expect(second == [1, 2, 0])
    let writing = try test.store.write { try look($0) }
    #expect(writing == [1, 2, 0])
    let past = try test.store.asOf(test.time.now, in: test.directory)
    #expect(try past.read({ try look($0) }) == [1, 2, 0])
  }

  @Test(
    "A reader that waits for another gets a connection of its own, and the last used comes first")
  func readersAreReused() throws {
    struct Trouble: Error {}
    let readers = Readers([], capacity: 2)
    var opened: [DatabaseQueue] = []
    func open() throws -> DatabaseQueue {
      let queue = try DatabaseQueue()
      opened.append(queue)
      return queue
    }
    try readers.withOne(opening: open) { first in
      try readers.withOne(opening: open) { second in #expect(first !== second) }
    }
    #expect(opened.count == 2)
    // What fails, in use or already in opening, leaves the place to the next.
    for _ in 1...3 {
      #expect(throws: Trouble.self) {
        try readers.withOne(opening: open) { _ in throw Trouble() }
      }
    }
    let single = Readers([], capacity: 1)
    #expect(throws: Trouble.self) {
      try single.withOne(opening: { throw Trouble() }, { _ in })
    }
    try single.withOne(opening: open) { _ in }
    try readers.withOne(opening: open) { #expect($0 === opened[0]) }
    #expect(opened.count == 3)
  }

  @Test("Nothing is opened to write before something is written, and a reading store never writes")
  func writerIsLate() throws {
    let test = try TestStore()
    let reading = try CaseStore(at: test.store.path, readOnly: true)
    _ = try reading.read { try Int.fetchOne($0, sql: "SELECT 1") }
    #expect(throws: StoreError.self) { try reading.write { _ in } }
    let opened = try CaseStore(at: test.store.path)
    #expect(opened.hasWriter == false)
    try opened.write { _ in }
    #expect(opened.hasWriter)
  }
}
