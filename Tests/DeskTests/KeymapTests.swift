import Casework
import Desk
import Terminal
import Testing

@Suite("Keymaps")
struct KeymapTests {
  private func keymap(_ files: String...) -> Keymap {
    KeymapLoader.load(files.enumerated().map { ConfigSource(name: "\($0).yaml", text: $1) }).keymap
  }

  private func found(_ keys: String, _ place: CommandContext, in keymap: Keymap) throws -> String {
    switch keymap.lookup(try KeyStroke.sequence(keys), in: place.chain) {
    case .command(let id): id.rawValue
    case .pending(let next):
      "… " + next.map { "\($0.key)=\($0.title.sv)" }.joined(separator: " ")
    case .none: "–"
    }
  }

  @Test("every wrong entry is told with its place, and the others count")
  func transcripts() throws {
    let names = try ConfigTranscript.files("keymap-")
    #expect(names.count >= 20)
    for name in names {
      let transcript = ConfigTranscript.ofKeymap(try ConfigTranscript.source(name))
      let expected = try ConfigTranscript.expected(name)
      #expect(transcript == expected, "\(name)")
    }
  }

  @Test("nothing is wrong with the keymaps that the program brings", arguments: KeymapLoader.names)
  func builtIn(name: String) {
    #expect(KeymapLoader.load([], over: name).diagnostics == [])
  }

  @Test("every command has a key or stands in the palette", arguments: KeymapLoader.names)
  func everythingIsReachable(name: String) {
    let keymap = KeymapLoader.load([], over: name).keymap
    for command in CommandRegistry.all {
      let isBound = !keymap.keys(for: command.id, in: nil).isEmpty
      #expect(isBound || command.isInPalette, "\(command.id)")
      // What is done with records is reached through what they can do, not by a key each.
      #expect(isBound || command.group == .records, "\(command.id)")
    }
  }

  @Test(
    "what default has a key for in a place has one in vi and emacs", arguments: ["vi", "emacs"])
  func nothingIsLost(name: String) {
    let usual = KeymapLoader.load([]).keymap
    let keymap = KeymapLoader.load([], over: name).keymap
    for command in CommandRegistry.all {
      for place in CommandContext.allCases
      where !usual.keys(for: command.id, heardIn: place.chain).isEmpty {
        let keys = keymap.keys(for: command.id, heardIn: place.chain)
        #expect(!keys.isEmpty, "\(command.id) in \(place)")
      }
    }
  }

