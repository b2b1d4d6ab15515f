import ArgumentParser
import CaseStore
import Casework
import Desk
import TextSafety

/// `samjour doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: Phrase(
      sv: "Undersöker lagret och det som hör till: vad som är fel, vad som är kvar, vad man gör.",
      en: "Looks the store over: what is wrong, what is kept, what to do."
    ).local,
    discussion: Phrase(
      sv: "Slutar med 0 när lagret går att lita på, annars med felets kod. Visar inga uppgifter.",
      en:
        "Ends with 0 where the store can be trusted, else with the fault's code. Shows no content."
    ).local)

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  @Flag(
    name: .long,
    help: .init(
      sv: "Läs inte hela journalen och jämför inte listorna.",
      en: "Don't read the whole journal, nor compare the lists."))
  var quick = false

  @Flag(
    name: .long,
    help: .init(
      sv: "Rätta det som går att rätta utan att något kan gå förlorat.",
      en: "Put right what can be put right without anything being lost."))
  var repair = false

  func run() throws {
    let language = common.language
    try Words.orExit(language) {
      guard common.asOf == nil else { throw Complaint.nowOnly }
      var diagnosis = try examine()
      if repair, try putRight(diagnosis) { diagnosis = try examine() }
      try Output.lines { output in
        for finding in diagnosis.findings {
          if format.json {
            try output.json(FindingJSON(finding, language))
          } else {
            Self.write(finding, language, to: &output)
          }
        }
        if diagnosis.findings.isEmpty && !format.json { output.line(SafeText(sound[language])) }
      }
      if diagnosis.exitCode != 0 { throw ExitCode(diagnosis.exitCode) }
    }
  }

  private var sound: Phrase {
    let path = common.path
    guard !quick else {
      return Phrase(
        sv: "Inga fel i \(path). Prövat: filer och sidor.",
        en: "No faults in \(path). Checked: files and pages.")
    }
    return Phrase(
      sv: "Inga fel i \(path). Prövat: filer, sidor, journalens kedja och alla listor.",
      en: "No faults in \(path). Checked: files, pages, the journal's chain and all lists.")
  }

  private func examine() throws -> StoreDiagnosis {
    var progress = Progress(Phrase(sv: "prövade", en: "checked")[common.language])
    defer { progress.end() }
    let rescue = DraftRescue(store: common.path, state: ConfigDirectories.rescue).path
    let probe = StoreProbe(
      of: common.path, thoroughness: quick ? .quick : .full, scratch: RuntimeDirectory.path,
      rescue: rescue, clock: try TrainingClock.chosen(common.now)
    ) { progress.report($0) }
    return StoreDiagnosis(probe)
  }

  /// Carries the repairs out; tells whether there were any. What can't be done is said, and the rest
  /// is done all the same.
  private func putRight(_ diagnosis: StoreDiagnosis) throws -> Bool {
    let wanted = Set(diagnosis.findings.compactMap(\.repair))
    let repairs = StoreRepair.allCases.filter(wanted.contains)
    var isToBeSwept = false
    for repair in repairs {
      do {
        if repair == .modes {
          try StoreRepair.setModes(of: common.path)
        } else {
          let store = try common.open().store
          try store.carryOut(repair)
          isToBeSwept = try store.isToBeSwept()
        }
        Output.complain(repair.title[common.language])
      } catch {
        let (reason, _) = Words.of(error)
        Output.complain("\(repair.title[common.language]): \(reason[common.language])")
      }
    }
    if isToBeSwept { Output.complain(RetentionSweep.pending[common.language]) }
    return !repairs.isEmpty
  }

  private static func write(
    _ finding: Finding, _ language: Casework.Language, to output: inout LineBuffer
  ) {
    let mark =
      switch finding.severity {
      case .fault: "✗"
      case .warning: "!"
      case .note: "·"
      }
    output.line(SafeText("\(mark) \(finding.message[language])"))
    output.line(SafeText("  → \(finding.remedy[language])"))
  }
}

/// A finding as a line of JSON.
private struct FindingJSON: Encodable {
  let finding: String
  let severity: String
  let message: String
  let remedy: String
  let repair: String?
  let exitCode: Int32

  init(_ finding: Finding, _ language: Casework.Language) {
    self.finding = finding.name
    severity = finding.severity.rawValue
    message = finding.message[language]
    remedy = finding.remedy[language]
    repair = finding.repair?.rawValue
    exitCode = finding.exitCode
  }
}
