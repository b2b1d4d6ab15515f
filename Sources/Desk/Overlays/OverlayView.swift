import CaseStore
import Casework
import Terminal
import TextSafety

/// A command as the palette lists it.
struct PaletteEntry: Sendable {
  let command: Command
  let keys: String
  let disabled: Phrase?
}

extension DeskState {
  // MARK: Help

  /// The lines of the help: the commands of a place by group, keys first.
  func helpLines(_ help: HelpOverlay) -> [(keys: SafeText, text: SafeText, isTitle: Bool)] {
    var lines: [(keys: SafeText, text: SafeText, isTitle: Bool)] = []
    for group in CommandGroup.allCases {
      let commands = CommandRegistry.all.filter { command in
        command.group == group && help.contexts.contains { command.applies(in: $0) }
      }
      guard !commands.isEmpty else { continue }
      lines.append(("", SafeText(words(group.title)), true))
      for command in commands {
        let keys = setup.keymap.keys(for: command.id, heardIn: help.contexts)
        var shown: [String] = []
        for key in keys.map({ $0.map(\.label).joined(separator: " ") }) where !shown.contains(key) {
          shown.append(key)
        }
        var text = "\(words(command.title)) — \(words(command.help))"
        if let reason = disabledBelow(command.id) { text += " [\(words(reason))]" }
        let keyWords = SafeText(shown.isEmpty ? "–" : shown.joined(separator: ", "))
        let keyLines = Width.wrap(keyWords, columns: helpColumns.keys - 1)
        let textLines = Width.wrap(SafeText(text), columns: helpColumns.text)
        for row in 0..<max(keyLines.count, textLines.count) {
          lines.append(
            (
              keyLines.indices.contains(row) ? keyLines[row] : "",
              textLines.indices.contains(row) ? textLines[row] : "", false
            ))
        }
      }
      lines.append(("", "", false))
    }
    return lines
  }

  /// How wide the keys are in the help, and what is said of them.
  private var helpColumns: (keys: Int, text: Int) {
    let columns = overlayRect.columns - 4
    let keys = min(18, columns / 3)
    return (keys, max(10, columns - keys))
  }

  /// Why a command is disabled in the place that the help or the palette lies over.
  private func disabledBelow(_ id: CommandID) -> Phrase? {
    var below = self
    below.layers.removeLast()
    return below.disabledReason(id)
  }

  func helpScrollLimit(_ help: HelpOverlay) -> Int {
    max(0, helpLines(help).count - (overlayRect.rows - 2))
  }

  func viewHelp(_ help: HelpOverlay, into frame: inout Frame) {
    let rect = overlayRect
    frame.fill(rect, Style(.text))
    let place = help.contexts.first?.title ?? Phrase(same: "")
    let lines = helpLines(help)
    let inside = rect.inset(columns: 2, rows: 1)
    let last = min(lines.count, help.scroll + inside.rows)
    frame.box(
      rect, title: SafeText(words(Phrase(sv: "Hjälp: \(place.sv)", en: "Help: \(place.en)"))),
      trailing: lines.count > inside.rows ? SafeText("\(last)/\(lines.count)") : "",
      style: Style(.focusBorder), titleStyle: Style(.title, bold: true))
    for (row, line) in lines.dropFirst(help.scroll).prefix(inside.rows).enumerated() {
      let point = Point(column: inside.column, row: inside.row + row)
      if line.isTitle {
        frame.put(line.text, at: point, style: Style(.title, bold: true), clip: inside)
      } else {
        frame.put(line.keys, at: point, style: Style(.key), clip: inside)
        frame.put(
          line.text, at: Point(column: point.column + helpColumns.keys, row: point.row),
          style: Style(.text), clip: inside)
      }
    }
    frame.cursor = inside.origin
  }

  // MARK: Palette

