import Casework
import Foundation

/// Puts another file in the place of a store: the old one and its log are set aside under a dated
/// name, nothing is written over, and whoever comes meanwhile finds the old, the new or nothing.
struct StoreReplacement {
  /// The store.
  let path: String
  /// Where the old store is once ``setAside()`` has been called; nil where there was none.
  let aside: String?

  private let hold: ExclusiveHold?
  private static let suffixes = ["", "-wal", "-shm"]

  /// Keeps everybody else from the store. Throws ``StoreError`` where somebody uses it.
  init(_ path: String, now: Instant) throws {
    self.path = path
    guard StoreFiles.identity(of: path) != nil else {
      (hold, aside) = (nil, nil)
      return
    }
    guard let hold = try ExclusiveHold(path) else {
      throw StoreError.inUse(path, StoreHolders.of(path))
    }
    self.hold = hold
    aside = Self.freeName(path, now)
  }

  /// "store.sqlite.aside-2026-11-21T02.13.00", which no terminal and no file system takes amiss.
  private static func freeName(_ path: String, _ now: Instant) -> String {
    let stamp = now.iso8601.prefix(19).replacing(":", with: ".")
    let names = (1...).lazy.map { "\(path).aside-\(stamp)" + ($0 == 1 ? "" : "-\($0)") }
    return names.first { StoreFiles.identity(of: $0) == nil } ?? "\(path).aside-\(stamp)"
  }

  /// Gives the old store another name.
  func setAside() throws {
    guard let aside else { return }
    var done: [String] = []
    for suffix in Self.suffixes where StoreFiles.identity(of: path + suffix) != nil {
      guard rename(path + suffix, aside + suffix) == 0 else {
        let error = StoreError.cannotMake(aside)
        for suffix in done { rename(aside + suffix, path + suffix) }
        throw error
      }
      done.append(suffix)
    }
  }

  /// Gives the old store its name back.
  func putBack() {
    guard let aside else { return }
    for suffix in Self.suffixes.reversed() { rename(aside + suffix, path + suffix) }
  }

  /// Gives a finished file the store's name, with the mode and the group that a store has. Throws
  /// ``StoreError`` where something has that name already.
  func put(_ file: String) throws {
    var directory = stat()
    if stat(StoreFiles.directory(of: path), &directory) == 0 {
      // Without the right to give files away it stays in the group that the directory gave it.
      _ = chown(file, uid_t.max, directory.st_gid)
    }
    guard chmod(file, StoreFiles.fileMode) == 0 else { throw StoreError.cannotMake(file) }
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0, close(descriptor) == 0 else {
      throw StoreError.cannotMake(file)
    }
    // A link never takes the place of another file; some file systems have none.
    if link(file, path) == 0 {
      unlink(file)
    } else {
      guard errno != EEXIST, rename(file, path) == 0 else { throw StoreError.cannotMake(path) }
    }
    StoreFiles.syncDirectory(of: path)
  }
}
