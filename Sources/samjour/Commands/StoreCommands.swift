import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: Phrase(
      sv: "Gör ett lager. Du blir dess första handläggare, med alla roller.",
      en: "Makes a store. You become its first officer, with every role."
    ).local)

  @OptionGroup var common: CommonOptions

  @Flag(
    name: .long,
    help: .init(
      sv: "Ett övningslager, tydligt märkt: --officer och --now går att använda.",
      en: "A training store, plainly marked: --officer and --now may be used."))
  var training = false

  @Option(name: .long, help: .init(sv: "Ditt namn.", en: "Your name."))
  var name: String?

  @Option(
    name: .long,
    help: .init(
      sv: "Din enhet: outreach (Ungdomsjouren) eller emergency (Socialjouren).",
      en: "Your unit: outreach (Ungdomsjouren) or emergency (Socialjouren)."))
  var unit: Casework.Unit = .emergency

  func run() throws {
    let language = common.language
    try Words.orExit(language) {
      guard common.asOf == nil else { throw Complaint.nowOnly }
      if common.officer != nil || common.now != nil, !training { throw Complaint.trainingOnly }
      let login = common.officer ?? SystemLogin.name
      let founder = Founder(
        login: login, name: name ?? (common.officer ?? SystemLogin.fullName), unit: unit)
      let store = try CaseStore.create(
        at: common.path, training: training, founder: founder,
        clock: try TrainingClock.chosen(common.now))
      let kind =
        training
        ? Phrase(sv: "Övningslager", en: "Training store") : Phrase(sv: "Lager", en: "Store")
      Output.line(
        SafeText(
          Phrase(
            sv: "\(kind.sv) gjort i \(store.path); \(login) är handläggare H1 med alla roller.",
            en: "\(kind.en) made at \(store.path); \(login) is officer H1 with every role."
          )[language]))
    }
  }
}

extension Casework.Unit: ExpressibleByArgument {}

/// `samjour backup FILE`.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: Phrase(
      sv: "Gör en hel kopia av lagret medan det används.",
      en: "Makes a whole copy of the store while it is in use."
    ).local)

  @OptionGroup var common: CommonOptions

  @Argument(help: .init(sv: "Filen som ska göras.", en: "The file to make."))
  var file: String

  func run() throws {
    try common.runNow { session in
      let copy = try session.store.backup(to: file, as: session.officer)
      Output.line(
        SafeText(
          Phrase(
            sv: "Kopian \(file) är klar: \(copy.seq) poster, huvud \(copy.digest)",
            en: "The copy \(file) is ready: \(copy.seq) entries, head \(copy.digest)"
          )[session.language]))
    }
  }
}

/// `samjour rebuild`.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: Phrase(
      sv: "Gör om alla listor ur journalen.", en: "Makes every list anew from the journal."
    ).local)

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.runNow { session in
      var progress = Progress(Phrase(sv: "lagda", en: "replayed")[session.language])
      let count = try session.store.rebuild { progress.report($0) }
      progress.end()
      Output.line(
        SafeText(
          Phrase(
            sv: "Listorna är gjorda på nytt ur \(count) poster.",
            en: "The lists are made anew from \(count) entries."
          )[session.language]))
      guard try session.store.isToBeSwept() else { return }
      Output.line(SafeText(RetentionSweep.pending[session.language]))
    }
  }
}
