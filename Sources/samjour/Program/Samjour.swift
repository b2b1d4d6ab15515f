import ArgumentParser
import Casework
import Foundation

/// The program: without a subcommand it opens the desk.
@main
struct Samjour: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samjour",
    abstract: Phrase(
      sv: "Jourbord för Ungdomsjouren och Socialjouren.",
      en: "Duty desk for the outreach unit and the social emergency unit."
    ).local,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: Phrase(sv: "Bordet", en: "The desk").local,
        subcommands: [DeskCommand.self, DemoCommand.self, KeysCommand.self]),
      CommandGroup(
        name: Phrase(sv: "Ärenden", en: "Subjects").local,
        subcommands: [
          IntakeCommand.self, RecordCommand.self, ActionsCommand.self, ListCommand.self,
          ShowCommand.self, SearchCommand.self,
        ]),
      CommandGroup(
        name: Phrase(sv: "Lagret", en: "The store").local,
        subcommands: [
          InitCommand.self, JournalCommand.self, BackupCommand.self, RebuildCommand.self,
          CheckConfigCommand.self,
        ]),
    ],
    defaultSubcommand: DeskCommand.self)

  static func main() {
    // Files of the store are shared by a group and nobody else.
    umask(0o007)
    signal(SIGPIPE, SIG_IGN)
    main(nil)
  }
}
