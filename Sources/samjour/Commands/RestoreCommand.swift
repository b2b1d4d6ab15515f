import ArgumentParser
import CaseStore
import Casework
import Foundation
import Intake
import TextSafety

/// `samjour restore FILE`.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: Phrase(
      sv: "Gör lagret på nytt ur en säkerhetskopia och, med --journal, det som kom efter den.",
      en: "Makes the store again from a backup and, with --journal, what came after it."
    ).local,
    discussion: Phrase(
      sv: """
        Kopian och journalen prövas helt först; stämmer något inte ändras inget. Det gamla lagret
        läggs åt sidan under ett daterat namn. Stäng alla jourbord och stoppa posten först.
        """,
      en: """
        Copy and journal are checked whole first; where something is wrong nothing is changed. The
        old store is set aside under a dated name. Close all desks and stop the mail first.
        """
    ).local)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: .init(
      sv: "Poster ur ”samjour journal export” att lägga över kopian; - för standard in.",
      en: "Entries of “samjour journal export” to lay over the copy; - for standard input.",
      valueName: "file"))
  var journal: String?

  @Flag(
    name: .long,
    help: .init(
      sv: "Låt poster som bara det gamla lagret har bli kvar där.",
      en: "Leave entries that only the old store has where they are."))
  var leaveLater = false

  @Argument(help: .init(sv: "Säkerhetskopian.", en: "The backup."))
  var file: String

  func run() throws {
    let language = common.language
    try Words.orExit(language) {
      guard common.asOf == nil else { throw Complaint.nowOnly }
      let request = RestoreRequest(
        copy: file, path: common.path, login: common.officer ?? SystemLogin.name,
        leavesLater: leaveLater, onlyTraining: common.officer != nil || common.now != nil,
        clock: try TrainingClock.chosen(common.now))
      let input = try journal.map { try InputFile($0) }
      let restored = try CaseStore.restore(request) { lay in
        guard let input else { return }
        try EntryLines(input).forEach(lay)
      }
      Output.lines { output in
        for line in Self.words(restored, common.path) { output.line(SafeText(line[language])) }
      }
    }
  }

  private static func words(_ restored: Restoration, _ path: String) -> [Phrase] {
    var lines = [
      Phrase(
        sv:
          "Lagret \(path) är återställt: \(restored.head.seq) poster, huvud \(restored.head.digest)",
        en:
          "The store \(path) is restored: \(restored.head.seq) entries, head \(restored.head.digest)"
      )
    ]
    if restored.laid > 0 {
      lines.append(
        Phrase(
          sv: "\(restored.laid) av dem kom ur journalutskriften.",
          en: "\(restored.laid) of them came from the journal export."))
    }
    guard let aside = restored.aside else { return lines }
    lines.append(
      Phrase(
        sv: "Det gamla lagret ligger i \(aside).", en: "The old store is in \(aside)."))
    if restored.brought > 0 {
      lines.append(
        Phrase(
          sv: "\(restored.brought) rader åtkomstlogg och utkast följde med därifrån.",
          en: "\(restored.brought) rows of access log and drafts came over from it."))
    }
    return lines
  }
}

/// The lines of a journal export.
private struct EntryLines {
  let input: InputFile
  /// An entry is a subject's fact with its text, made inert: six bytes for one at most.
  private static let longest = 64 << 20

  init(_ input: InputFile) { self.input = input }

  func forEach(_ body: (JournalEntry) throws -> Void) throws {
    var lines = LineSource(fileDescriptor: input.descriptor, longestLine: Self.longest)
    let decoder = JSONDecoder()
    do {
      while let line = try lines.next() {
        guard !line.isTooLong,
          let entry = try? decoder.decode(JournalEntry.self, from: Data(line.bytes))
        else {
          throw Complaint(
            .badData,
            Phrase(
              sv:
                "\(input.prefix)rad \(line.number) är ingen post ur journal export; inget är ändrat",
              en:
                "\(input.prefix)line \(line.number) is no entry of journal export; nothing is changed"
            ))
        }
        try body(entry)
      }
    } catch let failure as LineSource.Failure {
      throw Complaint(
        .inputOutput,
        Phrase(sv: failure.message(swedish: true), en: failure.message(swedish: false)))
    }
  }
}
