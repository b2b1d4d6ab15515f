import Casework
import Testing

@Suite("Replay of cases and handovers")
struct CaseReplayTests {
  /// A desk after that many random actions on cases and handovers, with what was refused.
  private static func desk(seed: UInt64, actions: Int) throws -> (CaseDesk, Int, [Refusal]) {
    var desk = try CaseDesk()
    var random = Seeded(state: seed)
    var references = desk.children + [desk.case]
    references.append(try desk.handover(.sent))
    var accepted = 0
    var refusals: [Refusal] = []
    for _ in 0..<actions {
      let specs = CaseKind.actions + HandoverKind.actions
      guard let spec = specs.randomElement(using: &random) else { continue }
      let subject = references.filter { $0.kind == spec.kind }.randomElement(using: &random)
      var fields: [String: FieldValue] = [:]
      for field in spec.fields where field.isRequired || Bool.random(using: &random) {
        fields[field.name] = value(field, references, &random)
      }
      let login = ["duty", "lead", "outreach", "coordinator"].randomElement(using: &random) ?? ""
      let action = Action(
        spec.id, subject: spec.creates ? nil : subject,
        happenedAt: CaseDesk.now.adding(minutes: -Int.random(in: 0..<180, using: &random)),
        fields: fields)
      do {
        let reference = try desk.record(action, by: login)
        if spec.creates { references.append(reference) }
        accepted += 1
      } catch let refusal as Refusal {
        refusals.append(refusal)
      }
    }
    return (desk, accepted, refusals)
  }

  private static func value(
    _ field: FieldSpec, _ references: [Reference], _ random: inout Seeded
  ) -> FieldValue {
    func pick(_ kind: SubjectKind) -> FieldValue {
      let own = references.filter { $0.kind == kind }
      return .text((own.randomElement(using: &random) ?? Reference(kind, 999)).description)
    }
    switch field.type {
    case .choice(let choices): return .text(choices.randomElement(using: &random)?.value ?? "")
    case .choices(let choices):
      return .list([.text(choices.randomElement(using: &random)?.value ?? "")])
    case .flag: return .flag(Bool.random(using: &random))
    case .number: return .number(Int.random(in: 1...12, using: &random))
    case .date: return .text("2026-11-\(Int.random(in: 10...30, using: &random))")
    case .time:
      let minutes = -Int.random(in: 0..<180, using: &random)
      return .text(CaseDesk.now.adding(minutes: minutes).iso8601)
    case .officer: return .text(["duty", "lead", "ingen"].randomElement(using: &random) ?? "")
    case .reference(let kind): return pick(kind)
    case .references(let kind): return .list([pick(kind), pick(kind)])
    default:
      let words = ["child", "why", "address", "restricted", "nej", "röd jacka", "\u{1B}[31m"]
      return .text(words.randomElement(using: &random) ?? "")
    }
  }

  @Test(
    "Whatever is done, replay gives the same records, and every refusal has words",
    arguments: UInt64(1)...8)
  func replay(seed: UInt64) throws {
    let (desk, accepted, refusals) = try Self.desk(seed: seed, actions: 400)
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
