import ArgumentParser
import Casework
import Desk
import TextSafety

/// `samjour check-config`.
struct CheckConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config",
    abstract: Phrase(
      sv: "Prövar keymap.yaml, screens/*.yaml och reference/*.yaml och visar alla fel.",
      en: "Checks keymap.yaml, screens/*.yaml and reference/*.yaml and shows every fault."
    ).local)

  @OptionGroup var languageOption: LanguageOption

  @Argument(
    help: .init(
      sv: "Kataloger; annars /etc/samjour och $XDG_CONFIG_HOME/samjour.",
      en: "Directories; default /etc/samjour and $XDG_CONFIG_HOME/samjour."))
  var directory: [String] = []

  func run() throws {
    let language = languageOption.language
    let directories = directory.isEmpty ? ConfigDirectories.all : directory
    let diagnostics =
      Configuration.load(directories: directories).diagnostics
      + HandbookLoader.load(directories: directories).diagnostics
    Output.lines { output in
      for diagnostic in diagnostics { output.line(SafeText(diagnostic.text(language))) }
      guard diagnostics.isEmpty else { return }
      let names = directories.joined(separator: ", ")
      output.line(
        SafeText(
          Phrase(sv: "Inga fel i \(names).", en: "No faults in \(names).")[language]))
    }
    if !diagnostics.isEmpty { throw ExitCode(Exit.badData.rawValue) }
  }
}
