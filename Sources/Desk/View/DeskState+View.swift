import CaseStore
import Casework
import Terminal
import TextSafety

extension DeskState {
  /// The screen as it stands. Pure: the same state gives the same frame, to within a minute of the
  /// rows that a cache keeps.
  public func view(keeping rows: RowCache = RowCache()) -> Frame {
    rows.begin(
      RowCache.Ground(
        screen: screenName, language: language, minute: now.milliseconds / 60_000,
        officer: setup.officer))
    var frame = Frame(size: size)
    frame.title = windowTitle
    frame.bell = ringsBell
    guard !isTooSmall else {
      viewTooSmall(into: &frame)
      return frame
    }
    viewHeader(into: &frame)
    for (id, rect) in paneRects { viewPane(id, in: rect, keeping: rows, into: &frame) }
    for (index, layer) in layers.enumerated() {
      frame.cursor = nil
      view(layer, isTop: index == layers.count - 1, into: &frame)
    }
    viewMessage(into: &frame)
    viewFooter(into: &frame)
    return frame
  }

  /// Called when the frame has been drawn: a bell rings once.
  public mutating func didDraw() {
    ringsBell = false
  }

  private var windowTitle: SafeText {
    let count = glowing.isEmpty ? "" : "(\(glowing.count)) "
    let then = setup.isPast ? words(Phrase(sv: " [så stod det]", en: " [as it stood]")) : ""
    return SafeText("\(count)Samjour\(setup.isTraining ? " [övning]" : "")\(then)")
  }

  private func view(_ layer: Layer, isTop: Bool, into frame: inout Frame) {
    switch layer {
    case .detail(let detail): viewDetail(detail, isTop: isTop, into: &frame)
    case .form(let form): viewForm(form, isTop: isTop, into: &frame)
    case .help(let help): viewHelp(help, into: &frame)
    case .palette(let palette): viewPalette(palette, into: &frame)
    case .search(let search): viewSearch(search, into: &frame)
    case .confirm(let dialog): viewConfirm(dialog, into: &frame)
    }
  }

  private func viewTooSmall(into frame: inout Frame) {
    let least = "\(Self.smallest.columns)×\(Self.smallest.rows)"
    let quit = keyText("desk.quit", in: .global)
    let lines = [
      Phrase(sv: "Samjour behöver \(least)", en: "Samjour needs \(least)"),
      Phrase(
        sv: "fönstret är \(size.columns)×\(size.rows)",
        en: "the window is \(size.columns)×\(size.rows)"),
      Phrase(sv: "Inget går förlorat. \(quit) avslutar.", en: "Nothing is lost. \(quit) quits."),
    ]
    let rows = lines.flatMap { Width.wrap(SafeText(words($0)), columns: max(1, size.columns)) }
    for (row, line) in rows.prefix(size.rows).enumerated() {
      frame.put(line, at: Point(column: 0, row: row), style: Style(row == 0 ? .title : .text))
    }
  }

  // MARK: Header

  private func viewHeader(into frame: inout Frame) {
    let row = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
    frame.fill(row, Style(.header))
    let clock = SafeText(
      "\(TimeText.day(Stockholm.civil(now).date, language)) \(TimeText.clock(now, language)) ")
    let clockColumn = size.columns - Width.of(clock)
    frame.put(clock, at: Point(column: clockColumn, row: 0), style: Style(.header), clip: row)
    let counters = headerCounters
    let wanted = counters.prefix(2).reduce(0) { $0 + Width.of($1.0) + 2 }
    var column = 1
    for (text, style) in headerNames(room: clockColumn - 3 - wanted) {
      column += frame.put(text, at: Point(column: column, row: 0), style: style, clip: row)
    }
    viewCounters(counters, from: column + 2, to: clockColumn - 2, into: &frame)
  }

  /// Who sits here, and the marks of a training store and of looking back. Where there is little room the officer's name
  /// gives way before what burns does, then the unit's; the marks never do.
  private func headerNames(room: Int) -> [(SafeText, Style)] {
    let name = Width.truncated(SafeText(setup.officer.name, limit: 60), to: 24)
    let unit = (SafeText(words(setup.officer.unit.title)), Style(.header, bold: true))
    let gap: (SafeText, Style) = ("  ", Style(.header))
    let choices: [[(SafeText, Style)]] = [
      [gap, (name, Style(.header)), (" · ", Style(.header)), unit], [gap, unit], [],
    ]
    var start: [(SafeText, Style)] = [("Samjour", Style(.header, bold: true))]
    if setup.isTraining {
      let mark = SafeText(words(Phrase(sv: " ÖVNING ", en: " TRAINING ")))
      start += [gap, (mark, Style(.badge, bold: true))]
    }
    if setup.isPast {
      let mark = SafeText(
        words(Phrase(sv: " SÅ STOD DET · BARA LÄSNING ", en: " AS IT STOOD · READ ONLY ")))
      start += [gap, (mark, Style(.badge, bold: true))]
    }
    func width(_ parts: [(SafeText, Style)]) -> Int { parts.reduce(0) { $0 + Width.of($1.0) } }
    let fitting = choices.first { width(start) + width($0) <= room } ?? []
    return start + fitting
  }

