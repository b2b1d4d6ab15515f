import CaseStore
import Casework
import Terminal
import TextSafety

// Drafting a handover: opening it, moving about in it, and what the store has told of it.
extension DeskState {
  /// The handover being drafted, if it is on top.
  var handoverScreen: HandoverScreen? {
    guard case .handover(let screen)? = layers.last else { return nil }
    return screen
  }

  /// Opens the drafting screen. The reasons given for the case below hold here too.
  mutating func openHandover(_ reference: Reference, at section: HandoverSection? = nil)
    -> [Effect]
  {
    if var screen = handoverScreen, screen.reference == reference {
      screen.section = section ?? screen.handover?.emptySections.first ?? screen.section
      put(screen)
      return []
    }
    openingCount += 1
    let about = shownRecord(reference).flatMap(Handover.init)?.caseReference
    let given = layers.reversed().compactMap { layer -> AccessReasons? in
      guard case .detail(let detail) = layer, [reference, about].contains(detail.reference) else {
        return nil
      }
      return detail.reasons
    }
    let reasons = AccessReasons(
      access: given.compactMap(\.access).first, masked: given.compactMap(\.masked).first)
    var screen = HandoverScreen(reference, opening: openingCount, reasons: reasons)
    screen.section = section ?? .identity
    restoreDrafts(into: &screen)
    layers.append(.handover(screen))
    return [.openHandover(reference, opening: openingCount, reasons, earlier: nil)] + lookHere()
  }

  /// Opens the drafting screen at a kept draft of a section.
  mutating func openHandover(_ draft: FormDraft) -> [Effect] {
    guard let reference = draft.subject.flatMap({ Reference($0) }) else { return [] }
    return openHandover(reference, at: HandoverSection(rawValue: draft.focus))
  }

  private mutating func restoreDrafts(into screen: inout HandoverScreen) {
    let kept = drafts.filter { screen.section(ofKey: $0.key) != nil }
    for section in HandoverSection.allCases { noteOrigin(of: screen.key(section), nil) }
    for draft in kept { noteOrigin(of: draft.key, draft.body) }
    for draft in kept.compactMap({ FormDraft(data: $0.body) }) { screen.restore(draft) }
    guard !kept.isEmpty else { return }
    let titles = HandoverSection.allCases.filter { screen.texts[$0]?.isDirty == true }.map(\.title)
    say(
      Phrase(
        sv: "Utkast återställt: \(titles.map(\.sv).joined(separator: ", "))",
        en: "Draft restored: \(titles.map(\.en).joined(separator: ", "))"), .warning)
  }

  /// Puts a changed drafting screen back where it lies among the layers.
  mutating func put(_ changed: HandoverScreen) {
    guard let index = layers.firstIndex(where: { $0.opening == changed.opening }) else {
      return
    }
    var screen = changed
    let size = editorArea(screen).size
    screen.texts[screen.section]?.editor.layout(size)
    layers[index] = .handover(screen)
  }

  /// The drafting screen that a section's draft belongs to, and the section.
  func handover(ofKey key: String) -> (HandoverScreen, HandoverSection)? {
    for case .handover(let screen) in layers.reversed() {
      if let section = screen.section(ofKey: key) { return (screen, section) }
    }
    return nil
  }

  /// Why the section can't be written in now; nil where it can.
  func writingReason(_ screen: HandoverScreen) -> Phrase? {
    if let reason = standingReason(screen) { return reason }
    guard let content = screen.content else { return nil }
    let view = RecordView(content.record, for: setup.officer, now: now, reasons: screen.reasons)
    guard view.hides(screen.section), !screen.text.isDirty else { return nil }
    let key = keyText("view.unmask", in: .handover)
    return Phrase(
      sv: "texten är dold; \(key) visar den när du anger skäl",
      en: "the text is masked; \(key) shows it when you give a reason")
  }

