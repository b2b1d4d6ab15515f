import Casework
import Testing

@Suite("Police reports")
struct PoliceReportTests {
  /// The actions that move a report on, with fields that fit.
  static let steps: [(String, [String: FieldValue])] = [
    ("policeReport.file", CustodyDesk.filing),
    ("policeReport.notFile", reason), ("policeReport.openInvestigation", [:]),
    ("policeReport.notOpenInvestigation", reason), ("policeReport.discontinue", reason),
    ("policeReport.reopen", reason), ("policeReport.sendToProsecutor", [:]),
    ("policeReport.charge", [:]), ("policeReport.notCharge", reason),
    ("policeReport.judge", ["judgment": .text("convicted")]), ("policeReport.appeal", [:]),
  ]
  private static let reason: [String: FieldValue] = ["reason": .text("bevis saknas")]

  private static func fields(_ id: String) -> [String: FieldValue] {
    steps.first { $0.0 == id }?.1 ?? [:]
  }

  @Test("From every status exactly the steps of the table may follow")
  func machine() throws {
    let paths = [
      [], ["notFile"], ["file"], ["file", "openInvestigation"], ["file", "notOpenInvestigation"],
      ["file", "openInvestigation", "discontinue"],
      ["file", "openInvestigation", "discontinue", "reopen"],
      ["file", "openInvestigation", "sendToProsecutor"],
      ["file", "openInvestigation", "sendToProsecutor", "charge"],
      ["file", "openInvestigation", "sendToProsecutor", "notCharge"],
      ["file", "openInvestigation", "sendToProsecutor", "charge", "judge"],
      ["file", "openInvestigation", "sendToProsecutor", "charge", "judge", "appeal"],
    ]
    var text = ""
    for path in paths {
      var desk = try CustodyDesk()
      let report = try desk.act("policeReport.draft", nil, ["what": .text("pojke 15")])
      for step in path {
        try desk.act("policeReport.\(step)", report, Self.fields("policeReport.\(step)"))
      }
      let status = PoliceReportKind.status(try desk.record(report), now: desk.now)
      text += "\(status.title.sv) / \(status.title.en)\(status.isOpen ? "" : " (closed)")\n"
      for (id, fields) in Self.steps {
        text += "  " + id.padded(36) + desk.answer(id, report, fields) + "\n"
      }
    }
    try Table("PoliceStatus.txt").expect(text)
  }

  @Test(
    "A K-number is area, K and serial, year",
    arguments: [
      ("5000-K123456-26", true), ("0201-K1-11", true), ("5000-K1234567-26", true),
      ("5000-K12345678-26", false), ("500-K123456-26", false), ("5000-123456-26", false),
      ("5000-k123456-26", false), ("5000-K123456-2026", false), ("5000-K123456", false),
      ("5000 K123456-26", false), ("5000-K-26", false), ("5000-K123456-27", false),
      ("５000-K123456-26", false), ("5000-K123456-26 ", false),
    ])
  func kNumber(text: String, isRight: Bool) throws {
    var desk = try CustodyDesk()
    let report = try desk.filed(at: CustodyDesk.night.iso8601)
    let answer = desk.answer("policeReport.number", report, ["kNumber": .text(text)])
    #expect(answer.hasPrefix("invalid {kNumber}") == !isRight, "\(answer)")
    guard isRight else { return }
    try desk.act("policeReport.number", report, ["kNumber": .text(text)])
    #expect(try desk.report(report).kNumber?.description == text)
    let correction = desk.answer(
      "policeReport.correct", report,
      [
        "entry": .number(3), "field": .text("kNumber"), "value": .text("K1"),
        "reason": .text("fel"),
      ])
    #expect(correction.hasPrefix("invalid {kNumber}"))
  }

