import CaseStore
import Casework
import Terminal
import TextSafety

/// One line of a form: one field, or two short ones beside each other.
struct FormLine: Hashable {
  var fields: [Int]
  var rows: Int
}

extension ActionForm {
  /// The fields in lines for a width: short ones in pairs where there is room for two and they are
  /// looked at rather than listened to.
  func lines(
    columns: Int, labelColumns: Int, isLinear: Bool, _ language: Language
  ) -> [FormLine] {
    var lines: [FormLine] = []
    func rows(_ field: ActionFormField, _ columns: Int) -> Int {
      let choices = field.choices
      guard !choices.isEmpty, !isLinear else { return 1 }
      return ChoiceFlow(choices, columns: columns - labelColumns - 1, language).rows
    }
    func fitsHalf(_ field: ActionFormField) -> Bool {
      let room = columns / 2 - labelColumns - 1
      guard room >= 14 else { return false }
      return field.choices.allSatisfy { Width.of(SafeText($0.title[language])) < room }
    }
    for (index, field) in fields.enumerated() {
      if case .text = field.entry {
        lines.append(FormLine(fields: [index], rows: columns >= 100 ? 6 : 4))
        continue
      }
      if !isLinear, let last = lines.last, columns >= 72, field.spec.isShort,
        last.fields.count == 1,
        fields[last.fields[0]].spec.isShort, fitsHalf(field), fitsHalf(fields[last.fields[0]])
      {
        lines[lines.count - 1].fields.append(index)
        lines[lines.count - 1].rows = max(
          rows(fields[last.fields[0]], columns / 2), rows(field, columns - columns / 2))
      } else {
        lines.append(FormLine(fields: [index], rows: rows(field, columns)))
      }
    }
    return lines
  }
}

extension DeskState {
  /// Where the fields of a form begin: after the longest label, as far as the labels may take half of
  /// a narrow form. Who listens hears each label whole.
  private func labelColumns(_ form: ActionForm) -> Int {
    guard !setup.isLinear else { return 40 }
    let longest =
      form.fields.map { field in
        Width.of(SafeText(words(field.spec.label))) + (field.spec.isRequired ? 1 : 0)
      }.max() ?? 0
    return min(max(17, longest + 2), formRect.columns >= 72 ? 34 : 26)
  }

  /// The extent of the view of the text field in focus, which wrapping and paging depend on.
  func editorSize(_ form: ActionForm) -> Size {
    let line = placedLines(form).first { $0.0.fields.contains(form.focus) }?.0
    return Size(columns: textColumns(form), rows: line?.rows ?? 4)
  }

  /// How wide a text field is.
  private func textColumns(_ form: ActionForm) -> Int {
    max(10, formRect.columns - 3 - labelColumns(form))
  }

  /// The lines with the rows that are left over given to the texts that have use for them.
  private func stretched(_ lines: [FormLine], _ form: ActionForm, rows: Int) -> [FormLine] {
    var lines = lines
    var spare = rows - lines.reduce(0) { $0 + $1.rows }
    for index in lines.indices {
      guard spare > 0, let field = lines[index].fields.first,
        case .text(let editor) = form.fields[field].entry
      else { continue }
      let needed = SafeText.lines(of: UntrustedText(editor.text))
        .reduce(1) { $0 + max(1, Width.wrap($1, columns: textColumns(form)).count) }
      let more = min(spare, max(0, needed - lines[index].rows))
      lines[index].rows += more
      spare -= more
    }
    return lines
  }

  /// The part of a form's box that the fields have.
  private func fieldArea(_ form: ActionForm) -> Rect {
    let inside = formRect.inset(columns: 1, rows: 1)
    let foot = 1 + noticeLines(form, columns: inside.columns - 2).count
    return Rect(
      column: inside.column, row: inside.row, columns: inside.columns,
      rows: max(1, inside.rows - foot))
  }

  /// Where each field's line stands; the focused one is always on the screen.
  private func placedLines(_ form: ActionForm) -> [(FormLine, row: Int)] {
    let area = fieldArea(form)
    let natural = form.lines(
      columns: area.columns, labelColumns: labelColumns(form), isLinear: setup.isLinear, language)
    let lines = setup.isLinear ? natural : stretched(natural, form, rows: area.rows)
    var tops: [Int] = []
    var row = 0
    for line in lines {
      tops.append(row)
      row += line.rows
    }
    let focused = lines.firstIndex { $0.fields.contains(form.focus) } ?? 0
    var scroll = 0
    if lines.indices.contains(focused), row > area.rows {
      let end = tops[focused] + lines[focused].rows
      // One line of what follows stays in sight.
      scroll = max(0, min(tops[focused], end + 1 - area.rows, row - area.rows))
    }
    return zip(lines, tops).map { ($0.0, area.row + $0.1 - scroll) }
  }

