/// The steps of the handling manual's acute part, in their order: a checklist for each case.
public enum ManualStep: String, ChoiceTerm {
  case safetyNow, interpreter, protectionAssessment, coordinatorAdvice, concernOrCustody
  case safePlacement, medicalCare, identity, policeReport, godMan, publicCounsel
  case reflectionPeriod, embassy, handover, `return`

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .safetyNow: Phrase(sv: "trygghet nu", en: "safety now")
    case .interpreter: Phrase(sv: "tolk", en: "interpreter")
    case .protectionAssessment: Phrase(sv: "skyddsbedömning", en: "protection assessment")
    case .coordinatorAdvice:
      Phrase(sv: "råd av regionkoordinatorn", en: "advice of the regional coordinator")
    case .concernOrCustody:
      Phrase(sv: "orosanmälan eller LVU", en: "concern report or custody (LVU)")
    case .safePlacement: Phrase(sv: "trygg placering", en: "safe placement")
    case .medicalCare: Phrase(sv: "sjukvård", en: "medical care")
    case .identity: Phrase(sv: "identitet", en: "identity")
    case .policeReport: Phrase(sv: "polisanmälan", en: "police report")
    case .godMan: Phrase(sv: "god man", en: "legal guardian (god man)")
    case .publicCounsel: Phrase(sv: "offentligt biträde", en: "public counsel")
    case .reflectionPeriod: Phrase(sv: "betänketid", en: "reflection period")
    case .embassy: Phrase(sv: "ambassad", en: "embassy")
    case .handover: Phrase(sv: "överlämning", en: "handover")
    case .return: Phrase(sv: "återvändande", en: "return")
    }
  }

  /// What to keep in mind; nil where the title says it all.
  public var guidance: Phrase? {
    switch self {
    case .interpreter: Phrase(sv: "aldrig en medföljande", en: "never a companion")
    case .coordinatorAdvice:
      Phrase(sv: "utan identitet om samtycke saknas", en: "without identity unless consented to")
    case .safePlacement: Phrase(sv: "adressen hålls dold", en: "the address is kept hidden")
    case .embassy: Phrase(sv: "först efter riskbedömning", en: "only after a risk assessment")
    case .return:
      Phrase(
        sv:
          "bara när båda ländernas myndigheter funnit det bäst; staden ansvarar till övertagandet",
        en: "only when both countries' authorities find it best; the city answers until takeover")
    default: nil
    }
  }
}

/// What became of a step of the manual.
public enum StepOutcome: String, ChoiceTerm {
  case done, notApplicable, notDone

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .done: Phrase(sv: "gjort", en: "done")
    case .notApplicable: Phrase(sv: "inte aktuellt", en: "not applicable")
    case .notDone: Phrase(sv: "inte gjort", en: "not done")
    }
  }
}
