import CaseStore
import Casework
import Terminal
import TextSafety

/// One line of a detail, ready to draw.
struct DetailLine: Sendable, Hashable {
  var label: SafeText = ""
  var text: SafeText
  var style: Style
}

extension SubjectDetail {
  /// How much of one text is laid out, in characters: more than an officer scrolls through. The
  /// whole is in `samjour show`.
  static let longestText = 20_000

  /// Sets the detail out in lines for a width. Done when the content, the width, the language or
  /// the minute changes, not for each frame.
  mutating func layOut(
    columns: Int, now: Instant, _ language: Language, _ officer: Officer, isLinear: Bool
  ) {
    let me = OfficerID(officer.id)
    guard let content, columns > 0 else {
      lines = []
      return
    }
    let view = record.map {
      RecordView(
        $0, for: officer, now: now, reasons: reasons, filling: content.material, language)
    }
    let tipSections = tip?.sections(now: now) ?? []
    let sections = view?.sections.filter { !$0.rows.isEmpty } ?? []
    labelColumns = Self.labelColumns(
      (tipSections.flatMap(\.rows) + sections.flatMap(\.rows)).map { $0.label[language] },
      in: columns,
      isLinear: isLinear)
    var builder = DetailLineBuilder(
      columns: columns, labelColumns: labelColumns, now: now, language: language)
    if let tip {
      if let next = tip.nextStep(now: now) {
        builder.paragraph(SafeText(next[language]), Style(.warning, bold: true))
        builder.blank()
      }
      for section in tipSections {
        builder.heading(section.title)
        for row in section.rows { builder.row(row) }
        builder.blank()
      }
    }
    if let view {
      if let next = view.nextStep {
        builder.paragraph(SafeText(next[language]), Style(.warning, bold: true))
        builder.blank()
      }
      for section in sections {
        builder.heading(section.title)
        for row in section.rows { builder.row(row) }
        builder.blank()
      }
    }
    standingLines = builder.lines.count
    if !content.likePersons.isEmpty {
      builder.heading(
        Phrase(
          sv: "Kan vara samma som (inget slås ihop av sig självt)",
          en: "May be the same as (nothing is merged by itself)"))
      for match in content.likePersons {
        builder.row(
          FactWords.Detail(Phrase(same: match.reference.description), .phrase(match.why)))
      }
      builder.blank()
    }
    if !content.links.isEmpty {
      builder.heading(Phrase(sv: "Hör ihop med", en: "Belongs with"))
      for link in content.links {
        builder.row(FactWords.Detail(link.kind.title.capitalized, .reference(link)))
      }
      builder.blank()
    }
    builder.heading(Phrase(sv: "Historik", en: "History"))
    for entry in content.history {
      var repeats = false
      if case .tip(.received(let report))? = entry.fact { repeats = report == tip?.report }
      var words: FactWords? = entry.words
      if let view, case .record(let fact)? = entry.fact { words = view.words(of: fact) }
      guard let words else { continue }
      let told = repeats ? FactWords(title: words.title) : words
      builder.entry(entry, entry.telling(told), isMine: entry.officer == me)
    }
    lines = builder.lines
  }
}

extension SubjectDetail {
  /// The labels have the room that the longest needs, up to two fifths; what is longer is wrapped. Who
  /// listens hears each whole.
  private static func labelColumns(_ labels: [String], in columns: Int, isLinear: Bool) -> Int {
    let longest = labels.map { Width.of(SafeText($0)) }.max() ?? 0
    let most = isLinear ? 60 : min(27, max(19, columns * 2 / 5))
    return min(most, max(16, longest + 2))
  }
}

private struct DetailLineBuilder {
  let columns: Int
  let labelColumns: Int
  let now: Instant
  let language: Language
  var lines: [DetailLine] = []

  mutating func blank() {
    lines.append(DetailLine(text: "", style: Style(.text)))
  }

  mutating func heading(_ title: Phrase) {
    lines.append(DetailLine(text: SafeText(title[language]), style: Style(.title, bold: true)))
  }

  mutating func paragraph(_ text: SafeText, _ style: Style) {
    for line in Width.wrap(text, columns: columns) {
      lines.append(DetailLine(text: line, style: style))
    }
  }

  mutating func row(_ detail: FactWords.Detail, dim: Bool = false) {
    let style = Style(dim ? .dim : .text)
    let labels = Width.wrap(
      SafeText(detail.label[language]), columns: labelColumns - 1)
    let values = wrapped(detail.value)
    for row in 0..<max(labels.count, values.count) {
      lines.append(
        DetailLine(
          label: labels.indices.contains(row) ? labels[row] : " ",
          text: values.indices.contains(row) ? values[row] : "", style: style))
    }
  }

  /// The first report's values stand above already, unless they have been corrected since.
  mutating func entry(
    _ entry: HistoryEntry, _ words: FactWords, isMine: Bool
  ) {
    let when = TimeText.exact(entry.happenedAt, now: now, language)
    let who = SafeText(entry.officerName, limit: 60)
    // The number by which a correction, a redaction and `expects` name the entry.
    var head =
      SafeText("\(when)  v\(entry.version)  ") + SafeText(words.title[language], limit: 400) + " — "
      + who
    // Recorded late: both times are told (DOMAIN, Custody decision: both are kept).
    if entry.recordedAt.since(entry.happenedAt) > 60_000 {
      let recorded = TimeText.exact(entry.recordedAt, now: now, language)
      head += SafeText(
        Phrase(sv: " (antecknat \(recorded))", en: " (recorded \(recorded))")[language])
    }
    paragraph(head, Style(isMine ? .text : .title))
    for detail in words.details { row(detail, dim: true) }
  }

