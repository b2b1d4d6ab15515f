import Casework
import Demo
import Testing

@Suite("Replay of cases and handovers")
struct CaseReplayTests {
  /// A desk after that many random actions on cases and handovers, with what was refused.
  private static func desk(seed: UInt64, actions: Int) throws -> (CaseDesk, Int, [Refusal]) {
    var desk = try CaseDesk()
    var random = RandomActions(seed: seed, kinds: [.case, .handover])
    for reference in desk.children + [desk.case, try desk.handover(.sent)] {
      random.learn(reference, version: desk.ledger[reference]?.version ?? 1)
    }
    var logins = SplitMix64(seed: seed)
    var accepted = 0
    var refusals: [Refusal] = []
    for _ in 0..<actions {
      let action = random.next(now: CaseDesk.now).action
      do {
        let reference = try desk.record(
          action, by: logins.pick(["duty", "lead", "outreach", "coordinator"]))
        random.learn(reference, version: desk.ledger[reference]?.version ?? 1)
        accepted += 1
      } catch let refusal as Refusal {
        refusals.append(refusal)
      }
    }
    return (desk, accepted, refusals)
  }

  @Test(
    "Whatever is done, replay gives the same records, and every refusal has words",
    arguments: UInt64(1)...8)
  func replay(seed: UInt64) throws {
    let (desk, accepted, refusals) = try Self.desk(seed: seed, actions: 500)
    #expect(accepted > 100)
    #expect(desk.ledger.replayed() == desk.ledger.states)
    #expect(refusals.allSatisfy { !$0.message.sv.isEmpty && !$0.message.en.isEmpty })
    let coder = FactCoder()
    for entry in desk.ledger.entries {
      guard [.case, .handover].contains(entry.fact.subjectKind) else { continue }
      let body = try coder.body(of: entry.fact)
      #expect(try coder.fact(kind: entry.fact.kind, body: body) == entry.fact)
    }
  }

  @Test("Whatever is done, what is read out holds together", arguments: UInt64(11)...18)
  func invariants(seed: UInt64) throws {
    let (desk, _, _) = try Self.desk(seed: seed, actions: 500)
    let officers = ["duty", "lead", "outreach", "reader"].compactMap { desk.ledger.officer($0) }
    for case .record(let record) in desk.ledger.states.values {
      if let state = Case(record) {
        #expect(Set(state.missing.map(\.child)).isSubset(of: state.children))
        #expect(state.checklist.count == ManualStep.allCases.count)
        #expect(CaseKind.status(record, now: CaseDesk.now).isOpen == state.isOpen)
        #expect((CaseKind.nextStep(record, now: CaseDesk.now) == nil) || state.isOpen)
        for officer in officers {
          let view = CaseView(record, for: officer)
          #expect(view.sections.isEmpty == (view.access == .none))
        }
      }
      guard let handover = Handover(record) else { continue }
      let isMoved = handover.state == .acknowledged || handover.state == .accepted
      #expect((handover.responsibleParty != .emergencyUnit) == isMoved)
      #expect(!isMoved || record.has("acknowledged"))
      _ = HandoverKind.sections(record, now: CaseDesk.now)
    }
  }
}