  /// The field drawn at a point.
  func formFieldIndex(at point: Point) -> Int? {
    guard let form, fieldArea(form).contains(point) else { return nil }
    let half = fieldArea(form).columns / 2
    for (line, row) in placedLines(form) where point.row >= row && point.row < row + line.rows {
      let second = line.fields.count == 2 && point.column >= fieldArea(form).column + half
      return line.fields[second ? 1 : 0]
    }
    return nil
  }

  func viewForm(_ form: ActionForm, isTop: Bool, into frame: inout Frame) {
    let rect = formRect
    frame.fill(rect, Style(.text))
    var title = words(form.spec.title)
    if let subject = form.subject { title += " · \(subject)" }
    if !form.others.isEmpty {
      let count = form.others.count
      title += words(Phrase(sv: " och \(count) till", en: " and \(count) more"))
    }
    let state: Phrase =
      form.isSaving
      ? Phrase(sv: "sparar …", en: "saving …")
      : !form.isDirty
        ? Phrase(same: "")
        : form.draftSaved
          ? Phrase(sv: "utkast sparat", en: "draft saved")
          : Phrase(sv: "ändrat", en: "changed")
    frame.box(
      rect, title: SafeText(title), trailing: SafeText(words(state)),
      style: Style(isTop ? .focusBorder : .border), titleStyle: Style(.title, bold: true))
    let area = fieldArea(form)
    let half = area.columns / 2
    let placed = placedLines(form)
    for (line, row) in placed {
      for (position, index) in line.fields.enumerated() {
        let columns =
          line.fields.count == 2
          ? (position == 0 ? half : area.columns - half) : area.columns
        let slot = Rect(
          column: area.column + (position == 0 ? 0 : half), row: row, columns: columns,
          rows: line.rows)
        guard row >= area.row, row + line.rows <= area.maxRow else {
          // A text field taller than the room shows what fits.
          let part = slot.intersection(area)
          if part.rows > 0, line.rows > 1 {
            viewField(form, index, in: part, hasFocus: isTop && index == form.focus, into: &frame)
          }
          continue
        }
        viewField(form, index, in: slot, hasFocus: isTop && index == form.focus, into: &frame)
      }
    }
    if let first = placed.first, first.row < area.row {
      frame.put("↑", at: Point(column: rect.maxColumn - 1, row: area.row), style: Style(.key))
    }
    if let last = placed.last, last.row + last.0.rows > area.maxRow {
      frame.put(
        "↓", at: Point(column: rect.maxColumn - 1, row: area.maxRow - 1), style: Style(.key))
    }
    viewFormFoot(form, from: area.maxRow, into: &frame)
  }

  private func viewField(
    _ form: ActionForm, _ index: Int, in slot: Rect, hasFocus: Bool, into frame: inout Frame
  ) {
    let labelColumns = labelColumns(form)
    let field = form.fields[index]
    let mark = field.spec.isRequired ? "*" : ""
    let label = Width.truncated(
      SafeText(words(field.spec.label) + mark), to: labelColumns - 1)
    frame.put(
      field.problem == nil ? " " : "✗", at: slot.origin, style: Style(.error), clip: slot)
    frame.put(
      label, at: Point(column: slot.column + 1, row: slot.row),
      style: Style(field.problem != nil ? .error : hasFocus ? .title : .dim, bold: hasFocus),
      clip: slot)
    let value = Rect(
      column: slot.column + labelColumns, row: slot.row,
      columns: max(1, slot.columns - labelColumns - 1), rows: slot.rows)
    switch field.entry {
    case .line(let text): text.view(in: value, focused: hasFocus, into: &frame)
    case .text(let editor):
      editor.view(in: value, focused: hasFocus, into: &frame)
      let more = editor.hidden(in: value.size)
      let edge = value.maxColumn
      if more.above {
        frame.put("↑", at: Point(column: edge, row: value.row), style: Style(.key), clip: slot)
      }
      if more.below {
        frame.put(
          "↓", at: Point(column: edge, row: value.maxRow - 1), style: Style(.key), clip: slot)
      }
    case .flag(let flag):
      viewChoices(
        field.choices, picked: flag.map { [$0 ? "true" : "false"] } ?? [], cursor: nil, in: value,
        hasFocus: hasFocus, into: &frame)
    case .choice(let picked):
      viewChoices(
        field.choices, picked: picked.map { [$0] } ?? [], cursor: nil, in: value,
        hasFocus: hasFocus, into: &frame)
    case .choices(let picked, let cursor):
      viewChoices(
        field.choices, picked: picked, cursor: hasFocus ? cursor : nil, in: value,
        hasFocus: hasFocus, into: &frame)
    }
  }

