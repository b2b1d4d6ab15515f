import ArgumentParser
import CaseStore
import Casework
import Intake

/// `samjour intake mail|jsonl`.
struct IntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake",
    abstract: Phrase(
      sv: "Tar emot tips från e-post eller JSON-rader.",
      en: "Receives tips from mail or JSON lines."
    ).local,
    discussion: Phrase(
      sv: """
        Ett kvitto per tips {"ref","seq","version"}, först när tipset är sparat. Samma Message-ID \
        (eller id) två gånger är ett tips. Slutkod 75: försök igen, inget är förlorat.
        """,
      en: """
        One receipt for each tip {"ref","seq","version"}, not before the tip is durable. The same \
        Message-ID (or id) twice is one tip. Exit code 75: try again, nothing is lost.
        """
    ).local,
    subcommands: [IntakeMail.self, IntakeLines.self])
}

/// What both kinds of intake take.
struct IntakeOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Argument(
    help: .init(
      sv: "Filer; standard in utan fil eller för -.",
      en: "Files; standard input without a file or for -."))
  var file: [String] = []

  /// Reads each input in turn. One that is bad does not keep the next from being read; a store
  /// that takes nothing does, and what is left is named.
  func run(
    _ read: (InputFile, Session, inout ReceiptWriter) throws(IntakeStop) -> Void
  ) throws {
    let language = common.language
    var writer = ReceiptWriter(language)
    let session: Session
    do {
      session = try common.open()
    } catch {
      writer.complain(IntakeStop.waiting(error))
      return try writer.finish()
    }
    let names: [String?] = file.isEmpty ? [nil] : file
    for (index, name) in names.enumerated() {
      do {
        let input = try InputFile(name)
        input.hintIfTyped(language)
        try read(input, session, &writer)
      } catch let stop as IntakeStop {
        writer.complain(stop.error)
        let left = names[(index + 1)...].compactMap { $0 }
        if !left.isEmpty {
          Output.complain(
            Phrase(
              sv: "inte lästa: \(left.joined(separator: ", "))",
              en: "not read: \(left.joined(separator: ", "))")[language])
        }
        break
      } catch {
        writer.complain(error)
      }
    }
    try writer.finish()
  }
}

/// The store takes nothing: there is no use in reading on.
struct IntakeStop: Error {
  let error: any Error

  /// Whatever ails the store is not the tip's fault and is mended: whoever sent the tip is told to
  /// try again, so that no mail server sends it back as undeliverable.
  static func waiting(_ error: any Error) -> any Error {
    guard let error = error as? StoreError, error.kind != .notPermitted else { return error }
    return Complaint(.tryAgain, error.message)
  }
}

extension CaseStore {
  /// Records what has come, in one transaction.
  func record(incoming actions: [Action], by officer: Officer) throws(IntakeStop)
    -> [Result<Receipt, any Error>]
  {
    guard !actions.isEmpty else { return [] }
    do {
      return try record(batch: actions, by: officer)
    } catch {
      throw IntakeStop(error: IntakeStop.waiting(error))
    }
  }
}
