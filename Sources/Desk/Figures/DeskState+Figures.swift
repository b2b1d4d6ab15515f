import CaseStore
import Casework
import Terminal

// The figures of a period: counted on a worker of their own, by the function behind `report`.
extension DeskState {
  /// The period that is shown.
  var countedPeriod: Period {
    counting.length.period(around: counting.day ?? Stockholm.civil(now).date)
  }

  private var showsFigures: Bool { panes.values.contains(where: \.isFigures) }

  /// Asks for the figures of the period; nothing where no pane shows any. One question at a time:
  /// the answer to an older one asks again.
  mutating func count() -> [Effect] {
    guard showsFigures else { return [] }
    counting.generation += 1
    counting.isOutdated = false
    guard !counting.isCounting else { return [] }
    counting.isCounting = true
    return [.count(countedPeriod, generation: counting.generation)]
  }

  /// Counts again where something has happened since; at most once a minute, since all is counted.
  mutating func countAgain() -> [Effect] { counting.isOutdated ? count() : [] }

  mutating func count(per length: PeriodLength) -> [Effect] {
    counting.day = counting.day ?? Stockholm.civil(now).date
    counting.length = length
    return restart()
  }

  /// Goes to the next period, or to the one before.
  mutating func leaf(by delta: Int) -> [Effect] {
    let period = countedPeriod
    counting.day =
      delta < 0 ? period.from.adding(days: -1) : period.to.adding(days: 1)
    return restart()
  }

  /// What was counted of another period is not shown under the new one's dates.
  private mutating func restart() -> [Effect] {
    counting.statistics = nil
    counting.figures = nil
    counting.trouble = nil
    return count()
  }

  mutating func take(_ result: Result<Statistics, Problem>, count generation: Int) -> [Effect] {
    counting.isCounting = false
    guard generation == counting.generation else { return count() }
    switch result {
    case .success(let statistics):
      counting.statistics = statistics
      counting.figures = statistics.figures
      counting.countedAt = now
      counting.trouble = nil
    case .failure(let problem): counting.trouble = problem
    }
    return []
  }
}
