import ArgumentParser
import CaseStore
import Casework
import Foundation
import TextSafety

/// `samjour journal verify|head|export`.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: Phrase(
      sv: "Prövar, visar och skriver ut journalen.", en: "Verifies, shows and exports the journal."
    ).local,
    subcommands: [JournalVerify.self, JournalHeadCommand.self, JournalExport.self])
}

/// `samjour journal verify`.
struct JournalVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Phrase(
      sv: "Prövar att inget i journalen är ändrat, borttaget, omkastat eller tillagt.",
      en: "Checks that nothing in the journal is changed, missing, swapped or added."
    ).local)

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  private struct Verdict: Encodable {
    let ok: Bool
    let entries: Int64
    let erased: Int64
    let seq: Int64
    let digest: String
    let faultSeq: Int64?
    let fault: String?
  }

  func run() throws {
    try common.runNow { session in
      let language = session.language
      var progress = Progress(Phrase(sv: "prövade", en: "verified")[language])
      let verdict = try session.store.verify { progress.report($0) }
      progress.end()
      try Output.lines { output in
        if format.json {
          try output.json(
            Verdict(
              ok: verdict.fault == nil, entries: verdict.entries, erased: verdict.erased,
              seq: verdict.head.seq,
              digest: verdict.head.digest, faultSeq: verdict.fault?.seq,
              fault: verdict.fault?.message[language]))
        } else if verdict.fault == nil {
          let erased =
            verdict.erased == 0
            ? Phrase(same: "")
            : Phrase(
              sv: ", varav \(verdict.erased) raderade", en: ", \(verdict.erased) of them erased")
          let (count, digest) = (verdict.entries, verdict.head.digest)
          output.line(
            SafeText(
              Phrase(
                sv: "Journalen är hel: \(count) poster\(erased.sv), huvud \(digest)",
                en: "The journal is whole: \(count) entries\(erased.en), head \(digest)"
              )[language]))
        }
      }
      guard let fault = verdict.fault else { return }
      throw Complaint(
        .badData,
        Phrase(
          sv:
            "journalen är inte hel, post \(fault.seq): \(fault.message.sv). Rör inte lagret; jämför med säkerhetskopian.",
          en:
            "the journal is not whole, entry \(fault.seq): \(fault.message.en). Leave the store as it is; compare with the backup."
        ))
    }
  }
}

/// `samjour journal head`.
struct JournalHeadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head",
    abstract: Phrase(
      sv: "Visar journalens senaste nummer och kontrollsumma, att spara på annat håll.",
      en: "Shows the journal's latest number and digest, to be kept elsewhere."
    ).local)

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  private struct Head: Encodable {
    let seq: Int64
    let digest: String
  }

  func run() throws {
    try common.runNow { session in
      let head = try session.store.head()
      try Output.lines { output in
        if format.json {
          try output.json(Head(seq: head.seq, digest: head.digest))
        } else {
          output.line(SafeText("\(head.seq) \(head.digest)"))
        }
      }
    }
  }
}

/// `samjour journal export`.
struct JournalExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Phrase(
      sv: "Skriver ut journalen som JSON, en post per rad.",
      en: "Writes the journal as JSON, one entry a line."
    ).local)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: .init(
      sv: "Bara poster efter det numret.", en: "Only entries after that number.", valueName: "seq"))
  var since: Int64 = 0

  @Option(
    name: .long,
    help: .init(
      sv: "En ny fil, läsbar bara för dig; annars standard ut.",
      en: "A new file, readable for you alone; else standard output.", valueName: "file"))
  var to: String?

  func run() throws {
    try common.runNow { session in
      let file = try to.map { try NewFile($0) }
      do {
        try Output.lines(to: file?.descriptor ?? STDOUT_FILENO) { output in
          try session.store.export(since: since, as: session.officer) { try output.json($0) }
        }
        try file?.finish()
      } catch {
        file?.remove()
        throw error
      }
    }
  }
}
