import Foundation
import Synchronization

/// A file beside the store that is touched after each commit, so that other processes wake when the
/// commit can be seen (DESIGN, Live). Ringing never fails loudly: `data_version` is the net under it.
final class Doorbell: Sendable {
  private let path: String
  private let state: Mutex<State>

  private struct State {
    var file: Int32
    var identity: StoreFiles.Identity?
  }

  init(_ path: String) {
    self.path = StoreFiles.doorbell(of: path)
    let file = Self.make(self.path)
    state = Mutex(State(file: file, identity: StoreFiles.identity(of: self.path)))
  }

  deinit {
    state.withLock { if $0.file >= 0 { close($0.file) } }
  }

  /// Opens the bell, and makes it where there is none; negative where that can't be done.
  private static func make(_ bell: String) -> Int32 {
    // Whatever somebody has put in its place is neither waited for nor written into.
    let flags = O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let file = open(bell, flags, StoreFiles.fileMode)
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_nlink == 1
    else {
      if file >= 0 { close(file) }
      return -1
    }
    fchmod(file, StoreFiles.fileMode)
    return file
  }

  /// Rings; a bell that somebody has taken away is made anew.
  func ring() {
    state.withLock { state in
      if state.file < 0 || StoreFiles.identity(of: path) != state.identity {
        if state.file >= 0 { close(state.file) }
        state.file = Self.make(path)
        state.identity = StoreFiles.identity(of: path)
      }
      guard state.file >= 0 else { return }
      var byte: UInt8 = 1
      _ = pwrite(state.file, &byte, 1, 0)
    }
  }
}
