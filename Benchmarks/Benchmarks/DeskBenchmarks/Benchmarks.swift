import Benchmark
import CaseStore
import Casework
import Desk
import ManyTips
import Terminal
import TextSafety

/// What the desk does between a key and the screen, without a terminal.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .throughput], warmupIterations: 5,
    maxDuration: .seconds(5), maxIterations: 2000)
  for size in [(80, 24), (120, 40), (200, 60)] { measureMove(columns: size.0, rows: size.1) }
  for screen in Configuration.load(directories: []).screens.keys.sorted() { measure(screen) }
  measureWidth()
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

/// Update, view and what differs, of each screen: keys that move, and a minute that passes.
private func measure(_ screen: String) {
  let name = "Update, view and difference of the screen \(screen)"
  let budget = Budget(name, p99: .milliseconds(4))
  Benchmark(name) { benchmark in
    let desk = try LoneDesk(Size(columns: 120, rows: 40), screen: screen)
    let rows = RowCache()
    var shown = desk.state.view(keeping: rows)
    benchmark.startMeasurement()
    for index in 0..<200 {
      let event: DeskEvent =
        index % 10 == 9
        ? .tick : .terminal(.key(KeyStroke(.character(index % 16 < 8 ? "j" : "k"))))
      let now = desk.now.adding(minutes: index / 10)
      budget.time {
        _ = desk.state.update(event, now: now)
        let frame = desk.state.view(keeping: rows)
        blackHole(frame.changes(from: shown))
        shown = frame
      }
    }
    benchmark.stopMeasurement()
  } teardown: {
    budget.report()
  }
}

/// Swedish text measured, against counting the bytes of as much plain ASCII.
private func measureWidth() {
  let texts = [
    ("ASCII", "A girl of about ten sells papers by the square; a man takes the money from her. "),
    ("Swedish", "En flicka i tioårsåldern säljer tidningar vid torget – en man tar emot pengarna."),
    ("mixed scripts", "Ett barn säger «привет» och «γεια», äter 寿司 och visar en 👨‍👩‍👧 för é-mannen."),
  ]
  let bytes = Budget("Bytes of ASCII counted, a thousand times")
  Benchmark("Width: bytes of ASCII counted") { benchmark in
    for _ in 0..<100 {
      bytes.time {
        for _ in 0..<1000 { blackHole(texts[0].1.utf8.reduce(0) { $0 + ($1 >= 0x20 ? 1 : 0) }) }
      }
    }
  } teardown: {
    bytes.report()
  }
  for (kind, text) in texts {
    let safe = SafeText(text)
    let width = Budget("Width of \(kind), a thousand times")
    Benchmark("Width of \(kind)") { benchmark in
      for _ in 0..<100 { width.time { for _ in 0..<1000 { blackHole(Width.of(safe)) } } }
    } teardown: {
      width.report()
    }
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
      let effect = Effect.findLike(
        form: "bench", action: "tip.receive",
        [
          "channel": .text("phone"), "text": .text(String(text.prefix(count))),
          "place": .text("Sergels torg"),
        ], generation: count)
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

  init(_ size: Size, screen: String = "duty") throws {
    let (store, officer) = try ManyTipsStore.open()
    runner = EffectRunner(store: store, officer: officer, clock: .system)
    let configuration = Configuration.load(directories: [])
    state = DeskState(
      setup: DeskSetup(
        officer: officer, keymap: configuration.keymap, screens: configuration.screens,
        isTraining: true),
      now: now, size: size, language: .sv, themeName: "dark", mouse: true,
      head: try store.head().seq, screen: screen)
    var effects = state.start()
    while !effects.isEmpty {
      effects = effects.compactMap(runner.perform).flatMap { state.update($0, now: now) }
    }
  }
}
