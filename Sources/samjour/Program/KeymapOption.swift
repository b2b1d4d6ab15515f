import ArgumentParser
import Casework
import Desk
import TextSafety

/// Which of the shipped keymaps the officer's own keys are laid over.
struct KeymapOption: ParsableArguments {
  @Option(
    name: .long,
    help: .init(
      sv: "Tangenter: default, vi eller emacs. Annars keymap: i config.yaml.",
      en: "Keys: default, vi or emacs. Else keymap: in config.yaml.", valueName: "name"))
  var keymap: String?

  /// What the files say where no keymap is named here. Begun when it is first asked for.
  static let usual = Ahead { Configuration.load(directories: ConfigDirectories.all) }

  /// What the officer's and the site's files say, with this keymap.
  func configuration() throws -> Configuration {
    try configurationAhead().value()
  }

  /// The same, read on another thread while the store is opened.
  func configurationAhead() throws -> Ahead<Configuration> {
    if let keymap, !KeymapLoader.names.contains(keymap) {
      let known = KeymapLoader.names.joined(separator: ", ")
      throw Complaint(
        .usage, Phrase(sv: "--keymap är något av: \(known)", en: "--keymap is one of: \(known)"))
    }
    guard let keymap else { return Self.usual }
    return Ahead { Configuration.load(directories: ConfigDirectories.all, keymap: keymap) }
  }
}
