import Casework
import Testing

@Suite("Agendas")
struct AgendaTests {
  private func words(_ agenda: Agenda) -> [String] {
    agenda.parts.flatMap { part in
      part.items.flatMap { item in
        ["\(item.reference) \(item.heading.sv)"]
          + item.lines.map { "\($0.label.sv): \($0.text.sv)" }
      }
    }
  }

  @Test("A report goes on the police agenda on its last day of silence, the most silent first")
  func police() throws {
    var desk = try CustodyDesk()
    let old = try desk.filed(at: "2026-12-01T10:00:00+01:00")
    let numbered = try desk.filed(at: "2026-12-02T10:00:00+01:00")
    try desk.act(
      "policeReport.number", numbered, ["kNumber": .text("5000-K123456-26")],
      at: "2026-12-03T10:00:00+01:00")
    let reports = try [numbered, old].map { ($0, try desk.report($0)) }
    func lines(_ now: String, _ days: Int) -> [String] {
      words(Agenda.police(reports, silentFor: days, now: CustodyDesk.at(now)))
    }
    #expect(lines("2026-12-14T23:59:00+01:00", 14).isEmpty)
    #expect(
      lines("2026-12-15T00:00:00+01:00", 14) == [
        "\(old) K-nummer saknas", "Till: gränspolisen", "Brott: människohandel (BrB 4:1 a)",
        "Läge: anmäld", "Senast hört: 2026-12-01, anmäld; tyst i 14 dagar",
        "Fråga: Vilket K-nummer har anmälan?",
        "Fråga: Har förundersökning inletts, och vem är kontaktperson?",
      ])
    let both = lines("2026-12-17T00:00:00+01:00", 14)
    #expect(both.first == "\(old) K-nummer saknas")
    #expect(both.contains("\(numbered) 5000-K123456-26"))
    #expect(both.contains("Senast hört: 2026-12-03, K-numret; tyst i 14 dagar"))
  }

  @Test("Nothing that somebody wrote stands on an agenda")
  func namesNobody() throws {
    var desk = try CustodyDesk()
    let report = try desk.filed(at: "2026-12-16T03:00:00+01:00")
    try desk.act(
      "policeReport.recordNews", report, ["news": .text("Elena Ionescu hörd, pojke 15")],
      at: "2026-12-16T04:00:00+01:00")
    let custody = try desk.decided(at: "2026-12-16T05:00:00+01:00")
    let officer = try #require(desk.ledger.officer("dutyOfficer"))
    let later = CustodyDesk.at("2027-01-20T03:00:00+01:00")
    let forum = Agenda.forum(
      [(report, try desk.record(report)), (custody, try desk.record(custody))], for: officer,
      now: CustodyDesk.at("2026-12-16T06:00:00+01:00"))
    let police = Agenda.police([(report, try desk.report(report))], now: later)
    let all = (words(forum) + words(police)).joined(separator: "\n")
    #expect(all.contains("\(custody)") && all.contains("\(report)") && all.contains("LVU 7 §"))
    for name in ["Elena", "pojke", "röd jacka", "Vera"] { #expect(!all.contains(name), "\(name)") }
  }
}
