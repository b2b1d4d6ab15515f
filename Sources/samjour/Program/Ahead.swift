import Foundation
import Synchronization

/// A value that is made on another thread while this one does something else.
final class Ahead<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let done = DispatchSemaphore(value: 0)
  private let make: @Sendable () -> Value

  /// Begins to make it.
  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let value = make()
      made.withLock { $0 = value }
      done.signal()
    }
  }

  /// The value, once it is made. Any thread.
  func value() -> Value {
    done.wait()
    defer { done.signal() }
    return made.withLock(\.self) ?? make()
  }
}
