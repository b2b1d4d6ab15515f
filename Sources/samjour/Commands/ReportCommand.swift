import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour report`: the figures of a period.
struct ReportCommand: ParsableCommand {
  /// What the report is written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: Phrase(
      sv: "Statistik för en period, räknad ur journalen; utan namn.",
      en: "Figures of a period, counted from the journal; without names."
    ).local)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: .init(
      sv: "Första dagen, 2011-08-01.", en: "The first day, 2011-08-01.", valueName: "date"))
  var from: String

  @Option(
    name: .long,
    help: .init(sv: "Sista dagen.", en: "The last day.", valueName: "date"))
  var to: String

  @Option(
    name: .long,
    help: .init(
      sv: "text, json eller csv; i json och csv är tal under fem dolda.",
      en: "text, json or csv; in json and csv numbers under five are hidden."))
  var format = Format.text

  @Flag(
    name: .long,
    help: .init(
      sv: "Dölj tal under fem också i text.", en: "Hide numbers under five in text as well."))
  var hideSmall = false

  func run() throws {
    try common.run { session in
      let period = try period()
      let statistics = try session.store.statistics(period, as: session.officer)
      let figures =
        hideSmall || format != .text ? statistics.figures.hidingSmall() : statistics.figures
      try Output.lines { output in
        switch format {
        case .text: FiguresText(figures, session.language).write(to: &output)
        case .json: try output.json(FiguresJSON(figures))
        case .csv: FiguresCSV(figures, session.language).write(to: &output)
        }
      }
    }
  }

  private func period() throws -> Period {
    func date(_ text: String, _ option: String) throws -> CivilDate {
      guard let date = CivilDate(iso8601: text) else {
        throw Complaint(
          .usage,
          Phrase(
            sv: "\(option): skriv dagen som 2011-08-01",
            en: "\(option): write the day as 2011-08-01"
          ))
      }
      return date
    }
    guard let period = Period(from: try date(from, "--from"), to: try date(to, "--to")) else {
      throw Complaint(
        .usage,
        Phrase(
          sv: "--to ligger före --from; byt plats på dagarna",
          en: "--to is before --from; change places"))
    }
    return period
  }
}
