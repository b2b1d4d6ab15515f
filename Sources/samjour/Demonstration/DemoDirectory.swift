import Casework
import Foundation

/// A directory of its own for a throw-away store.
struct DemoDirectory: Sendable {
  let path: String

  var storePath: String { path + "/store.sqlite" }

  private static let namePrefix = "samjour-demo-"

  /// Makes one that only this login can enter.
  init() throws {
    let parent = Environment.value("TMPDIR")
    var template = Array("\(parent ?? "/tmp")/\(Self.namePrefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      let reason = String(cString: strerror(errno))
      throw Complaint(
        .inputOutput,
        Phrase(
          sv: "det går inte att skapa en tillfällig katalog: \(reason)",
          en: "no temporary directory can be made: \(reason)"))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The one of another process. Nil for a path that no ``init()`` makes.
  init?(existing path: String) {
    guard (path as NSString).lastPathComponent.hasPrefix(Self.namePrefix) else { return nil }
    self.path = path
  }

  /// Takes the directory away with all that is in it.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
