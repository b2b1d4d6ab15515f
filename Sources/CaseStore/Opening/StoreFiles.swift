import Foundation

/// The files of a store and who may touch them: one directory of a group, files 0660 whoever makes
/// them. SQLite gives the WAL the mode of the store itself.
enum StoreFiles {
  static let fileMode: mode_t = 0o660
  /// A copy of everything belongs to the one who made it, not to the group.
  static let privateMode: mode_t = 0o600
  static let directoryMode: mode_t = 0o2770

  static func doorbell(of path: String) -> String { path + "-bell" }
  static func wal(of path: String) -> String { path + "-wal" }
  static func index(of path: String) -> String { path + "-shm" }
  static func directory(of path: String) -> String {
    let directory = (path as NSString).deletingLastPathComponent
    return directory.isEmpty ? "." : directory
  }

  /// Makes the empty file, and for a store its directory where there is none, with set-group-ID so that
  /// files stay in its group. A copy is put where somebody has made room for it: a directory that is
  /// not there is a slip of the pen, or a disk that is not mounted.
  static func make(_ path: String, mode: mode_t = fileMode, inNewDirectory: Bool = true) throws {
    let directory = (path as NSString).deletingLastPathComponent
    if inNewDirectory, !directory.isEmpty, !FileManager.default.fileExists(atPath: directory) {
      do {
        try FileManager.default.createDirectory(
          atPath: directory, withIntermediateDirectories: true)
      } catch {
        throw StoreError.cannotMake(directory)
      }
      chmod(directory, directoryMode)
    }
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else {
      throw errno == EEXIST
        ? StoreError.exists(path)
        : StoreError.cannotMake(path, inNewDirectory ? .readOnly : .io)
    }
    // The mode asked for, whatever the umask.
    fchmod(file, mode)
    close(file)
  }

  /// Makes an empty file whose name begins so, which its owner alone can open, and returns its path.
  static func makeTemporary(_ prefix: String) throws -> String {
    var template = Array("\(prefix)XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw StoreError.cannotMake(directory(of: prefix)) }
    close(file)
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Forces a directory's names to the disk, as far as its file system can.
  static func syncDirectory(of path: String) {
    let file = open(directory(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  /// Refuses a store beside which something lies that is no file of it: SQLite would follow a link
  /// there and write into another's file. Throws ``StoreError``.
  static func requireOwnFiles(_ path: String) throws {
    for suffix in ["-wal", "-shm", "-journal"] {
      var status = stat()
      guard lstat(path + suffix, &status) == 0 else { continue }
      guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError.planted(path + suffix) }
    }
  }

  /// Removes what ``make(_:)`` and a failed set-up have left.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-bell"] { unlink(path + suffix) }
  }

  /// Copies a store that nobody writes to, and the log beside it, which holds what was committed last,
  /// into files of the caller's alone. Throws ``StoreError``.
  static func copy(_ source: String, to target: String) throws {
    for suffix in ["", "-wal"] where identity(of: source + suffix) != nil {
      do {
        let input = try FileHandle(forReadingFrom: URL(fileURLWithPath: source + suffix))
        let file = open(
          target + suffix, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, privateMode)
        guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let output = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        while let piece = try input.read(upToCount: 1 << 20), !piece.isEmpty {
          try output.write(contentsOf: piece)
        }
        try output.synchronize()
      } catch {
        throw StoreError.cannotCopy(source, error)
      }
    }
  }

  /// Tells a file from another that later has its name.
  struct Identity: Hashable, Sendable {
    let device: UInt
    let inode: UInt

    init(_ status: stat) {
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
    }
  }

  /// The files that every connection to a store must share: who writes to another log than the others
  /// would damage the store.
  struct Identities: Equatable, Sendable {
    let store: Identity?
    let wal: Identity?
    let index: Identity?
    /// Bytes of the store's file.
    let size: Int64

    init(of path: String) {
      var status = stat()
      let isThere = stat(path, &status) == 0
      store = isThere ? Identity(status) : nil
      size = isThere ? Int64(status.st_size) : 0
      wal = identity(of: StoreFiles.wal(of: path))
      index = identity(of: StoreFiles.index(of: path))
    }

    /// The same files, however long they are now.
    static func == (a: Identities, b: Identities) -> Bool {
      (a.store, a.wal, a.index) == (b.store, b.wal, b.index)
    }
  }

  static func identity(of path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(status)
  }

  /// Whether the log or its index was taken away from those who use the store: a newcomer would make
  /// others, and write past them. Those who are just opening or closing it are waited for.
  static func isLogLost(_ path: String) -> Bool {
    for _ in 0..<25 {
      let files = Identities(of: path)
      guard files.wal == nil || files.index == nil, !StoreHolders.of(path).isEmpty else {
        return false
      }
      usleep(20_000)
    }
    return true
  }

  /// Throws ``StoreError`` where there is no file, or where it cannot be told.
  static func requireFile(_ path: String) throws {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError.notAStore(path) }
      // SQLite takes an empty file for a new database, and throws the log beside it away.
      guard status.st_size > 0 else { throw StoreError.emptied(path) }
      guard !isLogLost(path) else { throw StoreError.logLost(path) }
      return
    }
    throw errno == EACCES ? StoreError.closed(path) : StoreError.missing(path)
  }
}

extension StoreError {
  static func planted(_ path: String) -> StoreError {
    StoreError(
      .notAStore,
      .init(
        sv:
          "\(path) är ingen fil utan en länk eller annat. Inget är rört; ring den som sköter datorn.",
        en: "\(path) is no file but a link or other. Nothing is touched; call your IT colleague."))
  }

  static func cannotMake(_ path: String, _ kind: Kind = .readOnly) -> StoreError {
    let reason = String(cString: strerror(errno))
    return StoreError(
      kind,
      .init(
        sv: "\(path) går inte att skapa: \(reason).", en: "\(path) can't be made: \(reason)."))
  }
}
