import Casework
import Yams

/// Puts what the YAML parser complains of in plain words.
enum YAMLTrouble {
  /// Where the trouble is and what it is.
  static func describe(_ error: any Error, in text: String) -> (ConfigPlace?, Phrase) {
    guard let error = error as? YamlError else {
      return (nil, unreadable("\(error)"))
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem == "found unexpected end of stream", let start = context?.mark {
        return (ConfigPlace(line: start.line, column: start.column), words(problem))
      }
      return (ConfigPlace(line: mark.line, column: mark.column), words(problem))
    case .reader(let problem, let offset, _, _):
      return (offset.map { place(ofCharacter: $0, in: text) }, words(problem))
    case .duplicatedKeysInMapping(_, let context):
      return (
        ConfigPlace(line: context.mark.line, column: context.mark.column),
        Phrase(
          sv: "för många nycklar står två gånger; filen läses inte",
          en: "too many keys stand twice; the file is not read")
      )
    default: return (nil, unreadable("\(error)"))
    }
  }

  private static func unreadable(_ problem: String) -> Phrase {
    Phrase(
      sv: "filen är inte riktig YAML och läses inte: \(problem)",
      en: "the file is not valid YAML and is not read: \(problem)")
  }

  private static func words(_ problem: String) -> Phrase {
    unreadable("") + (known[problem] ?? Phrase(same: problem))
  }

  private static let known: [String: Phrase] = [
    "found character that cannot start any token": Phrase(
      sv:
        "tecknet kan inte stå först; sätt citattecken om det, och dra in med blanksteg, inte tabb",
      en: "this cannot come first; quote it, and indent with blanks, not tabs"),
    "found a tab character that violates indentation": Phrase(
      sv: "indraget har en tabb; dra in med blanksteg",
      en: "the indentation has a tab; indent with blanks"),
    "did not find expected alphabetic or numeric character": Phrase(
      sv: "tecknet före kan inte stå först; sätt citattecken om det",
      en: "the character before cannot come first; quote it"),
    "mapping values are not allowed in this context": Phrase(
      sv: "oväntat kolon; kontrollera indraget, eller sätt citattecken om värdet",
      en: "unexpected colon; check the indentation, or quote the value"),
    "mapping keys are not allowed in this context": Phrase(
      sv: "oväntat frågetecken; sätt citattecken om det: \"?\"",
      en: "unexpected question mark; quote it: \"?\""),
    "block sequence entries are not allowed in this context": Phrase(
      sv: "oväntat bindestreck; kontrollera indraget, eller sätt citattecken om det: \"-\"",
      en: "unexpected dash; check the indentation, or quote it: \"-\""),
    "did not find expected key": Phrase(
      sv: "här väntades en nyckel; kontrollera indraget",
      en: "a key was expected here; check the indentation"),
    "did not find expected '-' indicator": Phrase(
      sv: "här väntades ”- ”; kontrollera indraget",
      en: "“- ” was expected here; check the indentation"),
    "did not find expected ',' or ']'": Phrase(
      sv: "listan som började med [ saknar , eller ]",
      en: "the list that began with [ lacks , or ]"),
    "did not find expected ',' or '}'": Phrase(
      sv: "det som började med { saknar , eller }", en: "what began with { lacks , or }"),
    "did not find expected node content": Phrase(
      sv: "här väntades ett värde; tecken som , ] } ska stå inom citattecken",
      en: "a value was expected here; characters such as , ] } are to be quoted"),
    "could not find expected ':'": Phrase(
      sv: "det fattas ett kolon efter nyckeln", en: "a colon is missing after the key"),
    "found unexpected end of stream": Phrase(
      sv: "citattecknet här stängs aldrig", en: "the quotation mark here is never closed"),
    "found undefined alias": Phrase(
      sv: "ett alias (*) utan ankare (&); sätt citattecken om tecknet: \"*\"",
      en: "an alias (*) without its anchor (&); quote the character: \"*\""),
    "but found another document": Phrase(
      sv: "en fil har bara ett dokument; ta bort raden ---",
      en: "a file has one document only; take the line --- away"),
    "control characters are not allowed": Phrase(
      sv: "ett styrtecken får inte stå här", en: "a control character is not allowed here"),
  ]

  private static func place(ofCharacter offset: Int, in text: String) -> ConfigPlace {
    var line = 1
    var column = 1
    for character in text.prefix(offset) {
      column += character.unicodeScalars.count
      if character.isNewline {
        line += 1
        column = 1
      }
    }
    return ConfigPlace(line: line, column: column)
  }
}
