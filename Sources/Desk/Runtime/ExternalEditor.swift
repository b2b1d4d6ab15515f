import Foundation
import Glibc

/// The officer's own editor, `$VISUAL` or `$EDITOR`, on a file that only the officer can read, in a
/// directory of its own: what the editor leaves beside it (copies, swap files) is overwritten and
/// removed with it afterwards.
public struct ExternalEditor: Sendable {
  /// The command, as the shell would have it: "vim", "emacsclient -t".
  public let command: String
  /// Where the file lies while the editor runs: a directory of the officer's own.
  public let directory: String

  /// Takes both as they are.
  public init(command: String, directory: String) {
    self.command = command
    self.directory = directory
  }

  /// What came of it.
  public enum Outcome: Sendable, Hashable {
    /// The text as it came back.
    case text(String)
    /// Nothing was changed.
    case unchanged
    /// The editor could not be run, or ended with that status.
    case failed(Int32)
  }

  /// Runs the editor in the terminal and waits.
  public func edit(_ text: String) -> Outcome {
    guard let folder = PrivateFile.makeTemporaryDirectory("\(directory)/samjour-") else {
      return .failed(errno)
    }
    defer { erase(folder) }
    let path = folder + "/text"
    guard let handle = try? PrivateFile.rewrite(path) else { return .failed(EIO) }
    do { try handle.write(contentsOf: Data(text.utf8)) } catch { return .failed(EIO) }
    try? handle.close()
    let status = run(["/bin/sh", "-c", "\(command) \"$1\"", "sh", path])
    guard status == 0 else { return .failed(status) }
    guard let data = PrivateFile.contents(path), data.count <= 10 << 20 else {
      return .failed(EIO)
    }
    var edited = String(decoding: data, as: UTF8.self)
    if edited.hasSuffix("\n") && !text.hasSuffix("\n") { edited.removeLast() }
    return edited == text ? .unchanged : .text(edited)
  }

  /// Runs a program in the desk's own process group, which has the terminal, and waits for its end.
  private func run(_ arguments: [String]) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTSTP, SIGWINCH] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, arguments[0], nil, &attributes, &words, environ)
    guard failure == 0 else { return failure }
    var status: Int32 = 0
    // A stopped editor leaves the terminal to nobody: it is told to go on.
    while true {
      let waited = waitpid(child, &status, WUNTRACED)
      if waited < 0 && errno == EINTR { continue }
      guard waited == child else { return ECHILD }
      guard status & 0xFF == 0x7F else { break }
      kill(child, SIGCONT)
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  private func erase(_ folder: String) {
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      PrivateFile.erase("\(folder)/\(name)")
    }
    try? FileManager.default.removeItem(atPath: folder)
  }
}