  /// The commands that match what is typed, best first; all, by group, when nothing is.
  func paletteEntries(_ palette: Palette) -> [PaletteEntry] {
    let pattern = palette.input.text.trimmingBlanks
    var below = self
    below.layers.removeLast()
    let offered = CommandRegistry.all.filter { command in
      guard let kind = palette.kind else { return command.isInPalette }
      return ActionRegistry.action(command.id.rawValue).map { $0.concerns(kind) } ?? false
    }
    let entries: [(Int, PaletteEntry)] =
      offered
      .compactMap { command in
        var score = 0
        if !pattern.isEmpty {
          let names = [command.title.sv, command.title.en, command.id.rawValue]
          guard let best = names.compactMap({ FuzzyMatch.score(pattern, $0)?.score }).max() else {
            return nil
          }
          score = best
        }
        let keys = setup.keymap.firstKeys(for: command.id, heardIn: below.contexts)
        return (
          score,
          PaletteEntry(
            command: command,
            keys: keys.map { $0.map(\.label).joined(separator: " ") } ?? "",
            disabled: below.disabledReason(command.id))
        )
      }
    guard !pattern.isEmpty else { return entries.map(\.1) }
    return entries.enumerated().sorted {
      ($1.element.0, $0.offset) < ($0.element.0, $1.offset)
    }.map(\.element.1)
  }

  /// What the palette is about: everything, or what can be done with one kind of subject.
  private func paletteTitle(_ palette: Palette) -> Phrase {
    guard let kind = palette.kind else { return Phrase(sv: "Kommandon", en: "Commands") }
    return Phrase(sv: "Gör med \(kind.title.sv)", en: "Do with \(kind.title.en)")
  }

  func viewPalette(_ palette: Palette, into frame: inout Frame) {
    let rect = overlayRect
    let entries = paletteEntries(palette)
    frame.fill(rect, Style(.text))
    frame.box(
      rect, title: SafeText(words(paletteTitle(palette))),
      trailing: SafeText(entries.isEmpty ? "" : "\(palette.selection + 1)/\(entries.count)"),
      style: Style(.focusBorder), titleStyle: Style(.title, bold: true))
    let inside = rect.inset(columns: 2, rows: 1)
    let input = Rect(column: inside.column, row: inside.row, columns: inside.columns, rows: 1)
    // Who listens hears a handful; typing brings the others.
    let height = max(1, min(setup.isLinear ? 10 : .max, inside.rows - 2))
    let top = max(0, palette.selection - height + 1)
    var chosen: Point?
    for (row, index) in entries.indices.dropFirst(top).prefix(height).enumerated() {
      let entry = entries[index]
      let isSelected = index == palette.selection
      let line = Rect(
        column: inside.column, row: inside.row + 2 + row, columns: inside.columns, rows: 1)
      let role: Terminal.Role = isSelected ? .selection : entry.disabled == nil ? .text : .dim
      frame.fill(line, Style(role))
      frame.put(isSelected ? "▸" : " ", at: line.origin, style: Style(role))
      if isSelected { chosen = line.origin }
      var text = words(entry.command.title)
      if let disabled = entry.disabled { text += " (\(words(disabled)))" }
      let keys = SafeText(entry.keys)
      frame.put(
        Width.truncated(SafeText(text), to: line.columns - 4 - Width.of(keys)),
        at: Point(column: line.column + 2, row: line.row), style: Style(role))
      frame.put(
        keys, at: Point(column: line.maxColumn - Width.of(keys) - 1, row: line.row),
        style: Style(isSelected ? .selection : .key))
    }
    if entries.isEmpty {
      frame.put(
        SafeText(words(Phrase(sv: "Inget kommando heter så", en: "No command by that name"))),
        at: Point(column: inside.column + 2, row: inside.row + 2), style: Style(.dim))
    }
    palette.input.view(in: input, focused: true, into: &frame)
    // Who listens hears what Enter would do.
    if setup.isLinear, let chosen { frame.cursor = chosen }
  }

  // MARK: Search

