/// One key, with what was held down.
///
/// Written as in `"j"`, `"G"`, `"<C-s>"`, `"<M-x>"`, `"<Enter>"`, `"<S-Tab>"`, `"<lt>"`,
/// `"<U+0301>"` for a sign that would join the one beside it. The same key
/// always has the same form: shift on a letter is the capital letter, shift on Tab is
/// ``Key/backTab``, control takes the small letter.
public struct KeyStroke: Hashable, Sendable, CustomStringConvertible {
  /// A key of the keyboard.
  public enum Key: Hashable, Sendable {
    /// A key that writes a character.
    case character(Character)
    /// The key Enter.
    case enter
    /// The key Escape.
    case escape
    /// The key Tab.
    case tab
    /// The key Tab with shift.
    case backTab
    /// The key Backspace.
    case backspace
    /// The key Delete.
    case delete
    /// The key Insert.
    case insert
    /// The arrow up.
    case up
    /// The arrow down.
    case down
    /// The arrow left.
    case left
    /// The arrow right.
    case right
    /// The key Home.
    case home
    /// The key End.
    case end
    /// The key Page Up.
    case pageUp
    /// The key Page Down.
    case pageDown
    /// A function key, from 1.
    case function(Int)
  }

  /// The key.
  public let key: Key
  /// Control was held down.
  public let control: Bool
  /// Alt, which terminals call meta, was held down.
  public let meta: Bool
  /// Shift was held down and is not already part of the key.
  public let shift: Bool

  /// A key in its one form.
  public init(_ key: Key, control: Bool = false, meta: Bool = false, shift: Bool = false) {
    var key = key
    var shift = shift
    switch key {
    case .tab where shift:
      key = .backTab
      shift = false
    case .backTab:
      shift = false
    case .character(let character):
      if shift && !control {
        key = .character(Self.single(character.uppercased()) ?? character)
        shift = false
      } else if control {
        key = .character(Self.single(character.lowercased()) ?? character)
      }
    default:
      break
    }
    self.key = key
    self.control = control
    self.meta = meta
    self.shift = shift
  }

  /// A key from its notation; nil when it is not one. ``parse(_:)`` says why.
  public init?(_ notation: String) {
    guard let stroke = try? Self.parse(notation) else { return nil }
    self = stroke
  }

  /// The character that the key writes, when nothing but shift was held down.
  public var typed: Character? {
    guard !control, !meta, case .character(let character) = key else { return nil }
    return character
  }

  private static func single(_ text: String) -> Character? {
    text.count == 1 ? text.first : nil
  }
}
