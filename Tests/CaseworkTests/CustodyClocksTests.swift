import Casework
import Testing

@Suite("The clocks of a custody decision")
struct CustodyClocksTests {
  static func custody(_ decided: Instant, _ change: (inout CustodyTimes) -> Void = { _ in })
    -> CustodyClocks
  {
    var times = CustodyTimes()
    times.decided = decided
    change(&times)
    return CustodyClocks(times)
  }

  @Test(
    "Decided 2012-12-27: nothing had arrived on 2013-01-03, so it lapsed; a new decision is new")
  func lapsed() throws {
    let clocks = Self.custody(.at(.day(2012, 12, 27), 14)) {
      $0.executed = .at(.day(2012, 12, 27), 18)
    }
    #expect(clocks.ending(at: .at(.day(2013, 1, 3), 23, 59)) == nil)
    let submission = try #require(clocks.clocks(at: .at(.day(2013, 1, 3), 12)).first)
    #expect(submission.rule.id == .submission)
    #expect(submission.state(at: .at(.day(2013, 1, 3), 12)) == .lastDayToday)
    let ceased = try #require(clocks.ceased(at: .at(.day(2013, 1, 4), 0)))
    #expect(ceased.day == .day(2013, 1, 4) && ceased.clock.rule.law == "LVU 7 §")
    #expect(clocks.clocks(at: .at(.day(2013, 1, 14), 9)).map(\.rule.id) == [.submission])
    // The new decision of 2013-01-16 was at the court the same day.
    let new = Self.custody(.at(.day(2013, 1, 16), 10)) { $0.arrived = .at(.day(2013, 1, 16), 15) }
    #expect(new.ending(at: .at(.day(2013, 2, 1), 0)) == nil)
  }

  @Test("Decided 2020-10-27: last day 2020-11-03, ceased 2020-11-04, though execution was later")
  func ceasedBeforeExecution() throws {
    let clocks = Self.custody(.at(.day(2020, 10, 27), 16)) {
      $0.executed = .at(.day(2020, 11, 10), 9)
      $0.arrived = .at(.day(2020, 11, 11), 9)
      $0.examined = .at(.day(2020, 11, 13), 9)
      $0.isConfirmed = false
      $0.lifted = .at(.day(2020, 11, 16), 9)
    }
    let now = Instant.at(.day(2020, 11, 20), 12)
    let ceased = try #require(clocks.ceased(at: now))
    #expect(ceased.clock.deadline.lastDay == .day(2020, 11, 3))
    #expect(ceased.day == .day(2020, 11, 4))
    #expect(clocks.clocks(at: now).map(\.rule.id) == [.submission])
    #expect(clocks.nextStep(at: now).sv.hasPrefix("UPPHÖRT ons 4/11 (LVU 7 §)"))
  }

