import TextSafety

extension Officer {
  /// Whether words name this officer: the login, or first given name and last family name in either
  /// order, among other words or alone, however they are spelt with capitals, marks, blanks and
  /// hyphens. Names in between may be left out or shortened to a letter, and of a double family name
  /// one is enough; a name in between that the officer does not have is somebody else's.
  func isNamed(in words: String) -> Bool {
    let typed = TypedNames(words)
    guard typed.words != TypedNames(login).words else { return true }
    let own = FullName(SafeText(name, limit: 120).string)
    guard let first = own.first, !own.families.isEmpty else { return typed.words == own.words }
    return typed.words.indices.contains { start in
      typed.ends(of: [first], from: start).contains { own.continues(in: typed, at: $0) }
        || typed.ends(of: own.families, from: start).contains { next in
          !typed.ends(of: [first], from: next).isEmpty
        }
    }
  }
}

/// An officer's name in its parts.
private struct FullName {
  /// The first given name, a double one in one word; nil where there is one word alone.
  var first: String?
  /// What may be given names or family names, in order.
  private var middle: [String] = []
  /// The last family name, whole and, where it is joined by a hyphen, each part of it.
  private(set) var families: [String] = []
  /// All of it, folded.
  let words: [String]

  init(_ name: String) {
    words = TypedNames(name).words
    let parts = name.split(whereSeparator: \.isWhitespace).map { TypedNames(String($0)).words }
      .filter { !$0.isEmpty }
    guard parts.count > 1, let last = parts.last else { return }
    first = parts[0].joined()
    middle = parts.dropFirst().dropLast().map { $0.joined() }
    families = [last.joined()] + (last.count > 1 ? last : [])
  }

  /// Whether the name goes on so after the first given name: names in between, as many as were typed,
  /// then a family name. One in between is taken for the family name where the typed name ends there.
  func continues(in typed: TypedNames, at start: Int, from known: Int = 0) -> Bool {
    if !typed.ends(of: families, from: start).isEmpty { return true }
    return middle.indices.dropFirst(known).contains { index in
      let ends = typed.ends(of: [middle[index], String(middle[index].prefix(1))], from: start)
      return ends.contains { continues(in: typed, at: $0, from: index + 1) }
        || typed.ends(of: [middle[index]], from: start).contains(where: typed.isEnd)
    }
  }
}

/// Words in which somebody may be named, folded further than a search is: a name is not another by å
/// for a.
private struct TypedNames {
  let words: [String]
  /// Where something else than a name follows: a comma, a parenthesis, nothing.
  private let stops: Set<Int>

  init(_ text: String) {
    var words: [String] = []
    var stops: Set<Int> = []
    for phrase in text.prefix(400).split(whereSeparator: { ",;:/()\n".contains($0) }) {
      words += Self.folded(String(phrase))
      stops.insert(words.count)
    }
    self.words = words
    self.stops = stops
  }

  /// Whether the name that was typed ends before that word.
  func isEnd(_ index: Int) -> Bool { stops.contains(index) }

  /// After which words one of the names ends that begins at that word.
  func ends(of names: [String], from start: Int) -> [Int] {
    var joined = ""
    return words.indices.dropFirst(start).compactMap { index in
      joined += words[index]
      return names.contains(joined) ? index + 1 : nil
    }
  }

  private static func folded(_ text: String) -> [String] {
    let letters: [Character: Character] = ["å": "a", "ä": "a", "ö": "o"]
    return SwedishFolding.fold(text).split(separator: " ")
      .map { String($0.map { letters[$0] ?? $0 }) }
  }
}
