import ArgumentParser
import Casework
import Desk
import Terminal
import TextSafety

/// `samjour keys`: the key reference, made from the commands and the keymap in use.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: Phrase(
      sv: "Visar alla kommandon och deras tangenter.", en: "Shows all commands and their keys."
    ).local)

  @OptionGroup var languageOption: LanguageOption
  @OptionGroup var format: FormatOption

  private struct Line: Encodable {
    let context: String
    let command: String
    let keys: [String]
    let title: String
    let help: String
  }

  func run() throws {
    let language = languageOption.language
    let keymap = Configuration.load(directories: ConfigDirectories.all).keymap
    try Output.lines { output in
      for context in CommandContext.allCases {
        var table = TextTable([], language)
        var isEmpty = true
        for command in CommandRegistry.all {
          let keys = keymap.keys(for: command.id, in: context).map(notation)
          guard !keys.isEmpty else { continue }
          if format.json {
            try output.json(
              Line(
                context: context.rawValue, command: command.id.rawValue, keys: keys,
                title: command.title[language], help: command.help[language]))
            continue
          }
          if isEmpty { output.line(SafeText(heading(context, language))) }
          isEmpty = false
          table.add([
            SafeText("  " + keys.joined(separator: "  ")), SafeText(command.title[language]),
            SafeText(command.id.rawValue), SafeText(command.help[language]),
          ])
        }
        table.write(to: &output)
        if !isEmpty { output.line("") }
      }
    }
  }

  private func heading(_ context: CommandContext, _ language: Casework.Language) -> String {
    let title = context.title[language]
    return title.prefix(1).uppercased() + title.dropFirst() + " (\(context.rawValue))"
  }

  private func notation(_ keys: [KeyStroke]) -> String {
    keys.map(\.description).joined(separator: " ")
  }
}
