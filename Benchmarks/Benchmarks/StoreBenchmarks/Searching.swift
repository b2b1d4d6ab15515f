import Benchmark
import CaseStore
import Casework
import ManyTips

/// What is typed: common words, rare ones, several, a telephone number, a reference, nothing known.
private let typed = [
  "tunnelbanan", "flickan", "sergels torg", "stationen pojke", "barn", "rumänska", "tigger",
  "dragspel", "vaktar på avstånd", "070", "anna", "a", "en man", "T4711", "skärholmen barn ute",
  "följde med en vuxen i bil", "xyzzy", "plånbok", "the girl", "kvar på platsen",
]

func measureSearching() {
  let budget = Budget("Search as you type, to the first page", p99: .milliseconds(15))
  Benchmark("Search as you type", configuration: .init(warmupIterations: 1, maxIterations: 5)) {
    benchmark in
    let (store, officer) = try ManyTipsStore.open()
    benchmark.startMeasurement()
    for text in typed {
      var soFar = ""
      for letter in text {
        soFar.append(letter)
        blackHole(try budget.time { try store.search(tips: soFar, as: officer) })
      }
    }
    benchmark.stopMeasurement()
  } teardown: {
    budget.report()
  }
}
