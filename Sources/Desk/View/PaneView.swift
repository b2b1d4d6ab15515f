import CaseStore
import Casework
import Terminal
import TextSafety

extension DeskState {
  func viewPane(
    _ id: String, in rect: Rect, keeping cache: RowCache, into frame: inout Frame
  ) {
    guard let pane = panes[id], rect.rows >= 3, rect.columns >= 10 else { return }
    let hasFocus = id == focus && layers.isEmpty
    if case .selected(let selected) = pane, let detail = selected.detail {
      return viewDetail(detail, isTop: hasFocus, in: rect, into: &frame)
    }
    let edge = PaneEdge(
      rect: rect, hasFocus: hasFocus, unit: pane.spec.unit, title: paneTitle(pane, in: rect),
      trailing: paneTrailing(pane, in: rect))
    let inside = rect.inset(columns: 1, rows: 1)
    switch pane {
    case .tips(let tips):
      return viewWindow(
        tips, id, version: RowCache.Version.init, cells: { $0.cell($1.id, now: now, language) },
        empty: Phrase(sv: "Inga tips här just nu", en: "No tips here just now"), edge,
        keeping: cache, into: &frame)
    case .records(let records):
      return viewWindow(
        records, id, version: RowCache.Version.init,
        cells: {
          $0.cell($1.id, now: now, language, for: setup.officer, width: $1.width)
        },
        empty: Phrase(sv: "Inget här just nu", en: "Nothing here just now"), edge,
        keeping: cache, into: &frame)
    default: edge.draw(into: &frame)
    }
    switch pane {
    case .tips, .records: break
    case .presence(let roster):
      let rows = presenceRows(roster)
      viewRoster(
        roster, keys: rows.map(\.key), cells: { rows[$0].cell($1, now, language) }, in: inside,
        hasFocus: hasFocus,
        empty: Phrase(sv: "Ingen är vid jourbordet", en: "Nobody is at the desk"), into: &frame)
    case .officers(let roster):
      let rows = officerRows(roster)
      viewRoster(
        roster, keys: rows.map(\.reference.description),
        cells: { rows[$0].officer.cell($1, language) }, in: inside, hasFocus: hasFocus,
        empty: Self.reading, into: &frame)
    case .drafts(let roster):
      let rows = draftRows(roster)
      viewRoster(
        roster, keys: rows.map(\.key), cells: { rows[$0].cell($1, now, language) }, in: inside,
        hasFocus: hasFocus,
        empty: Phrase(
          sv: "Inga utkast. Det du skriver i ett formulär sparas här tills det är klart.",
          en: "No drafts. What you type in a form is kept here until it is done."), into: &frame)
    case .news(let roster):
      let items = newsItems(roster)
      viewRoster(
        roster, keys: items.map(\.reference.description),
        cells: { items[$0].cell($1, for: setup.officer, now: now, language) }, in: inside,
        hasFocus: hasFocus,
        empty: news == nil
          ? Self.reading
          : Phrase(sv: "Inget nytt sedan ditt förra pass", en: "Nothing new since your last shift"),
        into: &frame)
    case .selected: break
    case .figures(let pane):
      viewFigures(pane, id, in: inside, hasFocus: hasFocus, into: &frame)
    }
  }

  /// What stands in a list that has not been read yet: not that there is nothing in it.
  private static let reading = Phrase(sv: "Läser …", en: "Reading …")

  private func paneTitle(_ pane: Pane, in rect: Rect) -> SafeText {
    var text = paneName(pane, withUnit: rect.columns >= 50)
    if case .tips(let tips) = pane, let counters, tips.spec.only.isEmpty {
      switch (tips.spec.filter, tips.order) {
      case (_, .waiting): text += " · \(counters.unassessed)"
      case (_, .urgency): text += " · \(counters.open)"
      case (_, .newest): break
      }
    }
    if let choice = pane.spec.choiceWords { text += " · \(words(choice))" }
    if case .news(let roster) = pane, news != nil {
      let unread = newsItems(roster).filter(\.isUnread).count
      text += words(Phrase(sv: " · \(unread) olästa", en: " · \(unread) unread"))
    }
    if pane.isFigures, pane.spec.id == paneOrder.first || isZoomed {
      text += " · \(countedTitle)"
    }
    if case .presence(let roster) = pane { text += " · \(presenceRows(roster).count)" }
    return SafeText(text)
  }