  private func wrapped(_ value: FactWords.Value) -> [SafeText] {
    let room = max(10, columns - labelColumns)
    switch value {
    case .phrase(let phrase): return Width.wrap(SafeText(phrase[language]), columns: room)
    case .time(let time):
      return [SafeText(TimeText.exact(time, now: now, language))]
    case .children(let children):
      return Width.wrap(
        SafeText(children.map { $0.title(language) }.joined(separator: ", ")), columns: room)
    case .reference(let reference): return [SafeText(reference.description)]
    case .untrusted(let text):
      let cut = text.raw.prefix(SubjectDetail.longestText)
      var lines = SafeText.lines(of: UntrustedText(String(cut))).flatMap { line in
        line.isEmpty ? [line] : Width.wrap(line, columns: room)
      }
      if cut.endIndex < text.raw.endIndex {
        let more = text.raw.utf8.count - cut.utf8.count
        lines.append(
          SafeText(
            Phrase(
              sv: "… \(more) byte till; samjour show visar hela texten",
              en: "… \(more) bytes more; samjour show has the whole text")[language]))
      }
      return lines
    }
  }
}

extension DeskState {
  /// Lays out the open details anew; after anything their lines depend on.
  mutating func layOutDetails() {
    for index in layers.indices {
      guard case .detail(var detail) = layers[index] else { continue }
      detail.layOut(
        columns: detailRect.columns - 4, now: now, language, setup.officer,
        isLinear: setup.isLinear)
      detail.scroll = max(0, min(detail.scroll, detailScrollLimit(detail)))
      layers[index] = .detail(detail)
    }
    for (id, rect) in paneRects {
      guard case .selected(var pane)? = panes[id], var detail = pane.detail else { continue }
      detail.layOut(
        columns: rect.columns - 4, now: now, language, setup.officer, isLinear: setup.isLinear)
      detail.scroll = max(0, min(detail.scroll, detailScrollLimit(detail, in: id)))
      pane.detail = detail
      panes[id] = .selected(pane)
    }
  }

  /// The last line that may stand at the top of a pane.
  func detailScrollLimit(_ detail: SubjectDetail, in pane: String) -> Int {
    max(0, detail.lines.count - listHeight(of: pane))
  }

  /// The last line that may stand at the top.
  func detailScrollLimit(_ detail: SubjectDetail) -> Int {
    max(0, detail.lines.count - (detailRect.rows - 2))
  }

  func viewDetail(
    _ detail: SubjectDetail, isTop: Bool, in rect: Rect, into frame: inout Frame
  ) {
    frame.fill(rect, Style(.text))
    var title = SafeText(detail.reference.description)
    var trailing: SafeText = ""
    var titleRole: Terminal.Role = .title
    if let record = detail.record {
      let view = RecordView(record, for: setup.officer, now: now, reasons: detail.reasons)
      title += SafeText(" · \(view.status?.title[language] ?? "") · ")
      title += SafeText(view.title(language), limit: 80)
    }
    if let tip = detail.tip {
      let received = TimeText.exact(tip.receivedAt, now: now, language)
      title += SafeText(" · \(tip.report.channel.title[language]) · \(received)")
      if tip.status != .open {
        title += SafeText(" · \(tip.status.title[language])")
      } else if tip.isAcute {
        title += SafeText(words(Phrase(sv: " · ▲ AKUT", en: " · ▲ ACUTE")))
        titleRole = .acute
      }
    }
    if detail.lines.count > rect.rows - 2 {
      trailing = SafeText(
        "\(min(detail.lines.count, detail.scroll + rect.rows - 2))/\(detail.lines.count)")
    }
    frame.box(
      rect, title: Width.truncated(title, to: max(1, rect.columns - 14)), trailing: trailing,
      style: Style(isTop ? .focusBorder : .border),
      titleStyle: Style(titleRole, bold: true))
    let inside = rect.inset(columns: 2, rows: 1)
    guard detail.content != nil else {
      let text = detail.trouble?.message ?? Phrase(sv: "Läser …", en: "Reading …")
      for (line, part) in Width.wrap(SafeText(words(text)), columns: max(1, inside.columns))
        .prefix(inside.rows).enumerated()
      {
        frame.put(
          part, at: Point(column: inside.column, row: inside.row + line),
          style: Style(detail.trouble == nil ? .dim : .error))
      }
      return
    }
    for (row, line) in detail.lines.dropFirst(detail.scroll).prefix(inside.rows).enumerated() {
      var point = Point(column: inside.column, row: inside.row + row)
      if !line.label.isEmpty {
        frame.put(
          Width.truncated(line.label, to: detail.labelColumns - 1), at: point,
          style: Style(.dim),
          clip: inside)
        point.column += detail.labelColumns
      }
      frame.put(line.text, at: point, style: line.style, clip: inside)
    }
    if isTop { frame.cursor = inside.origin }
  }
}

extension Phrase {
  /// The phrase as it begins a label.
  var capitalized: Phrase {
    func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Phrase(sv: raised(sv), en: raised(en))
  }

  /// The phrase as it reads inside a sentence; a word in capitals stays.
  var lowercasedStart: Phrase {
    func lowered(_ text: String) -> String {
      guard text.dropFirst().first?.isLowercase == true else { return text }
      return text.prefix(1).lowercased() + text.dropFirst()
    }
    return Phrase(sv: lowered(sv), en: lowered(en))
  }
}
