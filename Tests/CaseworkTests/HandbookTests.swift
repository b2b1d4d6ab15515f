import Casework
import Testing

@Suite("The handbook")
struct HandbookTests {
  private let handbook = Handbook(HandbookEntry.ofTheProgram)

  private func ids(_ text: String, _ section: Handbook.Section? = nil) -> [String] {
    handbook.search(text, in: section).map(\.id.description)
  }

  @Test("Every manual step, clock, indicator and district stands in it, from the rules' own tables")
  func isWhole() {
    let counts = Handbook.Section.allCases.map { section in
      handbook.entries.filter { $0.section == section }.count
    }
    #expect(
      counts == [
        ManualStep.allCases.count, DeadlineRule.all.count, Indicator.allCases.count, 0,
        District.all.count, 0, 0,
      ])
    #expect(Set(handbook.entries.map(\.id)).count == handbook.entries.count)
    for rule in DeadlineRule.all {
      #expect(handbook.entry(rule.handbookID)?.title.sv.hasPrefix(rule.law ?? "Rutin") == true)
    }
    for step in ManualStep.allCases { #expect(handbook.entry(step.handbookID) != nil, "\(step)") }
  }

  @Test("Each word begins one of the entry's words, å, ä and ö being letters of their own")
  func folding() {
    #expect(
      ids("JÄRVA", .districts) == [
        "districts/Järva", "districts/Rinkeby-Kista", "districts/Spånga-Tensta",
      ])
    #expect(ids("jarva").isEmpty)
    #expect(ids("hagersten").isEmpty)
    #expect(ids("häg liljeh") == ["districts/Hägersten-Liljeholmen"])
    #expect(ids("ägersten").isEmpty)
    #expect(ids("interpréter") == ["manual/interpreter"])
    #expect(ids("LVU 34 §") == ["laws/lvu34"])
  }

  @Test("What has the words in its title comes before what has them in its text")
  func order() {
    let found = ids("överläm")
    #expect(found.first == "manual/handover")
    #expect(found.contains("laws/handover"))
    #expect(found.firstIndex(of: "laws/handover") ?? 0 < found.firstIndex(of: "laws/sol20-2") ?? 0)
  }

  @Test("Only the time of LVU 7 § is told to be disputed")
  func disputed() {
    let disputed = handbook.search("omtvistat").map(\.id.description)
    #expect(disputed == ["laws/lvu7", "laws/lvu7-court"])
  }

  @Test("An entry that nobody has reviewed says so")
  func reviewed() throws {
    let day = try #require(CivilDate(iso8601: "2026-09-01"))
    let line = HandbookEntry.Line(Phrase(same: "x"))
    let review = HandbookEntry.Review(date: day, reviewer: "NN")
    #expect(HandbookEntry.Passage(lines: [line]).reviewTitle.sv == "ogranskad")
    #expect(
      HandbookEntry.Passage(lines: [line], review: review).reviewTitle.sv
        == "granskad 2026-09-01 av NN")
  }
}
