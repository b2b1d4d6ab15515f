import CaseStore
import Casework
import Terminal

extension DeskState {
  /// Runs a command. The only way a key, the palette or the mouse does anything.
  mutating func run(_ id: CommandID) -> [Effect] {
    switch id {
    case "move.up": return move(by: -1)
    case "move.down": return move(by: 1)
    case "move.pageUp": return movePage(by: -1)
    case "move.pageDown": return movePage(by: 1)
    case "move.first": return jump(.first)
    case "move.last": return jump(.last)
    case "pane.next": return moveFocus(by: 1)
    case "pane.previous": return moveFocus(by: -1)
    case "pane.zoom":
      isZoomed.toggle()
      return reloadPanes()
    case "pane.grow": return resizePane(larger: true)
    case "pane.shrink": return resizePane(larger: false)
    case "pane.swap": return swapPane()
    case "pane.close": return closePane()
    case "pane.splitRow": return splitPane(.row)
    case "pane.splitColumn": return splitPane(.column)
    case "pane.filter": return changeRows(order: false)
    case "pane.sort": return changeRows(order: true)
    case "pane.columns": return openPaneOverlay(at: .columns)
    case "pane.only": return openPaneOverlay(at: .values)
    case "pane.reverse": return reverseRows()
    case "pane.choose": return chooseInPane()
    case "pane.columnUp": return moveColumn(by: -1)
    case "pane.columnDown": return moveColumn(by: 1)
    case "pane.reset": return resetPane()
    case "screen.save": return setup.screens[screenName].map { [.saveScreen($0)] } ?? []
    case "view.tour": return openTour()
    case "tour.next": return turnTour(by: 1)
    case "tour.previous": return turnTour(by: -1)
    case "tour.dismiss": return dismissTour()
    case "view.open": return open()
    case "view.back", "dialog.cancel", "form.cancel": return back()
    case "view.help":
      layers.append(.help(HelpOverlay(contexts: contexts)))
      return []
    case "view.palette":
      layers.append(.palette(Palette()))
      return []
    case "view.actions":
      layers.append(.palette(Palette(kind: selectedReference?.kind)))
      return []
    case "view.case": return showScreen("case")
    case "view.clocks": return showScreen("clocks")
    case "view.triage": return showScreen("triage")
    case "view.news": return showScreen("news")
    case "news.readAll": return read(news?.items.map(\.reference) ?? [])
    case "mark.toggle": return toggleMark()
    case "mark.clear":
      unmarkAll()
      return []
    case "view.shift": return showScreen("shift")
    case "view.police": return showScreen("police")
    case "view.statistics": return showScreen("statistics")
    case "view.reference": return openHandbook()
    case "view.wordList": return openHandbook(in: .words)
    case "view.paragraph": return openParagraph()
    case "reference.nextSection": return changeSection(by: 1)
    case "reference.previousSection": return changeSection(by: -1)
    case "figures.day": return count(per: .day)
    case "figures.week": return count(per: .week)
    case "figures.month": return count(per: .month)
    case "figures.year": return count(per: .year)
    case "figures.back": return leaf(by: -1)
    case "figures.forward": return leaf(by: 1)
    case "view.search":
      layers.append(.search(SearchOverlay(generation: searchCount, answered: searchCount)))
      return []
    case "search.open": return openFound()
    case "search.next": return openHit(by: 1)
    case "search.previous": return openHit(by: -1)
    case "palette.run": return runFromPalette()
    case "dialog.confirm": return confirm()
    case "view.copy": return copy()
    case "view.unmask": return unmask()
    case "view.accessLog": return openAccessLog()
    case "view.retention": return openRetention()
    case "retention.confirm": return askToErase()
    case "retention.early": return openEarlyErasing()
    case "view.refresh":
      return [.redraw, .loadCounters, .loadNextClock, .loadPresence] + reloadPanes() + count()
    case "view.duty": return showScreen("duty")
    case "view.tips": return showScreen("tips")
    case "view.officers": return showScreen("officers")
    case "view.drafts": return showScreen("drafts") + [.loadDrafts]
    case "desk.quit": return quit()
    case "desk.suspend": return saveDueDrafts(force: true) + [.suspend]
    case "desk.theme":
      let names = Theme.all.map(\.name)
      let index = names.firstIndex(of: themeName) ?? -1
      themeName = names[(index + 1) % names.count]
      say(Phrase(sv: "Tema: \(themeName)", en: "Theme: \(themeName)"))
      return [.redraw]
    case "desk.language":
      language = language == .sv ? .en : .sv
      layOutDetails()
      say(Phrase(sv: "Språk: svenska", en: "Language: English"))
      return []
    case "desk.mouse":
      mouse.toggle()
      say(
        mouse
          ? Phrase(sv: "Musen på", en: "Mouse on")
          : Phrase(sv: "Musen av: terminalen kan markera", en: "Mouse off: the terminal selects"))
      return [.setMouse(mouse)]
    case "tip.new": return openForm("tip.receive", on: nil)
    case "tip.take": return takeTip()
    case "tip.nextNew": return nextUnassessed()
    case "view.nextStep":
      guard let spec = nextAction else { return [] }
      return openForm(spec.id, on: selectedReference)
    case "pass.countAdult": return count("adults")
    case "pass.countChild": return count("children")
    case "action.undo": return undo()
    case "note.openText": return openSectionText()
    case "note.saveAll": return saveAllSections()
    case "note.preview": return togglePreview()
    case "note.showNews": return toggleNews()
    case "note.takeNews": return takeNews()
    case "note.insertFact": return insertFact()
    case "note.keepMine": return resolve(.mine)
    case "note.joinBoth": return resolve(.both)
    case "note.takeTheirs": return resolve(.theirs)
    case "form.save": return handoverScreen == nil ? saveForm() : saveSection()
    case "form.next": return changeFocus(by: 1)
    case "form.previous": return changeFocus(by: -1)
    case "form.toggle": return changeField { $0.toggle() }
    case "form.choiceNext": return changeField { $0.step(by: 1) }
    case "form.choicePrevious": return changeField { $0.step(by: -1) }
    case "form.discard": return discard()
    case "form.editor": return editField()
    default:
      guard let spec = ActionRegistry.action(id.rawValue) else { return [] }
      guard !spec.creates else { return openForm(spec.id, on: nil) }
      if id == "shift.acknowledge", let shift = shiftToAcknowledge {
        return acknowledge(shift)
      }
      let marks = markedSubjects(of: spec)
      if !marks.isEmpty { return openForm(spec.id, onEach: marks) }
      return openForm(spec.id, on: subject(of: spec.kind) ?? selectedReference)
    }
  }

