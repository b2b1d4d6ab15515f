import TextSafety

/// A custody decision (omedelbart omhändertagande, LVU 6 §) as its facts tell it.
///
/// Decision, execution and arrival at the court are three times, each with its own clock. All of it
/// is read out of the record, so a correction moves the clocks.
public struct Custody: Hashable, Sendable {
  /// The facts.
  public let record: Record

  /// Reads a custody decision out of its record.
  public init(_ record: Record) {
    self.record = record
  }

  /// When it was decided.
  public var decidedAt: Instant? { time("decided") }
  /// When it was executed.
  public var executedAt: Instant? { time("executed") }
  /// When decision and papers arrived at the court, FPL 44 §.
  public var arrivedAt: Instant? { time("arrived") }
  /// When the court examined it.
  public var examinedAt: Instant? { time("examined") }
  /// When the board was told.
  public var reportedAt: Instant? { time("reported") }
  /// When care was applied for.
  public var appliedForCareAt: Instant? { time("careAppliedFor") }
  /// When the court decided on care.
  public var careDecidedAt: Instant? { time("careDecided") }
  /// When the board lifted it.
  public var liftedAt: Instant? { time("lifted") }
  /// Whether an officer has closed what never was decided, or what has ended.
  public var isClosed: Bool { record.has("closed") }

  /// Who decided.
  public var decider: UntrustedText? { decision?.text("decider") }
  /// In what capacity.
  public var capacity: DeciderCapacity? {
    decision?.choice("capacity").flatMap(DeciderCapacity.init(rawValue:))
  }
  /// The board's next meeting.
  public var boardMeeting: CivilDate? {
    guard case .text(let text)? = record.value("boardMeeting") else { return nil }
    return CivilDate(iso8601: text)
  }
  /// Whether the board still has to be told, LVU 6 §.
  public var owesBoardReport: Bool {
    capacity?.isReportedToBoard == true && reportedAt == nil
  }
  /// Whether the case concerns suspected trafficking: for the figures.
  public var isSuspectedTrafficking: Bool { record.value("suspectedTrafficking") == .flag(true) }

  private var decision: Record.Entry? { record.first("decided") }

  private func time(_ fact: String) -> Instant? { record.first(fact)?.happenedAt }

  /// Whether a decision was in force at a moment: made, and not ended.
  public func isInForce(at moment: Instant) -> Bool {
    guard let decidedAt, decidedAt <= moment, !isClosed else { return false }
    return clocks.ending(at: moment) == nil
  }

  // MARK: Age

  /// The young person's age in whole years on a day, by the day of birth or as it was given. Nil
  /// where nobody has said.
  public func age(on day: CivilDate) -> Int? {
    if case .text(let text)? = record.value("birthDate"), let born = CivilDate(iso8601: text) {
      return born.years(until: day)
    }
    guard case .number(let years)? = record.value("age") else { return nil }
    return years
  }

  /// The age on the day of decision; before it, on the day it was prepared.
  public var age: Int? {
    guard let moment = decidedAt ?? record.entries.first?.happenedAt else { return nil }
    return age(on: Stockholm.civil(moment).date)
  }

  /// Whether the young person is a party with a voice of their own, from 15, LVU 36 §. Nil where
  /// the age is not known.
  public var isParty: Bool? { age.map { $0 >= 15 } }

  // MARK: Clocks

  /// The times that the clocks follow.
  public var times: CustodyTimes {
    var times = CustodyTimes()
    times.decided = decidedAt
    times.executed = executedAt
    times.arrived = arrivedAt
    times.examined = examinedAt
    times.isConfirmed =
      record.first("examined").map { $0.choice("examination") == Examination.confirmed.rawValue }
    times.needsBoardReport = capacity?.isReportedToBoard == true
    times.boardMeeting = boardMeeting
    times.reported = reportedAt
    times.appliedForCare = appliedForCareAt
    times.extensions = extensions
    times.careDecided = careDecidedAt
    times.lifted = liftedAt
    return times
  }

  /// The clocks.
  public var clocks: CustodyClocks { CustodyClocks(times) }

  /// Each request for more time with its answer. While the court has not answered, the custody
  /// stands (LVU 9 §); a refusal lets it end with the day of refusal, or with the four weeks where
  /// they have not run out.
  private var extensions: [Clock.Extension] {
    let asked = record.all("extensionAsked")
    return asked.enumerated().compactMap { index, request in
      let next = index + 1 < asked.count ? asked[index + 1].happenedAt : Instant.latest
      let answer = record.all("extensionGranted", "extensionRefused").first {
        $0.happenedAt >= request.happenedAt && $0.happenedAt < next
      }
      guard let answer else { return Clock.Extension(askedAt: request.happenedAt, until: nil) }
      if let until = answer.date("until") {
        return Clock.Extension(askedAt: request.happenedAt, until: until)
      }
      let refused = Stockholm.civil(answer.happenedAt).date
      guard let last = lastDayToApply, refused > last else { return nil }
      return Clock.Extension(askedAt: request.happenedAt, until: refused)
    }
  }

  /// The last day of the four weeks, LVU 8 §.
  private var lastDayToApply: CivilDate? {
    executedAt.flatMap {
      DeadlineRule.application.deadline(from: Stockholm.civil($0).date)?.lastDay
    }
  }
}

extension Record {
  /// The facts of several names, in the order they happened.
  fileprivate func all(_ names: String...) -> [Entry] {
    entries.filter { names.contains($0.name) }.sorted {
      ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version)
    }
  }
}

extension CivilDate {
  /// Whole years from a day of birth to a day. Who is born on 29 February turns a year older on
  /// 1 March in other years.
  func years(until day: CivilDate) -> Int {
    let (birth, now) = (components, day.components)
    let hadBirthday = (now.month, now.day) >= (birth.month, birth.day)
    return now.year - birth.year - (hadBirthday ? 0 : 1)
  }
}
