import CaseStore
import Casework
import TextSafety

/// A subject for a person to read: what stands, then what has happened, newest first.
struct SubjectText {
  private let language: Casework.Language
  private let now: Instant
  private let officer: Officer
  private let reasons: AccessReasons

  init(_ session: Session, _ reasons: AccessReasons) {
    officer = session.officer
    self.reasons = reasons
    language = session.language
    now = session.clock.now()
  }

  /// Writes the subject.
  func write(_ content: SubjectContent, _ reference: Reference, to output: inout LineBuffer) {
    let (state, links) = (content.state, content.links)
    output.line(SafeText("\(reference)  \(title(state))"))
    if case .tip(let tip) = state {
      writeState(of: tip, to: &output)
      output.line("")
      // The words of a first report, with what has been corrected since.
      for detail in Fact.tip(.received(tip.report)).words.details { write(detail, to: &output) }
    }
    let view = view(content)
    if let view { writeState(of: view, reference, to: &output) }
    if !links.isEmpty {
      output.line("")
      row(
        Phrase(sv: "Hör ihop med", en: "Belongs with"),
        links.map(\.description).joined(separator: ", "), to: &output)
    }
    output.line("")
    output.line(SafeText(Phrase(sv: "Historik", en: "History")[language]))
    for entry in content.history { write(entry, state, view, to: &output) }
  }

  /// A record as the officer may see it; nil for what is kept as something else.
  private func view(_ content: SubjectContent) -> RecordView? {
    guard case .record(let record) = content.state else { return nil }
    return RecordView(
      record, for: officer, now: now, reasons: reasons, filling: content.material, language)
  }

  private func title(_ state: SubjectState) -> String {
    switch state {
    case .tip(let tip):
      let acute = tip.isAcute ? Phrase(sv: " · AKUT", en: " · ACUTE")[language] : ""
      return SubjectKind.tip.title[language] + " · " + tip.status.title[language] + acute
    case .officer(let officer):
      let active =
        officer.isActive ? "" : Phrase(sv: " · avslutad", en: " · deactivated")[language]
      return SafeText(officer.name, limit: 80).string + active
    case .record(let record):
      let view = RecordView(record, for: officer, now: now, reasons: reasons)
      let status = view.status?.title[language] ?? ""
      let title = SafeText(view.title(language), limit: 120).string
      return "\(record.kind.title[language]) · \(status) · \(title)"
    }
  }

  private func writeState(
    of view: RecordView, _ reference: Reference, to output: inout LineBuffer
  ) {
    if let next = view.nextStep { output.line(SafeText(next[language])) }
    for section in view.sections where !section.rows.isEmpty {
      output.line("")
      output.line(SafeText(section.title[language]))
      for detail in section.rows { write(detail, to: &output) }
    }
    guard view.hasMasked, !view.showsMasked else { return }
    let how = Phrase(
      sv: "Det dolda visas med skäl, som arbetsledaren ser: "
        + "samjour show \(reference) --reason ”varför”",
      en: "What is masked is shown for a reason, which the lead sees: "
        + "samjour show \(reference) --reason “why”")
    output.line("")
    output.line(SafeText(how[language]))
  }

  private func writeState(of tip: Tip, to output: inout LineBuffer) {
    let received = "\(TimeText.exact(tip.receivedAt, now: now, language))"
    row(Phrase(sv: "Inkom", en: "Received"), received, to: &output)
    row(Phrase(sv: "Version", en: "Version"), "\(tip.version)", to: &output)
    let none = Phrase(sv: "inte satt", en: "not set")
    row(
      Phrase(sv: "Prioritet", en: "Priority"), (tip.priority?.title ?? none)[language],
      to: &output)
    let missing =
      tip.concernsChild
      ? Phrase(sv: "inte gjord", en: "not made") : Phrase(sv: "behövs inte", en: "not needed")
    row(
      Phrase(sv: "Skyddsbedömning", en: "Assessment"),
      (tip.assessment?.outcome.title ?? missing)[language], to: &output)
    row(
      Phrase(sv: "Hos", en: "With"), tip.assigneeName.map { SafeText($0, limit: 80).string } ?? "–",
      to: &output)
    if let original = tip.duplicateOf {
      row(Phrase(sv: "Dubblett av", en: "Duplicate of"), original, to: &output)
    }
    if !tip.duplicates.isEmpty {
      row(
        Phrase(sv: "Dubbletter", en: "Duplicates"), tip.duplicates.joined(separator: ", "),
        to: &output)
    }
  }

  private func row(_ label: Phrase, _ value: String, to output: inout LineBuffer) {
    let padding = String(repeating: " ", count: max(1, 18 - label[language].count))
    output.line(SafeText(label[language] + padding + value))
  }

  private func write(_ detail: FactWords.Detail, indent: String = "", to output: inout LineBuffer) {
    let label = indent + detail.label[language]
    let padding = String(repeating: " ", count: max(1, 18 + indent.count - label.count))
    let hanging = String(repeating: " ", count: label.count + padding.count)
    for (index, line) in lines(of: detail.value).enumerated() {
      let start = index == 0 ? label + padding : line.isEmpty ? "" : hanging
      output.line(SafeText(start + line.string))
    }
  }

  private func lines(of value: FactWords.Value) -> [SafeText] {
    switch value {
    case .phrase(let phrase): [SafeText(phrase[language])]
    case .untrusted(let text): SafeText.lines(of: text)
    case .time(let instant): [SafeText(TimeText.exact(instant, now: now, language))]
    case .children(let children): [SafeText(ChildrenEntry.text(children, language))]
    case .reference(let reference): [SafeText(reference.description)]
    }
  }

  /// When it happened, where that is a minute or more from when it was recorded.
  private func happened(_ entry: HistoryEntry) -> SafeText {
    guard abs(entry.recordedAt.since(entry.happenedAt)) >= 60_000 else { return "" }
    let time = TimeText.exact(entry.happenedAt, now: now, language)
    return SafeText(Phrase(sv: " (hände \(time))", en: " (happened \(time))")[language])
  }

  /// What of the entry the officer may see; nil for nothing.
  private func shownWords(_ entry: HistoryEntry, _ view: RecordView?) -> FactWords? {
    guard let view, case .record(let fact)? = entry.fact else { return entry.fact?.words }
    return view.words(of: fact)
  }

  private func write(
    _ entry: HistoryEntry, _ state: SubjectState, _ view: RecordView?, to output: inout LineBuffer
  ) {
    let time = TimeText.exact(entry.recordedAt, now: now, language)
    let erased = Phrase(sv: "borttaget eller okänt", en: "erased or unknown")
    let words = shownWords(entry, view)
    if entry.fact != nil && words == nil { return }
    let title = SafeText((words?.title ?? erased)[language])
    let name = SafeText(entry.officerName, limit: 60)
    output.line(SafeText("  \(time)  v\(entry.version)  \(name)  ") + title + happened(entry))
    guard var words else { return }
    // The first report stands above already, unless it has been corrected.
    if case .tip(.received(let report))? = entry.fact, case .tip(let tip) = state,
      tip.report == report
    {
      words = FactWords(title: words.title)
    }
    for detail in entry.telling(words).details {
      write(detail, indent: "      ", to: &output)
    }
  }
}