  /// Why nothing in the handover can be written now; nil where something can.
  func standingReason(_ screen: HandoverScreen) -> Phrase? {
    if setup.isPast { return Self.readOnly }
    guard let handover = screen.handover else { return Phrase(sv: "läser …", en: "reading …") }
    if let reason = permission(HandoverScreen.action) { return reason }
    switch handover.state {
    case .drafting, .returned: return nil
    default:
      return Phrase(
        sv: "överlämningen är \(handover.state.title.sv) och ändras inte",
        en: "the handover is \(handover.state.title.en) and is not changed")
    }
  }

  // MARK: Moving

  mutating func moveInHandover(by delta: Int) -> [Effect] {
    guard var screen = handoverScreen else { return [] }
    if let scroll = screen.preview {
      let limit = max(0, previewLines(screen).count - previewHeight)
      screen.preview = max(0, min(limit, scroll + delta))
    } else if screen.focus == .sections {
      let all = HandoverSection.allCases
      let index = all.firstIndex(of: screen.section) ?? 0
      screen.section = all[max(0, min(all.count - 1, index + delta))]
      screen.showsNews = false
    } else if screen.focus == .facts, !screen.facts.isEmpty {
      let last = screen.facts.count - 1
      screen.fact = screen.facts[max(0, min(last, screen.factIndex + delta))].id
    }
    put(screen)
    return []
  }

  mutating func moveHandoverFocus(by delta: Int) -> [Effect] {
    guard var screen = handoverScreen else { return [] }
    let order: [HandoverScreen.Focus] = [.sections, .text, .facts]
    let index = order.firstIndex(of: screen.focus) ?? 0
    screen.preview = nil
    screen.focus = order[(index + delta + order.count) % order.count]
    put(screen)
    return []
  }

  /// Goes from the sections, or from the preview, into the text.
  mutating func openSectionText() -> [Effect] {
    guard var screen = handoverScreen else { return [] }
    screen.preview = nil
    screen.focus = .text
    // What is added goes after what stands.
    screen.texts[screen.section]?.editor.moveCursor(line: .max, column: .max)
    put(screen)
    return []
  }

  mutating func togglePreview() -> [Effect] {
    guard var screen = handoverScreen else { return [] }
    screen.preview = screen.preview == nil ? 0 : nil
    put(screen)
    return []
  }

  mutating func toggleNews() -> [Effect] {
    guard var screen = handoverScreen else { return [] }
    guard !screen.news(screen.section, language).isEmpty else {
      say(Phrase(sv: "inget nytt för den rubriken", en: "nothing new for this heading"))
      return []
    }
    screen.showsNews.toggle()
    put(screen)
    return []
  }

  /// Esc: closes the preview, leaves the text, and then the screen; what is typed is a draft.
  mutating func leaveHandover() -> [Effect] {
    guard var screen = handoverScreen else { return [] }
    guard screen.preview == nil, screen.focus == .sections else {
      if screen.preview == nil { screen.focus = .sections } else { screen.preview = nil }
      put(screen)
      return []
    }
    let effects = saveDueDrafts(force: true)
    layers.removeLast()
    if screen.isDirty { sayDraftIsKept() }
    return effects + lookHere()
  }

  mutating func mouse(_ event: MouseEvent, in old: HandoverScreen) {
    guard old.preview == nil else { return }
    var screen = old
    let list = sectionArea
    let index = event.at.row - list.row + sectionScroll(screen)
    if list.contains(event.at), HandoverSection.allCases.indices.contains(index) {
      screen.section = HandoverSection.allCases[index]
      screen.focus = .sections
    } else if editorArea(screen).contains(event.at) {
      screen.focus = .text
    }
    put(screen)
  }

  // MARK: Typing

