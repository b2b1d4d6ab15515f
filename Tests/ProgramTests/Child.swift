import Foundation

/// A process that has nothing of ours but its three standard descriptors.
///
/// Foundation's `Process` leaves a socket open in each child and waits until it is closed, which
/// the server that tmux puts in the background never does.
struct Child {
  let identifier: pid_t

  /// What a process is started with.
  struct Setup {
    var path: String
    var arguments: [String]
    var environment: [String: String]
    var directory: String
  }

  /// Starts it with these as its standard input, output and errors.
  init(_ setup: Setup, input: FileHandle, output: FileHandle, errors: FileHandle) throws {
    let handles = [input, output, errors]
    try self.init(setup, flags: 0) { files in
      for (number, handle) in handles.enumerated() {
        posix_spawn_file_actions_adddup2(&files, handle.fileDescriptor, Int32(number))
      }
    }
  }

  /// Starts it in a session of its own on a terminal, which hangs up on it when it is closed.
  init(_ setup: Setup, terminal: String) throws {
    try self.init(setup, flags: Int16(POSIX_SPAWN_SETSID)) { files in
      posix_spawn_file_actions_addopen(&files, 0, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&files, 0, 1)
      posix_spawn_file_actions_adddup2(&files, 0, 2)
    }
  }

  private init(
    _ setup: Setup, flags: Int16, _ open: (inout posix_spawn_file_actions_t) -> Void
  ) throws {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    open(&files)
    posix_spawn_file_actions_addclosefrom_np(&files, 3)
    posix_spawn_file_actions_addchdir_np(&files, setup.directory)

    // The threads of a test run block signals; a program must hear them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | flags)

    let arguments = CStrings([setup.path] + setup.arguments)
    let environment = CStrings(setup.environment.map { "\($0)=\($1)" })
    var identifier = pid_t()
    let code = posix_spawn(
      &identifier, setup.path, &files, &attributes, arguments.pointers, environment.pointers)
    guard code == 0 else { throw Failure("\(setup.path): \(String(cString: strerror(code)))") }
    self.identifier = identifier
  }

  func signal(_ number: Int32) { kill(identifier, number) }

  /// Waits for its end and gives its exit code, or the number of the signal that ended it, negated.
  func wait() throws -> Int32 {
    var status: Int32 = 0
    do {
      try Patience.wait(for: "the end of process \(identifier)") {
        waitpid(identifier, &status, WNOHANG) != 0
      }
    } catch {
      signal(SIGKILL)
      waitpid(identifier, &status, 0)
      throw error
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }
}

/// Strings as C takes them, for as long as this lives.
private final class CStrings {
  private(set) var pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) { pointers = strings.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}

/// What keeps a test from going on.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// How a test waits for what another process does.
enum Patience {
  /// Far more than anything here takes; only what never comes is waited for that long.
  static let limit = Duration.seconds(60)

  /// Looks again and again until it is so.
  static func wait(for what: @autoclosure () -> String, until isSo: () throws -> Bool) throws {
    let end = ContinuousClock.now + limit
    while !(try isSo()) {
      guard ContinuousClock.now < end else { throw Failure("waited in vain for " + what()) }
      usleep(2_000)
    }
  }
}
