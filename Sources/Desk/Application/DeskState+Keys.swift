import CaseStore
import Casework
import Terminal

extension DeskState {
  /// The smallest screen that is drawn (UX, Looks); under it only quit and help are heard.
  public static let smallest = Size(columns: 60, rows: 16)

  /// Whether the terminal is too small to draw in.
  var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  /// Where the hands are.
  var context: CommandContext {
    switch layers.last {
    case .detail?: .detail
    case .form(let form)?: form.fields[form.focus].isTyped ? .text : .form
    case .handover(let screen)?: screen.context
    case .help?, .access?, .report?: .help
    case .palette?: .palette
    case .search?: .search
    case .handbook?: .reference
    case .tour?: .tour
    case .pane?: .pane
    case .retention?: .retention
    case .confirm?, .reason?: .dialog
    case nil: focusedPane?.isFigures == true ? .figures : .list
    }
  }

  /// Where the keys are heard, the nearest first.
  var contexts: [CommandContext] { context.chain }

  mutating func press(_ key: KeyStroke) -> [Effect] {
    message = nil
    if isTooSmall { return pressTooSmall(key) }
    if refusesWhileSaving() { return [] }
    if isPlainText(key), pendingKeys.isEmpty, takesText { return type(key) }
    pendingKeys.append(key)
    switch setup.keymap.lookup(pendingKeys, in: contexts) {
    case .command(let id):
      pendingKeys = []
      if let reason = disabledReason(id) {
        // A key that means nothing in this field belongs to the field.
        if takesText, let effects = typeIfTaken(key) { return effects }
        say(reason, .warning)
        return []
      }
      return run(id)
    case .pending: return []
    case .none:
      let chord = pendingKeys
      pendingKeys = []
      guard chord.count == 1 else {
        if key.key != .escape {
          let typed = chord.map(\.description).joined(separator: " ")
          say(
            Phrase(
              sv: "\(typed) är ingen tangentföljd här", en: "\(typed) is no key sequence here"),
            .warning)
        }
        return []
      }
      return typeIfTaken(key) ?? []
    }
  }

  /// While a form is being saved it takes nothing more: what would be typed now would be lost with
  /// it. Says so.
  private mutating func refusesWhileSaving() -> Bool {
    guard let form, form.isSaving else { return false }
    say(Phrase(sv: "Sparar … vänta ett ögonblick", en: "Saving … wait a moment"), .warning)
    return true
  }

  /// How many forms lie open.
  var openForms: Int { layers.count { if case .form = $0 { true } else { false } } }

  /// What was saved stays said.
  mutating func sayTypedAhead() {
    let ignored = Phrase(
      sv: "det du tryckte innan formuläret stängdes gjorde inget",
      en: "what you pressed before the form closed did nothing")
    guard let said = message?.text, !said.sv.hasSuffix(ignored.sv) else { return }
    say(Phrase(sv: "\(said.sv); \(ignored.sv)", en: "\(said.en); \(ignored.en)"), .warning)
  }

  private mutating func pressTooSmall(_ key: KeyStroke) -> [Effect] {
    pendingKeys.append(key)
    switch setup.keymap.lookup(pendingKeys, in: contexts + [.global]) {
    case .pending: return []
    case .command("desk.quit"):
      pendingKeys = []
      isLeaving = true
      return saveDueDrafts(force: true) + [.quit]
    case .command("desk.suspend"):
      pendingKeys = []
      return run("desk.suspend")
    case .command, .none:
      pendingKeys = []
      return []
    }
  }

  /// A character without Ctrl or Alt: in a text field it is text, whatever the keymap says.
  private func isPlainText(_ key: KeyStroke) -> Bool {
    guard case .character = key.key else { return false }
    return !key.control && !key.meta
  }