  // MARK: Moving

  /// In the handbook it is the text that is leafed through.
  private mutating func movePage(by pages: Int) -> [Effect] {
    guard case .handbook? = layers.last else { return move(by: pages * pageHeight) }
    scrollHandbook(by: pages * pageHeight)
    return []
  }

  private mutating func move(by delta: Int) -> [Effect] {
    guard let top = layers.indices.last else { return moveInPane(by: delta) }
    switch layers[top] {
    case .detail(var detail):
      detail.scroll = max(0, min(detailScrollLimit(detail), detail.scroll + delta))
      layers[top] = .detail(detail)
    case .help(var help):
      help.scroll = max(0, min(helpScrollLimit(help), help.scroll + delta))
      layers[top] = .help(help)
    case .palette(var palette):
      let count = paletteEntries(palette).count
      palette.selection = max(0, min(count - 1, palette.selection + delta))
      layers[top] = .palette(palette)
    case .search(var search):
      guard !search.results.isEmpty else { return [] }
      let old = search.selectedIndex ?? 0
      let new = max(0, min(search.results.count - 1, old + delta))
      search.selection = search.results[new].id
      search.isChosen = true
      search.keepSelectionVisible(height: searchHeight)
      layers[top] = .search(search)
      return searchFurther()
    case .access(var overlay):
      overlay.scroll = max(0, min(accessScrollLimit(overlay), overlay.scroll + delta))
      layers[top] = .access(overlay)
    case .handover: return moveInHandover(by: delta)
    case .report(var report):
      report.scroll = max(0, min(reportScrollLimit(report), report.scroll + delta))
      layers[top] = .report(report)
    case .handbook: moveInHandbook(by: delta)
    case .pane: moveInPaneOverlay(by: delta)
    case .retention: moveInRetention(by: delta)
    case .form: return changeFocus(by: delta.signum())
    case .confirm, .reason, .tour: break
    }
    return []
  }

  private mutating func moveInPane(by delta: Int) -> [Effect] {
    let height = listHeight(of: focus)
    switch panes[focus] {
    case .tips(var pane)?:
      let wantsRows = pane.move(by: delta, height: height)
      panes[focus] = .tips(pane)
      unglow()
      return wantsRows ? reload(focus) : []
    case .records(var pane)?:
      let wantsRows = pane.move(by: delta, height: height)
      panes[focus] = .records(pane)
      return wantsRows ? reload(focus) : []
    case .presence(var pane)?:
      pane.move(by: delta, among: presenceKeys(pane), height: height)
      panes[focus] = .presence(pane)
    case .officers(var pane)?:
      pane.move(by: delta, among: officerKeys(pane), height: height)
      panes[focus] = .officers(pane)
    case .drafts(var pane)?:
      pane.move(by: delta, among: draftKeys(pane), height: height)
      panes[focus] = .drafts(pane)
    case .news(var pane)?:
      pane.move(by: delta, among: newsKeys(pane), height: height)
      panes[focus] = .news(pane)
    case .selected(var pane)?:
      guard var detail = pane.detail else { break }
      detail.scroll = max(0, min(detailScrollLimit(detail, in: focus), detail.scroll + delta))
      pane.detail = detail
      panes[focus] = .selected(pane)
    case .figures(var pane)?:
      let limit = max(0, figureLines(pane.spec, in: focus).count - height)
      pane.top = max(0, min(limit, pane.top + delta))
      panes[focus] = .figures(pane)
    case nil: break
    }
    return []
  }

