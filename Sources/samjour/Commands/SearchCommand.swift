import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour search TEXT`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: Phrase(
      sv: "Söker tips på ord; barn och ärenden på namn, nummer eller referens.",
      en: "Finds tips by words; persons and cases by name, number or reference."
    ).local,
    discussion: Phrase(
      sv: "Barn, ärenden, omhändertaganden, polisanmälningar och överlämningar hittas bara på namn "
        + "eller alias, personnummer, K-nummer eller referens (förordning 2001:637 15 §).",
      en: "Persons, cases, custody decisions, police reports and handovers are found by name or "
        + "alias, personal identity number, K-number or reference only (förordning 2001:637 15 §)."
    ).local)

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
      let hits = try session.store.search(
        text.joined(separator: " "), limit: limit, as: session.officer)
      try Output.lines { output in
        if format.json {
          try writeJSON(hits, session, to: &output)
        } else if hits.isEmpty {
          output.line(SafeText(Phrase(sv: "Inga träffar.", en: "No hits.")[session.language]))
        } else {
          write(hits, session, to: &output)
        }
      }
    }
  }

  private func writeJSON(
    _ hits: [SearchHit], _ session: Session, to output: inout LineBuffer
  ) throws {
    let now = session.clock.now()
    for hit in hits {
      switch hit {
      case .tip(let row): try output.json(TipRowJSON(row))
      case .record(let row):
        let view = RecordView(row.record, for: session.officer, now: now)
        try output.json(RecordJSON(view, row.reference, session.language))
      }
    }
  }

  /// The records, then the tips: each in the table of their list.
  private func write(_ hits: [SearchHit], _ session: Session, to output: inout LineBuffer) {
    var records = RecordTable(session)
    var tips = TipTable(session.language, now: session.clock.now())
    var (hasRecords, hasTips) = (false, false)
    for hit in hits {
      switch hit {
      case .record(let row):
        records.add(row)
        hasRecords = true
      case .tip(let row):
        tips.add(row)
        hasTips = true
      }
    }
    if hasRecords { records.write(to: &output) }
    if hasRecords && hasTips { output.line("") }
    if hasTips { tips.write(to: &output) }
  }
}
