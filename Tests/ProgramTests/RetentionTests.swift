import Foundation
import Testing

@Suite("Erasure from the shell")
struct RetentionTests {
  /// A training store whose tips came in long ago.
  private func store() throws -> TrainingStore {
    let store = try TrainingStore()
    try store.register("duty", roles: "dutyOfficer")
    let tips = """
      {"action":"tip.receive","fields":{"channel":"web","text":"Hemliga barnet vid Gömda torget"}}
      {"action":"tip.receive","fields":{"channel":"web","text":"Ett annat barn vid Öppna torget"}}
      """
    let outcome = try store.run("record", "--now", "2020-01-15T12:00:00+01:00", input: tips)
    guard outcome.status == 0 else { throw Failure(outcome.output) }
    return store
  }

  private func holds(_ store: TrainingStore, _ text: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: store.folder.path).contains { name in
      FileManager.default.contents(atPath: store.folder.file(name))?.range(of: Data(text.utf8))
        != nil
    }
  }

  @Test("What is due is listed with reason and paragraph, and goes when a lead types the word")
  func confirm() throws {
    let store = try store()
    let due = try store.run("retention", "due", "--json").objects()
    #expect(due.compactMap { $0["ref"] as? String } == ["T3", "T4"])
    #expect(due.first?["law"] as? String == "SoL 16:1")
    #expect(due.first?["dueFrom"] as? String == "2025-01-16")
    #expect(due.first?["lastNote"] as? String == "2020-01-15")
    let words = try store.run("retention", "due").output
    #expect(words.contains("fem år efter den sista anteckningen"))
    #expect(try store.run("retention", "due", as: "duty").status == 77)
    #expect(try store.run("retention", "confirm", "T3", as: "duty", input: "GALLRA\n").status == 77)
    let declined = try store.run("retention", "confirm", "T3", input: "ja\n")
    #expect(declined.status == 64 && declined.errors.contains("inget är gallrat"))
    #expect(try holds(store, "Gömda torget"))
    let figures = try store.run("report", "--from", "2020-01-01", "--to", "2020-12-31").output
    let confirmed = try store.run("retention", "confirm", "T3", input: "GALLRA\n")
    #expect(confirmed.status == 0, "\(confirmed.errors)")
    #expect(confirmed.output.contains("Gallrat: T3 [SoL 16:1]"))
    #expect(confirmed.output.contains("Säkerhetskopior har kvar det"))
    #expect(try !holds(store, "Gömda torget"))
    #expect(try holds(store, "Öppna torget"))
    #expect(
      try store.run("report", "--from", "2020-01-01", "--to", "2020-12-31").output == figures)
    #expect(try store.run("journal", "verify").output.contains("varav 1 raderade"))
    let show = try store.run("show", "T3")
    #expect(show.status == 65 && show.errors.contains("T3 är gallrat"))
    #expect(try store.run("retention", "confirm", "T3", input: "GALLRA\n").status == 65)
    #expect(try store.run("retention", "due", "--json").objects().count == 1)
    #expect(try store.run("retention", "sweep").status == 0)
    #expect(try store.run("retention", "sweep", as: "duty").status == 77)
  }

  @Test("Before the day an exception takes a reason, and the word all the same")
  func exception() throws {
    let store = try store()
    _ = try store.run(
      "record", input: #"{"action":"tip.note","subject":"T3","fields":{"text":"ringde igen"}}"#)
    let early = try store.run("retention", "confirm", "T3", input: "GALLRA\n")
    #expect(early.status == 65 && early.errors.contains("[SoL 16:1]"))
    let reason = ["retention", "confirm", "T3", "--reason", "nämndens beslut 12 §"]
    #expect(try store.run(reason, as: "boss", input: Data()).status == 64)
    #expect(try store.run(reason, as: "boss", input: Data("GALLRA\n".utf8)).status == 0)
    #expect(try !holds(store, "ringde igen"))
  }

  @Test("One entry's words are redacted; the history says who did it and why")
  func redact() throws {
    let store = try store()
    #expect(
      try store.run("redact", "T3", "--version", "1", "--reason", "fel barn", as: "duty").status
        == 77)
    #expect(try store.run("redact", "T3", "--version", "9", "--reason", "fel barn").status == 65)
    let redacted = try store.run("redact", "T3", "--version", "1", "--reason", "fel barn")
    #expect(redacted.status == 0, "\(redacted.errors)")
    #expect(redacted.output.contains("T3 v1"))
    #expect(try !holds(store, "Gömda torget"))
    let show = try store.run("show", "T3").output
    #expect(show.contains("[borttaget]"))
    #expect(show.contains("borttaget av Berit Chef, med skälet: fel barn"))
    #expect(try store.run("search", "gömda").output.contains("T3") == false)
    #expect(try store.run("journal", "verify").status == 0)
  }

  @Test("A month's sample of the access log shows what is not checked, and what a lead found")
  func accessLog() throws {
    let store = try store()
    for _ in 1...3 {
      _ = try store.run("show", "T3", "--now", "2020-02-10T12:00:00+01:00", as: "duty")
    }
    let sample = try store.run("access-log", "sample", "2020-02", "--size", "2").output
    #expect(sample.contains("2 av månadens 3 rader; 2 är inte granskade."))
    let drawn = try store.run("access-log", "sample", "2020-02", "--size", "2", "--json").objects()
    let id = try #require(drawn.first?["id"] as? Int)
    let checked = try store.run(
      "access-log", "check", "\(id)", "--finding", "justified", "--reason", "var i tjänst då")
    #expect(checked.status == 0, "\(checked.errors)")
    let after = try store.run("access-log", "sample", "2020-02", "--size", "2").output
    #expect(after.contains("befogad – Berit Chef: var i tjänst då"))
    #expect(after.contains("1 är inte granskade"))
    let months = try store.run("access-log", "sample", "--size", "2", "--json").objects()
    #expect(months.last?["month"] as? String == "2020-02")
    #expect(months.last?["unchecked"] as? Int == 1)
    #expect(try store.run("access-log", "sample", "2020-02", as: "duty").status == 77)
    #expect(try store.run("access-log", "sample", "februari").status == 64)
    #expect(
      try store.run(
        "access-log", "check", "\(id)", "--finding", "justified", "--reason", "kort"
      ).status == 65)
    #expect(try store.run("access-log").output.contains("tjänsten"))
  }
}
