/// What a piece of text is for; a theme decides how that looks.
public enum Role: String, CaseIterable, Sendable {
  /// Ordinary text.
  case text
  /// Text of less weight.
  case dim
  /// A heading.
  case title
  /// The border of a pane.
  case border
  /// The border of the pane that takes keys.
  case focusBorder
  /// The selected row of the pane that takes keys.
  case selection
  /// The selected row of another pane.
  case selectionDim
  /// Acute: must be acted on now.
  case acute
  /// Acute and not yet seen.
  case acuteGlow
  /// Soon too late.
  case warning
  /// As it should be.
  case good
  /// The unit Ungdomsjouren.
  case unitOutreach
  /// The unit Socialjouren.
  case unitEmergency
  /// The line at the top of the screen.
  case header
  /// The line at the bottom of the screen.
  case footer
  /// The name of a key.
  case key
  /// A field of a form.
  case field
  /// The field that takes keys.
  case fieldFocus
  /// What is wrong, in words.
  case error
  /// A small count or mark.
  case badge
  /// The part of a text that matched a search.
  case highlight
}

/// A role and its emphasis.
public struct Style: Hashable, Sendable {
  /// What the text is for.
  public var role: Role
  /// Bold.
  public var bold: Bool
  /// Underlined.
  public var underline: Bool
  /// Colours exchanged.
  public var reverse: Bool

  /// A style.
  public init(
    _ role: Role, bold: Bool = false, underline: Bool = false, reverse: Bool = false
  ) {
    self.role = role
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
  }
}

/// One place of a frame.
public struct Cell: Hashable, Sendable {
  /// The character. A blank in the right half of a wide one.
  public var grapheme: Grapheme
  /// Columns: 1, 2, or 0 for the right half of a wide character.
  public var width: UInt8
  /// How it looks.
  public var style: Style

  /// A cell.
  public init(_ grapheme: Grapheme, width: UInt8, style: Style) {
    self.grapheme = grapheme
    self.width = width
    self.style = style
  }

  /// An empty cell.
  public static func blank(_ style: Style = Style(.text)) -> Cell {
    Cell(.blank, width: 1, style: style)
  }

  /// The character as text.
  public var text: Character { grapheme.character }
  /// Whether it shows nothing but its paper.
  public var isBlank: Bool { grapheme == .blank }
}
