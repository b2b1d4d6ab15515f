import CNcurses
import Glibc
import TextSafety

/// A full-screen terminal through ncurses. One at a time in a process, on one thread.
///
/// While it lives, a crash of the process restores the terminal. Child processes inherit that
/// SIGPIPE is ignored; give them the default when that matters.
public final class NcursesDriver: TerminalDriver {
  /// How the terminal is used.
  public struct Options: Sendable {
    /// How roles look at first.
    public var theme: Theme
    /// How long an escape may be followed by the rest of a key's sequence, in milliseconds.
    public var escapeDelayMilliseconds: Int
    /// Whether the mouse is told at first.
    public var mouse: Bool
    /// Whether the terminal's title is set.
    public var title: Bool
    /// What is told on the terminal where the process crashes, a line each.
    public var lastWords: [SafeText]
    /// Where keys come from.
    public var input: Int32
    /// Where the screen is.
    public var output: Int32
    /// The kind of the terminal; nil takes it from TERM.
    public var terminal: String?

    /// How the terminal is used.
    public init(
      theme: Theme = .dark, escapeDelayMilliseconds: Int = 25, mouse: Bool = true,
      title: Bool = true, lastWords: [SafeText] = [], input: Int32 = STDIN_FILENO,
      output: Int32 = STDOUT_FILENO, terminal: String? = nil
    ) {
      self.theme = theme
      self.escapeDelayMilliseconds = escapeDelayMilliseconds
      self.mouse = mouse
      self.title = title
      self.lastWords = lastWords
      self.input = input
      self.output = output
      self.terminal = terminal
    }
  }

  /// The extent of the screen now.
  public private(set) var size: Size
  /// How many colours are used; 0 when the terminal or the theme has none.
  public var colors: Int { theme.usesColor ? terminalColors : 0 }

  private let options: Options
  private let terminalColors: Int
  private var theme: Theme
  private let signalPipe: Int32
  private var transliteration: Transliteration
  private var input: DescriptorInput
  private var shown: Frame?
  /// A frame that the terminal had no room for yet.
  private var waiting: Frame?
  private var latestPress: (at: Point, nanoseconds: UInt64)?
  /// The terminal was taken again after a stop whose end the signal pipe has yet to tell.
  private var isRetaken = false
  private var hasLeft = false

  /// Takes the terminal.
  public init(_ options: Options = Options()) throws(TerminalError) {
    let isUTF8 = samjour_locale_setup()
    // The handlers come before ncurses, which then leaves these signals alone.
    signalPipe = samjour_signals_install()
    let result = samjour_screen_open(
      options.input, options.output, options.terminal, options.mouse)
    guard result == Int32(SAMJOUR_OPEN_OK.rawValue) else {
      samjour_signals_remove()
      let name = options.terminal ?? getenv("TERM").map { String(cString: $0) } ?? ""
      switch UInt32(result) {
      case SAMJOUR_OPEN_NOT_A_TERMINAL.rawValue: throw .notATerminal
      case SAMJOUR_OPEN_UNKNOWN_TERM.rawValue: throw .unknownTerminal(name)
      case SAMJOUR_OPEN_TOO_SIMPLE.rawValue: throw .tooSimple(name)
      default: throw .unavailable
      }
    }
    self.options = options
    transliteration = Transliteration(isUTF8: isUTF8)
    input = DescriptorInput(
      descriptor: options.input, escapeDelayMilliseconds: options.escapeDelayMilliseconds,
      isUTF8: isUTF8)
    theme = options.theme
    terminalColors = Int(samjour_screen_colors())
    size = Self.measure()
    samjour_set_last_words(
      options.lastWords.map { transliteration.plain($0) + "\n" }.joined())
    definePairs()
  }

  deinit {
    leave()
  }

  /// The terminal and the pipe of signals.
  public var descriptors: [Int32] {
    input.hasEnded ? [signalPipe] : [options.input, signalPipe]
  }

  // MARK: Drawing

