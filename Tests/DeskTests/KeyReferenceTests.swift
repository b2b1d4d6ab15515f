import Casework
import Desk
import Foundation
import Testing

@Suite("The reference of keys")
struct KeyReferenceTests {
  @Test("every command stands in the reference, with its keys", arguments: KeymapLoader.names)
  func complete(name: String) {
    let keymap = KeymapLoader.load([], over: name).keymap
    let reference = KeyReference(keymap)
    for command in CommandRegistry.all {
      let lines = reference.sections.flatMap(\.lines).filter { $0.command.id == command.id }
      #expect(!lines.isEmpty, "\(command.id)")
      for context in CommandContext.allCases {
        let keys = keymap.keys(for: command.id, in: context)
        let shown = reference.sections.first { $0.context == context }?.lines
          .first { $0.command.id == command.id }?.keys
        #expect(shown ?? [] == keys, "\(command.id) in \(context)")
      }
      for language in Language.allCases {
        #expect(reference.markdown(language).contains("`\(command.id)`"))
      }
    }
  }

  @Test("the manual page has the keys as they are")
  func manualPage() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documentation/samjour.1")
    let text = try String(contentsOf: page, encoding: .utf8)
    let section = KeyReference(KeymapLoader.load([]).keymap).manual(.en)
    #expect(
      text.contains(section),
      "put what `samjour keys --format man --lang en` prints between COMMANDS and ENVIRONMENT")
  }
}
