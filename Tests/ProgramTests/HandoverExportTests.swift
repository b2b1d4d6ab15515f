import Testing

@Suite("samjour handover")
struct HandoverExportTests {
  /// A store with a case, a placement in it, and a handover with a section of hostile text.
  private func store() throws -> TrainingStore {
    let store = try TrainingStore()
    let lines = """
      {"action":"person.register","fields":{"alias":"flicka, röd jacka"}}
      {"action":"case.open","fields":{"alias":"flickan","children":["B2"]}}
      {"action":"case.place","subject":"Ä3","fields":{"child":"B2","kind":"shelter","address":"Hemliga gatan 1"}}
      {"action":"handover.draft","fields":{"case":"Ä3","district":"Södermalm"}}
      {"action":"handover.edit","subject":"Ö5","fields":{"risks":"# *Fet* <b>x</b> [a](http://b) \\u001b[31m [3]\\n- [9]","placement":"Hemliga gatan 1 [4]"}}
      """
    #expect(try store.run("record", input: lines).status == 0)
    return store
  }

  @Test(
    "Text has the sections, the manual, the sources and the journal's end; the placement is masked")
  func text() throws {
    let store = try store()
    let outcome = try store.run("handover", "Ö5")
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("Hemliga"))
    #expect(outcome.output.contains("dolt; visas när skäl anges"))
    #expect(outcome.output.contains("[ ] tolk (aldrig en medföljande): återstår"))
    #expect(outcome.output.contains("[3] Ä3"))
    #expect(outcome.output.contains("[9] hör inte till ärendet"))
    #expect(outcome.output.contains("Journalens slut: nr 6, sha256 "))
    let open = try store.run("handover", "Ö5", "--reason", "ska köra barnet dit")
    #expect(open.output.contains("Hemliga gatan 1 [4]"))
    let log = try store.run("access-log")
    #expect(log.output.contains("ska köra barnet dit"))
    #expect(log.output.contains("utskrift av överlämning"))
  }

  @Test("Markdown holds no markup but the program's own, and no control character")
  func markdown() throws {
    let store = try store()
    let outcome = try store.run("handover", "Ö5", "--format", "markdown")
    #expect(outcome.output.hasPrefix("# Överlämning Ö5\n"))
    #expect(outcome.output.contains(##"\# \*Fet\* \<b\>x\<\/b\> \[a\]\(http\:\/\/b\)"##))
    #expect(outcome.output.contains(#"\- \[9\]"#))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test("What is no handover is refused as usage, one that is not there as bad data")
  func refusals() throws {
    let store = try store()
    #expect(try store.run("handover", "Ä3").status == 64)
    #expect(try store.run("handover", "Ö99").status == 65)
  }
}
