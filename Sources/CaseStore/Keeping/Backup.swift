import Casework
import Foundation
import GRDB

extension CaseStore {
  /// Copies the store as it stands to a new file while others go on working, then checks the copy.
  /// `progress` is told pages left and pages in all. Only a lead or an administrator may: the copy
  /// holds everything, and the access log has it first. Throws ``StoreError``; then no file is left.
  public func backup(
    to target: String, as officer: Officer, progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    guard let maker = try read({ try OfficerProjection($0).officer(id: officer.id) }),
      maker.holds([.lead, .administrator])
    else { throw StoreError.noBackup }
    try StoreFiles.make(target, inNewDirectory: false)
    // A copy of everything belongs to the one who made it, not to the group.
    chmod(target, 0o600)
    do {
      let basis: AccessBasis = maker.holds([.lead]) ? .lead : .ordinary
      try log([AccessGround(basis)], by: maker, way: .backup)
      try StoreError.translate(target) {
        let copy = try DatabaseQueue(
          path: target, configuration: Self.configuration(busyTimeout: 5))
        try withoutActuallyEscaping(progress) { progress in
          try withReader { source in
            try copy.writeWithoutTransaction { destination in
              try source.backup(to: destination, pagesPerStep: 1024) {
                progress($0.remainingPageCount, $0.totalPageCount)
              }
              let verdict = try String.fetchOne(destination, sql: "PRAGMA integrity_check")
              guard verdict == "ok" else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
              // Who sat at a desk then is no part of a copy.
              try destination.execute(sql: "DELETE FROM presence")
            }
          }
        }
        try copy.close()
      }
    } catch {
      StoreFiles.remove(target)
      throw error
    }
  }
}
