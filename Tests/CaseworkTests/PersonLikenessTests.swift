import Casework
import Testing

@Suite("Persons that may be the same")
struct PersonLikenessTests {
  /// A desk with others who have nothing in common with anybody.
  private static func desk() throws -> FieldDesk {
    var desk = try FieldDesk()
    for alias in ["kvinna, barnvagn", "pojke, keps", "man, dragspel", "flicka, gul halsduk"] {
      _ = try desk.person(alias)
    }
    return desk
  }

  private static func likeness(_ desk: FieldDesk) -> PersonLikeness {
    PersonLikeness(
      candidates: desk.ledger.references.values.sorted { $0.number < $1.number }.compactMap { one in
        one.kind == .person ? desk.person(one).map { (one, $0) } : nil
      })
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let known: [String: FieldValue]
    let typed: [String: FieldValue]
    /// The reasons in Swedish; empty where it is no match.
    let reasons: [String]

    init(
      _ name: String, _ known: [String: FieldValue], _ typed: [String: FieldValue],
      _ reasons: [String]
    ) {
      testDescription = name
      self.known = known
      self.typed = typed
      self.reasons = reasons
    }
  }

  private static let girl: [String: FieldValue] = [
    "sex": .text("female"), "estimatedFrom": .number(10), "estimatedTo": .number(12),
  ]

  @Test(
    "A reason is named in words, and what speaks against or is shared by many is none",
    arguments: [
      Case(
        "same name", ["claimedName": .text("Mira Påhittad")],
        ["claimedName": .text("mira PÅHITTAD")],
        [
          "samma namn: mira påhittad"
        ]),
      Case(
        "a name by ear, and looks", girl.merging(["claimedName": .text("Mirela")]) { $1 },
        girl.merging(["claimedName": .text("Mirella")]) { $1 },
        ["liknande namn: mirella, mirela", "också flicka i samma ålder"]),
      Case(
        "a name by ear alone", ["claimedName": .text("Mirela")], ["claimedName": .text("Mirella")],
        []),
      Case(
        "marks", girl.merging(["marks": .text("ärr på vänster hand, tatuering")]) { $1 },
        girl.merging(["marks": .text("tatuering och ärr, vänster")]) { $1 },
        ["samma kännetecken: tatuering, vänster, ärr", "också flicka i samma ålder"]),
      Case("looks alone", girl, girl, []),
      Case("origin", ["origin": .text("Rumänien")], ["origin": .text("Rumänien")], []),
      Case("language", ["languages": .text("rumänska")], ["languages": .text("rumänska")], []),
      Case(
        "same name, other sex", ["claimedName": .text("Mira"), "sex": .text("female")],
        ["claimedName": .text("Mira"), "sex": .text("male")], []),
      Case(
        "same name, far other age", ["claimedName": .text("Mira"), "estimatedTo": .number(8)],
        ["claimedName": .text("Mira"), "estimatedFrom": .number(14)], []),
      Case("nothing known", [:], [:], []),
    ])
  func reason(_ example: Case) throws {
    var desk = try Self.desk()
    let wanted = try desk.person("barn", example.known)
    let matches = Self.likeness(desk).matches(forValues: example.typed)
    #expect(matches.map(\.reference) == (example.reasons.isEmpty ? [] : [wanted]))
    #expect(matches.first?.reasons.map(\.sv) ?? [] == example.reasons)
  }

  @Test("The same personal number is the strongest reason, and the number itself is not told")
  func number() throws {
    var desk = try Self.desk()
    let (first, second) = (try desk.person("en"), try desk.person("två"))
    for person in [first, second] {
      try desk.act(
        "person.identify", person, at: 5,
        [
          "identity": .text("claimed"), "ground": .text("x"),
          "personalNumber": .text("20121212-1212"),
        ])
    }
    let known = try #require(desk.person(first))
    let matches = Self.likeness(desk).matches(for: first, known)
    #expect(matches.map(\.reference) == [second])
    #expect(matches.first?.reasons.map(\.sv) == ["samma personnummer"])
  }

  @Test("Siblings, the person itself and those merged into another are never proposed")
  func excluded() throws {
    var desk = try Self.desk()
    let name: [String: FieldValue] = ["claimedName": .text("Mira Påhittad")]
    let own = try desk.person("en", name)
    let sibling = try desk.person("två", name.merging(["siblings": .list([.to(own)])]) { $1 })
    let merged = try desk.person("tre", name)
    let stands = try desk.person("fyra", name)
    try desk.act("person.merge", merged, at: 5, ["into": .to(stands), "ground": .text("x")])
    let known = try #require(desk.person(own))
    let matches = Self.likeness(desk).matches(for: own, known)
    #expect(matches.map(\.reference) == [stands])
    #expect(!matches.map(\.reference).contains(sibling))
    #expect(desk.person(own)?.mergedInto == nil)
  }

  @Test("Of protected persons the reasons tell no data, and no reason holds control characters")
  func inert() throws {
    var desk = try Self.desk()
    let hidden = try desk.person("en", ["claimedName": .text("Mira"), "marks": .text("tatuering")])
    try desk.act("person.protect", hidden, at: 5, ["protection": .text("marking")])
    let shown = try desk.person("två", ["claimedName": .text("Mira"), "marks": .text("tatuering")])
    let matches = Self.likeness(desk).matches(
      forValues: ["claimedName": .text("Mira"), "marks": .text("tatuering \u{1B}[31m\u{202E}")])
    #expect(Set(matches.map(\.reference)) == [hidden, shown])
    let told = matches.first { $0.reference == hidden }?.reasons.map(\.sv)
    #expect(told == ["samma namn", "samma kännetecken"])
    for scalar in matches.flatMap(\.reasons).flatMap(\.sv.unicodeScalars) {
      #expect(scalar.value >= 0x20 && scalar.properties.generalCategory != .format)
    }
  }

  @Test("The strongest come first, at most eight, none of them certain")
  func order() throws {
    var desk = try Self.desk()
    for _ in 0..<10 { _ = try desk.person("barn", ["claimedName": .text("Mira")]) }
    let best = try desk.person("barn", ["claimedName": .text("Mira"), "marks": .text("tatuering")])
    let matches = Self.likeness(desk).matches(
      forValues: ["claimedName": .text("Mira"), "marks": .text("tatuering")])
    #expect(matches.count == PersonLikeness.most)
    #expect(matches.first?.reference == best)
    #expect(matches.map(\.strength) == matches.map(\.strength).sorted(by: >))
    #expect(matches.allSatisfy { $0.strength > 0 && $0.strength < 1 && !$0.reasons.isEmpty })
  }
}
