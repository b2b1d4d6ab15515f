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
    embedded("Screens/work.yaml", PackageResources.work_yaml),
    embedded("Screens/clocks.yaml", PackageResources.clocks_yaml),
    embedded("Screens/officers.yaml", PackageResources.officers_yaml),
    embedded("Screens/drafts.yaml", PackageResources.drafts_yaml),
  ]

  private static func embedded(_ name: String, _ bytes: [UInt8]) -> ConfigSource {
    ConfigSource(name: name, text: String(decoding: bytes, as: UTF8.self))
  }
}
