import Casework
import Testing

@Suite("Every action is described")
struct RegistryTests {
  /// Words that are the same in Swedish and English.
  private static let same =
    Set(["normal", "administrator", "organisation", "Barnahus"]).union(District.all.map(\.name))

  /// All phrases of an action, with where they stand.
  static func phrases(_ spec: ActionSpec) -> [(place: String, phrase: Phrase)] {
    var phrases = [("\(spec.id) title", spec.title), ("\(spec.id) help", spec.help)]
    for field in spec.fields {
      phrases.append(("\(spec.id).\(field.name) label", field.label))
      phrases.append(("\(spec.id).\(field.name) help", field.help))
      phrases += field.type.choices.map { ("\(spec.id).\(field.name)=\($0.value)", $0.title) }
    }
    return phrases
  }

  @Test("Every phrase is there in both languages, and they differ", arguments: ActionRegistry.all)
  func phrases(spec: ActionSpec) {
    for (place, phrase) in Self.phrases(spec) {
      for language in Language.allCases {
        let text = phrase[language]
        #expect(!text.isEmpty, "\(place)")
        #expect(text == text.trimmingSpaces, "\(place)")
      }
      if !Self.same.contains(phrase.en) { #expect(phrase.sv != phrase.en, "\(place)") }
    }
  }

  @Test("Names of actions and fields are unique")
  func unique() {
    #expect(Set(ActionRegistry.all.map(\.id)).count == ActionRegistry.all.count)
    for spec in ActionRegistry.all {
      #expect(Set(spec.fields.map(\.name)).count == spec.fields.count, "\(spec.id)")
      #expect(ActionRegistry.action(spec.id) == spec)
      #expect(!spec.roles.isEmpty, "\(spec.id)")
    }
  }

  @Test("The form of a tip never promises anonymity and says why")
  func anonymity() {
    let help = ActionRegistry.action("tip.receive")?.field("reporterName")?.help
    #expect(help?.sv.contains("OSL 26:5") == true)
    #expect(help?.en.contains("OSL 26:5") == true)
  }
}

@Suite("The rules for officers")
struct OfficerRuleTests {
  @Test("Every case is answered as the table says")
  func table() throws {
    var desk = try TipDesk()
    func act(_ id: String, _ number: Int64, _ fields: [String: FieldValue]) -> Action {
      Action(id, subject: Reference(.officer, number), fields: fields)
    }
    let cases: [(String, Action)] = [
      ("register", .register("ny.login@stad_1-2", [.lead])),
      ("login taken", .register("duty", [.lead])),
      ("login of a deactivated officer", .register("gone", [.lead])),
      ("login with a space", .register("du ty", [.lead])),
      ("login in Cyrillic", .register("дuty", [.lead])),
      ("login too long", .register(String(repeating: "a", count: 65), [.lead])),
      ("no roles", .register("ny", [])),
      ("change the name", act("officer.change", 2, ["name": .text("Ny Låtsas")])),
      ("change nothing", act("officer.change", 2, ["login": .text("duty")])),
      ("change to a taken login", act("officer.change", 2, ["login": .text("reader")])),
      ("change a deactivated officer", act("officer.change", 5, ["name": .text("Ny Låtsas")])),
      (
        "take the last administrator's role",
        act("officer.change", 1, ["roles": .list([.text("lead")])])
      ),
      (
        "deactivate the last administrator",
        act("officer.deactivate", 1, ["reason": .text("slutat")])
      ),
      ("deactivate", act("officer.deactivate", 2, ["reason": .text("slutat")])),
      ("deactivate without a reason", act("officer.deactivate", 2, [:])),
    ]
    let text = cases.map { $0.0.padded(38) + desk.answer(to: $0.1, by: "admin") + "\n" }.joined()
    try Table("OfficerRules.txt").expect(text)
    try desk.record(.register("second", [.administrator]), by: "admin")
    #expect(
      desk.answer(to: act("officer.deactivate", 1, ["reason": .text("slutat")]), by: "second")
        == "officer.deactivated")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
