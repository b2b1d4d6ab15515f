import Dispatch
import GRDB
import Synchronization

/// The connections that read one store, each used by one thread at a time: a slow search or count
/// holds up no list. They are opened as they are needed, and the one used last is taken first, so that
/// the same few statements and pages stay at hand.
final class Readers: Sendable {
  private let free: Mutex<[DatabaseQueue]>
  private let places: DispatchSemaphore

  /// With these open already, and never more than `capacity`, which is no less.
  init(_ opened: [DatabaseQueue], capacity: Int) {
    free = Mutex(opened)
    places = DispatchSemaphore(value: capacity)
  }

  /// Runs `body` with a connection that nobody else uses meanwhile, in the thread that calls; waits
  /// where all are taken. `open` makes one where there is none. Throws what either throws.
  func withOne<Value>(
    opening open: () throws -> DatabaseQueue, _ body: (DatabaseQueue) throws -> Value
  ) throws -> Value {
    places.wait()
    defer { places.signal() }
    let connection = try free.withLock { $0.popLast() } ?? open()
    defer { free.withLock { $0.append(connection) } }
    return try body(connection)
  }
}
