import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// The store as it stood at a moment before.
@Suite("As it stood")
struct PastStoreTests {
  @Test("what was recorded later is not there, also where it had happened before")
  func recordedLater() throws {
    let test = try TestStore()
    let first = try test.tip("Det första").reference
    test.time.advance(minutes: 10)
    let moment = test.time.now
    test.time.advance(minutes: 10)
    try test.assess(first)
    _ = try test.store.record(
      Action(
        "tip.receive", happenedAt: moment.adding(minutes: -5),
        fields: ["channel": .text("phone"), "text": .text("Det andra")]), by: test.founder)
    let past = try test.store.asOf(moment, in: test.directory)
    #expect(past.clock.now() == moment)
    #expect(try past.counters() == TipCounters(open: 1, acute: 0, unassessed: 1))
    let rows = try past.tips(TipQuery(order: .newest, limit: 9), as: test.founder).rows
    #expect(rows.map(\.reference) == [first] && rows.allSatisfy { !$0.isAssessed })
    #expect(try past.history(of: first, as: test.founder).count == 1)
    #expect(try past.search(tips: "andra", as: test.founder).isEmpty)
    #expect(try past.head().seq == 2)
  }

  @Test("others save while the lists of then are made, and what they save is not in them")
  func savedMeanwhile() throws {
    let test = try TestStore()
    let first = try test.tip("Det första").reference
    let other = try CaseStore(at: test.path, clock: test.time.clock, busyTimeout: 0.1)
    let action = Action(
      "tip.receive", fields: ["channel": .text("phone"), "text": .text("Det andra")])
    var saved: Receipt?
    let past = try test.store.asOf(test.time.now, in: test.directory) { _ in
      if saved == nil { saved = try? other.record(action, by: test.founder) }
    }
    #expect(saved != nil)
    let rows = try past.tips(TipQuery(order: .newest, limit: 9), as: test.founder).rows
    #expect(rows.map(\.reference) == [first])
    #expect(try past.head().seq == 2)
    #expect(past.lookedFrom == 2)
  }

  @Test("where the clock was set back, no version is missing between two")
  func clockSetBack() throws {
    let test = try TestStore()
    let tip = try test.tip().reference
    test.time.advance(minutes: 30)
    try test.act("tip.note", tip, ["text": .text("klockan går före")])
    test.time.advance(minutes: -20)
    try test.act("tip.note", tip, ["text": .text("klockan är ställd")])
    let past = try test.store.asOf(test.time.now, in: test.directory)
    #expect(try past.history(of: tip, as: test.founder).map(\.version) == [1])
    let later = try test.store.asOf(test.time.now.adding(minutes: 20), in: test.directory)
    #expect(try later.history(of: tip, as: test.founder).map(\.version) == [3, 2, 1])
  }

