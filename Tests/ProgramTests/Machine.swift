import Foundation

/// What of the machine a test needs that not every machine has.
enum Machine {
  /// Whether strace may make system calls fail here.
  static let hasStrace = runs([
    "/usr/bin/strace", "-qq", "-o", "/dev/null", "-e", "inject=getppid:error=EIO", "true",
  ])

  /// Whether a file system can be mounted where this process sees it, which takes root.
  static let canMount = isRoot && (try? MountedDisk(kilobytes: 100, in: Folder())) != nil

  /// Whether a file system can be mounted, as root or in a name space of one's own.
  static let canMountApart = runs(["/usr/bin/unshare"] + apart + ["true"])

  /// How unshare is asked for a name space of mounts.
  static let apart = isRoot ? ["-m"] : ["-r", "-m"]

  static let isRoot = getuid() == 0

  static func runs(_ command: [String]) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: command[0]) else { return false }
    let outcome = try? Outcome(
      of: Child.Setup(
        path: command[0], arguments: Array(command.dropFirst()),
        environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"], directory: "/"))
    return outcome?.status == 0
  }
}

/// A small disk of its own, gone with the value.
final class MountedDisk {
  let path: String

  init(kilobytes: Int, in folder: Folder) throws {
    path = folder.file("disk")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k,mode=2770", "none", path)
    else {
      throw Failure("no disk could be mounted")
    }
  }

  deinit { _ = Self.run("umount", "-l", path) }

  private static func run(_ arguments: String...) -> Bool {
    Machine.runs(["/usr/bin/env"] + arguments)
  }

  /// Fills it to the last byte.
  func fill() throws {
    let file = open(path + "/fill", O_WRONLY | O_CREAT, 0o600)
    guard file >= 0 else { throw Failure("the disk is not there") }
    defer { close(file) }
    for size in [65_536, 4096, 1] {
      let zeros = [UInt8](repeating: 0, count: size)
      while write(file, zeros, size) == size {}
    }
  }

  func empty() { unlink(path + "/fill") }
}

/// A terminal that nobody reads, until it is asked for; closing it hangs up.
final class DumbTerminal {
  let name: String
  private var outer: Int32 = -1

  init(columns: Int, rows: Int) throws {
    var inner: Int32 = -1
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&outer, &inner, nil, nil, &size) == 0, let name = ttyname(inner) else {
      throw Failure("no pseudo-terminal")
    }
    self.name = String(cString: name)
    _ = fcntl(outer, F_SETFD, FD_CLOEXEC)
    close(inner)
  }

  deinit { hangUp() }

  func type(_ text: String) { _ = write(outer, text, text.utf8.count) }

  /// Bytes that wait to be read.
  var waiting: Int {
    var count: Int32 = 0
    _ = ioctl(outer, UInt(FIONREAD), &count)
    return Int(count)
  }

  func hangUp() {
    if outer >= 0 { close(outer) }
    outer = -1
  }
}
