import Casework
import Terminal
import TextSafety

/// Where the choices of a field stand: one after another, over as many lines as they need.
struct ChoiceFlow {
  /// The place of each choice.
  let places: [Point]
  /// How many lines they take.
  let rows: Int

  init(_ choices: [Choice], columns: Int, _ language: Language) {
    var places: [Point] = []
    var column = 0
    var row = 0
    for choice in choices {
      let width = Width.of(SafeText(choice.title[language])) + 1
      if column > 0 && column + width > columns {
        column = 0
        row += 1
      }
      places.append(Point(column: column, row: row))
      column += width + 1
    }
    self.places = places
    rows = row + 1
  }
}

extension ActionFormField {
  /// What can be picked; empty where something is typed.
  var choices: [Choice] {
    switch entry {
    case .flag:
      [Choice("true", Phrase(sv: "ja", en: "yes")), Choice("false", Phrase(sv: "nej", en: "no"))]
    case .choice, .choices: spec.type.choices
    case .line, .text: []
    }
  }
}
