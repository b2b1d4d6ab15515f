import Terminal

extension Role {
  /// One letter for each role: upper case for what must be seen.
  fileprivate var letter: Character {
    switch self {
    case .text: "."
    case .dim: "d"
    case .title: "t"
    case .border: "b"
    case .focusBorder: "B"
    case .selection: "S"
    case .selectionDim: "s"
    case .acute: "A"
    case .acuteGlow: "G"
    case .warning: "W"
    case .good: "g"
    case .unitOutreach: "u"
    case .unitEmergency: "e"
    case .header: "h"
    case .footer: "f"
    case .key: "k"
    case .field: "i"
    case .fieldFocus: "I"
    case .error: "E"
    case .badge: "n"
    case .highlight: "m"
    }
  }
}

extension Style {
  fileprivate var letters: String {
    String(role.letter) + (bold ? "*" : "") + (underline ? "_" : "") + (reverse ? "~" : "")
  }
}

extension Theme.Attributes {
  /// "252/234*": colours of the palette, then * bold, - dim, _ underlined, ~ reversed; "0" is plain.
  fileprivate var code: String {
    let colors = foreground.map { "\($0)/\(background ?? 0)" } ?? ""
    let marks = [(bold, "*"), (dim, "-"), (underline, "_"), (reverse, "~")]
    let code = colors + marks.filter(\.0).map(\.1).joined()
    return code.isEmpty ? "0" : code
  }
}

extension Frame {
  /// The roles of each row in runs, "12B 3S": twelve of the focused border, three selected; * is bold,
  /// _ underlined, ~ reversed.
  var roles: String {
    (0..<size.rows).map { row in
      var runs: [(name: String, length: Int)] = []
      for cell in cells(ofRow: row) {
        if let last = runs.last, last.name == cell.style.letters {
          runs[runs.count - 1].length += 1
        } else {
          runs.append((cell.style.letters, 1))
        }
      }
      return runs.map { "\($0.length)\($0.name)" }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// What every style of the frame becomes in a theme: "S=231/24".
  func looks(_ theme: Theme) -> [String] {
    Set((0..<size.rows).flatMap { cells(ofRow: $0).map(\.style) }).map { style in
      "\(style.letters)=\(theme.attributes(style, colors: 256).code)"
    }
  }

  func cells(ofRow row: Int) -> [Cell] { (0..<size.columns).map { self[$0, row] } }
}