  mutating func jump(_ landing: Landing) -> [Effect] {
    let far = landing == .first ? -1_000_000 : 1_000_000
    guard layers.isEmpty else { return move(by: far) }
    let wantsRows: Bool
    switch panes[focus] {
    case .tips(var pane)?:
      wantsRows = pane.jump(landing, height: listHeight(of: focus))
      panes[focus] = .tips(pane)
      unglow()
    case .records(var pane)?:
      wantsRows = pane.jump(landing, height: listHeight(of: focus))
      panes[focus] = .records(pane)
    default: return move(by: far)
    }
    return wantsRows ? reload(focus) : []
  }

  mutating func select(line: Int, in id: String) {
    switch panes[id] {
    case .tips(var pane)?:
      let index = pane.topIndex + line
      guard pane.rows.indices.contains(index) else { return }
      if pane.selection != pane.rows[index].id { pane.follows = false }
      pane.lost = nil
      pane.selection = pane.rows[index].id
      panes[id] = .tips(pane)
      unglow()
    case .records(var pane)?:
      let index = pane.topIndex + line
      guard pane.rows.indices.contains(index) else { return }
      if pane.selection != pane.rows[index].id { pane.follows = false }
      pane.selection = pane.rows[index].id
      panes[id] = .records(pane)
    case .presence(var pane)?:
      pane.select(line: line, among: presenceKeys(pane))
      panes[id] = .presence(pane)
    case .officers(var pane)?:
      pane.select(line: line, among: officerKeys(pane))
      panes[id] = .officers(pane)
    case .drafts(var pane)?:
      pane.select(line: line, among: draftKeys(pane))
      panes[id] = .drafts(pane)
    case .news(var pane)?:
      pane.select(line: line, among: newsKeys(pane))
      panes[id] = .news(pane)
    case .selected?: break
    case .figures, nil: break
    }
  }

  private mutating func moveFocus(by delta: Int) -> [Effect] {
    if handoverScreen != nil { return moveHandoverFocus(by: delta) }
    let order = paneOrder
    guard layers.isEmpty, !order.isEmpty else { return [] }
    let old = order.firstIndex(of: focus) ?? 0
    focus = order[(old + delta + order.count) % order.count]
    return isZoomed ? reloadPanes() : []
  }

  /// Changes to a screen: its panes start afresh, at the top.
  mutating func showScreen(_ name: String) -> [Effect] {
    guard let screen = setup.screens[name] else {
      say(Phrase(sv: "skärmen \(name) finns inte", en: "there is no screen \(name)"), .error)
      return []
    }
    layers.removeAll { !$0.isDirty }
    let isTyping = layers.contains(where: \.isDirty)
    let effects = saveDueDrafts(force: true)
    if isTyping { sayDraftIsKept() }
    layers.removeAll()
    marked = []
    screenName = name
    isZoomed = false
    panes = Dictionary(
      screen.panes.map { ($0.id, Pane($0)) }, uniquingKeysWith: { first, _ in first })
    focus = screen.panes.first?.id ?? ""
    return effects + reloadPanes() + readRosters() + count() + lookHere()
  }

  // MARK: Opening and closing

  private mutating func open() -> [Effect] {
    switch focusedPane {
    case .tips(let pane)?:
      guard let row = pane.selected else { return [] }
      return openDetail(row.reference)
    case .records(let pane)?:
      guard let row = pane.selected else { return [] }
      return openDetail(row.reference)
    case .presence(let pane)?:
      guard let key = pane.selection,
        let viewing = presence.first(where: { $0.key == key })?.viewing
      else { return [] }
      return viewing.kind == .officer ? [] : openDetail(viewing)
    case .officers(let pane)?:
      guard let reference = pane.selection.flatMap({ Reference($0) }) else { return [] }
      return openForm("officer.change", on: reference)
    case .drafts(let pane)?: return openDraft(pane.selected(among: draftKeys(pane)))
    case .news(let pane)?:
      return selectedNews(pane).map { openDetail($0.reference) } ?? []
    case .selected(let pane)?: return pane.detail.map { openDetail($0.reference) } ?? []
    case .figures, nil: return []
    }
  }

