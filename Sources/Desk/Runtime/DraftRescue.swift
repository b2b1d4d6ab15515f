import CaseStore
import Casework
import Foundation
import Glibc

/// What was typed when the store would take nothing more: a file that only its owner can read,
/// brought into the store when the desk is opened next.
public struct DraftRescue: Sendable {
  /// The file.
  public let path: String

  /// A file in a directory `samjour` under the officer's directory for state (XDG), one for each
  /// store.
  public init(store: String, state: String) {
    let name = URL(fileURLWithPath: store).standardizedFileURL.path.utf8
      .map { ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) ? $0 : 0x2D }
    path = "\(state)/samjour/drafts\(String(decoding: name, as: UTF8.self)).json"
  }

  /// Writes the drafts. Throws where that cannot be done either.
  public func write(_ drafts: [String: FormDraft]) throws {
    let directory = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let file = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    try handle.write(contentsOf: JSONEncoder().encode(drafts))
    try handle.synchronize()
    try handle.close()
  }

  /// Saves what was rescued as drafts of the store and removes the file. Nothing happens where
  /// there is none; a store that still takes nothing leaves it where it is.
  public func restore(into store: CaseStore, of officer: OfficerID, now: Instant) throws {
    guard let data = FileManager.default.contents(atPath: path) else { return }
    for (key, draft) in try JSONDecoder().decode([String: FormDraft].self, from: data) {
      try store.save(
        Draft(officer: officer, key: key, body: try draft.data(), updatedAt: now))
    }
    unlink(path)
  }
}
