import CaseStore
import Casework
import Foundation
import GRDB
import Testing

@Suite("Opening a store")
struct OpeningTests {
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int ?? 0) & 0o7777
  }

  @Test("the group may read and write every file, whatever the umask")
  func modes() throws {
    let directory = try TestStore.makeDirectory() + "/new"
    let old = umask(0o077)
    defer {
      umask(old)
      try? FileManager.default.removeItem(atPath: (directory as NSString).deletingLastPathComponent)
    }
    let store = try CaseStore.create(
      at: directory + "/store.sqlite", training: false,
      founder: Founder(login: "chefen", name: "C Påhittad", unit: .outreach))
    #expect(try store.counters().open == 0)
    #expect(try mode(directory) == 0o2770)
    for suffix in ["", "-wal", "-shm", "-bell"] {
      #expect(try mode(directory + "/store.sqlite" + suffix) == 0o660, "\(suffix)")
    }
    #expect(!store.isTraining)
  }

  @Test("the founder holds every role")
  func founder() throws {
    let test = try TestStore()
    #expect(test.founder.roles == Set(Role.allCases))
    #expect(test.store.isTraining)
    #expect(try test.store.officers().map(\.reference.description) == ["H1"])
  }

  @Test("a founder whose login won't do leaves no file")
  func badFounder() throws {
    let directory = try TestStore.makeDirectory()
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let path = directory + "/store.sqlite"
    #expect(throws: Refusal.self) {
      _ = try CaseStore.create(
        at: path, training: true, founder: Founder(login: "å ö", name: "X", unit: .outreach))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == [])
  }

  @Test("what is no store, is not there, is there already or is newer is told apart")
  func kinds() throws {
    let test = try TestStore()
    let other = test.directory + "/other.sqlite"
    #expect(StoreError.kind { _ = try CaseStore(at: other) } == .missing)
    try Data("något helt annat, i många tecken som inte är en databas".utf8)
      .write(to: URL(fileURLWithPath: other))
    #expect(StoreError.kind { _ = try CaseStore(at: other) } == .notAStore)
    #expect(
      StoreError.kind {
        _ = try CaseStore.create(
          at: test.path, training: true, founder: Founder(login: "a", name: "b", unit: .outreach))
      } == .exists)
    let foreign = test.directory + "/foreign.sqlite"
    try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE x (y)") }
    #expect(StoreError.kind { _ = try CaseStore(at: foreign) } == .notAStore)
    try DatabaseQueue(path: test.path).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
    }
    #expect(StoreError.kind { _ = try CaseStore(at: test.path) } == .newer)
    #expect(StoreError.kind { _ = try CaseStore(at: test.path, readOnly: true) } == .newer)
  }

  @Test("a store open for reading writes nothing and says so")
  func readOnly() throws {
    let test = try TestStore()
    let store = try CaseStore(at: test.path, clock: test.time.clock, readOnly: true)
    #expect(
      StoreError.kind {
        _ = try store.record(
          Action("tip.receive", fields: ["text": .text("hej")]), by: test.founder)
      } == .readOnly)
    #expect(try store.head().seq == 1)
  }

  @Test("a store whose file was taken away or replaced under it takes nothing more")
  func replaced() throws {
    let test = try TestStore()
    try test.tip()
    try FileManager.default.moveItem(atPath: test.path, toPath: test.path + ".old")
    #expect(StoreError.kind { _ = try test.tip() } == .missing)
    try FileManager.default.copyItem(atPath: test.path + ".old", toPath: test.path)
    #expect(StoreError.kind { _ = try test.tip() } == .missing)
  }

  @Test("a backup takes a lead or an administrator")
  func backupRoles() throws {
    let test = try TestStore()
    let mail = try test.officer("intag", [.intake])
    let copy = test.directory + "/copy.sqlite"
    #expect(StoreError.kind { try test.store.backup(to: copy, as: mail) } == .notPermitted)
    #expect(!FileManager.default.fileExists(atPath: copy))
  }

  @Test("a writer that is held up past its time says busy, exit 75")
  func busy() throws {
    let test = try TestStore()
    let impatient = try CaseStore(at: test.path, clock: test.time.clock, busyTimeout: 0)
    let holder = try DatabaseQueue(path: test.path)
    try holder.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      do {
        _ = try impatient.record(
          Action("tip.receive", fields: ["channel": .text("web"), "text": .text("hej")]),
          by: test.founder)
        Issue.record("was not held up")
      } catch let error as StoreError {
        #expect(error.kind == .busy)
        #expect(error.exitCode == 75)
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try test.store.head().seq == 1)
  }
}
