/// When what matters to the clocks of a custody decision (LVU 6 §) happened. Nil: not yet.
public struct CustodyTimes: Hashable, Sendable {
  /// The decision.
  public var decided: Instant?
  /// Execution.
  public var executed: Instant?
  /// Arrival of decision and papers at the court, FPL 44 §.
  public var arrived: Instant?
  /// The court's examination.
  public var examined: Instant?
  /// What the court found; nil before its examination.
  public var isConfirmed: Bool?
  /// Whether the chairman or a member decided, so that the board is to be told.
  public var needsBoardReport = false
  /// The day of the board's next meeting.
  public var boardMeeting: CivilDate?
  /// The report to the board.
  public var reported: Instant?
  /// Application for care.
  public var appliedForCare: Instant?
  /// More time to apply, LVU 8 §.
  public var extensions: [Clock.Extension] = []
  /// The court's decision on care.
  public var careDecided: Instant?
  /// The board's lifting of the custody.
  public var lifted: Instant?

  /// Nothing has happened.
  public init() {}
}
