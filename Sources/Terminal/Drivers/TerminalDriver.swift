import TextSafety

/// A terminal that shows frames and tells events. Owned by one thread.
public protocol TerminalDriver: AnyObject {
  /// The extent of the screen now.
  var size: Size { get }

  /// File descriptors to wait on with `poll()`; when one is readable, ``nextEvents()`` is due.
  /// May change after each call of ``nextEvents()``.
  var descriptors: [Int32] { get }

  /// Shows a frame. Only what differs from the frame before is sent.
  func draw(_ frame: Frame)

  /// Takes a theme and shows the latest frame afresh, whatever the terminal has now.
  func redraw(theme: Theme)

  /// Whether the mouse is told; when it is not, the terminal's own selection works.
  func setMouse(_ on: Bool)

  /// Whether the terminal has a clipboard that may be written to, as far as can be known.
  var hasClipboard: Bool { get }

  /// Puts lines in the terminal's clipboard (OSC 52).
  func copy(_ lines: [SafeText])

  /// Asks the terminal to show a notice on the desktop.
  func notify(_ text: SafeText, _ sequence: NoticeSequence)

  /// All events that have come, in order. Does not wait, except for the few milliseconds that tell
  /// the key Escape from a longer sequence.
  func nextEvents() -> [TerminalEvent]

  /// Gives the terminal back and stops the process, as Ctrl-Z does elsewhere. Returns when the
  /// process goes on, with the terminal taken again; draw the latest frame then.
  func suspend()

  /// Gives the terminal back for good. May be called more than once.
  func leave()

  /// Gives the terminal to somebody else, such as an editor, while `body` runs.
  func withReleasedTerminal<T>(_ body: () throws -> T) rethrows -> T
}

/// Why a terminal cannot be used.
public enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is no terminal.
  case notATerminal
  /// There is no description of the terminal's kind, whose name is given ("" when TERM is not set).
  case unknownTerminal(String)
  /// The terminal cannot place its cursor.
  case tooSimple(String)
  /// The system would not open it.
  case unavailable
}
