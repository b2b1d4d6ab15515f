import Foundation
import Glibc

/// The officer's own editor, `$VISUAL` or `$EDITOR`, on a file that only the officer can read and
/// that is overwritten and removed afterwards.
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

  /// Runs the editor and waits. Nil where it failed or changed nothing.
  public func edit(_ text: String) -> String? {
    var template = Array("\(directory)/samjour-XXXXXX".utf8CString)
    // mkstemp makes the file 0600 and never follows a link.
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { erase(path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do { try handle.write(contentsOf: Data(text.utf8)) } catch { return nil }
    try? handle.close()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\(command) \"$1\"", "sh", path]
    do { try process.run() } catch { return nil }
    process.waitUntilExit()
    guard process.terminationStatus == 0, let data = FileManager.default.contents(atPath: path),
      data.count <= 10 << 20
    else { return nil }
    var edited = String(decoding: data, as: UTF8.self)
    if edited.hasSuffix("\n") && !text.hasSuffix("\n") { edited.removeLast() }
    return edited == text ? nil : edited
  }

  private func erase(_ path: String) {
    if let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int,
      let handle = FileHandle(forWritingAtPath: path)
    {
      try? handle.write(contentsOf: Data(count: size))
      try? handle.synchronize()
      try? handle.close()
    }
    unlink(path)
  }
}
