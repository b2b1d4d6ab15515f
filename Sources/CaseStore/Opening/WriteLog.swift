import GRDB
import GRDBSQLite

/// SQLite's log of writes (WAL), which is brought into the store when it has grown long.
extension Database {
  /// How many pages make it long: SQLite's own measure (`SQLITE_DEFAULT_WAL_AUTOCHECKPOINT`).
  private static let longLog: Int32 = 1000

  /// Runs `body`, whose commit leaves the log as it is, and returns how many pages it has then; 0
  /// where nothing was committed. SQLite by itself would bring a long one into the store within the
  /// commit: what has been saved would be told others only milliseconds later.
  func leavingLog(_ body: () throws -> Void) rethrows -> Int32 {
    var pages: Int32 = 0
    try withUnsafeMutablePointer(to: &pages) { pages in
      sqlite3_wal_hook(
        sqliteConnection,
        { pages, _, _, count in
          pages?.assumingMemoryBound(to: Int32.self).pointee = count
          return SQLITE_OK
        }, pages)
      // As a connection has it by itself; it takes the hook away.
      defer { sqlite3_wal_autocheckpoint(sqliteConnection, Self.longLog) }
      try body()
    }
    return pages
  }

  /// Brings as much of the log into the store as readers let it, where it has so many pages that it is
  /// long. Returns whether the disk took it: where it did not, commits that it had taken before stand in
  /// the log as they did. Where others hold it up, the next commit tries again.
  func shortenLog(of pages: Int32) -> Bool {
    guard pages >= Self.longLog else { return true }
    do {
      _ = try checkpoint(.passive)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_IOERR {
      return false
    } catch {}
    return true
  }
}
