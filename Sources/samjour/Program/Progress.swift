import Foundation

/// How far long work has come, on standard error, when a person is looking.
struct Progress {
  private let verb: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private let started = ContinuousClock.now
  private var shownAt = ContinuousClock.now
  private var hasShown = false

  init(_ verb: String) {
    self.verb = verb
  }

  /// Shows a count, at most five times a second.
  mutating func report(_ count: Int64) {
    let now = ContinuousClock.now
    guard isShown, now - shownAt > .milliseconds(200) else { return }
    shownAt = now
    hasShown = true
    let seconds = max(
      0.001,
      Double((now - started).components.attoseconds) / 1e18
        + Double((now - started).components.seconds))
    write("\r\u{1B}[K\(count) \(verb), \(Int(Double(count) / seconds))/s")
  }

  /// Takes the count away.
  func end() {
    if hasShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
