import ArgumentParser
import Casework
import Desk
import TextSafety

/// `samjour keys`: the key reference, made from the commands and the keymap in use.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: Phrase(
      sv: "Visar alla kommandon och deras tangenter.", en: "Shows all commands and their keys."
    ).local)

  /// How the reference is written.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, man, json
  }

  @OptionGroup var languageOption: LanguageOption
  @OptionGroup var keymapOption: KeymapOption

  @Option(
    name: .long,
    help: .init(sv: "text, markdown, man eller json.", en: "text, markdown, man or json."))
  var format = Form.text

  @Flag(name: .long, help: .init(sv: "Samma som --format json.", en: "The same as --format json."))
  var json = false

  private struct Line: Encodable {
    let context: String?
    let command: String
    let keys: [String]
    let title: String
    let help: String
  }

  func run() throws {
    let language = languageOption.language
    try Words.orExit(language) {
      let reference = KeyReference(try keymapOption.configuration().keymap)
      try Output.lines { output in
        switch json ? .json : format {
        case .text: text(reference, language, to: &output)
        case .markdown: write(reference.markdown(language), to: &output)
        case .man: write(reference.manual(language), to: &output)
        case .json: try lines(reference, language, to: &output)
        }
      }
    }
  }

  private func text(
    _ reference: KeyReference, _ language: Casework.Language, to output: inout LineBuffer
  ) {
    for section in reference.sections {
      var table = TextTable([], language)
      output.line(SafeText(section.title[language]))
      for line in section.lines {
        table.add([
          SafeText("  " + line.notations.joined(separator: ", ")),
          SafeText(line.command.title[language]), SafeText(line.command.id.rawValue),
          SafeText(line.command.help[language]),
        ])
      }
      table.write(to: &output)
      output.line("")
    }
  }

  private func write(_ document: String, to output: inout LineBuffer) {
    for line in document.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      output.line(SafeText(String(line)))
    }
  }

  private func lines(
    _ reference: KeyReference, _ language: Casework.Language, to output: inout LineBuffer
  ) throws {
    for section in reference.sections {
      for line in section.lines {
        try output.json(
          Line(
            context: section.context?.rawValue, command: line.command.id.rawValue,
            keys: line.keys.map { $0.map(\.description).joined(separator: " ") },
            title: line.command.title[language], help: line.command.help[language]))
      }
    }
  }
}