  /// Whether what has the focus is typed into.
  var takesText: Bool {
    switch layers.last {
    case .form(let form)?: form.fields[form.focus].isTyped
    case .handover(let screen)?: screen.context == .handoverText
    case .palette?, .search?, .handbook?, .confirm?, .reason?: true
    default: false
    }
  }

  private mutating func type(_ key: KeyStroke) -> [Effect] {
    typeIfTaken(key) ?? []
  }

  /// Gives a key to what has the focus. Nil where it had no use for it.
  private mutating func typeIfTaken(_ key: KeyStroke) -> [Effect]? {
    guard let top = layers.indices.last else { return nil }
    switch layers[top] {
    case .form(var form):
      guard form.fields[form.focus].take(key, size: editorSize(form)) else {
        return key.key == .enter ? changeFocus(by: 1) : nil
      }
      form.touched(now: now)
      layers[top] = .form(form)
      return formTouched() + lookHere()
    case .handover(let screen):
      return screen.context == .handoverText ? type(key, in: screen) : nil
    case .palette(var palette):
      guard palette.input.handle(key) else { return nil }
      palette.selection = 0
      layers[top] = .palette(palette)
      return []
    case .search(var search):
      let old = search.input.text
      guard search.input.handle(key) else { return nil }
      layers[top] = .search(search)
      return old == search.input.text ? [] : searchFirst()
    case .handbook: return typeInHandbook { $0.handle(key) } ? [] : nil
    case .confirm(var dialog):
      guard dialog.input.handle(key) else { return nil }
      layers[top] = .confirm(dialog)
      return []
    case .reason(var dialog):
      guard dialog.input.handle(key) else { return nil }
      dialog.problem = nil
      layers[top] = .reason(dialog)
      return []
    case .detail, .help, .access, .report, .tour, .pane, .retention: return nil
    }
  }

  /// The longest paste that a field takes, in bytes: some thirty pages.
  static let longestPaste = 100_000

  /// Pasted text goes where text is typed, and nowhere else: a paste never runs a command.
  mutating func paste(_ text: String) -> [Effect] {
    message = nil
    pendingKeys = []
    if refusesWhileSaving() { return [] }
    guard !isTooSmall, takesText, let top = layers.indices.last else {
      say(
        Phrase(
          sv: "Inklistrat utanför ett textfält: inget gjordes. Öppna ett formulär och klistra där.",
          en: "Pasted outside a text field: nothing was done. Open a form and paste there."),
        .warning)
      return []
    }
    guard text.utf8.count <= Self.longestPaste else {
      say(
        Phrase(
          sv:
            "Det inklistrade är för långt (\(text.utf8.count) byte; högst \(Self.longestPaste) ryms). Inget klistrades in.",
          en:
            "What was pasted is too long (\(text.utf8.count) bytes; \(Self.longestPaste) fit). Nothing was pasted."
        ),
        .warning)
      return []
    }
    switch layers[top] {
    case .form(var form):
      form.fields[form.focus].insert(text)
      form.touched(now: now)
      layers[top] = .form(form)
      return formTouched() + lookHere()
    case .handover(let screen): return insert(text, in: screen)
    case .palette(var palette):
      palette.input.insert(text)
      palette.selection = 0
      layers[top] = .palette(palette)
    case .search(var search):
      search.input.insert(text)
      layers[top] = .search(search)
      return searchFirst()
    case .handbook:
      _ = typeInHandbook {
        $0.insert(text)
        return true
      }
    case .confirm(var dialog):
      dialog.input.insert(text)
      layers[top] = .confirm(dialog)
    case .reason(var dialog):
      dialog.input.insert(text)
      dialog.problem = nil
      layers[top] = .reason(dialog)
    case .detail, .help, .access, .report, .tour, .pane, .retention: break
    }
    return []
  }

  /// Looks for tips or persons like the one being typed, one question at a time.
  mutating func formTouched() -> [Effect] {
    guard case .form(var form)? = layers.last, form.findsLikeness,
      form.likenessAsked == form.likenessAnswered
    else { return [] }
    form.likenessAsked = form.likenessGeneration
    layers[layers.count - 1] = .form(form)
    return [findLike(form)]
  }

