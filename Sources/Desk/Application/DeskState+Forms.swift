import CaseStore
import Casework
import Terminal
import TextSafety

extension DeskState {
  /// The tip or officer that a command without further question acts on.
  var selectedReference: Reference? {
    if case .detail(let detail)? = layers.last { return detail.reference }
    if let handoverScreen { return handoverScreen.reference }
    guard layers.isEmpty else { return nil }
    switch focusedPane {
    case .tips(let pane)?: return pane.selected?.reference
    case .records(let pane)?: return pane.selected?.reference
    case .officers(let pane)?: return pane.selection.flatMap { Reference($0) }
    case .news(let pane)?: return selectedNews(pane)?.reference
    case .selected(let pane)?: return pane.detail?.reference
    default: return nil
    }
  }

  /// The details on the screen: those opened, the topmost first, and those beside a list.
  var shownDetails: [SubjectDetail] {
    let opened = layers.reversed().compactMap { layer -> SubjectDetail? in
      if case .detail(let detail) = layer { detail } else { nil }
    }
    let beside = panes.values.compactMap { pane -> SubjectDetail? in
      if case .selected(let pane) = pane { pane.detail } else { nil }
    }
    return opened + beside
  }

  /// Changes every detail on the screen.
  mutating func changeDetails(_ change: (inout SubjectDetail) -> Void) {
    for index in layers.indices {
      guard case .detail(var detail) = layers[index] else { continue }
      change(&detail)
      layers[index] = .detail(detail)
    }
    for (id, pane) in panes {
      guard case .selected(var selected) = pane, var detail = selected.detail else { continue }
      change(&detail)
      selected.detail = detail
      panes[id] = .selected(selected)
    }
  }

  /// The row of the selected tip, if it is on the screen's list.
  var selectedRow: TipRow? {
    guard let reference = selectedReference else { return nil }
    for case .tips(let pane) in panes.values {
      if let row = pane.rows.first(where: { $0.reference == reference }) { return row }
    }
    return nil
  }

  /// The version of a subject that the officer has on the screen.
  func shownVersion(of reference: Reference) -> Int? {
    let own = ownVersions[reference] ?? 0
    return drawnVersion(of: reference).map { max($0, own) }
  }

  private func drawnVersion(of reference: Reference) -> Int? {
    for detail in shownDetails where detail.reference == reference {
      if let state = detail.content?.state { return state.version }
    }
    for case .handover(let screen) in layers where screen.reference == reference {
      if let record = screen.content?.record { return record.version }
    }
    if let officer = officers.first(where: { $0.reference == reference }) {
      return officer.officer.version
    }
    for case .tips(let pane) in panes.values {
      if let row = pane.rows.first(where: { $0.reference == reference }) { return row.version }
    }
    for case .records(let pane) in panes.values {
      if let row = pane.rows.first(where: { $0.reference == reference }) {
        return row.record.version
      }
    }
    return nil
  }

  /// Opens the form of an action; a draft kept for the same subject is put back.
  mutating func openForm(
    _ action: String, on subject: Reference?, filled: [String: String]? = nil
  ) -> [Effect] {
    guard !setup.isPast else {
      say(Self.readOnly, .warning)
      return []
    }
    guard let spec = ActionRegistry.action(action) else { return [] }
    if action == HandoverScreen.action, let subject { return openHandover(subject) }
    let key = subject.map { "\(action) \($0)" } ?? "\(action) @\(now.milliseconds)"
    let form = ActionForm(
      spec, subject: subject, expects: subject.flatMap { shownVersion(of: $0) }, key: key,
      filled: filled ?? filledIn(spec, subject))
    return openForm(form, restoring: filled == nil)
  }

  /// Opens a form; what a kept draft of it holds is put back.
  mutating func openForm(_ opened: ActionForm, restoring: Bool = true) -> [Effect] {
    var form = opened
    let key = form.key
    noteOrigin(of: key, nil)
    if restoring, let kept = drafts.first(where: { $0.key == key }),
      let draft = FormDraft(data: kept.body)
    {
      form.restore(draft)
      noteOrigin(of: key, kept.body)
      let time = TimeText.near(kept.updatedAt, now: now, language)
      let discard = keyText("form.discard", in: .form)
      say(
        Phrase(
          sv: "Utkast (\(time)) återställt; \(discard) kastar det",
          en: "Draft (\(time)) restored; \(discard) discards it"), .warning)
    }
    layers.append(.form(form))
    var effects = [Effect.loadOfficers] + lookHere()
    if form.spec.id == "shift.handOver", let subject = form.subject, !form.isDirty {
      effects.append(.loadShiftEnd(subject, form: key))
    }
    return effects
  }

