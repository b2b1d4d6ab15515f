import Casework
import Terminal
import TextSafety

/// All commands and the keys that run them, place by place: what `samjour keys` prints and the
/// manual page has.
public struct KeyReference: Sendable {
  /// A command in a place.
  public struct Line: Sendable {
    /// The command.
    public let command: Command
    /// Its keys there, the first the one that hints show. None: it is run by name.
    public let keys: [[KeyStroke]]

    /// The keys as keymap files have them: "g t", "C-s".
    public var notations: [String] { keys.map(\.notation) }
  }

  /// The commands with keys in a place; without a place those that have no key anywhere.
  public struct Section: Sendable {
    /// Where the keys are heard.
    public let context: CommandContext?
    /// The commands, by group.
    public let lines: [Line]

    /// The keys that list what can be done with a subject.
    let actionKeys: String

    /// What it is called: "Lista (list)".
    public var title: Phrase {
      guard let context else {
        return Phrase(
          sv: "Utan egen tangent: med \(actionKeys) på ärendet, eller vid namn",
          en: "Without a key of their own: with \(actionKeys) on the subject, or by name")
      }
      let title = context.title.capitalized
      return Phrase(
        sv: "\(title.sv) (\(context.rawValue))", en: "\(title.en) (\(context.rawValue))")
    }
  }

  /// The places, those without commands left out.
  public let sections: [Section]

  /// The reference of a keymap.
  public init(_ keymap: Keymap) {
    func section(_ context: CommandContext?, _ lines: [Line]) -> Section {
      let keys = keymap.keys(for: "view.actions", in: .list).first
      return Section(context: context, lines: lines, actionKeys: keys?.notation ?? "")
    }
    let bound = CommandContext.allCases.map { context in
      section(
        context,
        CommandRegistry.all.compactMap { command in
          let keys = keymap.keys(for: command.id, in: context)
          return keys.isEmpty ? nil : Line(command: command, keys: keys)
        })
    }
    let named = CommandRegistry.all.filter { keymap.keys(for: $0.id, in: nil).isEmpty }
    sections =
      (bound + [section(nil, named.map { Line(command: $0, keys: []) })])
      .filter { !$0.lines.isEmpty }
  }

  /// The reference as a Markdown document.
  public func markdown(_ language: Language) -> String {
    let heading = Phrase(
      sv: "| Tangent | Kommando | Namn | Vad det gör |",
      en: "| Key | Command | Name | What it does |")
    return sections.map { section in
      let rows = section.lines.map { line in
        let keys = line.notations.map { "`\($0 == "|" ? "\\|" : $0)`" }.joined(separator: " ")
        let command = line.command
        return
          "| \(keys) | \(command.title[language]) | `\(command.id)` | \(command.help[language]) |"
      }
      return (["## \(section.title[language])", "", heading[language], "|---|---|---|---|"] + rows)
        .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// The reference as a section of the manual page (mdoc).
  public func manual(_ language: Language) -> String {
    var lines = [".Sh \(Phrase(sv: "TANGENTER", en: "KEYS")[language])"]
    for section in sections {
      lines += [".Ss \(Self.inert(section.title[language]))", ".Bl -tag -width Ds -compact"]
      for line in section.lines {
        let keys = line.notations.map { "Ic \(Self.inert($0))" }.joined(separator: " , ")
        let name = Self.inert(line.command.id.rawValue)
        lines += [keys.isEmpty ? ".It Cm \(name)" : ".It \(keys)"]
        lines += [Self.inert(line.command.help[language])]
        if !keys.isEmpty { lines += [".Pq Cm \(name)"] }
      }
      lines += [".El"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text in which the formatter finds no request, escape or punctuation of its own.
  private static func inert(_ text: String) -> String {
    let words = text.split(separator: " ").map { word in
      let escaped = word.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        .replacing("\"", with: "\\(dq").replacing("'", with: "\\(aq")
      let isPunctuation = word.allSatisfy { $0.isPunctuation || $0.isSymbol }
      return (isPunctuation ? "\\&" : "") + escaped
    }
    let line = words.joined(separator: " ")
    return line.hasPrefix(".") ? "\\&" + line : line
  }
}
