import Casework
import Testing

/// What a correction refuses because the action that it corrects would.
@Suite("Corrections")
struct CorrectionTests {
  private func answer(_ fields: [String: String], _ refusal: String) throws {
    var desk = try CustodyDesk()
    let custody = try desk.decided(at: "2026-12-16T02:13:00+01:00")
    let fields = fields.mapValues { FieldValue.text($0) }.merging(
      ["entry": .number(1), "reason": .text("fel")]) { $1 }
    let answer = desk.answer("custody.correct", custody, fields)
    #expect(answer.hasPrefix(refusal), "\(answer)")
  }

  @Test("The right time may not lie in the future")
  func future() throws {
    try answer(["when": "2027-01-01T12:00:00+01:00"], "invalid {when}: den rätta tiden ligger i")
    try answer(["when": "2026-12-16T02:10:00+01:00"], "custody.corrected")
  }

  @Test("The subject that a value refers to has to be there, and be of the right kind")
  func references() throws {
    try answer(
      ["field": "case", "value": "Ä4711"], "unknownSubject {value}: ”Ärende”: Ä4711 finns")
    try answer(["field": "case", "value": "T1"], "invalid {value}")
  }

  @Test("Who may not record a fact may not correct it")
  func roles() throws {
    var desk = try CaseDesk()
    let describe: [String: FieldValue] = ["description": .text("röd jacka")]
    try desk.act("case.describe", describe, by: "duty")
    let fields: [String: FieldValue] = [
      "entry": .number(2), "field": .text("description"), "value": .text("blå jacka"),
      "reason": .text("fel"),
    ]
    let direct = desk.answer("case.describe", describe, by: "outreach")
    let corrected = desk.answer("case.correct", fields, by: "outreach")
    #expect(direct.hasPrefix("notPermitted") == corrected.hasPrefix("notPermitted"))
    let opening = fields.merging(["entry": .number(1)]) { $1 }
    #expect(desk.answer("case.correct", opening, by: "outreach").hasPrefix("notPermitted"))
    #expect(desk.answer("case.correct", opening, by: "duty") == "case.corrected")
  }
}