  func findLike(_ form: ActionForm) -> Effect {
    .findLike(
      form: form.key, action: form.spec.id, form.typed(now: now),
      generation: form.likenessGeneration)
  }

  /// Searches for what is typed, for as many hits as are shown: the rows of more may have to be read
  /// from the disk.
  private mutating func searchFirst() -> [Effect] {
    search {
      $0.limit = $1
      $0.isGrowing = false
    }
  }

  /// Searches for further hits, where there may be more and they are soon to be shown.
  mutating func searchFurther() -> [Effect] {
    guard case .search(let shown)? = layers.last, shown.hasMore,
      shown.answered == shown.generation,
      shown.results.count - (shown.selectedIndex ?? 0) <= searchHeight
    else { return [] }
    return search { search, _ in
      search.limit += SearchOverlay.step
      search.isGrowing = true
    }
  }

  /// Where the search lies among the layers; nil where none is open.
  var searchIndex: Int? {
    layers.lastIndex { if case .search = $0 { true } else { false } }
  }

  /// Searches anew for what is typed, wherever the search lies among the layers.
  mutating func searchAgain() -> [Effect] { search { _, _ in } }

  private mutating func search(
    _ prepare: (inout SearchOverlay, _ height: Int) -> Void
  ) -> [Effect] {
    guard let index = searchIndex, case .search(var search) = layers[index] else { return [] }
    prepare(&search, searchHeight)
    searchCount += 1
    search.generation = searchCount
    layers[index] = .search(search)
    return [.search(search.input.text, limit: search.limit + 1, generation: search.generation)]
  }

  /// The keys of a command in a context, for hints: "g u".
  func keyText(_ id: CommandID, in context: CommandContext) -> String {
    let keys = setup.keymap.keys(for: id, in: context)
    let found = keys.isEmpty ? setup.keymap.keys(for: id, in: nil) : keys
    guard let first = found.first else { return ":" + id.rawValue }
    return first.map(\.label).joined(separator: " ")
  }

  mutating func mouse(_ event: MouseEvent) -> [Effect] {
    guard !isTooSmall else { return [] }
    switch event.kind {
    case .scrollUp: return run("move.up")
    case .scrollDown: return run("move.down")
    case .press, .doubleClick: break
    default: return []
    }
    message = nil
    switch layers.last {
    case .handover(let screen)?:
      mouse(event, in: screen)
      return []
    case .form(let form)?:
      if let index = formFieldIndex(at: event.at), index != form.focus { changeFocus(to: index) }
      return []
    case nil:
      for (id, rect) in paneRects where rect.contains(event.at) {
        focus = id
        let line = event.at.row - rect.row - 1
        guard line >= 0, line < listHeight(of: id) else { return [] }
        select(line: line, in: id)
        return event.kind == .doubleClick && disabledReason("view.open") == nil
          ? run("view.open") : []
      }
      return []
    default: return []
    }
  }
}

extension ActionFormField {
  /// Gives a key to the field. False where it had no use for it.
  mutating func take(_ key: KeyStroke, size: Size) -> Bool {
    switch entry {
    case .line(var field):
      guard key.key != .enter, field.handle(key) else { return false }
      entry = .line(field)
      return true
    case .text(var editor):
      editor.layout(size)
      guard editor.handle(key) else { return false }
      entry = .text(editor)
      return true
    case .choice, .choices, .flag: return pick(key)
    }
  }

  /// Takes pasted text.
  mutating func insert(_ text: String) {
    switch entry {
    case .line(var field):
      field.insert(text)
      entry = .line(field)
    case .text(var editor):
      editor.insert(text)
      entry = .text(editor)
    case .choice, .choices, .flag: break
    }
  }
}
