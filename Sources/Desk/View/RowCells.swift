import CaseStore
import Casework
import Terminal
import TextSafety

extension TipRow {
  /// The text and style of one column.
  func cell(_ column: String, now: Instant, _ language: Language) -> (SafeText, Style) {
    switch column {
    case "ref": return (SafeText(reference.description), Style(.dim))
    case "urgency": return urgency(now: now, language)
    case "received":
      return (SafeText(TimeText.exact(receivedAt, now: now, language)), Style(.dim))
    case "age": return (SafeText(TimeText.compact(receivedAt, now: now, language)), ageStyle(now))
    case "place": return (SafeText(place ?? "", limit: 80), Style(.text))
    case "text": return (SafeText(preview, limit: 240), Style(status == .open ? .text : .dim))
    case "children": return (SafeText(children > 0 ? "\(children)" : ""), Style(.text))
    case "channel": return (SafeText(channel.title[language]), Style(.dim))
    case "priority": return (SafeText(priority?.title[language] ?? "–"), Style(.text))
    case "status": return (SafeText(status.title[language]), Style(.dim))
    case "assignee": return (SafeText(assigneeName ?? "", limit: 60), Style(.dim))
    case "assessment":
      let words =
        isAssessed
        ? Phrase(sv: "bedömt", en: "assessed")
        : concernsChild ? Phrase(sv: "ej bedömt", en: "not assessed") : Phrase(same: "–")
      return (SafeText(words[language]), Style(isAssessed || !concernsChild ? .dim : .warning))
    default: return ("", Style(.text))
    }
  }

  /// Urgency is colour, glyph and word (UX, Looks).
  private func urgency(now: Instant, _ language: Language) -> (SafeText, Style) {
    guard status == .open else { return (SafeText("· " + status.title[language]), Style(.dim)) }
    if isAcute {
      return (SafeText(Phrase(sv: "▲ AKUT", en: "▲ ACUTE")[language]), Style(.acute))
    }
    if isLate(now: now) {
      return (SafeText(Phrase(sv: "! bedöm", en: "! assess")[language]), Style(.warning))
    }
    switch priority {
    case .high?: return (SafeText(Phrase(sv: "△ hög", en: "△ high")[language]), Style(.warning))
    case .normal?: return (SafeText(Phrase(sv: "· normal", en: "· normal")[language]), Style(.dim))
    case .low?: return (SafeText(Phrase(sv: "· låg", en: "· low")[language]), Style(.dim))
    default:
      return isAssessed
        ? (SafeText(Phrase(sv: "· bedömt", en: "· seen")[language]), Style(.dim))
        : (SafeText(Phrase(sv: "○ nytt", en: "○ new")[language]), Style(.good))
    }
  }

  private func isLate(now: Instant) -> Bool {
    status == .open && concernsChild && !isAssessed
      && now.since(receivedAt) >= Tip.assessmentAlarm
  }

  private func ageStyle(_ now: Instant) -> Style {
    Style(isLate(now: now) ? .warning : .dim)
  }
}

extension RecordRow {
  /// The text and style of one column, which has so many columns of the terminal.
  func cell(
    _ column: String, now: Instant, _ language: Language, for officer: Officer,
    width: Int = .max
  ) -> (SafeText, Style) {
    let view = RecordView(record, for: officer, now: now)
    switch column {
    case "ref": return (SafeText(reference.description), Style(.dim))
    case "status":
      let status = view.status
      return (
        SafeText(status?.title[language] ?? ""), Style(status?.isOpen == true ? .text : .dim)
      )
    case "title": return (SafeText(view.title(language), limit: 120), Style(.text))
    case "waiting": return waiting(view, now: now, language, width: width)
    case "next":
      let next = view.nextStep?[language] ?? ""
      // The column says that it is the next.
      let said = ["Nästa: ", "Next: "].first { next.hasPrefix($0) }?.count ?? 0
      return (SafeText(String(next.dropFirst(said))), Style(next.isEmpty ? .dim : .warning))
    case "age":
      let began = record.entries.first?.happenedAt ?? now
      return (SafeText(TimeText.compact(began, now: now, language)), Style(.dim))
    case "kNumber", "offence", "heard", "contact":
      return policeCell(column, now: now, language)
    default: return ("", Style(.text))
    }
  }

