import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Copies the store as it stands to a new file while others go on working, checks the copy, its
  /// journal entry by entry, and returns where that ends. `progress` is told pages left and pages in
  /// all. Only a lead or an administrator may: the copy holds everything, and the access log has it
  /// first. Throws ``StoreError``; then no file is left.
  @discardableResult
  public func backup(
    to target: String, as officer: Officer, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> JournalHead {
    guard let maker = try read({ try OfficerProjection($0).officer(id: officer.id) }),
      maker.holds([.lead, .administrator])
    else { throw StoreError.noBackup }
    // A copy of everything belongs to the one who made it, not to the group.
    try StoreFiles.make(target, mode: StoreFiles.privateMode, inNewDirectory: false)
    do {
      let basis: AccessBasis = maker.holds([.lead]) ? .lead : .ordinary
      try log([AccessGround(basis)], by: maker, way: .backup)
      let head = try StoreError.translate(target) {
        let copy = try DatabaseQueue(
          path: target, configuration: Self.configuration(busyTimeout: 5))
        let head = try withoutActuallyEscaping(progress) { progress in
          try copy.writeWithoutTransaction { destination in
            try withReader { source in
              try source.backup(to: destination, pagesPerStep: 1024) {
                progress($0.remainingPageCount, $0.totalPageCount)
              }
            }
            // Who sat at a desk then is no part of a copy.
            try destination.execute(sql: "DELETE FROM presence")
            return try Self.requireWhole(destination, target)
          }
        }
        // The last connection takes the log beside the copy away.
        try copy.close()
        return head
      }
      StoreFiles.syncDirectory(of: target)
      return head
    } catch {
      StoreFiles.remove(target)
      throw error
    }
  }

  /// Checks every page, and every entry of the journal; returns where that ends. Throws
  /// ``StoreError``.
  static func requireWhole(_ db: Database, _ path: String) throws -> JournalHead {
    guard try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok" else {
      throw StoreError.unusableCopy(
        path, Phrase(sv: "sidor i filen är skadade", en: "pages of the file are damaged"))
    }
    let verdict = try verdict(db)
    if let fault = verdict.fault { throw StoreError.unusableCopy(path, fault.message) }
    return verdict.head
  }
}
