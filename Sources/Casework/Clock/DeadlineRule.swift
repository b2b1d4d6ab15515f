/// One rule of time: what starts it, how long, what stops it, what follows if nothing does.
///
/// The rules are in ``DeadlineRule/all``, one table in one place.
public struct DeadlineRule: Hashable, Sendable {
  /// Which rule; the raw value is its name on the command line and in JSON.
  public enum ID: String, Hashable, Sendable, CaseIterable {
    /// Protection assessment of a tip.
    case protectionAssessment = "sol20-1"
    /// Preliminary assessment of a tip.
    case preliminaryAssessment = "sol20-2"
    /// Submission of a custody decision to the court.
    case submission = "lvu7"
    /// The court's examination of a custody decision.
    case examination = "lvu7-court"
    /// Application for care after a custody decision.
    case application = "lvu8"
    /// Report of a custody decision to the board.
    case boardReport = "lvu6-board"
    /// The care case taken up by the court.
    case careCase = "lvu34"
    /// Reflection period.
    case reflection = "utl5-15"
    /// Feedback to the reporter.
    case feedback = "sol19-6"
    /// Acknowledgement of a handover.
    case handover = "handover"
    /// News of a police report.
    case policeNews = "police-news"
  }

  /// What follows where nothing has stopped the clock in time.
  public enum Consequence: Hashable, Sendable {
    /// Shown as overdue; an act that comes late is still done.
    case overdue
    /// Shown as overdue; the law attaches nothing to it.
    case overdueOnly
    /// The custody decision ceases when the last day ends. A later act does not revive it.
    case custodyCeases
    /// The period ends with its last day.
    case ends
    /// The district is reminded; responsibility stays.
    case reminder
    /// The matter goes on the agenda for the next meeting with the border police.
    case agenda

    /// Whether what the clock guarded is gone when the clock has run out.
    public var isFinal: Bool { self == .custodyCeases || self == .ends }
  }

  /// Which rule.
  public let id: ID
  /// The act that is waited for, as it is said after "Nästa:".
  public let act: Phrase
  /// What starts the clock.
  public let starts: [ClockEvent]
  /// How long it runs. A setting may put another length in its place where it is a routine.
  public let term: Term
  /// Whether the last day moves past days that are free.
  public let counting: Deadline.Counting
  /// What stops the clock.
  public let stops: [ClockEvent]
  /// What follows if nothing does.
  public let consequence: Consequence
  /// The paragraph, "LVU 7 §"; nil for the house's own routine.
  public let law: String?

  /// Whether a day alone gives its days, so that `samjour deadline` can answer.
  public var runsByDays: Bool {
    switch term {
    case .days, .weeks, .months: law != nil
    case .hours, .untilSetDay: false
    }
  }

  /// The days of the rule for a start on that day. Nil where it does not run by days.
  public func deadline(from start: CivilDate) -> Deadline? {
    term.end(from: start).map { Deadline(nominal: $0, counting: counting) }
  }
}
