import ArgumentParser
import Casework
import Desk
import Foundation
import Terminal
import TextSafety

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
    subcommands: [
      DeskCommand.self, DemoCommand.self, IntakeCommand.self, RecordCommand.self,
      ActionsCommand.self, ListCommand.self, ShowCommand.self, HandoverCommand.self,
      SearchCommand.self,
      ClocksCommand.self, DeadlineCommand.self, ReportCommand.self, JournalCommand.self,
      ReferenceCommand.self, AgendaCommand.self,
      AccessLogCommand.self, RetentionCommand.self, RedactCommand.self,
      InitCommand.self,
      BackupCommand.self, RestoreCommand.self, DoctorCommand.self,
      RebuildCommand.self, CheckConfigCommand.self, KeysCommand.self, DemoFeedCommand.self,
    ],
    defaultSubcommand: DeskCommand.self)

  static func main() {
    ProcessPrivacy.begin()
    // Files of the store are shared by a group and nobody else.
    umask(0o007)
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow is an error to be told, as a full disk is, and not the end.
    signal(SIGXFSZ, SIG_IGN)
    Routines.adopt(SettingsLoader.routines(of: ConfigDirectories.site))
    // The desk opens often and at once: the options of all other commands are not looked at first.
    do {
      if let desk = soughtDesk {
        try desk.run()
      } else {
        var command = try parseAsRoot(soughtKeys)
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Ends the program as the argument parser would, but for what was typed, which it repeats as it
  /// came: a file's name, or what a script passed on.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    if code.isSuccess { exit(withError: error) }
    Output.lines(to: STDERR_FILENO) { output in
      for line in SafeText.lines(of: UntrustedText(fullMessage(for: error))) { output.line(line) }
    }
    Foundation.exit(code.rawValue)
  }

  /// `samjour help keys` is `samjour keys`: who asks for help with the keys wants them, not the options
  /// of the command that prints them.
  private static var soughtKeys: [String]? {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.starts(with: ["help", KeysCommand._commandName]) else { return nil }
    return Array(arguments.dropFirst())
  }

  /// `samjour` or `samjour desk` with options that are right.
  private static var soughtDesk: DeskCommand? {
    var arguments = CommandLine.arguments.dropFirst()
    if arguments.first == DeskCommand._commandName { arguments.removeFirst() }
    guard arguments.first?.hasPrefix("-") ?? true else { return nil }
    // Keys and screens are read while the options are, and while the store is opened.
    _ = KeymapOption.usual
    return try? DeskCommand.parse(Array(arguments))
  }
}
