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

  @Test("nothing is wrong with the keymap that the program brings")
  func builtIn() {
    #expect(KeymapLoader.load([]).diagnostics == [])
  }

  @Test("every command has a key or stands in the palette")
  func everythingIsReachable() {
    let keymap = KeymapLoader.load([]).keymap
    for command in CommandRegistry.all {
      let isBound = !keymap.keys(for: command.id, in: nil).isEmpty
      #expect(isBound || command.isInPalette, "\(command.id)")
      // What is done with records is reached through what they can do, not by a key each.
      let isRecords = command.group == .records
      #expect(isBound || isRecords || command.contexts.contains(.global), "\(command.id)")
    }
  }

  @Test("every indispensable command has a key in each of its places")
  func indispensable() {
    let keymap = KeymapLoader.load([]).keymap
    for one in CommandRegistry.indispensable {
      #expect(CommandRegistry.command(one.id) != nil)
      for place in one.places {
        #expect(
          !keymap.keys(for: one.id, heardIn: place.chain).isEmpty, "\(one.id) in \(place)")
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
        "… g=Först l=Åtkomstlogg j=Jourbordet t=Alla tips a=Ärenden f=Frister h=Handläggare u=Utkast"
      ),
      ("h", .list, "… n=Registrera handläggare r=Ändra handläggare x=Avsluta handläggare"),
    ])
  func lookups(keys: String, place: CommandContext, meaning: String) throws {
    #expect(try found(keys, place, in: KeymapLoader.load([]).keymap) == meaning)
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
