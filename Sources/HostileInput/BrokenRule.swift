/// What an input did that no input may do, in words for the one who has to repair it.
public struct BrokenRule: Error, CustomStringConvertible, Sendable {
  /// The rule, and what was seen instead.
  public let description: String

  /// Takes the words as they are.
  init(_ description: String) {
    self.description = description
  }
}

/// Throws ``BrokenRule`` where something does not hold.
func expect(_ holds: Bool, _ rule: @autoclosure () -> String) throws {
  if !holds { throw BrokenRule(rule()) }
}
