import Testing
import TextSafety

@testable import Casework

@Suite("Taking back")
struct TipUndoTests {
  private func fields(_ undoing: Undoing) -> (String, [String: String])? {
    guard case .offer(let action, let fields) = undoing else { return nil }
    return (action, fields)
  }

  private func undoing(_ fact: TipFact, before: Tip? = nil) -> Undoing {
    Undoing(of: .tip(fact), version: 3, before: before, login: { _ in "olle" })
  }

  private var tip: Tip? {
    Tip.applying(
      .received(TipReport(channel: .phone, text: "x")), at: Instant(milliseconds: 0), to: nil,
      id: SubjectID(at: Instant(milliseconds: 0), random: (1, 2)))
  }

  @Test("an offer is an action that there is, with fields that it has")
  func offers() throws {
    let facts: [TipFact] = [
      .markedDuplicate(.init(of: try #require(tip).id, reference: "T1")),
      .unmarkedDuplicate(.init(reason: "r", reference: "T1")),
      .closed(.init(reason: .notFound, note: nil)), .reopened(Reason("r")),
      .dispatched(.init(district: nil, note: nil)), .passedOn(.init(district: "Farsta", note: nil)),
      .assigned(.init(officer: nil, name: nil)),
    ]
    for fact in facts {
      let (action, values) = try #require(fields(undoing(fact, before: tip)))
      let spec = try #require(ActionRegistry.action(action))
      for name in values.keys { #expect(spec.field(name) != nil, "\(action) \(name)") }
    }
  }

  @Test("an earlier priority is offered again; without one nothing is")
  func priority() throws {
    let fact = TipFact.prioritised(.init(priority: .high, reason: nil))
    #expect(fields(undoing(fact, before: tip)) == nil)
    let low = Tip.applying(
      .prioritised(.init(priority: .low, reason: nil)), at: Instant(milliseconds: 1), to: tip,
      id: try #require(tip).id)
    #expect(fields(undoing(fact, before: low))?.1["priority"] == "low")
  }

  @Test("a protection assessment, a note and a tip that came in stand, and say why")
  func stands() throws {
    let facts: [TipFact] = [
      .protectionAssessed(.init(outcome: .investigate, ground: "g")), .noted(.init(text: "n")),
      .received(TipReport(channel: .phone, text: "x")),
    ]
    for fact in facts {
      guard case .stands(let why) = undoing(fact) else {
        Issue.record("\(fact) is offered back")
        continue
      }
      #expect(!why.sv.isEmpty)
    }
  }

  @Test("a sending that is taken back leaves the one before it")
  func recall() throws {
    var state = tip
    let id = try #require(tip).id
    for fact in [
      TipFact.dispatched(.init(district: nil, note: nil)),
      .passedOn(.init(district: "Farsta", note: "ringt")), .recalled(Reason("fel")),
    ] {
      state = Tip.applying(fact, at: Instant(milliseconds: 1), to: state, id: id)
    }
    #expect(state?.sendings.map(\.district) == [nil])
  }

  @Test("a record's fact is corrected by its number in the history")
  func records() throws {
    let fact = RecordedFact(kind: "shift.noted", values: [:])
    let undoing = Undoing(of: .record(fact), version: 7, before: nil, login: { _ in nil })
    let (action, values) = try #require(fields(undoing))
    #expect(action == "shift.correct")
    #expect(values["entry"] == "7")
  }
}
