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

  @Option(
    name: .long,
    help: .init(
      sv: "Varför du behöver det som är skyddat eller dolt; arbetsledaren ser det.",
      en: "Why you need what is restricted or masked; the lead sees it.", valueName: "text"))
  var reason: String?

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
      let reasons = AccessReasons(try reason.map { try AccessReason($0) })
      guard
        let content = try session.store.open(
          reference, as: session.officer, reasons: reasons, way: .show)
      else {
        throw Complaint(
          .badData, Phrase(sv: "\(reference) finns inte", en: "there is no \(reference)"))
      }
      try Output.lines { output in
        if format.json {
          try writeJSON(content, reference, reasons, session, to: &output)
        } else {
          SubjectText(session, reasons).write(content, reference, to: &output)
        }
      }
    }
  }

  private func writeJSON(
    _ content: SubjectContent, _ reference: Reference, _ reasons: AccessReasons,
    _ session: Session, to output: inout LineBuffer
  ) throws {
    let coder = FactCoder()
    let history = content.history
    if case .record(let record) = content.state {
      let view = RecordView(
        record, for: session.officer, now: session.clock.now(), reasons: reasons,
        filling: content.material, session.language)
      let entries = try history.compactMap { try HistoryJSON($0, coder, view) }
      try output.json(
        RecordJSON(view, reference, session.language, links: content.links, history: entries))
      return
    }
    let entries = try history.map { try HistoryJSON($0, coder) }
    switch content.state {
    case .tip(let tip): try output.json(try TipJSON(tip, reference, history: entries))
    case .officer(let officer):
      try output.json(OfficerJSON(officer, reference, history: entries))
    case .record: break
    }
  }
}
