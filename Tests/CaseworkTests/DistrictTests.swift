import Casework
import Testing

@Suite("Districts")
struct DistrictTests {
  @Test("The districts of a day are those of the list that held then")
  func lists() throws {
    let days = [
      (2011, 8, 1), (2020, 6, 30), (2020, 7, 1), (2023, 6, 30), (2023, 7, 1), (2026, 8, 22),
    ]
    var text = ""
    for (year, month, day) in days {
      let date = try #require(CivilDate(year: year, month: month, day: day))
      let names = District.valid(on: date).map(\.name)
      text += "\(date) (\(names.count)): \(names.joined(separator: ", "))\n"
    }
    try Table("Districts.txt").expect(text)
  }

  @Test("A district that is over says which took over, and that one was there the next day")
  func successors() throws {
    for district in District.all {
      #expect((district.validTo == nil) == (district.successor == nil), "\(district.name)")
      guard let last = district.validTo else { continue }
      let successor = try #require(district.successor.flatMap(District.named))
      #expect(
        successor.exists(on: last.adding(days: 1)) && !district.exists(on: last.adding(days: 1)))
    }
    #expect(Set(District.all.map(\.name)).count == District.all.count)
  }

  @Test(
    "A handover to a district that does not exist on the day is refused and names those that do")
  func handover() throws {
    let early = try #require(Instant(iso8601: "2023-06-30T23:59:00+02:00"))
    var desk = try CaseDesk()
    let old = try desk.record(
      Action(
        "case.open", happenedAt: early.adding(minutes: -60),
        fields: ["alias": .text("två syskon"), "children": desk.list(desk.children)]))
    func draft(_ district: String, _ time: Instant?) -> String {
      desk.answer(
        "handover.draft", ["case": .text(old.description), "district": .text(district)], at: time)
    }
    var text = "Norrmalm, its last minute: \(draft("Norrmalm", early))\n"
    text += "Norrmalm, a minute later: \(draft("Norrmalm", early.adding(minutes: 1)))\n"
    text += "Norra innerstaden, too early: \(draft("Norra innerstaden", early))\n"
    text += "Älvsjö, now: \(draft("Älvsjö", nil))\n"
    text += "Järva, now: \(draft("Järva", nil))\n"
    text += "Atlantis, now: \(draft("Atlantis", nil))\n"
    let drafted = try desk.record(
      Action(
        "handover.draft", happenedAt: early,
        fields: ["case": .text(old.description), "district": .text("Norrmalm")]))
    let send: [String: FieldValue] = ["how": .text("post"), "to": .text("registrator")]
    text += "sent when it is over: \(desk.answer("handover.send", on: drafted, send))\n"
    try desk.act("handover.edit", on: drafted, ["district": .text("Norra innerstaden")])
    text += "sent to its successor: \(desk.answer("handover.send", on: drafted, send))\n"
    try Table("DistrictRules.txt").expect(text)
  }
}
