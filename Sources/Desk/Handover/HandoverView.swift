import CaseStore
import Casework
import Terminal
import TextSafety

// The drafting screen: sections on the left, the text, and the case's timeline and checklist.
extension DeskState {
  private static let wideColumns = 100

  private var listColumns: Int { size.columns >= 160 ? 32 : size.columns >= 80 ? 25 : 20 }

  /// What lies under the line that tells which handover it is.
  private var handoverBody: Rect {
    Rect(column: body.column, row: body.row + 1, columns: body.columns, rows: body.rows - 1)
  }

  private var isWide: Bool { size.columns >= Self.wideColumns }

  private var sectionBox: Rect {
    guard !setup.isLinear else {
      let rows = min(HandoverSection.allCases.count + 2, handoverBody.rows - 6)
      return Rect(column: 0, row: handoverBody.row, columns: handoverBody.columns, rows: rows)
    }
    return Rect(
      column: 0, row: handoverBody.row, columns: listColumns, rows: handoverBody.rows)
  }

  private var textBox: Rect {
    guard !setup.isLinear else {
      guard handoverScreen?.focus == .sections else { return handoverBody }
      let row = sectionBox.maxRow
      return Rect(
        column: 0, row: row, columns: handoverBody.columns, rows: handoverBody.maxRow - row)
    }
    let room = handoverBody.columns - listColumns
    let columns = isWide ? room * 11 / 20 : room
    return Rect(
      column: listColumns, row: handoverBody.row, columns: columns, rows: handoverBody.rows)
  }

  /// Beside the text where there is room for both, else in its place.
  private var factBox: Rect {
    guard !setup.isLinear else { return handoverBody }
    guard isWide else { return textBox }
    return Rect(
      column: textBox.maxColumn, row: handoverBody.row,
      columns: handoverBody.columns - textBox.maxColumn, rows: handoverBody.rows)
  }

  /// Where the sections are listed.
  var sectionArea: Rect { sectionBox.inset(columns: 1, rows: 1) }

  /// The first section that is listed: the selected one is always in sight.
  func sectionScroll(_ screen: HandoverScreen) -> Int {
    let index = HandoverSection.allCases.firstIndex(of: screen.section) ?? 0
    return max(0, index - sectionArea.rows + 1)
  }

  /// Where the section's text is edited: above what somebody else wrote, or what is new.
  func editorArea(_ screen: HandoverScreen) -> Rect {
    let inside = textBox.inset(columns: 2, rows: 1)
    let below = underText(screen, columns: inside.columns, rows: inside.rows).count
    return Rect(
      column: inside.column, row: inside.row, columns: inside.columns,
      rows: max(1, inside.rows - below))
  }

  func viewHandover(_ screen: HandoverScreen, isTop: Bool, into frame: inout Frame) {
    frame.fill(body, Style(.text))
    viewHandoverHead(screen, into: &frame)
    guard screen.content != nil else {
      let text = screen.trouble?.message ?? Phrase(sv: "Läser …", en: "Reading …")
      frame.put(
        SafeText(words(text)), at: Point(column: 2, row: handoverBody.row + 1),
        style: Style(screen.trouble == nil ? .dim : .error), clip: body)
      return
    }
    guard screen.preview == nil else {
      viewPreview(screen, into: &frame)
      return
    }
    // Who listens hears one part at a time: the sections with the text of the one selected, the text
    // alone, or the facts.
    let showsAll = isWide && !setup.isLinear
    if !setup.isLinear || screen.focus == .sections {
      viewSections(screen, isTop: isTop && screen.focus == .sections, into: &frame)
    }
    if showsAll || screen.focus != .facts {
      viewText(screen, isTop: isTop && screen.focus == .text, into: &frame)
    }
    if showsAll || screen.focus == .facts {
      viewFacts(screen, isTop: isTop && screen.focus == .facts, into: &frame)
    }
  }

  // MARK: Head

