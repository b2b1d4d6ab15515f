import TextSafety

extension Officer {
  /// Whether words name this officer: the login, or first and last name in either order, among other
  /// words or alone, however they are spelt with capitals, marks, blanks and hyphens.
  func isNamed(in words: String) -> Bool {
    let typed = Self.words(words)
    guard typed != Self.words(login) else { return true }
    let own = Self.words(SafeText(name, limit: 120).string)
    guard own.count > 1 else { return typed == own }
    let names = [own.joined(), (own.suffix(1) + own.dropLast()).joined()]
    return typed.indices.contains { start in
      var joined = ""
      return typed[start...].contains { word in
        joined += word
        return names.contains(joined)
      }
    }
  }

  /// Folded further than a search is: a name is not another by å for a.
  private static func words(_ text: String) -> [String] {
    let letters: [Character: Character] = ["å": "a", "ä": "a", "ö": "o"]
    return SwedishFolding.fold(String(text.unicodeScalars.prefix(400)))
      .split(separator: " ").map { String($0.map { letters[$0] ?? $0 }) }
  }
}