  @Test("nothing can be written, and the present is not touched")
  func readOnly() throws {
    let test = try TestStore()
    let tip = try test.tip().reference
    let head = try test.store.head()
    let past = try test.store.asOf(test.time.now, in: test.directory)
    #expect(past.isPast && !test.store.isPast)
    #expect(throws: StoreError.self) {
      try past.record(
        Action("tip.note", subject: tip, fields: ["text": .text("nej")]), by: test.founder)
    }
    #expect(throws: StoreError.self) { try past.rebuild() }
    #expect(throws: StoreError.self) { try past.enter(test.founder, terminal: "pts/1") }
    #expect(try test.store.head() == head)
    #expect(try test.store.verify().fault == nil)
  }

  @Test("the file has no name while it is read, and none is left where there is no room")
  func noFileLeft() throws {
    let test = try TestStore()
    try test.tip()
    let files = try FileManager.default.contentsOfDirectory(atPath: test.directory).sorted()
    let past = try test.store.asOf(test.time.now, in: test.directory)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: test.directory).sorted() == files)
    #expect(try past.counters().open == 1)
    #expect(throws: StoreError.self) {
      try test.store.asOf(test.time.now, in: test.directory + "/nowhere")
    }
  }

  @Test("a role that has been taken away is not given back by looking back")
  func roles() throws {
    let test = try TestStore()
    let tip = try test.tip().reference
    let officer = try test.officer("olle", [.outreachWorker])
    let row = try #require(try test.store.officers().first { $0.officer.login == "olle" })
    test.time.advance(minutes: 5)
    let moment = test.time.now
    test.time.advance(minutes: 5)
    let past = try test.store.asOf(moment, in: test.directory)
    #expect(try past.subject(tip, as: officer) != nil)
    #expect(try past.nextClock(at: moment, as: officer)?.reference == tip)
    try test.act(
      "officer.change", row.reference,
      [
        "login": .text("olle"), "name": .text("Olle Påhittad"), "unit": .text("outreach"),
        "roles": .list([.text("reader")]),
      ])
    #expect(throws: StoreError.self) { try past.subject(tip, as: officer) }
    #expect(throws: StoreError.self) {
      try past.tips(TipQuery(order: .newest, limit: 9), as: officer)
    }
    #expect(throws: StoreError.self) { try past.search(tips: "barn", as: officer) }
    #expect(try past.nextClock(at: moment, as: officer) == nil)
  }

  @Test("what is protected now is masked in what stood before it was")
  func protected() throws {
    let test = try TestStore()
    let person = try test.store.record(
      Action("person.register", fields: ["alias": .text("röd jacka")]), by: test.founder
    ).reference
    test.time.advance(minutes: 5)
    let moment = test.time.now
    func title(_ store: CaseStore) throws -> String {
      let state = try #require(try store.subject(person, as: test.founder))
      guard case .record(let record) = state else { return "" }
      let page = try store.records(RecordQuery(kind: .person, limit: 9), as: test.founder)
      let listed = page.rows.map {
        RecordView($0.record, for: test.founder, now: moment).title(.sv)
      }
      let opened = RecordView(record, for: test.founder, now: moment).title(.sv)
      #expect(listed == [opened])
      return opened.raw
    }
    #expect(try title(test.store.asOf(moment, in: test.directory)).contains("röd jacka"))
    test.time.advance(minutes: 5)
    try test.act("person.protect", person, ["protection": .text("marking")])
    #expect(try !title(test.store.asOf(moment, in: test.directory)).contains("röd jacka"))
  }

  @Test("a case that is restricted now, or another's now, needs a reason in what stood before")
  func restricted() throws {
    let test = try TestStore()
    let duty = try test.officer("olle", [.dutyOfficer], unit: .emergency)
    let child = try test.store.record(
      Action("person.register", fields: ["alias": .text("röd jacka")]), by: test.founder
    ).reference
    let reference = try test.store.record(
      Action(
        "case.open",
        fields: [
          "alias": .text("röd jacka"), "children": .list([.text(child.description)]),
          "handler": .text("olle"), "restricted": .flag(true),
        ]), by: test.founder
    ).reference
    test.time.advance(minutes: 5)
    let moment = test.time.now
    func access() throws -> CaseView.Access {
      let past = try test.store.asOf(moment, in: test.directory)
      guard case .record(let record)? = try past.subject(reference, as: duty) else { return .none }
      return CaseView(record, for: duty).access
    }
    #expect(try access() == .whole)
    test.time.advance(minutes: 5)
    try test.act("case.assign", reference, ["handler": .text("chefen")])
    #expect(try access() == .needsReason)
    try test.act(
      "case.restrict", reference, ["restricted": .flag(false), "reason": .text("hävt av chefen")])
    #expect(try access() == .whole)
  }

  @Test("Reading the present journal keeps nobody from writing into the file it is attached to")
  func attached() throws {
    let test = try TestStore()
    for index in 0..<20 {
      try test.tip("Flicka nr \(index)")
      test.time.advance(minutes: 1)
    }
    let file = "\(test.directory)/lists.sqlite"
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    let writer = try DatabaseQueue(path: file, configuration: configuration)
    try writer.write { try $0.execute(sql: "CREATE TABLE lists (number INTEGER)") }
    let reader = try DatabaseQueue(path: file, configuration: configuration)
    try reader.inDatabase { db in
      try db.execute(sql: "ATTACH DATABASE ? AS present", arguments: [test.path])
      try db.execute(sql: "CREATE TEMP VIEW journal AS SELECT * FROM present.journal")
    }
    try JournalReader.reading(reader, chunkSize: 1) { chunks in
      // It has begun, and waits for others to be taken.
      #expect(try chunks.next() != nil)
      try writer.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE; COMMIT") }
    }
  }
}
