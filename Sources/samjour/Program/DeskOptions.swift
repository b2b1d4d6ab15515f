import ArgumentParser
import CaseStore
import Casework
import Desk
import Foundation
import Terminal
import TextSafety

/// How the desk is shown.
struct DeskOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .init(
      sv: "Tema: dark, light, high-contrast eller mono. Under NO_COLOR alltid mono.",
      en: "Theme: dark, light, high-contrast or mono. Always mono under NO_COLOR."))
  var theme = Theme.dark.name

  @Option(
    name: .long,
    help: .init(sv: "Skärmen att börja på.", en: "The screen to begin with.", valueName: "name"))
  var screen = "duty"

  @OptionGroup var keymapOption: KeymapOption

  @Flag(
    name: .long,
    help: .init(
      sv: "Rader i stället för en hel skärm, för skärmläsare.",
      en: "Lines instead of a full screen, for screen readers."))
  var linear = false

  @Flag(
    name: .long,
    help: .init(
      sv: "Lämna musen åt terminalens egen markering.",
      en: "Leave the mouse to the terminal's own selection."))
  var noMouse = false

  @Option(
    name: .long,
    help: .init(
      sv: "Millisekunder att vänta på resten av en tangent efter Esc.",
      en: "Milliseconds to wait for the rest of a key after Esc.", valueName: "ms"))
  var escapeDelay = 25

  /// Refuses what cannot become a desk, before a store is opened or made.
  func checkTerminal() throws {
    guard (0...5000).contains(escapeDelay) else {
      throw Complaint(
        .usage,
        Phrase(sv: "--escape-delay ska vara 0–5000", en: "--escape-delay must be 0–5000"))
    }
    guard Theme.named(theme) != nil else {
      let known = Theme.all.map(\.name).joined(separator: ", ")
      throw Complaint(
        .usage,
        Phrase(sv: "--theme är något av: \(known)", en: "--theme is one of: \(known)"))
    }
    guard linear || (isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1) else {
      throw Complaint(NoDesk.notATerminal)
    }
  }

  /// Shows the desk until the officer leaves it, with its configuration; `withTour`: after the tour,
  /// the first time.
  func open(
    _ session: Session, _ configuration: Ahead<Configuration>, withTour: Bool = false
  ) throws {
    try checkTerminal()
    let configuration = configuration.value()
    guard configuration.screens[screen] != nil else {
      let known = configuration.screens.keys.sorted().joined(separator: ", ")
      throw Complaint(
        .usage, Phrase(sv: "--screen är något av: \(known)", en: "--screen is one of: \(known)"))
    }
    guard let mailbox = Mailbox() else { throw Complaint(NoDesk.noDescriptors) }
    let isPast = session.store.isPast
    let feed = try LiveFeed(store: session.store, officer: session.officer, mailbox: mailbox)
    let rescue = DraftRescue(store: session.store.path, state: ConfigDirectories.rescue)
    let officer = OfficerID(session.officer.id)
    // What has been does not change: there is no half-typed form.
    let beside =
      isPast
      ? nil
      : try? rescue.restore(into: session.store, of: officer, now: session.clock.now())
    let head = try session.store.head().seq
    let runner = EffectRunner(
      store: session.store, officer: session.officer, clock: session.clock,
      directories: ConfigDirectories.all, files: ConfigDirectories.files)
    let driver = try makeDriver(session.language)
    var setup = DeskSetup(
      officer: session.officer, keymap: configuration.keymap, screens: configuration.screens,
      isTraining: session.store.isTraining, isPast: isPast, settings: configuration.settings,
      diagnostics: configuration.diagnostics)
    setup.isLinear = linear
    setup.showsTour = withTour && !ConfigDirectories.files.isTourDismissed
    setup.hasClipboard = driver.hasClipboard
    setup.draftsBeside = beside ?? 0
    let state = DeskState(
      setup: setup, now: session.clock.now(), size: driver.size, language: session.language,
      themeName: chosenTheme.name, mouse: !noMouse, head: head, screen: screen)
    let loop = DeskLoop(
      state: state, driver: driver, runner: runner, mailbox: mailbox, clock: session.clock,
      editor: editor, terminal: Self.terminalName)
    feed.start(after: session.store.lookedFrom ?? head)
    let outcome = loop.run()
    feed.stop()
    try settle(outcome, session, rescue)
  }

  /// Says why the desk closed by itself, and puts what the store would not take where it is found
  /// again.
  private func settle(_ outcome: DeskLoop.Outcome, _ session: Session, _ rescue: DraftRescue) throws
  {
    if let farewell = outcome.farewell { Output.complain(farewell[session.language]) }
    guard !outcome.unsavedDrafts.isEmpty else { return }
    do {
      try rescue.write(outcome.unsavedDrafts)
    } catch {
      throw Complaint(
        .inputOutput,
        Phrase(
          sv: "Det du skrev kunde inte sparas, varken i lagret eller i \(rescue.path).",
          en: "What you typed could not be saved, in the store or in \(rescue.path)."))
    }
    throw Complaint(
      .tryAgain,
      Phrase(
        sv: "Lagret tog inte emot utkasten; de ligger i \(rescue.path) tills bordet öppnas igen.",
        en: "The store did not take the drafts; they are in \(rescue.path) until the desk opens."))
  }

  private var chosenTheme: Theme {
    Environment.value("NO_COLOR") != nil ? .mono : Theme.named(theme) ?? .dark
  }

  private func makeDriver(_ language: Casework.Language) throws -> any TerminalDriver {
    let lastWords = Self.lastWords.map { SafeText($0[language]) }
    if linear {
      return LinearDriver(
        size: DeskState.linearSize, lastWords: lastWords, gist: SpokenGist.of)
    }
    do throws(TerminalError) {
      return try NcursesDriver(
        NcursesDriver.Options(
          theme: chosenTheme, escapeDelayMilliseconds: escapeDelay, mouse: !noMouse,
          lastWords: lastWords))
    } catch {
      throw Complaint(error)
    }
  }

  /// Told where the program itself breaks, or somebody cuts the store's index short under it.
  private static let lastWords = [
    Phrase(
      sv: "Jourbordet stannade av ett fel. Det som var sparat finns i lagret.",
      en: "The desk stopped by an error. What was saved is in the store."),
    Phrase(
      sv: "Öppna det igen: det du skrev, utom de sista tecknen, ligger bland utkasten (g u).",
      en: "Open it again: what you typed, but for the last letters, is among the drafts (g u)."),
    Phrase(
      sv: "Händer det igen: kör samjour doctor och ring den som sköter datorn.",
      en: "If it happens again: run samjour doctor and call your IT colleague."),
  ]

  private var editor: ExternalEditor? {
    let command = Environment.value("VISUAL") ?? Environment.value("EDITOR")
    guard let command, let directory = ConfigDirectories.forEditing else { return nil }
    return ExternalEditor(command: command, directory: directory)
  }

  private static var terminalName: String {
    ttyname(STDIN_FILENO).map { String(cString: $0) } ?? "–"
  }
}

