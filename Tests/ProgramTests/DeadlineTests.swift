import Testing

@Suite("samjour deadline")
struct DeadlineTests {
  @Test("A custody decision before Christmas: the three days and why, without any store")
  func text() throws {
    let outcome = try Program.run(["deadline", "lvu7", "--from", "2026-12-18"], in: try Folder())
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        LVU 7 §: handlingarna till förvaltningsrätten, 1 vecka
          Från          fre  2026-12-18  beslutet fattades
          Nominell dag  fre  2026-12-25  juldagen
          Sista dag     mån  2026-12-28  lag (1930:173) 2 §
          Säker dag     ons  2026-12-23

        """)
  }

  @Test(
    "Every rule answers in JSON",
    arguments: [
      ("lvu7", "2026-12-25", "2026-12-28", "2026-12-23"),
      ("lvu7-court", "2026-12-25", "2026-12-28", "2026-12-23"),
      ("lvu8", "2027-01-15", "2027-01-15", "2027-01-15"),
      ("lvu34", "2027-01-01", "2027-01-04", "2026-12-30"),
      ("sol20-2", "2027-01-01", "2027-01-04", "2026-12-30"),
      ("sol19-6", "2026-12-25", "2026-12-28", "2026-12-23"),
      ("utl5-15", "2027-01-17", "2027-01-18", "2027-01-15"),
    ])
  func json(rule: String, nominal: String, last: String, safe: String) throws {
    let outcome = try Program.run(
      ["deadline", rule, "--from", "2026-12-18", "--json"], in: try Folder())
    let object = try #require(try outcome.objects().first as? [String: String])
    #expect(object["rule"] == rule && object["from"] == "2026-12-18")
    #expect(
      [object["nominal"], object["lastDay"], object["safeDay"]] == [nominal, last, safe])
  }

  @Test(
    "What is no rule or no day is 64, in words",
    arguments: [
      (["lvu6", "--from", "2026-12-18"], "lvu7-court"),
      (["lvu7", "--from", "2026-02-29"], "2026-12-18"),
      (["lvu7", "--from", "1899-12-31"], "1900"), (["lvu7"], "--from"),
    ])
  func refused(arguments: [String], words: String) throws {
    let outcome = try Program.run(["deadline"] + arguments, in: try Folder())
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(words) && outcome.output.isEmpty)
  }
}