  /// What a pane is called, in the desk's language.
  func paneName(_ pane: Pane, withUnit: Bool) -> String {
    let spec = pane.spec
    let drawing = pane.isFigures ? FigureDrawing(spec).title : nil
    let name = words(
      spec.title ?? drawing ?? ListRegistry.list(spec.list)?.title ?? Phrase(same: spec.list))
    guard withUnit, let unit = spec.unit else { return name }
    return "\(words(unit.title)) · \(name)"
  }

  private func paneTrailing(_ pane: Pane, in rect: Rect) -> SafeText {
    if pane.isFigures, pane.spec.id == paneOrder.first || isZoomed {
      return SafeText(countedTrailing)
    }
    if case .news = pane, news?.isCut == true {
      return SafeText(words(Phrase(sv: "bara de senaste", en: "only the latest")))
    }
    let height = max(1, rect.rows - 2)
    // Who listens moves on until nothing more is said.
    let more = !setup.isLinear && hasMoreBelow(pane, height: height) ? "↓" : ""
    guard case .tips(let tips) = pane else { return SafeText(more) }
    let new = tips.newAbove(height: height)
    guard new > 0 else { return SafeText(more) }
    let words = words(
      Phrase(sv: new == 1 ? "1 nytt ↑" : "\(new) nya ↑", en: "\(new) new ↑"))
    return SafeText(words + (more.isEmpty ? "" : " \(more)"))
  }

  /// Whether a list goes on below what is shown of it.
  private func hasMoreBelow(_ pane: Pane, height: Int) -> Bool {
    switch pane {
    case .tips(let pane): pane.hasAfter || pane.rows.count > pane.topIndex + height
    case .records(let pane): pane.hasAfter || pane.rows.count > pane.topIndex + height
    case .presence(let pane): presenceRows(pane).count > pane.top + height
    case .officers(let pane): officerRows(pane).count > pane.top + height
    case .drafts(let pane): draftRows(pane).count > pane.top + height
    case .news(let pane): newsItems(pane).count > pane.top + height
    case .selected, .figures: false
    }
  }

  // MARK: Windows

  /// Draws the pane in a frame of its own, unless the one before it looked the same.
  private func viewWindow<Row>(
    _ pane: WindowPane<Row>, _ id: String, version: (Row) -> RowCache.Version,
    cells: (Row, ColumnLayout.Column) -> (SafeText, Style), empty: Phrase, _ edge: PaneEdge,
    keeping cache: RowCache, into frame: inout Frame
  ) {
    let inside = edge.rect.inset(columns: 1, rows: 1)
    let rows = pane.visible(height: inside.rows)
    let look = RowCache.Look(
      edge: edge,
      rows: rows.map { row in
        let isSelected = row.id == pane.selection
        let glows = glowing.contains(row.reference)
        return RowCache.Key(
          row: row.id, version: version(row),
          style: isSelected
            ? (edge.hasFocus ? .selection : .selectionDim) : glows ? .acuteGlow : .text,
          isSelected: isSelected, isMarked: isMarked(row.reference), columns: inside.columns)
      },
      text: pane.rows.isEmpty
        ? pane.trouble ?? (pane.isLoaded ? empty : Self.reading) : nil,
      others: presence.filter { $0.viewing != nil && $0.officer != me })
    let drawn = cache.pane(id, look) {
      var drawn = Frame(size: edge.rect.size)
      let area = drawn.bounds.inset(columns: 1, rows: 1)
      edge.at(drawn.bounds).draw(into: &drawn)
      if let text = look.text {
        view(text, in: area, into: &drawn)
        if edge.hasFocus { drawn.cursor = area.origin }
      } else {
        view(
          Array(zip(rows, look.rows)), of: pane.spec, id, cells: cells, in: area, keeping: cache,
          into: &drawn)
      }
      return drawn
    }
    frame.put(drawn, at: edge.rect.origin)
    if let cursor = drawn.cursor {
      frame.cursor = Point(
        column: edge.rect.column + cursor.column, row: edge.rect.row + cursor.row)
    }
  }

  /// A text in the place of rows.
  private func view(_ text: Phrase, in area: Rect, into frame: inout Frame) {
    let lines = Width.wrap(SafeText(words(text)), columns: max(1, area.columns - 2))
    for (line, part) in lines.prefix(area.rows).enumerated() {
      frame.put(
        part, at: Point(column: area.column + 1, row: area.row + line), style: Style(.dim))
    }
  }

