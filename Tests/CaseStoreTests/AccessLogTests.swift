import Casework
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("The access log")
struct AccessLogTests {
  /// A store with a restricted case of dora's.
  private struct Night {
    let test: TestStore
    let dora: Officer
    let ella: Officer
    let tip: Reference
    let restricted: Reference

    init() throws {
      test = try TestStore()
      dora = try test.officer("dora", [.dutyOfficer], unit: .emergency)
      ella = try test.officer("ella", [.dutyOfficer], unit: .emergency)
      tip = try test.tip().reference
      let child = try test.make("person.register", ["alias": .text("flicka")])
      restricted = try test.make(
        "case.open",
        [
          "alias": .text("flickan"), "children": .list([.text(child.description)]),
          "handler": .text("dora"), "restricted": .flag(true),
        ])
    }

    func log(_ query: AccessQuery = AccessQuery(limit: 1000)) throws -> [AccessEntry] {
      try test.store.accessLog(query, as: test.founder)
    }

    var lines: [String] {
      get throws {
        try log().map {
          [
            $0.login, $0.reference?.description ?? "-", $0.basis.rawValue, $0.way.rawValue,
            $0.reason?.raw ?? "-",
          ].joined(separator: " ")
        }
      }
    }
  }

  @Test("Every opening is logged with who, what, why and in what way, the newest first")
  func openings() throws {
    let night = try Night()
    let store = night.test.store
    let reason = try AccessReason("hittad på Centralen")
    _ = try store.open(night.tip, as: night.ella, way: .desk)
    _ = try store.open(night.restricted, as: night.dora, way: .desk)
    night.test.time.advance(minutes: 1)
    _ = try store.open(night.restricted, as: night.test.founder, way: .show)
    _ = try store.open(night.restricted, as: night.ella, reasons: .init(reason), way: .show)
    #expect(
      try night.lines == [
        "ella \(night.restricted) restricted show hittad på Centralen",
        "chefen \(night.restricted) lead show -", "dora \(night.restricted) own desk -",
        "ella \(night.tip) ordinary desk -",
      ])
    #expect(try night.log().first?.at == night.test.time.clock.now())
  }

  @Test(
    "The desk's ordinary openings wait for the disk afterwards, all others before they are shown")
  func durability() throws {
    let night = try Night()
    let store = night.test.store
    func commits(_ open: () throws -> Void) throws -> CaseStore.Durability? {
      try open()
      var level: Int?
      try store.withWriter { level = try Int.fetchOne($0, sql: "PRAGMA synchronous") }
      return [1: .settled, 2: .durable][level]
    }
    let reason = try AccessReason("hittad på Centralen")
    #expect(try commits { _ = try store.open(night.tip, as: night.ella, way: .desk) } == .settled)
    #expect(try commits { _ = try store.open(night.tip, as: night.ella, way: .show) } == .durable)
    #expect(
      try commits {
        _ = try store.open(night.restricted, as: night.ella, reasons: .init(reason), way: .desk)
      } == .durable)
    try store.settle()
    #expect(try night.log().count == 3)
  }

  @Test("The log of writes is brought into the store, whether tips come in or are opened")
  func shortLog() throws {
    let test = try TestStore()
    func pages() throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: test.path + "-wal")
      return (attributes[.size] as? Int ?? 0) / 4096
    }
    let text = String(repeating: "ord ", count: 2000)
    for number in 0..<150 { try test.tip("\(text)\(number)") }
    // Each commit of these is of twenty pages.
    #expect(try pages() < 1500)
    let tip = try test.tip().reference
    for _ in 0..<600 {
      _ = try test.store.open(tip, as: test.founder, way: .desk)
      try test.store.settle()
    }
    #expect(try pages() < 1500)
  }

  @Test(
    "After a disk that refused a part of the log, nothing is saved before the log is begun anew")
  func torn() throws {
    let test = try TestStore()
    let other = try CaseStore(at: test.path, clock: test.time.clock)
    try test.tip()
    test.store.isTorn.store(true, ordering: .relaxed)
    try other.withReader { db in
      try db.inTransaction {
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM tips")
        // Somebody reads in the log as it was: it can't be begun anew.
        let impatient = try CaseStore(at: test.path, clock: test.time.clock, busyTimeout: 0.1)
        impatient.isTorn.store(true, ordering: .relaxed)
        #expect(throws: StoreError.self) {
          try impatient.record(
            Action("tip.receive", fields: ["channel": .text("phone"), "text": .text("nej")]),
            by: test.founder)
        }
        return .commit
      }
    }
    try test.tip()
    let isTorn = test.store.isTorn.load(ordering: .relaxed)
    #expect(!isTorn)
    #expect(try test.store.head().seq == 3)
  }

  @Test("A restricted case stays closed without a reason, and what stays closed is not logged")
  func reasonFirst() throws {
    let night = try Night()
    #expect(throws: ReasonNeeded(night.restricted)) {
      try night.test.store.open(night.restricted, as: night.ella, way: .desk)
    }
    #expect(try night.test.store.open(Reference(.tip, 999), as: night.ella, way: .desk) == nil)
    #expect(try night.lines.isEmpty)
  }

  @Test("What belongs to a restricted case is as closed as the case, and opened for a reason as it")
  func belongings() throws {
    let night = try Night()
    let custody = try night.test.make(
      "custody.prepare",
      [
        "who": .text("flickan"), "age": .number(14), "ground": .text("home"),
        "case": .text(night.restricted.description),
      ], by: night.dora)
    #expect(throws: ReasonNeeded(custody)) {
      try night.test.store.open(custody, as: night.ella, way: .show)
    }
    #expect(try night.lines.isEmpty)
    let reason = try AccessReason("hittad på Centralen")
    _ = try night.test.store.open(custody, as: night.ella, reasons: .init(reason), way: .show)
    _ = try night.test.store.open(custody, as: night.dora, way: .show)
    let lines = try night.lines
    #expect(lines.contains("ella \(custody) restricted show hittad på Centralen"))
    #expect(lines.contains("dora \(custody) ordinary show -"))
  }

  @Test("What stands open and is read again is no new opening")
  func rereading() throws {
    let night = try Night()
    _ = try night.test.store.open(night.tip, as: night.ella, way: .desk)
    _ = try night.test.store.content(of: night.tip, as: night.ella)
    #expect(try night.lines.count == 1)
  }

  @Test("Nothing is handed out when the log can't be written, and words say why")
  func unwritable() throws {
    let night = try Night()
    let store = try CaseStore(at: night.test.path, readOnly: true)
    let error = #expect(throws: StoreError.self) {
      try store.open(night.tip, as: night.ella, way: .desk)
    }
    #expect(error?.message.sv.hasPrefix("Inget visas: läsningen gick inte att anteckna") == true)
    #expect(throws: StoreError.self) { try store.export(since: 0, as: night.test.founder) { _ in } }
    #expect(throws: StoreError.self) {
      try store.backup(to: night.test.directory + "/copy", as: night.test.founder)
    }
    #expect(!FileManager.default.fileExists(atPath: night.test.directory + "/copy"))
    #expect(try night.lines.isEmpty)
  }

  @Test("Export and backup are logged; who may not is refused and logs nothing")
  func leaving() throws {
    let night = try Night()
    let (store, founder) = (night.test.store, night.test.founder)
    let copy = night.test.directory + "/copy.sqlite"
    #expect(throws: StoreError.self) { try store.export(since: 0, as: night.ella) { _ in } }
    #expect(throws: StoreError.self) { try store.backup(to: copy, as: night.ella) }
    #expect(try night.lines.isEmpty)
    let other = try CaseStore(at: night.test.path)
    var before: Set<AccessWay> = []
    try store.export(since: 0, as: founder) { _ in
      before.formUnion(try other.accessLog(AccessQuery(limit: 9), as: founder).map(\.way))
    }
    #expect(before == [.export])
    try store.backup(to: copy, as: founder)
    let lines = try night.lines
    #expect(lines == ["chefen - lead backup -", "chefen - lead export -"])
    let kept = try CaseStore(at: copy).accessLog(AccessQuery(limit: 10), as: founder)
    #expect(kept == (try night.log()))
  }

  @Test("Rebuilding leaves the log, and nobody changes it")
  func kept() throws {
    let night = try Night()
    _ = try night.test.store.open(night.tip, as: night.ella, way: .desk)
    let before = try night.log()
    _ = try night.test.store.rebuild()
    #expect(try night.log() == before)
    let queue = try DatabaseQueue(path: night.test.path)
    for sql in ["DELETE FROM access_log", "UPDATE access_log SET login = 'x'"] {
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
    #expect(try night.log() == before)
  }

  @Test("Only a lead reads the log")
  func leads() throws {
    let night = try Night()
    #expect(throws: StoreError.self) {
      try night.test.store.accessLog(AccessQuery(limit: 1), as: night.ella)
    }
  }

  @Test("The log is read page by page, and by subject, officer, time and reason")
  func queries() throws {
    let night = try Night()
    let store = night.test.store
    let start = night.test.time.clock.now()
    for officer in [night.ella, night.dora, night.ella] {
      _ = try store.open(night.tip, as: officer, way: .desk)
      night.test.time.advance(minutes: 10)
    }
    let reasons = AccessReasons(try AccessReason("hittad på Centralen"))
    _ = try store.open(night.restricted, as: night.ella, reasons: reasons, way: .desk)
    func ids(_ query: AccessQuery) throws -> [Int64] { try night.log(query).map(\.id) }
    #expect(try ids(AccessQuery(limit: 2)) == [4, 3])
    #expect(try ids(AccessQuery(after: 3, limit: 2)) == [2, 1])
    #expect(try ids(AccessQuery(newerThan: 3, limit: 9)) == [4])
    #expect(try ids(AccessQuery(reference: night.tip, limit: 9)) == [3, 2, 1])
    #expect(try ids(AccessQuery(reference: Reference(.case, night.tip.number), limit: 9)) == [])
    #expect(try ids(AccessQuery(login: "ella", limit: 9)) == [4, 3, 1])
    #expect(try ids(AccessQuery(onlyBreakGlass: true, limit: 9)) == [4])
    let second = start.adding(minutes: 10)
    #expect(try ids(AccessQuery(from: second, limit: 9)) == [4, 3, 2])
    #expect(try ids(AccessQuery(before: second, limit: 9)) == [1])
  }
}
