import Foundation

/// The files of a store and who may touch them: one directory of a group, files 0660 whoever makes
/// them. SQLite gives the WAL the mode of the store itself.
enum StoreFiles {
  static let fileMode: mode_t = 0o660

  static func doorbell(of path: String) -> String { path + "-bell" }

  /// Makes the empty file, and for a store its directory where there is none, with set-group-ID so that
  /// files stay in its group. A copy is put where somebody has made room for it: a directory that is
  /// not there is a slip of the pen, or a disk that is not mounted.
  static func make(_ path: String, inNewDirectory: Bool = true) throws {
    let directory = (path as NSString).deletingLastPathComponent
    if inNewDirectory, !directory.isEmpty, !FileManager.default.fileExists(atPath: directory) {
      do {
        try FileManager.default.createDirectory(
          atPath: directory, withIntermediateDirectories: true)
      } catch {
        throw StoreError.cannotMake(directory)
      }
      chmod(directory, 0o2770)
    }
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, fileMode)
    guard file >= 0 else {
      throw errno == EEXIST
        ? StoreError.exists(path)
        : StoreError.cannotMake(path, inNewDirectory ? .readOnly : .io)
    }
    // The mode asked for, whatever the umask.
    fchmod(file, fileMode)
    close(file)
  }

  /// Removes what ``make(_:)`` and a failed set-up have left.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-bell"] { unlink(path + suffix) }
  }

  /// Tells a file from another that later has its name.
  struct Identity: Hashable, Sendable {
    let device: UInt
    let inode: UInt
  }

  static func identity(of path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
  }

  /// Throws ``StoreError`` where there is no file, or where it cannot be told.
  static func requireFile(_ path: String) throws {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError.notAStore(path) }
      return
    }
    throw errno == EACCES ? StoreError.closed(path) : StoreError.missing(path)
  }
}

extension StoreError {
  static func cannotMake(_ path: String, _ kind: Kind = .readOnly) -> StoreError {
    let reason = String(cString: strerror(errno))
    return StoreError(
      kind,
      .init(
        sv: "\(path) går inte att skapa: \(reason).", en: "\(path) can't be made: \(reason)."))
  }
}
