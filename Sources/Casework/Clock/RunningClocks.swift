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

/// A clock that nobody has stopped, and the moment from which it is to be minded no longer.
public struct RunningClock: Hashable, Sendable {
  /// The clock.
  public let clock: Clock
  /// When it runs out or, before that, when the decision it belongs to has ceased (LVU 7, 9 §§).
  public let until: Instant
}

extension Record {
  /// The clocks that run after the latest fact, for a list of what runs out next. Those that a
  /// decision's end takes away before they can be the next are left out.
  public var runningClocks: [RunningClock] {
    let latest = entries.map(\.happenedAt).max() ?? .earliest
    let open = clocks(at: latest).filter { $0.state(at: latest).isOpen }
    let end = open.filter { $0.rule.consequence == .custodyCeases }.map(\.due).min()
    return open.compactMap { clock in
      guard let end, clock.rule.id != .boardReport else {
        return RunningClock(clock: clock, until: clock.due)
      }
      guard clock.safeUntil <= end else { return nil }
      return RunningClock(clock: clock, until: min(clock.due, end))
    }
  }
}

extension SubjectState {
  /// The clock that runs out first of those that have not; nil where none runs.
  public func nextClock(at now: Instant) -> Clock? {
    clocksToMind(at: now).filter { $0.due > now }.min {
      ($0.safeUntil, $0.due) < ($1.safeUntil, $1.due)
    }
  }

  /// The clocks that somebody still has to stop, and those that ran out, at a moment.
  public func clocksToMind(at now: Instant) -> [Clock] {
    clocks(at: now).filter { clock in
      let state = clock.state(at: now)
      return state.isOpen || state == .ceased
    }
  }

  /// All clocks that have been started, those that were stopped too.
  func clocks(at now: Instant) -> [Clock] {
    switch self {
    case .tip(let tip): return tip.clocks
    case .officer: return []
    case .record(let record): return record.clocks(at: now)
    }
  }
}

extension Clock {
  /// What it is about, and how it stands.
  func row(at now: Instant) -> FactWords.Detail {
    let act = rule.brief
    func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return .init(Phrase(sv: raised(act.sv), en: raised(act.en)), .phrase(standing(at: now)))
  }
}

extension Tip {
  /// Protection assessment (SoL 20:1) and preliminary assessment (SoL 20:2) of a tip that is open and
  /// about a child, and feedback to a reporter who asked for it (SoL 19:6), also after it is closed.
  public var clocks: [Clock] {
    var clocks: [Clock?] = []
    if status == .open, concernsChild {
      clocks = [
        Clock(.protectionAssessment, start: receivedAt, stop: assessedAt),
        Clock(.preliminaryAssessment, start: receivedAt, stop: preliminaryAt),
      ]
    }
    if report.wantsFeedback == true, preliminary?.outcome.isDecision == true, let preliminaryAt {
      clocks.append(Clock(.feedback, start: preliminaryAt, stop: feedbackAt))
    }
    return clocks.compactMap(\.self)
  }

  /// The clocks that figures count (SoL 20:2, 19:6): also those that were stopped before the tip was
  /// closed.
  var countedClocks: [Clock] {
    var counted = clocks.filter { $0.rule.id != .protectionAssessment }
    if status != .open, preliminaryAt != nil,
      let stopped = Clock(.preliminaryAssessment, start: receivedAt, stop: preliminaryAt)
    {
      counted.append(stopped)
    }
    return counted
  }

  /// The clocks that run, but for the protection assessment, which the list itself tells.
  public var runningClocks: [RunningClock] {
    clocks.filter { $0.stop == nil && $0.rule.id != .protectionAssessment }
      .map { RunningClock(clock: $0, until: $0.due) }
  }
}

extension Record {
  /// Every clock with how it stands, for sections; empty where it has none.
  func clockSection(at now: Instant) -> RecordSection {
    RecordSection(
      Phrase(sv: "Frister", en: "Clocks"),
      clocks(at: now).map { $0.row(at: now) })
  }

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
