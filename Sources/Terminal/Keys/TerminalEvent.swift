/// Something that the terminal, or the system on its behalf, tells.
public enum TerminalEvent: Sendable, Hashable {
  /// A key. With the terminal in raw mode Ctrl-C and Ctrl-Z are keys like others.
  case key(KeyStroke)
  /// Pasted text, exactly as it came except that its line breaks are "\n". Untrusted.
  case paste(String)
  /// The mouse.
  case mouse(MouseEvent)
  /// The terminal has another size.
  case resize(Size)
  /// Somebody asks the program to stop for a while (SIGTSTP); answer with
  /// ``TerminalDriver/suspend()``.
  case suspend
  /// The program goes on after a stop; the screen is drawn anew by the driver.
  case resumed
  /// The terminal is gone.
  case hangUp
  /// Somebody asks the program to end (SIGTERM).
  case terminate
  /// Somebody interrupts the program (SIGINT from outside; Ctrl-C is a key).
  case interrupt

  /// Whether the program is to end.
  var endsProgram: Bool {
    switch self {
    case .hangUp, .terminate, .interrupt: true
    default: false
    }
  }
}

/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// A button of the mouse.
  public enum Button: Hashable, Sendable {
    /// The left button.
    case left
    /// The middle button.
    case middle
    /// The right button.
    case right
  }

  /// What the mouse did.
  public enum Kind: Hashable, Sendable {
    /// A button went down.
    case press(Button)
    /// A button came up.
    case release
    /// The wheel turned away from the person.
    case scrollUp
    /// The wheel turned towards the person.
    case scrollDown
    /// The left button went down twice within 400 ms at the same place. The first press has been
    /// sent as a press; this stands for the second.
    case doubleClick
  }

  /// What the mouse did.
  public let kind: Kind
  /// Where.
  public let at: Point

  /// An event of the mouse.
  public init(kind: Kind, at: Point) {
    self.kind = kind
    self.at = at
  }
}