  private func viewHandoverHead(_ screen: HandoverScreen, into frame: inout Frame) {
    var title = SafeText("\(words(SubjectKind.handover.title.capitalized)) \(screen.reference)")
    if let record = screen.content?.record {
      let view = RecordView(record, for: setup.officer, now: now, reasons: screen.reasons)
      title += " · " + SafeText(view.title(language), limit: 80)
      title += SafeText(" · \(view.status?.title[language] ?? "")")
    }
    let others = SafeText(othersHere(screen.reference).joined(separator: ", "), limit: 120)
    let room = max(10, body.columns - 4 - Width.of(others))
    frame.put(
      Width.truncated(title, to: room), at: Point(column: 1, row: body.row),
      style: Style(.title, bold: true), clip: body)
    frame.put(
      others, at: Point(column: max(1, body.columns - 1 - Width.of(others)), row: body.row),
      style: Style(.warning), clip: body)
  }

  /// Who else has the handover open, and whether they are typing.
  private func othersHere(_ reference: Reference) -> [String] {
    presence.filter { $0.viewing == reference && $0.officer != me }.map { other in
      let name = SafeText(other.name, limit: 40).string
      return other.isTyping
        ? words(Phrase(sv: "\(name) skriver …", en: "\(name) is typing …"))
        : words(Phrase(sv: "\(name) läser", en: "\(name) is reading"))
    }
  }

  // MARK: Sections

  private func viewSections(_ screen: HandoverScreen, isTop: Bool, into frame: inout Frame) {
    let all = HandoverSection.allCases
    let written = all.count { (screen.texts[$0]?.base ?? 0) > 0 }
    frame.box(
      sectionBox, title: SafeText(words(Phrase(sv: "Rubriker", en: "Sections"))),
      trailing: SafeText("\(written)/\(all.count)"),
      style: Style(isTop ? .focusBorder : .border), titleStyle: Style(.title, bold: true))
    let area = sectionArea
    let scroll = sectionScroll(screen)
    for (row, section) in all.dropFirst(scroll).prefix(area.rows).enumerated() {
      let isSelected = section == screen.section
      let (mark, role) = sectionMark(section, screen)
      let news = screen.news(section, language).count
      let trailing = news == 0 ? "" : " ▲\(news)"
      var title = section.title[language]
      if setup.isLinear {
        title += ": \(words(sectionState(section, screen)))"
        if news > 0 { title += words(Phrase(sv: ", \(news) nytt", en: ", \(news) new")) }
      }
      let room = area.columns - 3 - trailing.count
      let point = Point(column: area.column, row: area.row + row)
      let base = Style(isSelected ? (isTop ? .selection : .selectionDim) : .text)
      if isSelected {
        frame.fill(
          Rect(column: area.column, row: point.row, columns: area.columns, rows: 1), base)
        if isTop { frame.cursor = point }
      }
      frame.put(
        (isSelected ? "▸" : " ") + SafeText(String(mark)) + " "
          + Width.truncated(SafeText(title), to: room),
        at: point, style: isSelected ? base : Style(role), clip: area)
      frame.put(
        SafeText(trailing),
        at: Point(column: area.maxColumn - trailing.count, row: point.row),
        style: isSelected ? base : Style(.warning, bold: true), clip: area)
    }
  }

  /// How a section stands, in a sign; ``sectionState(_:_:)`` says it in words.
  private func sectionMark(_ section: HandoverSection, _ screen: HandoverScreen)
    -> (Character, Terminal.Role)
  {
    guard let text = screen.texts[section] else { return ("·", .dim) }
    if text.theirs != nil { return ("✗", .error) }
    if text.isDirty { return ("*", .warning) }
    if text.base > 0 { return ("✓", .good) }
    return text.editor.isEmpty ? ("·", .dim) : ("○", .text)
  }

