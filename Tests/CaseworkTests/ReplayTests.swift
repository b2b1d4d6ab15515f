import Casework
import Demo
import Foundation
import Testing
import TextSafety

@Suite("Replay")
struct ReplayTests {
  static let now = Instant(milliseconds: 1_795_327_980_000)

  /// A desk after that many random actions, and how many of them the rules let through.
  static func desk(seed: UInt64, actions: Int) throws -> (desk: TipDesk, accepted: Int) {
    var desk = try TipDesk()
    for action in RandomActions.registrations { try desk.record(action, by: "admin") }
    // Those that are kept as records have properties of their own.
    var random = RandomActions(seed: seed, kinds: [.tip, .officer])
    // The officers who act must go on being able to.
    for number in Int64(1)...2 { random.spare(Reference(.officer, number)) }
    for reference in desk.ledger.references.values { random.learn(reference, version: 1) }
    var accepted = 0
    for _ in 0..<actions {
      let action = random.next(now: now).action
      do {
        let reference = try desk.record(
          action, by: action.id.hasPrefix("officer") ? "admin" : "duty")
        random.learn(reference, version: desk.ledger[reference]?.version ?? 1)
        accepted += 1
      } catch is Refusal {
        continue
      }
    }
    return (desk, accepted)
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
