import ArgumentParser
import Foundation

/// The program: without a subcommand it opens the desk.
@main
struct Samjour: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samjour",
    abstract: "Jourbord för Ungdomsjouren och Socialjouren. / Duty desk for two units.",
    version: "0.1.0",
    subcommands: [
      DeskCommand.self, DemoCommand.self, InitCommand.self, IntakeCommand.self,
      RecordCommand.self, ActionsCommand.self, ListCommand.self, ShowCommand.self,
      SearchCommand.self, JournalCommand.self, BackupCommand.self, RebuildCommand.self,
      CheckConfigCommand.self, HelpKeysCommand.self, DemoFeedCommand.self,
    ],
    defaultSubcommand: DeskCommand.self)

  static func main() {
    umask(0o007)
    signal(SIGPIPE, SIG_IGN)
    main(nil)
  }
}