  @Test("Silence is counted in days from the last news; asking is not news")
  func silence() throws {
    var desk = try CustodyDesk(at: CustodyDesk.at("2026-11-01T09:00:00+01:00"))
    let report = try desk.filed(at: "2026-11-01T23:50:00+01:00")
    try desk.act("policeReport.askNews", report, at: "2026-11-10T10:00:00+01:00")
    let day14 = CustodyDesk.at("2026-11-15T00:10:00+01:00")
    #expect(try desk.report(report).silentDays(now: day14) == 14)
    #expect(try desk.report(report).isSilent(now: day14))
    #expect(try !desk.report(report).isSilent(now: day14.adding(minutes: -20)))
    #expect(try desk.report(report).isSilent(now: day14.adding(minutes: -20), after: 13))
    #expect(
      PoliceReportKind.nextStep(try desk.record(report), now: day14)?.sv
        == "Nästa: efterfråga besked, tyst i 14 dagar")
    try desk.act(
      "policeReport.recordNews", report, ["news": .text("utreds")],
      at: "2026-11-15T10:00:00+01:00")
    #expect(try desk.report(report).silentDays(now: desk.now) == 0)
    try desk.act("policeReport.openInvestigation", report)
    try desk.act("policeReport.discontinue", report, ["reason": .text("bevis saknas")])
    #expect(try desk.report(report).silentDays(now: desk.now) == nil)
    #expect(!PoliceReportKind.status(try desk.record(report), now: desk.now).isOpen)
  }

  @Test("News and a K-number need a report that is filed")
  func needFiling() throws {
    var desk = try CustodyDesk()
    let draft = try desk.act("policeReport.draft", nil, ["what": .text("pojke 15")])
    for (id, fields) in [
      ("policeReport.number", ["kNumber": FieldValue.text("5000-K123456-26")]),
      ("policeReport.askNews", [:]), ("policeReport.recordNews", ["news": .text("x")]),
    ] {
      #expect(desk.answer(id, draft, fields).hasPrefix("rule: anmälan är inte gjord"))
    }
    var other = CustodyDesk.filing
    other["offence"] = .text("other")
    #expect(desk.answer("policeReport.file", draft, other).hasPrefix("invalid {otherOffence}"))
    other["otherOffence"] = .text("grov stöld")
    #expect(desk.answer("policeReport.file", draft, other) == "policeReport.filed")
  }

  @Test("A reflection period is thirty days, or until the day of its extension, UtlL 5:15")
  func reflection() throws {
    var desk = try CustodyDesk(at: CustodyDesk.at("2026-11-01T09:00:00+01:00"))
    let report = try desk.filed(at: "2026-11-02T10:00:00+01:00")
    #expect(
      desk.answer("policeReport.extendReflection", report, ["until": .text("2027-01-01")])
        .hasSuffix("[UtlL 5:15]"))
    try desk.act("policeReport.askReflection", report)
    try desk.act("policeReport.grantReflection", report, at: "2026-11-03T10:00:00+01:00")
    #expect(try desk.report(report).reflection?.deadline.nominal.description == "2026-12-03")
    #expect(
      desk.answer("policeReport.extendReflection", report, ["until": .text("2026-11-01")])
        .hasPrefix("invalid {until}"))
    try desk.act("policeReport.extendReflection", report, ["until": .text("2026-12-30")])
    #expect(try desk.report(report).reflection?.deadline.nominal.description == "2026-12-30")
    #expect(
      PoliceReportKind.nextStep(try desk.record(report), now: desk.now)?.sv
        .contains("30/12") == true)
    try desk.act("policeReport.grantPermit", report, at: "2026-12-20T10:00:00+01:00")
    #expect(try desk.report(report).reflection?.state(at: desk.now) == .met)
  }

  @Test("Steps recorded late take their place in time, or are refused")
  func recordedLate() throws {
    var desk = try CustodyDesk(at: CustodyDesk.at("2026-11-01T09:00:00+01:00"))
    let report = try desk.filed(at: "2026-11-02T10:00:00+01:00")
    try desk.act("policeReport.openInvestigation", report, at: "2026-11-05T10:00:00+01:00")
    try desk.act("policeReport.sendToProsecutor", report, at: "2026-11-20T10:00:00+01:00")
    let reason: [String: FieldValue] = ["reason": .text("x")]
    try desk.act("policeReport.discontinue", report, reason, at: "2026-11-25T10:00:00+01:00")
    #expect(
      desk.answer("policeReport.charge", report, at: "2026-11-22T10:00:00+01:00")
        == "policeReport.charged")
    #expect(
      desk.answer(
        "policeReport.reopen", report, reason, at: "2026-11-10T10:00:00+01:00"
      ).hasPrefix("rule: "))
  }
}
