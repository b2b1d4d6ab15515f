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
    #expect(try test.store.search({ try look($0) }) == [1, 2, 0])
    let writing = try test.store.write { try look($0) }
    #expect(writing == [1, 2, 0])
    let past = try test.store.asOf(test.time.now, in: test.directory)
    #expect(try past.read({ try look($0) }) == [1, 2, 0])
  }
}