  /// Opens the form of an action on several subjects: it asks once.
  mutating func openForm(
    _ action: String, onEach subjects: [MarkedRow], filled: [String: String] = [:]
  ) -> [Effect] {
    guard !setup.isPast, let spec = ActionRegistry.action(action), let first = subjects.first else {
      return []
    }
    var form = ActionForm(
      spec, subject: first.reference, expects: first.version,
      key: "\(action) \(subjects.map(\.reference.description).joined(separator: "+"))",
      filled: filled)
    form.others = Array(subjects.dropFirst())
    layers.append(.form(form))
    return [.loadOfficers] + lookHere()
  }

  /// Opens a kept draft again.
  mutating func openDraft(_ key: String?) -> [Effect] {
    guard let kept = drafts.first(where: { $0.key == key }) ?? drafts.first else { return [] }
    guard let draft = FormDraft(data: kept.body), let spec = ActionSpec.ofForm(draft.action)
    else {
      say(
        Phrase(
          sv: "Utkastet kan inte läsas av den här versionen; det ligger kvar",
          en: "This version cannot read the draft; it stays where it is"), .error)
      return []
    }
    if draft.action == HandoverScreen.action { return openHandover(draft) }
    let subject = draft.subject.flatMap { Reference($0) }
    var form = ActionForm(spec, subject: subject, expects: draft.expects, key: kept.key)
    form.restore(draft)
    noteOrigin(of: kept.key, kept.body)
    layers.append(.form(form))
    return [.loadOfficers] + lookHere()
  }

  // MARK: Working in a form

  mutating func changeFocus(by delta: Int) -> [Effect] {
    guard let form else { return [] }
    let count = max(1, form.fields.count)
    changeFocus(to: (form.focus + delta % count + count) % count)
    return []
  }

  /// Goes to a field; what is wrong in the one that is left is said at once.
  mutating func changeFocus(to index: Int) {
    guard case .form(var form)? = layers.last, form.fields.indices.contains(index) else { return }
    let problem = form.checkField(now: now, officers: officers.map(\.officer))
    form.focus = index
    layers[layers.count - 1] = .form(form)
    if let problem { say(problem, .error) }
  }

  mutating func changeField(_ change: (inout ActionFormField) -> Bool) -> [Effect] {
    guard case .form(var form)? = layers.last else { return [] }
    guard change(&form.fields[form.focus]) else { return [] }
    form.touched(now: now)
    layers[layers.count - 1] = .form(form)
    return formTouched() + lookHere()
  }

  mutating func saveForm(isConfirmed: Bool = false) -> [Effect] {
    guard case .form(var form)? = layers.last, !form.isSaving else { return [] }
    let action = form.action(now: now, officers: officers.map(\.officer))
    if let action, !form.spec.isRecorded { return findFile(of: form, action) }
    // What can't be taken back asks for a typed word first.
    if let action, form.spec.isRedaction, !isConfirmed {
      layers.append(.confirm(ConfirmDialog(question: .redact(erased(by: action)))))
      return []
    }
    defer { layers[layers.count - 1] = .form(form) }
    guard let action else {
      if let problem = form.problem { say(problem, .error) }
      return []
    }
    form.isSaving = true
    form.problem = nil
    form.conflict = nil
    // The draft is on disk before the record is tried: whatever happens, nothing typed is lost.
    var effects: [Effect] = []
    if form.isDirty && !form.draftSaved {
      form.saveDue = nil
      effects.append(keep(form))
    }
    guard form.others.isEmpty else {
      return effects + [.recordEach(form.actions(action), form: form.key)]
    }
    return effects + [.record(action, form: form.key)]
  }

  /// "v3 Anteckning", as far as the history is open.
  private func erased(by action: Action) -> Phrase {
    guard case .number(let version)? = action.fields["entry"] else { return Phrase(same: "") }
    let history = shownDetails.first { $0.reference == action.subject }?.content?.history ?? []
    let title = history.first { $0.version == version }?.words.title ?? Phrase(same: "")
    return Phrase(sv: "v\(version) \(title.sv)", en: "v\(version) \(title.en)")
  }

