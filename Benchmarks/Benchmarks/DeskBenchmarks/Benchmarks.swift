import Benchmark
import CaseStore
import Casework
import Desk
import ManyTips
import Terminal

/// What the desk does between a key and the screen, without a terminal.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .throughput], warmupIterations: 5,
    maxDuration: .seconds(5), maxIterations: 2000)
  for size in [(80, 24), (120, 40), (200, 60)] { measureMove(columns: size.0, rows: size.1) }
  measureLikeness()
}

/// One moved selection: update, view, and what differs from the frame before.
private func measureMove(columns: Int, rows: Int) {
  let name = "Move the selection at \(columns)x\(rows)"
  let budget = Budget(name, p99: .milliseconds(4))
  Benchmark(name) { benchmark in
    let desk = try LoneDesk(Size(columns: columns, rows: rows))
    var shown = desk.state.view()
    benchmark.startMeasurement()
    for index in 0..<200 {
      let key = KeyStroke(.character(index % 16 < 8 ? "j" : "k"))
      let differs = budget.time {
        _ = desk.state.update(.terminal(.key(key)), now: desk.now)
        let frame = desk.state.view()
        let changes = frame.changes(from: shown)
        shown = frame
        return !changes.isEmpty
      }
      precondition(differs, "the selection did not move")
    }
    benchmark.stopMeasurement()
  } teardown: {
    budget.report()
  }
}

/// Likely matches beside a form, asked at each letter.
private func measureLikeness() {
  let name = "Likely matches at each letter"
  let (first, budget) = (Budget(name + ", the first"), Budget(name))
  Benchmark(name, configuration: .init(warmupIterations: 0, maxIterations: 5)) { benchmark in
    let desk = try LoneDesk(Size(columns: 120, rows: 40))
    let text = "En flicka i tioårsåldern säljer tidningar vid Sergels torg"
    benchmark.startMeasurement()
    for count in 1...text.count {
      var report = TipReport(channel: .phone, text: .init(String(text.prefix(count))))
      report.place = "Sergels torg"
      let effect = Effect.findLike(form: "bench", report, generation: count)
      blackHole((count == 1 ? first : budget).time { desk.runner.perform(effect) })
    }
    benchmark.stopMeasurement()
  } teardown: {
    first.report()
    budget.report()
  }
}

/// A desk with the duty screen read in.
private final class LoneDesk {
  var state: DeskState
  let runner: EffectRunner
  let now = StoreClock.system.now()

  init(_ size: Size) throws {
    let (store, officer) = try ManyTipsStore.open()
    runner = EffectRunner(store: store, officer: officer, clock: .system)
    let configuration = Configuration.load(directories: [])
    state = DeskState(
      setup: DeskSetup(
        officer: officer, keymap: configuration.keymap, screens: configuration.screens,
        isTraining: true),
      now: now, size: size, language: .sv, themeName: "dark", mouse: true,
      head: try store.head().seq)
    for effect in state.start() {
      if let event = runner.perform(effect) { _ = state.update(event, now: now) }
    }
  }
}
