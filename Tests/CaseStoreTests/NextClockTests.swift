import CaseStore
import Casework
import GRDB
import Testing

@Suite("The clock that runs out next")
struct NextClockTests {
  private func next(_ test: TestStore, _ officer: Officer? = nil) throws -> String? {
    let found = try test.store.nextClock(at: test.time.clock.now(), as: officer ?? test.founder)
    return found.map { "\($0.reference) \($0.clock.rule.id.rawValue)" }
  }

  private func custody(_ test: TestStore) throws -> Reference {
    let custody = try test.store.record(
      Action("custody.prepare", fields: ["who": .text("pojke, keps"), "age": .number(15)]),
      by: test.founder
    ).reference
    try test.act(
      "custody.decide", custody,
      ["decider": .text("Olga Påhittad"), "capacity": .text("board"), "given": .text("meeting")])
    return custody
  }

  private func sentHandover(_ test: TestStore) throws -> Reference {
    func made(_ id: String, _ fields: [String: FieldValue]) throws -> Reference {
      try test.store.record(Action(id, fields: fields), by: test.founder).reference
    }
    let child = try made("person.register", ["alias": .text("flicka")])
    let subject = try made(
      "case.open",
      ["alias": .text("flicka"), "children": .list([.text(child.description)])])
    let handover = try made(
      "handover.draft",
      ["case": .text(subject.description), "district": .text("Södermalm")])
    try test.act("handover.send", handover, ["how": .text("visit"), "to": .text("mottagningen")])
    return handover
  }

  @Test("is the soonest of all kinds, and passes to the following one when it is stopped")
  func order() throws {
    let test = try TestStore()
    #expect(try next(test) == nil)
    let custody = try custody(test)
    #expect(try next(test) == "\(custody) lvu7")
    let handover = try sentHandover(test)
    #expect(try next(test) == "\(handover) handover")
    let tip = try test.tip().reference
    #expect(try next(test) == "\(tip) sol20-1")
    try test.assess(tip)
    #expect(try next(test) == "\(handover) handover")
    try test.act("handover.acknowledge", handover, ["by": .text("Sara Låtsas")])
    #expect(try next(test) == "\(custody) lvu7")
    try test.act("custody.execute", custody, [:])
    try test.act("custody.arrive", custody, [:])
    #expect(try next(test) == "\(custody) lvu7-court")
  }

  @Test("is another once it has run out, and none once a decision has ceased")
  func runsOut() throws {
    let test = try TestStore()
    let custody = try custody(test)
    try test.act("custody.execute", custody, [:])
    let tip = try test.tip().reference
    test.time.advance(minutes: 59)
    #expect(try next(test) == "\(tip) sol20-1")
    test.time.advance(minutes: 1)
    #expect(try next(test) == "\(custody) lvu7")
    // Decided on Saturday 21 November: safe on Friday 27, the last day is Monday 30.
    test.time.advance(minutes: 8 * 24 * 60)
    #expect(try next(test) == "\(custody) lvu7")
    test.time.advance(minutes: 2 * 24 * 60)
    #expect(try next(test) == "\(tip) sol20-2")
    test.time.advance(minutes: 7 * 24 * 60)
    #expect(try next(test) == nil)
  }

  @Test("is never one of a subject that the officer may not read")
  func permission() throws {
    let test = try TestStore()
    let outreach = try test.officer("olle", [.outreachWorker])
    let reader = try test.officer("rut", [.reader])
    _ = try custody(test)
    #expect(try next(test, outreach) == nil)
    let tip = try test.tip().reference
    #expect(try next(test, outreach) == "\(tip) sol20-1")
    #expect(try next(test, reader) == nil)
  }

  @Test("is there in a store that was made before the desk knew of clocks")
  func older() throws {
    let test = try TestStore()
    let custody = try custody(test)
    try DatabaseQueue(path: test.path).write {
      try $0.execute(sql: "DROP TABLE clocks")
      try $0.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '3 %'")
    }
    let store = try CaseStore(at: test.path, clock: test.time.clock)
    let found = try store.nextClock(at: test.time.clock.now(), as: test.founder)
    #expect(found?.reference == custody)
  }

