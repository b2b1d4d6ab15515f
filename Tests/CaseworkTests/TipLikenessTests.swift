import Casework
import Testing
import TextSafety

@Suite("Tips that may tell the same")
struct TipLikenessTests {
  static let now = Instant(milliseconds: 1_795_327_980_000)

  /// A desk with one tip that stands out among others.
  static func candidates(_ wanted: [String: FieldValue], _ text: String) throws -> (
    Reference, [(Reference, Tip)]
  ) {
    var desk = try TipDesk()
    let reference = try desk.record(.receive(text, wanted))
    for (index, place) in ["Kista galleria", "Farsta centrum", "Alvik", "Globen"].enumerated() {
      try desk.record(
        .receive(
          "Något helt annat nummer \(index)",
          [
            "place": .text(place), "activity": .list([.text("other")]),
            "observedAt": .text(now.adding(minutes: -60 * 24 * 20).iso8601),
          ]))
    }
    let tips = desk.ledger.tips.compactMap { tip in
      desk.ledger.references[tip.id].map { ($0, tip) }
    }
    return (reference, tips)
  }

  static func report(_ text: String, _ fields: [String: FieldValue] = [:]) -> TipReport {
    TipReport(draft: Action.receive(text, fields).fields)
  }

  @Test(
    "Each likeness is found and given as a reason",
    arguments: [
      Case(
        "same place", ["place": .text("Sergels torg")], ["place": .text("sergels  TORG")],
        "samma plats: Sergels torg"),
      Case(
        "place within a place", ["place": .text("Sergels torg")],
        ["place": .text("Sergels torg, vid trappan")], "samma plats: Sergels torg"),
      Case(
        "same telephone in another form", ["reporterPhone": .text("070-174 06 05")],
        ["reporterPhone": .text("+46 70 174 06 05")], "samma telefon till tipsaren"),
      Case(
        "same e-mail", ["reporterEmail": .text("anna@example.com")],
        ["reporterEmail": .text("Anna@Example.com ")], "samma e-post till tipsaren"),
    ])
  func reason(_ example: Case) throws {
    let (wanted, tips) = try Self.candidates(example.tip, "En flicka spelar")
    let matches = TipLikeness.matches(
      for: Self.report("helt nya ord", example.typed), among: tips, now: Self.now)
    #expect(matches.first?.reference == wanted)
    #expect(matches.first?.reasons.map(\.sv).contains(example.reason) == true, "\(matches)")
    #expect(matches.count == 1)
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let tip: [String: FieldValue]
    let typed: [String: FieldValue]
    let reason: String

    init(
      _ name: String, _ tip: [String: FieldValue], _ typed: [String: FieldValue], _ reason: String
    ) {
      testDescription = name
      self.tip = tip
      self.typed = typed
      self.reason = reason
    }
  }

  @Test("Rare words in another form are a reason, and name the words")
  func rareWords() throws {
    let (wanted, tips) = try Self.candidates(
      [:], "En pojke med dragspelet och en trasig fiollåda, grön halsduk, Drottninggatan")
    let report = Self.report("dragspel fiollådan halsduken Drottninggatan")
    let matches = TipLikeness.matches(for: report, among: tips, now: Self.now)
    #expect(matches.map(\.reference) == [wanted])
    #expect(matches.first?.reasons.contains { $0.sv.hasPrefix("samma ord: ") } == true)
  }

  @Test("A place that is only named in the text is found")
  func placeInText() throws {
    let (wanted, tips) = try Self.candidates(
      ["place": .text("Medborgarplatsen"), "activity": .list([.text("begging")])], "Sitter där")
    let matches = TipLikeness.matches(
      for: Self.report("hon fanns vid medborgarplatsen igår"), among: tips, now: Self.now)
    #expect(matches.map(\.reference) == [wanted])
    #expect(matches.first?.reasons.map(\.sv).contains("platsen nämns: Medborgarplatsen") == true)
  }

  @Test("What has nothing in common, or only words that stand in every tip, is no match")
  func unrelated() throws {
    let (_, tips) = try Self.candidates(["place": .text("Slussen")], "Ett barn tigger")
    for text in ["", "barn flicka pojke tack hej", "katten satt på mattan"] {
      #expect(
        TipLikeness.matches(for: Self.report(text), among: tips, now: Self.now).isEmpty, "\(text)")
    }
  }

  @Test("That two things happened at the same time is no reason of its own")
  func timeAlone() throws {
    let seen: [String: FieldValue] = ["observedAt": .text(Self.now.iso8601)]
    let (_, tips) = try Self.candidates(seen, "Ett barn")
    #expect(
      TipLikeness.matches(for: Self.report("hej", seen), among: tips, now: Self.now).isEmpty)
  }

  @Test("The strongest come first, at most eight, none of them certain")
  func order() throws {
    var desk = try TipDesk()
    for _ in 0..<12 { try desk.record(.receive("x", ["place": .text("Slussen")])) }
    let best = try desk.record(
      .receive("x", ["place": .text("Slussen"), "reporterPhone": .text("070-1740605")]))
    let tips = desk.ledger.tips.compactMap { tip in
      desk.ledger.references[tip.id].map { ($0, tip) }
    }
    let matches = TipLikeness.matches(
      for: Self.report(
        "x", ["place": .text("Slussen"), "reporterPhone": .text("0701740605")]), among: tips,
      now: Self.now)
    #expect(matches.count == TipLikeness.most)
    #expect(matches.first?.reference == best)
    #expect(matches.map(\.strength) == matches.map(\.strength).sorted(by: >))
    #expect(matches.allSatisfy { $0.strength > 0 && $0.strength < 1 && !$0.reasons.isEmpty })
  }

  @Test("Reasons hold no control characters, whatever the tip holds")
  func inert() throws {
    let place = "Slussen\u{1B}[31m\u{202E}"
    let (_, tips) = try Self.candidates(["place": .text(place)], "x")
    let matches = TipLikeness.matches(
      for: Self.report("x", ["place": .text(place)]), among: tips, now: Self.now)
    let reasons = matches.flatMap(\.reasons).flatMap { [$0.sv, $0.en] }
    #expect(!reasons.isEmpty)
    for scalar in reasons.flatMap(\.unicodeScalars) {
      #expect(scalar.value >= 0x20 && scalar.properties.generalCategory != .format)
    }
  }
}
