import Casework

/// Something an officer records in the demonstration.
public struct DemoEvent: Hashable, Sendable {
  /// When.
  public let at: Instant
  /// Who.
  public let login: String
  /// What, without the references that are known only when the tips are recorded;
  /// see ``action(references:)``.
  public let action: Action
  /// The tip it makes or acts on, counted from 0 in order of receipt; nil for officers.
  public let tip: Int?
  /// The tip that this one is a duplicate of, counted in the same way.
  public let duplicateOf: Int?

  init(
    at: Instant, login: String, action: Action, tip: Int? = nil, duplicateOf: Int? = nil
  ) {
    self.at = at
    self.login = login
    self.action = action
    self.tip = tip
    self.duplicateOf = duplicateOf
  }

  /// Whether it makes a new tip, whose reference then is the next of `references`.
  public var receivesTip: Bool { action.id == "tip.receive" }

  /// How many facts it becomes: calling a tip a duplicate happens to both tips.
  public var facts: Int { ["tip.duplicate", "tip.notDuplicate"].contains(action.id) ? 2 : 1 }

  /// The action with its references filled in from those of the tips received so far, in order.
  /// Nil where a tip it needs has not been received.
  public func action(references: [Reference]) -> Action? {
    var action = action
    if let tip, !receivesTip {
      guard references.indices.contains(tip) else { return nil }
      action.subject = references[tip]
    }
    if let duplicateOf {
      guard references.indices.contains(duplicateOf) else { return nil }
      action.fields["of"] = .text(references[duplicateOf].description)
    }
    return action
  }
}
