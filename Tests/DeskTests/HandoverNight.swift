import CaseStore
import Casework
import Desk
import Terminal

extension TestShift {
  /// A girl in custody since the evening, with a case, a police report and an interpreter. Gives the
  /// case's reference.
  @discardableResult
  func girlInCustody(restricted: Bool = false) throws -> Reference {
    let girl = try record(
      "person.register",
      ["alias": .text("flicka, röd jacka"), "sex": .text("female"), "languages": .text("romani")]
    ).reference
    let reference = try record(
      "case.open",
      [
        "alias": .text("flicka, röd jacka"), "children": .list([.text("\(girl)")]),
        "cautions": .text("Ring inte numret i telefonen"), "restricted": .flag(restricted),
      ]
    ).reference
    advance(minutes: 12)
    let custody = try record(
      "custody.prepare",
      [
        "who": .text("flicka, röd jacka"), "person": .text("\(girl)"),
        "case": .text("\(reference)"), "age": .number(14),
      ]
    ).reference
    try record(
      "custody.decide",
      [
        "decider": .text("Britta Påhittad"), "capacity": .text("chairman"),
        "given": .text("telephone"), "boardMeeting": .text("2026-12-10"),
      ], on: "\(custody)")
    advance(minutes: 40)
    try record("custody.execute", ["childsView": .text("Vill inte åka hem")], on: "\(custody)")
    try record(
      "case.place",
      [
        "child": .text("\(girl)"), "kind": .text("emergencyHome"),
        "address": .text("Hemliga gatan 1"), "secretFromParents": .flag(true),
      ], on: "\(reference)")
    try record(
      "case.step", ["step": .text("safetyNow"), "outcome": .text("done")], on: "\(reference)")
    try record(
      "case.question",
      [
        "child": .text("\(girl)"), "topic": .text("journey"), "question": .text("Hur kom du hit?"),
        "askedBy": .text("Karin"), "present": .text("Karin, tolken"),
        "answer": .text("Kom med buss i går"),
      ], on: "\(reference)")
    return reference
  }
}

extension TestDesk {
  /// Opens a subject by its reference.
  func open(_ reference: Reference) throws {
    try keys("/")
    type("\(reference)")
    try keys("<Enter>")
  }

  /// Opens the case and drafts its handover to Skarpnäck: the drafting screen stands open.
  func draftHandover(of reference: Reference) throws {
    try open(reference)
    try keys("y l s <C-s>")
  }
}
