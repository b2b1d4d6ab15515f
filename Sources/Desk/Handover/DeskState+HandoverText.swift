import CaseStore
import Casework
import Terminal
import TextSafety

// Drafting a handover: saving its sections, what is new in the case, and what others changed.
extension DeskState {
  /// Saves the section, against the version it was made from.
  mutating func saveSection() -> [Effect] {
    guard let screen = handoverScreen else { return [] }
    return save([screen.section])
  }

  /// Saves every section that is typed in or proposed and not recorded.
  mutating func saveAllSections() -> [Effect] {
    guard let screen = handoverScreen else { return [] }
    let waiting = HandoverSection.allCases.filter { isUnsaved($0, screen) }
    guard !waiting.isEmpty else {
      say(Phrase(sv: "allt är redan sparat", en: "everything is saved already"))
      return []
    }
    return save(waiting)
  }

  /// Whether a section holds something that is not recorded.
  func isUnsaved(_ section: HandoverSection, _ screen: HandoverScreen) -> Bool {
    guard let text = screen.texts[section], !text.isSaving, text.theirs == nil else { return false }
    return text.isDirty || (text.base == 0 && !text.editor.isEmpty)
  }

  private mutating func save(_ sections: [HandoverSection]) -> [Effect] {
    guard var screen = handoverScreen else { return [] }
    let shown = screen.section
    var effects: [Effect] = []
    for section in sections {
      screen.section = section
      guard var text = screen.texts[section], !text.isSaving else { continue }
      if let reason = savingReason(screen) {
        text.problem = reason
        screen.texts[section] = text
        say(Phrase(sv: "\(section.title.sv): ", en: "\(section.title.en): ") + reason, .warning)
        continue
      }
      text.isSaving = true
      text.problem = nil
      text.saveDue = nil
      screen.texts[section] = text
      let key = screen.key(section)
      // The draft is on disk before the record is tried: whatever happens, nothing typed is lost.
      if text.isDirty && !text.draftSaved { effects.append(keep(key, screen.draft(section))) }
      effects.append(
        .record(
          Action(
            HandoverScreen.action, subject: screen.reference,
            fields: [
              section.rawValue: .text(text.editor.text), "against": .number(text.base),
              "through": .number(Int(text.through)),
            ]), form: key))
    }
    screen.section = shown
    put(screen)
    return effects
  }

  private func savingReason(_ screen: HandoverScreen) -> Phrase? {
    if let reason = writingReason(screen) { return reason }
    if let theirs = screen.text.theirs {
      let keys = [CommandID("note.keepMine"), "note.joinBoth", "note.takeTheirs"]
        .map { keyText($0, in: .handover) }
      return Phrase(
        sv: "\(theirs.who) har ändrat den: \(keys[0]) min · \(keys[1]) båda · \(keys[2]) deras",
        en: "\(theirs.who) changed it: \(keys[0]) mine · \(keys[1]) both · \(keys[2]) theirs")
    }
    guard screen.text.editor.text.allSatisfy(\.isWhitespace) else { return nil }
    return Phrase(
      sv: "en tom rubrik säger inget; skriv ”inget” eller ”okänt”",
      en: "an empty heading tells nothing; write “nothing” or “unknown”")
  }

  /// What came of saving a section. Nil where the draft is no section of an open handover.
  mutating func take(_ outcome: RecordOutcome, section key: String) -> [Effect]? {
    guard case (var screen, let section)? = handover(ofKey: key) else { return nil }
    switch outcome {
    case .recorded(let receipt):
      screen.texts[section]?.isSaving = false
      screen.texts[section]?.isDirty = false
      screen.texts[section]?.base = receipt.version
      put(screen)
      forget(key)
      say(
        Phrase(
          sv: "Sparat: \(section.title.sv), \(receipt.reference)",
          en: "Saved: \(section.title.en), \(receipt.reference)"), .good)
      guard !screen.texts.values.contains(where: \.isSaving) else { return lookHere() }
      // What comes next is told by what is recorded now.
      return [.loadHandover(screen.reference, opening: screen.opening, screen.reasons)] + lookHere()
    case .conflict(let conflict): return refused(Problem(conflict.message), section, screen)
    case .refused(let problem, _): return refused(problem, section, screen)
    }
  }

  private mutating func refused(
    _ problem: Problem, _ section: HandoverSection, _ old: HandoverScreen
  ) -> [Effect] {
    var screen = old
    screen.texts[section]?.isSaving = false
    screen.texts[section]?.isDirty = true
    screen.texts[section]?.problem = problem.message
    put(screen)
    say(problem.message, .error)
    // Somebody else's text is shown beside what was typed.
    return [.loadHandover(screen.reference, opening: screen.opening, screen.reasons)]
  }

  // MARK: What is new

  /// Takes in what has come in the case since: after what stands, which is never written over.
  mutating func takeNews() -> [Effect] {
    guard var screen = handoverScreen, let content = screen.content else { return [] }
    let lines = screen.news(screen.section, language)
    guard !lines.isEmpty else {
      say(Phrase(sv: "inget nytt för den rubriken", en: "nothing new for this heading"))
      return []
    }
    if let reason = writingReason(screen) {
      say(reason, .warning)
      return []
    }
    guard var text = screen.texts[screen.section] else { return [] }
    text.editor.moveCursor(line: .max, column: .max)
    let before = text.editor.isEmpty || text.editor.text.hasSuffix("\n") ? "" : "\n"
    text.editor.insert(before + lines.map(\.marked).joined(separator: "\n"))
    text.through = content.material.latest
    screen.texts[screen.section] = text
    screen.showsNews = false
    screen.touched(now: now)
    put(screen)
    return lookHere()
  }

  /// Puts the selected fact at the cursor of the section, marked with its number in the journal.
  mutating func insertFact() -> [Effect] {
    guard let screen = handoverScreen, let content = screen.content,
      screen.facts.indices.contains(screen.factIndex)
    else { return [] }
    let item = screen.facts[screen.factIndex]
    let line = content.material.line(item, language).marked
    let before = screen.text.editor.cursorColumn == 0 ? "" : "\n"
    let effects = insert(before + line, in: screen)
    guard writingReason(screen) == nil else { return effects }
    say(
      Phrase(
        sv: "[\(item.id)] infogat i ”\(screen.section.title.sv)”",
        en: "[\(item.id)] put into “\(screen.section.title.en)”"))
    return effects
  }

  // MARK: What others changed

  /// Which of two texts is gone on with; both stay in the journal.
  enum Resolution {
    case mine, both, theirs
  }

  mutating func resolve(_ resolution: Resolution) -> [Effect] {
    guard var screen = handoverScreen, var text = screen.texts[screen.section],
      let theirs = text.theirs
    else { return [] }
    guard resolution != .theirs else {
      screen.texts[screen.section] = HandoverScreen.Text()
      if let content = screen.content {
        screen.take(content, officer: setup.officer, now: now, language)
      }
      put(screen)
      return drop(screen.key(screen.section)) + lookHere()
    }
    if resolution == .both {
      text.editor.moveCursor(line: .max, column: .max)
      text.editor.insert("\n" + theirs.text)
      text.through = max(text.through, theirs.through)
    }
    text.base = theirs.version
    text.theirs = nil
    screen.texts[screen.section] = text
    screen.touched(now: now)
    put(screen)
    return []
  }
}
