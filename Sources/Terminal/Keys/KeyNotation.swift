/// What is wrong with the notation of a key.
public enum KeyNotationError: Error, Hashable, Sendable {
  /// Nothing is written.
  case empty
  /// A "<" without its ">".
  case unclosed(String)
  /// A name between "<" and ">" that is no key.
  case unknownKey(String)
  /// A letter before "-" that is none of C, M, A and S.
  case unknownModifier(String)
  /// The same modifier twice.
  case repeatedModifier(String)
  /// Several keys where one was expected; they are separated by blanks.
  case moreThanOneKey(String)
}

extension KeyStroke {
  /// A key from its notation.
  public static func parse(_ notation: String) throws(KeyNotationError) -> KeyStroke {
    guard let first = notation.first else { throw .empty }
    if notation.count == 1 {
      guard first != " " else { throw .empty }
      guard !isControl(first) else { throw .unknownKey(notation) }
      return KeyStroke(.character(first))
    }
    guard first == "<" else { throw .moreThanOneKey(notation) }
    guard notation.last == ">" else {
      throw notation.contains(">") ? .moreThanOneKey(notation) : .unclosed(notation)
    }
    var rest = notation.dropFirst().dropLast()
    if rest.contains(">"), rest.last != ">" { throw .moreThanOneKey(notation) }
    var control = false
    var meta = false
    var shift = false
    while rest.count > 2, let modifier = rest.first,
      rest[rest.index(after: rest.startIndex)] == "-"
    {
      switch modifier {
      case "C", "c":
        if control { throw .repeatedModifier(notation) }
        control = true
      case "M", "m", "A", "a":
        if meta { throw .repeatedModifier(notation) }
        meta = true
      case "S", "s":
        if shift { throw .repeatedModifier(notation) }
        shift = true
      default:
        throw .unknownModifier(notation)
      }
      rest = rest.dropFirst(2)
    }
    guard let key = key(named: rest, isModified: control || meta || shift) else {
      throw .unknownKey(notation)
    }
    return KeyStroke(key, control: control, meta: meta, shift: shift)
  }

  /// Keys from their notation, separated by blanks, as in `"g t"`. At least one.
  public static func sequence(_ notation: String) throws(KeyNotationError) -> [KeyStroke] {
    var strokes: [KeyStroke] = []
    for part in notation.split(whereSeparator: \.isWhitespace) {
      strokes.append(try parse(String(part)))
    }
    if strokes.isEmpty { throw .empty }
    return strokes
  }

  /// Keys as somebody types them: notation separated by blanks, where a word that is no key stands
  /// for its letters, as in `"j j <Enter> hello<Space>you"`.
  public static func script(_ notation: String) throws(KeyNotationError) -> [KeyStroke] {
    var strokes: [KeyStroke] = []
    for part in notation.split(whereSeparator: \.isWhitespace) {
      var rest = part
      while let first = rest.first {
        if first == "<", rest.count > 1 {
          guard var end = rest.firstIndex(of: ">") else { throw .unclosed(String(part)) }
          // The key ">" itself, with something held down.
          if rest[..<end].last == "-", rest[end...].hasPrefix(">>") { end = rest.index(after: end) }
          strokes.append(try parse(String(rest[...end])))
          rest = rest[rest.index(after: end)...]
        } else {
          guard !isControl(first) else { throw .unknownKey(String(part)) }
          strokes.append(KeyStroke(.character(first)))
          rest = rest.dropFirst()
        }
      }
    }
    return strokes
  }