  /// Shows a frame; when the terminal takes no output now, it is shown with a later call.
  public func draw(_ frame: Frame) {
    guard !hasLeft else { return }
    guard samjour_screen_is_writable(0) else {
      var frame = frame
      // A bell that could not ring yet rings with the frame that comes through.
      frame.bell = frame.bell || waiting?.bell == true
      waiting = frame
      return
    }
    let bell = frame.bell || waiting?.bell == true
    waiting = nil
    let old = shown ?? Frame(size: Size(columns: 0, rows: 0))
    // Cells beside each other are mostly of one style.
    var latest: Ink?
    for change in frame.changes(from: old) {
      guard change.row < size.rows else { continue }
      var ink: Style?
      for column in change.columns where column < size.columns {
        var cell = frame[column, change.row]
        cell.style =
          sparing(cell, ink) ?? sparing(cell, nextInk(frame, column, change)) ?? cell.style
        if cell.width > 0 { ink = cell.style }
        let inked = latest.flatMap { $0.style == cell.style ? $0 : nil } ?? self.ink(cell.style)
        latest = inked
        put(cell, column: column, row: change.row, in: inked)
      }
    }
    let cursor = frame.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    samjour_screen_flush(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
    if let title = frame.title, title != shown?.title, options.title {
      let bytes = transliteration.plain(title)
      samjour_screen_title(bytes, Int32(clamping: bytes.utf8.count))
    }
    if bell { samjour_screen_bell() }
    shown = frame
    // A frame that is shown again does not ring again.
    shown?.bell = false
  }

  /// Takes a theme and sends all of the latest frame.
  public func redraw(theme: Theme) {
    guard !hasLeft else { return }
    self.theme = theme
    definePairs()
    samjour_screen_invalidate()
    redrawLatest()
  }

  private func redrawLatest() {
    let latest = waiting ?? shown
    shown = nil
    if let latest { draw(latest) }
  }

  /// Whether the mouse is told.
  public func setMouse(_ on: Bool) {
    samjour_screen_set_mouse(on)
  }

  /// Whether the terminal is of a kind that reads such commands; it may still refuse this one.
  public var hasClipboard: Bool { samjour_screen_has_title() }

  /// Sends the lines; the terminal may have been told to take none.
  public func copy(_ lines: [SafeText]) {
    send(SystemCommand.clipboard(lines))
  }

  /// Sends the notice.
  public func notify(_ text: SafeText, _ sequence: NoticeSequence) {
    send(SystemCommand.notice(SafeText(transliteration.plain(text)), sequence))
  }

  private func send(_ command: String) {
    guard !hasLeft else { return }
    samjour_screen_command(command, Int32(clamping: command.utf8.count))
  }

  /// A blank shows no ink: it takes that of the cell before it where the paper is the same, else of
  /// what comes after it, which saves the terminal a change of colour there and back.
  private func sparing(_ cell: Cell, _ ink: Style?) -> Style? {
    guard let ink, cell.isBlank else { return nil }
    guard ink != cell.style else { return ink }
    let (there, here) = (
      theme.attributes(ink, colors: colors), theme.attributes(cell.style, colors: colors)
    )
    let isPlain = !there.reverse && !there.underline && !here.reverse && !here.underline
    return isPlain && there.background == here.background ? ink : nil
  }

  /// The ink of the first cell after a blank that shows any, within what is drawn.
  private func nextInk(
    _ frame: Frame, _ column: Int, _ change: (row: Int, columns: Range<Int>)
  ) -> Style? {
    guard frame[column, change.row].isBlank else { return nil }
    return (column + 1..<max(column + 1, min(change.columns.upperBound, size.columns))).lazy
      .map { frame[$0, change.row] }.first { !$0.isBlank }?.style
  }

  private func put(_ cell: Cell, column: Int, row: Int, in ink: Ink) {
    guard cell.width > 0 else { return }
    if var scalar = transliteration.single(cell) {
      samjour_screen_put(
        Int32(row), Int32(column), &scalar, 1, ink.attributes, ink.pair, false)
      return
    }
    for (offset, glyph) in transliteration.glyphs(cell).enumerated() {
      samjour_screen_put(
        Int32(row), Int32(column + offset), glyph.scalars, Int32(glyph.scalars.count),
        ink.attributes, ink.pair, glyph.isLineDrawing)
    }
  }

  /// A style as ncurses is told of it.
  private struct Ink {
    let style: Style
    let attributes: Int32
    let pair: Int32
  }

  private func ink(_ style: Style) -> Ink {
    let look = theme.attributes(style, colors: colors)
    var attributes: UInt32 = 0
    if look.bold { attributes |= SAMJOUR_BOLD.rawValue }
    if look.dim { attributes |= SAMJOUR_DIM.rawValue }
    if look.underline { attributes |= SAMJOUR_UNDERLINE.rawValue }
    if look.reverse { attributes |= SAMJOUR_REVERSE.rawValue }
    return Ink(
      style: style, attributes: Int32(attributes),
      pair: colors > 0 ? Int32(Self.pair(of: style.role)) : 0)
  }

  private static func pair(of role: Role) -> Int {
    (Role.allCases.firstIndex(of: role) ?? 0) + 1
  }

  private func definePairs() {
    guard colors > 0 else { return }
    for role in Role.allCases {
      let look = theme.attributes(Style(role), colors: colors)
      samjour_screen_define_pair(
        Int32(Self.pair(of: role)), number(look.foreground), number(look.background))
    }
  }

  /// A colour of a theme as the terminal is told of it; -1 is the terminal's own.
  private func number(_ color: Int?) -> Int32 {
    Int32(color.map { ColorMode.number($0, colors: colors) } ?? -1)
  }

  private static func measure() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    samjour_screen_sync_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  // MARK: Events

  /// All events that have come.
  public func nextEvents() -> [TerminalEvent] {
    guard !hasLeft else { return [] }
    let signals = SignalEvents.drain()
    // What ends the program comes last: keys that were pressed before are heard first.
    let endings = signals.events.filter(\.endsProgram)
    var events = signals.events.filter { !$0.endsProgram }
    if signals.isResumed && !isRetaken {
      // Stopped from outside: whoever had the terminal since may have changed all of it.
      samjour_screen_suspend()
      retake()
    }
    if signals.isResumed { isRetaken = false }
    if signals.isResized || signals.isResumed {
      let measured = Self.measure()
      if measured != size {
        size = measured
        shown = nil
        events.append(.resize(measured))
      }
    }
    events += input.drain().map(pairPresses)
    if let waiting { draw(waiting) }
    return events + endings
  }

  private func pairPresses(_ event: TerminalEvent) -> TerminalEvent {
    guard case .mouse(let mouse) = event, mouse.kind == .press(.left) else { return event }
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    if let latest = latestPress, latest.at == mouse.at, now - latest.nanoseconds < 400_000_000 {
      latestPress = nil
      return .mouse(MouseEvent(kind: .doubleClick, at: mouse.at))
    }
    latestPress = (mouse.at, now)
    return event
  }

  // MARK: Giving the terminal back

  /// Stops the process and takes the terminal again when it goes on.
  public func suspend() {
    guard !hasLeft else { return }
    samjour_screen_suspend()
    isRetaken = samjour_stop_process()
    retake()
  }

  /// Gives the terminal back for good.
  public func leave() {
    guard !hasLeft else { return }
    hasLeft = true
    samjour_screen_close()
    samjour_signals_remove()
  }

  /// Gives the terminal to somebody else while `body` runs.
  public func withReleasedTerminal<T>(_ body: () throws -> T) rethrows -> T {
    samjour_screen_suspend()
    defer { retake() }
    return try body()
  }

  private func retake() {
    samjour_screen_resume()
    // The size may have changed meanwhile: that is told by the signal, with its own event.
    redrawLatest()
  }
}
