import Casework
import Desk
import Foundation
import Terminal

/// What came of reading a configuration file, as text that can be kept beside it and compared: the
/// diagnostics in both languages, then what is in force.
enum ConfigTranscript {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Config")

  /// The files of the folder whose names begin so.
  static func files(_ prefix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix(prefix) && $0.hasSuffix(".yaml") }.sorted()
  }

  static func source(_ name: String) throws -> ConfigSource {
    let bytes = try Data(contentsOf: folder.appending(path: name))
    return try ConfigSource(name: name, bytes: bytes)
  }

  static func expected(_ name: String) throws -> String {
    let transcript = name.replacing(".yaml", with: ".txt")
    return try String(contentsOf: folder.appending(path: transcript), encoding: .utf8)
  }

  /// The diagnostics of a keymap, and every binding that differs from the built-in.
  static func ofKeymap(_ source: ConfigSource) -> String {
    let builtIn = KeymapLoader.load([]).keymap
    let (keymap, diagnostics) = KeymapLoader.load([source])
    var lines = of(diagnostics)
    for context in CommandContext.allCases {
      for command in CommandRegistry.all {
        let old = keys(builtIn, command.id, context)
        let new = keys(keymap, command.id, context)
        if old != new { lines.append("\(context) \(command.id): \(old) → \(new)") }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func keys(_ keymap: Keymap, _ command: CommandID, _ context: CommandContext) -> String {
    let keys = keymap.keys(for: command, in: context)
      .map { $0.map(\.description).joined(separator: " ") }
    return keys.isEmpty ? "–" : keys.joined(separator: ", ")
  }

  /// The diagnostics of a screen file, and every screen that differs from the built-in.
  static func ofScreen(_ source: ConfigSource) -> String {
    let builtIn = ScreenLoader.load([]).screens
    let (screens, diagnostics) = ScreenLoader.load([source])
    var lines = of(diagnostics)
    for (name, screen) in screens.sorted(by: { $0.key < $1.key }) where screen != builtIn[name] {
      lines.append("\(name) “\(screen.title.sv)” “\(screen.title.en)”")
      lines += tree(screen.root, indent: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func tree(_ tree: PaneTree, indent: String) -> [String] {
    switch tree {
    case .split(let axis, let parts):
      return ["\(indent)\(axis)"]
        + parts.flatMap { part in
          ["\(indent)  \(part.0):"] + self.tree(part.1, indent: indent + "    ")
        }
    case .pane(let pane):
      let title = pane.title.map { " “\($0.sv)” “\($0.en)”" } ?? ""
      let rows = [pane.unit?.rawValue, pane.filter, pane.sort].compactMap { $0 }
      return [
        "\(indent)\(pane.id): \(pane.list)\(title) \(rows.joined(separator: " "))",
        "\(indent)  \(pane.columns.joined(separator: " "))",
      ]
    }
  }

  private static func of(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.flatMap { [$0.text(.sv), $0.text(.en)] }
  }
}