  private func sectionState(_ section: HandoverSection, _ screen: HandoverScreen) -> Phrase {
    let text = screen.texts[section] ?? HandoverScreen.Text()
    if text.isSaving { return Phrase(sv: "sparar …", en: "saving …") }
    if text.theirs != nil { return Phrase(sv: "ändrad av annan", en: "changed by another") }
    if text.isDirty {
      return text.draftSaved
        ? Phrase(sv: "utkast sparat", en: "draft saved") : Phrase(sv: "ändrat", en: "changed")
    }
    if text.base > 0 { return Phrase(sv: "sparat", en: "saved") }
    return text.editor.isEmpty
      ? Phrase(sv: "tomt", en: "empty")
      : Phrase(sv: "förslag, inte sparat", en: "proposed, unsaved")
  }

  // MARK: Text

  private func viewText(_ screen: HandoverScreen, isTop: Bool, into frame: inout Frame) {
    frame.box(
      textBox, title: SafeText(words(screen.section.title)),
      trailing: SafeText(words(sectionState(screen.section, screen))),
      style: Style(isTop ? .focusBorder : .border), titleStyle: Style(.title, bold: true))
    let area = editorArea(screen)
    if !screen.text.isDirty, isHidden(screen) {
      frame.put(
        SafeText(words(Masking.mask)), at: area.origin, style: Style(.dim), clip: area)
      if isTop { frame.cursor = area.origin }
    } else {
      screen.text.editor.view(in: area, focused: isTop, into: &frame, style: Style(.text))
      let more = screen.text.editor.hidden(in: area.size)
      let edge = area.maxColumn
      if more.above { frame.put("↑", at: Point(column: edge, row: area.row), style: Style(.key)) }
      if more.below {
        frame.put("↓", at: Point(column: edge, row: area.maxRow - 1), style: Style(.key))
      }
    }
    let inside = textBox.inset(columns: 2, rows: 1)
    let below = underText(screen, columns: inside.columns, rows: inside.rows)
    for (line, part) in below.enumerated() {
      frame.put(
        part.0, at: Point(column: inside.column, row: area.maxRow + line), style: part.1,
        clip: inside)
    }
  }

  private func isHidden(_ screen: HandoverScreen) -> Bool {
    guard let record = screen.content?.record else { return false }
    return RecordView(record, for: setup.officer, now: now, reasons: screen.reasons)
      .hides(screen.section)
  }

  /// What has to be said under the text: what somebody else wrote, what is wrong, what is new.
  private func underText(_ screen: HandoverScreen, columns: Int, rows: Int) -> [(SafeText, Style)] {
    let text = screen.text
    if let theirs = text.theirs { return conflictLines(theirs, columns: columns, rows: rows) }
    if let problem = text.problem {
      return wrapped(words(problem), columns: columns, Style(.error)).suffix(3)
    }
    let news = screen.news(screen.section, language)
    guard !news.isEmpty else {
      return rows < 8 ? [] : [(SafeText(words(screen.section.help)), Style(.dim))]
    }
    let show = keyText("note.showNews", in: .handover)
    let take = keyText("note.takeNews", in: .handover)
    let since = TimeText.exact(newsSince(screen), now: now, language)
    let head = Phrase(
      sv:
        "▲ \(news.count) \(news.count == 1 ? "ny" : "nya") sedan \(since) · \(show) visar · \(take) tar in",
      en: "▲ \(news.count) new since \(since) · \(show) shows · \(take) takes in")
    let lines = wrapped(words(head), columns: columns, Style(.warning, bold: true))
    guard screen.showsNews else { return lines }
    let told = news.flatMap { wrapped($0.marked, columns: columns, Style(.warning)) }
    return lines + cut(told, to: max(1, rows / 2))
  }

  /// When the section was written last; nobody's text is as old as the handover.
  private func newsSince(_ screen: HandoverScreen) -> Instant {
    screen.handover?.writing(of: screen.section)?.happenedAt
      ?? screen.content?.record.entries.first?.happenedAt ?? now
  }

