import TextSafety

/// A tip from the public and how far it has come.
public struct Tip: Hashable, Sendable, Codable {
  /// Where a tip stands.
  public enum Status: String, Sendable, Codable, CaseIterable {
    case open, duplicate, closed

    /// What it is called.
    public var title: Phrase {
      switch self {
      case .open: Phrase(sv: "öppet", en: "open")
      case .duplicate: Phrase(sv: "dubblett", en: "duplicate")
      case .closed: Phrase(sv: "avslutat", en: "closed")
      }
    }
  }

  /// The tip's identity.
  public let id: SubjectID
  /// How many facts have happened to it.
  public internal(set) var version: Int
  /// When it reached the desk; the clocks of SoL 20:1 and 20:2 start here.
  public internal(set) var receivedAt: Instant
  /// The report, corrections taken in.
  public internal(set) var report: TipReport
  /// Where it stands.
  public internal(set) var status: Status
  /// The priority set by triage; nil before.
  public internal(set) var priority: Priority?
  /// The latest protection assessment.
  public internal(set) var assessment: TipFact.Assessment?
  /// When the first assessment was made.
  public internal(set) var assessedAt: Instant?
  /// Who has it.
  public internal(set) var assignee: OfficerID?
  /// The assignee's name when assigned.
  public internal(set) var assigneeName: UntrustedText?
  /// The tip this one repeats.
  public internal(set) var duplicateOf: String?
  /// The tips that repeat this one.
  public internal(set) var duplicates: [String]
  /// Why it was closed.
  public internal(set) var closing: TipFact.Closing?
  /// The latest preliminary assessment (SoL 20:2).
  public internal(set) var preliminary: TipFact.Preliminary?
  /// When the first preliminary assessment was made.
  public internal(set) var preliminaryAt: Instant?
  /// When the reporter was first told (SoL 19:6).
  public internal(set) var feedbackAt: Instant?
  /// To whom it has been sent and not taken back from, the latest last.
  public internal(set) var sendings: [TipFact.Sending] = []

  /// Acute: said to be by the reporter, by the assessment or by triage; triage has the last word.
  public var isAcute: Bool {
    if let priority { return priority == .acute }
    return report.acute != nil || assessment?.outcome == .immediate
  }

  /// A tip is about a child until somebody has said that it is not.
  public var concernsChild: Bool {
    report.concernsChild ?? true
  }

  /// Whether the protection assessment has waited longer than the desk's alarm of one hour
  /// (SoL 2025:400 20:1: at once).
  public func assessmentIsLate(now: Instant) -> Bool {
    status == .open && concernsChild && assessment == nil
      && now.since(receivedAt) >= Self.assessmentAlarm
  }

  /// One hour, in milliseconds; DOMAIN, statutory clocks.
  public static let assessmentAlarm: Int64 = 3_600_000
}

extension Tip {
  /// The tip after one more fact that happened at a time. Nil where the fact cannot come first.
  static func applying(_ fact: TipFact, at time: Instant, to old: Tip?, id: SubjectID) -> Tip? {
    if case .received(let report) = fact {
      return Tip(
        id: id, version: 1, receivedAt: time, report: report, status: .open, duplicates: [])
    }
    guard var tip = old else { return nil }
    tip.version += 1
    switch fact {
    case .received: return nil
    case .protectionAssessed(let assessment):
      tip.assessment = assessment
      tip.assessedAt = min(tip.assessedAt ?? time, time)
      if assessment.outcome == .noChild {
        tip.report.concernsChild = false
      } else if tip.report.concernsChild == false {
        tip.report.concernsChild = true
      }
    case .prioritised(let prioritisation): tip.priority = prioritisation.priority
    case .assigned(let assignment):
      tip.assignee = assignment.officer
      tip.assigneeName = assignment.name
    case .noted, .linked, .redacted: break
    case .corrected(let correction): tip.report = correction.report
    case .markedDuplicate(let mark):
      tip.status = .duplicate
      tip.duplicateOf = mark.reference
    case .unmarkedDuplicate:
      tip.status = .open
      tip.duplicateOf = nil
    case .duplicatesChanged(let link):
      tip.duplicates.removeAll { $0 == link.reference }
      if link.isDuplicate { tip.duplicates.append(link.reference) }
    case .closed(let closing):
      tip.status = .closed
      tip.closing = closing
    case .reopened:
      tip.status = .open
      tip.closing = nil
    case .dispatched(let sending), .passedOn(let sending): tip.sendings.append(sending)
    case .recalled: _ = tip.sendings.popLast()
    case .preliminaryAssessed(let preliminary):
      tip.preliminary = preliminary
      tip.preliminaryAt = min(tip.preliminaryAt ?? time, time)
    case .feedbackGiven: tip.feedbackAt = min(tip.feedbackAt ?? time, time)
    }
    return tip
  }

  /// The words a search over tips finds it by, folded.
  public var searchText: String {
    let parts: [UntrustedText?] = [
      report.text, report.place, report.acute, report.childNow, report.ifNothing, report.cautions,
      report.language, report.duration, report.reporterName, report.reporterPhone,
      report.reporterEmail, report.reporterCategory, report.enclosures,
    ]
    return SwedishFolding.fold(parts.compactMap { $0?.raw })
  }
}
