import Casework
import Demo

extension Ledger {
  /// The store's founder, as making a store registers it, and then those events.
  static func recording(_ events: [DemoEvent]) throws -> (
    ledger: Ledger, references: [DemoSubject: Reference]
  ) {
    var ledger = Ledger()
    let founder = DemoData.officers[0]
    try ledger.record(
      .register(founder.login, founder.roles, unit: founder.unit), by: nil,
      now: events.first?.at.adding(minutes: -60) ?? .earliest)
    var references: [DemoSubject: Reference] = [:]
    for event in events {
      guard let action = event.action(references: references) else {
        throw Refusal(.invalid, Phrase(same: "\(event.action.id): a reference is missing"))
      }
      let reference = try ledger.record(action, by: event.login, now: event.at)
      if let subject = event.makes { references[subject] = reference }
    }
    return (ledger, references)
  }

  /// What the journal in memory says of a period.
  func statistics(_ period: Period, now: Instant) throws -> Statistics {
    var statistics = Statistics(period)
    func record(_ reference: Reference) -> Record? {
      guard case .record(let record)? = self[reference] else { return nil }
      return record
    }
    let withCustody = Set(
      states.values.flatMap { state -> [Reference] in
        guard case .record(let record) = state, record.kind == .custody else { return [] }
        return record.references("case")
      })
    let context = Statistics.Context(
      now: now, record: record, hasCustody: { withCustody.contains($0) })
    for (id, state) in states {
      guard let reference = references[id] else { continue }
      try statistics.add(state, reference, context)
    }
    return statistics
  }
}