  private func conflictLines(
    _ theirs: HandoverScreen.Other, columns: Int, rows: Int
  ) -> [(SafeText, Style)] {
    let when = TimeText.exact(theirs.at, now: now, language)
    let mine = keyText("note.keepMine", in: .handover)
    let both = keyText("note.joinBoth", in: .handover)
    let other = keyText("note.takeTheirs", in: .handover)
    let head = Phrase(
      sv: "✗ \(theirs.who) \(when): \(mine) min · \(both) båda · \(other) deras",
      en: "✗ \(theirs.who) \(when): \(mine) mine · \(both) both · \(other) theirs")
    let body = SafeText.lines(of: UntrustedText(theirs.text))
      .flatMap { wrapped($0.string, columns: columns, Style(.warning)) }
    return wrapped(words(head), columns: columns, Style(.error, bold: true))
      + cut(body, to: max(1, rows / 2 - 1))
  }

  /// As many lines as there is room for; where there are more, the last says how many.
  private func cut(_ lines: [(SafeText, Style)], to room: Int) -> [(SafeText, Style)] {
    guard lines.count > room, let style = lines.first?.1 else { return lines }
    let more = lines.count - room + 1
    let words = Phrase(sv: "… \(more) rader till", en: "… \(more) more lines")
    return lines.prefix(room - 1) + [(SafeText(self.words(words)), style)]
  }

  private func wrapped(_ text: String, columns: Int, _ style: Style) -> [(SafeText, Style)] {
    Width.wrap(SafeText(text, limit: 4000), columns: max(10, columns)).map { ($0, style) }
  }

  // MARK: Facts

  private func viewFacts(_ screen: HandoverScreen, isTop: Bool, into frame: inout Frame) {
    let facts = screen.facts
    let title = Phrase(sv: "Tidslinje", en: "Timeline")
    frame.box(
      factBox, title: SafeText(words(title)), trailing: SafeText("\(facts.count)"),
      style: Style(isTop ? .focusBorder : .border), titleStyle: Style(.title, bold: true))
    let inside = factBox.inset(columns: 1, rows: 1)
    let steps = checklistLines(screen, rows: inside.rows)
    let height = max(1, inside.rows - steps.count)
    let top = max(0, min(screen.factIndex - height / 2, facts.count - height))
    let marked = Set(HandoverLine.marks(in: screen.text.editor.text))
    for (row, item) in facts.dropFirst(top).prefix(height).enumerated() {
      let isSelected = isTop && top + row == screen.factIndex
      let point = Point(column: inside.column, row: inside.row + row)
      let isUsed = item.numbers.contains(where: marked.contains)
      let style = Style(isSelected ? .selection : isUsed ? .dim : .text)
      let told: SafeText =
        screen.content.map { content in
          let line = content.material.line(item, language).text.string
          return SafeText(content.material.filled(line, language))
        } ?? ""
      let text = SafeText("\(isUsed ? "✓" : " ")[\(item.id)] ") + told
      if isSelected {
        frame.fill(
          Rect(column: point.column, row: point.row, columns: inside.columns, rows: 1), style)
        frame.cursor = point
      }
      frame.put(Width.truncated(text, to: inside.columns), at: point, style: style, clip: inside)
    }
    for (row, line) in steps.enumerated() {
      frame.put(
        Width.truncated(line.0, to: inside.columns),
        at: Point(column: inside.column, row: inside.row + height + row), style: line.1,
        clip: inside)
    }
  }

  /// The handling manual: what is settled, and what is left, as much as a third of the rows holds.
  private func checklistLines(_ screen: HandoverScreen, rows: Int) -> [(SafeText, Style)] {
    guard rows >= 12, let steps = screen.content?.material.steps else { return [] }
    let settled = steps.count { $0.mark.isSettled }
    let title = Phrase(
      sv: "Handboken \(settled)/\(steps.count)", en: "Manual \(settled)/\(steps.count)")
    let open = steps.filter { !$0.mark.isSettled } + steps.filter { $0.mark.isSettled }
    return [(SafeText(words(title)), Style(.title, bold: true))]
      + open.prefix(rows / 3).map { mark, item in
        let number = item.map { " [\($0.id)]" } ?? ""
        let sign = mark.isSettled ? "✓" : "○"
        return (
          SafeText(" \(sign) \(words(mark.step.title))\(number)"),
          Style(mark.isSettled ? .dim : .text)
        )
      }
  }
}
