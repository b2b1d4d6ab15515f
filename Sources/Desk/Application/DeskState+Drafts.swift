import CaseStore
import Casework
import Foundation
import Terminal

extension DeskState {
  /// How long after a draft could not be saved it is tried again, in milliseconds.
  static let draftRetryPause: Int64 = 3000

  /// Keeps a form's draft: at once among those that forms are opened from, and in the store as soon
  /// as it can be. Until the store has it, it counts as unsaved and is tried again.
  mutating func keep(_ form: ActionForm) -> Effect { keep(form.key, form.draft) }

  /// The same for what has no form: a section of a handover.
  mutating func keep(_ key: String, _ draft: FormDraft) -> Effect {
    unsavedDrafts[key] = draft
    if let body = try? draft.data() {
      drafts.removeAll { $0.key == key }
      drafts.insert(Draft(officer: me, key: key, body: body, updatedAt: now), at: 0)
    }
    return .saveDraft(key: key, draft, origin: draftOrigins[key])
  }

  /// Saves the drafts that are due, or all that have unsaved typing. A form that is being recorded
  /// has its draft on disk already, and the recording takes it away.
  mutating func saveDueDrafts(force: Bool) -> [Effect] {
    var effects: [Effect] = []
    for index in layers.indices {
      guard case .form(var form) = layers[index], form.isDirty, !form.draftSaved, !form.isSaving
      else { continue }
      guard force || form.saveDue.map(isDue) == true else { continue }
      form.saveDue = nil
      effects.append(keep(form))
      layers[index] = .form(form)
    }
    effects += saveDueSections(force: force)
    if let retry = draftRetry, isDue(retry) {
      draftRetry = nil
      effects += unsavedDrafts.sorted { $0.key < $1.key }.map {
        .saveDraft(key: $0, $1, origin: draftOrigins[$0])
      }
    }
    return effects
  }

  private mutating func saveDueSections(force: Bool) -> [Effect] {
    var effects: [Effect] = []
    for index in layers.indices {
      guard case .handover(var screen) = layers[index] else { continue }
      for section in HandoverSection.allCases {
        guard var text = screen.texts[section], text.isDirty, !text.draftSaved, !text.isSaving,
          force || text.saveDue.map(isDue) == true
        else { continue }
        text.saveDue = nil
        screen.texts[section] = text
        effects.append(keep(screen.key(section), screen.draft(section)))
      }
      layers[index] = .handover(screen)
    }
    return effects
  }

  /// A moment that has come; one too far ahead was meant before the clock was set back.
  private func isDue(_ due: Instant) -> Bool {
    due <= now || due.since(now) > Self.draftRetryPause
  }

  mutating func draftSaved(_ key: String, _ draft: FormDraft) {
    if unsavedDrafts[key] == draft { unsavedDrafts[key] = nil }
    changeForm(key) { $0.draftSaved = $0.saveDue == nil && $0.draft == draft }
    guard case (var screen, let section)? = handover(ofKey: key) else { return }
    let isLatest = screen.texts[section]?.saveDue == nil && screen.draft(section) == draft
    screen.texts[section]?.draftSaved = isLatest
    put(screen)
  }

  /// Says that another desk of the same officer has a draft of the same form: both are kept.
  mutating func draftKeptBeside(_ key: String, _ draft: FormDraft) -> [Effect] {
    draftSaved(key, draft)
    let keys = keyText("view.drafts", in: .list)
    say(
      Phrase(
        sv: "Du skriver i samma formulär vid en annan terminal. Båda utkasten är kvar: \(keys)",
        en: "You type in the same form at another terminal. Both drafts are kept: \(keys)"),
      .warning)
    return [.loadDrafts]
  }

  /// Notes what a form's draft was opened from: its text where there was one.
  mutating func noteOrigin(of key: String, _ body: Data?) {
    originCount += 1
    draftOrigins[key] = body ?? Data("\(originCount)".utf8)
  }

  mutating func draftFailed(_ key: String, _ problem: Problem) {
    if unsavedDrafts[key] != nil { draftRetry = now.adding(milliseconds: Self.draftRetryPause) }
    say(
      Phrase(
        sv: "Utkastet är inte sparat än: \(problem.message.sv)",
        en: "The draft is not saved yet: \(problem.message.en)"), .error)
  }

  /// Lets a draft go.
  mutating func drop(_ key: String) -> [Effect] {
    forget(key)
    return [.deleteDraft(key: key), .loadDrafts]
  }

  /// The draft is no more: recorded, or thrown away.
  mutating func forget(_ key: String) {
    drafts.removeAll { $0.key == key }
    unsavedDrafts[key] = nil
  }

  mutating func take(_ loaded: [Draft]) -> [Effect] {
    let waiting = drafts.filter { unsavedDrafts[$0.key] != nil }
    let known = Set(waiting.map(\.key))
    drafts = (waiting + loaded.filter { !known.contains($0.key) })
      .sorted { $0.updatedAt > $1.updatedAt }
    if !hasOfferedDrafts {
      hasOfferedDrafts = true
      if !drafts.isEmpty && setup.diagnostics.isEmpty { say(draftOffer, .warning) }
    }
    return []
  }

  /// "2 utkast väntar: g u".
  private var draftOffer: Phrase {
    let keys = keyText("view.drafts", in: .list)
    let count = drafts.count
    if setup.draftsBeside > 0 {
      return Phrase(
        sv: "Det du skrev när lagret inte tog emot ligger bredvid ett annat utkast: \(keys)",
        en: "What you typed while the store took nothing lies beside another draft: \(keys)")
    }
    return Phrase(
      sv: "\(count) utkast väntar på dig: \(keys)",
      en: "\(count) draft\(count == 1 ? "" : "s") waiting for you: \(keys)")
  }

  /// Says that what was typed is kept, and where.
  mutating func sayDraftIsKept() {
    let keys = keyText("view.drafts", in: .list)
    say(
      Phrase(
        sv: "Utkastet är kvar: \(keys) öppnar det igen",
        en: "The draft is kept: \(keys) opens it again"), .good)
  }
}
