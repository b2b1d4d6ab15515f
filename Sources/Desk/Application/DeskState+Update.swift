import CaseStore
import Casework
import Terminal

extension DeskState {
  /// One event in, the effects it asks for out. Pure: the same state and event give the same state
  /// and effects. Runs on the thread that owns the terminal.
  public mutating func update(_ event: DeskEvent, now: Instant) -> [Effect] {
    let minute = self.now.milliseconds / 60_000
    self.now = now
    let effects = take(event) + followSelection()
    guard minute != now.milliseconds / 60_000 else { return effects }
    layOutDetails()
    return effects + [.loadNextClock] + countAgain()
  }

  private mutating func take(_ event: DeskEvent) -> [Effect] {
    switch event {
    case .terminal(let event): return terminal(event)
    case .tick: return saveDueDrafts(force: false)
    case .storeChanged(let changes): return storeChanged(changes)
    case .storeTrouble(let problem):
      storeTrouble = problem
      return []
    case .tips(let pane, let generation, let result):
      return take(result, pane: pane, generation: generation)
    case .records(let pane, let generation, let result):
      return take(result, pane: pane, generation: generation)
    case .counters(let counters):
      self.counters = counters
      return []
    case .nextClock(let result):
      nextClock = (try? result.get()) ?? nil
      return []
    case .tally(let reference, let pass):
      sayTally(reference, pass)
      return []
    case .underWay(let kind, let result):
      underWay[kind] = (try? result.get()) ?? nil
      return []
    case .presence(let presence):
      self.presence = presence
      return []
    case .entered(let id):
      presenceID = id
      return []
    case .officers(let officers): return take(officers)
    case .drafts(let drafts): return take(drafts)
    case .detail(let reference, let result): return take(result, of: reference)
    case .opened(let reference, let opening, let reasons, let result):
      return take(result, of: reference, opening: opening, reasons)
    case .handover(let reference, let opening, let reasons, let result):
      return take(result, of: reference, opening: opening, reasons)
    case .notSettled(let problem):
      say(problem.message, .error)
      if isLeaving { farewell = farewell ?? problem.message }
      return []
    case .reasonNeeded(let reference, let opening):
      return askReason(reference, opening: opening)
    case .access(let reference, let result): return take(result, of: reference)
    case .breaches(let entries, let latest): return take(breaches: entries, latest: latest)
    case .found(let generation, let result): return take(result, search: generation)
    case .likeness(let key, let generation, let matches):
      return take(matches, form: key, generation: generation)
    case .recorded(let action, let key, let outcome): return take(outcome, of: action, form: key)
    case .draftTrouble(let key, let problem):
      draftFailed(key, problem)
      return []
    case .draftSaved(let key, let draft):
      draftSaved(key, draft)
      return []
    case .retention(let result): return take(due: result)
    case .erased(let form, let result): return take(erased: result, form: form)
    case .file(let reference, let form, let result):
      return take(file: result, of: reference, form: form)
    case .typedAhead:
      sayTypedAhead()
      return []
    case .draftKeptBeside(let key, let draft): return draftKeptBeside(key, draft)
    case .edited(let key, let field, let outcome):
      take(outcome, form: key, field: field)
      return []
    case .unassessed(let result): return take(result)
    case .recordedEach(let outcomes, let key): return take(outcomes, form: key)
    case .undoing(let reference, let result): return take(result, undoing: reference)
    case .news(let result): return take(result)
    case .wroteFile(.success(let words)):
      say(words)
      return []
    case .wroteFile(.failure(let problem)):
      say(problem.message, .error)
      return []
    case .shiftEnd(let key, let end):
      take(end, form: key)
      return []
    case .shiftToAcknowledge(let result): return take(waiting: result)
    case .handbook(let handbook, let faults):
      take(handbook, faults: faults)
      return []
    case .counted(let generation, let result): return take(result, count: generation)
    }
  }

  private mutating func take(_ outcome: ExternalEditor.Outcome?, form key: String, field: String) {
    switch outcome {
    case nil:
      say(
        Phrase(
          sv: "Ingen egen editor är vald: sätt VISUAL eller EDITOR",
          en: "No editor is chosen: set VISUAL or EDITOR"), .warning)
    case .unchanged: break
    case .failed(let status):
      say(
        Phrase(
          sv: "Editorn slutade med fel (\(status)). Texten i fältet är orörd.",
          en: "The editor failed (\(status)). The text in the field is untouched."), .error)
    case .text(let text):
      take(edited: text, form: key)
      let now = self.now
      changeForm(key) { form in
        guard let index = form.fields.firstIndex(where: { $0.spec.name == field }) else { return }
        form.fields[index].set(raw: text)
        form.touched(now: now)
      }
    }
  }

