import Terminal

extension KeyStroke {
  /// The key as a person reads it on a keyboard, for hints and help: "Ctrl-S", "Enter", "g".
  var label: String {
    let name: String =
      switch key {
      case .character(" "): "Space"
      case .character(let character): String(character)
      case .enter: "Enter"
      case .escape: "Esc"
      case .tab: "Tab"
      case .backTab: "Shift-Tab"
      case .backspace: "Backspace"
      case .delete: "Del"
      case .insert: "Ins"
      case .up: "↑"
      case .down: "↓"
      case .left: "←"
      case .right: "→"
      case .home: "Home"
      case .end: "End"
      case .pageUp: "PgUp"
      case .pageDown: "PgDn"
      case .function(let number): "F\(number)"
      }
    let plain = control && name.count == 1 ? name.uppercased() : name
    return (control ? "Ctrl-" : "") + (meta ? "Alt-" : "")
      + (shift && key != .backTab ? "Shift-" : "") + plain
  }
}
