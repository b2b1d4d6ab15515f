import ArgumentParser
import Casework
import TextSafety

/// `samjour deadline RULE`: counts the days of the law. Needs no store.
struct DeadlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadline",
    abstract: Phrase(
      sv: "Räknar ut en lagstadgad tid: nominell dag, sista dag och säker dag.",
      en: "Counts a time set by law: nominal day, last day and safe day."
    ).local)

  @OptionGroup var languageOption: LanguageOption
  @OptionGroup var format: FormatOption

  @Option(
    name: .long,
    help: .init(
      sv: "Dagen då tiden börjar, som 2026-12-18.", en: "The day it starts, such as 2026-12-18.",
      valueName: "date"))
  var from: String

  @Argument(
    help: .init(
      sv: "Regeln: \(DeadlineCommand.names).", en: "The rule: \(DeadlineCommand.names)."))
  var rule: String

  private static var rules: [DeadlineRule] { DeadlineRule.all.filter(\.runsByDays) }
  private static var names: String { rules.map(\.id.rawValue).joined(separator: ", ") }

  func run() throws {
    let language = languageOption.language
    try Words.orExit(language) {
      guard let start = CivilDate(iso8601: from) else {
        throw Complaint(
          .usage,
          Phrase(
            sv: "--from: skriv en dag mellan 1900 och 2199 som 2026-12-18",
            en: "--from: write a day between 1900 and 2199 as 2026-12-18"))
      }
      guard let found = Self.rules.first(where: { $0.id.rawValue == rule }),
        let deadline = found.deadline(from: start)
      else { throw unknownRule }
      try Output.lines { output in
        if format.json {
          try output.json(DeadlineJSON(found, from: start, deadline))
        } else {
          describe(found, from: start, deadline, language, to: &output)
        }
      }
    }
  }

  private func describe(
    _ rule: DeadlineRule, from start: CivilDate, _ deadline: Deadline,
    _ language: Casework.Language, to output: inout LineBuffer
  ) {
    let law = rule.law ?? ""
    output.line(SafeText("\(law): \(rule.act[language]), \(rule.term.title[language])"))
    let or = Phrase(sv: " eller ", en: " or ")[language]
    let event = rule.starts.map { $0.title[language] }.joined(separator: or)
    var table = TextTable([], language)
    func add(_ label: Phrase, _ day: CivilDate, _ remark: String) {
      let cells = ["  " + label[language], weekday(day, language), day.description, remark]
      table.add(cells.filter { !$0.isEmpty }.map { SafeText($0) })
    }
    add(Phrase(sv: "Från", en: "From"), start, event)
    let free = HolidayCalendar.freeDay(deadline.nominal)?.name[language] ?? ""
    add(Phrase(sv: "Nominell dag", en: "Nominal day"), deadline.nominal, free)
    add(
      Phrase(sv: "Sista dag", en: "Last day"), deadline.lastDay,
      deadline.lastDay == deadline.nominal ? "" : "lag (1930:173) 2 §")
    add(Phrase(sv: "Säker dag", en: "Safe day"), deadline.safeDay, "")
    table.write(to: &output)
  }

  private func weekday(_ day: CivilDate, _ language: Casework.Language) -> String {
    String(TimeText.day(day, language).prefix { $0 != " " })
  }

  private var unknownRule: Complaint {
    let name = SafeText(rule, limit: 40).string
    return Complaint(
      .usage,
      Phrase(
        sv: "okänd regel ”\(name)”; reglerna är: \(Self.names)",
        en: "unknown rule “\(name)”; the rules are: \(Self.names)"))
  }
}

private struct DeadlineJSON: Encodable {
  let rule: String
  let law: String?
  let from: String
  let nominal: String
  let lastDay: String
  let safeDay: String

  init(_ rule: DeadlineRule, from start: CivilDate, _ deadline: Deadline) {
    self.rule = rule.id.rawValue
    law = rule.law
    from = start.description
    nominal = deadline.nominal.description
    lastDay = deadline.lastDay.description
    safeDay = deadline.safeDay.description
  }
}
