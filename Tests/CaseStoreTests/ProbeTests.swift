import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Looking a store over")
struct ProbeTests {
  private func filled() throws -> TestStore {
    let test = try TestStore()
    chmod(test.directory, 0o2770)
    for number in 1...6 { try test.assess(test.tip("påhittat tips \(number)").reference) }
    _ = try test.make("person.register", ["alias": .text("flicka, röd jacka")])
    return test
  }

  private func findings(_ test: TestStore, _ thoroughness: Thoroughness = .full) -> [String] {
    let probe = StoreProbe(
      of: test.path, thoroughness: thoroughness, scratch: test.directory, rescue: nil,
      clock: test.time.clock)
    return StoreDiagnosis(probe).findings.map(\.name)
      // Of the machine that the tests run on.
      .filter { !["disk-nearly-full", "no-watch"].contains($0) }
  }

  @Test("an untouched store has nothing wrong, and is left as it is")
  func sound() throws {
    let test = try filled()
    let head = try test.store.head()
    #expect(findings(test).isEmpty)
    #expect(findings(test, .quick).isEmpty)
    #expect(try test.store.head() == head)
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.directory).count == 4)
  }

  @Test(
    "what somebody changed behind the program's back is found",
    arguments: [
      ("UPDATE tips SET place = 'Slussen'", ["lists-differ"]),
      ("DELETE FROM names", ["lists-differ"]),
      ("UPDATE counters SET value = 0", ["lists-differ"]),
      ("INSERT INTO tip_words (rowid, words) VALUES (2, 'hornstull')", ["search-differs"]),
      ("UPDATE journal SET officer = NULL WHERE seq = 7", ["chain-broken"]),
      (
        "UPDATE journal SET recorded_at = 7000000000000 WHERE seq = 14",
        ["chain-broken", "clock-behind"]
      ),
      ("INSERT INTO grdb_migrations VALUES ('99 from the future')", ["newer"]),
      (
        "INSERT INTO presence (officer,name,unit,terminal,since,pid,started) VALUES (x'00','x','x','x',0,999999999,'')",
        ["presence-orphaned"]
      ),
    ])
  func tampering(sql: String, names: [String]) throws {
    let test = try filled()
    try DatabaseQueue(path: test.path).write { try $0.execute(sql: sql) }
    #expect(findings(test) == names)
  }

  @Test("lists, doorbell, modes and dead desks are put right")
  func repair() throws {
    let test = try filled()
    try DatabaseQueue(path: test.path).write {
      try $0.execute(
        sql: """
          UPDATE tips SET place = 'Slussen';
          INSERT INTO presence (officer, name, unit, terminal, since, pid, started)
          VALUES (x'00', 'x', 'x', 'x', 0, 999999999, '')
          """)
    }
    chmod(test.path, 0o644)
    unlink(test.path + "-bell")
    #expect(
      findings(test) == ["lists-differ", "bell-missing", "file-mode", "presence-orphaned"])
    try StoreRepair.setModes(of: test.path)
    for repair in [.bell, .presence, .lists] as [StoreRepair] { try test.store.carryOut(repair) }
    #expect(findings(test).isEmpty)
  }

  @Test("a store that is cut, emptied, overwritten or gone is told apart")
  func damage() throws {
    let test = try filled()
    try test.store.backup(to: test.directory + "/whole.sqlite", as: test.founder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: test.directory + "/whole.sqlite"))
    func judge(_ data: Data?) throws -> [String] {
      let path = test.directory + "/damaged.sqlite"
      for suffix in ["", "-wal", "-shm", "-bell"] { unlink(path + suffix) }
      try data?.write(to: URL(fileURLWithPath: path))
      let probe = StoreProbe(
        of: path, thoroughness: .full, scratch: test.directory, rescue: nil,
        clock: test.time.clock)
      return StoreDiagnosis(probe).findings.filter { $0.severity == .fault }.map(\.name)
    }
    #expect(try judge(whole) == [])
    #expect(try judge(nil) == ["missing"])
    #expect(try judge(Data()) == ["empty"])
    #expect(try judge(whole.prefix(whole.count / 2)) == ["truncated"])
    #expect(try judge(Data(count: 4096) + whole.dropFirst(4096)) == ["not-a-store"])
    var middle = whole
    middle.replaceSubrange(8192..<40960, with: Data(repeating: 0xA5, count: 32768))
    #expect(try judge(middle) == ["damaged"])
  }

  @Test("the table of locks gives those who hold a store, and no others")
  func holders() throws {
    let table = """
      1: POSIX  ADVISORY  READ  4711 fe:01:1234 1073741826 1073742335
      2: POSIX  ADVISORY  WRITE 17 fe:01:1234 0 EOF
      3: FLOCK  ADVISORY  WRITE 18 fe:01:1234 0 EOF
      4: POSIX  ADVISORY  READ  19 fe:01:1235 1073741826 1073742335
      4: -> POSIX  ADVISORY  WRITE 20 fe:01:1234 1073741826 1073742335
      """
    #expect(StoreHolders.processes(in: table, inode: 1234) == [4711])
    let test = try TestStore()
    #expect(StoreHolders.of(test.path) == [getpid()])
  }
}
