import Casework
import Testing

@Suite("How long files are kept")
struct RetentionTests {
  @Test("The paragraph and the day follow from last note, placement and age")
  func table() throws {
    let rows = try Table("Retention.txt").rows
    #expect(rows.count > 8)
    for row in rows {
      let file = RetentionFile(
        lastNote: try #require(CivilDate(iso8601: row[0])), isPlaced: row[1] == "yes",
        investigatedBorn: CivilDate(iso8601: row[2]))
      switch file.ruling {
      case .kept: #expect(row[3] == "never", "\(row)")
      case .erasable(let from, _): #expect(from.description == row[3], "\(row)")
      }
      #expect(file.ruling.law.rawValue == row[4], "\(row)")
    }
  }

  @Test("Before its day a file is erased only for a reason; the file of a placed child never is")
  func confirm() throws {
    let day = try #require(CivilDate(iso8601: "2026-11-21"))
    let due = RetentionRuling.erasable(from: day, .fiveYears)
    try due.confirm(on: day, reason: nil)
    #expect(throws: Refusal.self) { try due.confirm(on: day.adding(days: -1), reason: nil) }
    #expect(throws: Refusal.self) { try due.confirm(on: day.adding(days: -1), reason: " ") }
    try due.confirm(on: day.adding(days: -1), reason: "domstolens beslut")
    let refusal = #expect(throws: Refusal.self) {
      try RetentionRuling.kept.confirm(on: day, reason: "domstolens beslut")
    }
    #expect(refusal?.law == "SoL 16:2")
  }

  @Test("What is kept longest decides")
  func longer() throws {
    let day = try #require(CivilDate(iso8601: "2026-11-21"))
    let early = RetentionRuling.erasable(from: day, .fiveYears)
    let late = RetentionRuling.erasable(from: day.adding(days: 1), .childInvestigation)
    #expect(RetentionRuling.longer(early, late) == late)
    #expect(RetentionRuling.longer(late, early) == late)
    #expect(RetentionRuling.longer(early, .kept) == .kept)
    #expect(RetentionRuling.longer(.kept, late) == .kept)
  }

  private func file(_ desk: CaseDesk) -> RetentionFile {
    let states = ([desk.case] + desk.children.prefix(2)).compactMap { desk.ledger[$0] }
    return RetentionFile(
      states, firstNote: CaseDesk.now.adding(minutes: -60), lastNote: CaseDesk.now)
  }

  @Test("A file is of a placed child once a child in it was placed")
  func placed() throws {
    var desk = try CaseDesk()
    #expect(!file(desk).isPlaced)
    try desk.act(
      "case.place", ["child": .text(desk.children[0].description), "kind": .text("shelter")])
    #expect(file(desk).isPlaced)
  }

  @Test("An opened investigation is kept by the youngest child it can have been")
  func investigated() throws {
    var desk = try CaseDesk()
    let answer: [String: FieldValue] = [
      "child": .text(desk.children[0].description), "district": .text("Södermalm"),
    ]
    try desk.act("case.concern", answer.merging(["concern": .text("tigger")]) { $1 })
    try desk.act("case.investigation", answer.merging(["opened": .flag(false)]) { $1 })
    #expect(file(desk).investigatedBorn == nil)
    try desk.act("case.investigation", answer.merging(["opened": .flag(true)]) { $1 })
    // Of neither child an age is known: either may be a newborn.
    #expect(file(desk).investigatedBorn?.description == "2026-11-22")
    for (child, age) in zip(desk.children, [9, 15]) {
      try desk.act("person.describe", on: child, ["claimedAge": .number(age)])
    }
    #expect(file(desk).investigatedBorn?.description == "2017-11-22")
    try desk.act("person.describe", on: desk.children[0], ["estimatedFrom": .number(7)])
    #expect(file(desk).investigatedBorn?.description == "2019-11-22")
    for child in desk.children.prefix(2) {
      try desk.act(
        "person.assessAdult", on: child,
        ["assessedFrom": .number(19), "basis": .text("documents"), "ground": .text("pass")])
    }
    #expect(file(desk).investigatedBorn == nil)
  }
}
