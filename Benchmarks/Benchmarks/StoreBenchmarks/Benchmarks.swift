import Benchmark
import CaseStore
import Casework
import ManyTips

/// Everything that is measured of the store; the names say what.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .throughput], warmupIterations: 5,
    maxDuration: .seconds(5), maxIterations: 2000)
  measureReading()
  measureSearching()
  measureAdding()
  measureRebuilding()
}
