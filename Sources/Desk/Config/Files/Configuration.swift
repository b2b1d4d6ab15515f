/// The keys and screens of a desk, and what is wrong with the files they come from.
public struct Configuration: Sendable {
  /// The keys.
  public let keymap: Keymap
  /// The screens by name.
  public let screens: [String: ScreenSpec]
  /// What else the officer has chosen.
  public let settings: Settings
  /// Everything that is wrong, file by file.
  public let diagnostics: [Diagnostic]

  /// Lays the files of some directories over what the program brings, the later over the earlier:
  /// `/etc/samjour`, then `$XDG_CONFIG_HOME/samjour`. In each `config.yaml`, `keymap.yaml` and
  /// `screens/*.yaml` are read where they exist. `keymap` is one of ``KeymapLoader/names`` and goes
  /// before what `config.yaml` says.
  public static func load(directories: [String], keymap: String? = nil) -> Configuration {
    var choices: [ConfigSource] = []
    var keymaps: [ConfigSource] = []
    var diagnostics: [Diagnostic] = []
    func read(_ path: String, into sources: inout [ConfigSource]) {
      do throws(Diagnostic) {
        if let source = try ConfigSource.read(path: path) { sources.append(source) }
      } catch {
        diagnostics.append(error)
      }
    }
    for directory in directories {
      read(directory + "/config.yaml", into: &choices)
      read(directory + "/keymap.yaml", into: &keymaps)
    }
    let (screens, unreadable) = ConfigSource.folder("screens", in: directories)
    diagnostics += unreadable
    // Of two directories the first is the site's.
    let own = directories.count > 1 ? directories.last : nil
    let chosen = SettingsLoader.load(choices, own: own)
    let keys = KeymapLoader.load(keymaps, over: keymap ?? chosen.settings.keymap)
    let shown = ScreenLoader.load(screens)
    return Configuration(
      keymap: keys.keymap, screens: shown.screens, settings: chosen.settings,
      diagnostics: diagnostics + chosen.diagnostics + keys.diagnostics + shown.diagnostics)
  }
}
