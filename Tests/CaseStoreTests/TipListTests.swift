import CaseStore
import Casework
import Demo
import Foundation
import Testing
import TextSafety

@Suite("Lists of tips")
struct TipListTests {
  /// Forty tips over time, every fifth acute, some assessed, some closed.
  private func filled() throws -> TestStore {
    let test = try TestStore()
    var random = SplitMix64(seed: 7)
    for number in 1...40 {
      // Some share a minute: ties are told apart by number.
      if Bool.random(using: &random) { test.time.advance(minutes: 3) }
      let tip = try test.tip("tips \(number)", acute: number.isMultiple(of: 5) ? "nu" : nil)
        .reference
      if Bool.random(using: &random) { try test.assess(tip) }
      if number.isMultiple(of: 7) {
        try test.assess(tip)
        try test.act("tip.close", tip, ["reason": .text("noConcern")])
      }
    }
    return test
  }

  private func everything(_ order: TipQuery.Order, _ test: TestStore) throws -> [TipRow] {
    try test.store.tips(TipQuery(order: order, limit: 1000), as: test.founder).rows
  }

  @Test("acute come first, then the newest; only open ones")
  func urgency() throws {
    let test = try filled()
    let rows = try everything(.urgency, test)
    #expect(rows.allSatisfy { $0.status == .open })
    let keys = rows.map { [$0.isAcute ? 1 : 0, $0.receivedAt.milliseconds, $0.reference.number] }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) }.reversed())
    #expect(rows.count == (try test.store.counters().open))
    #expect(rows.count(where: \.isAcute) == (try test.store.counters().acute))
  }

  @Test("the unassessed: the longest waiting first")
  func waiting() throws {
    let test = try filled()
    let rows = try everything(.waiting, test)
    #expect(rows.allSatisfy { $0.status == .open && !$0.isAssessed && $0.concernsChild })
    let keys = rows.map { [$0.receivedAt.milliseconds, $0.reference.number] }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(rows.count == (try test.store.counters().unassessed))
  }

  @Test(
    "pages laid end to end are the list, whatever their size and direction",
    arguments: [TipQuery.Order.urgency, .newest, .waiting], [1, 3, 7, 100])
  func pages(order: TipQuery.Order, limit: Int) throws {
    let test = try filled()
    let all = try everything(order, test).map(\.reference)
    var seen: [Reference] = []
    var page = try test.store.tips(TipQuery(order: order, limit: limit), as: test.founder)
    #expect(!page.hasBefore)
    seen += page.rows.map(\.reference)
    while page.hasAfter, let cursor = page.rows.last?.cursor {
      page = try test.store.tips(
        TipQuery(order: order, start: .after(cursor), limit: limit), as: test.founder)
      seen += page.rows.map(\.reference)
    }
    #expect(seen == all)
    let last = try test.store.tips(
      TipQuery(order: order, start: .last, limit: limit), as: test.founder)
    #expect(last.rows.map(\.reference) == Array(all.suffix(limit)))
    #expect(last.hasBefore == (all.count > limit))
  }

  @Test("a window around a row stands even when the row has left the list")
  func around() throws {
    let test = try filled()
    let all = try everything(.urgency, test)
    let middle = all[all.count / 2]
    let window = TipQuery(order: .urgency, start: .around(middle.cursor), limit: 10)
    let before = try test.store.tips(window, as: test.founder)
    #expect(before.rows.count == 10)
    #expect(before.rows[5].reference == middle.reference)
    #expect(before.hasBefore && before.hasAfter)
    try test.assess(middle.reference)
    try test.act("tip.close", middle.reference, ["reason": .text("noConcern")])
    let after = try test.store.tips(window, as: test.founder)
    #expect(after.rows[5].reference == all[all.count / 2 + 1].reference)
    #expect(after.rows[5].cursor > middle.cursor)
  }

  @Test("search finds beginnings of words, newest first, corrected text, and references")
  func search() throws {
    let test = try TestStore()
    let first = try test.tip("Flicka säljer rosor på Långholmen").reference
    let second = try test.tip("Pojke med DRAGSPEL vid Långbro").reference
    func found(_ text: String) throws -> [String] {
      try test.store.search(tips: text, as: test.founder).map(\.reference.description)
    }
    #expect(try found("lång") == ["T3", "T2"])
    #expect(try found("dragsp") == ["T3"])
    #expect(try found("flicka ros") == ["T2"])
    #expect(try found("langholmen") == [])
    #expect(try found(second.description) == ["T3"])
    #expect(try found("t2") == ["T2"])
    for hostile in ["", "   ", "\"", "AND", "NEAR(", "a*b", "-", "😀", "words:x", "^rosor"] {
      _ = try found(hostile)
    }
    try test.act(
      "tip.correct", first,
      ["text": .text("Flicka säljer tulpaner"), "reason": .text("hördes fel")])
    #expect(try found("rosor") == [])
    #expect(try found("tulpan") == ["T2"])
  }

  @Test("candidates for likeness are read again only where their version has moved")
  func like() throws {
    let test = try TestStore()
    let first = try test.tip("ett").reference
    try test.tip("två")
    let report = TipReport(channel: .phone, text: "ett")
    let candidates = try test.store.tipsLike(
      report, now: test.time.clock.now(), as: test.founder)
    #expect(candidates.map(\.0.description) == ["T2", "T3"])
    try test.act("tip.note", first, ["text": .text("x")])
    let known = Dictionary(candidates.map { ($0.0, $0.1) }, uniquingKeysWith: { a, _ in a })
    let again = try test.store.tipsLike(
      report, now: test.time.clock.now(), reusing: known, as: test.founder)
    #expect(again.map(\.1.version) == [2, 1])
  }
}
