import Casework
import Terminal

/// Lays keymap files over each other: the built-in, then the site's, then the officer's.
public enum KeymapLoader {
  /// The names of the keymaps that the program brings, the usual first.
  public static let names = ["default"] + ConfigSource.keymapOverlays.keys.sorted(by: >)

  /// The keymap, and everything that is wrong with the files, in their order.
  ///
  /// A later file replaces a command's keys in a context, and takes the keys it gives from the
  /// commands that had them there. A command that is indispensable keeps its keys. `name` is one of
  /// ``names``; another counts as the usual.
  public static func load(
    _ sources: [ConfigSource], over name: String = "default"
  ) -> (keymap: Keymap, diagnostics: [Diagnostic]) {
    var (keymap, diagnostics) = builtIn
    for source in [ConfigSource.keymapOverlays[name]].compactMap(\.self) + sources {
      var (entries, report) = KeymapFile.read(source)
      keymap = applyKeepingIndispensable(entries, to: keymap, &report)
      diagnostics += report.sorted
    }
    return (keymap, diagnostics)
  }

  /// What the program brings, which is read once.
  private static let builtIn: (keymap: Keymap, diagnostics: [Diagnostic]) = {
    let (entries, report) = KeymapFile.read(.builtInKeymap)
    return (apply(entries, to: Keymap()), report.sorted)
  }()

  private static func apply(_ entries: [KeymapEntry], to old: Keymap) -> Keymap {
    var keymap = old
    for entry in entries { keymap.unbind(entry.command, in: entry.context) }
    for entry in entries {
      for keys in entry.keys { keymap.bind(keys, to: entry.command, in: entry.context) }
    }
    return keymap
  }

  /// Leaves out the entries that would put an indispensable command out of reach. The file counts as
  /// a whole, so that keys may be swapped in any order.
  private static func applyKeepingIndispensable(
    _ entries: [KeymapEntry], to old: Keymap, _ report: inout ConfigReport
  ) -> Keymap {
    var entries = entries
    while true {
      let new = apply(entries, to: old)
      guard let lost = unreachable(in: new, from: old) else { return new }
      let kept = old.keys(for: lost.command, heardIn: lost.place.chain)
      let guilty = entries.map { takesAway(lost, $0, kept) }
      for (entry, isGuilty) in zip(entries, guilty) where isGuilty {
        report.add(entry.place, words(entry, lost, kept))
      }
      guard guilty.contains(true) else { return old }
      entries = zip(entries, guilty).filter { !$0.1 }.map(\.0)
    }
  }

  private struct Lost {
    let command: CommandID
    let place: CommandContext
  }

  /// An indispensable command that has no key left in a place where it had one.
  private static func unreachable(in new: Keymap, from old: Keymap) -> Lost? {
    for one in CommandRegistry.indispensable {
      for place in one.places
      where new.keys(for: one.id, heardIn: place.chain).isEmpty
        && !old.keys(for: one.id, heardIn: place.chain).isEmpty
      {
        return Lost(command: one.id, place: place)
      }
    }
    return nil
  }

  private static func takesAway(_ lost: Lost, _ entry: KeymapEntry, _ kept: [[KeyStroke]]) -> Bool {
    guard lost.place.chain.contains(entry.context) else { return false }
    return entry.command == lost.command
      || entry.keys.contains { keys in kept.contains { $0.clashes(with: keys) } }
  }

  private static func words(_ entry: KeymapEntry, _ lost: Lost, _ kept: [[KeyStroke]]) -> Phrase {
    func list(_ keys: [[KeyStroke]], _ quoted: (String) -> String) -> String {
      keys.map { quoted($0.notation) }.joined(separator: ", ")
    }
    let reason = Phrase(
      sv: "\(lost.command) måste gå att nå i \(lost.place.rawValue)",
      en: "\(lost.command) must be within reach in \(lost.place.rawValue)")
    if entry.command == lost.command {
      return reason
        + Phrase(
          sv: "; \(list(kept, quoted)) gäller ändå", en: "; \(list(kept, englishQuoted)) is kept")
    }
    let wanted = entry.keys.filter { keys in kept.contains { $0.clashes(with: keys) } }
    return reason
      + Phrase(
        sv: "; \(entry.command) får inte \(list(wanted, quoted)) och behåller sina tangenter",
        en: "; \(entry.command) does not get \(list(wanted, englishQuoted)) and keeps its keys")
  }
}
