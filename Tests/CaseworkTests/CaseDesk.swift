import Casework
import TextSafety

/// A desk with an officer of each role, three children and a case for two of them.
struct CaseDesk {
  static let now = Instant(milliseconds: 1_795_327_980_000)
  var ledger = Ledger()
  /// The first two belong to the case, the third does not.
  private(set) var children: [Reference] = []
  private(set) var `case` = Reference(.case, 1)

  init(_ fields: [String: FieldValue] = [:]) throws {
    try record(.register("admin", [.administrator]), by: nil)
    let roles: [Role] = [.dutyOfficer, .coordinator, .lead, .reader]
    for (login, role) in zip(["duty", "coordinator", "lead", "reader"], roles) {
      try record(.register(login, [role]), by: "admin")
    }
    try record(.register("outreach", [.outreachWorker], unit: .outreach), by: "admin")
    for alias in ["flicka", "pojke", "annan"] {
      let fact = RecordedFact(kind: "person.registered", values: ["alias": .text(alias)])
      if let child = try ledger.seed(fact, at: hours(-48)) { children.append(child) }
    }
    self.case = try open(fields)
  }

  /// A moment that many hours from now.
  func hours(_ hours: Int) -> Instant { Self.now.adding(minutes: hours * 60) }

  /// Opens a case for the first two children two hours ago.
  mutating func open(_ fields: [String: FieldValue] = [:]) throws -> Reference {
    let own: [String: FieldValue] = [
      "alias": .text("flicka, röd jacka"), "children": list(children.prefix(2)),
    ]
    return try record(
      Action("case.open", happenedAt: hours(-2), fields: own.merging(fields) { $1 }))
  }

  /// References as a field takes them.
  func list(_ references: some Sequence<Reference>) -> FieldValue {
    .list(references.map { .text($0.description) })
  }

  @discardableResult
  mutating func record(_ action: Action, by login: String? = "duty") throws -> Reference {
    try ledger.record(action, by: login, now: Self.now)
  }

  @discardableResult
  mutating func act(
    _ id: String, on subject: Reference? = nil, _ fields: [String: FieldValue] = [:],
    by login: String = "duty", at time: Instant? = nil
  ) throws -> Reference {
    let isNew = ActionRegistry.action(id)?.creates == true
    return try record(
      Action(
        id, subject: isNew ? nil : subject ?? self.case, happenedAt: time, fields: fields),
      by: login)
  }

  /// What the rules answer: the fact, or the refusal in full.
  func answer(
    _ id: String, on subject: Reference? = nil, _ fields: [String: FieldValue] = [:],
    by login: String = "duty", at time: Instant? = nil
  ) -> String {
    let isNew = ActionRegistry.action(id)?.creates == true
    let action = Action(
      id, subject: isNew ? nil : subject ?? self.case, happenedAt: time, fields: fields)
    do {
      return try ledger.decide(action, by: login, now: Self.now).map(\.fact.kind)
        .joined(separator: ", ")
    } catch let refusal as Refusal {
      let field = refusal.field.map { " {\($0)}" } ?? ""
      return "\(refusal.kind.rawValue)\(field): \(refusal.message.sv) / \(refusal.message.en)"
    } catch {
      return "\(error)"
    }
  }

  /// The record of a subject.
  func record(of reference: Reference) throws -> Record {
    guard case .record(let record)? = ledger[reference] else {
      throw Refusal(.unknownSubject, Phrase(same: "\(reference)"))
    }
    return record
  }

  /// A handover of the case brought as far as that state.
  mutating func handover(_ state: Handover.State, of subject: Reference? = nil) throws -> Reference
  {
    let handover = try record(
      Action(
        "handover.draft", happenedAt: hours(-1),
        fields: [
          "case": .text((subject ?? self.case).description), "district": .text("Södermalm"),
        ]))
    let send = ("send", ["how": FieldValue.text("secureMail"), "to": .text("mottagningen")])
    let acknowledge = ("acknowledge", ["by": FieldValue.text("Sara Låtsas")])
    let steps: [(String, [String: FieldValue])] =
      switch state {
      case .drafting: []
      case .sent: [send]
      case .acknowledged: [send, acknowledge]
      case .accepted: [send, acknowledge, ("accept", ["handler": .text("Ali Påhittad")])]
      case .returned: [send, ("return", ["why": .text("fel stadsdel")])]
      case .withdrawn: [("withdraw", ["reason": .text("barnet har återvänt")])]
      }
    for (step, fields) in steps { try act("handover.\(step)", on: handover, fields) }
    return handover
  }
}
