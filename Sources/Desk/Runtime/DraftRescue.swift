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

  /// Saves what was rescued as drafts of the store, erases the file and gives how many are kept beside
  /// what another desk has kept of the same form. Nothing happens where there is no file; a store that
  /// still takes nothing leaves it where it is. What was typed about a subject that has been erased
  /// since is not brought back.
  @discardableResult
  public func restore(into store: CaseStore, of officer: OfficerID, now: Instant) throws -> Int {
    guard let data = PrivateFile.contents(path) else { return 0 }
    var beside = 0
    for (key, draft) in try JSONDecoder().decode([String: FormDraft].self, from: data) {
      guard try !draft.references.contains(where: store.isErased) else { continue }
      let body = try draft.data()
      let kept = Draft(officer: officer, key: key, body: body, updatedAt: now)
      let other = try store.save(kept) { found in
        guard let found = FormDraft(data: found) else { return false }
        // What the same desk had kept before is the beginning of what was rescued.
        let isItsOwn = found.desk != nil && found.desk == draft.desk
        return !isItsOwn && found.values != draft.values
      }
      guard other != nil else { continue }
      // By the desk that typed it, so that doing it twice keeps it once.
      let name = "\(key) @\(draft.desk ?? "rescued")"
      try store.save(Draft(officer: officer, key: name, body: body, updatedAt: now))
      beside += 1
    }
    PrivateFile.erase(path)
    return beside
  }
}
