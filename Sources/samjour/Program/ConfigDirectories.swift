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

  /// Where what the store would not take is kept until the desk is opened next.
  static var rescue: String { state ?? Environment.home + "/.local/state" }

  /// A directory of the officer's own for text that is open in an editor: gone after a restart
  /// where the system has one like that.
  static var forEditing: String? {
    if let path = Environment.directory("XDG_RUNTIME_DIR"), PrivateFile.isOwnDirectory(path) {
      return path
    }
    guard let state else { return nil }
    let path = state + "/samjour"
    return PrivateFile.makeDirectory(path) ? path : nil
  }
}
