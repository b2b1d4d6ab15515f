import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour handover REF`.
struct HandoverCommand: ParsableCommand {
  /// How the document is set out.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: Phrase(
      sv: "Skriver ut en överlämning, med handboken och källorna.",
      en: "Writes out a handover, with the manual and the sources."
    ).local)

  @OptionGroup var common: CommonOptions

  @Option(help: .init(sv: "text eller markdown.", en: "text or markdown."))
  var format = Format.text

  @Option(
    name: .long,
    help: .init(
      sv: "Varför du behöver det som är skyddat eller dolt; arbetsledaren ser det.",
      en: "Why you need what is restricted or masked; the lead sees it.", valueName: "text"))
  var reason: String?

  @Argument(help: .init(sv: "Överlämningens referens.", en: "The handover's reference."))
  var ref: String

  func run() throws {
    try common.run { session in
      guard let reference = Reference(ref), reference.kind == .handover else {
        throw Complaint(
          .usage,
          Phrase(
            sv: "\(ref.prefix(24)) är ingen överlämning; samjour list handovers visar dem",
            en: "\(ref.prefix(24)) is no handover; samjour list handovers shows them"))
      }
      let reasons = AccessReasons(try reason.map { try AccessReason($0) })
      guard
        let content = try session.store.openHandover(
          reference, as: session.officer, reasons: reasons, way: .handover)
      else {
        throw Complaint(
          .badData, Phrase(sv: "\(reference) finns inte", en: "there is no \(reference)"))
      }
      let now = session.clock.now()
      let view = RecordView(
        content.record, for: session.officer, now: now, reasons: reasons,
        filling: content.material, session.language)
      let head = try session.store.head()
      let document = HandoverDocument(
        content.record, reference,
        texts: HandoverDocument.texts(view), material: content.material,
        foot: HandoverDocument.foot(seq: head.seq, digest: head.digest, session.language),
        now: now, session.language)
      Output.lines { output in
        switch format {
        case .text: HandoverText.write(document, to: &output)
        case .markdown: HandoverMarkdown.write(document, to: &output)
        }
      }
    }
  }
}
