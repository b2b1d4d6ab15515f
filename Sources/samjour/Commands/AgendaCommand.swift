import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour agenda police` and `samjour agenda forum`: what to bring to a meeting.
struct AgendaCommand: ParsableCommand {
  /// What the agenda is written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "agenda",
    abstract: Phrase(
      sv: "Skriver en dagordning: referenser och K-nummer, aldrig en identitet.",
      en: "Prints an agenda: references and K-numbers, never an identity."
    ).local,
    subcommands: [Police.self, Forum.self])

  /// `samjour agenda police`.
  struct Police: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "police",
      abstract: Phrase(
        sv: "Polisanmälningar utan besked, för mötet med gränspolisen.",
        en: "Police reports without news, for the meeting with the border police."
      ).local)

    @OptionGroup var common: CommonOptions

    @Option(
      name: .long,
      help: .init(
        sv: "Utan besked i minst så många dagar.", en: "Without news for at least so many days.",
        valueName: "n"))
    var days = PoliceReport.defaultSilence

    @Option(name: .long, help: .init(sv: "text eller markdown.", en: "text or markdown."))
    var format = Format.text

    func run() throws {
      try common.run { session in
        guard (0...3650).contains(days) else {
          throw Complaint(
            .usage, Phrase(sv: "--days ska vara 0–3650", en: "--days must be 0–3650"))
        }
        var reports: [(Reference, PoliceReport)] = []
        try session.eachRecord(.policeReport, onlyOpen: true) { row in
          reports.append((row.reference, PoliceReport(row.record)))
          return true
        }
        AgendaText(
          Agenda.police(reports, silentFor: days, now: session.clock.now()), format,
          session.language
        ).write()
      }
    }
  }

  /// `samjour agenda forum`.
  struct Forum: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forum",
      abstract: Phrase(
        sv: "Öppna ärenden, omhändertaganden, anmälningar och överlämningar, för interna forumet.",
        en: "Open cases, custody decisions, reports and handovers, for the internal forum."
      ).local)

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: .init(sv: "text eller markdown.", en: "text or markdown."))
    var format = Format.text

    func run() throws {
      try common.run { session in
        let kinds: [SubjectKind] = [.case, .custody, .policeReport, .handover]
        let readable = kinds.filter {
          session.officer.holds(RecordKinds.of($0)?.readers ?? [])
        }
        // Who may read none of them is told so by the store.
        var matters: [(Reference, Casework.Record)] = []
        for kind in readable.isEmpty ? kinds : readable {
          try session.eachRecord(kind, onlyOpen: true) { row in
            matters.append((row.reference, row.record))
            return true
          }
        }
        AgendaText(
          Agenda.forum(matters, for: session.officer, now: session.clock.now()), format,
          session.language
        ).write()
      }
    }
  }
}

/// An agenda as plain text, or as Markdown with room to tick off.
private struct AgendaText {
  private let agenda: Agenda
  private let format: AgendaCommand.Format
  private let language: Casework.Language

  init(_ agenda: Agenda, _ format: AgendaCommand.Format, _ language: Casework.Language) {
    self.agenda = agenda
    self.format = format
    self.language = language
  }

  func write() {
    Output.lines { output in
      let day = Stockholm.civil(agenda.madeAt).date
      output.line(SafeText("\(mark("# "))\(agenda.title[language]), \(day)"))
      output.line("")
      for note in agenda.notes { output.line(SafeText(note[language])) }
      if agenda.parts.allSatisfy(\.items.isEmpty) {
        output.line("")
        output.line(SafeText(Phrase(sv: "Inget att ta upp.", en: "Nothing to take up.")[language]))
      }
      for part in agenda.parts where !part.items.isEmpty {
        output.line("")
        output.line(SafeText(mark("## ") + part.title[language]))
        output.line("")
        for item in part.items { write(item, to: &output) }
      }
    }
  }

  private func write(_ item: Agenda.Item, to output: inout LineBuffer) {
    let heading = item.heading[language]
    output.line(
      SafeText(
        format == .markdown
          ? "- [ ] **\(item.reference)** \(heading)" : "\(item.reference)  \(heading)"))
    for line in item.lines {
      let text = "\(line.label[language]): \(line.text[language])"
      output.line(SafeText(format == .markdown ? "  - \(text)" : "    \(text)"))
    }
  }

  private func mark(_ markdown: String) -> String { format == .markdown ? markdown : "" }
}
