import Casework
import Terminal

/// What an officer chooses beside keys and screens: `config.yaml`.
public struct Settings: Hashable, Sendable {
  /// The keymap that the officer's own keys are laid over, one of ``KeymapLoader/names``.
  public var keymap = "default"
  /// When the bell is silent; nil: never.
  public var quietHours: QuietHours?
  /// How the terminal is asked to show a notice of an acute tip; nil: it is not.
  public var acuteNotice: NoticeSequence?

  /// How long the house waits where no law says it; the site's alone to say.
  public var routines = Routines()

  /// What stands where no file says anything.
  public init() {}
}
