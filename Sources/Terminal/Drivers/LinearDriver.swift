import CNcurses
import Glibc
import TextSafety

/// A terminal for those who listen: lines of text, one after another, nothing ever rewritten.
///
/// For each frame the lines that are new are written, without escape sequences, borders and runs of
/// blanks; the line that the cursor is on comes last and begins with "> ". Keys come one by one
/// from a terminal, or as lines of key notation (`j j <Enter>`) from a pipe.
public final class LinearDriver: TerminalDriver {
  /// The extent of the frames.
  public let size: Size

  private static let lineLimit = 65_536

  private let output: (String) -> Void
  private let inputDescriptor: Int32
  private let isTerminal: Bool
  private var input: DescriptorInput
  private var line: [UInt8] = []
  private var hasEnded = false
  private var hasLeft = false
  private var spoken = SpokenLines()
  private var latest: Frame?
  private let transliteration: Transliteration
  private var title: SafeText?
  private let signalPipe: Int32

  /// Takes the input; `output` gets one line at a time, with its line break. Without `isUTF8` the
  /// lines are ASCII. A line whose `gist` stays is not said again. `lastWords` are written to a
  /// terminal by a handler of fatal signals.
  public init(
    size: Size, input: Int32 = STDIN_FILENO, isUTF8: Bool = true, lastWords: [SafeText] = [],
    gist: @escaping (String) -> String = { $0 }, output: @escaping (String) -> Void
  ) {
    self.size = size
    self.output = output
    spoken.gist = gist
    transliteration = Transliteration(isUTF8: isUTF8)
    inputDescriptor = input
    self.input = DescriptorInput(
      descriptor: input, escapeDelayMilliseconds: 50, isUTF8: transliteration.isUTF8)
    signalPipe = samjour_signals_install()
    isTerminal = isatty(input) == 1 && samjour_line_input_open(input) == 0
    samjour_set_last_words(lastWords.map { transliteration.plain($0) + "\n" }.joined())
  }

  /// Takes the input and writes to a file descriptor.
  public convenience init(
    size: Size, input: Int32 = STDIN_FILENO, outputDescriptor: Int32 = STDOUT_FILENO,
    lastWords: [SafeText] = [], gist: @escaping (String) -> String = { $0 }
  ) {
    self.init(
      size: size, input: input, isUTF8: samjour_locale_is_utf8(), lastWords: lastWords, gist: gist
    ) { text in
      var text = text
      text.withUTF8 { bytes in
        var written = 0
        while written < bytes.count {
          let count = write(
            outputDescriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
          if count < 0 && errno == EINTR { continue }
          if count <= 0 { return }
          written += count
        }
      }
    }
  }

  deinit {
    leave()
  }

  /// The input and the pipe of signals.
  public var descriptors: [Int32] {
    hasEnded || input.hasEnded ? [signalPipe] : [inputDescriptor, signalPipe]
  }

  /// Writes the lines that changed, then the line with the cursor when it is another.
  public func draw(_ frame: Frame) {
    guard !hasLeft else { return }
    if frame.bell && isTerminal { output("\u{07}") }
    if let title = frame.title, title != self.title {
      self.title = title
      say(title.string)
    }
    spoken.news(in: frame).forEach(say)
    latest = frame
    latest?.bell = false
  }

  private func say(_ line: String) {
    output(transliteration.plain(SafeText(line)) + "\n")
  }

  /// Says all of the latest frame again; there is nothing that a theme could change.
  public func redraw(theme: Theme) {
    spoken.forget()
    if let latest { draw(latest) }
  }

  /// Does nothing: there is no mouse.
  public func setMouse(_ on: Bool) {}

  /// Never: escape sequences are not written.
  public var hasClipboard: Bool { false }

  /// Does nothing: there is no clipboard.
  public func copy(_ lines: [SafeText]) {}

  /// Does nothing: what there is notice of is said as a line.
  public func notify(_ text: SafeText, _ sequence: NoticeSequence) {}

  /// Keys from the terminal, or from the lines of the pipe.
  public func nextEvents() -> [TerminalEvent] {
    guard !hasLeft else { return [] }
    var events = SignalEvents.drain().events
    if isTerminal {
      events += input.drain()
    } else if !hasEnded {
      events += readLine()
    }
    return events
  }

  /// At most one line, so that each is answered by what it leads to before the next is read.
  private func readLine() -> [TerminalEvent] {
    while true {
      switch DescriptorInput.read(inputDescriptor, waitingUpTo: 0, limit: 1) {
      case .bytes([0x0A]):
        return takeLine()
      case .bytes(let bytes):
        line += bytes
        if line.count >= Self.lineLimit { return takeLine() }
      case .nothing:
        return []
      case .end where !line.isEmpty:
        return takeLine()
      case .end:
        hasEnded = true
        return [.hangUp]
      }
    }
  }

  private func takeLine() -> [TerminalEvent] {
    defer { line = [] }
    let text = String(decoding: line, as: UTF8.self)
    do {
      return try KeyStroke.script(text).map { .key($0) }
    } catch {
      say("? " + SafeText(text, limit: 60).string)
      return []
    }
  }

  /// Stops the process; the terminal has its own modes meanwhile.
  public func suspend() {
    withReleasedTerminal { _ = samjour_stop_process() }
  }

  /// Gives the input back.
  public func leave() {
    guard !hasLeft else { return }
    hasLeft = true
    if isTerminal { samjour_line_input_close() }
    samjour_signals_remove()
  }

  /// Gives the terminal to somebody else while `body` runs.
  public func withReleasedTerminal<T>(_ body: () throws -> T) rethrows -> T {
    if isTerminal { samjour_line_input_close() }
    defer {
      if isTerminal && !hasLeft { _ = samjour_line_input_open(inputDescriptor) }
      spoken.forget()
    }
    return try body()
  }
}
