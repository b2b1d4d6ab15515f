import CaseStore
import Casework
import Foundation
import Terminal
import Testing
import TextSafety

@testable import Desk

@Suite("What is typed while a form closes")
struct TypeaheadTests {
  /// A terminal at which keys come in the instant between a form's closing and the frame that shows
  /// it: when the desk asks for keys without having drawn since it asked last.
  private final class HastyTerminal: TerminalDriver {
    let size = Size(columns: 120, rows: 40)
    let hasClipboard = false
    private(set) var screens: [String] = []
    /// What is typed, each when what came before is on the screen.
    private var typed: [[TerminalEvent]]
    private let hasty: [TerminalEvent]
    private let pipe = Pipe()
    private var isHastyDone = false
    private var hasDrawn = true

    init(_ typed: [String], hasty: String) throws {
      self.typed = try typed.map { try KeyStroke.script($0).map { .key($0) } }
      self.hasty = try KeyStroke.script(hasty).map { .key($0) }
    }

    var descriptors: [Int32] { [pipe.fileHandleForReading.fileDescriptor] }

    var isSaved: Bool { screens.last?.contains("sparat") == true }

    private func wake() { pipe.fileHandleForWriting.write(Data([0])) }

    func nextEvents() -> [TerminalEvent] {
      defer { hasDrawn = false }
      if !typed.isEmpty {
        guard hasDrawn else { return [] }
        _ = pipe.fileHandleForReading.availableData
        return typed.removeFirst()
      }
      // Where the desk does not look in that instant, they come with the next frame.
      guard isHastyDone else {
        guard !hasDrawn || isSaved else { return [] }
        isHastyDone = true
        return hasty
      }
      return isSaved ? [.key(KeyStroke(.character("q"), control: true))] : []
    }

    func draw(_ frame: Frame) {
      hasDrawn = true
      screens.append(frame.text())
      if !typed.isEmpty || isSaved { wake() }
    }
    func redraw(theme: Theme) {}
    func setMouse(_ on: Bool) {}
    func copy(_ lines: [SafeText]) {}
    func notify(_ text: SafeText, _ sequence: NoticeSequence) {}
    func suspend() {}
    func leave() {}
    func withReleasedTerminal<T>(_ body: () throws -> T) rethrows -> T { try body() }
  }

  @Test("keys that come before the closed form has left the screen do nothing to the list")
  func typeahead() throws {
    let shift = try TestShift()
    try shift.tip("Pojke sover på perrongen")
    let officer = try #require(try shift.store.officer(login: "karin"))
    let runner = EffectRunner(store: shift.store, officer: officer, clock: shift.clock)
    let configuration = Configuration.load(directories: [])
    let setup = DeskSetup(
      officer: officer, keymap: configuration.keymap, screens: configuration.screens,
      isTraining: true, isPast: false, settings: configuration.settings, diagnostics: [])
    // Saves a note, and then takes the tip if anything hears it.
    let terminal = try HastyTerminal(["a hej ", "<C-s>"], hasty: "t")
    let mailbox = try #require(Mailbox())
    let loop = DeskLoop(
      state: DeskState(
        setup: setup, now: shift.clock.now(), size: terminal.size, language: .sv,
        themeName: "dark", mouse: false, head: try shift.store.head().seq),
      driver: terminal, runner: runner, mailbox: mailbox, clock: shift.clock, editor: nil,
      terminal: "pts/0")
    _ = loop.run()
    #expect(terminal.isSaved, "\(terminal.screens.last ?? "")")
    #expect(terminal.screens.last?.contains("gjorde inget") == true)
    guard case .tip(let tip)? = try shift.store.subject(Reference(.tip, 4), as: officer) else {
      return
    }
    #expect(tip.version == 2 && tip.assignee == nil)
  }
}
