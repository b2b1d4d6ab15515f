import Casework
import Terminal

/// The handbook, opened over whatever lies there: searched as it is typed, entries on the left, the
/// text on the right.
public struct HandbookOverlay: Sendable {
  /// The one section it shows; nil: all.
  let section: Handbook.Section?
  var input = TextField()
  var selection: HandbookEntry.ID?
  /// Lines of the text that are above the window.
  var scroll = 0
}

extension DeskState {
  /// The entries it shows, section by section; none before the handbook has been read.
  func handbookEntries(_ overlay: HandbookOverlay) -> [HandbookEntry] {
    let found = found(overlay)
    return Handbook.Section.allCases.flatMap { section in found.filter { $0.section == section } }
  }

  /// The best first.
  private func found(_ overlay: HandbookOverlay) -> [HandbookEntry] {
    handbook?.search(overlay.input.text, in: overlay.section) ?? []
  }

  /// The selected entry, or the best where that is not among those shown.
  func selectedEntry(_ overlay: HandbookOverlay) -> HandbookEntry? {
    let found = found(overlay)
    return found.first { $0.id == overlay.selection } ?? found.first
  }

  /// Opens the handbook, and reads its files again.
  mutating func openHandbook(
    in section: Handbook.Section? = nil, at selection: HandbookEntry.ID? = nil
  ) -> [Effect] {
    layers.removeAll { if case .handbook = $0 { true } else { false } }
    layers.append(.handbook(HandbookOverlay(section: section, selection: selection)))
    return [.loadHandbook]
  }

  /// Opens it at the paragraph of what runs out first in what is selected, or at the manual's next
  /// step.
  mutating func openParagraph() -> [Effect] {
    guard let paragraph = selectedParagraph else { return [] }
    return openHandbook(at: paragraph)
  }

  /// Where the handbook tells of the rule that the selected subject waits for; nil where it waits
  /// for none.
  var selectedParagraph: HandbookEntry.ID? {
    guard let state = selectedState else {
      return selectedReference?.kind == .tip ? DeadlineRule.protectionAssessment.handbookID : nil
    }
    if let clock = state.clocksToMind(at: now).first { return clock.rule.handbookID }
    if case .record(let record) = state, let open = Case(record)?.checklist {
      return open.first { $0.outcome == nil }?.step.handbookID
    }
    return nil
  }

  private var selectedState: SubjectState? {
    if case .detail(let detail)? = layers.last { return detail.content?.state }
    guard layers.isEmpty, case .records(let pane)? = focusedPane else { return nil }
    return pane.selected.map { .record($0.record) }
  }

  mutating func take(_ handbook: Handbook, faults: Int) {
    self.handbook = handbook
    guard faults > 0 else { return }
    say(
      Phrase(
        sv: "Uppslagsverkets filer har fel (\(faults)): samjour check-config visar dem",
        en: "The handbook's files have faults (\(faults)): samjour check-config shows them"),
      .warning)
  }

  // MARK: Moving

  mutating func moveInHandbook(by delta: Int) {
    changeHandbook { overlay, desk in
      let entries = desk.handbookEntries(overlay)
      guard let selected = desk.selectedEntry(overlay) else { return }
      let old = entries.firstIndex { $0.id == selected.id } ?? 0
      overlay.selection = entries[max(0, min(entries.count - 1, old + delta))].id
      overlay.scroll = 0
    }
  }

  mutating func scrollHandbook(by delta: Int) {
    changeHandbook { overlay, desk in
      let limit = max(0, desk.handbookText(overlay).count - desk.handbookLayout.text.rows)
      overlay.scroll = max(0, min(limit, overlay.scroll + delta))
    }
  }

  /// Goes to the first entry of the next section, or of the one before, round and round.
  mutating func changeSection(by delta: Int) -> [Effect] {
    changeHandbook { overlay, desk in
      let entries = desk.handbookEntries(overlay)
      let sections = Handbook.Section.allCases.filter { section in
        entries.contains { $0.section == section }
      }
      guard !sections.isEmpty, let selected = desk.selectedEntry(overlay) else { return }
      let old = sections.firstIndex(of: selected.section) ?? 0
      let section = sections[(old + delta + sections.count) % sections.count]
      overlay.selection = entries.first { $0.section == section }?.id
      overlay.scroll = 0
    }
    return []
  }

  /// Types into the search; nil where the key was of no use.
  mutating func typeInHandbook(_ type: (inout TextField) -> Bool) -> Bool {
    var isTaken = false
    changeHandbook { overlay, _ in
      let old = overlay.input.text
      isTaken = type(&overlay.input)
      guard overlay.input.text != old else { return }
      overlay.selection = nil
      overlay.scroll = 0
    }
    return isTaken
  }

  private mutating func changeHandbook(_ change: (inout HandbookOverlay, DeskState) -> Void) {
    guard case .handbook(var overlay)? = layers.last else { return }
    change(&overlay, self)
    layers[layers.count - 1] = .handbook(overlay)
  }
}
