import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Backup and restore")
struct RestoreTests {
  /// A store that is made, backed up, gone on with, exported and lost.
  private final class Night {
    let directory: String
    let path: String
    let copy: String
    var later: [JournalEntry] = []
    var head: JournalHead?
    let time: TestTime

    init(_ between: (TestStore) throws -> Void = { _ in }) throws {
      directory = try TestStore.makeDirectory()
      path = directory + "/store.sqlite"
      copy = directory + "/copy.sqlite"
      let test = try TestStore(in: directory)
      time = test.time
      for number in 1...3 { try test.assess(test.tip("före kopian \(number)").reference) }
      try test.store.backup(to: copy, as: test.founder)
      test.time.advance(minutes: 7)
      _ = try test.make("person.register", ["alias": .text("flicka \"å\" \u{1F9E5} / röd jacka")])
      try test.tip("efter kopian")
      try between(test)
      try test.store.export(since: 0, as: test.founder) { later.append($0) }
      head = try test.store.head()
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    var request: RestoreRequest {
      RestoreRequest(copy: copy, path: path, login: "chefen", clock: time.clock)
    }

    func damage() throws {
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.truncate(atOffset: 10_000)
      try file.close()
    }

    func files(_ word: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.contains(word) }
    }

    /// The later entries as they stand in a file.
    func throughJSON() throws -> [JournalEntry] {
      let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
      return try later.map {
        try decoder.decode(JournalEntry.self, from: try encoder.encode($0))
      }
    }

    func expectSound() throws {
      let probe = StoreProbe(
        of: path, thoroughness: .full, scratch: directory, rescue: nil, clock: time.clock)
      #expect(StoreDiagnosis(probe).findings.filter { $0.severity == .fault } == [])
    }
  }

