import Casework

/// Reads `config.yaml` files: the site's, then the officer's, which has the last word.
public enum SettingsLoader {
  private static let known = ["keymap", "quietHours", "notifyAcute"]

  /// What is chosen, and everything that is wrong with the files. What is wrong is left out alone.
  public static func load(
    _ sources: [ConfigSource]
  ) -> (settings: Settings, diagnostics: [Diagnostic]) {
    var settings = Settings()
    var diagnostics: [Diagnostic] = []
    for source in sources {
      var report = ConfigReport(source.name)
      if let root = ConfigReader.read(source, into: &report) {
        read(root, into: &settings, &report)
      }
      diagnostics += report.sorted
    }
    return (settings, diagnostics)
  }

  private static func read(
    _ root: ConfigNode, into settings: inout Settings, _ report: inout ConfigReport
  ) {
    guard let entries = root.entries else {
      report.add(
        root.place,
        Phrase(
          sv: "filen ska ha rader som ”keymap: vi”", en: "the file is to have lines: “keymap: vi”"))
      return
    }
    let fields = Fields(entries, known: known, &report)
    if let entry = fields["keymap"] { readKeymap(entry, into: &settings, &report) }
    if let entry = fields["quietHours"] {
      let text = entry.value.text ?? ""
      let hours = QuietHours(text)
      if hours != nil || text == "no" {
        settings.quietHours = hours
      } else {
        report.add(
          entry.value.place,
          Phrase(
            sv: "tysta timmar skrivs ”22.00–06.00”, eller ”no” för inga",
            en: "quiet hours are written “22.00–06.00”, or “no” for none"))
      }
    }
    if let entry = fields["notifyAcute"] {
      switch entry.value.text {
      case "yes"?: settings.acuteNotice = .osc9
      case "osc777"?: settings.acuteNotice = .osc777
      case "no"?: settings.acuteNotice = nil
      default:
        report.add(
          entry.value.place,
          Phrase(
            sv: "här ska stå ”yes”, ”osc777” eller ”no”",
            en: "here is to stand “yes”, “osc777” or “no”"))
      }
    }
  }

  private static func readKeymap(
    _ entry: ConfigNode.Entry, into settings: inout Settings, _ report: inout ConfigReport
  ) {
    let name = entry.value.text ?? ""
    guard !KeymapLoader.names.contains(name) else {
      settings.keymap = name
      return
    }
    let known = KeymapLoader.names.joined(separator: ", ")
    report.add(
      entry.value.place,
      Phrase(
        sv: "okänd tangentkarta \(quoted(name)); de som finns är \(known)",
        en: "unknown keymap \(englishQuoted(name)); there are \(known)"))
  }
}