  private mutating func terminal(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .mouse(let event): return mouse(event)
    case .resize(let size):
      self.size = size
      return settle()
    case .suspend: return saveDueDrafts(force: true) + [.suspend]
    case .resumed: return [.redraw, .loadCounters, .loadNextClock] + reloadPanes()
    case .hangUp, .terminate, .interrupt:
      isLeaving = true
      return saveDueDrafts(force: true) + [.quit]
    }
  }

  /// The detail beside a list shows what is selected there.
  private mutating func followSelection() -> [Effect] {
    var effects: [Effect] = []
    for id in paneOrder {
      guard case .selected(var pane)? = panes[id] else { continue }
      let reference = followedReference
      guard pane.detail?.reference != reference else { continue }
      openingCount += 1
      let opening = openingCount
      pane.detail = reference.map { SubjectDetail($0, opening: opening) }
      panes[id] = .selected(pane)
      guard let reference else { continue }
      effects.append(.openDetail(reference, opening: opening, AccessReasons(), earlier: nil))
    }
    return effects
  }

  /// After a resize: selections stay visible, and panes that grew get the rows they now show.
  private mutating func settle() -> [Effect] {
    for (id, pane) in panes {
      switch pane {
      case .tips(var pane):
        pane.keepSelectionVisible(height: listHeight(of: id))
        panes[id] = .tips(pane)
      case .records(var pane):
        pane.keepSelectionVisible(height: listHeight(of: id))
        panes[id] = .records(pane)
      case .presence, .officers, .drafts, .news, .selected, .figures: break
      }
    }
    layOutDetails()
    return reloadPanes() + settleSearch()
  }

  /// A search that has grown shows hits on every line that it has, its selection among them.
  private mutating func settleSearch() -> [Effect] {
    guard let index = searchIndex, case .search(var search) = layers[index] else { return [] }
    search.keepSelectionVisible(height: searchHeight)
    layers[index] = .search(search)
    return search.results.count - search.top < searchHeight ? searchFurther() : []
  }

  /// The form with that key, wherever it lies among the layers.
  mutating func changeForm(_ key: String, _ change: (inout ActionForm) -> Void) {
    for index in layers.indices {
      guard case .form(var form) = layers[index], form.key == key else { continue }
      change(&form)
      layers[index] = .form(form)
    }
  }

  // MARK: What was read

  private mutating func take(
    _ result: Result<TipPage, Problem>, pane id: String, generation: Int
  ) -> [Effect] {
    guard case .tips(let pane)? = panes[id], pane.generation == generation else { return [] }
    panes[id] = .tips(taking(result, into: pane, id))
    if let done = seeksNext, layers.isEmpty {
      seeksNext = nil
      return nextUnassessed(passing: done)
    }
    return pane.isOutdated ? reload(id) : []
  }

  private mutating func take(
    _ result: Result<RecordPage, Problem>, pane id: String, generation: Int
  ) -> [Effect] {
    guard case .records(let pane)? = panes[id], pane.generation == generation else { return [] }
    panes[id] = .records(taking(result, into: pane, id))
    return pane.isOutdated ? reload(id) : []
  }

  mutating func taking<Row>(
    _ result: Result<Page<Row>, Problem>, into old: WindowPane<Row>, _ id: String
  ) -> WindowPane<Row> {
    var pane = old
    pane.isReading = false
    switch result {
    case .success(let page):
      pane.trouble = nil
      let before = pane.selected?.reference
      pane.take(page, height: listHeight(of: id), handsOver: before.map(actedOn.contains) ?? true)
      if let before, pane.selection == nil, id == focus, layers.isEmpty { sayLeft(before) }
    case .failure(let problem):
      // What the officer may not read, or cannot just now, is said where it would stand.
      pane.trouble = problem.message
      if !pane.rows.isEmpty { say(problem.message, .error) }
    }
    return pane
  }

  /// The officer may have other roles by now, or none.
  private mutating func take(_ rows: [OfficerRow]) -> [Effect] {
    officers = rows
    guard let mine = rows.first(where: { $0.officer.id == setup.officer.id })?.officer else {
      return []
    }
    setup.officer = mine
    guard !mine.isActive else { return [] }
    farewell = Phrase(
      sv: "Din tillgång till jourbordet är avslutad. Det du skrev är kvar som utkast.",
      en: "Your access to the desk has ended. What you typed is kept as drafts.")
    isLeaving = true
    return saveDueDrafts(force: true) + [.quit]
  }

  private mutating func take(_ result: Result<TipRow?, Problem>) -> [Effect] {
    switch result {
    case .success(let row?): return openDetail(row.reference)
    case .success(nil):
      say(
        Phrase(
          sv: "Inget tips väntar på skyddsbedömning",
          en: "No tip waits for its protection assessment"))
    case .failure(let problem): say(problem.message, .error)
    }
    return []
  }

  /// Somebody else took the selected row out of the list: no other takes its place by itself, so that
  /// a key never acts on a tip the officer did not choose.
  private mutating func sayLeft(_ reference: Reference) {
    say(
      Phrase(
        sv: "\(reference) lämnade listan: någon annan har ändrat det. Välj med pilarna.",
        en: "\(reference) left the list: somebody else changed it. Choose with the arrows."),
      .warning)
  }

  private mutating func take(
    _ result: Result<DetailContent?, Problem>, of reference: Reference
  ) -> [Effect] {
    changeDetails { detail in
      guard detail.reference == reference, detail.content != nil else { return }
      switch result {
      case .success(let content?):
        detail.content = content
        detail.trouble = nil
      // What stood there and is there no more has been erased.
      case .success(nil): detail.becomeErased()
      case .failure(let problem): detail.trouble = problem
      }
    }
    layOutDetails()
    return []
  }

  private mutating func take(_ result: Result<[SearchHit], Problem>, search generation: Int)
    -> [Effect]
  {
    for index in layers.indices {
      guard case .search(var search) = layers[index], generation > search.answered else { continue }
      search.answered = generation
      switch result {
      case .success(let rows):
        search.results = Array(rows.prefix(search.limit))
        search.hasMore = rows.count > search.limit
        search.trouble = nil
        let named = rows.first { $0.reference == search.reference }
        let stays = search.isGrowing || (search.isChosen && named == nil)
        if search.selectedIndex == nil || !stays {
          search.selection = (named ?? rows.first)?.id
          search.top = 0
        }
      case .failure(let problem): search.trouble = problem
      }
      layers[index] = .search(search)
    }
    if generation == hitsGeneration, case .success(let rows) = result {
      hits = rows.prefix(SearchOverlay.step).map(\.reference)
    }
    return settleSearch()
  }

  private mutating func take(_ matches: [LikelyMatch], form key: String, generation: Int)
    -> [Effect]
  {
    var again: ActionForm?
    changeForm(key) { form in
      form.matches = matches
      form.likenessAnswered = generation
      if form.likenessGeneration > generation {
        form.likenessAsked = form.likenessGeneration
        again = form
      }
    }
    return again.map { [findLike($0)] } ?? []
  }

  // MARK: What came of recording

  private mutating func take(_ outcome: RecordOutcome, of action: Action, form key: String?)
    -> [Effect]
  {
    let title = ActionRegistry.action(action.id)?.title ?? Phrase(same: action.id)
    if case .recorded(let receipt) = outcome { note(receipt, of: action) }
    if let key, let effects = take(outcome, section: key) { return effects }
    switch outcome {
    case .recorded(let receipt):
      let finishes = finishesTriage(action, receipt.reference)
      let saved = Phrase(
        sv: "\(title.sv): sparat, \(receipt.reference)",
        en: "\(title.en): saved, \(receipt.reference)")
      say(
        receipt.remarks.reduce(saved) {
          Phrase(sv: "\($0.sv). OBS: \($1.sv)", en: "\($0.en). NB: \($1.en)")
        },
        receipt.remarks.isEmpty ? .good : .warning)
      guard let key else {
        return took(action, receipt) + (finishes ? showNext(after: receipt) : [])
      }
      let wasOpen = layers.contains { layer in
        guard case .form(let form) = layer else { return false }
        return form.key == key
      }
      layers.removeAll { layer in
        guard case .form(let form) = layer else { return false }
        return form.key == key
      }
      forget(key)
      // What was just made is what the officer goes on with.
      let isNew = action.subject == nil && receipt.reference.kind != .officer
      if isNew && wasOpen && layers.allSatisfy(\.isDetail) {
        let opened =
          receipt.reference.kind == .handover
          ? openHandover(receipt.reference) : openDetail(receipt.reference)
        return opened + (action.id == "shift.start" ? [.loadNews] : [])
      }
      return lookHere() + (finishes ? showNext(after: receipt) : [])
    case .conflict(let conflict):
      say(conflict.message, .warning)
      if let key {
        let again = keyText("form.save", in: .form)
        changeForm(key) { form in
          form.isSaving = false
          form.expects = conflict.version
          form.conflict = Phrase(
            sv: "\(conflict.message.sv) Allt du skrev är kvar; \(again) sparar ändå.",
            en: "\(conflict.message.en) All you typed is kept; \(again) saves all the same.")
        }
      }
      return []
    case .refused(let problem, let field):
      say(problem.message, .error)
      if let key {
        changeForm(key) { form in
          form.isSaving = false
          form.problem = problem.message
          if let index = form.fields.firstIndex(where: { $0.spec.name == field }) {
            form.fields[index].problem = problem.message
            form.focus = index
          }
        }
      }
      return []
    }
  }
}
