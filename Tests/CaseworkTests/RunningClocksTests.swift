import Testing

@testable import Casework

@Suite("Clocks to mind")
struct RunningClocksTests {
  private static let received = Instant(milliseconds: 1_795_287_600_000)  // 2026-11-21 20.00

  private func tip() throws -> Tip {
    let id = SubjectID(high: 1, low: 2)
    let report = TipReport(channel: .web, text: "Flicka tigger ensam")
    return try #require(Tip.applying(.received(report), at: Self.received, to: nil, id: id))
  }

  @Test("a tip's assessment runs for an hour, is late after it, and is gone once made")
  func tipClock() throws {
    let tip = try tip()
    let state = SubjectState.tip(tip)
    let rules = state.clocksToMind(at: Self.received).map(\.rule.id)
    #expect(rules == [.protectionAssessment, .preliminaryAssessment])
    let after = Self.received.adding(minutes: 61)
    #expect(state.clocksToMind(at: after).map { $0.state(at: after) } == [.overdue, .running])
    let assessed = try #require(
      Tip.applying(
        .protectionAssessed(.init(outcome: .investigate, ground: "g")),
        at: Self.received.adding(minutes: 5), to: tip, id: tip.id))
    let left = SubjectState.tip(assessed).clocksToMind(at: after).map(\.rule.id)
    #expect(left == [.preliminaryAssessment])
  }

  @Test("a handover is waited for until it is acknowledged; sent again, it waits again")
  func handoverClock() throws {
    func record(_ names: [(String, Int)]) throws -> Record {
      var record: Record?
      for (name, minutes) in names {
        record = Record.applying(
          RecordedFact(kind: "handover.\(name)", values: [:]),
          at: Self.received.adding(minutes: minutes), to: record, id: SubjectID(high: 1, low: 3))
      }
      return try #require(record)
    }
    let soon = Self.received.adding(minutes: 30)
    func count(_ names: [(String, Int)]) throws -> Int {
      SubjectState.record(try record(names)).clocksToMind(at: soon).count
    }
    #expect(try count([("drafted", 0)]) == 0)
    #expect(try count([("drafted", 0), ("sent", 1)]) == 1)
    #expect(try count([("drafted", 0), ("sent", 1), ("acknowledged", 5)]) == 0)
    #expect(try count([("drafted", 0), ("sent", 1), ("returned", 5), ("sent", 9)]) == 1)
  }
}
