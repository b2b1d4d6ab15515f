import Foundation
import Glibc

/// Files that their owner alone can read.
enum PrivateFile {
  /// Makes one whose name begins so: mkstemp makes it 0600 and never follows a link. Nil, with
  /// `errno`, where none can be made.
  static func make(_ prefix: String) -> (path: String, handle: FileHandle)? {
    var template = Array("\(prefix)XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (path, FileHandle(fileDescriptor: file, closeOnDealloc: true))
  }
}
