import Foundation

/// Where keymaps and screens are looked for.
enum ConfigDirectories {
  /// The site's, then the officer's own, which has the last word.
  static var all: [String] {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let own = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return ["/etc/samjour"]
      + [own ?? home.map { $0 + "/.config" }].compactMap { $0 }.map {
        $0 + "/samjour"
      }
  }

  /// A directory of the officer's own for text that is open in an editor: gone after a restart
  /// where the system has one like that.
  static var forEditing: String? {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["XDG_RUNTIME_DIR"], path.hasPrefix("/"), isOwn(path) { return path }
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let base = state ?? environment["HOME"].map({ $0 + "/.local/state" }) else { return nil }
    let path = base + "/samjour"
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return isOwn(path) ? path : nil
  }

  /// Whether nobody else can read what is in there.
  private static func isOwn(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == getuid() && status.st_mode & 0o077 == 0
  }
}
