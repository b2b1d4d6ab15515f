import CNcurses
import Glibc
import TextSafety

/// A terminal for those who listen: lines of text, one after another, nothing ever rewritten.
///
/// For each frame the lines that changed are written, without escape sequences, borders and runs of
/// blanks; the line that the cursor is on begins with "> ". Keys come one by one from a terminal,
/// or as lines of key notation (`j j <Enter>`) from a pipe.
public final class LinearDriver: TerminalDriver {
  /// The extent of the frames.
  public let size: Size

  private let output: (String) -> Void
  private let inputDescriptor: Int32
  private let isTerminal: Bool
  private var input: DescriptorInput
  private var line: [UInt8] = []
  private var hasEnded = false
  private var hasLeft = false
  private var shown: [String] = []
  private var title: SafeText?
  private let signalPipe: Int32

  /// Takes the input; `output` gets one line at a time, with its line break.
  public init(
    size: Size, input: Int32 = STDIN_FILENO, output: @escaping (String) -> Void
  ) {
    self.size = size
    self.output = output
    inputDescriptor = input
    self.input = DescriptorInput(descriptor: input, escapeDelayMilliseconds: 50)
    signalPipe = samjour_signals_install()
    isTerminal = isatty(input) == 1 && samjour_line_input_open(input) == 0
  }

  /// Takes the input and writes to a file descriptor.
  public convenience init(
    size: Size, input: Int32 = STDIN_FILENO, outputDescriptor: Int32 = STDOUT_FILENO
  ) {
    self.init(size: size, input: input) { text in
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

  /// Writes the lines that changed.
  public func draw(_ frame: Frame) {
    guard !hasLeft else { return }
    var lines = (0..<frame.size.rows).map { Self.spoken(frame.rowText($0)) }
    if let cursor = frame.cursor, lines.indices.contains(cursor.row) {
      lines[cursor.row] = "> " + lines[cursor.row]
    }
    if let title = frame.title, title != self.title {
      self.title = title
      output(title.string + "\n")
    }
    for (row, text) in lines.enumerated() {
      let before = shown.indices.contains(row) ? shown[row] : ""
      if text != before && !text.isEmpty { output(text + "\n") }
    }
    shown = lines
  }

  /// A row without what is drawn rather than said.
  private static func spoken(_ row: String) -> String {
    var text = ""
    for character in row {
      let isDrawn = character.unicodeScalars.allSatisfy { (0x2500...0x259F).contains($0.value) }
      if isDrawn || character == " " {
        if !text.isEmpty, text.last != " " { text.append(" ") }
      } else {
        text.append(character)
      }
    }
    if text.last == " " { text.removeLast() }
    return text
  }

  /// Keys from the terminal, or from the lines of the pipe.
  public func nextEvents() -> [TerminalEvent] {
    guard !hasLeft else { return [] }
    var events = SignalEvents.drain().events
    if isTerminal {
      events += input.drain()
    } else if !hasEnded {
      events += readLines()
    }
    return events
  }

  private func readLines() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while true {
      switch DescriptorInput.read(inputDescriptor, waitingUpTo: 0) {
      case .bytes(let bytes):
        for byte in bytes {
          if byte == 0x0A {
            events += takeLine()
          } else {
            line.append(byte)
          }
        }
      case .nothing:
        return events
      case .end:
        hasEnded = true
        return events + takeLine() + [.hangUp]
      }
    }
  }

  private func takeLine() -> [TerminalEvent] {
    defer { line = [] }
    let text = String(decoding: line, as: UTF8.self)
    do {
      return try KeyStroke.script(text).map { .key($0) }
    } catch {
      output("? " + SafeText(text, limit: 60).string + "\n")
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
      shown = []
    }
    return try body()
  }
}
