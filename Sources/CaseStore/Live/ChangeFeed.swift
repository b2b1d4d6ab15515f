import Casework
import Foundation
import GRDB

/// Tells when some process has committed to the store: inotify on the doorbell, and
/// `PRAGMA data_version` on a connection of its own as the net under it. For one thread.
public final class ChangeFeed: @unchecked Sendable {
  /// Readable when the doorbell has rung. Poll it.
  public let descriptor: Int32
  private let connection: DatabaseQueue
  private let path: String
  private var version: Int64 = -1

  /// Follows the store from now on. Throws ``StoreError``.
  public init(_ store: CaseStore) throws {
    path = store.path
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else {
      throw StoreError(
        .io,
        Phrase(
          sv: "Datorn kan inte bevaka fler filer (inotify).", en: "No inotify watch is left."))
    }
    connection = try StoreError.translate(store.path) {
      var configuration = CaseStore.configuration(busyTimeout: 1)
      configuration.readonly = true
      return try DatabaseQueue(path: store.path, configuration: configuration)
    }
    inotify_add_watch(
      descriptor, StoreFiles.doorbell(of: path), UInt32(IN_MODIFY) | UInt32(IN_ATTRIB))
    _ = try dataVersionChanged()
  }

  deinit {
    close(descriptor)
  }

  /// Takes what the doorbell has told; call it when ``descriptor`` is readable.
  public func drain() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while Foundation.read(descriptor, &buffer, buffer.count) > 0 {}
  }

  /// Whether any other connection has committed since the last call. Throws ``StoreError``.
  public func dataVersionChanged() throws -> Bool {
    let now = try StoreError.translate(path) {
      try connection.unsafeRead { db in
        try Int64.fetchOne(try db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
      }
    }
    defer { version = now }
    return now != version
  }
}
