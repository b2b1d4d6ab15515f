import Casework
import Terminal
import TextSafety

extension DeskState {
  /// Where the handbook's search, entries and text are drawn.
  var handbookLayout: (input: Rect, list: Rect, text: Rect) {
    let inside = body.inset(columns: 2, rows: 1)
    let listColumns = max(20, min(44, inside.columns * 2 / 5))
    let rows = max(1, inside.rows - 2)
    return (
      Rect(column: inside.column, row: inside.row, columns: inside.columns, rows: 1),
      Rect(column: inside.column, row: inside.row + 2, columns: listColumns, rows: rows),
      Rect(
        column: inside.column + listColumns + 2, row: inside.row + 2,
        columns: max(1, inside.columns - listColumns - 2), rows: rows)
    )
  }

  func viewHandbook(_ overlay: HandbookOverlay, into frame: inout Frame) {
    let entries = handbookEntries(overlay)
    frame.fill(body, Style(.text))
    let title = overlay.section?.title ?? Phrase(sv: "Uppslagsverk", en: "Handbook")
    frame.box(
      body, title: SafeText(words(title)), trailing: SafeText("\(entries.count)"),
      style: Style(.focusBorder), titleStyle: Style(.title, bold: true))
    let layout = handbookLayout
    if entries.isEmpty {
      viewHandbookNotice(overlay, in: layout, into: &frame)
    } else {
      viewHandbookList(overlay, entries, in: layout.list, into: &frame)
      let text = handbookText(overlay)
      for (row, line) in text.dropFirst(overlay.scroll).prefix(layout.text.rows).enumerated() {
        frame.put(
          line.text, at: Point(column: layout.text.column, row: layout.text.row + row),
          style: line.style, clip: layout.text)
      }
      if overlay.scroll + layout.text.rows < text.count {
        frame.put(
          "↓", at: Point(column: body.maxColumn - 2, row: body.maxRow - 2), style: Style(.dim))
      }
    }
    overlay.input.view(in: layout.input, focused: true, into: &frame)
  }

  private func viewHandbookNotice(
    _ overlay: HandbookOverlay, in layout: (input: Rect, list: Rect, text: Rect),
    into frame: inout Frame
  ) {
    let notice: Phrase =
      if handbook == nil {
        Phrase(sv: "Läser …", en: "Reading …")
      } else if !overlay.input.isEmpty {
        Phrase(
          sv: "Inget i uppslagsverket har ord som börjar så", en: "Nothing has words beginning so")
      } else if overlay.section == .words {
        Phrase(
          sv:
            "Ordlistan är tom: inga ord följer med som ingen har granskat. Enheten skriver sina i "
            + "/etc/samjour/reference/words.yaml; hur visas i Reference/words.yaml.",
          en: "The word list is empty: no words are shipped that nobody has reviewed. The unit "
            + "writes its own in /etc/samjour/reference/words.yaml; Reference/words.yaml shows how."
        )
      } else {
        Phrase(sv: "Här finns inget", en: "There is nothing here")
      }
    let columns = layout.input.columns
    let caution = overlay.section?.caution.map { [$0] } ?? []
    let lines = (caution + [notice]).flatMap {
      Width.wrap(SafeText(words($0.capitalized)), columns: columns)
    }
    for (row, line) in lines.prefix(layout.list.rows).enumerated() {
      frame.put(
        line, at: Point(column: layout.list.column, row: layout.list.row + row), style: Style(.dim))
    }
  }

  // MARK: The entries

  private enum HandbookRow {
    case heading(Handbook.Section)
    case entry(HandbookEntry)
  }

  private func viewHandbookList(
    _ overlay: HandbookOverlay, _ entries: [HandbookEntry], in area: Rect, into frame: inout Frame
  ) {
    let selected = selectedEntry(overlay)?.id
    var rows: [HandbookRow] = []
    var section: Handbook.Section?
    for entry in entries {
      if entry.section != section, overlay.section == nil { rows.append(.heading(entry.section)) }
      section = entry.section
      rows.append(.entry(entry))
    }
    let place =
      rows.firstIndex {
        if case .entry(let entry) = $0 { entry.id == selected } else { false }
      } ?? 0
    // A line below the selection is shown as long as there is one.
    let top = max(0, min(place + 2, rows.count) - area.rows)
    for (line, row) in rows.dropFirst(top).prefix(area.rows).enumerated() {
      let at = Point(column: area.column, row: area.row + line)
      switch row {
      case .heading(let section):
        frame.put(
          Width.truncated(SafeText(words(section.title)), to: area.columns), at: at,
          style: Style(.title, bold: true))
      case .entry(let entry):
        let isSelected = entry.id == selected
        let style = Style(isSelected ? .selection : .text)
        if isSelected {
          frame.fill(
            Rect(column: at.column, row: at.row, columns: area.columns, rows: 1), style)
        }
        frame.put(isSelected ? "▸" : " ", at: at, style: style)
        frame.put(
          Width.truncated(SafeText(words(entry.title)), to: area.columns - 2),
          at: Point(column: at.column + 2, row: at.row), style: style)
      }
    }
  }

  // MARK: The text

  /// The text of the selected entry, wrapped for where it is drawn.
  func handbookText(_ overlay: HandbookOverlay) -> [(text: SafeText, style: Style)] {
    guard let entry = selectedEntry(overlay) else { return [] }
    let columns = handbookLayout.text.columns
    var lines: [(text: SafeText, style: Style)] = []
    func add(_ text: String, _ style: Style) {
      lines += Width.wrap(SafeText(text), columns: columns).map { ($0, style) }
    }
    add(words(entry.title), Style(.title, bold: true))
    if let caution = entry.section.caution {
      add(words(caution.capitalized), Style(.warning))
    }
    for passage in entry.passages {
      lines.append(("", Style(.text)))
      for line in passage.lines {
        let label = line.label.map { words($0) + ": " } ?? ""
        add(label + words(line.text), Style(.text))
      }
      lines.append(("", Style(.text)))
      add(
        words(passage.reviewTitle.capitalized),
        Style(passage.review == nil ? .warning : .good))
      add(words(passage.sourceTitle.capitalized), Style(.dim))
    }
    return lines
  }
}
