import Casework
import Foundation
import GRDB

/// Tells when some process has committed to the store: inotify on the doorbell, and
/// `PRAGMA data_version` on a connection of its own as the net under it. For one thread.
public final class ChangeFeed: @unchecked Sendable {
  /// Readable when the doorbell has rung. Poll it; negative, which `poll` passes over, where the
  /// system has no watch left: then only ``dataVersionChanged()`` tells.
  public let descriptor: Int32
  private let connection: DatabaseQueue
  private let path: String
  private var version: Int64 = -1

  /// Follows the store from now on. Throws ``StoreError``.
  public init(_ store: CaseStore) throws {
    path = store.path
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    connection = try StoreError.translate(store.path) {
      var configuration = CaseStore.configuration(busyTimeout: 1)
      configuration.readonly = true
      return try DatabaseQueue(path: store.path, configuration: configuration)
    }
    watch()
    _ = try dataVersionChanged()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Watches the doorbell that stands there now: somebody may have taken the first away. One that is
  /// watched already stays so.
  public func watch() {
    guard descriptor >= 0 else { return }
    inotify_add_watch(
      descriptor, StoreFiles.doorbell(of: path), UInt32(IN_MODIFY) | UInt32(IN_ATTRIB))
  }

  /// Takes what the doorbell has told; call it when ``descriptor`` is readable.
  public func drain() {
    guard descriptor >= 0 else { return }
    let size = MemoryLayout<inotify_event>.size
    let isRungOnly = withUnsafeTemporaryAllocation(byteCount: 256 * size, alignment: 8) { buffer in
      // What does not fit makes the descriptor readable again.
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      return stride(from: 0, to: max(0, count), by: size).allSatisfy { offset in
        let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        return event.mask == UInt32(IN_MODIFY)
      }
    }
    // The bell itself may be another one now.
    if !isRungOnly { watch() }
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