  mutating func discard() -> [Effect] {
    switch layers.last {
    case .handover(let screen)?:
      guard screen.text.isDirty else { return [] }
      layers.append(.confirm(ConfirmDialog(question: .discardSection)))
    case .form(let form)?:
      guard form.isDirty else {
        layers.removeLast()
        return lookHere()
      }
      layers.append(.confirm(ConfirmDialog(question: .discardForm)))
    case nil:
      guard case .drafts(let pane)? = focusedPane,
        let key = pane.selected(among: draftKeys(pane))
      else { return [] }
      layers.append(.confirm(ConfirmDialog(question: .deleteDraft(key: key))))
    default: break
    }
    return []
  }

  mutating func editField() -> [Effect] {
    if let screen = handoverScreen {
      let key = screen.key(screen.section)
      return saveDueDrafts(force: true)
        + [.edit(form: key, field: screen.section.rawValue, screen.text.editor.text)]
    }
    guard case .form(let form)? = layers.last, form.fields[form.focus].isTyped else { return [] }
    let field = form.fields[form.focus]
    return saveDueDrafts(force: true)
      + [.edit(form: form.key, field: field.spec.name, field.raw)]
  }

  // MARK: Actions without a form

  /// "Jag tar den": assigns the tip to the officer at this desk.
  mutating func takeTip() -> [Effect] {
    guard let reference = selectedReference else { return [] }
    if let spec = ActionRegistry.action("tip.assign") {
      let marks = markedSubjects(of: spec)
      if !marks.isEmpty {
        return openForm(spec.id, onEach: marks, filled: ["officer": setup.officer.login])
      }
    }
    return [
      .record(
        Action(
          "tip.assign", subject: reference, expects: shownVersion(of: reference),
          fields: ["officer": .text(setup.officer.login)]), form: nil)
    ]
  }

  /// The next tip that waits for its protection assessment: below the selection, then from the top;
  /// when one is done with, what burns most is at the top.
  mutating func nextUnassessed(passing done: Reference? = nil) -> [Effect] {
    let id: String
    if case .tips? = focusedPane { id = focus } else { id = paneOrder.first ?? focus }
    guard case .tips(var pane)? = panes[id] else { return [] }
    let start = (pane.selectedIndex ?? -1) + 1
    let waits = { (row: TipRow) in
      row.status == .open && row.concernsChild && !row.isAssessed && row.reference != done
    }
    if done != nil, pane.hasBefore {
      // The top is not here: it is read, and looked through when it has come.
      seeksNext = done
      return jump(.first)
    }
    let below =
      done == nil ? pane.rows.indices.dropFirst(start).first { waits(pane.rows[$0]) } : nil
    guard let index = below ?? pane.rows.firstIndex(where: waits) else {
      return [.findUnassessed]
    }
    let wasOpen = if case .detail? = layers.last { true } else { false }
    let wantsRows = pane.move(by: index - (pane.selectedIndex ?? 0), height: listHeight(of: id))
    panes[id] = .tips(pane)
    focus = id
    unglow()
    var effects = wantsRows ? reload(id) : []
    if wasOpen {
      layers.removeLast()
      effects += openDetail(pane.rows[index].reference)
    }
    return effects
  }
}

extension TipReport {
  /// The values as they would be typed into a form.
  func typed(now: Instant, _ language: Language) -> [String: String] {
    var typed: [String: String] = [
      "channel": channel.rawValue, "text": text.raw,
      "activity": (activity ?? []).map(\.rawValue).sorted().joined(separator: ","),
      "children": ChildrenEntry.text(children ?? [], language),
    ]
    let texts: [(String, UntrustedText?)] = [
      ("acute", acute), ("place", place), ("duration", duration), ("childNow", childNow),
      ("ifNothing", ifNothing), ("cautions", cautions), ("language", self.language),
      ("reporterName", reporterName), ("reporterPhone", reporterPhone),
      ("reporterEmail", reporterEmail), ("reporterCategory", reporterCategory),
      ("enclosures", enclosures),
    ]
    for (name, value) in texts { typed[name] = value?.raw }
    typed["observedAt"] = observedAt?.iso8601
    typed["adults"] = adults.map(String.init)
    typed["childKnows"] = childKnows?.rawValue
    typed["guardianKnows"] = guardianKnows?.rawValue
    typed["wantsFeedback"] = wantsFeedback.map(String.init)
    typed["concernsChild"] = concernsChild.map(String.init)
    return typed
  }
}
