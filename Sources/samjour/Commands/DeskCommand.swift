import ArgumentParser
import Casework

/// `samjour [desk]`.
struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: Phrase(sv: "Öppnar bordet.", en: "Opens the desk.").local)

  @OptionGroup var common: CommonOptions
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let configuration = try Words.orExit(common.language) {
      try desk.checkTerminal()
      return try desk.keymapOption.configurationAhead()
    }
    try common.run { try desk.open($0, configuration) }
  }
}
