import CaseStore
import Casework
import Terminal
import TextSafety

extension DeskState {
  /// New facts in the journal: only what they touch is read again.
  mutating func storeChanged(_ changes: StoreChanges) -> [Effect] {
    storeTrouble = nil
    guard !setup.isPast else { return presentChanged(changes) }
    let retimed = follow(changes.routines)
    let fresh = changes.facts.filter { $0.seq > seenSequence }
    guard let last = fresh.last else {
      return retimed + [.loadPresence] + watchAccess(latest: changes.latestBreach)
    }
    seenSequence = last.seq
    actedOn.subtract(fresh.filter { $0.officer != me }.map(\.reference))
    var effects = retimed + watchAccess(latest: changes.latestBreach)
    if fresh.contains(where: { $0.reference.kind == .tip }) {
      let received = fresh.filter { $0.kind == "tip.received" && $0.officer != me }
        .map(\.reference)
      for (id, pane) in panes {
        guard case .tips(var tips) = pane else { continue }
        tips.arrivals.formUnion(received)
        panes[id] = .tips(tips)
      }
      let acute = fresh.filter { $0.kind == "tip.received" && $0.isAcute && $0.officer != me }.map(
        \.reference)
      if !acute.isEmpty {
        glowing.formUnion(acute)
        ringsBell = !(setup.settings.quietHours?.contains(now) ?? false)
        sayAcute(acute)
        effects += notice(of: acute, changes.tips)
      }
      effects += refreshTips(changes.tips)
      if let counters = changes.counters { self.counters = counters }
    }
    effects += letGo(of: Set(fresh.filter { Fact.isErasure($0.kind) }.map(\.reference)))
    var kinds = Set(fresh.map(\.reference.kind))
    // Who may see a case, and whose name is shown, changes what belongs to them too.
    let isSecrecyChanged = fresh.contains { Self.secrecy.contains($0.kind) }
    if isSecrecyChanged { kinds.formUnion([.case, .custody, .policeReport, .handover]) }
    counting.isOutdated = true
    nextClock = changes.nextClock
    if fresh.contains(where: { $0.reference.kind == .shift && $0.kind != "shift.started" }) {
      effects.append(.findShiftToAcknowledge)
    }
    effects += [.pass, .shift].filter(kinds.contains).map(Effect.loadUnderWay)
    effects += reloadRecords(of: kinds)
    if fresh.contains(where: { $0.reference.kind == .officer }) { effects.append(.loadOfficers) }
    let touched = Set(fresh.map(\.reference))
    effects += refreshHandovers(touched)
    changeDetails { detail in
      guard touched.contains(detail.reference) else { return }
      // What is not open yet is not read: the access log comes first.
      if detail.content == nil { detail.isOutdated = true }
    }
    let opened = readDetails
    effects += (isSecrecyChanged ? opened : opened.intersection(touched)).map(Effect.loadDetail)
    // What a search has found is shown in words that may be gone.
    let isWordGone = fresh.contains(where: Self.takesWordsAway)
    if isSecrecyChanged || isWordGone { effects += searchAgain() }
    if isWordGone { effects += readAccessAgain() }
    if showsNews { effects.append(.loadNews) }
    for layer in layers {
      if case .form(let form) = layer, let subject = form.subject, touched.contains(subject) {
        effects += noticeChange(under: form, facts: fresh.filter { $0.reference == subject })
      }
    }
    return effects
  }

  private static func takesWordsAway(_ fact: FactHeader) -> Bool {
    Fact.isErasure(fact.kind) || Fact.isRedaction(fact.kind)
  }

  /// The store has changed since this desk began to look back on it. What was erased meanwhile stands
  /// in the lists that were made then, which end with the desk (SoL 16:1, 16:2).
  private mutating func presentChanged(_ changes: StoreChanges) -> [Effect] {
    guard changes.facts.contains(where: Self.takesWordsAway) else { return [] }
    farewell = Phrase(
      sv: "Något har gallrats eller tagits bort medan bordet visade hur det stod tidigare. Öppna "
        + "bordet igen med --as-of: då visas inte heller det som togs bort.",
      en: "Something has been erased or redacted while the desk showed how it stood. Open the desk "
        + "again with --as-of: what is gone is not shown there either.")
    isLeaving = true
    return [.quit]
  }

