import CaseStore
import Casework
import GRDB
import Testing

@testable import Desk

@Suite("The house's limits while desks are open")
struct RoutinesTests {
  /// One program with its own copy of the site's limits.
  private struct House {
    let house = Routines.House()

    func callAsFunction<Value>(_ body: () throws -> Value) rethrows -> Value {
      try Routines.$house.withValue(house) { try body() }
    }
  }

  /// A handover that is sent and waits for its district.
  private func sent(_ shift: TestShift) throws -> Reference {
    let about = try shift.girlInCustody()
    let handover = try shift.record(
      "handover.draft", ["case": .text("\(about)"), "district": .text("Skarpnäck")]
    ).reference
    try shift.record(
      "handover.send", ["how": .text("visit"), "to": .text("mottagningen")], on: "\(handover)")
    return handover
  }

  /// How long the store waits for each handover, in hours.
  private func waits(_ shift: TestShift) throws -> [Int64] {
    try DatabaseQueue(path: shift.store.path).read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT (until - happened_at) / 3600000 FROM clocks JOIN records USING (number)
          JOIN journal ON subject = id AND journal.kind = 'handover.sent'
          WHERE clocks.kind = 'handover' ORDER BY number
          """)
    }
  }

  @Test("a desk takes in the limits that a later program put the store under, as soon as it hears")
  func twoDesks() throws {
    let shift = try TestShift()
    let (early, late) = (House(), House())
    let handover = try early { try sent(shift) }
    shift.advance(minutes: 30 * 60)
    let first = try early { try TestDesk(shift) }
    try early { try first.keys("/ \(handover) <Enter>") }
    #expect(early { first.squeezed }.contains("Bekräftelse försenat: till mån 23/11 00.02"))
    #expect(try waits(shift) == [24])

    // The site has said 48 hours since, and somebody opens another desk.
    let second = try late {
      Routines.adopt(Routines(handoverHours: 48, policeSilenceDays: 21))
      _ = try CaseStore(at: shift.store.path, clock: shift.clock)
      let desk = try TestDesk(shift)
      try desk.keys("/ \(handover) <Enter>")
      return desk
    }
    #expect(try waits(shift) == [48])
    try early { try first.hearBell() }
    #expect(early { first.message }.contains("bekräftas inom 48 h"))
    #expect(early { first.squeezed }.contains("Bekräftelse löper: 18 t kvar"))
    // All but who is at the desk.
    func shown(_ desk: TestDesk) -> String {
      desk.screen.split(separator: "\n").prefix { !$0.contains("Vid jourbordet") }
        .joined(separator: "\n")
    }
    #expect(early { shown(first) } == late { shown(second) })
    try early { try first.keys("<Esc> <Esc>") }
    try late { try second.keys("<Esc> <Esc>") }
    #expect(early { shown(first) } == late { shown(second) })
    #expect(early { Routines.inForce.policeSilenceDays } == 21)
    #expect(Routines.inForce == Routines())
  }

  @Test("what a desk records before it has heard runs by the store's limits, not by its own")
  func unheard() throws {
    let shift = try TestShift()
    let (early, late) = (House(), House())
    try late {
      Routines.adopt(Routines(handoverHours: 72))
      _ = try CaseStore(at: shift.store.path, clock: shift.clock)
    }
    _ = try early { try sent(shift) }
    #expect(try waits(shift) == [72])
    #expect(early { Routines.inForce.handoverHours } == 72)
  }

  @Test("numbers that no site can choose are not taken in, and are put right at the next opening")
  func nonsense() throws {
    let shift = try TestShift()
    try House()({
      _ = try sent(shift)
      try DatabaseQueue(path: shift.store.path).write {
        try $0.execute(sql: "UPDATE counters SET value = 0 WHERE name = 'handoverHours'")
      }
      _ = try shift.store.changes(after: 0, limit: 10, as: TestDesk(shift).officer)
      #expect(Routines.inForce == Routines())
      _ = try CaseStore(at: shift.store.path, clock: shift.clock)
      let noted = try DatabaseQueue(path: shift.store.path).read {
        try Int.fetchOne($0, sql: "SELECT value FROM counters WHERE name = 'handoverHours'")
      }
      #expect(noted == 24)
    })
  }

  @Test("a program that may not write runs by the store's limits, whatever its site says")
  func readOnly() throws {
    let shift = try TestShift()
    let other = House()
    try other {
      Routines.adopt(Routines(handoverHours: 12))
      _ = try CaseStore(at: shift.store.path, clock: shift.clock, readOnly: true)
      #expect(Routines.inForce.handoverHours == 24)
    }
  }
}
