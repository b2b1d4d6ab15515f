import ArgumentParser
import CaseStore
import Casework
import Intake

/// `samjour intake mail`: messages and mboxes.
struct IntakeMail: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    abstract: Phrase(
      sv: "Brev enligt RFC 5322, ett brev eller en mbox.",
      en: "RFC 5322 messages, a message or an mbox."
    ).local)

  @OptionGroup var options: IntakeOptions

  func run() throws {
    try options.run { input, session, writer throws(IntakeStop) in
      let queue = InputQueue<IncomingMail> { put in
        try MailReader.read(fileDescriptor: input.descriptor) { mail in
          put(mail, mail.text.raw.utf8.count)
        }
      }
      while true {
        let mails: [IncomingMail]
        do {
          mails = try queue.next()
        } catch {
          return writer.complain(mail: error, input)
        }
        if mails.isEmpty { return }
        let now = session.clock.now()
        let results = try session.store.record(
          incoming: mails.map { $0.action(now: now) }, by: session.officer)
        writer.write(results, of: input)
      }
    }
  }
}

extension ReceiptWriter {
  /// Says why an input gave no more messages.
  fileprivate mutating func complain(mail error: any Error, _ input: InputFile) {
    guard let error = error as? MailError else { return complain(error, prefix: input.prefix) }
    let message = Phrase(sv: error.message(swedish: true), en: error.message(swedish: false))
    // A full or unreadable disk passes; a message that is none stays so.
    if case .io = error {
      complain(Complaint(.tryAgain, message), prefix: input.prefix)
    } else {
      complain(Complaint(.badData, message), prefix: input.prefix)
    }
  }

  fileprivate mutating func write(_ results: [Result<Receipt, any Error>], of input: InputFile) {
    Output.lines { output in
      for result in results {
        do {
          try receipt(try result.get(), to: &output)
        } catch {
          complain(error, prefix: input.prefix)
        }
      }
    }
  }
}