  @Test(
    "every indispensable command has a key in each of its places", arguments: KeymapLoader.names)
  func indispensable(name: String) {
    let keymap = KeymapLoader.load([], over: name).keymap
    for one in CommandRegistry.indispensable {
      #expect(CommandRegistry.command(one.id) != nil)
      for place in one.places {
        #expect(
          !keymap.keys(for: one.id, heardIn: place.chain).isEmpty, "\(one.id) in \(place)")
      }
    }
  }

  @Test(
    "vi and emacs have their own keys where nothing is typed",
    arguments: [
      ("vi", "h", CommandContext.list, "pane.previous"), ("vi", "l", .list, "pane.next"),
      ("vi", "<C-f>", .detail, "move.pageDown"), ("vi", "<C-b>", .list, "move.pageUp"),
      ("vi", "n", .list, "search.next"), ("vi", "N", .detail, "search.previous"),
      ("vi", "g g", .list, "move.first"), ("vi", "G", .list, "move.last"),
      ("vi", "Z Z", .detail, "desk.quit"), ("vi", "C", .text, "–"), ("vi", "j", .text, "–"),
      ("vi", "/", .list, "view.search"), ("vi", "o", .list, "tip.new"),
      ("emacs", "<C-n>", .list, "move.down"), ("emacs", "<C-p>", .list, "move.up"),
      ("emacs", "<C-p>", .text, "–"), ("emacs", "<C-v>", .list, "move.pageDown"),
      ("emacs", "<M-v>", .help, "move.pageUp"), ("emacs", "<M->>", .list, "move.last"),
      ("emacs", "<C-s>", .list, "view.search"), ("emacs", "<C-s>", .search, "move.down"),
      ("emacs", "<C-x> <C-s>", .text, "form.save"), ("emacs", "<C-x> <C-c>", .list, "desk.quit"),
      ("emacs", "<C-x> <C-c>", .text, "desk.quit"), ("emacs", "<C-x> k", .text, "form.discard"),
      ("emacs", "<C-g>", .text, "form.cancel"), ("emacs", "<C-g>", .dialog, "dialog.cancel"),
      ("emacs", "<C-g>", .detail, "view.back"), ("emacs", "<M-x>", .text, "view.palette"),
    ])
  func shipped(name: String, keys: String, place: CommandContext, meaning: String) throws {
    #expect(try found(keys, place, in: KeymapLoader.load([], over: name).keymap) == meaning)
  }

  @Test("no character that is typed runs a command in a text field", arguments: KeymapLoader.names)
  func typing(name: String) {
    let keymap = KeymapLoader.load([], over: name).keymap
    for place in [CommandContext.text, .palette, .search, .dialog] {
      for scalar in (0x20...0x17F).compactMap(Unicode.Scalar.init) {
        let key = KeyStroke(.character(Character(scalar)))
        guard case .none = keymap.lookup([key], in: place.chain) else {
          Issue.record("\(key) in \(place)")
          continue
        }
      }
    }
  }

  @Test("no key that starts what can't be taken back also confirms it")
  func confirmation() {
    let keymap = KeymapLoader.load([]).keymap
    let confirming = keymap.keys(for: "dialog.confirm", in: .dialog)
    for id in CommandRegistry.all.filter({ $0.risk == .irreversible }).map(\.id) + ["desk.quit"] {
      #expect(keymap.keys(for: id, in: nil).allSatisfy { !confirming.contains($0) }, "\(id)")
    }
  }

  @Test(
    "keys mean what the nearest context that hears them says",
    arguments: [
      ("n", CommandContext.list, "tip.new"), ("n", .detail, "tip.new"), ("n", .help, "–"),
      ("?", .list, "view.help"), ("?", .help, "view.back"), ("?", .form, "–"), ("?", .text, "–"),
      ("<F1>", .text, "view.help"), ("<F1>", .dialog, "–"),
      ("<C-p>", .text, "view.palette"), ("<C-p>", .palette, "move.up"),
      ("<C-s>", .text, "form.save"), ("<C-s>", .form, "form.save"), ("<C-s>", .list, "–"),
      ("<Tab>", .text, "form.next"), ("<Tab>", .list, "pane.next"),
      ("<Down>", .form, "form.next"), ("<Down>", .text, "–"), ("<Down>", .list, "move.down"),
      ("<Space>", .form, "form.toggle"), ("<Space>", .text, "–"),
      ("<Esc>", .text, "form.cancel"), ("<Esc>", .dialog, "dialog.cancel"),
      ("<Esc>", .search, "view.back"), ("<Enter>", .text, "–"), ("Q", .list, "desk.quit"),
      ("Q", .form, "–"), ("<C-q>", .text, "desk.quit"), ("<C-q>", .dialog, "–"),
      ("g t", .list, "view.tips"), ("g t", .form, "–"), ("g g", .list, "move.first"),
      ("g x", .list, "–"), ("g", .text, "–"),
      (
        "g", .list,
        "… g=Först l=Åtkomstlogg k=Gallring K=Gallra i förtid … j=Jourbordet t=Alla tips a=Ärenden f=Frister m=Sortera tips n=Sedan mitt förra pass e=Arbetspasset p=Polisanmälningar s=Statistik r=Uppslagsverk o=Ordlista h=Handläggare u=Utkast"
      ),
      ("h", .list, "… n=Registrera handläggare r=Ändra handläggare x=Avsluta handläggare"),
    ])
  func lookups(keys: String, place: CommandContext, meaning: String) throws {
    #expect(try found(keys, place, in: KeymapLoader.load([]).keymap) == meaning)
  }

  @Test("config.yaml chooses the keymap, and is laid under the officer's own keys")
  func chosen() throws {
    let (settings, diagnostics) = SettingsLoader.load([
      ConfigSource(name: "site", text: "keymap: emacs\nquietHours: 21-7\n"),
      ConfigSource(name: "own", text: "keymap: vi\nquietHours: 22.30–06.00\nnotifyAcute: yes\n"),
    ])
    #expect(diagnostics == [])
    #expect(settings.keymap == "vi" && settings.acuteNotice == .osc9)
    #expect(settings.quietHours == QuietHours("22:30-6"))
    let source = ConfigSource(name: "own", text: "list:\n  tip.new: n\n")
    let (keymap, troubles) = KeymapLoader.load([source], over: settings.keymap)
    #expect(troubles == [])
    #expect(try found("n", .list, in: keymap) == "tip.new")
    #expect(try found("N", .list, in: keymap) == "search.previous")
  }

  @Test("How long the house waits is the site's to say, in whole hours and days within reason")
  func routines() {
    let (settings, diagnostics) = SettingsLoader.load(
      [
        ConfigSource(name: "/site/config.yaml", text: "handoverHours: 12\npoliceSilenceDays: 21\n"),
        ConfigSource(name: "/own/config.yaml", text: "handoverHours: 48\n"),
      ], own: "/own")
    #expect(settings.routines.handoverHours == 12 && settings.routines.policeSilenceDays == 21)
    #expect(
      diagnostics.map { $0.text(.sv) } == [
        "/own/config.yaml:1:1: ”handoverHours” gäller för alla och sätts bara i "
          + "/etc/samjour/config.yaml"
      ])
    let wrong = SettingsLoader.load([
      ConfigSource(name: "c", text: "handoverHours: 0\npoliceSilenceDays: två veckor\n")
    ])
    #expect(wrong.settings.routines == Routines())
    #expect(
      wrong.diagnostics.map { $0.text(.sv) } == [
        "c:1:16: här ska stå ett heltal från 1 till 168",
        "c:2:20: här ska stå ett heltal från 1 till 365",
      ])
  }

  @Test("what is wrong in config.yaml is told, and the rest counts")
  func wrongChoices() {
    let (settings, diagnostics) = SettingsLoader.load([
      ConfigSource(
        name: "c", text: "keymap: vim\nquietHours: 22-26\nnotifyAcute: perhaps\nkeymapp: vi\n"),
      ConfigSource(name: "d", text: "- vi\n"),
      ConfigSource(name: "e", text: "notifyAcute: yes\nquietHours: [22, 6]\n"),
    ])
    #expect(
      diagnostics.map { $0.text(.sv) } == [
        "c:1:9: okänd tangentkarta ”vim”; de som finns är default, vi, emacs",
        "c:2:13: tysta timmar skrivs ”22.00–06.00”, eller ”no” för inga",
        "c:3:14: här ska stå ”yes”, ”osc777” eller ”no”",
        "c:4:1: okänd nyckel ”keymapp”; menade du ”keymap”?",
        "d:1:1: filen ska ha rader som ”keymap: vi”",
        "e:2:13: tysta timmar skrivs ”22.00–06.00”, eller ”no” för inga",
      ])
    #expect(settings.keymap == "default" && settings.quietHours == nil)
    #expect(settings.acuteNotice == .osc9)
  }

  @Test("a later file replaces a command's keys in a context and leaves the others")
  func layers() throws {
    let keymap = keymap(
      "list:\n  tip.new: [N, F6]\n  tip.take: T\n", "list:\n  tip.new: i\n")
    #expect(try found("i", .list, in: keymap) == "tip.new")
    #expect(try found("N", .list, in: keymap) == "–")
    #expect(try found("n", .list, in: keymap) == "–")
    #expect(try found("n", .detail, in: keymap) == "tip.new")
    #expect(try found("T", .list, in: keymap) == "tip.take")
    #expect(try found("s", .list, in: keymap) == "tip.assess")
  }

  @Test("a later file takes a key from the command that had it, and sequences that it begins")
  func taking() throws {
    let keymap = keymap("list:\n  tip.new: s\n  tip.take: g\n  tip.note: n n\n")
    #expect(try found("s", .list, in: keymap) == "tip.new")
    #expect(keymap.keys(for: "tip.assess", in: .list) == [])
    #expect(try found("g", .list, in: keymap) == "tip.take")
    #expect(try found("g g", .list, in: keymap) == "–")
    #expect(try found("g g", .detail, in: keymap) == "move.first")
    #expect(try found("n", .list, in: keymap) == "… n=Anteckna")
  }

  @Test("keys may be swapped in any order, also those of indispensable commands")
  func swapping() throws {
    for text in [
      "form:\n  form.save: C-x\n  form.discard: C-s\n  form.cancel: [F3]\n",
      "form:\n  form.discard: C-s\n  form.cancel: [F3]\n  form.save: C-x\n",
    ] {
      let (keymap, diagnostics) = KeymapLoader.load([ConfigSource(name: "k", text: text)])
      #expect(diagnostics == [])
      #expect(try found("<C-x>", .text, in: keymap) == "form.save")
      #expect(try found("<C-s>", .form, in: keymap) == "form.discard")
      #expect(try found("<F3>", .text, in: keymap) == "form.cancel")
    }
  }

  @Test("an indispensable command can't be hidden behind keys of a nearer context")
  func hiding() throws {
    let text = "list:\n  tip.note: [C-q, Q]\n  tip.new: N\n"
    let (keymap, diagnostics) = KeymapLoader.load([ConfigSource(name: "k", text: text)])
    #expect(diagnostics.map { $0.text(.en).prefix(6) } == ["k:2:3:"])
    #expect(try found("Q", .list, in: keymap) == "desk.quit")
    #expect(try found("a", .list, in: keymap) == "tip.note")
    #expect(try found("N", .list, in: keymap) == "tip.new")
  }

  @Test("the keys of a command in a place are those that run it there")
  func heard() throws {
    let keymap = keymap("list:\n  tip.new: [F1, n]\n")
    func heard(_ id: CommandID, _ place: CommandContext) -> [String] {
      keymap.keys(for: id, heardIn: place.chain).map { $0.map(\.description).joined() }
    }
    #expect(heard("view.help", .list) == ["?"])
    #expect(heard("view.help", .detail) == ["?", "<F1>"])
    #expect(heard("view.help", .form) == ["<F1>"])
    #expect(heard("form.save", .text) == ["<C-s>", "<F2>"])
    #expect(heard("view.help", .dialog) == [])
    #expect(keymap.keys(for: "view.help", in: nil).count == 2)
    #expect(keymap.keys(for: "view.help", in: .list) == [])
  }

  @Test("a file that repeats itself without end is refused at once")
  func bombs() throws {
    var text = "a0: &a0 [n, n]\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    let bomb = KeymapLoader.load([ConfigSource(name: "k", text: text)])
    #expect(
      bomb.diagnostics.map { $0.text(.en) } == [
        "k:1:1: the file has too many aliases (*); write the values out"
      ])
    let key = "? &a [[[n]]]\n: x\n? [*a, *a, *a]\n: y\n"
    #expect(KeymapLoader.load([ConfigSource(name: "k", text: key)]).diagnostics.count == 2)
  }

  @Test("a file of any depth is read or refused", arguments: [10, 100, 900, 100_000])
  func depth(levels: Int) throws {
    let open = String(repeating: "[", count: levels)
    let close = String(repeating: "]", count: levels)
    let text = "list:\n  tip.new: \(open)n\(close)\n  tip.take: T\n"
    #expect(!KeymapLoader.load([ConfigSource(name: "k", text: text)]).diagnostics.isEmpty)
  }

  @Test("a file of many values is not read to its end")
  func size() throws {
    let text = "list:\n  tip.new: [" + String(repeating: "n,", count: 60_000) + "n]\n"
    let diagnostics = KeymapLoader.load([ConfigSource(name: "k", text: text)]).diagnostics
    #expect(diagnostics.contains { $0.text(.en).hasSuffix("the rest is not read") })
  }
}