  private mutating func openFound() -> [Effect] {
    guard case .search(let search)? = layers.last else { return [] }
    // A reference goes straight there, whether or not the search has been answered.
    let isAnswered = search.answered == search.generation && search.selectedIndex != nil
    let typed = isAnswered ? nil : search.reference
    guard let chosen = typed ?? search.selectedIndex.map({ search.results[$0].reference }) else {
      return []
    }
    hits = search.results.map(\.reference)
    layers.removeLast()
    return openDetail(chosen) + findHits(of: search)
  }

  /// The hits after those that the search has shown.
  private mutating func findHits(of search: SearchOverlay) -> [Effect] {
    guard search.hasMore, hits.count < SearchOverlay.step else { return [] }
    searchCount += 1
    hitsGeneration = searchCount
    return [.search(search.input.text, limit: SearchOverlay.step, generation: searchCount)]
  }

  /// Opens a neighbour of the hit that is open, or the one opened last, round the end.
  private mutating func openHit(by delta: Int) -> [Effect] {
    guard !hits.isEmpty else { return [] }
    let open = selectedReference.flatMap { hits.firstIndex(of: $0) }
    let index =
      open.map { ($0 + delta + hits.count) % hits.count } ?? (delta > 0 ? 0 : hits.count - 1)
    if case .detail(let detail)? = layers.last, hits.contains(detail.reference) {
      layers.removeLast()
    }
    say(Phrase(sv: "Träff \(index + 1) av \(hits.count)", en: "Hit \(index + 1) of \(hits.count)"))
    return openDetail(hits[index])
  }

  private mutating func back() -> [Effect] {
    if handoverScreen != nil { return leaveHandover() }
    guard let top = layers.popLast() else {
      if isZoomed {
        isZoomed = false
        return reloadPanes()
      }
      return screenName == "duty" ? [] : showScreen("duty")
    }
    if case .reason(let dialog) = top { return cancelReason(dialog) }
    if case .tour = top { return closedTour() }
    guard case .form(let form) = top, form.isDirty else { return lookHere() }
    sayDraftIsKept()
    return [keep(form)] + lookHere()
  }

  private mutating func quit() -> [Effect] {
    if layers.contains(where: \.isDirty) {
      layers.append(.confirm(ConfirmDialog(question: .quit)))
      return []
    }
    isLeaving = true
    return [.quit]
  }

  private mutating func confirm() -> [Effect] {
    if case .reason(let dialog)? = layers.last { return confirmReason(dialog) }
    guard case .confirm(let dialog)? = layers.last else { return [] }
    guard dialog.isConfirmed else {
      say(
        Phrase(sv: "Skriv ”\(dialog.word.sv)” först", en: "Type “\(dialog.word.en)” first"),
        .warning)
      return []
    }
    layers.removeLast()
    switch dialog.question {
    case .quit:
      isLeaving = true
      return saveDueDrafts(force: true) + [.quit]
    case .discardForm:
      guard case .form(let form)? = layers.popLast() else { return [] }
      say(Phrase(sv: "Utkastet är kastat", en: "The draft is discarded"))
      return drop(form.key) + lookHere()
    case .discardSection:
      guard var screen = handoverScreen else { return [] }
      screen.texts[screen.section] = HandoverScreen.Text()
      if let content = screen.content {
        screen.take(content, officer: setup.officer, now: now, language)
      }
      put(screen)
      say(Phrase(sv: "Utkastet är kastat", en: "The draft is discarded"))
      return drop(screen.key(screen.section)) + lookHere()
    case .redact: return saveForm(isConfirmed: true)
    case .erase(_, let main, let form): return erase(main, form: form)
    case .deleteDraft(let key):
      say(Phrase(sv: "Utkastet är kastat", en: "The draft is discarded"))
      return drop(key)
    }
  }

  private mutating func runFromPalette() -> [Effect] {
    guard case .palette(let palette)? = layers.last else { return [] }
    let entries = paletteEntries(palette)
    guard entries.indices.contains(palette.selection) else { return [] }
    let entry = entries[palette.selection]
    layers.removeLast()
    if let reason = entry.disabled {
      say(reason, .warning)
      return []
    }
    return run(entry.command.id)
  }
}

extension Presence {
  /// Tells one open desk from another.
  var key: String { "\(name.raw)\u{1F}\(since.milliseconds)\u{1F}\(terminal)" }
}

extension PaneTree {
  /// The panes in reading order.
  var panes: [PaneSpec] {
    switch self {
    case .pane(let pane): [pane]
    case .split(_, let parts): parts.flatMap { $0.1.panes }
    }
  }
}
