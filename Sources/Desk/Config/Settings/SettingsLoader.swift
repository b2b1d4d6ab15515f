import Casework

/// Reads `config.yaml` files: the site's, then the officer's, which has the last word.
public enum SettingsLoader {
  private static let known = [
    "keymap", "quietHours", "notifyAcute", "handoverHours", "policeSilenceDays",
  ]

  /// What is chosen, and everything that is wrong with the files. What is wrong is left out alone.
  /// `own` is the officer's directory: what holds for everybody is not said there.
  public static func load(
    _ sources: [ConfigSource], own: String? = nil
  ) -> (settings: Settings, diagnostics: [Diagnostic]) {
    var settings = Settings()
    var diagnostics: [Diagnostic] = []
    for source in sources {
      var report = ConfigReport(source.name)
      if let root = ConfigReader.read(source, into: &report) {
        let isOwn = own.map { source.name.hasPrefix($0 + "/") } ?? false
        read(root, isOwn: isOwn, into: &settings, &report)
      }
      diagnostics += report.sorted
    }
    return (settings, diagnostics)
  }

  /// The routines that the `config.yaml` of the site's directory sets; what is wrong in it is for
  /// `check-config` to tell.
  public static func routines(of directory: String) -> Routines {
    guard let source = try? ConfigSource.read(path: directory + "/config.yaml") else {
      return Routines()
    }
    return load([source]).settings.routines
  }

  private static func read(
    _ root: ConfigNode, isOwn: Bool, into settings: inout Settings, _ report: inout ConfigReport
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
    readRoutine(
      fields["handoverHours"], Routines.handoverRange, isOwn: isOwn,
      into: &settings.routines.handoverHours,
      &report)
    readRoutine(
      fields["policeSilenceDays"], Routines.policeSilenceRange, isOwn: isOwn,
      into: &settings.routines.policeSilenceDays, &report)
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

  private static func readRoutine(
    _ entry: ConfigNode.Entry?, _ range: ClosedRange<Int>, isOwn: Bool, into value: inout Int,
    _ report: inout ConfigReport
  ) {
    guard let entry else { return }
    guard !isOwn else {
      report.add(
        entry.place,
        Phrase(
          sv: "\(quoted(entry.key)) gäller för alla och sätts bara i /etc/samjour/config.yaml",
          en: "\(englishQuoted(entry.key)) holds for everybody: /etc/samjour/config.yaml alone"))
      return
    }
    guard let number = entry.value.text.flatMap({ Int($0) }), range.contains(number) else {
      report.add(
        entry.value.place,
        Phrase(
          sv: "här ska stå ett heltal från \(range.lowerBound) till \(range.upperBound)",
          en: "here is to stand a whole number from \(range.lowerBound) to \(range.upperBound)"))
      return
    }
    value = number
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
