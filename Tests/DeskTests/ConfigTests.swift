import Casework
import Desk
import Foundation
import Terminal
import Testing

@Suite("Configuration files and commands")
struct ConfigTests {
  private func reason(_ bytes: [UInt8]) -> String {
    do {
      return "read: \(try ConfigSource(name: "k", bytes: bytes).text)"
    } catch {
      return error.text(.en)
    }
  }

  @Test("a file is UTF-8, with or without a byte order mark")
  func encoding() {
    #expect(reason(Array("list:".utf8)) == "read: list:")
    #expect(reason([0xEF, 0xBB, 0xBF] + Array("å".utf8)) == "read: å")
    #expect(
      reason(Array("a: b\nå".utf8) + [0xE5, 0x20])
        == "k:2:2: here the file is not UTF-8; save it as UTF-8")
    #expect(
      reason(Array(repeating: 0x23, count: 1 << 20)).hasPrefix("read: "))
    #expect(
      reason(Array(repeating: 0x23, count: 1 << 20 + 1)) == "k: larger than 1 MB and not read")
  }

  @Test("a file that isn't there is nothing; one that can't be read is told")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "samjour-config-\(UUID().uuidString)")
    let screens = folder.appending(path: "screens")
    try FileManager.default.createDirectory(at: screens, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try ConfigSource.read(path: folder.path + "/keymap.yaml") == nil)
    #expect(throws: Diagnostic.self) { try ConfigSource.read(path: folder.path) }

    let keymap = folder.appending(path: "keymap.yaml")
    try Data("list:\n  tip.new: N\n  tip.tkae: T\n".utf8).write(to: keymap)
    let screen = screens.appending(path: "mine.yaml")
    try Data("screen: mine\nlayout: {pane: a, list: tips}\n".utf8).write(to: screen)
    try Data("not a screen".utf8).write(to: screens.appending(path: "notes.txt"))
    let configuration = Configuration.load(directories: ["/nowhere/at/all", folder.path])
    #expect(
      configuration.diagnostics.map { $0.text(.en) } == [
        "\(keymap.path):3:3: unknown command “tip.tkae”; did you mean “tip.take”?"
      ])
    #expect(
      configuration.screens.keys.sorted() == [
        "case", "clocks", "drafts", "duty", "mine", "news", "officers", "police", "shift",
        "statistics", "tips", "triage",
      ])
    #expect(configuration.keymap.keys(for: "tip.new", in: .list) == [[KeyStroke(.character("N"))]])
  }

  @Test("what a message quotes of a file is inert")
  func inert() {
    let source = ConfigSource(name: "\u{1B}[2J", text: "\"\\e[31m\\u202E\": x\n")
    for language in Language.allCases {
      let text = KeymapLoader.load([source]).diagnostics.map { $0.text(language) }.joined()
      #expect(!text.isEmpty)
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }

  @Test("every action has a command that bears its title and help")
  func actions() {
    for spec in ActionRegistry.all {
      let id: CommandID = spec.id == "tip.receive" ? "tip.new" : CommandID(rawValue: spec.id)
      let command = CommandRegistry.command(id)
      #expect(command?.help == spec.help, "\(spec.id)")
      // What is done with a record is named with the record's kind: several can be corrected.
      let named = spec.title.sv.dropFirst()
      #expect(
        command?.title == spec.title
          || command?.group == .records
            && command?.title.sv.hasSuffix(named) == true,
        "\(spec.id)")
    }
    #expect(CommandRegistry.command("tip.receive") == nil)
  }

  @Test("every command has a short title and one sentence of help, in both languages")
  func words() {
    let commands = CommandRegistry.all
    #expect(Set(commands.map(\.id)).count == commands.count)
    for command in commands {
      for language in Language.allCases {
        // Records' commands bear the kind's name and stand in no hint.
        let most = command.group == .records ? 60 : 25
        #expect((1...most).contains(command.title[language].count), "\(command.id)")
        #expect(command.help[language].hasSuffix("."), "\(command.id)")
      }
      #expect(!command.contexts.isEmpty, "\(command.id)")
    }
    for group in CommandGroup.allCases {
      #expect(commands.contains { $0.group == group }, "\(group)")
    }
  }

  @Test("keys are heard in a place and everywhere, but a question hears only its own")
  func chains() {
    #expect(CommandContext.text.chain == [.text, .form, .global])
    #expect(CommandContext.dialog.chain == [.dialog])
    for context in CommandContext.allCases where context != .dialog {
      #expect(context.chain.first == context && context.chain.last == .global)
    }
    let save = CommandRegistry.command("form.save")
    #expect(save?.applies(in: .text) == true && save?.applies(in: .list) == false)
    let quit = CommandRegistry.command("desk.quit")
    #expect(quit?.applies(in: .search) == true && quit?.applies(in: .dialog) == false)
  }
}
