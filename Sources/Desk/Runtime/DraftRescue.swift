import CaseStore
import Casework
import Foundation

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
    guard PrivateFile.makeDirectory((path as NSString).deletingLastPathComponent) else {
      throw POSIXError(.EPERM)
    }
    let handle = try PrivateFile.rewrite(path)
    try handle.write(contentsOf: JSONEncoder().encode(drafts))
    try handle.synchronize()
    try handle.close()
  }

  /// Saves what was rescued as drafts of the store and erases the file. Nothing happens where there
  /// is none; a store that still takes nothing leaves it where it is. What was typed about a subject
  /// that has been erased since is not brought back.
  public func restore(into store: CaseStore, of officer: OfficerID, now: Instant) throws {
    guard let data = PrivateFile.contents(path) else { return }
    for (key, draft) in try JSONDecoder().decode([String: FormDraft].self, from: data) {
      if let subject = draft.subject.flatMap({ Reference($0) }), try store.isErased(subject) {
        continue
      }
      try store.save(
        Draft(officer: officer, key: key, body: try draft.data(), updatedAt: now))
    }
    PrivateFile.erase(path)
  }
}
