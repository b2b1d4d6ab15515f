import CaseStore
import Casework
import Terminal
import TextSafety

/// A sighting counted with one key.
struct CountedSighting: Sendable {
  let pass: Reference
  /// Its number in the history of the pass.
  let version: Int
  /// What was counted: "adults" or "children".
  let field: String
}

extension DeskState {
  /// The pass or shift that an action is about: the selected one, else the officer's own under way.
  func subject(of kind: SubjectKind) -> Reference? {
    if let selected = selectedReference, selected.kind == kind { return selected }
    return underWay[kind]?.reference
  }

  /// Counts one. Each key is a fact of its own, against whatever stands, so that a burst of keys and
  /// two who count in one pass lose nothing.
  mutating func count(_ field: String) -> [Effect] {
    guard let pass = subject(of: .pass) else { return [] }
    return [
      .record(
        Action(
          "pass.sighting", subject: pass, happenedAt: now, fields: [field: .number(1)]), form: nil)
    ]
  }

  /// Takes the latest counted back: a correction, so that the journal tells both.
  mutating func undoCount() -> [Effect] {
    guard let last = counted.popLast() else { return [] }
    return [
      .record(
        Action(
          "pass.correct", subject: last.pass,
          fields: [
            "entry": .number(last.version), "field": .text(last.field), "value": .text("0"),
            "reason": .text("felräknat"),
          ]), form: nil)
    ]
  }

  /// What was counted with a key is durable: it can be taken back, and the count so far is read.
  mutating func took(_ action: Action, _ receipt: Receipt) -> [Effect] {
    guard action.id == "pass.sighting" || action.id == "pass.correct" else { return [] }
    if action.id == "pass.sighting", let field = action.fields.keys.first {
      counted.append(
        CountedSighting(pass: receipt.reference, version: receipt.version, field: field))
    }
    return [.loadTally(receipt.reference)]
  }

  /// "F12 Slussen: 3 vuxna, 1 barn".
  mutating func sayTally(_ reference: Reference, _ pass: Pass) {
    let place = (pass.place ?? pass.area).map { " " + SafeText($0, limit: 60).string } ?? ""
    let undo = keyText("action.undo", in: .list)
    say(
      Phrase(
        sv: "\(reference)\(place): \(pass.counted.sv). \(undo) ångrar.",
        en: "\(reference)\(place): \(pass.counted.en). \(undo) takes back."))
  }
}
