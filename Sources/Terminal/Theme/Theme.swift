/// How many colours a terminal has.
public enum ColorMode: Hashable, Sendable {
  /// None: bold, underline and reverse alone.
  case monochrome
  /// The eight (or sixteen) of old.
  case few
  /// The palette of 256.
  case many

  /// The mode of a terminal with so many colours.
  public init(colors: Int) {
    self = colors >= 256 ? .many : colors >= 8 ? .few : .monochrome
  }
}

extension ColorMode {
  /// A colour of the 256-colour palette as a terminal with so many colours is told of it: one of the
  /// palette, or, where a terminal has no palette but the eight, its red, green and blue (xterm-direct).
  public static func number(_ color: Int, colors: Int) -> Int {
    guard colors > 0xFFFF, color >= 16 else { return color }
    let parts: [Int]
    if color >= 232 {
      parts = Array(repeating: 8 + (color - 232) * 10, count: 3)
    } else {
      let steps = [0, 95, 135, 175, 215, 255]
      let cube = color - 16
      parts = [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
    }
    return parts[0] << 16 | parts[1] << 8 | parts[2]
  }
}

/// How roles look. Colour is never all: the caller says the same with a sign and a word.
public struct Theme: Sendable {
  /// What a terminal is told.
  public struct Attributes: Hashable, Sendable {
    /// A colour of the terminal's palette; nil is the terminal's own.
    public var foreground: Int?
    /// A colour of the terminal's palette; nil is the terminal's own.
    public var background: Int?
    /// Bold.
    public var bold = false
    /// Half as bright.
    public var dim = false
    /// Underlined.
    public var underline = false
    /// Colours exchanged.
    public var reverse = false
  }

  /// The name that settings use.
  public let name: String
  /// Whether there are colours at all.
  public var usesColor: Bool { look != nil }

  private let look: (@Sendable (Role) -> Look)?

  /// Light text on a dark screen.
  public static let dark = Theme(name: "dark", look: Look.dark)
  /// Dark text on a light screen.
  public static let light = Theme(name: "light", look: Look.light)
  /// The strongest contrast.
  public static let highContrast = Theme(name: "high-contrast", look: Look.highContrast)
  /// No colour at all; for `NO_COLOR` as well.
  public static let mono = Theme(name: "mono", look: nil)
  /// All themes.
  public static let all = [dark, light, highContrast, mono]

  /// The theme of that name.
  public static func named(_ name: String) -> Theme? {
    all.first { $0.name == name }
  }

  /// How a style looks in a terminal with so many colours.
  public func attributes(_ style: Style, colors: Int) -> Attributes {
    var attributes = Self.plain(style.role)
    if let look = look?(style.role), colors >= 8 {
      attributes = Attributes()
      let isRich = ColorMode(colors: colors) == .many
      attributes.foreground = isRich ? look.foreground : look.fewForeground
      attributes.background = isRich ? look.background : look.fewBackground
      attributes.bold = look.bold
      attributes.underline = look.underline
    }
    attributes.bold = attributes.bold || style.bold
    attributes.underline = attributes.underline || style.underline
    attributes.reverse = attributes.reverse != style.reverse
    return attributes
  }

  /// Roles without colour.
  private static func plain(_ role: Role) -> Attributes {
    switch role {
    case .text, .good, .unitOutreach, .footer: Attributes()
    case .dim, .border: Attributes(dim: true)
    case .title, .focusBorder, .key, .error: Attributes(bold: true)
    case .selection, .header, .fieldFocus, .badge: Attributes(reverse: true)
    case .selectionDim, .unitEmergency, .field: Attributes(underline: true)
    case .acute: Attributes(bold: true, reverse: true)
    case .acuteGlow: Attributes(bold: true, underline: true, reverse: true)
    case .warning, .highlight: Attributes(bold: true, underline: true)
    }
  }
}