  /// The site has changed how long it waits: what is shown by those clocks is read again, and said.
  private mutating func follow(_ routines: Routines) -> [Effect] {
    guard routines != self.routines else { return [] }
    self.routines = routines
    let (hours, days) = (routines.handoverHours, routines.policeSilenceDays)
    say(
      Phrase(
        sv: "Nya gränser här: överlämning bekräftas inom \(hours) h, polisen tyst i \(days) d.",
        en:
          "New limits here: a handover is acknowledged in \(hours) h, police silent for \(days) d."),
      .warning)
    return [.loadNextClock] + reloadRecords(of: [.handover, .policeReport])
      + readDetails.map(Effect.loadDetail)
  }

  /// The subjects whose details are shown and have been read.
  var readDetails: Set<Reference> {
    Set(shownDetails.filter { $0.content != nil }.map(\.reference))
  }

  /// The facts that change who may see what.
  private static let secrecy: Set<String> = [
    "person.protected", "person.unprotected", "person.corrected", "case.restrictionChanged",
    "case.assigned", "case.corrected",
  ]

  /// An acute tip may stand above what the list shows: it is named, with the key that goes there.
  private mutating func sayAcute(_ references: [Reference]) {
    let names = references.prefix(5).map(\.description).joined(separator: ", ")
    let tip = Phrase(sv: "Akut tips: \(names).", en: "Acute tip: \(names).")
    let shows = acuteKey.map { Phrase(sv: " \($0) visar det.", en: " \($0) shows it.") }
    message = DeskMessage(
      text: tip + (shows ?? Phrase(sv: " Det står överst.", en: " It stands at the top.")),
      role: .acute)
  }

  /// The key that goes to a new acute tip from here; nil where text is typed.
  private var acuteKey: String? {
    if layers.isEmpty, case .tips(let pane)? = focusedPane, pane.order == .urgency {
      return keyText("move.first", in: .list)
    }
    return setup.keymap.keys(for: "view.duty", heardIn: contexts).first.map {
      $0.map(\.label).joined(separator: " ")
    }
  }

  /// A notice on the desktop, where the officer has asked for it: which tip and where, no more, as
  /// others may see that screen.
  private func notice(of references: [Reference], _ tips: TouchedTips?) -> [Effect] {
    guard let sequence = setup.settings.acuteNotice else { return [] }
    let rows = tips?.rows(in: .newest) ?? []
    let names = references.prefix(3).map { reference in
      let place = rows.first { $0.reference == reference }?.place.map { SafeText($0, limit: 60) }
      return ([SafeText(reference.description), place].compactMap(\.self)).joined(separator: ", ")
    }
    let title = SafeText(words(Phrase(sv: "Akut tips: ", en: "Acute tip: ")))
    let more = references.count > 3 ? SafeText(" (+\(references.count - 3))") : ""
    return [.notify(title + names.joined(separator: " · ") + more, sequence)]
  }

  /// The officer at this desk.
  var me: OfficerID { OfficerID(setup.officer.id) }

  /// Somebody else changed the subject of an open form: say so now rather than at the saving.
  private mutating func noticeChange(under form: ActionForm, facts: [FactHeader]) -> [Effect] {
    guard let other = facts.last(where: { $0.officer != me }), form.expects != nil else {
      return []
    }
    let name = presence.first { $0.officer == other.officer }?.name
    let who =
      name.map { SafeText($0, limit: 60).string }
      ?? words(Phrase(sv: "någon annan", en: "somebody"))
    say(
      Phrase(
        sv: "\(who) ändrade nyss \(other.reference). Det du skriver är kvar.",
        en: "\(who) just changed \(other.reference). What you type is kept."), .warning)
    return []
  }

