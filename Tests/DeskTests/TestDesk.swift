import CaseStore
import Casework
import Foundation
import Synchronization
import Terminal
import Testing
import TextSafety

@testable import Desk

/// The whole desk without a terminal: keys go in, effects are carried out on a real store until
/// nothing is left to do, and the screen is compared.
final class TestDesk {
  let shared: TestShift
  let officer: Officer
  let runner: EffectRunner
  let clock: StoreClock
  private(set) var state: DeskState
  private(set) var terminalEffects: [Effect] = []
  /// What is told the terminal, and not drawn.
  let terminal: MemoryDriver
  /// Records that are held back, so that two desks can act at once.
  var holdsRecords = false
  /// Draft saves that come to nothing, as on a full disk.
  var failsDrafts = false
  private let rows = RowCache()
  private var held: [Effect] = []
  private var seen: Int64

  init(
    _ shared: TestShift, as login: String = "karin", size: Size = Size(columns: 120, rows: 40),
    language: Language = .sv, configuration: Configuration = .load(directories: []),
    directories: [String] = [], asOf moment: Instant? = nil, isLinear: Bool = false,
    settings: Settings? = nil, files: OfficerFiles = OfficerFiles(configuration: nil, state: nil),
    showsTour: Bool = false, draftsBeside: Int = 0
  ) throws {
    self.shared = shared
    guard let officer = try shared.store.officer(login: login) else {
      throw CocoaError(.featureUnsupported)
    }
    self.officer = officer
    let store = try moment.map { try shared.store.asOf($0, in: shared.directory) } ?? shared.store
    clock = moment == nil ? shared.clock : store.clock
    runner = EffectRunner(
      store: store, officer: officer, clock: clock, directories: directories, files: files)
    let presenceID = store.isPast ? nil : try runner.enter(terminal: "pts/\(officer.login)")
    let head = try store.head().seq
    seen = store.lookedFrom ?? head
    var setup = DeskSetup(
      officer: officer, keymap: configuration.keymap, screens: configuration.screens,
      isTraining: true, isPast: store.isPast, settings: settings ?? configuration.settings,
      diagnostics: configuration.diagnostics)
    setup.isLinear = isLinear
    setup.showsTour = showsTour
    setup.draftsBeside = draftsBeside
    state = DeskState(
      setup: setup, now: clock.now(), size: size, language: language, themeName: "dark",
      mouse: true,
      head: head)
    terminal = MemoryDriver(size: size)
    if let presenceID { _ = state.update(.entered(presenceID), now: clock.now()) }
    carryOut(state.start())
  }

  deinit {
    runner.leave()
  }

  // MARK: In

  /// Keys as in `"n <Tab> hej <C-s>"`.
  func keys(_ notation: String) throws {
    for key in try KeyStroke.script(notation) { send(.terminal(.key(key))) }
  }

  /// Text, letter by letter.
  func type(_ text: String) {
    for character in text {
      send(.terminal(.key(KeyStroke(character == "\n" ? .enter : .character(character)))))
    }
  }

  func paste(_ text: String) { send(.terminal(.paste(text))) }

  func resize(_ columns: Int, _ rows: Int) {
    send(.terminal(.resize(Size(columns: columns, rows: rows))))
  }

  func send(_ event: DeskEvent) {
    carryOut(state.update(event, now: clock.now()))
  }

  /// Does what no key is bound to.
  func act(_ change: (inout DeskState) -> [Effect]) {
    carryOut(change(&state))
  }

  /// What the doorbell would have told.
  func hearBell() throws {
    let changes = try shared.store.changes(after: seen, limit: 1000, as: officer)
    seen = changes.facts.last?.seq ?? seen
    send(.storeChanged(changes))
  }

  /// Lets time pass and the desk notice.
  func wait(milliseconds: Int64) {
    shared.advance(milliseconds: milliseconds)
    send(.tick)
  }

  func releaseRecords() {
    holdsRecords = false
    let effects = held
    held = []
    carryOut(effects)
  }

  /// Carries effects out, and what comes of them, until nothing is left.
  private func carryOut(_ effects: [Effect]) {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      if holdsRecords, case .record = effect {
        held.append(effect)
        continue
      }
      if failsDrafts, case .saveDraft = effect { continue }
      switch effect {
      case .edit, .redraw, .suspend, .quit: terminalEffects.append(effect)
      case .setMouse, .copy, .notify:
        terminalEffects.append(effect)
        effect.tell(terminal)
      default:
        guard let event = runner.perform(effect) else { continue }
        waiting += state.update(event, now: clock.now())
      }
    }
  }

  // MARK: Out

  /// The screen as the loop draws it: the rows it keeps are the rows that would be drawn.
  var frame: Frame {
    defer { state.didDraw() }
    let kept = state.view(keeping: rows)
    let isAsDrawn = kept == state.view()
    #expect(isAsDrawn)
    return kept
  }

  /// The screen as text, trailing blanks cut.
  var screen: String {
    frame.text().split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
  }

  /// The screen with one blank for any run of them.
  var squeezed: String { screen.replacing(/[ ]+/, with: " ") }

  /// The line above the footer: what the desk says, with the lines before it where it takes several.
  var message: String {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 2 else { return "" }
    let last = state.size.rows - 2
    let first = (max(0, last - 3)...last).last { row in
      ["✓ ", "! ", "▲ ", "✗ "].contains { lines[row].hasPrefix(" " + $0) }
    }
    return lines[(first ?? last)...last].enumerated()
      .map { $0 == 0 ? $1 : $1.trimmingBlanks }.joined(separator: " ")
  }
}

