import Benchmark
import CaseStore
import ManyTips

func measureRebuilding() {
  let name = "Rebuild all projections"
  Benchmark(
    name,
    configuration: .init(warmupIterations: 0, maxDuration: .seconds(1), maxIterations: 1)
  ) { benchmark in
    let copy = try StoreCopy("rebuild")
    let store = try CaseStore(at: copy.path)
    let start = ContinuousClock.now
    benchmark.startMeasurement()
    let facts = try store.rebuild()
    benchmark.stopMeasurement()
    let seconds = (ContinuousClock.now - start).seconds
    let rate = Double(facts) / seconds
    Budget.report(
      name, "\(facts) facts in \((seconds * 10).rounded() / 10) s, \(Int(rate)) a second",
      budget: "100000 a second", isWithin: rate >= 100_000)
  }
}
