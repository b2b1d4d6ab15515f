import Foundation
import Testing

@Suite("Recording from the shell")
struct RecordTests {
  @Test("What is recorded is listed, shown and exported")
  func roundTrip() throws {
    let store = try TrainingStore()
    let receipt = try store.run(
      "record",
      input: """
        {"action":"tip.receive","happenedAt":"2026-03-01T21:40:00+01:00",\
        "fields":{"channel":"phone","text":"En flicka sitter ensam","place":"Slussen",\
        "children":[{"sex":"female","ageFrom":9}]}}
        """)
    #expect(receipt.status == 0)
    #expect(receipt.output == "{\"ref\":\"T2\",\"seq\":2,\"version\":1}\n")
    let listed = try store.run("list", "tips", "--json").objects()
    #expect(listed.count == 1)
    #expect(listed[0]["ref"] as? String == "T2")
    #expect(listed[0]["receivedAt"] as? String == "2026-03-01T21:40:00+01:00")
    #expect(listed[0]["place"] as? String == "Slussen")
    #expect(listed[0]["children"] as? Int == 1)
    let shown = try #require(try store.run("show", "T2", "--json").objects().first)
    let report = try #require(shown["report"] as? [String: Any])
    #expect(report["text"] as? String == "En flicka sitter ensam")
    let text = try store.run("show", "t2")
    #expect(text.output.contains("flicka 9+"))
    #expect(text.output.contains("Berit Chef"))
    let exported = try store.run("journal", "export", "--since", "1").objects()
    #expect(exported.map { $0["kind"] as? String } == ["tip.received"])
  }

  @Test("A line that is wrong is named and keeps no other from being recorded")
  func errorsByLine() throws {
    let store = try TrainingStore()
    let outcome = try store.run(
      "record",
      input: """
        {"action":"tip.receive","fields":{"channel":"phone","text":"ett"}}

        {"action":"tip.receive","field":{"text":"två"}}
        {"action":"tip.receive","fields":{"channel":"phone","txet":"tre"}}
        {"action":"tip.recieve"}
        inte json
        {"action":"tip.note","subject":"T2","happenedAt":"igår","fields":{"text":"x"}}
        {"action":"tip.note","subject":"T2","fields":{"text":"fyra"}}
        """)
    let objects = try outcome.objects()
    #expect(objects.map { $0["ref"] as? String } == ["T2", nil, nil, nil, nil, nil, "T2"])
    #expect(objects.map { $0["line"] as? Int } == [nil, 3, 4, 5, 6, 7, nil])
    let errors = objects.compactMap { $0["error"] as? String }
    for (error, part) in zip(errors, ["”field”", "”txet”", "tip.recieve", "JSON", "happenedAt"]) {
      #expect(error.contains(part))
    }
    #expect(outcome.status == 65)
  }

  @Test("With --atomic one wrong line keeps all from being recorded")
  func atomic() throws {
    let store = try TrainingStore()
    let outcome = try store.run(
      "record", "--atomic",
      input: """
        {"action":"tip.receive","fields":{"channel":"phone","text":"ett"}}
        {"action":"tip.note","subject":"T99","fields":{"text":"två"}}
        """)
    #expect(outcome.status == 65)
    #expect(try outcome.objects().map { $0["line"] as? Int } == [2])
    #expect(try store.run("journal", "head").output.hasPrefix("1 "))
  }

  @Test("An action against a version that is past is told who changed what, and not recorded")
  func conflict() throws {
    let store = try TrainingStore()
    let receive = "{\"action\":\"tip.receive\",\"fields\":{\"channel\":\"phone\",\"text\":\"x\"}}"
    _ = try store.run("record", input: receive)
    func prioritise(_ priority: String) throws -> Outcome {
      try store.run(
        "record",
        input: """
          {"action":"tip.prioritise","subject":"T2","expects":1,"fields":{"priority":"\(priority)"}}
          """)
    }
    #expect(try prioritise("high").status == 0)
    let second = try prioritise("low")
    #expect(second.status == 75)
    #expect(second.output.contains("Berit Chef: Prioriterad: hög"))
    let shown = try store.run("show", "T2", "--json").objects()
    #expect(shown.first?["priority"] as? String == "high")
  }
}
