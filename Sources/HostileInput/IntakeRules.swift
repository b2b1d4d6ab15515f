import Casework
import Intake
import TextSafety

/// What holds of whatever somebody mails or posts: it becomes a tip that the desk takes, or is
/// refused in words.
enum IntakeRules {
  static func checkMail(_ bytes: [UInt8]) throws {
    do {
      for mail in try MailReader.read(bytes: bytes) { try check(mail) }
    } catch let error as MailError {
      try expectWords(Phrase(sv: error.message(swedish: true), en: error.message(swedish: false)))
    }
  }

  private static func check(_ mail: IncomingMail) throws {
    // The line that says how much was cut comes after the limit.
    try expect(mail.text.raw.utf8.count <= MailLimits.textBytes + 100, "a text without end")
    try expect(mail.attachments.count <= MailLimits.parts, "attachments without end")
    for attachment in mail.attachments {
      try expect(attachment.size >= 0, "an attachment of \(attachment.size) bytes")
      try TextRules.expectInert(attachment.contentType, "a media type")
    }
    for defect in mail.defects {
      try expectWords(Phrase(sv: defect.message(swedish: true), en: defect.message(swedish: false)))
    }
    try JournalRules.expectTaken(mail.action(now: RulesDesk.now))
  }

  static func checkLines(_ bytes: [UInt8]) throws {
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      do {
        let tip = try JSONLineReader.parse(line: Array(line), number: index + 1)
        try JournalRules.expectTaken(tip.action(now: RulesDesk.now))
      } catch let error as IntakeLineError {
        try expectWords(
          Phrase(sv: error.message(swedish: true), en: error.message(swedish: false)))
      }
    }
  }

  /// Words for a person, in both languages, with nothing of the input that acts on a terminal.
  static func expectWords(_ phrase: Phrase) throws {
    for words in [phrase.sv, phrase.en] {
      try expect(!UntrustedText(words).isBlank, "a refusal without words")
      try TextRules.expectInert(words, "a refusal's words")
    }
  }
}
