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
}

private func measurePages(
  _ place: String, _ order: TipQuery.Order, _ start: @escaping (TipCursor) -> TipQuery.Start
) {
  let name = "Page of tips by \(order.rawValue), \(place)"
  let budget = Budget(name)
  Benchmark(name) { benchmark in
    let (store, officer) = try ManyTipsStore.open()
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
