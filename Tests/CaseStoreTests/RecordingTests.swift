import CaseStore
import Casework
import Foundation
import Testing
import TextSafety

@Suite("Recording")
struct RecordingTests {
  @Test("a receipt names the subject by the number of its first fact")
  func receipt() throws {
    let test = try TestStore()
    let first = try test.tip()
    #expect(first.reference.description == "T2")
    #expect((first.seq, first.version) == (2, 1))
    let second = try test.act("tip.note", first.reference, ["text": .text("Påhittad anteckning")])
    #expect(second.reference == first.reference)
    #expect((second.seq, second.version) == (3, 2))
  }

  @Test("the same source key twice is one tip, and gives the first receipt")
  func repeated() throws {
    let test = try TestStore()
    let first = try test.tip(key: "mail:<a@b>")
    let again = try test.tip("en annan text", key: "mail:<a@b>")
    #expect(again.isRepeat && !first.isRepeat)
    #expect(again.reference == first.reference)
    #expect(try test.store.head().seq == 2)
    _ = try test.store.rebuild()
    #expect(try test.tip(key: "mail:<a@b>").isRepeat)
  }

  @Test("an action against an older version is refused and names who did what")
  func conflict() throws {
    let test = try TestStore()
    let karin = try test.officer("karin", [.coordinator])
    let tip = try test.tip().reference
    try test.act("tip.prioritise", tip, ["priority": .text("high")], expects: 1, by: karin)
    do {
      try test.act("tip.prioritise", tip, ["priority": .text("low")], expects: 1)
      Issue.record("was recorded")
    } catch let conflict as Conflict {
      #expect(conflict.reference == tip)
      #expect((conflict.expected, conflict.version) == (1, 2))
      #expect(conflict.changes.map(\.officerName) == ["Karin Påhittad"])
      #expect(conflict.message.sv.contains("Karin Påhittad: "))
    }
    #expect(try test.store.history(of: tip, as: karin).count == 2)
    let applied = try test.act("tip.prioritise", tip, ["priority": .text("low")], expects: 2)
    #expect(applied.version == 3)
  }

  @Test("an officer whose access was taken away while the desk was open may do nothing more")
  func deactivated() throws {
    let test = try TestStore()
    let karin = try test.officer("karin", [.coordinator])
    let tip = try test.tip().reference
    try test.act("officer.deactivate", Reference(.officer, 2), ["reason": .text("slutat")])
    do {
      try test.act("tip.note", tip, ["text": .text("x")], by: karin)
      Issue.record("was recorded")
    } catch let refusal as Refusal {
      #expect(refusal.kind == .notPermitted)
    }
  }

  @Test("who may not read tips is shown none, and is not told which there are")
  func noReading() throws {
    let test = try TestStore()
    let tip = try test.tip().reference
    let mail = try test.officer("intag", [.intake])
    let page = TipQuery(order: .newest, limit: 10)
    #expect(throws: StoreError.self) { try test.store.tips(page, as: mail) }
    #expect(throws: StoreError.self) { try test.store.subject(tip, as: mail) }
    #expect(throws: StoreError.self) { try test.store.history(of: tip, as: mail) }
    #expect(throws: StoreError.self) { try test.store.search(tips: "barn", as: mail) }
    for reference in [tip, Reference(.tip, 999)] {
      do {
        try test.act("tip.note", reference, ["text": .text("x")], by: mail)
        Issue.record("was recorded")
      } catch let refusal as Refusal {
        #expect(refusal.kind == .notPermitted)
      }
    }
  }

  @Test("a batch leaves out only what is refused; an atomic one writes all or nothing")
  func batches() throws {
    let test = try TestStore()
    let good = Action("tip.receive", fields: ["channel": .text("web"), "text": .text("bra")])
    let bad = Action("tip.receive", fields: ["channel": .text("web"), "texten": .text("fel")])
    let results = try test.store.record(batch: [good, bad, good], by: test.founder)
    #expect(results.map { (try? $0.get())?.reference.description } == ["T2", nil, "T3"])
    do {
      _ = try test.store.record(atomic: [good, good, bad], by: test.founder)
      Issue.record("was recorded")
    } catch let stopped as BatchStopped {
      #expect(stopped.index == 2)
      #expect(stopped.error is Refusal)
    }
    #expect(try test.store.head().seq == 3)
    #expect(
      try test.store.record(atomic: [good, good], by: test.founder).map(\.reference.description)
        == ["T4", "T5"])
    #expect(try test.store.counters().open == 4)
  }

  @Test("a duplicate is written on both tips in one go")
  func duplicate() throws {
    let test = try TestStore()
    let first = try test.tip().reference
    let second = try test.tip().reference
    try test.assess(second)
    let receipt = try test.act("tip.duplicate", second, ["of": .text("T2")])
    #expect(receipt.reference == second)
    #expect(try test.store.history(of: first, as: test.founder).count == 2)
    guard case .tip(let kept)? = try test.store.subject(first, as: test.founder) else {
      Issue.record("no tip")
      return
    }
    #expect(kept.duplicates == ["T3"])
    #expect(try test.store.counters() == TipCounters(open: 1, acute: 0, unassessed: 1))
  }

  @Test("the facts after a number tell what was touched")
  func headers() throws {
    let test = try TestStore()
    let tip = try test.tip(acute: "slagen nu").reference
    try test.act("tip.note", tip, ["text": .text("x")])
    let facts = try test.store.facts(after: 1, limit: 10)
    #expect(facts.map(\.kind) == ["tip.received", "tip.noted"])
    #expect(facts.map(\.reference) == [tip, tip])
    #expect(facts.map(\.isAcute) == [true, true])
    #expect(facts.allSatisfy { $0.officer?.subject == test.founder.id })
    #expect(try test.store.facts(after: 3, limit: 10).isEmpty)
  }
}