/// A training store in a directory of its own, with a clock that the test moves and three officers.
final class TestShift: Sendable {
  let directory: String
  let store: CaseStore
  let clock: StoreClock
  private let time: TestClock

  /// Saturday 2026-11-21 at 23.10 in Stockholm.
  init() throws {
    var template = Array("\(NSTemporaryDirectory())/samjour-desk-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let time = TestClock(Instant(milliseconds: 1_795_299_000_000))
    self.time = time
    clock = StoreClock { time.now }
    store = try CaseStore.create(
      at: directory + "/store.sqlite", training: true,
      founder: Founder(login: "karin", name: "Karin Påhittad", unit: .emergency), clock: clock)
    for (login, name, unit, role) in [
      ("olle", "Olle Exempelsson", "outreach", "outreachWorker"),
      ("samira", "Samira Tänkt", "outreach", "coordinator"),
    ] {
      _ = try record(
        "officer.register",
        [
          "login": .text(login), "name": .text(name), "unit": .text(unit),
          "roles": .list([.text(role)]),
        ])
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: directory)
  }

  func advance(milliseconds: Int64) { time.advance(milliseconds) }
  func advance(minutes: Int64) { time.advance(minutes * 60_000) }

  @discardableResult
  func record(
    _ id: String, _ fields: [String: FieldValue], on subject: String? = nil,
    as login: String = "karin"
  ) throws -> Receipt {
    guard let officer = try store.officer(login: login) else {
      throw CocoaError(.featureUnsupported)
    }
    return try store.record(
      Action(id, subject: subject.flatMap { Reference($0) }, fields: fields), by: officer)
  }

  @discardableResult
  func tip(
    _ text: String, place: String? = nil, acute: String? = nil, channel: String = "web",
    children: Int = 0
  ) throws -> Reference {
    var fields: [String: FieldValue] = ["channel": .text(channel), "text": .text(text)]
    if let place { fields["place"] = .text(place) }
    if let acute { fields["acute"] = .text(acute) }
    if children > 0 {
      fields["children"] = .list(
        (0..<children).map { _ in SeenChild(sex: .female, ageFrom: 9, ageTo: 11).field })
    }
    return try record("tip.receive", fields, as: "samira").reference
  }

  /// A night's worth of tips, one of them worked on: the second that comes in.
  func fill(assessed: String = "T5") throws {
    let seeds: [(String, String?, String?, Int)] = [
      (
        "Flicka i tioårsåldern tigger ensam vid rulltrappan, fryser", "Skanstulls tunnelbana", nil,
        1
      ),
      ("Två pojkar säljer rosor på krogen efter midnatt", "Medborgarplatsen", nil, 2),
      ("Barnvagn med bebis hos kvinna som tigger, ingen mat synlig", "Odenplan", nil, 1),
      (
        "Man hotar en flicka och drar henne i armen", "Centralstationen, norra hallen", "händer nu",
        1
      ),
      ("Skåpbil med madrasser, minst fyra barn sover i den", "parkeringen vid Årstafältet", nil, 4),
      ("My neighbour's door: many children come and go at night", "Vällingby centrum", nil, 0),
      ("Pojke ca 13 år stjäl i butik, en vuxen väntar utanför", "Sergels torg", nil, 1),
    ]
    for (text, place, acute, children) in seeds {
      try tip(text, place: place, acute: acute, children: children)
      advance(minutes: 11)
    }
    try record(
      "tip.assess", ["outcome": .text("investigate"), "ground": .text("Ålder och kyla")],
      on: assessed,
      as: "samira")
    try record("tip.prioritise", ["priority": .text("high")], on: assessed, as: "samira")
    try record("tip.assign", ["officer": .text("olle")], on: assessed, as: "samira")
  }
}

private final class TestClock: Sendable {
  private let instant: Mutex<Instant>

  init(_ start: Instant) { instant = Mutex(start) }

  var now: Instant { instant.withLock { $0 } }

  func advance(_ milliseconds: Int64) {
    instant.withLock { $0 = $0.adding(milliseconds: milliseconds) }
  }
}
