import Foundation
import Glibc

/// Files that their owner alone can read.
public enum PrivateFile {
  /// Makes one whose name begins so: mkstemp makes it 0600 and never follows a link. Nil, with
  /// `errno`, where none can be made.
  static func make(_ prefix: String) -> (path: String, handle: FileHandle)? {
    var template = Array("\(prefix)XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    return (text(template), FileHandle(fileDescriptor: file, closeOnDealloc: true))
  }

  /// Makes a directory whose name begins so, which its owner alone can enter. Nil, with `errno`,
  /// where none can be made.
  static func makeTemporaryDirectory(_ prefix: String) -> String? {
    var template = Array("\(prefix)XXXXXX".utf8CString)
    return mkdtemp(&template) == nil ? nil : text(template)
  }

  private static func text(_ template: [CChar]) -> String {
    String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Opens a file of that name for writing, emptied. Throws where the name is a link, another's
  /// file, or no file at all.
  static func rewrite(_ path: String) throws -> FileHandle {
    let flags = O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let file = open(path, flags, 0o600)
    guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    guard isOwnFile(file), fchmod(file, 0o600) == 0, ftruncate(file, 0) == 0 else {
      throw POSIXError(.EPERM)
    }
    return handle
  }

  /// What is in a file of that name; nil where there is none, or it is a link or another's file.
  static func contents(_ path: String) -> Data? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    guard isOwnFile(file) else { return nil }
    return try? handle.readToEnd() ?? Data()
  }

  private static func isOwnFile(_ file: Int32) -> Bool {
    var status = stat()
    return fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && status.st_uid == getuid() && status.st_nlink == 1
  }

  /// Makes a directory, and those above it that are missing, that its owner alone can enter; one of
  /// the owner's that others could enter is closed to them. False where that cannot be, or where it
  /// is another's or a link.
  public static func makeDirectory(_ path: String) -> Bool {
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid() {
      chmod(path, 0o700)
    }
    return isOwnDirectory(path)
  }

  /// Whether it is a directory, no link, that nobody else can enter.
  public static func isOwnDirectory(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == getuid() && status.st_mode & 0o077 == 0
  }

  /// Overwrites a file and takes it away.
  static func erase(_ path: String) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let handle = FileHandle(forWritingAtPath: path)
    {
      try? handle.write(contentsOf: Data(count: Int(status.st_size)))
      try? handle.synchronize()
      try? handle.close()
    }
    unlink(path)
  }
}