  /// All choices, the picked marked by sign and weight, the one under the cursor underlined.
  private func viewChoices(
    _ choices: [Choice], picked: Set<String>, cursor: Int?, in area: Rect, hasFocus: Bool,
    into frame: inout Frame
  ) {
    let style = Style(hasFocus ? .fieldFocus : .field)
    frame.fill(area, style)
    if hasFocus { frame.cursor = area.origin }
    guard !setup.isLinear else {
      let text = spokenChoices(choices, picked, cursor: hasFocus ? cursor : nil)
      frame.put(Width.truncated(SafeText(text), to: area.columns), at: area.origin, style: style)
      return
    }
    let flow = ChoiceFlow(choices, columns: area.columns, language)
    for (index, choice) in choices.enumerated() {
      let place = flow.places[index]
      let isPicked = picked.contains(choice.value)
      let isCursor = cursor == index
      let at = Point(column: area.column + place.column, row: area.row + place.row)
      guard area.contains(at) else { continue }
      if isCursor || (cursor == nil && isPicked && hasFocus) { frame.cursor = at }
      let text = SafeText((isPicked ? "●" : "○") + choice.title[language])
      frame.put(
        Width.truncated(text, to: area.maxColumn - at.column), at: at,
        style: Style(style.role, bold: isPicked, underline: isCursor, reverse: false), clip: area)
    }
  }

  /// The choices for those who listen: where the cursor stands, and what is picked.
  private func spokenChoices(_ choices: [Choice], _ picked: Set<String>, cursor: Int?) -> String {
    let names = choices.filter { picked.contains($0.value) }.map { $0.title[language] }
    let all =
      names.isEmpty ? words(Phrase(sv: "inget valt", en: "none")) : names.joined(separator: ", ")
    guard let cursor, choices.indices.contains(cursor) else {
      let place = choices.firstIndex { picked.contains($0.value) }.map { $0 + 1 } ?? 0
      return "\(names.isEmpty ? "○" : "●") \(all) \(place)/\(choices.count)"
    }
    let choice = choices[cursor]
    let mark = picked.contains(choice.value) ? "●" : "○"
    let said = words(Phrase(sv: "valt", en: "picked"))
    return "\(mark) \(choice.title[language]) \(cursor + 1)/\(choices.count); \(said): \(all)"
  }

  // MARK: Foot

  /// What has to be said under the fields: a conflict, a complaint, or tips that look alike.
  private func noticeLines(_ form: ActionForm, columns: Int) -> [(SafeText, Style)] {
    let room = max(10, columns)
    func wrapped(_ text: Phrase, _ role: Terminal.Role, most: Int) -> [(SafeText, Style)] {
      let lines = Width.wrap(SafeText(words(text), limit: 2000), columns: room)
      let cut = lines.count > most ? lines.prefix(most - 1) + ["…"] : lines[...]
      return cut.map { ($0, Style(role)) }
    }
    if let conflict = form.conflict { return wrapped(conflict, .warning, most: 5) }
    if let problem = form.problem { return wrapped(problem, .error, most: 3) }
    let told = form.matches.isEmpty ? form.listed : form.matches
    guard !told.isEmpty else { return [] }
    let heading =
      form.matches.isEmpty
      ? Phrase(sv: "Läggs åter i kön:", en: "Go back to the queue:")
      : Phrase(sv: "Liknar:", en: "Looks like:")
    let most = formRect.rows >= 30 ? 6 : 2
    let some = Phrase(sv: " (\(most) av \(told.count))", en: " (\(most) of \(told.count))")
    let title = told.count > most ? heading + some : heading
    var lines: [(SafeText, Style)] = [(SafeText(words(title)), Style(.warning, bold: true))]
    for match in told.prefix(most) {
      let text = SafeText("\(match.reference): \(words(match.why))")
      lines.append((Width.truncated(text, to: room), Style(.warning)))
    }
    return lines
  }

  private func viewFormFoot(_ form: ActionForm, from row: Int, into frame: inout Frame) {
    let inside = formRect.inset(columns: 2, rows: 1)
    let field = form.fields[form.focus]
    let help = field.problem ?? field.spec.help
    frame.put(
      Width.truncated(SafeText(words(help)), to: inside.columns),
      at: Point(column: inside.column, row: row),
      style: Style(field.problem == nil ? .dim : .error))
    for (line, notice) in noticeLines(form, columns: inside.columns).enumerated()
    where row + 1 + line < inside.maxRow {
      frame.put(
        notice.0, at: Point(column: inside.column, row: row + 1 + line), style: notice.1)
    }
  }
}
