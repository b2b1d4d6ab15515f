/// A clock and the subject it belongs to.
public struct SubjectClock: Hashable, Sendable {
  /// The subject.
  public let reference: Reference
  /// The clock.
  public let clock: Clock

  /// Takes both as they are.
  public init(_ reference: Reference, _ clock: Clock) {
    self.reference = reference
    self.clock = clock
  }
}

extension SubjectState {
  /// The clocks that somebody still has to stop, and those that ran out, at a moment.
  public func clocksToMind(at now: Instant) -> [Clock] {
    clocks(at: now).filter { clock in
      let state = clock.state(at: now)
      return state.isOpen || state == .ceased
    }
  }

  private func clocks(at now: Instant) -> [Clock] {
    switch self {
    case .tip(let tip):
      guard tip.status == .open, tip.concernsChild else { return [] }
      return [Clock(.protectionAssessment, start: tip.receivedAt, stop: tip.assessedAt)]
        .compactMap(\.self)
    case .officer: return []
    case .record(let record): return record.clocks(at: now)
    }
  }
}

extension Record {
  fileprivate func clocks(at now: Instant) -> [Clock] {
    switch kind {
    case .custody: return CustodyKind.clocks(self).clocks(at: now)
    case .policeReport: return PoliceReport(self).clocks
    case .handover:
      guard let sent = last("sent")?.happenedAt else { return [] }
      let answer = latest(of: "acknowledged", "returned", "withdrawn")?.happenedAt
      let stop = answer.flatMap { $0 >= sent ? $0 : nil }
      return [Clock(.handover, start: sent, stop: stop)].compactMap(\.self)
    default: return []
    }
  }
}
