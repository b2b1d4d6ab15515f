extension ConfigSource {
  /// The keymap that the program brings: Keymaps/default.yaml.
  public static let builtInKeymap = embedded(
    "Keymaps/default.yaml", PackageResources.default_yaml)

  /// The keymaps that may be laid over it, by name: Keymaps/vi.yaml and emacs.yaml.
  static let keymapOverlays = [
    "vi": embedded("Keymaps/vi.yaml", PackageResources.vi_yaml),
    "emacs": embedded("Keymaps/emacs.yaml", PackageResources.emacs_yaml),
  ]

  /// The screens that the program brings: Screens/*.yaml.
  public static let builtInScreens = [
    embedded("Screens/duty.yaml", PackageResources.duty_yaml),
    embedded("Screens/triage.yaml", PackageResources.triage_yaml),
    embedded("Screens/news.yaml", PackageResources.news_yaml),
    embedded("Screens/tips.yaml", PackageResources.tips_yaml),
    embedded("Screens/case.yaml", PackageResources.case_yaml),
    embedded("Screens/clocks.yaml", PackageResources.clocks_yaml),
    embedded("Screens/officers.yaml", PackageResources.officers_yaml),
    embedded("Screens/drafts.yaml", PackageResources.drafts_yaml),
    embedded("Screens/shift.yaml", PackageResources.shift_yaml),
    embedded("Screens/police.yaml", PackageResources.police_yaml),
    embedded("Screens/statistics.yaml", PackageResources.statistics_yaml),
  ]

  /// The handbook's files that the program brings: Reference/*.yaml.
  public static let builtInReference = [
    embedded("Reference/laws.yaml", PackageResources.laws_yaml),
    embedded("Reference/directory.yaml", PackageResources.directory_yaml),
    embedded("Reference/words.yaml", PackageResources.words_yaml),
    embedded("Reference/routines.yaml", PackageResources.routines_yaml),
  ]

  private static func embedded(_ name: String, _ bytes: [UInt8]) -> ConfigSource {
    ConfigSource(name: name, text: String(decoding: bytes, as: UTF8.self))
  }
}