  @Test("is the first of all that run, at any time over a Christmas")
  func overChristmas() throws {
    let test = try TestStore()
    test.time.advance(minutes: 25 * 24 * 60)
    for _ in 0..<24 {
      _ = try custody(test)
      test.time.advance(minutes: 17 * 60)
    }
    let query = RecordQuery(kind: .custody, onlyOpen: false, limit: 50)
    let rows = try test.store.records(query, as: test.founder).rows
    let start = test.time.now
    for hours in stride(from: 0, to: 24 * 24, by: 5) {
      let now = start.adding(minutes: (hours - 10 * 24) * 60)
      let clocks = rows.compactMap { SubjectState.record($0.record).nextClock(at: now) }
      let first = clocks.min { ($0.safeUntil, $0.due) < ($1.safeUntil, $1.due) }
      let found = try test.store.nextClock(at: now, as: test.founder)?.clock
      #expect(found?.safeUntil == first?.safeUntil && found?.due == first?.due, "\(hours)")
    }
  }

  @Test("is told with each change as a reading of all clocks finds it, whatever the change touched")
  func toldWithChanges() throws {
    let test = try TestStore()
    let desk = try CaseStore(at: test.path, clock: test.time.clock)
    var seen = try desk.head().seq
    var told: Set<String> = []
    var custodies: [Reference] = []
    var tips: [Reference] = []
    for step in 0..<90 {
      switch step % 9 {
      case 0, 4: custodies.append(try custody(test))
      case 1: _ = try sentHandover(test)
      case 2, 5: tips.append(try test.tip().reference)
      case 6: _ = try? test.act("custody.execute", custodies.removeFirst(), [:])
      case 7: try test.assess(tips.removeFirst())
      // What has no clock of its own.
      default:
        _ = try test.store.record(
          Action("person.register", fields: ["alias": .text("pojke")]), by: test.founder)
      }
      // Past safe days, past last days, and now and then back again.
      let minutes = step % 3 == 0 ? 20 : step * 7919 % (30 * 60)
      test.time.advance(minutes: step % 11 == 10 ? -3 * 24 * 60 : minutes)
      let changes = try desk.changes(after: seen, limit: 500, as: test.founder)
      // An execution may come too late, and then nothing has changed.
      guard let last = changes.facts.last else { continue }
      seen = last.seq
      let all = try test.store.nextClock(at: test.time.clock.now(), as: test.founder)
      #expect(changes.nextClock?.reference == all?.reference, "\(step)")
      #expect(changes.nextClock?.clock == all?.clock, "\(step)")
      if let rule = all?.clock.rule.id.rawValue { told.insert(rule) }
    }
    #expect(told.isSuperset(of: ["sol20-1", "lvu7", "handover"]), "\(told)")
  }

  @Test("is told as the lists have it again once they have been made anew")
  func toldAfterRepair() throws {
    let test = try TestStore()
    let desk = try CaseStore(at: test.path, clock: test.time.clock)
    let custody = try custody(test)
    try DatabaseQueue(path: test.path).write { try $0.execute(sql: "DELETE FROM clocks") }
    var seen: Int64 = 0
    func told() throws -> Reference? {
      try test.assess(try test.tip().reference)
      let changes = try desk.changes(after: seen, limit: 500, as: test.founder)
      seen = changes.facts.last?.seq ?? seen
      return changes.nextClock?.reference
    }
    #expect(try told() != custody)
    _ = try test.store.rebuild()
    #expect(try told() == custody)
  }

  @Test("is the same after a rebuild")
  func rebuilt() throws {
    let test = try TestStore()
    let custody = try custody(test)
    _ = try test.store.rebuild()
    #expect(try next(test) == "\(custody) lvu7")
  }

  @Test("follows the site's routines from the next opening on, where they were others before")
  func routines() throws {
    let test = try TestStore()
    let tip = try test.tip().reference
    try test.assess(tip)
    let handover = try sentHandover(test)
    func reopen(after sql: String...) throws {
      let path = test.path
      try DatabaseQueue(path: path).write { db in for sql in sql { try db.execute(sql: sql) } }
      _ = try CaseStore(at: path, clock: test.time.clock)
    }
    // As a program with other hours would have left it: the handover is waited for a month.
    let other = "UPDATE clocks SET until = until + 2592000000, safe_until = safe_until + 2592000000"
    try reopen(after: other + " WHERE kind = 'handover'")
    #expect(try next(test) == "\(tip) sol20-2")
    try reopen(after: "UPDATE counters SET value = 168 WHERE name = 'handoverHours'")
    #expect(try next(test) == "\(handover) handover")
    // A store that was made before this was noted.
    try reopen(
      after: other + " WHERE kind = 'handover'",
      "DELETE FROM counters WHERE name IN ('handoverHours', 'policeSilenceDays')")
    #expect(try next(test) == "\(handover) handover")
  }
}
