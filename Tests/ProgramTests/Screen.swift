import Foundation

/// A terminal of tmux with the program in it.
final class Screen {
  private let socket = "samjour-test-" + UUID().uuidString
  private let folder: Folder

  /// Starts a command line in a terminal of that size.
  init(_ command: String, columns: Int = 100, rows: Int = 30, in folder: Folder) throws {
    self.folder = folder
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-s", "s", "-x", "\(columns)", "-y", "\(rows)",
      command)
  }

  deinit { _ = try? tmux("kill-server") }

  /// What stands on the screen.
  func text() throws -> String { try tmux("capture-pane", "-p", "-t", "s") }

  /// Looks until the screen is as wished.
  @discardableResult
  func wait(for what: String = "another screen", until isRight: (String) -> Bool) throws -> String {
    var text = ""
    try Patience.wait(for: "\(what), not:\n\(text)") {
      text = try self.text()
      return isRight(text)
    }
    return text
  }

  /// Looks until the words stand on the screen.
  @discardableResult
  func wait(for words: String) throws -> String {
    try wait(for: "“\(words)”") { $0.contains(words) }
  }

  /// Presses keys, by tmux's names.
  func press(_ keys: String...) throws { try tmux(["send-keys", "-t", "s"] + keys) }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux("send-keys", "-t", "s", "-l", text) }

  /// Pastes text, as a terminal that marks pastes does.
  func paste(_ text: String) throws {
    try tmux("set-buffer", text)
    try tmux("paste-buffer", "-p", "-t", "s")
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-t", "s", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// The process in the terminal.
  func processIdentifier() throws -> pid_t {
    let text = try tmux("display-message", "-p", "-t", "s", "#{pane_pid}")
    guard let identifier = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Failure("no process: \(text)")
    }
    return identifier
  }

  /// The process that the shell in the terminal has started.
  func childIdentifier() throws -> pid_t {
    let shell = try processIdentifier()
    let children = try String(
      contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    guard let identifier = children.split(separator: " ").first.flatMap({ pid_t($0) }) else {
      throw Failure("no child of \(shell)")
    }
    return identifier
  }

  /// Waits until the terminal's process has ended and tmux with it.
  func waitForEnd() throws {
    try Patience.wait(for: "the end of the terminal") { (try? text()) == nil }
  }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Outcome(
      of: Child.Setup(
        path: "/usr/bin/env", arguments: ["tmux", "-L", socket] + arguments,
        environment: [
          "HOME": folder.path, "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin",
          "TERM": "xterm-256color", "TMUX_TMPDIR": "/tmp",
        ], directory: folder.path))
    guard outcome.status == 0 else { throw Failure("tmux \(arguments): \(outcome.errors)") }
    return outcome.output
  }
}

extension TrainingStore {
  /// The command line that opens a desk on the store.
  func desk(as officer: String = "boss") -> String {
    "'\(Program.url.path)' --store '\(path)' --officer \(officer) --lang sv"
  }
}
