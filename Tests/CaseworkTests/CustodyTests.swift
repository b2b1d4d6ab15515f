import Casework
import Testing

@Suite("Custody decisions")
struct CustodyTests {
  // MARK: Three real events

  @Test("Decided 2012-12-27 with nothing at the court on 2013-01-03: ceased, LVU 7 §")
  func nothingArrived() throws {
    var desk = try CustodyDesk()
    let custody = try desk.decided(at: "2012-12-27T15:00:00+01:00")
    let record = try desk.record(custody)
    let lastMoment = CustodyDesk.at("2013-01-03T23:59:59+01:00")
    #expect(CustodyKind.status(record, now: lastMoment).title.sv == "beslutat")
    let after = CustodyDesk.at("2013-01-04T00:00:00+01:00")
    let status = CustodyKind.status(record, now: after)
    #expect(status.title.sv == "UPPHÖRT 2013-01-04, LVU 7 §")
    #expect(status.isOpen)
    #expect(
      try desk.custody(custody).clocks.ceased(at: after)?.clock.deadline.lastDay.description
        == "2013-01-03")
  }

  @Test("Decided 2020-10-27, last day 2020-11-03, ceased 2020-11-04 though executed later")
  func executionDoesNotMoveTheWeek() throws {
    var desk = try CustodyDesk()
    let custody = try desk.decided(at: "2020-10-27T10:00:00+01:00")
    try desk.act("custody.execute", custody, at: "2020-10-30T08:00:00+01:00")
    try desk.act("custody.arrive", custody, at: "2020-11-04T09:00:00+01:00")
    let clock = try #require(
      try desk.custody(custody).clocks.clocks(at: desk.now).first { $0.rule.id == .submission })
    #expect(clock.deadline.lastDay.description == "2020-11-03")
    let record = try desk.record(custody)
    #expect(CustodyKind.status(record, now: desk.now).title.sv == "UPPHÖRT 2020-11-04, LVU 7 §")
    let refusal = #expect(throws: Refusal.self) {
      try desk.act("custody.place", custody, ["placementKind": .text("emergencyHome")])
    }
    #expect(refusal?.law == "LVU 7 §")
    #expect(refusal?.reason.sv.contains("UPPHÖRT") == true)
  }

  @Test("Execution after the decision has ceased is refused; before, it may be recorded late")
  func executionOfWhatHasCeased() throws {
    var desk = try CustodyDesk()
    let custody = try desk.decided(at: "2020-10-27T10:00:00+01:00")
    let after = "2020-11-04T08:00:00+01:00"
    desk.now = CustodyDesk.at("2020-11-06T08:00:00+01:00")
    #expect(throws: Refusal.self) { try desk.act("custody.execute", custody, at: after) }
    try desk.act("custody.execute", custody, at: "2020-11-02T08:00:00+01:00")
    try desk.act("custody.note", custody, ["text": .text("barnet är tryggt")])
    let record = try desk.record(custody)
    #expect(CustodyKind.status(record, now: desk.now).title.sv == "UPPHÖRT 2020-11-04, LVU 7 §")
  }

  @Test("A decision over Christmas shows both its last day and its safe day")
  func christmas() throws {
    var desk = try CustodyDesk()
    let custody = try desk.decided(at: "2026-12-18T22:00:00+01:00")
    let clock = try #require(
      try desk.custody(custody).clocks.clocks(at: desk.now).first { $0.rule.id == .submission })
    #expect(clock.deadline.nominal.description == "2026-12-25")
    #expect(clock.deadline.lastDay.description == "2026-12-28")
    #expect(clock.deadline.safeDay.description == "2026-12-23")
    let step = try #require(CustodyKind.nextStep(desk.record(custody), now: desk.now))
    #expect(step.sv.contains("säkrast ons 23/12, senast mån 28/12"))
    #expect(step.en.contains("safest Wed 23/12, last day Mon 28/12"))
  }

  // MARK: Clocks in a chain

  @Test("Each step starts its own clock, and the next step follows them as the table says")
  func chain() throws {
    var desk = try CustodyDesk()
    let custody = try desk.prepared()
    var text = ""
    func show(_ what: String, _ desk: CustodyDesk) throws {
      let record = try desk.record(custody)
      let status = CustodyKind.status(record, now: desk.now)
      text += "\(what): \(status.title.sv)\(status.isOpen ? "" : " (klart)")\n"
      for clock in Custody(record).clocks.clocks(at: desk.now) {
        let days = clock.deadline
        text +=
          "  \(clock.rule.id.rawValue.padded(12))\(days.safeDay) \(days.lastDay) "
          + "\(clock.state(at: desk.now).rawValue)\n"
      }
      text += "  \(CustodyKind.nextStep(record, now: desk.now)?.sv ?? "–")\n"
    }
    try show("prepared", desk)
    let steps: [(String, String, [String: FieldValue])] = [
      ("custody.decide", "2026-12-16T02:13:00+01:00", CustodyDesk.decision),
      ("custody.dateMeeting", "2026-12-16T08:00:00+01:00", ["boardMeeting": .text("2027-01-14")]),
      ("custody.execute", "2026-12-16T09:00:00+01:00", [:]),
      ("custody.arrive", "2026-12-17T11:00:00+01:00", ["courtNumber": .text("1234-26")]),
      ("custody.examine", "2026-12-22T11:00:00+01:00", ["examination": .text("confirmed")]),
      ("custody.askExtension", "2027-01-12T11:00:00+01:00", [:]),
      ("custody.grantExtension", "2027-01-15T11:00:00+01:00", ["until": .text("2027-01-27")]),
      ("custody.report", "2027-01-15T12:00:00+01:00", [:]),
      ("custody.applyForCare", "2027-01-26T12:00:00+01:00", [:]),
      ("custody.decideCare", "2027-02-09T12:00:00+01:00", ["care": .text("care")]),
    ]
    for (id, time, fields) in steps {
      try desk.act(id, custody, fields, at: time)
      try show(id, desk)
    }
    try Table("CustodyChain.txt").expect(text)
  }

  @Test("What is recorded late counts from when it happened")
  func recordedLate() throws {
    var desk = try CustodyDesk()
    let custody = try desk.decided(at: "2026-12-16T02:13:00+01:00")
    desk.now = CustodyDesk.at("2026-12-29T10:00:00+01:00")
    #expect(
      CustodyKind.status(try desk.record(custody), now: desk.now).title.sv
        == "UPPHÖRT 2026-12-24, LVU 7 §")
    try desk.act("custody.arrive", custody, at: "2026-12-23T15:00:00+01:00")
    #expect(
      CustodyKind.status(try desk.record(custody), now: desk.now).title.sv
        == "hos rätten, ej verkställt")
  }

  @Test("A corrected time moves the clock, and a corrected outcome brings the decision back")
  func corrections() throws {
    var desk = try CustodyDesk()
    let custody = try desk.decided(at: "2026-12-16T02:13:00+01:00")
    func correct(_ version: Int, _ fields: [String: String]) throws {
      try desk.act(
        "custody.correct", custody,
        fields.mapValues { .text($0) }.merging(
          ["entry": .number(version), "reason": .text("fel")]) { $1 })
    }
    try correct(2, ["when": "2026-12-15T23:50:00+01:00"])
    let clock = try #require(
      try desk.custody(custody).clocks.clocks(at: desk.now).first { $0.rule.id == .submission })
    #expect(clock.deadline.lastDay.description == "2026-12-22")
    try desk.act("custody.arrive", custody, at: "2026-12-16T10:00:00+01:00")
    try desk.act(
      "custody.examine", custody, ["examination": .text("notConfirmed")],
      at: "2026-12-18T10:00:00+01:00")
    #expect(
      CustodyKind.status(try desk.record(custody), now: desk.now).title.sv
        == "inte fastställt")
    try correct(5, ["field": "examination", "value": "confirmed"])
    #expect(CustodyKind.status(try desk.record(custody), now: desk.now).title.sv == "fastställt")
    #expect(throws: Refusal.self) { try correct(2, ["field": "capacity", "value": "dutyOfficer"]) }
    #expect(throws: Refusal.self) { try correct(1, ["field": "age", "value": "20"]) }
    #expect(throws: Refusal.self) { try correct(4, ["when": "2026-12-14T10:00:00+01:00"]) }
  }

  @Test("Refused more time lets the custody end with the refusal, or with the four weeks")
  func extensionRefused() throws {
    var desk = try CustodyDesk()
    let custody = try desk.decided(at: "2027-03-01T10:00:00+01:00")
    try desk.act("custody.execute", custody, at: "2027-03-01T12:00:00+01:00")
    try desk.act("custody.arrive", custody, at: "2027-03-02T12:00:00+01:00")
    try desk.act("custody.askExtension", custody, at: "2027-03-24T12:00:00+01:00")
    let later = CustodyDesk.at("2027-04-08T12:00:00+02:00")
    #expect(try desk.custody(custody).clocks.ending(at: later) == nil)
    try desk.act("custody.refuseExtension", custody, at: "2027-04-07T12:00:00+02:00")
    #expect(try desk.custody(custody).clocks.ceased(at: later)?.day.description == "2027-04-08")
    #expect(
      CustodyKind.status(try desk.record(custody), now: later).title.sv
        == "UPPHÖRT 2027-04-08, LVU 8, 9 §§")
  }

  @Test("Age is counted on the day of decision: a party from 15, never 20")
  func age() throws {
    var desk = try CustodyDesk()
    let custody = try desk.prepared(["birthDate": .text("2011-12-16"), "age": .number(19)])
    #expect(try desk.custody(custody).age == 15)
    #expect(try desk.custody(custody).isParty == true)
    let younger = try desk.prepared(["birthDate": .text("2011-12-17")])
    #expect(try desk.custody(younger).isParty == false)
    let unknown = try desk.prepared(["age": .none])
    #expect(try desk.custody(unknown).isParty == nil)
    #expect(
      desk.answer("custody.prepare", nil, ["who": .text("x"), "age": .number(20)])
        .contains("[LVU 6 §]"))
  }

  @Test("A person who has proved to be 20 cannot be taken into custody")
  func provedAdult() throws {
    var desk = try CustodyDesk()
    let person = try desk.act("person.register", nil, ["alias": .text("pojke, blå mössa")])
    let fields: [String: FieldValue] = ["who": .text("x"), "person": .text(person.description)]
    #expect(desk.answer("custody.prepare", nil, fields) == "custody.prepared")
    try desk.act(
      "person.assessAdult", person,
      ["assessedFrom": .number(20), "basis": .text("documents"), "ground": .text("pass")])
    #expect(desk.answer("custody.prepare", nil, fields).contains("[LVU 6 §]"))
  }

  @Test("An ended decision is closed with how the child is protected, and stays")
  func closing() throws {
    var desk = try CustodyDesk()
    let custody = try desk.decided(at: "2026-12-16T02:13:00+01:00")
    let outcome: [String: FieldValue] = ["outcome": .text("nytt beslut fattat")]
    #expect(throws: Refusal.self) { try desk.act("custody.close", custody, outcome) }
    try desk.act("custody.close", custody, outcome, at: "2026-12-28T10:00:00+01:00")
    let status = CustodyKind.status(try desk.record(custody), now: desk.now)
    #expect(
      status
        == RecordStatus(
          Phrase(sv: "UPPHÖRT 2026-12-24, LVU 7 §", en: "CEASED 2026-12-24, LVU 7 §"), isOpen: false
        ))
    #expect(CustodyKind.nextStep(try desk.record(custody), now: desk.now) == nil)
  }
}
