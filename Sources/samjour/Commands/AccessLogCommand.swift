import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour access-log`: who has read what, and why.
struct AccessLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access-log",
    abstract: Phrase(
      sv: "Visar vem som har läst vad, när och varför, det nyaste först. Bara för arbetsledare.",
      en: "Shows who has read what, when and why, the newest first. For leads only."
    ).local,
    subcommands: [AccessLogSample.self, AccessLogCheck.self])

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  @Option(
    name: .long,
    help: .init(sv: "Bara läsningar av det, som Ä77.", en: "Only readings of that, such as Ä77."))
  var ref: String?

  @Option(
    name: .long,
    help: .init(
      sv: "Bara läsningar av den handläggaren.", en: "Only readings by that officer.",
      valueName: "login"))
  var by: String?

  @Option(
    name: .long,
    help: .init(sv: "Från och med den dagen.", en: "From that day on.", valueName: "date"))
  var from: String?

  @Option(
    name: .long,
    help: .init(sv: "Till och med den dagen.", en: "To the end of that day.", valueName: "date"))
  var to: String?

  @Flag(
    name: .long,
    help: .init(
      sv: "Bara det som har öppnats med ett skrivet skäl.",
      en: "Only what was opened for a written reason."))
  var reasons = false

  @Option(
    name: .long,
    help: .init(sv: "Högst så många rader.", en: "At most so many rows.", valueName: "n"))
  var limit: Int?

  func run() throws {
    try common.run { session in
      guard limit.map({ $0 > 0 }) ?? true else {
        throw Complaint(
          .usage, Phrase(sv: "--limit ska vara minst 1", en: "--limit must be 1 or more"))
      }
      try write(try query(), session)
    }
  }

  private static let pageSize = 200

  private func query() throws -> AccessQuery {
    let reference = try ref.map { text in
      guard let reference = Reference(text) else {
        throw Complaint(
          .usage,
          Phrase(
            sv: "--ref: en referens är en bokstav och ett nummer: Ä77",
            en: "--ref: a reference is a letter and a number: Ä77"))
      }
      return reference
    }
    return AccessQuery(
      reference: reference, login: by, from: try midnight(from, "--from"),
      before: try midnight(to, "--to", daysLater: 1), onlyBreakGlass: reasons,
      limit: Self.pageSize)
  }

  private func midnight(_ text: String?, _ option: String, daysLater: Int = 0) throws -> Instant? {
    guard let text else { return nil }
    guard let day = CivilDate(iso8601: text) else {
      throw Complaint(
        .usage,
        Phrase(
          sv: "\(option): skriv en dag som 2026-11-21", en: "\(option): write a day as 2026-11-21"))
    }
    return Stockholm.instant(
      CivilTime(date: day.adding(days: daysLater), hour: 0, minute: 0, second: 0))
  }

  /// A page in memory at a time.
  private func write(_ first: AccessQuery, _ session: Session) throws {
    var query = first
    var left = limit ?? (format.json ? .max : 50)
    var table = AccessTable(session)
    try Output.lines { output in
      while left > 0 {
        let page = try session.store.accessLog(query, as: session.officer)
        for entry in page.prefix(left) {
          if format.json { try output.json(AccessJSON(entry)) } else { table.add(entry) }
        }
        left -= page.count
        guard page.count == query.limit, let last = page.last else { break }
        query.after = last.id
      }
      if !format.json { table.write(to: &output) }
    }
  }
}

/// An entry of the access log, as `--json` has it. The keys are a contract.
private struct AccessJSON: Encodable {
  let id: Int64
  let at: String
  let officer: String
  let name: String
  let ref: String?
  let kind: String?
  let basis: String
  let reason: String?
  let way: String

  init(_ entry: AccessEntry) {
    id = entry.id
    at = entry.at.iso8601
    officer = entry.login
    name = entry.name.raw
    ref = entry.reference?.description
    kind = entry.reference?.kind.rawValue
    basis = entry.basis.rawValue
    reason = entry.reason?.raw
    way = entry.way.rawValue
  }
}

/// The access log for a person: one line each.
private struct AccessTable {
  private var table: TextTable
  private var isEmpty = true
  private let language: Casework.Language
  private let now: Instant

  init(_ session: Session) {
    language = session.language
    now = session.clock.now()
    table = TextTable(
      [
        Phrase(sv: "När", en: "When"), Phrase(sv: "Vem", en: "Who"), Phrase(sv: "Vad", en: "What"),
        Phrase(sv: "Sätt", en: "Way"), Phrase(sv: "Varför", en: "Why"),
      ], language)
  }

  mutating func add(_ entry: AccessEntry) {
    isEmpty = false
    let all = Phrase(sv: "hela lagret", en: "the whole store")
    table.add([
      SafeText(TimeText.exact(entry.at, now: now, language)), SafeText(entry.name, limit: 30),
      SafeText(entry.reference?.description ?? all[language]),
      SafeText(entry.way.title[language]), entry.why(language),
    ])
  }

  func write(to output: inout LineBuffer) {
    guard !isEmpty else {
      let none = Phrase(sv: "Inga sådana läsningar.", en: "No such readings.")
      output.line(SafeText(none[language]))
      return
    }
    table.write(to: &output)
  }
}
