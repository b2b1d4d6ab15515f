import Foundation
import Synchronization

/// A value that is made on another thread while this one does something else.
final class Ahead<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let making = DispatchGroup()
  private let make: @Sendable () -> Value

  /// Begins to make it.
  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    DispatchQueue.global(qos: .userInitiated).async(group: making) { [self] in
      let value = make()
      made.withLock { $0 = value }
    }
  }

  /// The value, once it is made. Any thread.
  func value() -> Value {
    making.wait()
    return made.withLock(\.self) ?? make()
  }
}
