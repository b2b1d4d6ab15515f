/// Who took a custody decision, LVU 6 §.
public enum DeciderCapacity: String, Sendable, CaseIterable {
  case board, committee, chairman, appointedMember
  /// Stands among the choices so that it can be refused with the paragraph that says why.
  case dutyOfficer

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .board: Phrase(sv: "nämnden", en: "the board")
    case .committee: Phrase(sv: "utskottet", en: "the board's committee (utskott)")
    case .chairman: Phrase(sv: "ordföranden", en: "the chairman")
    case .appointedMember:
      Phrase(sv: "ledamot som nämnden förordnat", en: "member appointed by the board")
    case .dutyOfficer:
      Phrase(
        sv: "jourhandläggare – får inte besluta (LVU 6 §)",
        en: "duty officer – may not decide (LVU 6 §)")
    }
  }

  /// Whether the decision has to be reported to the board's next meeting, LVU 6 §.
  public var isReportedToBoard: Bool { self == .chairman || self == .appointedMember }
}

/// How a decision was given.
enum DecisionForm: String, CaseIterable {
  case meeting, telephone, writing

  var title: Phrase {
    switch self {
    case .meeting: Phrase(sv: "vid sammanträde", en: "at a meeting")
    case .telephone: Phrase(sv: "per telefon", en: "by telephone")
    case .writing: Phrase(sv: "skriftligt", en: "in writing")
    }
  }
}

/// The paragraph of LVU that care is presumably needed under.
enum CareGround: String, CaseIterable {
  case home, ownBehaviour, both

  var title: Phrase {
    switch self {
    case .home: Phrase(sv: "hemförhållanden (LVU 2 §)", en: "conditions at home (LVU 2 §)")
    case .ownBehaviour: Phrase(sv: "eget beteende (LVU 3 §)", en: "own behaviour (LVU 3 §)")
    case .both: Phrase(sv: "båda (LVU 2, 3 §§)", en: "both (LVU 2, 3 §§)")
    }
  }
}

/// What the court found when it examined a custody decision, LVU 7 §.
enum Examination: String, CaseIterable {
  case confirmed, notConfirmed

  var title: Phrase {
    switch self {
    case .confirmed: Phrase(sv: "fastställt", en: "confirmed")
    case .notConfirmed: Phrase(sv: "inte fastställt", en: "not confirmed")
    }
  }
}

/// What the court decided on care.
enum CareDecision: String, CaseIterable {
  case care, noCare

  var title: Phrase {
    switch self {
    case .care: Phrase(sv: "vård enligt LVU", en: "care under LVU")
    case .noCare: Phrase(sv: "ansökan avslagen", en: "application refused")
    }
  }
}
