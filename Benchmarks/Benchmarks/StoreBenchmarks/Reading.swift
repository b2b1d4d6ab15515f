import Benchmark
import CaseStore
import Casework
import ManyTips

/// A page of sixty rows in each order, at each place.
func measureReading() {
  let orders: [TipQuery.Order] = [.urgency, .newest, .waiting]
  for order in orders {
    measurePages("first", order) { _ in .first }
    measurePages("last", order) { _ in .last }
    measurePages("around a row", order) { .around($0) }
    measurePages("after a row", order) { .after($0) }
  }
  // A page takes as long however many tips there are.
  for tips in [1_000, 100_000, 1_000_000] {
    measurePages("around a row of \(tips)", .urgency, tips: tips) { .around($0) }
  }
  measureRecords()
  measureNextClock()
}

/// A page of a screen of records, each folded from the journal.
private func measureRecords() {
  for kind in [SubjectKind.custody, .policeReport, .handover, .case] {
    let name = "Page of thirty of \(kind.rawValue)"
    let budget = Budget(name)
    Benchmark(name) { benchmark in
      let (store, officer) = try ManyTipsStore.open()
      benchmark.startMeasurement()
      for _ in 0..<40 {
        blackHole(
          try budget.time { try store.records(RecordQuery(kind: kind, limit: 30), as: officer) })
      }
      benchmark.stopMeasurement()
    } teardown: {
      budget.report()
    }
  }
}

/// The clock in the header, of ten thousand that run and those of all tips.
private func measureNextClock() {
  let name = "The clock that runs out next"
  let budget = Budget(name)
  Benchmark(name) { benchmark in
    let (store, officer) = try ManyTipsStore.open()
    let now = StoreClock.system.now()
    benchmark.startMeasurement()
    for minutes in 0..<100 {
      let moment = now.adding(minutes: minutes * 60)
      blackHole(try budget.time { try store.nextClock(at: moment, as: officer) })
    }
    benchmark.stopMeasurement()
  } teardown: {
    budget.report()
  }
}

private func measurePages(
  _ place: String, _ order: TipQuery.Order, tips: Int = ManyTipsStore.tipCount,
  _ start: @escaping (TipCursor) -> TipQuery.Start
) {
  let name = "Page of tips by \(order.rawValue), \(place)"
  let budget = Budget(name)
  Benchmark(name) { benchmark in
    let (store, officer) = try ManyTipsStore.open(tips: tips)
    let cursors = try spread(over: order, store, officer)
    benchmark.startMeasurement()
    for index in 0..<40 {
      let query = TipQuery(order: order, start: start(cursors[index % cursors.count]), limit: 60)
      blackHole(try budget.time { try store.tips(query, as: officer) })
    }
    benchmark.stopMeasurement()
  } teardown: {
    budget.report()
  }
}

/// Rows here and there from the whole of an order: pages reached by walking, not by counting.
private func spread(
  over order: TipQuery.Order, _ store: CaseStore, _ officer: Officer
) throws -> [TipCursor] {
  var cursors: [TipCursor] = []
  for start in [TipQuery.Start.first, .last] {
    var page = try store.tips(TipQuery(order: order, start: start, limit: 1000), as: officer)
    for _ in 0..<5 {
      cursors += stride(from: 0, to: page.rows.count, by: 199).map { page.rows[$0].cursor }
      guard page.hasAfter, let last = page.rows.last else { break }
      page = try store.tips(
        TipQuery(order: order, start: .after(last.cursor), limit: 1000), as: officer)
    }
  }
  return cursors
}