  private func view<Row: WindowRow>(
    _ rows: [(Row, RowCache.Key)], of spec: PaneSpec, _ id: String,
    cells: (Row, ColumnLayout.Column) -> (SafeText, Style), in area: Rect, keeping cache: RowCache,
    into frame: inout Frame
  ) {
    let columns = ColumnLayout(
      spec.columns, list: spec.list, width: area.columns - 1, digits: referenceDigits)
    for (line, (row, key)) in rows.enumerated() {
      let (base, isSelected, isMarked) = (key.style, key.isSelected, key.isMarked)
      let glows = glowing.contains(row.reference)
      let drawn = cache.row(key, of: id) {
        var drawn = Frame(size: Size(columns: area.columns, rows: 1))
        drawn.fill(drawn.bounds, Style(base))
        drawn.put(
          isMarked ? "✓" : isSelected ? "▸" : glows ? "●" : " ", at: Point(column: 0, row: 0),
          style: Style(base, bold: isMarked))
        let shown = columns.columns.map { column in
          let cell = cells(row, column)
          // Bold within the selection would cost the terminal more than it shows.
          let style =
            isSelected ? Style(base) : glows ? Style(base, bold: cell.1.bold) : cell.1
          return (text: cell.0, style: style)
        }
        columns.put(shown, at: Point(column: 1, row: 0), into: &drawn)
        return drawn
      }
      let origin = Point(column: area.column, row: area.row + line)
      frame.put(drawn, at: origin)
      viewPresence(at: row.reference, isSelected: isSelected, line: line, in: area, into: &frame)
      if base == .selection { frame.cursor = origin }
    }
  }

  /// A mark in the border beside a row that somebody else has open; of the selected row, who it is.
  private func viewPresence(
    at reference: Reference, isSelected: Bool, line: Int, in area: Rect, into frame: inout Frame
  ) {
    let others = presence.filter { $0.viewing == reference && $0.officer != me }
    guard let first = others.first(where: \.isTyping) ?? others.first else { return }
    let style = Style(first.isTyping ? .warning : .good, bold: true)
    frame.put(
      first.isTyping ? "◆" : "◌", at: Point(column: area.maxColumn, row: area.row + line),
      style: style)
    guard isSelected else { return }
    let name = SafeText(first.name, limit: 40)
    let does = words(
      first.isTyping
        ? Phrase(sv: "skriver", en: "is typing") : Phrase(sv: "läser", en: "is reading"))
    let more = others.count > 1 ? " +\(others.count - 1)" : ""
    let text = Width.truncated(
      SafeText(" ") + name + SafeText(" \(does)\(more) "), to: max(1, area.columns - 4))
    frame.put(
      text, at: Point(column: area.maxColumn - Width.of(text) - 1, row: area.maxRow), style: style)
  }

  // MARK: Rosters

  private func viewRoster(
    _ pane: RosterPane, keys: [String], cells: (Int, String) -> (SafeText, Style), in area: Rect,
    hasFocus: Bool, empty: Phrase, into frame: inout Frame
  ) {
    guard !keys.isEmpty else {
      view(empty, in: area, into: &frame)
      if hasFocus { frame.cursor = area.origin }
      return
    }
    let columns = ColumnLayout(
      pane.spec.columns, list: pane.spec.list, width: area.columns - 1, digits: referenceDigits)
    let selected = pane.selection.flatMap { keys.firstIndex(of: $0) } ?? 0
    for (line, index) in keys.indices.dropFirst(pane.top).prefix(area.rows).enumerated() {
      let isSelected = index == selected && hasFocus
      let rowRect = Rect(column: area.column, row: area.row + line, columns: area.columns, rows: 1)
      frame.fill(rowRect, Style(isSelected ? .selection : .text))
      if isSelected {
        frame.put("▸", at: rowRect.origin, style: Style(.selection, bold: true))
        frame.cursor = rowRect.origin
      }
      let shown = columns.columns.map { column in
        let (text, style) = cells(index, column.id)
        return (text: text, style: isSelected ? Style(.selection) : style)
      }
      columns.put(shown, at: Point(column: area.column + 1, row: rowRect.row), into: &frame)
    }
  }
}