  /// What burns, the most urgent first.
  private var headerCounters: [(SafeText, Style)] {
    var parts: [(SafeText, Style)] = []
    if storeTrouble != nil {
      parts.append(
        (SafeText(words(Phrase(sv: "⚠ LAGRET", en: "⚠ STORE"))), Style(.acute, bold: true)))
    }
    guard let counters else { return parts }
    if counters.acute > 0 {
      let text = Phrase(
        sv: "▲ \(counters.acute) \(counters.acute == 1 ? "akut" : "akuta")",
        en: "▲ \(counters.acute) acute")
      parts.append((SafeText(words(text)), Style(.acute, bold: true)))
    }
    if counters.unassessed > 0 {
      let text = Phrase(
        sv: "! \(counters.unassessed) \(counters.unassessed == 1 ? "obedömt" : "obedömda")",
        en: "! \(counters.unassessed) unassessed")
      parts.append((SafeText(words(text)), Style(.header, bold: true)))
    }
    let open = Phrase(
      sv: "\(counters.open) \(counters.open == 1 ? "öppet" : "öppna")", en: "\(counters.open) open")
    parts.append((SafeText(words(open)), Style(.header)))
    return parts
  }

  /// The counters, right-aligned; the least urgent are left out first where there is no room.
  private func viewCounters(
    _ parts: [(SafeText, Style)], from left: Int, to right: Int, into frame: inout Frame
  ) {
    var shown: [(SafeText, Style)] = []
    var width = 0
    for part in parts where width + Width.of(part.0) + 2 <= right - left + 2 {
      shown.append(part)
      width += Width.of(part.0) + 2
    }
    var column = right - width + 2
    for (text, style) in shown {
      column += frame.put(text, at: Point(column: column, row: 0), style: style) + 2
    }
  }

  // MARK: Foot

  private func viewMessage(into frame: inout Frame) {
    let row = size.rows - 2
    frame.fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), Style(.text))
    let shown: (SafeText, Style)? =
      if let message {
        (SafeText(words(message.text), limit: 600), Style(message.role))
      } else if let storeTrouble {
        (SafeText(words(storeTrouble.message), limit: 600), Style(.error))
      } else {
        nil
      }
    guard let (text, style) = shown else { return }
    let mark: SafeText =
      switch style.role {
      case .good: "✓ "
      case .warning: "! "
      case .error, .acute: "✗ "
      default: "  "
      }
    frame.put(
      Width.truncated(mark + text, to: size.columns - 2), at: Point(column: 1, row: row),
      style: style)
  }

  private func viewFooter(into frame: inout Frame) {
    let row = size.rows - 1
    let line = Rect(column: 0, row: row, columns: size.columns, rows: 1)
    frame.fill(line, Style(.footer))
    var column = 1
    for (keys, title) in hints {
      let width = Width.of(keys) + 1 + Width.of(title)
      guard column + width <= size.columns - 1 else { break }
      column += frame.put(keys, at: Point(column: column, row: row), style: Style(.key))
      column += frame.put(" ", at: Point(column: column, row: row), style: Style(.footer))
      column += frame.put(title, at: Point(column: column, row: row), style: Style(.footer))
      column += 2
    }
  }

  /// What the keys do here: the rest of a begun chord, or the commands that matter most.
  private var hints: [(SafeText, SafeText)] {
    if !pendingKeys.isEmpty,
      case .pending(let next) = setup.keymap.lookup(pendingKeys, in: contexts)
    {
      let begun = pendingKeys.map(\.label).joined(separator: " ") + " "
      return next.map { (SafeText(begun + $0.key.label), SafeText(words($0.title))) }
    }
    return hintCommands.compactMap { id in
      guard let command = CommandRegistry.command(id), disabledReason(id) == nil else { return nil }
      guard let keys = setup.keymap.keys(for: id, heardIn: contexts).first else { return nil }
      return (
        SafeText(keys.map(\.label).joined(separator: " ")), SafeText(words(command.title))
      )
    }
  }

  private var hintCommands: [CommandID] {
    switch layers.last {
    case .detail?:
      [
        "view.back", "tip.assess", "tip.prioritise", "tip.take", "tip.assign", "tip.note",
        "tip.correct", "tip.duplicate", "tip.notDuplicate", "tip.close", "tip.reopen",
        "view.actions", "tip.nextNew", "view.help",
      ]
    case .form?:
      [
        "form.save", "form.cancel", "form.next", "form.toggle", "form.choiceNext", "form.editor",
        "form.discard",
      ]
    case .help?: ["view.back", "move.pageDown", "move.pageUp"]
    case .palette?: ["palette.run", "view.back"]
    case .search?: ["search.open", "view.back"]
    case .confirm?: ["dialog.confirm", "dialog.cancel"]
    case nil:
      switch focusedPane {
      case .officers?:
        ["officer.register", "officer.change", "officer.deactivate", "view.duty", "view.help"]
      case .drafts?: ["view.open", "form.discard", "view.duty", "view.help"]
      default:
        [
          "view.help", "tip.new", "view.open", "view.actions", "tip.assess", "tip.prioritise",
          "tip.take",
          "tip.note", "tip.nextNew", "view.search", "pane.next", "pane.zoom", "view.palette",
          "desk.quit",
        ]
      }
    }
  }
}
