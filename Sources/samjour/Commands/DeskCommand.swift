import ArgumentParser
import Casework

/// `samjour [desk]`.
struct DeskCommand: ParsableCommand {
  static let configuration = {
    var configuration = CommandConfiguration(
      commandName: "desk",
      abstract: Phrase(sv: "Öppnar bordet.", en: "Opens the desk.").local)
    // Parsed by itself, it is not looked through twice for a request of completions, which are the
    // whole program's: that costs a tenth of the start.
    configuration._superCommandName = Samjour._commandName
    return configuration
  }()

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
