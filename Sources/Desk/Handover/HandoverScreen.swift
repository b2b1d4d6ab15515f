import CaseStore
import Casework
import Terminal
import TextSafety

/// A handover being drafted: its sections on the left, what they are made from on the right.
public struct HandoverScreen: Sendable {
  /// Where the hands are.
  enum Focus: Sendable, Hashable {
    /// Among the sections.
    case sections
    /// In the text of the section.
    case text
    /// Among the facts of the case.
    case facts
  }

  /// The text of one section as it stands here.
  struct Text: Sendable {
    var editor = TextEditor()
    /// The version of the handover that the text was made against; 0 where nobody has written it.
    var base = 0
    /// The journal number up to which the text has taken in what happened.
    var through: Int64 = 0
    /// Whether it differs from what is recorded, or proposed.
    var isDirty = false
    var isSaving = false
    /// When the draft is to be saved.
    var saveDue: Instant?
    var draftSaved = false
    /// What somebody else recorded since ``base``.
    var theirs: Other?
    var problem: Phrase?
  }

  /// A section as somebody else has recorded it meanwhile.
  struct Other: Sendable, Hashable {
    let text: String
    let version: Int
    let through: Int64
    let who: SafeText
    let at: Instant
  }

  /// Which handover.
  let reference: Reference
  /// Which opening it is: the reasons given hold for this one alone.
  let opening: Int
  var reasons: AccessReasons
  var content: HandoverContent?
  var trouble: Problem?
  var isOutdated = false
  var section = HandoverSection.identity
  var focus = Focus.sections
  var texts: [HandoverSection: Text] = [:]
  /// The fact selected on the right, by its journal number; nil: the latest.
  var fact: Int64?
  /// Whether what is new in the case is shown under the text.
  var showsNews = false
  /// How far the preview is scrolled; nil where there is none.
  var preview: Int?

  init(_ reference: Reference, opening: Int, reasons: AccessReasons) {
    self.reference = reference
    self.opening = opening
    self.reasons = reasons
  }

  /// The action that writes a section.
  static let action = "handover.edit"

  /// Names the draft of a section.
  func key(_ section: HandoverSection) -> String {
    "\(Self.action) \(reference) \(section.rawValue)"
  }

  /// The section that a draft's key names, where it is this handover's.
  func section(ofKey key: String) -> HandoverSection? {
    HandoverSection.allCases.first { self.key($0) == key }
  }

  /// Where the keys are heard.
  var context: CommandContext {
    guard preview == nil else { return .handover }
    switch focus {
    case .sections: return .handover
    case .text: return .handoverText
    case .facts: return .handoverFacts
    }
  }

  /// What the keys do here, the most needed first.
  var hints: [CommandID] {
    if text.theirs != nil, preview == nil {
      return ["note.keepMine", "note.joinBoth", "note.takeTheirs"]
    }
    if preview != nil { return ["view.back", "move.pageDown", "note.saveAll", "view.nextStep"] }
    switch focus {
    case .sections:
      return [
        "note.openText", "form.save", "note.saveAll", "note.preview", "view.nextStep",
        "note.takeNews", "pane.next", "view.unmask", "view.actions", "view.back", "view.help",
      ]
    case .text:
      return [
        "form.save", "view.back", "pane.next", "note.takeNews", "form.editor", "form.discard",
      ]
    case .facts: return ["note.insertFact", "pane.next", "form.save", "view.back", "view.help"]
    }
  }

  var text: Text { texts[section] ?? Text() }

  /// Whether anything typed is not recorded.
  var isDirty: Bool { texts.values.contains { $0.isDirty } }

  var handover: Handover? { content.flatMap { Handover($0.record) } }

  /// What the journal fills a section with.
  func note(_ language: Language) -> HandoverNote? {
    content.map { HandoverNote($0.material, language) }
  }

  /// What has come since a section took in the case, and is not marked in it.
  func news(_ section: HandoverSection, _ language: Language) -> [HandoverLine] {
    guard let note = note(language), let text = texts[section] else { return [] }
    // A proposal is the news itself.
    guard text.base > 0 || text.isDirty else { return [] }
    return note.news(section, in: text.editor.text, since: text.through)
  }

  /// The facts on the right, the latest first.
  var facts: [HandoverMaterial.Item] { (content?.material.items ?? []).reversed() }

  /// Where the selected fact stands among ``facts``.
  var factIndex: Int { facts.firstIndex { $0.id == fact } ?? 0 }

  /// What a draft keeps of a section.
  func draft(_ section: HandoverSection) -> FormDraft {
    let text = texts[section] ?? Text()
    return FormDraft(
      action: Self.action, subject: reference.description, expects: text.base,
      values: [section.rawValue: text.editor.text, "through": String(text.through)],
      focus: section.rawValue)
  }

  /// Puts a kept draft back.
  mutating func restore(_ draft: FormDraft) {
    for section in HandoverSection.allCases {
      guard let raw = draft.values[section.rawValue] else { continue }
      var text = Text()
      text.editor = TextEditor(raw)
      text.base = draft.expects ?? 0
      text.through = draft.values["through"].flatMap { Int64($0) } ?? 0
      text.isDirty = true
      text.draftSaved = true
      texts[section] = text
    }
  }

  /// Takes what the store has: a section that is not being typed in follows it; one that is keeps every
  /// character, and what somebody else recorded stands beside it.
  mutating func take(
    _ content: HandoverContent, officer: Officer, now: Instant, _ language: Language
  ) {
    self.content = content
    guard let handover else { return }
    let note = HandoverNote(content.material, language)
    let view = RecordView(content.record, for: officer, now: now, reasons: reasons)
    for section in HandoverSection.allCases {
      let version = handover.version(of: section)
      var text = texts[section] ?? Text()
      defer { texts[section] = text }
      let recorded = view.written(section)
      let through = through(of: section)
      if text.isDirty {
        guard version > text.base else { continue }
        if recorded == text.editor.text {
          text = Text()
        } else {
          let entry = content.history.first { $0.version == version }
          text.theirs = Other(
            text: recorded, version: version, through: through,
            who: SafeText(entry?.officerName ?? "", limit: 60), at: entry?.happenedAt ?? now)
          continue
        }
      }
      let isSaving = text.isSaving
      let shown = version == 0 ? note.text(section) : recorded
      if text.editor.text != shown {
        text.editor = TextEditor(shown)
        text.editor.moveCursor(line: 0, column: 0)
      }
      text.base = version
      text.through = version == 0 ? content.material.latest : through
      text.theirs = nil
      text.isSaving = isSaving && text.isDirty
    }
  }

  /// The journal number up to which a recorded section has taken in the case.
  private func through(of section: HandoverSection) -> Int64 {
    guard let content, let entry = handover?.writing(of: section) else { return 0 }
    if let number = entry.number("through") { return Int64(number) }
    return content.history.first { $0.version == entry.version }?.seq ?? 0
  }

  /// Marks what was typed in the section: its draft is due after the pause.
  mutating func touched(now: Instant) {
    var text = self.text
    text.isDirty = true
    text.draftSaved = false
    text.problem = nil
    text.saveDue = now.adding(milliseconds: ActionForm.draftPause)
    texts[section] = text
  }
}
