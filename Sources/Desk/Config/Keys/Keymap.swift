import Casework
import Terminal

/// Which keys run which commands, by context.
public struct Keymap: Sendable {
  /// What some keys mean so far.
  public enum Lookup: Sendable {
    /// They run a command.
    case command(CommandID)
    /// They begin longer sequences: the keys that may follow, and what they lead to.
    case pending([(key: KeyStroke, title: Phrase)])
    /// Nothing.
    case none
  }

  struct Binding: Hashable, Sendable {
    let keys: [KeyStroke]
    let command: CommandID
  }

  private var bindings: [CommandContext: [Binding]] = [:]

  /// A keymap without keys.
  init() {}

  /// What the keys mean where they are heard, the nearest context first.
  ///
  /// A key that a text field has a use for is heard only by the first of the contexts where that is
  /// one that takes typing.
  public func lookup(_ keys: [KeyStroke], in contexts: [CommandContext]) -> Lookup {
    guard let first = keys.first, let place = contexts.first else { return .none }
    var next: [(key: KeyStroke, title: Phrase)] = []
    for context in contexts {
      if context != place, place.takesTyping, first.belongsToText { continue }
      for binding in bindings[context, default: []] where binding.keys.starts(with: keys) {
        guard binding.keys.count > keys.count else {
          // A longer sequence of a nearer context goes before.
          if next.isEmpty { return .command(binding.command) }
          continue
        }
        let key = binding.keys[keys.count]
        guard !next.contains(where: { $0.key == key }) else { continue }
        next.append((key, title(of: binding, after: keys.count + 1)))
      }
    }
    return next.isEmpty ? .none : .pending(next)
  }

  private func title(of binding: Binding, after count: Int) -> Phrase {
    guard binding.keys.count == count else { return Phrase(same: "…") }
    return CommandRegistry.command(binding.command)?.title
      ?? Phrase(same: binding.command.rawValue)
  }

  /// The keys of a command that are bound in a context, the first the one to show; nil: in any.
  public func keys(for command: CommandID, in context: CommandContext?) -> [[KeyStroke]] {
    if let context {
      return bindings[context, default: []].filter { $0.command == command }.map(\.keys)
    }
    var all: [[KeyStroke]] = []
    for context in CommandContext.allCases {
      for keys in keys(for: command, in: context) where !all.contains(keys) { all.append(keys) }
    }
    return all
  }

  /// The keys that run a command in a place, as ``CommandContext/chain`` gives it: those of wider
  /// contexts too, without those that mean something else there.
  public func keys(for command: CommandID, heardIn contexts: [CommandContext]) -> [[KeyStroke]] {
    var heard: [[KeyStroke]] = []
    for keys in allHeard(for: command, in: contexts) where !heard.contains(keys) {
      heard.append(keys)
    }
    return heard
  }

  /// The keys to show for a command in a place: the first of those that run it there.
  public func firstKeys(for command: CommandID, heardIn contexts: [CommandContext]) -> [KeyStroke]?
  {
    allHeard(for: command, in: contexts).first { _ in true }
  }

  private func allHeard(
    for command: CommandID, in contexts: [CommandContext]
  ) -> some Sequence<[KeyStroke]> {
    contexts.lazy.flatMap { bindings[$0, default: []] }
      .filter { binding in
        guard binding.command == command else { return false }
        if case .command(command) = lookup(binding.keys, in: contexts) { return true }
        return false
      }.map(\.keys)
  }

  // MARK: Changing

  /// Takes all keys of a command in a context away.
  mutating func unbind(_ command: CommandID, in context: CommandContext) {
    bindings[context]?.removeAll { $0.command == command }
  }

  /// Gives a command a key, taking it from whatever it clashes with in the context.
  mutating func bind(_ keys: [KeyStroke], to command: CommandID, in context: CommandContext) {
    bindings[context, default: []].removeAll { $0.keys.clashes(with: keys) }
    bindings[context, default: []].append(Binding(keys: keys, command: command))
  }
}

extension [KeyStroke] {
  /// Whether both can't be bound in one context: they are the same, or one begins the other.
  func clashes(with other: [KeyStroke]) -> Bool {
    starts(with: other) || other.starts(with: self)
  }

  /// The keys as a keymap file has them.
  var notation: String { map(KeyName.written).joined(separator: " ") }
}

extension KeyStroke {
  /// Whether a text field has a use for the key: it writes, moves the cursor or deletes.
  var belongsToText: Bool {
    if typed != nil { return true }
    guard !control, !meta, !shift else { return false }
    switch key {
    case .enter, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown:
      return true
    default:
      return false
    }
  }
}