  /// Brings the tips panes of the screen up to date: with the rows that came with the change, else by
  /// reading again.
  private mutating func refreshTips(_ touched: TouchedTips?) -> [Effect] {
    var unread: [String] = []
    let heights = listHeights
    for id in panes.keys.sorted() {
      guard case .tips(let pane)? = panes[id] else { continue }
      if let touched, pane.isPlain, pane.isLoaded, !pane.isReading, pane.pending == nil,
        let page = pane.merging(
          touched.rows(in: pane.order), touched: touched.references,
          height: heights[id] ?? 1)
      {
        panes[id] = .tips(taking(.success(page), into: pane, id))
      } else {
        unread.append(id)
      }
    }
    return refresh(unread)
  }

  /// Reads panes again; one that is being read, when that has been answered, so that a flood of facts
  /// is shown as fast as it can be read and no faster.
  private mutating func refresh(_ ids: [String]) -> [Effect] {
    var effects: [Effect] = []
    for id in ids {
      guard var pane = panes[id] else { continue }
      if pane.isReading {
        pane.markOutdated()
        panes[id] = pane
      } else {
        effects += reload(id)
      }
    }
    return effects
  }

  /// Reads the panes of the screen again.
  mutating func reloadPanes() -> [Effect] {
    panes.keys.sorted().flatMap { reload($0) }
  }

  /// Reads the panes of those kinds of record again.
  mutating func reloadRecords(of kinds: Set<SubjectKind>) -> [Effect] {
    refresh(
      panes.keys.sorted().filter { id in
        guard case .records(let pane)? = panes[id] else { return false }
        return SubjectKind(recordList: pane.spec.list).map(kinds.contains) ?? false
      })
  }

  /// Reads what the panes of the screen hold whole, but for what every desk has read at its start.
  func readRosters() -> [Effect] {
    let showsOfficers = panes.values.contains { if case .officers = $0 { true } else { false } }
    return (showsNews ? [.loadNews] : []) + (showsOfficers ? [.loadOfficers] : [])
  }

  /// Whether a pane shows what has happened since the officer's last shift.
  var showsNews: Bool {
    panes.values.contains { if case .news = $0 { true } else { false } }
  }

  /// Reads one pane again, around its selection.
  mutating func reload(_ id: String) -> [Effect] {
    let height = listHeight(of: id)
    switch panes[id] {
    case .tips(var pane)?:
      pane.ask()
      panes[id] = .tips(pane)
      return [.loadTips(pane: id, pane.query(height: height), generation: pane.generation)]
    case .records(var pane)?:
      guard let query = pane.query(height: height) else { return [] }
      pane.ask()
      panes[id] = .records(pane)
      return [.loadRecords(pane: id, query, generation: pane.generation)]
    default: return []
    }
  }

  /// The row the officer has moved to, and a tip that is open, have been seen.
  mutating func unglow() {
    guard !glowing.isEmpty else { return }
    if layers.isEmpty, case .tips(let pane)? = focusedPane, let selected = pane.selected {
      glowing.remove(selected.reference)
    }
    for case .detail(let detail) in layers { glowing.remove(detail.reference) }
  }

  /// Tells the other desks what is looked at here, where that has changed.
  mutating func lookHere() -> [Effect] {
    var reference: Reference?
    var typing = false
    for layer in layers {
      if case .detail(let detail) = layer { reference = detail.reference }
      if case .handover(let screen) = layer {
        reference = screen.reference
        typing = screen.isDirty
      }
      if case .form(let form) = layer {
        reference = form.subject ?? reference
        typing = form.isDirty
      }
    }
    guard reference != looksAt || typing != isTyping else { return [] }
    looksAt = reference
    isTyping = typing
    // The officer's own row is right at once; the others' desks are told.
    if let index = presence.firstIndex(where: { $0.id == presenceID }) {
      presence[index].viewing = reference
      presence[index].isTyping = typing
    }
    return [.look(reference, typing: typing)]
  }
}