  @Test("a backup is a single file of its maker's alone, and its head is the store's")
  func backup() throws {
    let test = try TestStore()
    try test.tip()
    let copy = test.directory + "/copy.sqlite"
    #expect(try test.store.backup(to: copy, as: test.founder) == test.store.head())
    let made = try FileManager.default.contentsOfDirectory(atPath: test.directory)
      .filter { $0.hasPrefix("copy") }
    #expect(made == ["copy.sqlite"])
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("a store with a broken chain gives no backup that looks whole")
  func brokenBackup() throws {
    let test = try TestStore()
    try test.tip()
    try DatabaseQueue(path: test.path).write {
      try $0.execute(sql: "UPDATE journal SET officer = NULL WHERE seq = 2")
    }
    let copy = test.directory + "/copy.sqlite"
    #expect(StoreError.kind { try test.store.backup(to: copy, as: test.founder) } == .corrupt)
    #expect(!FileManager.default.fileExists(atPath: copy))
  }

  @Test(
    "a store damaged beyond repair is what it was from backup and journal export, to the digest")
  func rehearsal() throws {
    let night = try Night()
    try night.damage()
    let restored = try CaseStore.restore(night.request) { lay in
      for entry in try night.throughJSON() { try lay(entry) }
    }
    #expect(restored.head == night.head)
    #expect(restored.laid == 2)
    #expect(restored.aside?.hasSuffix("/store.sqlite.aside-2026-11-21T20.07.00") == true)
    let store = try CaseStore(at: night.path, clock: night.time.clock)
    let founder = try #require(try store.officer(login: "chefen"))
    #expect(try store.search("efter", as: founder).count == 1)
    #expect(try store.accessLog(AccessQuery(limit: 1), as: founder).first?.way == .restore)
    try night.expectSound()
    #expect(try night.files("restore-") == [])
    let mode = try FileManager.default.attributesOfItem(atPath: night.path)[.posixPermissions]
    #expect(mode as? Int == 0o660)
  }

  @Test("what was erased after the backup is erased in what is restored")
  func erased() throws {
    let night = try Night { test in
      try test.act(
        "tip.redact", Reference(.tip, 2),
        ["entry": .number(1), "reason": .text("fel barn")])
    }
    try night.damage()
    _ = try CaseStore.restore(night.request) { lay in for entry in night.later { try lay(entry) } }
    let store = try CaseStore(at: night.path, clock: night.time.clock)
    #expect(try store.verify().erased == 1)
    #expect(try store.verify().fault == nil)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: night.path))
    #expect(bytes.range(of: Data("före kopian 1".utf8)) == nil)
    #expect(bytes.range(of: Data("före kopian 2".utf8)) != nil)
  }

  @Test("entries that were changed, left out, swapped or are another store's change nothing")
  func misfits() throws {
    let night = try Night()
    try night.damage()
    let before = try Data(contentsOf: URL(fileURLWithPath: night.path))
    let other = try Night()
    let late = night.later.suffix(2)
    for entries in [
      [late[late.startIndex + 1]], late.reversed(), other.later,
      try night.later.changed { $0["kind"] = "tip.noted" },
      try night.later.changed { $0["body"] = ["text": "annat"] },
      try night.later.changed { $0["recordedAt"] = "2026-11-21T20:07:00.001+01:00" },
      try night.later.changed { $0["salt"] = nil },
    ] {
      let failure = StoreError.kind {
        _ = try CaseStore.restore(night.request) { lay in for entry in entries { try lay(entry) } }
      }
      #expect(failure == .corrupt)
      #expect(try Data(contentsOf: URL(fileURLWithPath: night.path)) == before)
      #expect(try night.files("aside") == [])
      #expect(try night.files("restore-") == [])
    }
  }

  @Test("a good store with later entries is not given up for an older copy by mistake")
  func laterEntries() throws {
    let night = try Night()
    #expect(StoreError.kind { _ = try CaseStore.restore(night.request) } == .exists)
    #expect(try CaseStore(at: night.path).head() == night.head)
    var request = night.request
    request.leavesLater = true
    let restored = try CaseStore.restore(request)
    #expect(restored.head.seq == 7)
    let aside = try #require(restored.aside)
    #expect(try CaseStore(at: aside, readOnly: true).head() == night.head)
  }

  @Test(
    "who has read what since the backup, and what is half typed, comes over where it can be read")
  func brought() throws {
    let night = try Night { test in
      _ = try test.store.open(Reference(.tip, 2), as: test.founder, way: .show)
      try test.store.save(
        Draft(
          officer: OfficerID(test.founder.id), key: "tip.receive", body: Data("{}".utf8),
          updatedAt: test.time.now))
    }
    _ = try CaseStore.restore(night.request) { lay in for entry in night.later { try lay(entry) } }
    let store = try CaseStore(at: night.path, clock: night.time.clock)
    let founder = try #require(try store.officer(login: "chefen"))
    let ways = try store.accessLog(AccessQuery(limit: 9), as: founder).map(\.way)
    #expect(Set(ways) == [.backup, .restore, .show, .export])
    #expect(try store.drafts(of: OfficerID(founder.id)).map(\.key) == ["tip.receive"])
  }

  @Test("a copy that is damaged, of another kind, or asked for by another officer changes nothing")
  func refusals() throws {
    let night = try Night { _ = try $0.officer("karin", [.coordinator]) }
    var request = night.request
    request.login = "karin"
    #expect(StoreError.kind { _ = try CaseStore.restore(request) } == .notPermitted)
    let real = night.directory + "/real.sqlite"
    _ = try CaseStore.create(
      at: real, training: false,
      founder: Founder(login: "chefen", name: "C", unit: .emergency))
    request = night.request
    request.path = real
    #expect(StoreError.kind { _ = try CaseStore.restore(request) } == .notAStore)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: night.copy))
    try file.seek(toOffset: 8192)
    try file.write(contentsOf: Data(repeating: 0x5A, count: 40_000))
    try file.close()
    request = night.request
    #expect(StoreError.kind { _ = try CaseStore.restore(request) } == .corrupt)
    #expect(try CaseStore(at: night.path).head() == night.head)
    #expect(try night.files("aside") == [])
  }

  @Test("a store that is not there is made, with the mode that a store has")
  func fromNothing() throws {
    let night = try Night()
    var request = night.request
    request.path = night.directory + "/new/store.sqlite"
    let restored = try CaseStore.restore(request)
    #expect(restored.aside == nil)
    #expect(try CaseStore(at: request.path).head() == restored.head)
  }
}

extension [JournalEntry] {
  /// With the last entry changed as it would be in its line.
  fileprivate func changed(_ change: (inout [String: Any]) -> Void) throws -> [JournalEntry] {
    guard let last else { return self }
    var line =
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(last)) as? [String: Any] ?? [:]
    change(&line)
    let data = try JSONSerialization.data(withJSONObject: line)
    return dropLast() + [try JSONDecoder().decode(JournalEntry.self, from: data)]
  }
}
