/// What starts or stops a clock. The raw value is the kind of the fact in the journal.
public enum ClockEvent: String, Hashable, Sendable, CaseIterable {
  /// A tip came in.
  case tipReceived = "tip.received"
  /// The protection assessment was made.
  case protectionAssessed = "tip.protectionAssessed"
  /// The preliminary assessment was made: whether to open an investigation, or a district took over.
  case preliminaryAssessed = "tip.preliminaryAssessed"
  /// A district told whether it opens an investigation.
  case investigationAnswered = "case.investigationAnswered"
  /// The reporter was told.
  case feedbackGiven = "tip.feedbackGiven"
  /// The custody was decided.
  case custodyDecided = "custody.decided"
  /// The custody was executed.
  case custodyExecuted = "custody.executed"
  /// Decision and papers arrived at the court.
  case custodyArrived = "custody.arrived"
  /// The court examined the decision.
  case custodyExamined = "custody.examined"
  /// The decision was reported to the board.
  case custodyReported = "custody.reported"
  /// Care was applied for.
  case careAppliedFor = "custody.careAppliedFor"
  /// A longer time to apply for care was asked for.
  case extensionAsked = "custody.extensionAsked"
  /// Care was decided.
  case careDecided = "custody.careDecided"
  /// A reflection period was granted.
  case reflectionGranted = "policeReport.reflectionGranted"
  /// The reflection period was extended.
  case reflectionExtended = "policeReport.reflectionExtended"
  /// A residence permit was granted.
  case permitGranted = "policeReport.permitGranted"
  /// The reflection period was ended before its day.
  case reflectionEnded = "policeReport.reflectionEnded"
  /// There was news of the police report.
  case policeNews = "policeReport.news"
  /// A handover was sent to a district.
  case handoverSent = "handover.sent"
  /// The district acknowledged it.
  case handoverAcknowledged = "handover.acknowledged"
  /// The district accepted it with a named handler.
  case handoverAccepted = "handover.accepted"
  /// The district returned it.
  case handoverReturned = "handover.returned"

  /// In words: "beslutet".
  public var title: Phrase {
    switch self {
    case .tipReceived: Phrase(sv: "tipset kom in", en: "the tip came in")
    case .protectionAssessed:
      Phrase(sv: "skyddsbedömningen gjordes", en: "the protection assessment was made")
    case .preliminaryAssessed:
      Phrase(sv: "förhandsbedömningen gjordes", en: "the preliminary assessment was made")
    case .investigationAnswered:
      Phrase(sv: "utredning inleddes eller inte", en: "an investigation was opened or not")
    case .feedbackGiven: Phrase(sv: "anmälaren fick besked", en: "the reporter was told")
    case .custodyDecided: Phrase(sv: "beslutet fattades", en: "the decision was made")
    case .custodyExecuted: Phrase(sv: "beslutet verkställdes", en: "the decision was executed")
    case .custodyArrived:
      Phrase(sv: "handlingarna kom in till rätten", en: "the papers arrived at the court")
    case .custodyExamined: Phrase(sv: "rätten prövade", en: "the court examined")
    case .custodyReported: Phrase(sv: "anmält till nämnden", en: "reported to the board")
    case .careAppliedFor: Phrase(sv: "vård söktes", en: "care was applied for")
    case .extensionAsked: Phrase(sv: "förlängd tid begärdes", en: "more time was asked for")
    case .careDecided: Phrase(sv: "rätten avgjorde vårdmålet", en: "care was decided")
    case .reflectionGranted:
      Phrase(sv: "betänketiden beviljades", en: "the reflection period was granted")
    case .reflectionExtended:
      Phrase(sv: "betänketiden förlängdes", en: "the reflection period was extended")
    case .permitGranted: Phrase(sv: "tillstånd beviljades", en: "a permit was granted")
    case .reflectionEnded:
      Phrase(sv: "betänketiden avbröts", en: "the reflection period was ended")
    case .policeNews: Phrase(sv: "senaste beskedet", en: "the last news")
    case .handoverSent: Phrase(sv: "överlämningen skickades", en: "the handover was sent")
    case .handoverAcknowledged: Phrase(sv: "mottagandet bekräftades", en: "it was acknowledged")
    case .handoverAccepted: Phrase(sv: "överlämningen togs emot", en: "it was accepted")
    case .handoverReturned: Phrase(sv: "överlämningen kom tillbaka", en: "it was returned")
    }
  }
}
