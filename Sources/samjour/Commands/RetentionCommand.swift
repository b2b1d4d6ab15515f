import ArgumentParser
import CaseStore
import Casework
import Foundation
import TextSafety

/// `samjour retention due|confirm|sweep`.
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: Phrase(
      sv: "Visar vad som ska gallras, och gallrar det. Bara för arbetsledare.",
      en: "Shows what is due to be erased, and erases it. For leads only."
    ).local,
    subcommands: [RetentionDue.self, RetentionConfirm.self, RetentionSweep.self],
    defaultSubcommand: RetentionDue.self)
}

/// `samjour retention due`.
struct RetentionDue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: Phrase(
      sv: "Visar vad som ska gallras nu, varför och sedan när (SoL 16:1, 16:2, 16:2 a).",
      en: "Shows what is to be erased now, why and since when (SoL 16:1, 16:2, 16:2 a)."
    ).local)

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  func run() throws {
    try common.runNow { session in
      let due = try session.store.retentionDue(as: session.officer)
      try Output.lines { output in
        guard !format.json else {
          for file in due { try output.json(RetentionJSON(file, session.language)) }
          return
        }
        if due.isEmpty {
          let none = Phrase(sv: "Inget ska gallras nu.", en: "Nothing is due to be erased now.")
          output.line(SafeText(none[session.language]))
        } else {
          RetentionTable(due, session.language).write(to: &output)
        }
        if try session.store.isToBeSwept() {
          output.line(SafeText(RetentionSweep.pending[session.language]))
        }
      }
    }
  }
}

/// `samjour retention confirm REF`.
struct RetentionConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: Phrase(
      sv: "Gallrar: raderar för alltid det som hör till referenserna. Frågar först.",
      en: "Erases for ever what belongs to the references. Asks first."
    ).local)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: .init(
      sv: "Varför ett undantag görs, när tiden inte är ute.",
      en: "Why an exception is made, where the time is not over.", valueName: "text"))
  var reason: String?

  @Argument(help: .init(sv: "En eller flera referenser, som Ä77.", en: "References, such as Ä77."))
  var refs: [String]

  /// What has to be typed.
  static let word = Phrase(sv: "GALLRA", en: "ERASE")

  func run() throws {
    try common.runNow { session in
      let language = session.language
      var files: [RetentionCase] = []
      for text in refs {
        let file = try file(text, session)
        try file.ruling.confirm(
          on: Stockholm.civil(session.clock.now()).date, reason: reason.map { UntrustedText($0) })
        if !files.contains(file) { files.append(file) }
      }
      try ask(files, language)
      for file in files {
        guard let first = file.references.first else { continue }
        let erased = try session.store.erase(
          first, because: reason.map { UntrustedText($0) }, by: session.officer)
        let all = erased.references.map(\.description).joined(separator: ", ")
        let law = erased.ruling.law.rawValue
        Output.line(
          SafeText(Phrase(sv: "Gallrat: \(all) [\(law)]", en: "Erased: \(all) [\(law)]")[language]))
      }
      try session.store.sweep(compacting: true)
      Output.line(SafeText(RetentionSweep.done[language]))
    }
  }

  private func file(_ text: String, _ session: Session) throws -> RetentionCase {
    guard let reference = Reference(text) else {
      throw Complaint(
        .usage,
        Phrase(
          sv: "en referens är en bokstav och ett nummer: Ä77",
          en: "a reference is a letter and a number: Ä77"))
    }
    guard let file = try session.store.retention(of: reference, as: session.officer) else {
      throw Complaint(
        .badData,
        Phrase(
          sv: "\(reference) finns inte, eller är redan gallrat",
          en: "there is no \(reference), or it is erased already"))
    }
    return file
  }

  /// The word is typed, or piped in, by whoever has read what goes.
  private func ask(_ files: [RetentionCase], _ language: Casework.Language) throws {
    let all = files.flatMap(\.references).map(\.description).joined(separator: ", ")
    let word = Self.word[language]
    Output.ask(
      Phrase(
        sv: "Det här raderas för alltid, med allt som hör ihop: \(all). Skriv \(word):",
        en: "This is erased for ever, with all that belongs together: \(all). Type \(word):"
      )[language])
    guard readLine()?.trimmingCharacters(in: .whitespaces) == word else {
      throw Complaint(
        .usage, Phrase(sv: "inget är gallrat", en: "nothing is erased"))
    }
  }
}

/// `samjour retention sweep`.
struct RetentionSweep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: Phrase(
      sv: "Städar lagrets filer från det som är raderat, om det inte kunde göras då.",
      en: "Takes what is erased out of the store's files, where that could not be done then."
    ).local)

  @OptionGroup var common: CommonOptions

  static let pending = Phrase(
    sv: "Lagrets filer är inte städade efter en radering: samjour retention sweep",
    en: "The store's files are not swept after an erasure: samjour retention sweep")
  static let done = Phrase(
    sv: "Lagrets filer är städade. Säkerhetskopior har kvar det: gallra dem också.",
    en: "The store's files are swept. Backups still have it: retire them, too.")

  func run() throws {
    try common.runNow { session in
      guard session.officer.holds([.lead, .administrator]) else {
        throw Complaint(
          .notPermitted,
          Phrase(
            sv: "bara arbetsledare och administratörer städar",
            en: "only leads and administrators sweep"))
      }
      try session.store.sweep(compacting: true)
      Output.line(SafeText(Self.done[session.language]))
    }
  }
}

/// What is due, as `--json` has it. The keys are a contract.
private struct RetentionJSON: Encodable {
  let ref: String?
  let refs: [String]
  let lastNote: String
  let dueFrom: String?
  let law: String
  let reason: String

  init(_ file: RetentionCase, _ language: Casework.Language) {
    ref = file.main?.description
    refs = file.references.map(\.description)
    lastNote = file.lastNote.description
    dueFrom = file.dueFrom?.description
    law = file.ruling.law.rawValue
    reason = file.ruling.law.title[language]
  }
}

/// What is due, for a person: one line each.
private struct RetentionTable {
  private var table: TextTable

  init(_ files: [RetentionCase], _ language: Casework.Language) {
    table = TextTable(
      [
        Phrase(sv: "Akt", en: "File"), Phrase(sv: "Sista anteckning", en: "Last note"),
        Phrase(sv: "Gallras från", en: "Due from"), Phrase(sv: "Paragraf", en: "Paragraph"),
        Phrase(sv: "Varför", en: "Why"), Phrase(sv: "Omfattar", en: "Holds"),
      ], language)
    for file in files {
      table.add([
        SafeText(file.main?.description ?? ""), SafeText(file.lastNote.description),
        SafeText(file.dueFrom?.description ?? ""), SafeText(file.ruling.law.rawValue),
        SafeText(file.ruling.law.title[language]),
        SafeText(file.references.map(\.description).joined(separator: " ")),
      ])
    }
  }

  func write(to output: inout LineBuffer) { table.write(to: &output) }
}
