import CaseStore
import Casework
import Terminal
import TextSafety

/// What a lead sees of the access log at the desk.
public struct AccessReport: Sendable {
  /// What was opened for a written reason since the lead's last shift, newest first.
  public let broken: [AccessEntry]
  /// The newest readings of the selected subject, newest first.
  public let readings: [AccessEntry]

  /// Takes the parts as they are.
  public init(broken: [AccessEntry], readings: [AccessEntry]) {
    self.broken = broken
    self.readings = readings
  }
}

/// The access log, opened over the desk.
public struct AccessOverlay: Sendable {
  /// The subject whose readings are shown; nil: only what was opened for a reason.
  let reference: Reference?
  var report: AccessReport?
  var trouble: Problem?
  var scroll = 0
}

extension DeskState {
  /// The lines of the access log: the subject's readings, then what was opened for a reason.
  private func accessLines(_ overlay: AccessOverlay) -> [(text: SafeText, style: Style)] {
    let columns = max(10, overlayRect.columns - 4)
    guard let report = overlay.report else {
      let words = overlay.trouble?.message ?? Phrase(sv: "Läser …", en: "Reading …")
      let style = Style(overlay.trouble == nil ? .dim : .error)
      return Width.wrap(SafeText(self.words(words)), columns: columns).map { ($0, style) }
    }
    var lines: [(text: SafeText, style: Style)] = []
    func add(_ title: Phrase, _ entries: [AccessEntry]) {
      if !lines.isEmpty { lines.append(("", Style(.text))) }
      lines.append((SafeText(words(title)), Style(.title, bold: true)))
      for entry in entries { lines += accessLines(entry, columns: columns) }
      guard entries.isEmpty else { return }
      lines.append((SafeText(words(Phrase(sv: "Inga", en: "None"))), Style(.dim)))
    }
    if let reference = overlay.reference {
      add(Phrase(sv: "Läst: \(reference)", en: "Readings of \(reference)"), report.readings)
    }
    add(
      Phrase(
        sv: "Öppnat med skäl sedan ditt förra pass",
        en: "Opened for a reason since your last shift"), report.broken)
    return lines
  }

  private func accessLines(_ entry: AccessEntry, columns: Int) -> [(text: SafeText, style: Style)] {
    let when = TimeText.exact(entry.at, now: now, language)
    let what = entry.reference?.description ?? ""
    let head =
      SafeText("\(when)  \(what)  ") + SafeText(entry.name, limit: 60)
      + SafeText(" · \(entry.way.title[language])")
    let style = Style(entry.basis.isBreakGlass ? .warning : .text)
    return Width.wrap(head, columns: columns).map { ($0, style) }
      + Width.wrap("  " + entry.why(language), columns: columns).map { ($0, Style(.dim)) }
  }

  func accessScrollLimit(_ overlay: AccessOverlay) -> Int {
    max(0, accessLines(overlay).count - (overlayRect.rows - 2))
  }

  func viewAccess(_ overlay: AccessOverlay, into frame: inout Frame) {
    let rect = overlayRect
    frame.fill(rect, Style(.text))
    let lines = accessLines(overlay)
    let inside = rect.inset(columns: 2, rows: 1)
    let last = min(lines.count, overlay.scroll + inside.rows)
    frame.box(
      rect, title: SafeText(words(Phrase(sv: "Åtkomstlogg", en: "Access log"))),
      trailing: lines.count > inside.rows ? SafeText("\(last)/\(lines.count)") : "",
      style: Style(.focusBorder), titleStyle: Style(.title, bold: true))
    for (row, line) in lines.dropFirst(overlay.scroll).prefix(inside.rows).enumerated() {
      frame.put(
        line.text, at: Point(column: inside.column, row: inside.row + row), style: line.style,
        clip: inside)
    }
    frame.cursor = inside.origin
  }
}
