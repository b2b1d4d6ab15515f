import CaseStore
import Casework
import Terminal
import TextSafety

/// What is due to be erased, for a lead (SoL 16:1, 16:2, 16:2 a), opened over the desk.
public struct RetentionOverlay: Sendable {
  /// The files that are due, the longest overdue first; nil until they have been read.
  var due: [RetentionCase]?
  var trouble: Problem?
  /// By what a person calls the file: the order changes when one is erased.
  var selection: Reference?
  var top = 0
  /// The file that is being erased.
  var erasing: Reference?

  var selectedIndex: Int? {
    due?.firstIndex { $0.main == selection } ?? (due?.isEmpty == false ? 0 : nil)
  }

  var selected: RetentionCase? { selectedIndex.flatMap { due?[$0] } }
}

extension DeskState {
  private var retention: RetentionOverlay? {
    guard case .retention(let overlay)? = layers.last else { return nil }
    return overlay
  }

  /// Opens the list of what is due.
  mutating func openRetention() -> [Effect] {
    layers.append(.retention(RetentionOverlay()))
    return [.loadRetention]
  }

  mutating func take(due result: Result<[RetentionCase], Problem>) -> [Effect] {
    changeRetention { overlay in
      switch result {
      case .success(let due):
        overlay.due = due
        overlay.trouble = nil
      case .failure(let problem): overlay.trouble = problem
      }
      overlay.erasing = nil
    }
    return []
  }

  mutating func moveInRetention(by delta: Int) {
    let height = retentionHeight
    changeRetention { overlay in
      guard let due = overlay.due, let old = overlay.selectedIndex else { return }
      let new = max(0, min(due.count - 1, old + delta))
      overlay.selection = due[new].main
      overlay.top = min(max(overlay.top, new - height + 1), new)
    }
  }

  /// Asks for the word before what is selected is erased.
  mutating func askToErase() -> [Effect] {
    guard let file = retention?.selected, let main = file.main else { return [] }
    layers.append(.confirm(ConfirmDialog(question: .erase(file, main, form: nil))))
    return []
  }

  /// The word has been typed.
  mutating func erase(_ main: Reference, form: String?) -> [Effect] {
    changeRetention { $0.erasing = main }
    say(Phrase(sv: "Gallrar \(main) …", en: "Erasing \(main) …"))
    return [.erase(main, because: reason(ofForm: form), form: form)]
  }

  mutating func take(erased result: Result<RetentionCase, Problem>, form: String?) -> [Effect] {
    var effects: [Effect] = []
    switch result {
    case .success(let file):
      if let form { effects += settle(form: form, nil) }
      effects += letGo(of: Set(file.references))
      let all = file.extent
      let law = file.ruling.law.rawValue
      say(
        Phrase(
          sv: "Gallrat: \(all) [\(law)]. Säkerhetskopior har kvar det: gallra dem också.",
          en: "Erased: \(all) [\(law)]. Backups still have it: retire them, too."), .good)
    case .failure(let problem):
      if let form { effects += settle(form: form, problem) }
      say(problem.message, .error)
    }
    guard layers.contains(where: { if case .retention = $0 { true } else { false } }) else {
      return effects
    }
    // What was erased before the files could not be swept is gone from the list all the same.
    return effects + [.loadRetention]
  }

  /// Why what is selected can't be erased now; nil where it can.
  var erasingReason: Phrase? {
    guard let overlay = retention else {
      return Phrase(sv: "öppna gallringslistan först", en: "open the list of what is due first")
    }
    if setup.isPast { return Self.readOnly }
    if overlay.erasing != nil { return Phrase(sv: "gallrar …", en: "erasing …") }
    return overlay.selected == nil
      ? Phrase(sv: "inget ska gallras nu", en: "nothing is due to be erased now") : nil
  }

  private mutating func changeRetention(_ change: (inout RetentionOverlay) -> Void) {
    for index in layers.indices {
      guard case .retention(var overlay) = layers[index] else { continue }
      change(&overlay)
      layers[index] = .retention(overlay)
    }
  }

  // MARK: Drawing

  /// Two lines for each file.
  private var retentionHeight: Int { max(1, (overlayRect.rows - 2) / 2) }

  func viewRetention(_ overlay: RetentionOverlay, into frame: inout Frame) {
    let rect = overlayRect
    frame.fill(rect, Style(.text))
    let due = overlay.due ?? []
    frame.box(
      rect, title: SafeText(words(Phrase(sv: "Att gallra", en: "Due to be erased"))),
      trailing: due.isEmpty ? "" : SafeText("\((overlay.selectedIndex ?? 0) + 1)/\(due.count)"),
      style: Style(.focusBorder), titleStyle: Style(.title, bold: true))
    let inside = rect.inset(columns: 2, rows: 1)
    frame.cursor = inside.origin
    guard !due.isEmpty else {
      let nothing = Phrase(sv: "Inget ska gallras nu.", en: "Nothing is due to be erased now.")
      let reading = Phrase(sv: "Läser …", en: "Reading …")
      let text = overlay.trouble?.message ?? (overlay.due == nil ? reading : nothing)
      for (row, line) in Width.wrap(SafeText(words(text)), columns: inside.columns)
        .prefix(inside.rows).enumerated()
      {
        frame.put(
          line, at: Point(column: inside.column, row: inside.row + row),
          style: Style(overlay.trouble == nil ? .dim : .error))
      }
      return
    }
    for (index, file) in due.enumerated().dropFirst(overlay.top).prefix(retentionHeight) {
      let row = inside.row + (index - overlay.top) * 2
      viewDue(
        file, isSelected: index == overlay.selectedIndex,
        in: Rect(column: inside.column, row: row, columns: inside.columns, rows: 1), into: &frame)
    }
  }

  private func viewDue(
    _ file: RetentionCase, isSelected: Bool, in line: Rect, into frame: inout Frame
  ) {
    let law = file.ruling.law
    let from = file.dueFrom?.description ?? ""
    let head = Phrase(
      sv: "gallras från \(from) · \(law.rawValue) · omfattar \(file.extent)",
      en: "due from \(from) · \(law.rawValue) · holds \(file.extent)")
    let below = Phrase(
      sv: "  sista anteckning \(file.lastNote) · \(law.title.sv)",
      en: "  last note \(file.lastNote) · \(law.title.en)")
    let style = Style(isSelected ? .selection : .text)
    frame.fill(line, style)
    let name = SafeText("\(isSelected ? "▸" : " ")\(file.main?.description ?? "")  ")
    frame.put(
      Width.truncated(name + SafeText(words(head)), to: line.columns), at: line.origin,
      style: style)
    frame.put(
      Width.truncated(SafeText(words(below)), to: line.columns),
      at: Point(column: line.column, row: line.row + 1), style: Style(.dim))
    if isSelected { frame.cursor = line.origin }
  }
}
