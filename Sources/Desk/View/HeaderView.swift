import CaseStore
import Casework
import Terminal
import TextSafety

/// A piece of the header and how it is drawn.
typealias HeaderPart = (SafeText, Style)

extension DeskState {
  /// Who sits here, what burns, what runs out next, and the time.
  func viewHeader(into frame: inout Frame) {
    let row = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
    frame.fill(row, Style(.header))
    let time = headerTime
    let timeColumn = size.columns - Width.of(time)
    frame.put(time, at: Point(column: timeColumn, row: 0), style: Style(.header), clip: row)
    let room = timeColumn - 3
    let parts = headerParts(room: room - width(of: headerNames(room: 0)))
    var column = 1
    for (text, style) in headerNames(room: room - spaced(parts.wanted)) {
      column += frame.put(text, at: Point(column: column, row: 0), style: style, clip: row)
    }
    viewCounters(parts.wanted + parts.rest, from: column + 2, to: timeColumn - 2, into: &frame)
  }

  /// The day gives way to the clock that runs out next where there is little room.
  private var headerTime: SafeText {
    let time = TimeText.clock(now, language)
    guard size.columns >= 100 || nextClock == nil || setup.isPast else {
      return SafeText("\(time) ")
    }
    return SafeText("\(TimeText.day(Stockholm.civil(now).date, language)) \(time) ")
  }

  /// What is shown before the officer's name, and what only where there is room left. The clock has
  /// its act in full where everything fits so, else in a word or two.
  private func headerParts(room: Int) -> (wanted: [HeaderPart], rest: [HeaderPart]) {
    let counters = headerCounters
    guard let nextClock else {
      return (Array(counters.prefix(2)), Array(counters.dropFirst(2)))
    }
    let burning = counters.prefix { $0.1.role == .acute }
    let others = Array(counters.dropFirst(burning.count))
    let names = width(of: headerNames(room: size.columns)) - width(of: headerNames(room: 0))
    let forms = nextClock.headerForms(at: now, language)
    let full = burning + [forms[0]] + others
    if spaced(full) + names <= room { return (Array(full), []) }
    let form = forms.dropFirst().first { spaced(burning + [$0]) <= room } ?? forms[forms.count - 1]
    let wanted = burning + [form] + others.prefix(1)
    return spaced(wanted) <= room
      ? (Array(wanted), Array(others.dropFirst())) : (burning + [form], others)
  }

  private func width(of parts: [HeaderPart]) -> Int { parts.reduce(0) { $0 + Width.of($1.0) } }

  /// The width of parts with the blanks between them.
  private func spaced(_ parts: some Sequence<HeaderPart>) -> Int {
    parts.reduce(0) { $0 + Width.of($1.0) + 2 }
  }

  /// Who sits here, and the mark of a training store. Where there is little room the officer's name
  /// gives way before what burns does, then the unit's; the mark never does.
  private func headerNames(room: Int) -> [HeaderPart] {
    let name = Width.truncated(SafeText(setup.officer.name, limit: 60), to: 24)
    let unit = (SafeText(words(setup.officer.unit.title)), Style(.header, bold: true))
    let gap: HeaderPart = ("  ", Style(.header))
    let whole = [gap, (name, Style(.header)), (" · ", Style(.header)), unit]
    let shifts = headerShifts
    // Under way, the shift says more than the officer's own name.
    let choices: [[HeaderPart]] =
      shifts.map { whole + [$0] } + shifts.suffix(1).map { [gap, unit, $0] }
      + [whole, [gap, unit], []]
    var start: [HeaderPart] = [("Samjour", Style(.header, bold: true))]
    if setup.isTraining {
      let mark = SafeText(words(Phrase(sv: " ÖVNING ", en: " TRAINING ")))
      start += [gap, (mark, Style(.badge, bold: true))]
    }
    if setup.isPast {
      let mark = SafeText(
        words(Phrase(sv: " SÅ STOD DET · BARA LÄSNING ", en: " AS IT STOOD · READ ONLY ")))
      start += [gap, (mark, Style(.badge, bold: true))]
    }
    let fitting = choices.first { width(of: start) + width(of: $0) <= room } ?? []
    return start + fitting
  }

  /// The officer's own shift, since when, and who leads it, in full first, then shorter; none where
  /// none is under way.
  private var headerShifts: [HeaderPart] {
    guard let row = underWay[.shift], let began = Shift(row.record).startedAt else { return [] }
    let time = TimeText.clock(began, language)
    let since = Phrase(
      sv: " · \(row.reference) sedan \(time)", en: " · \(row.reference) since \(time)")
    guard let login = Shift(row.record).lead else {
      return [(SafeText(words(since)), Style(.header))]
    }
    let name = officers.first { $0.officer.login == login }?.officer.name
    let shown = SafeText(name ?? UntrustedText(login), limit: 24).string
    let led = Phrase(sv: "\(since.sv), leds av \(shown)", en: "\(since.en), led by \(shown)")
    return [led, since].map { (SafeText(words($0)), Style(.header)) }
  }

  /// What burns, the most urgent first.
  private var headerCounters: [HeaderPart] {
    var parts: [HeaderPart] = []
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
    if !breaches.isEmpty {
      let text = Phrase(
        sv: "◆ \(breaches.count) med skäl", en: "◆ \(breaches.count) for a reason")
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
    _ parts: [HeaderPart], from left: Int, to right: Int, into frame: inout Frame
  ) {
    var shown: [HeaderPart] = []
    var width = 0
    for part in parts {
      guard width + Width.of(part.0) <= right - left else { break }
      shown.append(part)
      width += Width.of(part.0) + 2
    }
    var column = right - width + 2
    for (text, style) in shown {
      column += frame.put(text, at: Point(column: column, row: 0), style: style) + 2
    }
  }
}

extension SubjectClock {
  /// The clock in the header, in full first, then shorter: "◔ O12 till rätten säkrast fre 27/11".
  /// How much it presses is colour, glyph and word (UX, Looks).
  func headerForms(at now: Instant, _ language: Casework.Language) -> [HeaderPart] {
    let (glyph, style): (String, Style) =
      switch clock.pressure(at: now) {
      case .calm: ("◔", Style(.header))
      case .soon: ("△", Style(.warning, bold: true))
      case .now: ("▲", Style(.acute, bold: true))
      }
    let time = clock.timeLeft(at: now)[language]
    return [
      "\(reference) \(clock.rule.act[language]): \(time)",
      "\(reference) \(clock.rule.brief[language]) \(time)",
      "\(reference) \(time)",
    ].map { (SafeText("\(glyph) \($0)"), style) }
  }
}
