import Casework
import Foundation
import GRDB

/// Something that can be put right without a choice, and without anything that can be lost.
public enum StoreRepair: String, Sendable, CaseIterable {
  /// The modes and the group of the files; the directory may be for other things too.
  case modes
  /// The doorbell.
  case bell
  /// Desks that are shown as open whose processes are gone.
  case presence
  /// Every list, made anew from the journal.
  case lists

  /// What it does.
  public var title: Phrase {
    switch self {
    case .modes: Phrase(sv: "rättar filernas rättigheter och grupp", en: "sets the files' modes")
    case .bell: Phrase(sv: "gör en ny dörrklocka", en: "makes a new doorbell")
    case .presence: Phrase(sv: "stryker övergivna jourbord", en: "removes desks that are gone")
    case .lists: Phrase(sv: "gör om listorna ur journalen", en: "makes the lists from the journal")
    }
  }
}

extension StoreRepair {
  /// Puts modes and group right. Only the owner of a file, or root, can. Throws ``StoreError``.
  public static func setModes(of path: String) throws {
    let directory = StoreFiles.directory(of: path)
    var status = stat()
    guard stat(directory, &status) == 0 else { throw StoreError.missing(path) }
    for suffix in ["", "-wal", "-shm", "-bell"] {
      let file = path + suffix
      guard StoreFiles.identity(of: file) != nil else { continue }
      guard chown(file, uid_t.max, status.st_gid) == 0, chmod(file, StoreFiles.fileMode) == 0 else {
        throw StoreError.cannotMake(file)
      }
    }
  }
}

extension CaseStore {
  /// Carries out what is inside the store; the doorbell is made by opening it. Throws ``StoreError``.
  public func carryOut(_ repair: StoreRepair, progress: (Int64) -> Void = { _ in }) throws {
    switch repair {
    case .modes: try StoreRepair.setModes(of: path)
    case .bell: ringBell()
    case .presence: try write(.passing) { try Self.removeOrphans($0) }
    case .lists: _ = try rebuild(progress: progress)
    }
  }

  /// Takes away the desks whose processes are gone.
  static func removeOrphans(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT id, pid, started FROM presence")
    where !DeskProcess(pid: row[1], started: row[2]).isAlive {
      try db.execute(sql: "DELETE FROM presence WHERE id = ?", arguments: [row[0] as Int64])
    }
  }
}
