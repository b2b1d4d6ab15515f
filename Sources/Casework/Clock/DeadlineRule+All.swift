extension DeadlineRule {
  /// Every rule, with its paragraph as in force on 2026-08-22. A change in the law is a change here.
  public static var all: [DeadlineRule] { statutory + [handover, policeNews] }

  private static let statutory = [
    protectionAssessment, preliminaryAssessment, feedback, submission, examination, application,
    boardReport, careCase, reflection,
  ]

  /// The rule of that name: "lvu7".
  public static func named(_ name: String) -> DeadlineRule? {
    all.first { $0.id.rawValue == name }
  }

  /// Protection assessment of a tip. SoL (2025:400) 20 kap. 1 §: at once; the alarm goes after an hour.
  public static let protectionAssessment = DeadlineRule(
    id: .protectionAssessment, act: Phrase(sv: "skyddsbedömning", en: "protection assessment"),
    starts: [.tipReceived], term: .hours(1), counting: .fixed, stops: [.protectionAssessed],
    consequence: .overdue, law: "SoL 20:1")

  /// Preliminary assessment. SoL 20 kap. 2 §: whether to open an investigation, within 14 days.
  public static let preliminaryAssessment = DeadlineRule(
    id: .preliminaryAssessment, act: Phrase(sv: "förhandsbedömning", en: "preliminary assessment"),
    starts: [.tipReceived], term: .days(14), counting: .statutory,
    stops: [.preliminaryAssessed, .investigationAnswered, .handoverAccepted],
    consequence: .overdue, law: "SoL 20:2")

  /// Submission to the court. LVU 7 § first and third paragraphs: within a week of the day of
  /// decision, else the decision ceases. What counts is arrival at the court, FPL 44 §.
  public static let submission = DeadlineRule(
    id: .submission,
    act: Phrase(sv: "handlingarna till förvaltningsrätten", en: "the papers to the court"),
    starts: [.custodyDecided], term: .weeks(1), counting: .statutory, stops: [.custodyArrived],
    consequence: .custodyCeases, law: "LVU 7 §")

  /// The court's examination. LVU 7 § second paragraph: within a week of the day of arrival, unless
  /// there are extraordinary obstacles.
  public static let examination = DeadlineRule(
    id: .examination,
    act: Phrase(sv: "förvaltningsrättens prövning", en: "the court's examination"),
    starts: [.custodyArrived], term: .weeks(1), counting: .statutory, stops: [.custodyExamined],
    consequence: .overdueOnly, law: "LVU 7 §")

  /// Application for care. LVU 8 §: within four weeks of the day of execution; LVU 9 §: else the
  /// decision ceases, unless more time was asked for.
  public static let application = DeadlineRule(
    id: .application, act: Phrase(sv: "ansökan om vård", en: "application for care"),
    starts: [.custodyExecuted], term: .weeks(4), counting: .statutory,
    stops: [.careAppliedFor, .extensionAsked], consequence: .custodyCeases,
    law: "LVU 8, 9 §§")

  /// Report to the board. LVU 6 §: what the chairman or a member decided is reported at the board's
  /// next meeting, whose day is set.
  public static let boardReport = DeadlineRule(
    id: .boardReport, act: Phrase(sv: "anmälan till nämnden", en: "report to the board"),
    starts: [.custodyDecided], term: .untilSetDay, counting: .fixed, stops: [.custodyReported],
    consequence: .overdue, law: "LVU 6 §")

  /// Care case. LVU 34 §: taken up by the court within two weeks of the application.
  public static let careCase = DeadlineRule(
    id: .careCase, act: Phrase(sv: "rättens avgörande om vård", en: "the court's decision on care"),
    starts: [.careAppliedFor], term: .weeks(2), counting: .statutory, stops: [.careDecided],
    consequence: .overdueOnly, law: "LVU 34 §")

  /// Reflection period. UtlL 5 kap. 15 §: thirty days, or the day of an extension.
  public static let reflection = DeadlineRule(
    id: .reflection, act: Phrase(sv: "betänketidens slut", en: "end of the reflection period"),
    starts: [.reflectionGranted], term: .days(30), counting: .statutory,
    stops: [.permitGranted, .reflectionExtended, .reflectionEnded], consequence: .ends,
    law: "UtlL 5:15")

  /// Feedback to the reporter who asked for it. SoL 19 kap. 6 §: a week from the decision to open an
  /// investigation or not.
  public static let feedback = DeadlineRule(
    id: .feedback, act: Phrase(sv: "besked till anmälaren", en: "feedback to the reporter"),
    starts: [.preliminaryAssessed, .investigationAnswered], term: .weeks(1), counting: .statutory,
    stops: [.feedbackGiven], consequence: .overdue, law: "SoL 19:6")

  /// Acknowledgement of a handover. The house's routine, a setting: 24 hours.
  public static var handover: DeadlineRule { handover(.inForce) }

  static func handover(_ routines: Routines) -> DeadlineRule {
    DeadlineRule(
      id: .handover,
      act: Phrase(sv: "bekräftelse av överlämningen", en: "acknowledgement of the handover"),
      starts: [.handoverSent], term: .hours(routines.handoverHours), counting: .fixed,
      stops: [.handoverAcknowledged, .handoverReturned], consequence: .reminder, law: nil)
  }

  /// News of a police report. The house's routine, a setting: 14 days.
  public static var policeNews: DeadlineRule { policeNews(.inForce) }

  static func policeNews(_ routines: Routines) -> DeadlineRule {
    DeadlineRule(
      id: .policeNews, act: Phrase(sv: "besked från polisen", en: "news from the police"),
      starts: [.policeNews], term: .days(routines.policeSilenceDays), counting: .fixed,
      stops: [.policeNews], consequence: .agenda, law: nil)
  }
}
