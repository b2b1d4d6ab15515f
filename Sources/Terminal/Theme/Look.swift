/// How the roles look in the themes: colours of the 256-colour palette, and of the eight.
struct Look {
  let foreground: Int
  let background: Int
  let fewForeground: Int
  let fewBackground: Int
  let bold: Bool
  let underline: Bool

  init(
    _ foreground: Int, on background: Int, few fewForeground: Int, onFew fewBackground: Int,
    bold: Bool = false, underline: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.fewForeground = fewForeground
    self.fewBackground = fewBackground
    self.bold = bold
    self.underline = underline
  }

  /// Light text on nearly black.
  static func dark(_ role: Role) -> Look {
    switch role {
    case .text: Look(252, on: 234, few: 7, onFew: 0)
    case .dim: Look(246, on: 234, few: 7, onFew: 0)
    case .title: Look(255, on: 234, few: 7, onFew: 0, bold: true)
    case .border: Look(243, on: 234, few: 7, onFew: 0)
    case .focusBorder: Look(81, on: 234, few: 6, onFew: 0, bold: true)
    case .selection: Look(231, on: 24, few: 7, onFew: 4)
    case .selectionDim: Look(252, on: 238, few: 0, onFew: 6)
    case .acute: Look(231, on: 124, few: 7, onFew: 1, bold: true)
    case .acuteGlow: Look(16, on: 214, few: 0, onFew: 3, bold: true)
    case .warning: Look(221, on: 234, few: 3, onFew: 0, bold: true)
    case .good: Look(114, on: 234, few: 2, onFew: 0)
    case .unitOutreach: Look(116, on: 234, few: 6, onFew: 0)
    case .unitEmergency: Look(183, on: 234, few: 5, onFew: 0)
    case .header: Look(254, on: 237, few: 0, onFew: 7)
    case .footer: Look(250, on: 234, few: 7, onFew: 0)
    case .key: Look(223, on: 234, few: 3, onFew: 0, bold: true)
    case .field: Look(252, on: 237, few: 7, onFew: 0, underline: true)
    case .fieldFocus: Look(231, on: 60, few: 7, onFew: 4)
    case .error: Look(210, on: 234, few: 1, onFew: 0, bold: true)
    case .badge: Look(16, on: 180, few: 0, onFew: 3)
    case .highlight: Look(16, on: 186, few: 0, onFew: 2)
    }
  }

  /// Dark text on nearly white.
  static func light(_ role: Role) -> Look {
    switch role {
    case .text: Look(235, on: 255, few: 0, onFew: 7)
    case .dim: Look(240, on: 255, few: 0, onFew: 7)
    case .title: Look(232, on: 255, few: 0, onFew: 7, bold: true)
    case .border: Look(243, on: 255, few: 0, onFew: 7)
    case .focusBorder: Look(25, on: 255, few: 4, onFew: 7, bold: true)
    case .selection: Look(231, on: 25, few: 7, onFew: 4)
    case .selectionDim: Look(235, on: 252, few: 0, onFew: 6)
    case .acute: Look(231, on: 124, few: 7, onFew: 1, bold: true)
    case .acuteGlow: Look(16, on: 214, few: 0, onFew: 3, bold: true)
    case .warning: Look(94, on: 255, few: 5, onFew: 7, bold: true)
    case .good: Look(22, on: 255, few: 0, onFew: 7)
    case .unitOutreach: Look(24, on: 255, few: 4, onFew: 7)
    case .unitEmergency: Look(54, on: 255, few: 5, onFew: 7, bold: true)
    case .header: Look(231, on: 238, few: 7, onFew: 0)
    case .footer: Look(236, on: 255, few: 0, onFew: 7)
    case .key: Look(18, on: 255, few: 4, onFew: 7, bold: true)
    case .field: Look(235, on: 252, few: 0, onFew: 7, underline: true)
    case .fieldFocus: Look(16, on: 159, few: 7, onFew: 4)
    case .error: Look(124, on: 255, few: 1, onFew: 7, bold: true)
    case .badge: Look(231, on: 90, few: 7, onFew: 5, bold: true)
    case .highlight: Look(16, on: 222, few: 0, onFew: 3)
    }
  }

  /// The strongest colours on black.
  static func highContrast(_ role: Role) -> Look {
    switch role {
    case .text: Look(231, on: 16, few: 7, onFew: 0, bold: true)
    case .dim: Look(252, on: 16, few: 7, onFew: 0)
    case .title: Look(226, on: 16, few: 3, onFew: 0, bold: true)
    case .border: Look(250, on: 16, few: 7, onFew: 0)
    case .focusBorder: Look(226, on: 16, few: 3, onFew: 0, bold: true)
    case .selection: Look(16, on: 226, few: 0, onFew: 3)
    case .selectionDim: Look(16, on: 250, few: 0, onFew: 7)
    case .acute: Look(231, on: 88, few: 7, onFew: 1, bold: true, underline: true)
    case .acuteGlow: Look(16, on: 214, few: 0, onFew: 3, bold: true, underline: true)
    case .warning: Look(226, on: 16, few: 3, onFew: 0, bold: true)
    case .good: Look(120, on: 16, few: 2, onFew: 0, bold: true)
    case .unitOutreach: Look(123, on: 16, few: 6, onFew: 0, bold: true)
    case .unitEmergency: Look(219, on: 16, few: 5, onFew: 0, bold: true)
    case .header: Look(16, on: 231, few: 0, onFew: 7)
    case .footer: Look(231, on: 16, few: 7, onFew: 0, bold: true)
    case .key: Look(226, on: 16, few: 3, onFew: 0, bold: true)
    case .field: Look(231, on: 16, few: 7, onFew: 0, underline: true)
    case .fieldFocus: Look(16, on: 231, few: 0, onFew: 7)
    case .error: Look(210, on: 16, few: 7, onFew: 1, bold: true)
    case .badge: Look(16, on: 123, few: 0, onFew: 6)
    case .highlight: Look(16, on: 120, few: 0, onFew: 2)
    }
  }
}
