import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour show REF`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Phrase(
      sv: "Visar ett ärende: läge och historik.", en: "Shows one subject: state and history."
    ).local)

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  @Argument(help: .init(sv: "Referensen, som T1042.", en: "The reference, such as T1042."))
  var ref: String

  func run() throws {
    try common.run { session in
      guard let reference = Reference(ref) else {
        throw Complaint(
          .usage,
          Phrase(
            sv: "en referens är en bokstav och ett nummer: T1042 (tips), Ä77 (ärende), O81 …",
            en: "a reference is a letter and a number: T1042 (tip), Ä77 (case), O81 …"))
      }
      guard let state = try session.store.subject(reference, as: session.officer) else {
        throw Complaint(
          .badData, Phrase(sv: "\(reference) finns inte", en: "there is no \(reference)"))
      }
      let history = try session.store.history(of: reference, as: session.officer)
      let links = try session.store.links(of: reference, as: session.officer)
      try Output.lines { output in
        if format.json {
          try writeJSON(state, reference, history, links, session, to: &output)
        } else {
          SubjectText(session).write(state, reference, history, links, to: &output)
        }
      }
    }
  }

  private func writeJSON(
    _ state: SubjectState, _ reference: Reference, _ history: [HistoryEntry],
    _ links: [Reference], _ session: Session, to output: inout LineBuffer
  ) throws {
    let coder = FactCoder()
    if case .record(let record) = state {
      let view = RecordView(record, for: session.officer, now: session.clock.now())
      let entries = try history.compactMap { try HistoryJSON($0, coder, view) }
      try output.json(
        RecordJSON(view, reference, session.language, links: links, history: entries))
      return
    }
    let entries = try history.map { try HistoryJSON($0, coder) }
    switch state {
    case .tip(let tip): try output.json(try TipJSON(tip, reference, history: entries))
    case .officer(let officer):
      try output.json(OfficerJSON(officer, reference, history: entries))
    case .record: break
    }
  }
}
