import Casework
import Testing

@Suite("What a list says that its rows wait for")
struct WaitingTests {
  @Test(
    "A custody decision says its safe day, and when it has ceased that before all else",
    arguments: [
      ("2026-12-17T12:00:00+01:00", "säkrast ons 23/12", "safest Wed 23/12"),
      ("2026-12-23T23:00:00+01:00", "SENAST I DAG, 1 t", "LAST DAY TODAY, 1 h"),
      ("2026-12-24T00:00:00+01:00", "UPPHÖRT tors 24/12", "CEASED Thu 24/12"),
      ("2027-01-12T00:00:00+01:00", "UPPHÖRT tors 24/12", "CEASED Thu 24/12"),
    ])
  func custody(now: String, sv: String, en: String) throws {
    var desk = try CustodyDesk()
    let decided = try desk.decided(at: "2026-12-16T04:00:00+01:00")
    let record = try desk.record(decided)
    let officer = try #require(desk.ledger.officer("dutyOfficer"))
    let view = RecordView(record, for: officer, now: CustodyDesk.at(now))
    #expect(view.waiting == Phrase(sv: sv, en: en))
  }

  @Test(
    "A handover says how long it has waited, also when the day it had has passed",
    arguments: [(5, "väntat 5 t", Clock.Pressure.calm), (31, "väntat 31 t", .now)])
  func handover(hours: Int, words: String, pressure: Clock.Pressure) throws {
    var desk = try CaseDesk()
    let sent = try desk.handover(.sent)
    let duty = try #require(desk.ledger.officer("duty"))
    let view = RecordView(
      try desk.record(of: sent), for: duty, now: CaseDesk.now.adding(minutes: hours * 60))
    #expect(view.waiting?.sv == words)
    #expect(view.pressure == pressure)
  }
}
