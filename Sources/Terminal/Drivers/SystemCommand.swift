import Foundation
import TextSafety

/// How a terminal is asked to show a notice on the desktop.
public enum NoticeSequence: Hashable, Sendable {
  /// `OSC 9 ; text`: iTerm2, WezTerm, kitty, ghostty, foot, Windows Terminal.
  case osc9
  /// `OSC 777 ; notify ; title ; text`: rxvt-unicode, VTE, foot, ghostty.
  case osc777
}

/// What is said to the system around a terminal (OSC), without the escapes at both ends.
enum SystemCommand {
  /// The longest notice, in characters.
  static let longestNotice = 200

  /// A notice on the desktop.
  static func notice(_ text: SafeText, _ sequence: NoticeSequence) -> String {
    let text = SafeText(text.string, limit: longestNotice).string
    switch sequence {
    case .osc9: return "9;" + text
    // A semicolon would begin another part.
    case .osc777: return "777;notify;Samjour;" + text.replacing(";", with: ",")
    }
  }

  /// Lines for the clipboard, as UTF-8 whatever the terminal's own encoding.
  static func clipboard(_ lines: [SafeText]) -> String {
    let text = lines.map(\.string).joined(separator: "\n")
    return "52;c;" + Data(text.utf8).base64EncodedString()
  }
}
