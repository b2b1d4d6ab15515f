import CaseStore
import Casework
import Terminal

/// A question before something that can't be taken back. It takes a typed word, never the key that
/// asked for it.
public struct ConfirmDialog: Sendable {
  /// What is asked for.
  enum Question: Sendable, Hashable {
    /// Throw away what is typed in the form below.
    case discardForm
    /// Throw away what is typed in a section of a handover.
    case discardSection
    /// Throw away a draft that is not open.
    case deleteDraft(key: String)
    /// Erase the words of an entry, which is told: its number, and what happened.
    case redact(Phrase)
    /// Erase a file, known by a reference, for the reason in a form where an exception is made.
    case erase(RetentionCase, Reference, form: String?)
    /// Leave with a form open; its draft is kept.
    case quit
  }

  let question: Question
  var input = TextField()

  /// The word to type.
  var word: Phrase {
    switch question {
    case .discardForm, .discardSection, .deleteDraft: Phrase(sv: "kasta", en: "discard")
    case .redact: Phrase(sv: "radera", en: "erase")
    case .erase: Phrase(sv: "gallra", en: "erase")
    case .quit: Phrase(sv: "ja", en: "yes")
    }
  }

  var title: Phrase {
    switch question {
    case .discardForm, .discardSection, .deleteDraft:
      Phrase(sv: "Kasta utkastet?", en: "Discard the draft?")
    case .redact: Phrase(sv: "Radera orden för alltid?", en: "Erase the words for ever?")
    case .erase(_, let main, _):
      Phrase(sv: "Gallra \(main) för alltid?", en: "Erase \(main) for ever?")
    case .quit: Phrase(sv: "Lämna jourbordet?", en: "Leave the desk?")
    }
  }

  var lines: [Phrase] {
    switch question {
    case .discardForm, .discardSection, .deleteDraft:
      [
        Phrase(
          sv: "Det som är skrivet försvinner och kan inte fås tillbaka.",
          en: "What is typed is lost and cannot be had back."),
        Phrase(
          sv: "Skriv ”kasta” och tryck Enter. Esc behåller.",
          en: "Type “discard” and press Enter. Esc keeps it."),
      ]
    case .redact(let entry):
      [
        entry,
        Phrase(
          sv: "Orden går inte att få tillbaka. Att det hände, när och vad som valdes står kvar.",
          en: "The words can't be had back. That it happened, when and what was chosen stays."),
        Phrase(
          sv: "Skriv ”radera” och tryck Enter. Esc låter dem stå.",
          en: "Type “erase” and press Enter. Esc lets them stand."),
      ]
    case .erase(let file, _, let form):
      [
        Phrase(
          sv: "Det här raderas, med allt som hör ihop: \(file.extent).",
          en: "This is erased, with all that belongs together: \(file.extent).")
      ] + (form == nil ? [] : [file.exception]) + [
        Phrase(
          sv: "Det går inte att få tillbaka. Skriv ”gallra” och tryck Enter. Esc låter det stå.",
          en: "It can't be had back. Type “erase” and press Enter. Esc lets it stand.")
      ]
    case .quit:
      [
        Phrase(
          sv: "Ett formulär är öppet. Det sparas som utkast.",
          en: "A form is open. It is kept as a draft."),
        Phrase(
          sv: "Skriv ”ja” och tryck Enter. Esc stannar kvar.",
          en: "Type “yes” and press Enter. Esc stays."),
      ]
    }
  }

  /// Whether the word has been typed, in either language.
  var isConfirmed: Bool {
    let typed = input.text.lowercased().split(whereSeparator: \.isWhitespace).joined()
    return typed == word.sv || typed == word.en
  }
}

extension RetentionCase {
  /// "Ä77, B78, T3".
  var extent: String { references.map(\.description).joined(separator: ", ") }

  /// From when it would be erased without an exception.
  fileprivate var exception: Phrase {
    let from = dueFrom?.description ?? ""
    let law = ruling.law
    return Phrase(
      sv: "Utan undantag gallras det från \(from): \(law.title.sv) (\(law.rawValue)).",
      en: "Without an exception it is erased from \(from): \(law.title.en) (\(law.rawValue)).")
  }
}
