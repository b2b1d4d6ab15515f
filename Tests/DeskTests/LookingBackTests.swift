import CaseStore
import Casework
import Terminal
import Testing

@testable import Desk

/// The desk as it stood at a moment before.
@Suite("Looking back")
struct LookingBackTests {
  /// Seven tips, then work on the fifth and three hours' time; the moment is before all that.
  private func past() throws -> (TestShift, Instant) {
    let shift = try TestShift()
    let start = shift.clock.now()
    try shift.fill()
    shift.advance(minutes: 180)
    try shift.tip("Kom in senare än så", place: "Slussen")
    return (shift, start.adding(minutes: 40))
  }

  @Test("the screen is that of the moment, and says so", arguments: [(80, 24), (120, 40)])
  func screen(columns: Int, rows: Int) throws {
    let (shift, moment) = try past()
    let desk = try TestDesk(shift, size: Size(columns: columns, rows: rows), asOf: moment)
    try expectFrame(desk.screen, "as-of-\(columns)x\(rows)")
  }

  @Test("every command that records something is refused in words")
  func refusals() throws {
    let (shift, moment) = try past()
    let desk = try TestDesk(shift, asOf: moment)
    let changing = CommandRegistry.all.filter { $0.risk != .safe }
    #expect(changing.count > 100)
    for command in changing {
      #expect(desk.state.disabledReason(command.id) == DeskState.readOnly, "\(command.id)")
    }
    let before = desk.screen
    for keys in ["n", "s", "p", "t", "a"] {
      try desk.keys(keys)
      #expect(desk.message.contains("utan --as-of"), "\(keys)")
    }
    #expect(desk.screen == before)
    try desk.keys("g h j <Enter>")
    #expect(desk.message.contains("utan --as-of"))
  }

  @Test("what would be recorded all the same, the store refuses")
  func store() throws {
    let (shift, moment) = try past()
    let desk = try TestDesk(shift, asOf: moment)
    let head = try shift.store.head()
    let action = Action("tip.note", subject: Reference(.tip, 4), fields: ["text": .text("nej")])
    guard
      case .recorded(_, _, .refused(let problem, _))? = desk.runner.perform(
        .record(action, form: nil))
    else {
      Issue.record("it was recorded")
      return
    }
    #expect(problem.message.sv.contains("--as-of"))
    #expect(try shift.store.head() == head)
  }

  @Test("what is recorded meanwhile changes nothing; what is erased meanwhile ends the desk")
  func erasedMeanwhile() throws {
    let (shift, moment) = try past()
    let desk = try TestDesk(shift, asOf: moment)
    let before = desk.screen
    try shift.tip("Kom in medan någon såg tillbaka")
    try desk.hearBell()
    #expect(desk.screen == before)
    #expect(!desk.state.isLeaving)
    _ = try shift.store.record(
      Action(
        "tip.redact", subject: Reference(.tip, 4),
        fields: ["entry": .number(1), "reason": .text("fel barn")]),
      by: #require(try shift.store.officer(login: "karin")))
    try desk.hearBell()
    #expect(desk.state.isLeaving)
    #expect(desk.state.farewell?.sv.contains("--as-of") == true)
  }
}
