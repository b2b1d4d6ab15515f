import CaseStore
import Casework
import Foundation

/// A file that a command makes: readable for its owner alone, never in the place of another.
final class NewFile {
  let path: String
  let descriptor: Int32

  /// Throws a ``Complaint`` where it can't be made.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failed(path) }
    fchmod(descriptor, 0o600)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Forces it to the disk. Throws a ``Complaint``.
  func finish() throws {
    guard fsync(descriptor) == 0 else { throw Self.failed(path) }
  }

  /// Takes it away.
  func remove() {
    unlink(path)
  }

  private static func failed(_ path: String) -> Complaint {
    let reason = String(cString: strerror(errno))
    return Complaint(
      errno == EEXIST ? .usage : .inputOutput,
      Phrase(
        sv: "\(path) går inte att skriva: \(reason)", en: "\(path) can't be written: \(reason)"))
  }
}
