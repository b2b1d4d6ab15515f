import Casework
import Terminal

/// All commands by name, with their keys; a disabled one says why.
public struct Palette: Sendable {
  var input = TextField()
  var selection = 0
}

/// The commands and keys of a place.
public struct HelpOverlay: Sendable {
  let contexts: [CommandContext]
  var scroll = 0
}
