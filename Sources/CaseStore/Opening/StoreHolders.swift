import Foundation

/// Who uses a store: every connection to it holds a shared lock on bytes that SQLite keeps for that
/// (sqlite.org/lockingv3.html), and the system lists them.
enum StoreHolders {
  /// Where SQLite's locks are: the pending byte, the reserved byte and the 510 shared bytes.
  static let lockedBytes: Range<Int64> = 0x4000_0000..<0x4000_0200

  /// The processes that hold the store, this one too. The file is not opened: closing it would let go
  /// of the locks that this process has itself.
  static func of(_ path: String) -> [Int32] {
    guard let identity = StoreFiles.identity(of: path) else { return [] }
    return Set(processes(in: table, inode: identity.inode)).sorted()
      .filter { hasOpen(path, $0) }
  }

  /// The system's table of locks; empty where it can't be read. Asked for at every start, and so read
  /// without what Foundation sets up for a file.
  private static var table: String {
    let file = open("/proc/locks", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 16_384)
    while case let count = read(file, &piece, piece.count), count > 0 {
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The processes that a table of locks (proc(5)) says have one on those bytes of an inode.
  static func processes(in table: String, inode: UInt) -> [Int32] {
    table.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count >= 8, fields[1] == "POSIX",
        fields[5].split(separator: ":").last.flatMap({ UInt($0) }) == inode,
        let start = Int64(fields[6]), lockedBytes.contains(start)
      else { return nil }
      return Int32(fields[4])
    }
  }

  /// Inodes of two file systems may have the same number. Where another's files can't be looked at,
  /// the number has to do.
  private static func hasOpen(_ path: String, _ process: Int32) -> Bool {
    let directory = "/proc/\(process)/fd"
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
      return true
    }
    let identity = StoreFiles.identity(of: path)
    return files.contains { StoreFiles.identity(of: "\(directory)/\($0)") == identity }
  }
}

/// Keeps everybody else from a store, as SQLite's exclusive lock does, for as long as it lives. To be
/// taken where this process has no connection to the store.
final class ExclusiveHold {
  private let file: Int32

  /// Nil where somebody uses the store. Throws ``StoreError`` where the file can't be opened.
  init?(_ path: String) throws {
    file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw StoreError.closed(path) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(StoreHolders.lockedBytes.lowerBound)
    lock.l_len = off_t(StoreHolders.lockedBytes.count)
    guard fcntl(file, F_SETLK, &lock) == 0 else { return nil }
  }

  deinit {
    if file >= 0 { close(file) }
  }
}
