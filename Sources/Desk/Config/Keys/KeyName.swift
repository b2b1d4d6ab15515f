import Casework
import Foundation
import Terminal

/// Keys as keymap files have them: one character, or a name with or without its angle brackets, as
/// in `j`, `Enter`, `<Enter>`, `C-s`, `S-Tab`, `g t`.
enum KeyName {
  /// A longer sequence is no longer quick to type.
  static let sequenceLimit = 4

  /// The names that a slip is measured against.
  static let known = [
    "Enter", "Esc", "Tab", "S-Tab", "Space", "Backspace", "Delete", "Insert", "Up", "Down", "Left",
    "Right", "Home", "End", "PageUp", "PageDown", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8",
    "F9", "F10", "F11", "F12",
  ]

  /// Why something written is no key, in words.
  struct Trouble: Error {
    let message: Phrase
  }

  /// The keys of a sequence, each of which a terminal can send.
  static func sequence(_ written: String) throws(Trouble) -> [KeyStroke] {
    let words = written.composed.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else {
      throw Trouble(
        message: Phrase(
          sv: "här saknas en tangent; blanksteget skrivs Space, och [] tar bort tangenterna",
          en: "a key is missing here; the blank is written Space, and [] takes the keys away"))
    }
    guard words.count <= sequenceLimit else {
      throw Trouble(
        message: Phrase(
          sv: "tangentföljden är för lång; högst \(sequenceLimit) tangenter",
          en: "the sequence is too long; no more than \(sequenceLimit) keys"))
    }
    var keys: [KeyStroke] = []
    for word in words { keys.append(try key(String(word))) }
    guard keys.count == 1 || !keys.contains(KeyStroke(.escape)) else {
      throw Trouble(
        message: Phrase(
          sv: "Esc kan inte ingå i en följd: den avbryter följden, och Esc före en tangent är Alt",
          en: "Esc cannot be part of a sequence: it breaks it off, and Esc before a key is Alt"))
    }
    return keys
  }

  private static func key(_ word: String) throws(Trouble) -> KeyStroke {
    let stroke = try parse(word)
    if case .character(let character) = stroke.key,
      character.unicodeScalars.count > 1 || character.unicodeScalars.contains(where: isUnseen)
    {
      throw unseen(word)
    }
    if let reason = stroke.unsendable { throw Trouble(message: words(stroke, reason)) }
    return stroke
  }

  private static func unseen(_ word: String) -> Trouble {
    Trouble(
      message: Phrase(
        sv: "\(quoted(word)) är ingen tangent; Esc, Tab och Enter skrivs med sina namn",
        en: "\(englishQuoted(word)) is no key; Esc, Tab and Enter are written by their names"))
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .nonspacingMark: true
    default: false
    }
  }

  private static func parse(_ word: String) throws(Trouble) -> KeyStroke {
    do throws(KeyNotationError) {
      if word.count == 1 || word.hasPrefix("<") { return try KeyStroke.parse(word) }
      let stroke = try KeyStroke.parse("<\(word)>")
      // A character's name without brackets is letters more likely: "gt" is "g t" mistyped.
      if stroke.typed == nil || word.contains("-") || stroke.typed == " " { return stroke }
    } catch {
      if word.count == 1 { throw unseen(word) }
      throw Trouble(message: words(word, error))
    }
    throw Trouble(message: words(word, .moreThanOneKey(word)))
  }

  /// The key as a keymap file has it: the notation without angle brackets where that is plain.
  static func written(_ stroke: KeyStroke) -> String {
    let notation = stroke.description
    guard notation.count > 2, notation.hasPrefix("<"), notation.hasSuffix(">") else {
      return notation
    }
    let bare = String(notation.dropFirst().dropLast())
    return bare == "lt" ? "<" : bare
  }

  // MARK: Words

  private static func words(_ word: String, _ error: KeyNotationError) -> Phrase {
    let bare = word.hasPrefix("<") ? String(word.dropFirst().prefix { $0 != ">" }) : word
    switch error {
    case .unclosed:
      return Phrase(
        sv: "\(quoted(word)): det saknas ”>”", en: "\(englishQuoted(word)): the “>” is missing")
    case .unknownModifier:
      return Phrase(
        sv: "\(quoted(word)): före bindestrecket står C (Ctrl), M eller A (Alt), eller S (Skift)",
        en: "\(englishQuoted(word)): before the dash stands C (Ctrl), M or A (Alt), or S (Shift)")
    case .repeatedModifier:
      return Phrase(
        sv: "\(quoted(word)): samma förtangent två gånger",
        en: "\(englishQuoted(word)): the same modifier twice")
    case .empty, .unknownKey, .moreThanOneKey:
      let unknown = Phrase(
        sv: "\(quoted(word)) är ingen tangent", en: "\(englishQuoted(word)) is no key")
      if let name = NearestName.of(bare, among: known) {
        return unknown
          + Phrase(sv: "; menade du \(quoted(name))?", en: "; did you mean \(englishQuoted(name))?")
      }
      if bare.count == 1 {
        return unknown
          + Phrase(sv: "; menade du \(quoted(bare))?", en: "; did you mean \(englishQuoted(bare))?")
      }
      guard bare == word, bare.count <= sequenceLimit,
        bare.allSatisfy({ $0.isLetter || $0.isNumber })
      else {
        return unknown
      }
      let spaced = bare.map(String.init).joined(separator: " ")
      return unknown
        + Phrase(
          sv: "; en följd av tangenter skrivs med blanksteg: \(quoted(spaced))",
          en: "; a sequence of keys is written with blanks: \(englishQuoted(spaced))")
    }
  }

  private static func words(_ stroke: KeyStroke, _ reason: KeyStroke.Reason) -> Phrase {
    let key = written(stroke)
    return switch reason {
    case .sameAs(let other):
      Phrase(
        sv: "en terminal skickar samma sak för \(quoted(key)) som för \(quoted(written(other)))",
        en:
          "a terminal sends the same for \(englishQuoted(key)) as for \(englishQuoted(written(other)))"
      )
    case .noCode:
      Phrase(
        sv: "en terminal har ingen kod för \(quoted(key))",
        en: "a terminal has no code for \(englishQuoted(key))")
    case .ambiguous:
      Phrase(
        sv: "en terminal skickar för \(quoted(key)) det som andra tangenters koder börjar med",
        en: "a terminal sends for \(englishQuoted(key)) what the codes of other keys begin with")
    }
  }
}