  func viewSearch(_ search: SearchOverlay, into frame: inout Frame) {
    let rect = overlayRect
    frame.fill(rect, Style(.text))
    let count = search.results.count
    frame.box(
      rect, title: SafeText(words(Phrase(sv: "Sök", en: "Search"))),
      trailing: count > 0 ? SafeText("\(count)\(search.hasMore ? "+" : "")") : "",
      style: Style(.focusBorder), titleStyle: Style(.title, bold: true))
    let inside = rect.inset(columns: 2, rows: 1)
    let typed = search.input.text.trimmingBlanks
    let notice: Phrase? =
      if let trouble = search.trouble {
        trouble.message
      } else if typed.isEmpty {
        Phrase(
          sv: "Tips: ord. Barn och ärenden: namn, personnummer, K-nummer. Allt: referens",
          en: "Tips: words. Persons and cases: name, personal or K-number. All: reference")
      } else if count == 0 && search.answered == search.generation {
        Phrase(
          sv: "Inget tips har de orden, inget barn eller ärende det namnet eller numret",
          en: "No tip has those words, no person or case that name or number")
      } else {
        nil
      }
    if let notice {
      frame.put(
        Width.truncated(SafeText(words(notice)), to: inside.columns),
        at: Point(column: inside.column, row: inside.row + 2),
        style: Style(search.trouble == nil ? .dim : .error))
    } else {
      let columns = ColumnLayout(
        ["ref", "age", "status", "place", "text"], list: "tips", width: inside.columns - 2,
        digits: referenceDigits)
      for (row, index) in search.results.indices.dropFirst(search.top).prefix(searchHeight)
        .enumerated()
      {
        let result = search.results[index]
        let isSelected = result.id == search.selection
        let line = Rect(
          column: inside.column, row: inside.row + 2 + row, columns: inside.columns, rows: 1)
        frame.fill(line, Style(isSelected ? .selection : .text))
        frame.put(isSelected ? "▸" : " ", at: line.origin, style: Style(.selection))
        let shown = columns.columns.map { column in
          let cell = result.cell(column.id, now: now, language, for: setup.officer)
          return (text: cell.0, style: isSelected ? Style(.selection) : cell.1)
        }
        columns.put(shown, at: Point(column: line.column + 2, row: line.row), into: &frame)
      }
    }
    search.input.view(
      in: Rect(column: inside.column, row: inside.row, columns: inside.columns, rows: 1),
      focused: true, into: &frame)
    if setup.isLinear, let index = search.selectedIndex, notice == nil {
      frame.cursor = Point(column: inside.column, row: inside.row + 2 + index - search.top)
    }
  }

  // MARK: Questions

  func viewReason(_ dialog: ReasonDialog, into frame: inout Frame) {
    Dialog(
      title: SafeText(words(dialog.title)), lines: dialog.lines.map { SafeText(words($0)) },
      field: dialog.input, error: dialog.problem.map { SafeText(words($0)) },
      buttons: [
        dialogButton("dialog.confirm", Phrase(sv: "visa", en: "show")),
        dialogButton("dialog.cancel", Phrase(sv: "avstå", en: "leave it")),
      ]
    ).view(in: body, into: &frame)
  }

  private func dialogButton(_ id: CommandID, _ label: Phrase) -> Dialog.Button {
    Dialog.Button(key: SafeText(keyText(id, in: .dialog)), label: SafeText(words(label)))
  }

  func viewConfirm(_ dialog: ConfirmDialog, into frame: inout Frame) {
    Dialog(
      title: SafeText(words(dialog.title)), lines: dialog.lines.map { SafeText(words($0)) },
      field: dialog.input,
      buttons: [
        dialogButton("dialog.confirm", Phrase(sv: "utför", en: "do it")),
        dialogButton("dialog.cancel", Phrase(sv: "ångra", en: "cancel")),
      ]
    ).view(in: body, into: &frame)
  }
}

extension ActionSpec {
  /// Whether it is done with a subject of that kind, or makes one that belongs to it.
  func concerns(_ subject: SubjectKind) -> Bool {
    guard creates else { return kind == subject }
    return fields.contains { field in
      switch field.type {
      case .reference(let kind), .references(let kind): kind == subject
      default: false
      }
    }
  }
}
