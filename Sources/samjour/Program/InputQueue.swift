import Foundation

/// Elements from a thread that waits for a sender, for one that records them: all that has come is
/// taken at once, and an element half arrived holds nothing back.
///
/// Bounded: a sender that is faster than the store waits.
final class InputQueue<Element: Sendable>: @unchecked Sendable {
  // @unchecked because everything below is only touched while the condition's lock is held.
  private let condition = NSCondition()
  private var waiting: [Element] = []
  private var bytes = 0
  private var end: Result<Void, any Error>?

  private static var mostElements: Int { 500 }
  private static var mostBytes: Int { 16 << 20 }

  /// Starts a thread that runs `produce`, which hands each element on with its size in bytes.
  init(_ produce: @escaping @Sendable ((Element, Int) -> Void) throws -> Void) {
    let thread = Thread { [self] in
      let result = Result { try produce(put) }
      condition.withLock {
        end = result
        condition.broadcast()
      }
    }
    // Mail is parsed there, level by level.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// All that has come, waiting for one element at least; empty at the end. Throws what ended the
  /// input, after everything before it was given.
  func next() throws -> [Element] {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty && end == nil { condition.wait() }
    if waiting.isEmpty { try end?.get() }
    let taken = waiting
    waiting = []
    bytes = 0
    condition.broadcast()
    return taken
  }

  private func put(_ element: Element, size: Int) {
    condition.withLock {
      while waiting.count >= Self.mostElements || (bytes + size > Self.mostBytes && bytes > 0) {
        condition.wait()
      }
      waiting.append(element)
      bytes += size
      condition.broadcast()
    }
  }
}
