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
        officer: setup.officer, columnChanges: columnChanges,
        referenceDigits: referenceDigits, routines: routines))
    var frame = Frame(size: size)
    frame.title = windowTitle
    frame.bell = ringsBell
    guard !isTooSmall else {
      viewTooSmall(into: &frame)
      return frame
    }
    viewHeader(into: &frame)
    if setup.isLinear { frame.place = place }
    if isCovered {
      rows.keep()
    } else {
      for (id, rect) in paneRects { viewPane(id, in: rect, keeping: rows, into: &frame) }
    }
    for (index, layer) in layers.enumerated() where !setup.isLinear || index == layers.count - 1 {
      frame.cursor = nil
      view(layer, isTop: index == layers.count - 1, into: &frame)
    }
    viewMessage(into: &frame)
    viewFooter(keeping: rows, into: &frame)
    return frame
  }

  /// Whether something lies over all panes.
  private var isCovered: Bool {
    setup.isLinear ? !layers.isEmpty : detailRect == body && layers.contains(where: \.isDetail)
  }

  /// How many digits the longest reference has: it is the number of an entry in the journal.
  var referenceDigits: Int { String(seenSequence).count }

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
    case .detail(let detail): viewDetail(detail, isTop: isTop, in: detailRect, into: &frame)
    case .form(let form): viewForm(form, isTop: isTop, into: &frame)
    case .handover(let screen): viewHandover(screen, isTop: isTop, into: &frame)
    case .help(let help): viewHelp(help, into: &frame)
    case .palette(let palette): viewPalette(palette, into: &frame)
    case .search(let search): viewSearch(search, into: &frame)
    case .access(let overlay): viewAccess(overlay, into: &frame)
    case .handbook(let overlay): viewHandbook(overlay, into: &frame)
    case .reason(let dialog): viewReason(dialog, into: &frame)
    case .confirm(let dialog): viewConfirm(dialog, into: &frame)
    case .report(let report): viewReport(report, into: &frame)
    case .tour(let tour): viewTour(tour, into: &frame)
    case .pane(let overlay): viewPaneOverlay(overlay, into: &frame)
    case .retention(let overlay): viewRetention(overlay, into: &frame)
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
      case .acute: "▲ "
      case .error: "✗ "
      default: "  "
      }
    // What is said is read to its end: what does not fit in the line lies over the foot of the panes.
    let room = size.columns - 2
    var lines = Width.wrap(mark + text, columns: room)
    let most = min(Self.mostMessageLines, body.rows / 3)
    if lines.count > most {
      let rest = lines[(most - 1)...].joined(separator: " ")
      lines = lines.prefix(most - 1) + [Width.truncated(rest, to: room)]
    }
    for (index, line) in lines.enumerated() {
      let row = row - lines.count + 1 + index
      frame.fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), Style(.text))
      frame.put(line, at: Point(column: 1, row: row), style: style)
    }
  }

  private static let mostMessageLines = 4

  private func viewFooter(keeping cache: RowCache, into frame: inout Frame) {
    let lines = hintLines(keeping: cache)
    for (index, hints) in lines.enumerated() {
      viewHints(hints, in: size.rows - lines.count + index, into: &frame)
    }
  }

  /// One line; while a sequence is begun as many as it takes to show all that it can become, over the
  /// foot of the panes.
  private func hintLines(keeping cache: RowCache) -> [[(SafeText, SafeText)]] {
    guard !pendingKeys.isEmpty,
      case .pending(let next) = setup.keymap.lookup(pendingKeys, in: contexts)
    else { return [hints(keeping: cache)] }
    let begun = pendingKeys.map(\.label).joined(separator: " ") + " "
    let hints = next.map { (SafeText(begun + $0.key.label), SafeText(words($0.title))) }
    var lines: [[(SafeText, SafeText)]] = [[]]
    var column = 1
    for hint in hints {
      let width = Width.of(hint.0) + 1 + Width.of(hint.1)
      if column + width > size.columns - 1, lines.last?.isEmpty == false {
        lines.append([])
        column = 1
      }
      lines[lines.count - 1].append(hint)
      column += width + 2
    }
    return Array(lines.prefix(max(1, size.rows - 2)))
  }

  private func viewHints(_ hints: [(SafeText, SafeText)], in row: Int, into frame: inout Frame) {
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

  /// What the keys do here: the commands that matter most, as many as a line has room for.
  private func hints(keeping cache: RowCache) -> [(SafeText, SafeText)] {
    let contexts = contexts
    var hints: [(SafeText, SafeText)] = []
    var column = 1
    for id in hintCommands {
      guard let command = CommandRegistry.command(id), disabledReason(id) == nil,
        let keys = cache.keys(
          for: id, in: contexts,
          lookUp: {
            setup.keymap.firstKeys(for: id, heardIn: contexts).map {
              SafeText($0.map(\.label).joined(separator: " "))
            }
          })
      else { continue }
      let hint = (keys, SafeText(words(command.title)))
      hints.append(hint)
      column += Width.of(hint.0) + Width.of(hint.1) + 3
      guard column < size.columns else { break }
    }
    return hints
  }

  private var hintCommands: [CommandID] {
    switch layers.last {
    case .detail?:
      [
        "view.back", "view.nextStep", "tip.assess", "tip.prioritise", "tip.take", "tip.assign",
        "tip.note",
        "tip.correct", "tip.duplicate", "tip.notDuplicate", "tip.close", "tip.reopen",
        "view.actions", "person.merge", "person.register", "case.open", "custody.prepare",
        "policeReport.draft", "handover.draft", "tip.nextNew", "view.help",
      ]
    case .handover(let screen)?: screen.hints
    case .form?:
      [
        "form.save", "form.cancel", "form.next", "form.toggle", "form.choiceNext", "form.editor",
        "form.discard",
      ]
    case .help?, .access?, .report?: ["view.back", "move.pageDown", "move.pageUp"]
    case .palette?: ["palette.run", "view.back"]
    case .search?: ["search.open", "view.back"]
    case .handbook?:
      ["view.back", "move.down", "reference.nextSection", "move.pageDown", "view.help"]
    case .tour?: ["tour.next", "tour.previous", "view.back", "tour.dismiss"]
    case .pane?:
      [
        "view.back", "pane.choose", "pane.columnUp", "pane.columnDown", "pane.reverse",
        "pane.reset",
        "screen.save", "view.help",
      ]
    case .retention?:
      [
        "view.back", "retention.confirm", "retention.early", "move.down", "move.up", "view.help",
      ]
    case .confirm?, .reason?: ["dialog.confirm", "dialog.cancel"]
    case nil:
      switch focusedPane {
      case .officers?:
        ["officer.register", "officer.change", "officer.deactivate", "view.duty", "view.help"]
      case .figures?:
        [
          "figures.back", "figures.forward", "figures.day", "figures.week", "figures.month",
          "figures.year", "pane.next", "pane.zoom", "view.duty", "view.help",
        ]
      case .drafts?: ["view.open", "form.discard", "view.duty", "view.help"]
      case .news?: ["view.open", "news.readAll", "pane.next", "view.duty", "view.help"]
      // Who listens is not told of other keys with each row.
      case _ where setup.isLinear:
        ["view.help", "view.actions", "pane.next", "view.search", "view.palette", "desk.quit"]
      case .tips?, .selected?:
        if screenName == "triage" {
          [
            "tip.assess", "tip.prioritise", "tip.take", "tip.assign", "tip.dispatch", "tip.passOn",
            "tip.duplicate", "tip.link", "tip.close", "action.undo", "mark.toggle", "tip.nextNew",
            "view.help",
          ]
        } else {
          tipHints
        }
      default: tipHints
      }
    }
  }

  private var tipHints: [CommandID] {
    [
      "view.help", "tip.new", "view.open", "view.nextStep", "view.actions", "pass.countAdult",
      "pass.countChild", "pass.detail", "tip.assess", "tip.prioritise", "tip.take",
      "tip.note", "tip.nextNew", "view.search", "pane.next", "pane.zoom", "view.palette",
      "desk.quit",
    ]
  }
}
