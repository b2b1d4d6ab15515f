import CaseStore
import Casework
import Terminal
import TextSafety

// The whole handover as it would leave the desk, what is typed and not saved with it.
extension DeskState {
  /// How many lines of the preview are in sight.
  var previewHeight: Int { max(1, body.rows - 3) }

  /// The lines of the preview, wrapped.
  func previewLines(_ screen: HandoverScreen) -> [(SafeText, Style)] {
    guard let content = screen.content else { return [] }
    let document = HandoverDocument(
      content.record, screen.reference, texts: previewTexts(screen, content),
      material: content.material, foot: SafeText(words(Self.previewFoot)), now: now, language)
    let columns = max(10, min(100, body.columns - 6))
    return document.blocks.flatMap { block -> [(SafeText, Style)] in
      switch block {
      case .title(let text): [(text, Style(.title, bold: true))]
      case .heading(let text): [(SafeText(""), Style(.text)), (text, Style(.title, bold: true))]
      case .line(let text): Self.wrapped(text, columns, Style(.text))
      case .step(let text, let isSettled):
        Self.wrapped((isSettled ? "✓ " : "○ ") + text, columns, Style(isSettled ? .dim : .text))
      case .note(let text): Self.wrapped("– " + text + " –", columns, Style(.dim))
      }
    }
  }

  private static let previewFoot = Phrase(
    sv: "förhandsvisning; journalens slut står i utskriften: samjour handover",
    en: "preview; the end of the journal stands in the export: samjour handover")

  private static func wrapped(_ text: SafeText, _ columns: Int, _ style: Style)
    -> [(SafeText, Style)]
  {
    text.isEmpty ? [(SafeText(""), style)] : Width.wrap(text, columns: columns).map { ($0, style) }
  }

  private func previewTexts(_ screen: HandoverScreen, _ content: HandoverContent)
    -> [HandoverSection: HandoverDocument.SafeLines?]
  {
    let view = RecordView(
      content.record, for: setup.officer, now: now, reasons: screen.reasons,
      filling: content.material, language)
    var texts = HandoverDocument.texts(view)
    for (section, text) in screen.texts where !text.editor.isEmpty {
      texts[section] = .some(
        HandoverDocument.lines(of: UntrustedText(text.editor.text), view))
    }
    return texts
  }

  func viewPreview(_ screen: HandoverScreen, into frame: inout Frame) {
    let rect = Rect(
      column: body.column, row: body.row + 1, columns: body.columns, rows: body.rows - 1)
    let lines = previewLines(screen)
    let scroll = screen.preview ?? 0
    let last = min(lines.count, scroll + previewHeight)
    frame.box(
      rect, title: SafeText(words(Phrase(sv: "Förhandsvisning", en: "Preview"))),
      trailing: SafeText("\(last)/\(lines.count)"), style: Style(.focusBorder),
      titleStyle: Style(.title, bold: true))
    let inside = rect.inset(columns: 2, rows: 1)
    for (row, line) in lines.dropFirst(scroll).prefix(inside.rows).enumerated() {
      frame.put(
        line.0, at: Point(column: inside.column, row: inside.row + row), style: line.1,
        clip: inside)
    }
    frame.cursor = inside.origin
  }
}
