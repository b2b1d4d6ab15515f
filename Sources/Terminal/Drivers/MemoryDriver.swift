import TextSafety

/// A terminal in memory: events are what a test sends, frames are kept.
public final class MemoryDriver: TerminalDriver {
  /// The extent of the screen; a sent ``TerminalEvent/resize(_:)`` changes it.
  public private(set) var size: Size
  /// All frames drawn, in order.
  public private(set) var frames: [Frame] = []
  /// How often the program was suspended.
  public private(set) var suspensions = 0
  /// How often the terminal was given to somebody else.
  public private(set) var releases = 0
  /// The theme of the latest redrawing; nil before the first.
  public private(set) var theme: Theme?
  /// How often everything was drawn afresh.
  public private(set) var redrawings = 0
  /// Whether the mouse is told.
  public private(set) var usesMouse = true
  /// What was put in the clipboard last; nil before the first.
  public private(set) var clipboard: [SafeText]?
  /// All notices that were asked for, in order.
  public private(set) var notices: [SafeText] = []
  /// Whether the terminal was given back.
  public private(set) var hasLeft = false

  private var waiting: [TerminalEvent] = []

  /// An empty screen.
  public init(size: Size) {
    self.size = size
  }

  /// None: nothing to wait for.
  public var descriptors: [Int32] { [] }

  /// The latest frame.
  public var frame: Frame? { frames.last }

  /// The latest frame as text; empty before the first.
  public var screen: String { frame?.text() ?? "" }

  /// Puts events at the end of the queue.
  public func send(_ events: TerminalEvent...) {
    send(events)
  }

  /// Puts events at the end of the queue.
  public func send(_ events: [TerminalEvent]) {
    waiting += events
  }

  /// Puts keys at the end of the queue, as in `"j j <Enter> hello"`: words that are no keys are
  /// typed letter by letter, blanks only separate.
  public func type(_ notation: String) throws(KeyNotationError) {
    send(try KeyStroke.script(notation).map { .key($0) })
  }

  /// Keeps the frame.
  public func draw(_ frame: Frame) {
    frames.append(frame)
  }

  /// Counts, and keeps the theme.
  public func redraw(theme: Theme) {
    redrawings += 1
    self.theme = theme
  }

  /// Keeps what was asked for.
  public func setMouse(_ on: Bool) {
    usesMouse = on
  }

  /// Always.
  public var hasClipboard: Bool { true }

  /// Keeps the lines.
  public func copy(_ lines: [SafeText]) {
    clipboard = lines
  }

  /// Keeps the notice.
  public func notify(_ text: SafeText, _ sequence: NoticeSequence) {
    notices.append(text)
  }

  /// What was sent since the last call.
  public func nextEvents() -> [TerminalEvent] {
    defer { waiting = [] }
    for case .resize(let size) in waiting { self.size = size }
    return waiting
  }

  /// Counts, and tells that the program goes on.
  public func suspend() {
    suspensions += 1
    send(.resumed)
  }

  /// Notes that the terminal was given back.
  public func leave() {
    hasLeft = true
  }

  /// Counts, and runs `body`.
  public func withReleasedTerminal<T>(_ body: () throws -> T) rethrows -> T {
    releases += 1
    return try body()
  }
}
