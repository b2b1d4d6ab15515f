import CaseStore
import Casework
import Terminal

/// A row marked for an action on several, as it stood when it was marked.
struct MarkedRow: Sendable, Hashable {
  let reference: Reference
  let version: Int
}

extension DeskState {
  // MARK: One after another

  /// What the detail beside a list shows: the selection of the screen's first list.
  var followedReference: Reference? {
    for id in paneOrder {
      switch panes[id] {
      case .tips(let pane)?: return pane.selected?.reference
      case .records(let pane)?: return pane.selected?.reference
      default: continue
      }
    }
    return nil
  }

  /// Whether nothing in triage is left to do with a tip after an action: it is assessed and somebody
  /// has said how urgent it is or who goes on with it, or it is no longer open.
  func finishesTriage(_ action: Action, _ reference: Reference) -> Bool {
    guard screenName == "triage", let row = row(of: reference) else { return false }
    switch action.id {
    case "tip.close", "tip.duplicate": return true
    case "tip.assess": return action.fields["priority"] != nil || row.priority != nil
    case "tip.prioritise", "tip.assign", "tip.dispatch", "tip.passOn", "tip.link":
      return row.isAssessed || !row.concernsChild
    default: return false
    }
  }

  /// The next tip that nobody has assessed, in the place of one that is done with.
  mutating func showNext(after receipt: Receipt) -> [Effect] {
    guard layers.isEmpty else { return [] }
    return nextUnassessed(passing: receipt.reference)
  }

  private func row(of reference: Reference) -> TipRow? {
    for case .tips(let pane) in panes.values {
      if let row = pane.rows.first(where: { $0.reference == reference }) { return row }
    }
    return nil
  }

  // MARK: Marks

  /// Marks the selected row, or unmarks it, and goes to the next.
  mutating func toggleMark() -> [Effect] {
    guard let reference = selectedReference, let version = shownVersion(of: reference) else {
      return []
    }
    if let index = marked.firstIndex(where: { $0.reference == reference }) {
      marked.remove(at: index)
    } else {
      // An action is about one kind of subject.
      marked.removeAll { $0.reference.kind != reference.kind }
      marked.append(MarkedRow(reference: reference, version: version))
    }
    sayMarks()
    return run("move.down")
  }

  mutating func unmarkAll() {
    marked = []
    sayMarks()
  }

  private mutating func sayMarks() {
    let count = marked.count
    guard count > 0 else {
      return say(Phrase(sv: "Inget är markerat", en: "Nothing is marked"))
    }
    let clear = keyText("mark.clear", in: .list)
    say(
      Phrase(
        sv: "\(count) markerade: nästa åtgärd gäller alla. \(clear) avmarkerar.",
        en: "\(count) marked: the next action is for all. \(clear) unmarks."))
  }

  func isMarked(_ reference: Reference) -> Bool {
    marked.contains { $0.reference == reference }
  }

  /// The marked rows that an action is about; fewer than two make no difference.
  func markedSubjects(of spec: ActionSpec) -> [MarkedRow] {
    guard layers.isEmpty, !spec.creates, marked.contains(where: { $0.reference.kind == spec.kind })
    else { return [] }
    return marked.map { mark in
      let own = ownVersions[mark.reference] ?? 0
      return MarkedRow(reference: mark.reference, version: max(mark.version, own))
    }
  }

  /// What came of an action on several: what is done is unmarked, what is not stays marked and is
  /// listed with the reason.
  mutating func take(_ outcomes: [EachOutcome], form key: String) -> [Effect] {
    var left: [ReportOverlay.Line] = []
    for each in outcomes {
      switch each.outcome {
      case .recorded(let receipt):
        note(receipt, of: each.action)
        marked.removeAll { $0.reference == receipt.reference }
      case .conflict(let conflict):
        // Who has read the reason may try again against what stands now.
        marked = marked.map {
          $0.reference == conflict.reference
            ? MarkedRow(reference: $0.reference, version: conflict.version) : $0
        }
        left.append(.init(subject: each.action.subject, why: conflict.message))
      case .refused(let problem, _):
        left.append(.init(subject: each.action.subject, why: problem.message))
      }
    }
    lastDone = nil
    let done = outcomes.count - left.count
    guard done > 0 else {
      changeForm(key) { form in
        form.isSaving = false
        form.problem = left.first?.why
      }
      if let why = left.first?.why { say(why, .error) }
      return []
    }
    layers.removeAll { layer in
      guard case .form(let form) = layer else { return false }
      return form.key == key
    }
    forget(key)
    say(
      Phrase(
        sv: left.isEmpty ? "\(done) sparade" : "\(done) sparade, \(left.count) är kvar markerade",
        en: left.isEmpty ? "\(done) saved" : "\(done) saved, \(left.count) are still marked"),
      left.isEmpty ? .good : .warning)
    if !left.isEmpty { layers.append(.report(ReportOverlay(lines: left))) }
    return [.deleteDraft(key: key)] + lookHere()
  }

  // MARK: Taking back

  /// Remembers what was recorded: whose it is, which version is this officer's own, and that it can
  /// be taken back.
  mutating func note(_ receipt: Receipt, of action: Action) {
    actedOn.insert(receipt.reference)
    let isMine =
      action.expects != nil || shownVersion(of: receipt.reference).map { $0 + 1 } == receipt.version
    if isMine { ownVersions[receipt.reference] = receipt.version }
    // Counts have a row of their own, and what takes one back is not taken back.
    let isCount =
      action.id == "pass.sighting" && action.fields.count == 1 || action.id == "pass.correct"
    lastDone = isCount ? nil : (receipt.reference, receipt.version)
  }

  /// Takes back what this officer just did: the latest count at once, anything else by the form of the
  /// action that corrects it.
  mutating func undo() -> [Effect] {
    guard let lastDone else { return undoCount() }
    return [.findUndoing(lastDone.reference, version: lastDone.version)]
  }

  mutating func take(_ result: Result<Undoing?, Problem>, undoing reference: Reference) -> [Effect]
  {
    switch result {
    case .success(.offer(let action, let fields)?):
      return openForm(action, on: reference, filled: fields)
    case .success(.stands(let why)?):
      say(Phrase(sv: "\(reference): \(why.sv)", en: "\(reference): \(why.en)"), .warning)
    case .success(nil):
      say(Phrase(sv: "inget att ångra", en: "nothing to take back"), .warning)
    case .failure(let problem): say(problem.message, .error)
    }
    return []
  }
}