extension Complaint {
  fileprivate init(_ trouble: NoDesk) {
    self.init(trouble == .notATerminal ? .usage : .unavailable, trouble.message)
  }

  fileprivate init(_ error: TerminalError) {
    switch error {
    case .notATerminal: self.init(NoDesk.notATerminal)
    case .unknownTerminal(let name):
      self.init(
        .unavailable,
        Phrase(
          sv: "terminalen ”\(name)” är okänd här; sätt TERM, till exempel TERM=xterm-256color",
          en: "the terminal “\(name)” is not known here; set TERM, such as TERM=xterm-256color"))
    case .tooSimple(let name):
      self.init(
        .unavailable,
        Phrase(
          sv: "terminalen ”\(name)” kan inte flytta markören; använd samjour --linear",
          en: "the terminal “\(name)” cannot move its cursor; use samjour --linear"))
    case .unavailable:
      self.init(
        .unavailable,
        Phrase(
          sv: "terminalen gick inte att öppna; försök med samjour --linear",
          en: "the terminal could not be opened; try samjour --linear"))
    }
  }
}

/// Why no desk can be shown.
private enum NoDesk {
  case notATerminal, noDescriptors

  var message: Phrase {
    switch self {
    case .notATerminal:
      Phrase(
        sv: "bordet behöver en terminal för in- och utmatning; samjour --linear läser från ett rör",
        en: "the desk needs a terminal for input and output; samjour --linear reads from a pipe")
    case .noDescriptors:
      Phrase(
        sv: "systemet har inga filreferenser kvar; stäng något och försök igen",
        en: "the system has no descriptors left; close something and try again")
    }
  }
}
