import GRDB
import Synchronization

/// The form of the store that this program has found to be one it knows. A newer program may change
/// it while a desk is open.
final class StoreForm: Sendable {
  /// SQLite's count of changes to the form; asked for with each transaction, it costs microseconds.
  private let known = Mutex<Int64?>(nil)

  /// Throws ``StoreError`` where a newer program has changed the form since.
  func require(_ db: Database, _ path: String) throws {
    let now = try Int64.fetchOne(try db.cachedStatement(sql: "PRAGMA schema_version"))
    guard known.withLock({ $0 }) != now else { return }
    guard try !Schema.migrator.hasBeenSuperseded(db) else { throw StoreError.superseded(path) }
    known.withLock { $0 = now }
  }
}
