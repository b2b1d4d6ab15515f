import CaseStore
import Casework
import Testing

@Suite("Tips in order of a field, and only some of them")
struct TipSortingTests {
  private func filled() throws -> TestStore {
    let test = try TestStore()
    for number in 1...30 {
      test.time.advance(minutes: number.isMultiple(of: 4) ? 0 : 2)
      var fields: [String: FieldValue] = [
        "channel": .text(["web", "phone", "email"][number % 3]), "text": .text("tips \(number)"),
      ]
      if !number.isMultiple(of: 5) {
        fields["place"] = .text(["Östra", "slussen", "Älvsjö", "Odenplan"][number % 4])
      }
      if number.isMultiple(of: 6) { fields["acute"] = .text("nu") }
      let tip = try test.store.record(Action("tip.receive", fields: fields), by: test.founder)
      if number.isMultiple(of: 2) {
        try test.assess(tip.reference)
        try test.act(
          "tip.prioritise", tip.reference,
          ["priority": .text(["high", "low", "normal"][number % 3])])
      }
      if number.isMultiple(of: 3) {
        try test.act("tip.assign", tip.reference, ["officer": .text("chefen")])
      }
    }
    return test
  }

  @Test(
    "pages laid end to end are the list, forwards and backwards",
    arguments: TipSorting.Field.allCases, [false, true])
  func pages(field: TipSorting.Field, isReversed: Bool) throws {
    let test = try filled()
    let sorting = TipSorting(field, isReversed: isReversed)
    func read(_ start: TipQuery.Start, _ limit: Int) throws -> TipPage {
      try test.store.tips(
        TipQuery(order: .urgency, sorting: sorting, start: start, limit: limit), as: test.founder)
    }
    let all = try read(.first, 1000).rows
    #expect(all.count == 30)
    #expect(all.map(\.cursor) == all.map(\.cursor).sorted())
    var seen: [Reference] = []
    var page = try read(.first, 7)
    seen += page.rows.map(\.reference)
    while page.hasAfter, let cursor = page.rows.last?.cursor {
      page = try read(.after(cursor), 7)
      seen += page.rows.map(\.reference)
    }
    #expect(seen == all.map(\.reference))
    #expect(try read(.last, 7).rows.map(\.reference) == all.suffix(7).map(\.reference))
    let middle = try read(.around(all[15].cursor), 10)
    #expect(middle.rows.map(\.reference) == all[10..<20].map(\.reference))
    let turned = TipSorting(field, isReversed: !isReversed)
    let others = try test.store.tips(
      TipQuery(order: .urgency, sorting: turned, limit: 1000), as: test.founder)
    #expect(others.rows.map(\.reference) == all.map(\.reference).reversed())
  }

  @Test("without a place, a priority or an officer a tip comes last")
  func missing() throws {
    let test = try filled()
    func last(_ field: TipSorting.Field) throws -> TipRow? {
      try test.store.tips(
        TipQuery(order: .urgency, sorting: TipSorting(field), limit: 100), as: test.founder
      ).rows.last
    }
    #expect(try last(.place)?.place == nil)
    #expect(try last(.priority)?.priority == nil)
    #expect(try last(.assignee)?.assignee == nil)
  }

  @Test("a list that is narrowed shows those with one of the values in every field named")
  func narrowed() throws {
    let test = try filled()
    func rows(_ change: (inout TipNarrowing) -> Void) throws -> [TipRow] {
      var narrowing = TipNarrowing()
      change(&narrowing)
      return try test.store.tips(
        TipQuery(order: .newest, narrowing: narrowing, limit: 100), as: test.founder
      ).rows
    }
    let all = try rows { _ in }
    #expect(try rows { $0.channels = [.web] } == all.filter { $0.channel == .web })
    #expect(
      try rows { $0.priorities = [.high, nil] }
        == all.filter { $0.priority == .high || $0.priority == nil })
    #expect(try rows { $0.acute = [true] } == all.filter(\.isAcute))
    #expect(try rows { $0.assessed = [false] } == all.filter { !$0.isAssessed })
    #expect(try rows { $0.assignees = [.mine] } == all.filter { $0.assignee != nil })
    #expect(try rows { $0.assignees = [.nobody] } == all.filter { $0.assignee == nil })
    #expect(try rows { $0.assignees = [.others] }.isEmpty)
    #expect(try rows { $0.statuses = [.closed] }.isEmpty)
    #expect(
      try rows {
        $0.channels = [.web, .phone]
        $0.acute = [false]
      } == all.filter { [.web, .phone].contains($0.channel) && !$0.isAcute })
  }
}
