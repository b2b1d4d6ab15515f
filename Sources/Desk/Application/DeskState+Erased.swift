import CaseStore
import Casework

// What has been erased (SoL 16:1): nothing of it stays on a desk that was open meanwhile.
extension DeskState {
  /// Takes away what is shown of subjects that have been erased, and what is half typed about them, as
  /// the store has done with its drafts: it could not be recorded. What else shows others is read anew.
  mutating func letGo(of erased: Set<Reference>) -> [Effect] {
    guard !erased.isEmpty else { return [] }
    changeDetails { detail in
      if erased.contains(detail.reference) { detail.becomeErased() }
    }
    closeForms(on: erased)
    drafts.removeAll { FormDraft(data: $0.body)?.names(erased) == true }
    unsavedDrafts = unsavedDrafts.filter { !$0.value.names(erased) }
    marked.removeAll { erased.contains($0.reference) }
    hits.removeAll(where: erased.contains)
    breaches.removeAll { $0.reference.map(erased.contains) == true }
    glowing.subtract(erased)
    counted.removeAll { erased.contains($0.pass) }
    if let done = lastDone, erased.contains(done.reference) { lastDone = nil }
    layOutDetails()
    return readDetails.map(Effect.loadDetail) + [.loadDrafts] + lookHere()
  }

  private mutating func closeForms(on erased: Set<Reference>) {
    var kept: [Layer] = []
    var closed: Reference?
    for layer in layers {
      switch layer {
      // What erases them says itself what came of it.
      case .form(let form) where form.spec == .earlyErasing && form.isSaving: kept.append(layer)
      case .form(var form):
        form.matches.removeAll { erased.contains($0.reference) }
        form.listed.removeAll { erased.contains($0.reference) }
        if let named = form.draft.named(among: erased) {
          closed = named
        } else {
          kept.append(.form(form))
        }
      case .handover(let screen) where erased.contains(screen.reference):
        closed = screen.reference
      // A question about what has been closed.
      case .confirm, .reason:
        if closed == nil { kept.append(layer) }
      default: kept.append(layer)
      }
    }
    layers = kept
    guard let closed else { return }
    say(
      Phrase(
        sv: "\(closed) är gallrat. Det du skrev om det kan inte sparas och är borttaget.",
        en: "\(closed) has been erased. What you typed about it can't be saved and is gone."),
      .warning)
  }
}

extension SubjectDetail {
  /// What it showed has been erased: it says so, and holds nothing of it.
  mutating func becomeErased() {
    content = nil
    trouble = Problem(
      Phrase(
        sv: "\(reference) är gallrat och går inte att få tillbaka.",
        en: "\(reference) has been erased and can't be had back."))
  }
}

extension FormDraft {
  /// The one of some subjects that the draft is on or names; nil where it does neither.
  func named(among references: Set<Reference>) -> Reference? {
    let texts = [subject].compactMap(\.self) + Array((others ?? [:]).keys) + Array(values.values)
    return references.first { reference in texts.contains(where: reference.isNamed) }
  }

  /// Whether the draft is on one of some subjects, or names it.
  func names(_ references: Set<Reference>) -> Bool { named(among: references) != nil }

  /// The subjects that the draft is on, and those that a field of it names.
  var references: Set<Reference> {
    Set(([subject].compactMap(\.self) + Array(values.values)).compactMap { Reference($0) })
  }
}
