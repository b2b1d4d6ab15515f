import Foundation
import Testing

@Suite("Secrecy from the shell")
struct SecrecyTests {
  /// `duty` has the restricted case, `other` has not; `boss` has every role.
  private func night() throws -> TrainingStore {
    let store = try TrainingStore()
    try store.register("duty", roles: "dutyOfficer")
    try store.register("other", roles: "dutyOfficer")
    try store.register("field", roles: "outreachWorker")
    let outcome = try store.run(
      "record",
      input: """
        {"action":"person.register","fields":{"alias":"flicka","claimedName":"Elena"}}
        {"action":"case.open","fields":{"alias":"Slussenflickan","children":["B5"],"handler":"duty",\
        "restricted":true,"ground":"beslutets grund"}}
        {"action":"case.place","subject":"Ä6","fields":{"child":"B5","kind":"shelter",\
        "address":"Hemliga gatan 1"}}
        {"action":"person.register","fields":{"alias":"pojke","claimedName":"Dold Persson"}}
        {"action":"person.protect","subject":"B8","fields":{"protection":"marking"}}
        """)
    guard outcome.status == 0 else { throw Failure(outcome.output) }
    return store
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let who: String
    let ref: String
    let reason: String?
    let status: Int32
    let shows: [String]
    let hides: [String]
    let logged: [String]

    var testDescription: String { "\(who) \(ref) \(reason ?? "-") → \(status)" }
  }

  static let cases = [
    Case(
      who: "other", ref: "Ä6", reason: nil, status: 77, shows: ["--reason", "SoLPuL 10 §"],
      hides: ["Slussenflickan"], logged: []),
    Case(
      who: "other", ref: "Ä6", reason: "kort", status: 65, shows: ["för kort"],
      hides: ["Slussenflickan"], logged: []),
    Case(
      who: "other", ref: "Ä6", reason: "hämtar barnet", status: 0,
      shows: ["Slussenflickan", "Hemliga gatan 1", "beslutets grund"], hides: [],
      logged: ["restricted", "masked"]),
    Case(
      who: "duty", ref: "Ä6", reason: nil, status: 0, shows: ["Slussenflickan", "--reason"],
      hides: ["Hemliga"], logged: ["own"]),
    Case(
      who: "boss", ref: "Ä6", reason: nil, status: 0, shows: ["Slussenflickan"],
      hides: ["Hemliga"], logged: ["lead"]),
    Case(
      who: "field", ref: "Ä6", reason: "letar efter flickan", status: 0,
      shows: ["Slussenflickan"], hides: ["Hemliga", "beslutets grund"], logged: ["restricted"]),
    Case(
      who: "field", ref: "B8", reason: nil, status: 0, shows: ["skyddade personuppgifter"],
      hides: ["Dold", "pojke"], logged: ["ordinary"]),
    Case(
      who: "field", ref: "B8", reason: "träffade pojken", status: 0, shows: ["Dold", "pojke"],
      hides: [], logged: ["ordinary", "masked"]),
  ]

  @Test("Who asks and why decide what is shown and what is logged", arguments: cases)
  func show(_ example: Case) throws {
    let store = try night()
    let reason = example.reason.map { ["--reason", $0] } ?? []
    for json in [[], ["--json"]] {
      let outcome = try store.run(
        ["show", example.ref] + reason + json, as: example.who, input: Data())
      #expect(outcome.status == example.status)
      let said = outcome.output + outcome.errors
      for text in example.hides { #expect(!said.contains(text), "\(text)") }
      guard json.isEmpty else { continue }
      for text in example.shows { #expect(said.contains(text), "\(text)") }
      let log = try store.run("access-log", "--json").objects()
      #expect(log.reversed().compactMap { $0["basis"] as? String } == example.logged)
      #expect(log.allSatisfy { $0["officer"] as? String == example.who })
      #expect(
        log.allSatisfy { $0["ref"] as? String == example.ref && $0["way"] as? String == "show" })
      for entry in log where ["restricted", "masked"].contains(entry["basis"] as? String) {
        #expect(entry["reason"] as? String == example.reason)
      }
    }
  }

  @Test("The access log is a lead's, in words and JSON, by subject, officer, day and reason")
  func log() throws {
    let store = try night()
    _ = try store.run("show", "Ä6", as: "duty")
    _ = try store.run("show", "B5", as: "other")
    _ = try store.run("show", "B8", "--reason", "söker upp honom", as: "other")
    _ = try store.run("journal", "export")
    #expect(try store.run("access-log", as: "duty").status == 77)
    #expect(try store.run("access-log", "--ref", "X", as: "boss").status == 64)
    #expect(try store.run("access-log", "--from", "igår", as: "boss").status == 64)
    #expect(try store.run("access-log", "--limit", "0", as: "boss").status == 64)
    let words = try store.run("access-log").output
    #expect(words.contains("dolda uppgifter, med skäl: söker upp honom"))
    #expect(words.contains("hela lagret"))
    func count(_ options: String...) throws -> Int {
      try store.run(["access-log", "--json"] + options, as: "boss", input: Data()).objects().count
    }
    #expect(try count() == 5)
    #expect(try count("--limit", "2") == 2)
    #expect(try count("--ref", "b8") == 2)
    #expect(try count("--by", "other") == 3)
    #expect(try count("--reasons") == 1)
    #expect(try count("--to", "2020-01-01") == 0)
    #expect(try count("--from", "2020-01-01") == 5)
  }

  @Test("The access log as of a time has the readings until then")
  func logAsOf() throws {
    let store = try night()
    _ = try store.run("show", "Ä6", "--now", "2030-11-21T02:00:00+01:00", as: "duty")
    _ = try store.run("show", "B5", "--now", "2030-11-21T03:00:00+01:00", as: "duty")
    func refs(_ time: String) throws -> [String?] {
      let log = try store.run(
        "access-log", "--json", "--now", "2030-11-22T00:00:00+01:00", "--as-of", time)
      return try log.objects().map { $0["ref"] as? String }
    }
    #expect(try refs("2030-11-21T01:59:59+01:00") == [])
    #expect(try refs("2030-11-21T02:30:00+01:00") == ["Ä6"])
    #expect(try refs("2030-11-21T03:30:00+01:00") == ["B5", "Ä6"])
  }

  @Test("Persons and cases are searched by name; a restricted case is not given away")
  func search() throws {
    let store = try night()
    func refs(_ text: String, _ who: String) throws -> [String?] {
      try store.run("search", "--json", text, as: who).objects().map { $0["ref"] as? String }
    }
    #expect(try refs("elena", "duty") == ["Ä6", "B5"])
    #expect(try refs("elena", "other") == ["B5"])
    #expect(try refs("dold", "boss") == [])
    #expect(try refs("grund", "boss") == [])
    #expect(try refs("ä6", "other") == ["Ä6"])
    #expect(try !store.run("search", "ä6", as: "other").output.contains("Slussenflickan"))
  }
}