  /// The notation: ``parse(_:)`` gives the same key back.
  public var description: String {
    var prefix = ""
    if control { prefix += "C-" }
    if meta { prefix += "M-" }
    if shift { prefix += "S-" }
    switch key {
    case .character(" "): return "<\(prefix)Space>"
    case .character("<"): return "<\(prefix)lt>"
    case .character(let character):
      if let number = Self.number(of: character) { return "<\(prefix)\(number)>" }
      return prefix.isEmpty ? String(character) : "<\(prefix)\(character)>"
    case .backTab: return "<\(prefix)S-Tab>"
    case .function(let number): return "<\(prefix)F\(number)>"
    default: return "<\(prefix)\(Self.names.first { $0.key == key }?.name ?? "?")>"
    }
  }

  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("BS", .backspace), ("Del", .delete),
    ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
  ]

  /// Other names that people write.
  private static let synonyms: [String: Key] = [
    "space": .character(" "), "lt": .character("<"), "gt": .character(">"),
    "bar": .character("|"), "minus": .character("-"), "cr": .enter, "return": .enter,
    "escape": .escape, "backspace": .backspace, "delete": .delete, "insert": .insert,
    "pageup": .pageUp, "pagedown": .pageDown, "backtab": .backTab,
  ]

  /// "U+0301" for a character that would not stand by itself in a notation: a blank other than the
  /// usual, and what joins the sign before or after it, such as an accent.
  private static func number(of character: Character) -> String? {
    guard character.isWhitespace || "-\(character)>".count != 3,
      let scalar = character.unicodeScalars.first, String(scalar) == String(character)
    else { return nil }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Such a character is a key with a name of its own, or none.
  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  private static func key(named name: Substring, isModified: Bool) -> Key? {
    if name.count == 1, let character = name.first {
      return isModified && !isControl(character) ? .character(character) : nil
    }
    let lower = name.lowercased()
    if let named = names.first(where: { $0.name.lowercased() == lower }) { return named.key }
    if let synonym = synonyms[lower] { return synonym }
    if lower.first == "f", let number = Int(lower.dropFirst()), (1...35).contains(number) {
      return .function(number)
    }
    if lower.hasPrefix("u+"), (6...8).contains(lower.count),
      lower.dropFirst(2).allSatisfy(\.isHexDigit),
      let scalar = UInt32(lower.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init),
      !isControl(Character(scalar))
    {
      return .character(Character(scalar))
    }
    return nil
  }
}

// MARK: What a terminal can send

extension KeyStroke {
  /// Why a terminal cannot be relied on to send a key.
  public enum Reason: Hashable, Sendable {
    /// The terminal sends the same byte as for another key.
    indirect case sameAs(KeyStroke)
    /// There is no code for the key.
    case noCode
    /// The terminal sends a code that also begins the codes of other keys.
    case ambiguous
  }

  /// Why a terminal cannot be relied on to send the key; nil when it can.
  public var unsendable: Reason? {
    switch key {
    case .character(let character):
      return characterProblem(character)
    case .enter, .tab, .backspace:
      return control || shift ? .noCode : nil
    case .backTab:
      return control || meta ? .noCode : nil
    case .escape:
      if control || shift { return .noCode }
      return meta ? .ambiguous : nil
    case .function(let number):
      return (1...12).contains(number) ? nil : .noCode
    case .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown:
      return nil
    }
  }

  private func characterProblem(_ character: Character) -> Reason? {
    guard control else {
      // Alt is sent as an escape before the character; these two then begin other keys' codes.
      return meta && (character == "[" || character == "O") ? .ambiguous : nil
    }
    if shift { return .noCode }
    switch character {
    case "i": return .sameAs(KeyStroke(.tab, meta: meta))
    case "m": return .sameAs(KeyStroke(.enter, meta: meta))
    case "h", "?": return .sameAs(KeyStroke(.backspace, meta: meta))
    case "[": return .sameAs(KeyStroke(.escape, meta: meta))
    case "/": return .sameAs(KeyStroke(.character("_"), control: true, meta: meta))
    case "@": return .sameAs(KeyStroke(.character(" "), control: true, meta: meta))
    case "a"..."z", " ", "\\", "]", "^", "_": return nil
    default: return .noCode
    }
  }
}
