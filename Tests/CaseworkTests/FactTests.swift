import Casework
import Foundation
import Testing
import TextSafety

@Suite("Facts")
struct FactTests {
  /// One fact of every kind, made by the rules.
  static func everyKind() throws -> [Fact] {
    var desk = try TipDesk()
    let children: FieldValue = .list([SeenChild(sex: .male, ageFrom: 7).field, .object([:])])
    let tip = try desk.record(
      .receive(
        "Ord med \u{1B}[31m, ”citat” och 🌹",
        [
          "acute": .text("hotas"), "place": .text("Slussen"), "children": children,
          "observedAt": .text(TipDesk.now.iso8601), "duration": .text("en timme"),
          "adults": .number(0), "activity": .list([.text("theft"), .text("music")]),
          "childNow": .text("hos oss"), "ifNothing": .text("vet ej"), "childKnows": .text("yes"),
          "guardianKnows": .text("unknown"), "cautions": .text("hund"), "language": .text("ryska"),
          "reporterName": .text("Anna Påhittad"), "reporterPhone": .text("070-1740605"),
          "reporterEmail": .text("anna@example.com"), "reporterCategory": .text("granne"),
          "wantsFeedback": .flag(false), "concernsChild": .flag(true),
          "enclosures": .text("bild.jpg, 12 kB"),
        ]))
    try desk.act("tip.assess", tip, ["outcome": "investigate", "ground": "ringt"])
    try desk.act("tip.prioritise", tip, ["priority": "high", "reason": "helg"])
    try desk.act("tip.assign", tip, ["officer": "outreach"])
    try desk.act("tip.assign", tip)
    try desk.act("tip.note", tip, ["text": "en\ntvå"])
    try desk.act("tip.correct", tip, ["reason": "fel", "place": "Slussen, vid bussarna"])
    try desk.act("tip.duplicate", tip, ["of": desk.assessed().description])
    try desk.act("tip.notDuplicate", tip, ["reason": "annat barn"])
    try desk.act("tip.close", tip, ["reason": "notFound", "note": "sökt två kvällar"])
    try desk.act("tip.reopen", tip, ["reason": "sedd igen"])
    try desk.record(
      Action(
        "officer.change", subject: Reference(.officer, 2), fields: ["name": .text("Ny Låtsas")]),
      by: "admin")
    return desk.ledger.entries.map(\.fact)
  }

  @Test("A fact of every kind reads back from the journal as it was written")
  func roundTrip() throws {
    let facts = try Self.everyKind()
    let coder = FactCoder()
    for fact in facts {
      let body = try coder.body(of: fact)
      #expect(try coder.fact(kind: fact.kind, body: body) == fact)
      #expect(try coder.body(of: coder.fact(kind: fact.kind, body: body)) == body)
    }
  }

  @Test("What the journal holds is as the table says: a change here breaks stores that exist")
  func bodies() throws {
    let coder = FactCoder()
    var seen: Set<String> = []
    var text = ""
    for fact in try Self.everyKind() {
      let body = String(decoding: try coder.body(of: fact), as: UTF8.self)
        .replacing(/[0-9a-f]{8}-[0-9a-f-]{27}/, with: "(id)")
      if seen.insert(fact.kind).inserted { text += "\(fact.kind) \(body)\n" }
    }
    try Table("FactBodies.txt").expect(text)
  }

  @Test("Every kind there is occurs in the round trip")
  func isComplete() throws {
    let kinds = Set(try Self.everyKind().map(\.kind))
    #expect(kinds.count == 14)
  }

  @Test("A kind that this program does not know is refused by name")
  func unknownKind() throws {
    let error = #expect(throws: FactCoder.UnknownFact.self) {
      try FactCoder().fact(kind: "tip.exploded", body: Data("{}".utf8))
    }
    #expect(error?.kind == "tip.exploded")
  }

  @Test("A body that is no body of its kind is refused, not guessed")
  func brokenBody() {
    for body in ["", "null", "{}", "[]", #"{"priority":"very"}"#] {
      #expect(throws: DecodingError.self, "\(body)") {
        try FactCoder().fact(kind: "tip.prioritised", body: Data(body.utf8))
      }
    }
  }

  @Test("Every fact is said in plain words, as the table says")
  func words() throws {
    var text = ""
    for fact in try Self.everyKind() {
      text += "\(fact.words.title.sv) / \(fact.words.title.en)\n"
      for detail in fact.words.details {
        text += "  \(detail.label.sv) / \(detail.label.en): \(detail.value.shown)\n"
      }
    }
    try Table("FactWords.txt").expect(text)
  }
}

extension FactWords.Value {
  var shown: String {
    switch self {
    case .phrase(let phrase): "\(phrase.sv) / \(phrase.en)"
    case .untrusted(let text): SafeText(text).string
    case .time(let time): time.iso8601
    case .children(let children): SeenChild.summary(children, .sv)
    case .reference(let reference): "→ \(reference)"
    }
  }
}
