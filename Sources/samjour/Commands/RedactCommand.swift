import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour redact REF`.
struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: Phrase(
      sv: "Raderar orden i en händelse för alltid. Bara för arbetsledare.",
      en: "Erases the words of one entry for ever. For leads only."
    ).local)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: .init(
      sv: "Vilken händelse: v3 i historiken är 3.", en: "Which entry: v3 of the history is 3.",
      valueName: "n"))
  var version: Int

  @Option(
    name: .long,
    help: .init(
      sv: "Varför; historiken visar det. Upprepa inte det som tas bort.",
      en: "Why; the history shows it. Do not repeat what is erased.", valueName: "text"))
  var reason: String

  @Argument(help: .init(sv: "Referensen, som T1042.", en: "The reference, such as T1042."))
  var ref: String

  func run() throws {
    try common.runNow { session in
      guard let reference = Reference(ref) else {
        throw Complaint(
          .usage,
          Phrase(
            sv: "en referens är en bokstav och ett nummer: T1042",
            en: "a reference is a letter and a number: T1042"))
      }
      _ = try session.store.record(
        Action(
          "\(reference.kind.rawValue).redact", subject: reference,
          fields: ["entry": .number(version), "reason": .text(reason)]), by: session.officer)
      Output.line(
        SafeText(
          Phrase(
            sv: "Orden i \(reference) v\(version) är raderade. Säkerhetskopior har kvar dem.",
            en: "The words of \(reference) v\(version) are erased. Backups still have them."
          )[session.language]))
      guard try session.store.isToBeSwept() else { return }
      Output.line(SafeText(RetentionSweep.pending[session.language]))
    }
  }
}
