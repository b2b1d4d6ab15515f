import CaseStore
import Casework
import Terminal
import TextSafety

extension DeskState {
  // MARK: Since my last shift

  mutating func take(_ result: Result<News, Problem>) -> [Effect] {
    switch result {
    case .success(let news):
      self.news = news
      if showsNews { return [] }
      let unread = news.items.filter(\.isUnread).count
      guard unread > 0 else { return [] }
      let keys = keyText("view.news", in: .list)
      let count = news.isCut ? "\(unread)+" : "\(unread)"
      say(
        Phrase(
          sv: "\(count) olästa sedan ditt förra pass: \(keys)",
          en: "\(count) unread since your last shift: \(keys)"))
    case .failure(let problem): say(problem.message, .error)
    }
    return []
  }

  /// The selected item, the first where none has been chosen.
  func selectedNews(_ pane: RosterPane) -> NewsItem? {
    let items = newsItems(pane)
    return items.first { $0.reference.description == pane.selection } ?? items.first
  }

  /// What is opened has been read, as far as it stood when the news was told.
  mutating func read(_ references: [Reference]) -> [Effect] {
    var versions: [Reference: Int] = [:]
    for index in news?.items.indices ?? 0..<0 {
      guard var item = news?.items[index], references.contains(item.reference), item.isUnread
      else { continue }
      item.readVersion = item.latest.version
      versions[item.reference] = item.latest.version
      news?.replace(index, with: item)
    }
    return versions.isEmpty || setup.isPast ? [] : [.markRead(versions)]
  }

  // MARK: The end of a shift

  /// Fills in the form of a handover, unless something has been typed in it.
  mutating func take(_ end: ShiftEnd, form key: String) {
    let note = shiftNote(end)
    let open = end.claims.map(\.reference.description).joined(separator: ", ")
    changeForm(key) { form in
      guard !form.isDirty, !form.isSaving else { return }
      for (name, text) in [("note", note), ("openTips", open), ("returns", open)] {
        guard let index = form.fields.firstIndex(where: { $0.spec.name == name }) else { continue }
        form.fields[index].set(raw: text)
        form.initial[name] = form.fields[index].raw
      }
      form.listed = end.claims.map { row in
        LikelyMatch(
          reference: row.reference, why: Phrase(same: SafeText(row.preview, limit: 100).string))
      }
    }
  }

  /// A line for each subject that something happened to, open things first.
  private func shiftNote(_ end: ShiftEnd) -> String {
    let items = end.news.items.filter { $0.reference.kind != .shift }
    let lines = items.map { item in
      // Of a record only what it is: what it is called may be for fewer eyes than the note.
      let title =
        item.tip == nil
        ? SafeText(words(item.reference.kind.title))
        : item.title(for: setup.officer, now: now, language)
      return "\(item.reference) \(title): \(item.change(for: setup.officer, now: now, language))"
    }
    // What is typed goes on below.
    return lines.map { $0 + "\n" }.joined()
  }

  /// A shift that nobody has taken over yet is what the officer sees first. One that is handed over
  /// while the desk is open is told of, with the key that takes it over: nothing comes in the way.
  mutating func take(waiting result: Result<RecordRow?, Problem>) -> [Effect] {
    guard case .success(let found) = result, !setup.isPast else { return [] }
    // It is looked for again when the cards are closed.
    if case .tour? = layers.last { return [] }
    let isTold = found?.reference == waitingShift?.reference && hasLookedForShift
    waitingShift = found
    defer { hasLookedForShift = true }
    guard let row = found, !isTold else { return [] }
    let key = keyText("shift.acknowledge", in: .detail)
    guard layers.isEmpty, !hasLookedForShift else {
      say(
        Phrase(
          sv: "Pass \(row.reference) är överlämnat till er: \(key) läser och kvitterar",
          en: "Shift \(row.reference) is handed over to you: \(key) reads and acknowledges"),
        .warning)
      return []
    }
    say(
      Phrase(
        sv: "Ett pass väntar på att du tar över: läs, och kvittera med \(key)",
        en: "A shift waits for you to take over: read it, and acknowledge with \(key)"),
      .warning)
    return openDetail(row.reference)
  }
}

extension DeskState {
  /// The shift that is taken over: the one selected, else the one that waits.
  var shiftToAcknowledge: Reference? {
    if let selected = selectedReference, selected.kind == .shift { return selected }
    return waitingShift?.reference
  }

  /// What is taken over is read first: it is opened, and acknowledged from there.
  mutating func acknowledge(_ shift: Reference) -> [Effect] {
    if selectedReference == shift { return openForm("shift.acknowledge", on: shift) }
    let key = keyText("shift.acknowledge", in: .detail)
    say(
      Phrase(
        sv: "Läs, och kvittera sedan med \(key)", en: "Read it, then acknowledge with \(key)"))
    return openDetail(shift)
  }
}

extension NewsItem {
  /// What the subject is called, made inert.
  func title(for officer: Officer, now: Instant, _ language: Casework.Language) -> SafeText {
    if let tip { return SafeText(tip.preview, limit: 80) }
    let view = record.map { RecordView($0.record, for: officer, now: now) }
    return view.map { SafeText($0.title(language), limit: 80) } ?? ""
  }

  /// What happened last, and how much more: "Nytt: Inkom: telefon", "Tilldelad Olle (+2)".
  func change(for officer: Officer, now: Instant, _ language: Casework.Language) -> SafeText {
    var words: FactWords? = latest.words
    if let record, case .record(let fact)? = latest.fact {
      words = RecordView(record.record, for: officer, now: now).words(of: fact)
    }
    let new = isNew ? Phrase(sv: "nytt, ", en: "new, ")[language] : ""
    let more = changes > 1 ? " (+\(changes - 1))" : ""
    return SafeText(new + (words?.title.lowercasedStart[language] ?? "") + more, limit: 200)
  }

  func cell(
    _ column: String, for officer: Officer, now: Instant, _ language: Casework.Language
  ) -> (SafeText, Style) {
    switch column {
    case "unread":
      let words = Phrase(sv: "● oläst", en: "● new")
      return isUnread ? (SafeText(words[language]), Style(.good)) : ("", Style(.dim))
    case "ref": return (SafeText(reference.description), Style(.dim))
    case "change":
      return (change(for: officer, now: now, language), Style(isUnread ? .text : .dim))
    case "title":
      return (title(for: officer, now: now, language), Style(isUnread ? .text : .dim))
    case "who": return (SafeText(latest.officerName, limit: 60), Style(.dim))
    case "at": return (SafeText(TimeText.near(latest.recordedAt, now: now, language)), Style(.dim))
    default: return ("", Style(.text))
    }
  }
}
