import ArgumentParser
import Casework
import Foundation

extension Casework.Language: ExpressibleByArgument {}

extension Casework.Language {
  /// The language of the locale; Swedish where it is neither.
  static var ofLocale: Casework.Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Environment.value).first
    return locale?.hasPrefix("en") == true ? .en : .sv
  }
}

extension Phrase {
  /// The words in the language of the locale: for help, which is made before options are read.
  var local: String { self[.ofLocale] }
}

extension ArgumentHelp {
  /// Help in the language of the locale.
  init(sv: String, en: String, valueName: String? = nil) {
    self.init(Phrase(sv: sv, en: en).local, valueName: valueName)
  }
}
