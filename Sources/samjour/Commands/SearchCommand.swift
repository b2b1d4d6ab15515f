import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour search TEXT`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: Phrase(sv: "Söker bland tips.", en: "Searches the tips.").local)

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  @Option(
    name: .long,
    help: .init(sv: "Högst så många träffar.", en: "At most so many hits.", valueName: "n"))
  var limit = 60

  @Argument(help: .init(sv: "Ord att söka efter.", en: "Words to search for."))
  var text: [String]

  func run() throws {
    try common.run { session in
      guard (1...10_000).contains(limit) else {
        throw Complaint(
          .usage, Phrase(sv: "--limit ska vara 1–10000", en: "--limit must be 1–10000"))
      }
      let rows = try session.store.search(
        tips: text.joined(separator: " "), limit: limit, as: session.officer)
      try Output.lines { output in
        if format.json {
          for row in rows { try output.json(TipRowJSON(row)) }
        } else if rows.isEmpty {
          output.line(SafeText(Phrase(sv: "Inga träffar.", en: "No hits.")[session.language]))
        } else {
          var table = TipTable(session.language, now: session.clock.now())
          rows.forEach { table.add($0) }
          table.write(to: &output)
        }
      }
    }
  }
}
