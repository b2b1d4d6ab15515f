import Casework
import Foundation

/// Lays the files of the handbook over what the program brings: the site's, then the officer's.
public enum HandbookLoader {
  /// The handbook, and everything that is wrong with the files `reference/*.yaml` of some
  /// directories, in their order. Reads the disk.
  public static func load(directories: [String]) -> (handbook: Handbook, diagnostics: [Diagnostic])
  {
    let (sources, unreadable) = ConfigSource.folder("reference", in: directories)
    let (handbook, diagnostics) = load(sources)
    return (handbook, unreadable + diagnostics)
  }

  /// The same from sources at hand.
  ///
  /// An entry of the program's own tables keeps its title and text, and a file adds to it; another
  /// is replaced by the later file.
  public static func load(
    _ sources: [ConfigSource], builtIn: [ConfigSource] = ConfigSource.builtInReference
  ) -> (handbook: Handbook, diagnostics: [Diagnostic]) {
    var entries = HandbookEntry.ofTheProgram
    var diagnostics: [Diagnostic] = []
    for source in builtIn + sources {
      var (items, report) = HandbookFile.read(source)
      for item in items { lay(item, over: &entries, &report) }
      diagnostics += report.sorted
    }
    return (Handbook(entries), diagnostics)
  }

  private static func lay(
    _ item: HandbookFile.Item, over entries: inout [HandbookEntry], _ report: inout ConfigReport
  ) {
    let index = entries.firstIndex { $0.id == item.id }
    if let index, entries[index].isOfTheProgram {
      if item.title != nil {
        report.add(
          item.place,
          Phrase(
            sv:
              "\(quoted(item.id.name)) hör till programmet och behåller sin titel; texten läggs till",
            en:
              "\(englishQuoted(item.id.name)) is the program's and keeps its title; the text is added"
          ))
      }
      entries[index] = entries[index].adding(item.passage)
      return
    }
    guard let title = item.title ?? index.map({ entries[$0].title }) else {
      report.add(
        item.place, Phrase(sv: "”title” saknas", en: "“title” is missing"))
      return
    }
    let entry = HandbookEntry(item.id, title: title, passages: [item.passage])
    if let index { entries[index] = entry } else { entries.append(entry) }
  }
}
