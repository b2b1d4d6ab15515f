import Desk
import Foundation

/// Where keymaps and screens are looked for.
enum ConfigDirectories {
  /// The site's, then the officer's own, which has the last word.
  static var all: [String] {
    [site] + [own].compactMap(\.self)
  }

  /// The site's, for everybody.
  static let site = "/etc/samjour"

  /// The officer's own.
  private static var own: String? {
    let home =
      Environment.directory("XDG_CONFIG_HOME")
      ?? Environment.directory("HOME").map { $0 + "/.config" }
    return home.map { $0 + "/samjour" }
  }

  /// Where the desk writes what is the officer's alone.
  static var files: OfficerFiles {
    OfficerFiles(configuration: own, state: state.map { $0 + "/samjour" })
  }

  /// Where the officer's state is kept between one desk and the next.
  static var state: String? {
    Environment.directory("XDG_STATE_HOME")
      ?? Environment.directory("HOME").map { $0 + "/.local/state" }
  }

  /// A directory of the officer's own for text that is open in an editor: gone after a restart
  /// where the system has one like that.
  static var forEditing: String? {
    if let path = Environment.directory("XDG_RUNTIME_DIR"), isOwn(path) { return path }
    guard let state else { return nil }
    let path = state + "/samjour"
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
