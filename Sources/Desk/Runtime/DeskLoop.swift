import CaseStore
import Casework
import Dispatch
import Glibc
import Terminal

/// The one thread that owns the terminal: waits, takes events in order, updates, draws at most one
/// frame for each wake. Effects run on workers and come back as events.
public final class DeskLoop {
  private var state: DeskState
  private let driver: any TerminalDriver
  private let runner: EffectRunner
  private let mailbox: Mailbox
  private let clock: StoreClock
  private let editor: ExternalEditor?
  private let terminal: String
  private let rows = RowCache()
  /// How much of what was asked for, and is worth waiting for, has not been answered.
  private var awaited = 0
  /// For how long a frame waits for it, in milliseconds: shorter than anybody sees.
  private static let patience: Int64 = 8
  private let reads = DispatchQueue(label: "samjour.reads", qos: .userInteractive)
  private let searches = DispatchQueue(label: "samjour.searches", qos: .userInitiated)
  private let counts = DispatchQueue(label: "samjour.counts", qos: .utility)
  private let writes = DispatchQueue(label: "samjour.writes", qos: .userInitiated)

  /// Takes over the driver; ``run()`` gives the terminal back. `terminal` is what others see of where
  /// this desk is.
  public init(
    state: DeskState, driver: any TerminalDriver, runner: EffectRunner, mailbox: Mailbox,
    clock: StoreClock, editor: ExternalEditor?, terminal: String
  ) {
    self.state = state
    self.driver = driver
    self.runner = runner
    self.mailbox = mailbox
    self.clock = clock
    self.editor = editor
    self.terminal = terminal
  }

  /// What is left when the desk has closed.
  public struct Outcome: Sendable {
    /// Drafts that the store would not take.
    public let unsavedDrafts: [String: FormDraft]
    /// Why the desk closed by itself.
    public let farewell: Phrase?
  }

  /// Runs until the officer leaves or the terminal is gone. Everything asked for is on disk before
  /// it returns, but for what it returns.
  public func run() -> Outcome {
    // The first frame shows the list: its reads are answered before anything is drawn.
    let effects = state.start()
    for event in runner.perform(together: effects.filter { !EffectRunner.canFollow($0) }) {
      carryOut(state.update(event, now: clock.now()))
    }
    draw()
    carryOut(effects.filter(EffectRunner.canFollow))
    // Others see who sits here; the desk opens also where they can't be told.
    writes.async { [runner, mailbox, terminal] in
      if let id = try? runner.enter(terminal: terminal) { mailbox.post(.entered(id)) }
    }
    while !state.isLeaving {
      let events = wait()
      let earlier = awaited
      var showsMore = take(events)
      // What keys ask for is mostly there in a moment, and is drawn in one frame with what they did.
      if events.contains(where: \.isTerminal) && awaited > earlier && !state.isLeaving {
        showsMore = take(wait(upTo: Self.patience)) || showsMore
      }
      if showsMore && !state.isLeaving { draw() }
    }
    driver.leave()
    writes.sync {}
    for event in mailbox.drain().events { _ = state.update(event, now: clock.now()) }
    runner.leave()
    return Outcome(unsavedDrafts: runner.own(state.unsavedDrafts), farewell: state.farewell)
  }

  /// Takes the events in. Returns whether they may have changed what is shown.
  private func take(_ events: [DeskEvent]) -> Bool {
    var showsMore = false
    for event in events {
      let open = state.openForms
      let effects = state.update(event, now: clock.now())
      carryOut(effects)
      if !event.isTerminal, state.openForms < open { refuseTypeahead() }
      // What others have written is drawn once: when what it touches has been read.
      if case .storeChanged = event, !effects.allSatisfy(EffectRunner.isAside) {
      } else {
        showsMore = true
      }
      if state.isLeaving { break }
    }
    return showsMore
  }

  private func draw() {
    driver.draw(state.view(keeping: rows))
    state.didDraw()
  }

  /// A form has closed and is still on the screen: what has been typed meanwhile was meant for it, and
  /// is kept from what lies under it.
  private func refuseTypeahead() {
    for event in driver.nextEvents() {
      let isTyped =
        switch event {
        case .key, .paste, .mouse: true
        default: false
        }
      carryOut(
        state.update(isTyped ? .typedAhead : .terminal(event), now: clock.now()))
    }
  }

  /// What happens next, at most `limit` milliseconds later, and no later than the desk has to wake by
  /// itself.
  private func wait(upTo limit: Int64 = 60_000) -> [DeskEvent] {
    var waits = (driver.descriptors + [mailbox.descriptor]).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let due = state.nextWake.map { $0.since(clock.now()) } ?? limit
    let timeout = Int32(max(0, min(limit, due + 1)))
    _ = poll(&waits, nfds_t(waits.count), timeout)
    let typed = driver.nextEvents().map(DeskEvent.terminal)
    let mail = mailbox.drain()
    awaited -= mail.answers
    var events = typed + mail.events
    if let due = state.nextWake, due <= clock.now() { events.append(.tick) }
    return events
  }

  private func carryOut(_ effects: [Effect]) {
    var asked: [Effect] = []
    for effect in effects {
      switch effect {
      case .quit: break
      case .redraw: driver.redraw(theme: Theme.named(state.themeName) ?? .dark)
      case .setMouse, .copy, .notify: effect.tell(driver)
      case .suspend:
        writes.sync {}
        driver.suspend()
        carryOut(state.update(.terminal(.resumed), now: clock.now()))
      case .edit(let form, let field, let text):
        let edited = edit(text)
        carryOut(state.update(.edited(form: form, field: field, edited), now: clock.now()))
        driver.redraw(theme: Theme.named(state.themeName) ?? .dark)
      default:
        runner.announce(effect)
        if EffectRunner.opens(effect) {
          ask([effect], on: writes, settling: true)
        } else if EffectRunner.writes(effect) {
          perform([effect], on: writes)
        } else if EffectRunner.searches(effect) {
          perform([effect], on: searches)
        } else if EffectRunner.counts(effect) {
          perform([effect], on: counts)
        } else {
          asked.append(effect)
        }
      }
    }
    // What was asked for together comes back together, and is drawn in one frame.
    if !asked.isEmpty { ask(asked, on: reads) }
  }

  /// Performs what is worth waiting for with the frame; `settling`: and takes to the disk that it was
  /// opened, which is not waited for.
  private func ask(_ effects: [Effect], on queue: DispatchQueue, settling: Bool = false) {
    awaited += 1
    queue.async { [runner, mailbox] in
      let events = effects.compactMap(runner.perform)
      mailbox.answer(events)
      guard settling else { return }
      for failed in events.compactMap(runner.settle) { mailbox.post(failed) }
    }
  }

  private func perform(_ effects: [Effect], on queue: DispatchQueue) {
    queue.async { [runner, mailbox] in
      for event in effects.compactMap(runner.perform) { mailbox.post(event) }
    }
  }

  private func edit(_ text: String) -> ExternalEditor.Outcome? {
    guard let editor else { return nil }
    return driver.withReleasedTerminal { editor.edit(text) }
  }
}

extension DeskEvent {
  /// Whether it comes from the terminal.
  fileprivate var isTerminal: Bool {
    if case .terminal = self { true } else { false }
  }
}

extension Effect {
  /// Carries out what is the terminal's alone and leads to nothing more; does nothing for others.
  func tell(_ driver: any TerminalDriver) {
    switch self {
    case .setMouse(let on): driver.setMouse(on)
    case .copy(let lines): driver.copy(lines)
    case .notify(let text, let sequence): driver.notify(text, sequence)
    default: break
    }
  }
}