  /// Gives a key to the section's text. Nil where it has no use for it.
  mutating func type(_ key: KeyStroke, in old: HandoverScreen) -> [Effect]? {
    var screen = old
    guard var text = screen.texts[screen.section] else { return nil }
    let before = text.editor.text
    text.editor.layout(editorArea(screen).size)
    guard text.editor.handle(key) else { return nil }
    if text.editor.text != before {
      if let reason = writingReason(screen) {
        say(reason, .warning)
        return []
      }
      guard !text.isSaving else {
        say(Phrase(sv: "Sparar … vänta ett ögonblick", en: "Saving … wait a moment"), .warning)
        return []
      }
      screen.texts[screen.section] = text
      screen.touched(now: now)
    } else {
      screen.texts[screen.section] = text
    }
    put(screen)
    return lookHere()
  }

  /// Puts text at the cursor of the section: a paste, a fact.
  mutating func insert(_ inserted: String, in old: HandoverScreen) -> [Effect] {
    if let reason = writingReason(old) {
      say(reason, .warning)
      return []
    }
    var screen = old
    screen.texts[screen.section]?.editor.insert(inserted)
    screen.touched(now: now)
    put(screen)
    return lookHere()
  }

  /// What came back from the officer's own editor.
  mutating func take(edited text: String, form key: String) {
    guard case (var screen, let section)? = handover(ofKey: key) else { return }
    let shown = screen.section
    screen.section = section
    screen.texts[section]?.editor.text = text
    screen.touched(now: now)
    screen.section = shown
    put(screen)
  }

  // MARK: What was read

  mutating func take(
    _ result: Result<HandoverContent?, Problem>, of reference: Reference, opening: Int,
    _ reasons: AccessReasons
  ) -> [Effect] {
    guard let index = layers.firstIndex(where: { $0.opening == opening }),
      case .handover(var screen) = layers[index]
    else { return [] }
    var effects: [Effect] = []
    switch result {
    case .success(let content?):
      screen.reasons = reasons
      screen.trouble = nil
      let waiting = Set(screen.texts.filter { $0.value.isDirty }.keys)
      let known = Set(screen.texts.filter { $0.value.theirs != nil }.keys)
      screen.take(content, officer: setup.officer, now: now, language)
      sayCollision(screen, known)
      // What somebody else has recorded word for word needs no draft any more.
      for section in waiting where screen.texts[section]?.isDirty == false {
        effects += drop(screen.key(section))
      }
      if screen.isOutdated { effects.append(.loadHandover(reference, opening: opening, reasons)) }
      screen.isOutdated = false
    case .success(nil):
      screen.trouble = Problem(
        Phrase(sv: "\(reference) finns inte i lagret", en: "\(reference) is not in the store"))
    case .failure(let problem) where screen.content != nil: say(problem.message, .error)
    case .failure(let problem): screen.trouble = problem
    }
    layers[index] = .handover(screen)
    return effects
  }

  private mutating func sayCollision(_ screen: HandoverScreen, _ known: Set<HandoverSection>) {
    let fresh = HandoverSection.allCases.first {
      screen.texts[$0]?.theirs != nil && !known.contains($0)
    }
    guard let fresh, let theirs = screen.texts[fresh]?.theirs else { return }
    say(
      Phrase(
        sv: "\(theirs.who) har ändrat ”\(fresh.title.sv)”. Det du skrev är kvar; jämför dem.",
        en: "\(theirs.who) changed “\(fresh.title.en)”. What you typed is kept; compare them."),
      .warning)
  }

  /// Reads the drafting screens again that new facts touch.
  mutating func refreshHandovers(_ touched: Set<Reference>) -> [Effect] {
    layers.indices.compactMap { index -> Effect? in
      guard case .handover(var screen) = layers[index] else { return nil }
      let material = screen.content?.material
      let own = (material?.references ?? []).union([screen.reference])
      // A record that was linked to the case just now is not among the material yet.
      let kinds: Set<SubjectKind> = [.case, .custody, .policeReport, .person]
      guard
        own.contains(where: touched.contains)
          || touched.contains(where: { kinds.contains($0.kind) })
      else { return nil }
      guard screen.content != nil else {
        screen.isOutdated = true
        layers[index] = .handover(screen)
        return nil
      }
      return .loadHandover(screen.reference, opening: screen.opening, screen.reasons)
    }
  }
}
