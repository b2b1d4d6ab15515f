import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour access-log sample [MONTH]`.
struct AccessLogSample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: Phrase(
      sv: "Visar månadens stickprov ur åtkomstloggen; utan månad hur varje månad står.",
      en: "Shows the month's sample of the access log; without month, how each month stands."
    ).local)

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  @Option(
    name: .long,
    help: .init(sv: "Så många rader dras.", en: "So many entries are drawn.", valueName: "n"))
  var size = 20

  @Argument(help: .init(sv: "Månaden, som 2026-10.", en: "The month, such as 2026-10."))
  var month: String?

  func run() throws {
    try common.runNow { session in
      guard size > 0 else {
        throw Complaint(
          .usage, Phrase(sv: "--size ska vara minst 1", en: "--size must be 1 or more"))
      }
      guard let month else { return try writeMonths(session) }
      guard let first = CivilDate(iso8601: month + "-01") else {
        throw Complaint(
          .usage,
          Phrase(
            sv: "skriv månaden som 2026-10", en: "write the month as 2026-10"))
      }
      let sample = try session.store.accessSample(first, size: size, as: session.officer)
      try Output.lines { output in
        guard !format.json else {
          for item in sample.items { try output.json(SampledJSON(item)) }
          return
        }
        write(sample, session, to: &output)
      }
    }
  }

  private func write(_ sample: AccessSample, _ session: Session, to output: inout LineBuffer) {
    let language = session.language
    let now = session.clock.now()
    var table = TextTable(
      [
        Phrase(sv: "Rad", en: "Entry"), Phrase(sv: "När", en: "When"),
        Phrase(sv: "Vem", en: "Who"), Phrase(sv: "Vad", en: "What"),
        Phrase(sv: "Varför", en: "Why"), Phrase(sv: "Granskad", en: "Checked"),
      ], language)
    let all = Phrase(sv: "hela lagret", en: "the whole store")
    for item in sample.items {
      table.add([
        SafeText(String(item.entry.id)),
        SafeText(TimeText.exact(item.entry.at, now: now, language)),
        SafeText(item.entry.name, limit: 30),
        SafeText(item.entry.reference?.description ?? all[language]),
        item.entry.why(language), checked(item.check, now, language),
      ])
    }
    table.write(to: &output)
    let (count, entries, left) = (sample.items.count, sample.entries, sample.unchecked)
    output.line(
      SafeText(
        Phrase(
          sv: "\(count) av månadens \(entries) rader; \(left) är inte granskade.",
          en: "\(count) of the month's \(entries) entries; \(left) are not checked.")[language]))
  }

  private func checked(_ check: AccessCheck?, _ now: Instant, _ language: Casework.Language)
    -> SafeText
  {
    guard let check else { return SafeText(Phrase(sv: "nej", en: "no")[language]) }
    let reason = check.reason.map { ": " + SafeText($0, limit: 200).string } ?? ""
    let name = SafeText(check.name, limit: 30).string
    return SafeText("\(check.finding.title[language]) – \(name)\(reason)")
  }

  private func writeMonths(_ session: Session) throws {
    let language = session.language
    let months = try session.store.accessMonths(as: session.officer)
    try Output.lines { output in
      var table = TextTable(
        [
          Phrase(sv: "Månad", en: "Month"), Phrase(sv: "Rader", en: "Entries"),
          Phrase(sv: "Stickprov", en: "Sample"), Phrase(sv: "Ogranskade", en: "Unchecked"),
        ], language)
      for month in months {
        let sample = try session.store.accessSample(month, size: size, as: session.officer)
        let name = String(month.description.prefix(7))
        if format.json {
          try output.json(
            MonthJSON(
              month: name, entries: sample.entries, sample: sample.items.count,
              unchecked: sample.unchecked))
        } else {
          table.add([
            SafeText(name), SafeText(String(sample.entries)), SafeText(String(sample.items.count)),
            SafeText(String(sample.unchecked)),
          ])
        }
      }
      guard !format.json else { return }
      guard !months.isEmpty else {
        let none = Phrase(
          sv: "Ingen månad med läsningar är slut än.", en: "No month with readings is over yet.")
        return output.line(SafeText(none[language]))
      }
      table.write(to: &output)
    }
  }
}

/// `samjour access-log check ENTRY`.
struct AccessLogCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Phrase(
      sv: "Skriver ner vad granskningen av en rad kom fram till.",
      en: "Writes down what checking an entry came to."
    ).local)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: .init(
      sv: "justified (befogad), unclear (oklar) eller unjustified (obefogad).",
      en: "justified, unclear or unjustified."))
  var finding: AccessFinding

  @Option(
    name: .long,
    help: .init(sv: "På vilken grund.", en: "On what ground.", valueName: "text"))
  var reason: String

  @Argument(help: .init(sv: "Radens nummer.", en: "The entry's number."))
  var entry: Int64

  func run() throws {
    try common.runNow { session in
      try session.store.checkAccess(
        entry, finding, because: AccessReason(reason), by: session.officer)
      let title = finding.title
      Output.line(
        SafeText(
          Phrase(
            sv: "Rad \(entry) är granskad: \(title.sv).",
            en: "Entry \(entry) is checked: \(title.en).")[session.language]))
    }
  }
}

extension AccessFinding: ExpressibleByArgument {}

/// A drawn entry, as `--json` has it. The keys are a contract.
private struct SampledJSON: Encodable {
  let id: Int64
  let at: String
  let officer: String
  let ref: String?
  let basis: String
  let reason: String?
  let way: String
  let checkedAt: String?
  let checkedBy: String?
  let finding: String?
  let ground: String?

  init(_ item: AccessSample.Item) {
    id = item.entry.id
    at = item.entry.at.iso8601
    officer = item.entry.login
    ref = item.entry.reference?.description
    basis = item.entry.basis.rawValue
    reason = item.entry.reason?.raw
    way = item.entry.way.rawValue
    checkedAt = item.check?.at.iso8601
    checkedBy = item.check?.name.raw
    finding = item.check?.finding.rawValue
    ground = item.check?.reason?.raw
  }
}

/// How a month stands, as `--json` has it. The keys are a contract.
private struct MonthJSON: Encodable {
  let month: String
  let entries: Int
  let sample: Int
  let unchecked: Int
}
