import Casework
import TextSafety

/// A handover as plain text.
enum HandoverText {
  static func write(_ document: HandoverDocument, to output: inout LineBuffer) {
    for block in document.blocks {
      switch block {
      case .title(let text): output.line(text)
      case .heading(let text):
        output.line("")
        output.line(SafeText(text.string.uppercased()))
      case .line(let text): output.line("  " + text)
      case .step(let text, let isSettled): output.line((isSettled ? "  [x] " : "  [ ] ") + text)
      case .note(let text): output.line("  – " + text + " –")
      }
    }
  }
}

/// A handover as Markdown (CommonMark), in which nothing that anybody wrote is markup.
enum HandoverMarkdown {
  static func write(_ document: HandoverDocument, to output: inout LineBuffer) {
    for block in document.blocks {
      switch block {
      case .title(let text): output.line("# " + escaped(text))
      case .heading(let text):
        output.line("")
        output.line("## " + escaped(text))
        output.line("")
      case .line(let text): output.line(escaped(text) + "\\")
      case .step(let text, let isSettled):
        output.line((isSettled ? "- [x] " : "- [ ] ") + escaped(text))
      case .note(let text):
        output.line("")
        output.line("*" + escaped(text) + "*")
      }
    }
  }

  /// Every character that begins markup, an address or an entity is escaped; what stands first in a
  /// line is no indentation.
  static func escaped(_ text: SafeText) -> SafeText {
    var escaped = ""
    for character in text.string.drop(while: \.isWhitespace) {
      if special.contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return SafeText(escaped)
  }

  /// ASCII punctuation that CommonMark or its tables, addresses and footnotes give a meaning.
  private static let special: Set<Character> = Set("\\`*_{}[]()<>#+-.!|~&:@$^=\"'/")
}
