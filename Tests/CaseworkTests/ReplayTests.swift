import Casework
import Foundation
import Testing
import TextSafety

/// Random numbers that are the same at every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let mixed = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }
}

@Suite("Replay")
struct ReplayTests {
  static let now = Instant(milliseconds: 1_795_327_980_000)

  /// A desk after that many random actions, and how many of them the rules let through.
  static func desk(seed: UInt64, actions: Int) throws -> (desk: TipDesk, accepted: Int) {
    var desk = try TipDesk()
    var random = Seeded(state: seed)
    var references = [try desk.record(.receive())]
    references += (1...6).map { Reference(.officer, $0) }
    var accepted = 0
    for _ in 0..<actions {
      guard let action = Self.action(on: references, &random) else { continue }
      let login = action.id.hasPrefix("officer") ? "admin" : "duty"
      do {
        let reference = try desk.record(action, by: login)
        if action.subject == nil { references.append(reference) }
        accepted += 1
      } catch is Refusal {
        continue
      }
    }
    return (desk, accepted)
  }

  private static func action(on references: [Reference], _ random: inout Seeded) -> Action? {
    // Those that are kept as records have properties of their own.
    let own = ActionRegistry.all.filter { $0.fact == nil }
    guard let spec = own.randomElement(using: &random) else { return nil }
    let subject = references.filter { $0.kind == spec.kind }.randomElement(using: &random)
    var fields: [String: FieldValue] = [:]
    for field in spec.fields where field.isRequired || Int.random(in: 0..<4, using: &random) == 0 {
      fields[field.name] = value(for: field, references, &random)
    }
    // The officers who act must go on being able to.
    if spec.id == "officer.deactivate" || spec.id == "officer.change" {
      guard let subject, subject.number > 2 else { return nil }
    }
    return Action(spec.id, subject: spec.creates ? nil : subject, fields: fields)
  }

  private static func value(
    for field: FieldSpec, _ references: [Reference], _ random: inout Seeded
  ) -> FieldValue {
    func pick(_ texts: [String]) -> FieldValue {
      .text(texts.randomElement(using: &random) ?? "x")
    }
    switch field.type {
    case .line where field.name == "login": return pick((0..<40).map { "login\($0)" })
    case .line, .text: return pick(["Slussen", "igår såg jag", "röd jacka", "\u{1B}[31m"])
    case .choice(let choices): return pick(choices.map(\.value))
    case .choices, .roles:
      let values = field.type.choices.map(\.value)
      return .list([pick(values), pick(values)])
    case .flag: return .flag(Bool.random(using: &random))
    case .number(let range): return .number(Int.random(in: range, using: &random))
    case .time: return .text(now.iso8601)
    case .officer: return pick(["duty", "outreach", "gone", "login1", "reader"])
    case .reference: return pick(references.map(\.description))
    case .references: return .list([pick(references.map(\.description))])
    case .date: return .text("2026-11-22")
    case .children: return .list([SeenChild(sex: .female, ageFrom: 9).field, .object([:])])
    }
  }

  @Test("Folding the facts again gives the state that stands", arguments: UInt64(1)...8)
  func replay(seed: UInt64) throws {
    let (desk, accepted) = try Self.desk(seed: seed, actions: 1000)
    #expect(accepted > 100)
    #expect(desk.ledger.replayed() == desk.ledger.states)
  }

  @Test("Facts that went through the journal's JSON fold to the same state", arguments: 9...10)
  func replayThroughJSON(seed: Int) throws {
    let (desk, _) = try Self.desk(seed: UInt64(seed), actions: 300)
    let coder = FactCoder()
    var states: [SubjectID: SubjectState] = [:]
    for entry in desk.ledger.entries {
      let fact = try coder.fact(kind: entry.fact.kind, body: coder.body(of: entry.fact))
      states[entry.subject] = SubjectState.applying(
        fact, at: entry.at, to: states[entry.subject], id: entry.subject)
    }
    #expect(states == desk.ledger.states)
  }

  @Test("A subject's versions are 1, 2, 3 … without a gap", arguments: UInt64(11)...14)
  func versions(seed: UInt64) throws {
    let (desk, _) = try Self.desk(seed: seed, actions: 300)
    var versions: [SubjectID: Int] = [:]
    for entry in desk.ledger.entries {
      #expect(entry.version == versions[entry.subject, default: 0] + 1)
      versions[entry.subject] = entry.version
    }
    for (id, version) in versions { #expect(desk.ledger.states[id]?.version == version) }
  }

  @Test(
    "Whatever is done, the rules of closing, duplicates and administrators hold",
    arguments: UInt64(21)...32)
  func invariants(seed: UInt64) throws {
    let ledger = try Self.desk(seed: seed, actions: 500).desk.ledger
    for tip in ledger.tips {
      if tip.status != .open && tip.concernsChild { #expect(tip.assessment != nil, "\(tip)") }
      #expect((tip.status == .duplicate) == (tip.duplicateOf != nil))
      #expect((tip.status == .closed) == (tip.closing != nil))
      guard let other = tip.duplicateOf.flatMap(Reference.init(_:)) else { continue }
      let original = try #require(ledger.tip(other))
      #expect(original.status != .duplicate)
      #expect(original.duplicates.contains(ledger.references[tip.id]?.description ?? ""))
    }
    let logins = ledger.officers.filter(\.isActive).map(\.login)
    #expect(Set(logins).count == logins.count)
    #expect(ledger.officers.contains { $0.isActive && $0.roles.contains(.administrator) })
  }

  @Test("A fact that cannot come first, or of another kind of subject, changes nothing")
  func unfit() throws {
    let id = SubjectID(at: Self.now, random: (0, 0))
    let note = try FactCoder().fact(kind: "tip.noted", body: Data(#"{"text":"x"}"#.utf8))
    #expect(SubjectState.applying(note, at: Self.now, to: nil, id: id) == nil)
    let desk = try TipDesk()
    let officer = try #require(desk.ledger[Reference(.officer, 1)])
    #expect(SubjectState.applying(note, at: Self.now, to: officer, id: officer.id) == nil)
  }
}
