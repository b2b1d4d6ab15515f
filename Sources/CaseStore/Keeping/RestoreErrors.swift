import Casework
import Foundation

extension StoreError {
  static func unusableCopy(_ path: String, _ why: Phrase) -> StoreError {
    StoreError(
      .corrupt,
      Phrase(
        sv: "\(path) duger inte: \(why.sv). Inget är ändrat; ta en annan kopia.",
        en: "\(path) won't do: \(why.en). Nothing is changed; take another copy."))
  }

  static func inUse(_ path: String, _ processes: [Int32]) -> StoreError {
    let list = processes.map(String.init).joined(separator: ", ")
    let shown = list.isEmpty ? "" : " (\(list))"
    return StoreError(
      .busy,
      Phrase(
        sv:
          "Lagret \(path) används\(shown). Inget är ändrat; stäng alla jourbord och stoppa posten först.",
        en:
          "The store \(path) is in use\(shown). Nothing is changed; close all desks and stop the mail first."
      ))
  }

  static func laterEntries(_ path: String, from seq: Int64, to last: Int64) -> StoreError {
    StoreError(
      .exists,
      Phrase(
        sv: """
          Lagret \(path) går att läsa och har posterna \(seq + 1)–\(last), som skulle saknas sedan. \
          Inget är ändrat. Skriv ut dem (samjour journal export --since \(seq) --to senare.jsonl) och \
          lägg till --journal senare.jsonl, eller --leave-later om de ska bli kvar bara i det gamla.
          """,
        en: """
          The store \(path) can be read and has the entries \(seq + 1)–\(last), which would be missing. \
          Nothing is changed. Export them (samjour journal export --since \(seq) --to later.jsonl) and \
          add --journal later.jsonl, or --leave-later if they are to stay in the old one only.
          """))
  }

  static func doesNotJoin(_ seq: Int64, _ why: Phrase) -> StoreError {
    StoreError(
      .corrupt,
      Phrase(
        sv: "Journalutskriften passar inte, post \(seq): \(why.sv). Inget är ändrat.",
        en: "The journal export does not fit, entry \(seq): \(why.en). Nothing is changed."))
  }

  static func otherKind(_ path: String) -> StoreError {
    StoreError(
      .notAStore,
      Phrase(
        sv:
          "Kopian och \(path) är inte av samma slag: det ena är ett övningslager. Inget är ändrat.",
        en:
          "The copy and \(path) are not of a kind: one is a training store. Nothing is changed."))
  }

  static let noRestore = StoreError(
    .notPermitted,
    Phrase(
      sv: "Bara arbetsledare och administratörer återställer lagret. Inget är ändrat.",
      en: "Only leads and administrators restore the store. Nothing is changed."))

  static func changedMeanwhile(_ path: String) -> StoreError {
    StoreError(
      .busy,
      Phrase(
        sv: "Lagret \(path) ändrades under tiden. Inget är ändrat; försök igen.",
        en: "The store \(path) was changed meanwhile. Nothing is changed; try again."))
  }

  static func cannotCopy(_ path: String, _ error: any Error) -> StoreError {
    let words = (error as NSError).localizedDescription
    return StoreError(
      .io,
      Phrase(
        sv: "\(path) går inte att kopiera: \(words). Inget är ändrat.",
        en: "\(path) can't be copied: \(words). Nothing is changed."))
  }
}