  private func policeCell(_ column: String, now: Instant, _ language: Language) -> (
    SafeText, Style
  ) {
    let report = PoliceReport(record)
    switch column {
    case "kNumber": return (SafeText(report.kNumber?.description ?? "–"), Style(.text))
    case "offence": return (SafeText(report.offenceTitle?[language] ?? ""), Style(.dim))
    case "heard":
      guard let at = report.lastNewsAt, let what = report.lastNewsTitle else {
        return ("", Style(.dim))
      }
      let words = report.lastNewsText.map { ": " + SafeText($0, limit: 120).string } ?? ""
      return (
        SafeText("\(TimeText.exact(at, now: now, language)) \(what[language])\(words)"),
        Style(.text)
      )
    default: return (SafeText(report.contact ?? "", limit: 60), Style(.dim))
    }
  }
}

extension SearchHit {
  /// The text and style of one column of the search: a tip's, or a record's in its place.
  func cell(_ column: String, now: Instant, _ language: Language, for officer: Officer) -> (
    SafeText, Style
  ) {
    switch self {
    case .tip(let row): return row.cell(column, now: now, language)
    case .record(let row):
      switch column {
      case "place": return (SafeText(row.reference.kind.title[language]), Style(.dim))
      case "text": return row.cell("title", now: now, language, for: officer)
      default: return row.cell(column, now: now, language, for: officer)
      }
    }
  }
}

extension RecordRow {
  /// By what the list is ordered: the clock that runs out first, or how long has been waited; where
  /// nothing is, how it stands. Colour, glyph and word (UX, Looks).
  private func waiting(_ view: RecordView, now: Instant, _ language: Language, width: Int) -> (
    SafeText, Style
  ) {
    func words(isBrief: Bool) -> SafeText {
      SafeText((view.waiting(isBrief: isBrief) ?? view.status?.title)?[language] ?? "")
    }
    let (glyph, role): (String, Terminal.Role) =
      switch view.pressure {
      case .now?: ("▲ ", .acute)
      case .soon?: ("△ ", .warning)
      case .calm?: ("◔ ", .text)
      case nil: ("· ", .text)
      }
    let whole = SafeText(glyph) + words(isBrief: false)
    let shown = Width.of(whole) <= width ? whole : SafeText(glyph) + words(isBrief: true)
    return (shown, Style(role, bold: role == .acute))
  }
}

extension Presence {
  func cell(_ column: String, _ now: Instant, _ language: Language) -> (SafeText, Style) {
    switch column {
    case "name": return (SafeText(name, limit: 60), Style(.text))
    case "unit": return (SafeText(unit.title[language]), Style(.dim))
    case "since": return (SafeText(TimeText.near(since, now: now, language)), Style(.dim))
    case "viewing":
      guard let viewing else { return ("", Style(.dim)) }
      let typing = Phrase(sv: "skriver i \(viewing)", en: "typing in \(viewing)")
      let reading = Phrase(sv: "läser \(viewing)", en: "reading \(viewing)")
      return (SafeText((isTyping ? typing : reading)[language]), Style(isTyping ? .good : .dim))
    default: return ("", Style(.text))
    }
  }
}

extension Officer {
  func cell(_ column: String, _ language: Language) -> (SafeText, Style) {
    let style = Style(isActive ? .text : .dim)
    switch column {
    case "login": return (SafeText(login), style)
    case "name": return (SafeText(name, limit: 60), style)
    case "unit": return (SafeText(unit.title[language]), style)
    case "roles":
      let titles = Casework.Role.allCases.filter(roles.contains).map { $0.title[language] }
      return (SafeText(titles.joined(separator: ", ")), style)
    case "active":
      let words = isActive ? Phrase(sv: "aktiv", en: "active") : Phrase(sv: "avslutad", en: "left")
      return (SafeText(words[language]), style)
    default: return ("", style)
    }
  }
}

extension Draft {
  func cell(_ column: String, _ now: Instant, _ language: Language) -> (SafeText, Style) {
    let draft = FormDraft(data: body)
    switch column {
    case "what":
      let section = draft.flatMap { draft in
        draft.action == HandoverScreen.action ? HandoverSection(rawValue: draft.focus) : nil
      }
      let action = draft.flatMap { ActionSpec.ofForm($0.action)?.title }
      let title = (section?.title ?? action)?[language] ?? key
      return (SafeText(title), Style(.text))
    case "subject": return (SafeText(draft?.subject ?? ""), Style(.dim))
    case "text": return (SafeText(draft?.gist ?? "", limit: 120), Style(.text))
    case "updated": return (SafeText(TimeText.near(updatedAt, now: now, language)), Style(.dim))
    default: return ("", Style(.text))
    }
  }
}
