import Casework
import Testing
import TextSafety

@Suite("What an action's fields must be")
struct FieldReaderTests {
  @Test("Every wrong field is refused by name, in words, as the table says")
  func table() throws {
    let desk = try TipDesk()
    func receive(_ fields: [String: FieldValue]) -> Action { .receive("x", fields) }
    func child(_ members: [String: FieldValue]) -> Action {
      receive(["children": .list([.object(members)])])
    }
    let cases: [(String, Action)] = [
      ("unknown field", receive(["colour": .text("red")])),
      ("required left out", Action("tip.receive", fields: ["channel": .text("phone")])),
      ("required null", receive(["text": .none])),
      ("required blank", receive(["text": .text(" \n\t")])),
      ("optional null", receive(["place": .none])),
      ("number for text", receive(["place": .number(7)])),
      ("text for number", receive(["adults": .text("två")])),
      ("number below its range", receive(["adults": .number(-1)])),
      ("number above its range", receive(["adults": .number(1001)])),
      ("number at its ends", receive(["adults": .number(1000)])),
      ("unknown choice", receive(["channel": .text("fax")])),
      ("unknown one of several", receive(["activity": .list([.text("theft"), .text("x")])])),
      ("a choice that is no text", receive(["activity": .list([.number(1)])])),
      ("text for several", receive(["activity": .text("theft")])),
      ("text for yes or no", receive(["wantsFeedback": .text("ja")])),
      ("time without offset", receive(["observedAt": .text("2026-11-21T02:13:00")])),
      ("time with offset", receive(["observedAt": .text("2026-11-21T02:13:00+01:00")])),
      ("child of unknown sex", child(["sex": .text("girl")])),
      ("child with an unknown key", child(["age": .number(10)])),
      ("child of 121", child(["ageFrom": .number(121)])),
      ("child's ages reversed", child(["ageFrom": .number(12), "ageTo": .number(10)])),
      ("child of whom nothing is known", child([:])),
      ("children not a list", receive(["children": .number(2)])),
      (
        "101 children",
        receive(["children": .list(Array(repeating: .object([:]), count: 101))])
      ),
    ]
    let text = cases.map { $0.0.padded(34) + desk.answer(to: $0.1) + "\n" }.joined()
    try Table("Fields.txt").expect(text)
  }

  @Test("A half-typed form gives what can be read and refuses nothing")
  func draft() {
    let report = TipReport(draft: [
      "text": .text("Ett barn"), "adults": .text("två"), "place": .text("Slussen"),
      "colour": .text("röd"), "observedAt": .text("igår"), "children": .list([.object([:])]),
    ])
    #expect(report.text == "Ett barn")
    #expect(report.place == "Slussen")
    #expect(report.adults == nil)
    #expect(report.observedAt == nil)
    #expect(report.children == [SeenChild()])
  }

  @Test("A corrected value is cleared by null, and what is not named stays")
  func clearing() throws {
    var desk = try TipDesk()
    let tip = try desk.record(
      .receive("x", ["place": .text("Slussen"), "adults": .number(2), "acute": .text("hot")]))
    try desk.record(
      Action(
        "tip.correct", subject: tip,
        fields: ["reason": .text("fel"), "place": .none, "adults": .number(3)]))
    let report = try #require(desk.ledger.tip(tip)?.report)
    #expect(report.place == nil)
    #expect(report.adults == 3)
    #expect(report.acute == "hot")
    guard case .tip(.corrected(let correction))? = desk.ledger.entries.last?.fact else {
      Issue.record("no correction")
      return
    }
    #expect(correction.changed == ["place", "adults"])
    #expect(correction.corrects == 1)
  }
}

@Suite("Children as they are typed")
struct ChildrenEntryTests {
  @Test("They are read as the table says")
  func table() throws {
    let table = try Table("Children.txt")
    let text = table.rows.map { row in
      let read = ChildrenEntry.parse(row[0]).map { children in
        children.isEmpty ? "(none)" : children.map { $0.title(.sv) }.joined(separator: ", ")
      }
      return "\(row[0].padded(30))| \(read ?? "?")\n"
    }.joined()
    table.expect(text)
  }

  @Test("What is shown in a form can be read again")
  func roundTrip() {
    let children = [
      SeenChild(sex: .female, ageFrom: 10, ageTo: 12), SeenChild(sex: .male, ageFrom: 15),
      SeenChild(ageTo: 3), SeenChild(sex: .male, ageFrom: 7, ageTo: 7), SeenChild(),
    ]
    for language in Language.allCases {
      #expect(ChildrenEntry.parse(ChildrenEntry.text(children, language)) == children)
    }
  }
}
