import CaseStore
import Casework
import Foundation
import GRDB
import Testing

/// Random actions, valid or not, by random officers: the journal alone gives the projections.
@Suite("Replay")
struct ReplayTests {
  private func dump(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try ["tips", "sources", "officers", "counters"].flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1").map { "\(table) \($0)" }
      }
        + Int64.fetchAll(db, sql: "SELECT rowid FROM tip_words WHERE tip_words MATCH '\"tips\"*'")
        .map { "word \($0)" }
    }
  }

  private func randomAction(_ tips: [Reference], _ random: inout Seeded) -> Action {
    let kinds = ActionRegistry.all.filter { $0.kind == .tip }.map(\.id)
    let id = kinds.randomElement(using: &random) ?? "tip.receive"
    guard id != "tip.receive", let tip = tips.randomElement(using: &random) else {
      let key = Int.random(in: 0...40, using: &random)
      var fields: [String: FieldValue] = [
        "channel": .text("web"), "text": .text("påhittat tips \(key)"),
      ]
      if Bool.random(using: &random) { fields["acute"] = .text("nu") }
      if Bool.random(using: &random) { fields["place"] = .text("Påhittade torget") }
      return Action("tip.receive", fields: fields, sourceKey: "id:\(key)")
    }
    let other = tips.randomElement(using: &random) ?? tip
    let fields: [String: [String: FieldValue]] = [
      "tip.assess": [
        "outcome": .text(
          ["immediate", "investigate", "noImmediateNeed", "noChild"].randomElement(using: &random)
            ?? "noChild"), "ground": .text("grund"),
      ],
      "tip.prioritise": [
        "priority": .text(
          ["acute", "high", "normal", "low"].randomElement(using: &random) ?? "low")
      ],
      "tip.assign": Bool.random(using: &random) ? ["officer": .text("chefen")] : [:],
      "tip.note": ["text": .text("anteckning")],
      "tip.correct": [
        "text": .text("rättat tips \(Int.random(in: 0...9, using: &random))"),
        "reason": .text("fel"),
      ],
      "tip.duplicate": ["of": .text(other.description)],
      "tip.notDuplicate": ["reason": .text("fel")],
      "tip.close": ["reason": .text("noConcern")], "tip.reopen": ["reason": .text("åter")],
    ]
    return Action(id, subject: tip, fields: fields[id] ?? [:])
  }

  @Test(
    "projections made again equal the live ones, and the chain holds",
    arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func replay(seed: UInt64) throws {
    let test = try TestStore()
    var random = Seeded(state: seed)
    var tips: [Reference] = []
    var recorded = 0
    for _ in 0..<250 {
      let action = randomAction(tips, &random)
      test.time.advance(minutes: Int.random(in: 0...30, using: &random))
      guard let receipt = try? test.store.record(action, by: test.founder) else { continue }
      recorded += 1
      if !tips.contains(receipt.reference) { tips.append(receipt.reference) }
    }
    #expect(recorded > 80)
    let live = try dump(test.path)
    let head = try test.store.head()
    #expect(try test.store.rebuild() == head.seq)
    #expect(try dump(test.path) == live)
    #expect(try test.store.head() == head)
    #expect(try test.store.verify().fault == nil)
    let states = try tips.map { try test.store.subject($0, as: test.founder) }
    let counters = try test.store.counters()
    #expect(
      counters.open
        == states.count { if case .tip(let tip)? = $0 { tip.status == .open } else { false } })
  }
}
