import Casework
import Terminal

/// Asks for the written reason before something restricted or masked is shown ("break glass").
public struct ReasonDialog: Sendable {
  /// What the reason is for.
  enum Purpose: Sendable, Hashable {
    /// To open a restricted case.
    case restricted
    /// To see the masked values of what stands open.
    case masked
  }

  let purpose: Purpose
  let reference: Reference
  /// Which opening of the subject it belongs to.
  let opening: Int
  var input = TextField()
  /// What was wrong with what was typed.
  var problem: Phrase?

  var title: Phrase {
    switch purpose {
    case .restricted: Phrase(sv: "Skyddat ärende \(reference)", en: "Restricted case \(reference)")
    case .masked: Phrase(sv: "Dolda uppgifter i \(reference)", en: "Masked values of \(reference)")
    }
  }

  var lines: [Phrase] {
    [
      Phrase(
        sv: "Skriv varför du behöver uppgifterna, och tryck Enter.",
        en: "Write why you need the information, and press Enter."),
      Phrase(
        sv: "Ditt namn, tiden och skälet antecknas, och arbetsledaren ser det (SoLPuL 10 §).",
        en: "Your name, the time and the reason are logged, and the lead sees it (SoLPuL 10 §)."),
      Phrase(sv: "Esc visar ingenting.", en: "Esc shows nothing."),
    ]
  }
}
