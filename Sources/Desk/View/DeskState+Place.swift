import Casework
import Terminal
import TextSafety

extension DeskState {
  /// Where the hands are, for those who listen.
  var place: Frame.Place {
    let names = ["screen \(screenName)"] + layers.map(name)
    return Frame.Place(layers: names, title: SafeText(words(placeTitle), limit: 200))
  }

  private func name(_ layer: Layer) -> String {
    switch layer {
    case .detail(let detail): "detail \(detail.reference)"
    case .form(let form): "form \(form.key)"
    case .handover(let screen): "handover \(screen.reference)"
    case .help: "help"
    case .palette: "palette"
    case .search: "search"
    case .confirm: "confirm"
    case .access: "access"
    case .handbook: "handbook"
    case .reason: "reason"
    case .report: "report"
    case .tour: "tour"
    case .pane: "pane"
    case .retention: "retention"
    }
  }

  private var placeTitle: Phrase {
    switch layers.last {
    case .detail(let detail)?:
      let kind = detail.reference.kind.title.capitalized
      return Phrase(sv: "\(kind.sv) \(detail.reference)", en: "\(kind.en) \(detail.reference)")
    case .form(let form)?: return form.spec.title
    case .handover(let screen)?:
      return Phrase(sv: "Överlämning \(screen.reference)", en: "Handover \(screen.reference)")
    case .help?: return Phrase(sv: "Hjälp", en: "Help")
    case .palette?: return Phrase(sv: "Kommandon", en: "Commands")
    case .search?: return Phrase(sv: "Sök", en: "Search")
    case .confirm(let dialog)?: return dialog.title
    case .reason(let dialog)?: return dialog.title
    case .report?: return Phrase(sv: "Vad det blev av", en: "What came of it")
    case .tour?: return Phrase(sv: "Rundtur", en: "Tour")
    case .pane(let overlay)?: return paneOverlayTitle(overlay)
    case .retention?: return Phrase(sv: "Att gallra", en: "Due to be erased")
    case .access?: return Phrase(sv: "Åtkomstlogg", en: "Access log")
    case .handbook(let overlay)?:
      return overlay.section?.title ?? Phrase(sv: "Uppslagsverk", en: "Handbook")
    case nil:
      guard let pane = focusedPane else { return Phrase(same: "") }
      let name = Phrase(same: paneName(pane, withUnit: true))
      guard isZoomed || paneOrder.count > 1, let index = paneOrder.firstIndex(of: focus) else {
        return name
      }
      return Phrase(
        sv: "\(name.sv), ruta \(index + 1) av \(paneOrder.count)",
        en: "\(name.en), pane \(index + 1) of \(paneOrder.count)")
    }
  }
}

/// What of a line is worth saying again when it changes. The time that goes by is not: ages and the
/// clock of the header turn each minute.
public enum SpokenGist {
  /// The line without its times and marks.
  public static func of(_ line: String) -> String {
    line.replacing("▸", with: "").replacing(/\b(\d+ (min|t|h|d|mån|mo|år|y)|nu|now)\b/, with: "~")
      .replacing(/~( ~)+/, with: "~").replacing(/\d\d[.:]\d\d$/, with: "~")
  }
}
