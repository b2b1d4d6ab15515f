import Casework
import Terminal

/// All commands by name, or those that can be done with one kind of subject.
public struct Palette: Sendable {
  var input = TextField()
  var selection = 0
  /// Only what can be done with that kind; nil: everything.
  var kind: SubjectKind?
}

/// The commands and keys of a place.
public struct HelpOverlay: Sendable {
  let contexts: [CommandContext]
  var scroll = 0
}
