import CaseStore
import Casework
import Foundation
import Terminal
import Testing

@Suite("A night")
struct NightTests {
  @Test("an outreach worker and a duty officer play a whole night with keys alone")
  func wholeNight() throws {
    let shift = try TestShift()
    for (login, name, unit, role) in [
      ("erik", "Erik Jourlåtsas", "emergency", "dutyOfficer"),
      ("nadja", "Nadja Nästapass", "emergency", "dutyOfficer"),
    ] {
      try shift.record(
        "officer.register",
        [
          "login": .text(login), "name": .text(name), "unit": .text(unit),
          "roles": .list([.text(role)]),
        ])
    }
    let play = try NightPlay(
      shift,
      [
        ("olle", Size(columns: 80, rows: 24)), ("erik", Size(columns: 120, rows: 40)),
        ("nadja", Size(columns: 200, rows: 60)),
      ])
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Night/night.keys")
    let script = try NightScript(String(contentsOf: file, encoding: .utf8))
    try play.play(script) { step in
      for (login, desk) in play.desks where step.contains(login) {
        try expectFrame(desk.screen, "night-\(step)")
      }
    }
    try expectFrame(play.tally, "night-keys")
    try expectWhole(shift)
  }

  /// What the night has to leave in the store, whatever the screens looked like.
  private func expectWhole(_ shift: TestShift) throws {
    let karin = try #require(try shift.store.officer(login: "karin"))
    func records(_ kind: SubjectKind) throws -> [Record] {
      try shift.store.records(
        RecordQuery(kind: kind, onlyOpen: false, limit: 10), as: karin
      ).rows.map(\.record)
    }
    let pass = try #require(try records(.pass).first.map(Pass.init))
    #expect((pass.adults, pass.children) == (2, 1))
    #expect(pass.endedAt != nil)
    let person = try #require(try records(.person).first.map(Person.init))
    #expect(person.links.map(\.certainty) == [.certain])
    let opened = try #require(try records(.case).first.flatMap(Case.init))
    #expect(opened.children.count == 1)
    #expect(opened.record.references("tips").count == 1)
    let custody = try #require(try records(.custody).first.map(Custody.init))
    #expect(custody.capacity == .chairman)
    #expect(custody.decidedAt != nil && custody.executedAt != nil && custody.arrivedAt != nil)
    #expect(custody.record.references("case").count == 1)
    let report = try #require(try records(.policeReport).first.map(PoliceReport.init))
    #expect(report.kNumber?.description == "5000-K123456-26")
    let handover = try #require(try records(.handover).first.flatMap(Handover.init))
    #expect(handover.state == .acknowledged)
    let shifts = try records(.shift).map(Shift.init)
    #expect(shifts.map { $0.handedOverAt != nil } == [true, true])
    #expect(shifts.contains { $0.acknowledgedAt != nil })
    #expect(try shift.store.verify().fault == nil)
  }
}