  @Test("A decision over Christmas shows both its last and its safe day")
  func christmas() throws {
    let decided = Instant.at(.day(2026, 12, 18), 22)
    let clocks = Self.custody(decided) { $0.executed = decided }
    let first = try #require(clocks.clocks(at: decided).first)
    #expect(first.deadline.safeDay == .day(2026, 12, 23))
    #expect(first.deadline.lastDay == .day(2026, 12, 28))
    #expect(
      clocks.nextStep(at: decided)
        == Phrase(
          sv: "Nästa: handlingarna till förvaltningsrätten, säkrast ons 23/12, senast mån 28/12",
          en: "Next: the papers to the court, safest Wed 23/12, last day Mon 28/12"))
  }

  @Test("Decision, arrival and execution each start their own clock; what runs out first is first")
  func chain() {
    let clocks = Self.custody(.at(.day(2026, 11, 20), 2)) {
      $0.executed = .at(.day(2026, 11, 21), 4)
      $0.arrived = .at(.day(2026, 11, 23), 10)
      $0.needsBoardReport = true
      $0.boardMeeting = .day(2026, 12, 8)
    }
    let now = Instant.at(.day(2026, 11, 23), 12)
    let rows = clocks.clocks(at: now).map {
      "\($0.rule.id.rawValue) \($0.deadline.lastDay) \($0.state(at: now))"
    }
    #expect(
      rows == [
        "lvu7 2026-11-27 met", "lvu7-court 2026-11-30 running", "lvu6-board 2026-12-08 running",
        "lvu8 2026-12-21 running",
      ])
  }

  @Test("No application within four weeks of execution: ceased the day after, LVU 8 and 9 §§")
  func noApplication() throws {
    let clocks = Self.custody(.at(.day(2026, 11, 20), 2)) {
      $0.executed = .at(.day(2026, 11, 21), 4)
      $0.arrived = .at(.day(2026, 11, 23), 10)
      $0.examined = .at(.day(2026, 11, 26), 10)
      $0.isConfirmed = true
      $0.needsBoardReport = true
      $0.boardMeeting = .day(2027, 1, 12)
    }
    let before = Instant.at(.day(2026, 12, 21), 23, 59)
    #expect(clocks.ending(at: before) == nil)
    let after = Instant.at(.day(2026, 12, 22), 0)
    let ceased = try #require(clocks.ceased(at: after))
    #expect(ceased.clock.rule.law == "LVU 8, 9 §§" && ceased.day == .day(2026, 12, 22))
    // The report to the board is owed all the same.
    #expect(
      clocks.clocks(at: after).map(\.rule.id)
        == [.submission, .examination, .application, .boardReport])
  }

  @Test("What ends a decision first is what ended it")
  func firstEnding() {
    let lifted = Self.custody(.at(.day(2026, 11, 20), 2)) { $0.lifted = .at(.day(2026, 11, 24), 9) }
    #expect(lifted.ending(at: .at(.day(2026, 11, 24), 8)) == nil)
    #expect(lifted.ending(at: .at(.day(2027, 1, 1), 9)) == .lifted(.day(2026, 11, 24)))
    #expect(lifted.clocks(at: .at(.day(2027, 1, 1), 9)).isEmpty)
    let refused = Self.custody(.at(.day(2026, 11, 20), 2)) {
      $0.arrived = .at(.day(2026, 11, 23), 10)
      $0.examined = .at(.day(2026, 11, 26), 10)
      $0.isConfirmed = false
    }
    #expect(refused.ending(at: .at(.day(2027, 1, 1), 9)) == .notConfirmed(.day(2026, 11, 26)))
    let care = Self.custody(.at(.day(2026, 11, 20), 2)) {
      $0.executed = .at(.day(2026, 11, 20), 9)
      $0.arrived = .at(.day(2026, 11, 23), 10)
      $0.appliedForCare = .at(.day(2026, 12, 1), 10)
      $0.careDecided = .at(.day(2026, 12, 11), 10)
    }
    #expect(care.ending(at: .at(.day(2027, 3, 1), 9)) == .careDecided(.day(2026, 12, 11)))
  }

  @Test("The next step of every stage is said in words, as the table says")
  func nextStep() throws {
    let table = try Table("CustodySteps.txt")
    let decided = Instant.at(.day(2026, 11, 20), 2)
    let (nov, dec) = (0, 30)
    let steps: [(String, [Int], (inout CustodyTimes) -> Void)] = [
      ("prepared", [nov + 20], { $0.decided = nil }),
      ("decided", [nov + 20, nov + 26, nov + 27, nov + 28], { $0.decided = decided }),
      ("executed", [nov + 21], { $0.executed = .at(.day(2026, 11, 21), 4) }),
      ("at the court", [nov + 23], { $0.arrived = .at(.day(2026, 11, 23), 10) }),
      (
        "board to be told", [nov + 24, dec + 8, dec + 9],
        { ($0.needsBoardReport, $0.boardMeeting) = (true, .day(2026, 12, 8)) }
      ),
      (
        "confirmed", [dec + 1],
        { ($0.examined, $0.isConfirmed) = (.at(.day(2026, 11, 26), 9), true) }
      ),
      (
        "board told", [dec + 8, dec + 18, dec + 21, dec + 22],
        { $0.reported = .at(.day(2026, 12, 8), 10) }
      ),
      (
        "more time asked", [dec + 18],
        { $0.extensions = [.init(askedAt: .at(.day(2026, 12, 18), 9), until: nil)] }
      ),
      (
        "more time granted", [dec + 19, dec + 46, dec + 47, dec + 49, dec + 50],
        { $0.extensions = [.init(askedAt: .at(.day(2026, 12, 18), 9), until: .day(2027, 1, 16))] }
      ),
      (
        "applied", [dec + 22, dec + 36, dec + 37],
        { $0.appliedForCare = .at(.day(2026, 12, 22), 9) }
      ),
      ("care decided", [dec + 40], { $0.careDecided = .at(.day(2027, 1, 8), 9) }),
    ]
    var times = CustodyTimes()
    var text = ""
    for (name, days, change) in steps {
      change(&times)
      for day in days {
        let now = Instant.at(CivilDate.day(2026, 10, 31).adding(days: day), 12)
        let words = CustodyClocks(times).nextStep(at: now)
        let shown = Stockholm.civil(now).date
        text += "\(name.padded(18))| \(shown) | \(words.sv) | \(words.en)\n"
      }
    }
    table.expect(text)
  }
}
