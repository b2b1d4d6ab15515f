import TextSafety

extension HandoverMaterial {
  /// The handling manual, each step with the fact that marked it, or that proves it done where nobody
  /// has marked it.
  public var steps: [(mark: MarkedStep, item: Item?)] {
    guard let state = sources.first(where: { $0.reference == reference }).map(\.record),
      let checklist = Case(state)?.checklist
    else { return [] }
    let marks = items.filter { $0.reference == reference && $0.name == "stepMarked" }
    return checklist.map { mark in
      let marked = marks.last { $0.entry.choice("step") == mark.step.rawValue }
      guard !mark.isSettled, let proof = items.last(where: { mark.step.isProven(by: $0) }),
        mark.at.map({ $0 < proof.happenedAt }) ?? true
      else { return (mark, marked) }
      return (MarkedStep(step: mark.step, outcome: .done, why: nil, at: proof.happenedAt), proof)
    }
  }

  /// What proves a step that nobody has marked: " – O81 Beslutat, fre 20/11 21.40".
  func proof(_ mark: MarkedStep, _ item: Item?, _ language: Language) -> SafeText {
    guard let item, item.name != "stepMarked" else { return "" }
    let when = TimeText.exact(item.happenedAt, now: now, language)
    return SafeText(" – \(item.reference) \(item.words.title[language]), \(when)")
  }
}

extension ManualStep {
  /// Whether a fact of the case, its children, its decisions, its reports or its tips proves the step
  /// done. What no fact can prove is ticked by hand.
  func isProven(by item: HandoverMaterial.Item) -> Bool {
    let entry = item.entry
    switch (self, item.reference.kind, item.name) {
    case (.interpreter, .case, "interpreterEngaged"): return true
    case (.interpreter, .custody, "executed"): return entry.text("interpreter") != nil
    case (.protectionAssessment, .tip, "protectionAssessed"): return true
    case (.coordinatorAdvice, .case, "adviceTaken"):
      return entry.choice("adviser") == Adviser.regionalCoordinator.rawValue
    case (.concernOrCustody, .case, "concernReported"),
      (.concernOrCustody, .person, "concernReported"),
      (.concernOrCustody, .custody, "prepared"), (.concernOrCustody, .custody, "decided"):
      return true
    case (.safePlacement, .case, "placed"), (.safePlacement, .custody, "placed"): return true
    case (.identity, .person, "identified"):
      return [.supported, .verified].contains(
        entry.choice("identity").flatMap(IdentityCertainty.init(rawValue:)))
    case (.policeReport, .policeReport, "filed"): return true
    case (.godMan, .custody, "godManAsked"), (.godMan, .custody, "godManAppointed"): return true
    case (.godMan, .case, "supportMarked"): return entry.supports(.godMan)
    case (.publicCounsel, .custody, "counselAsked"),
      (.publicCounsel, .custody, "counselAppointed"):
      return true
    case (.reflectionPeriod, .policeReport, "reflectionAsked"),
      (.reflectionPeriod, .policeReport, "reflectionGranted"):
      return true
    case (.handover, .handover, _): return ["sent", "acknowledged", "accepted"].contains(item.name)
    case (.return, .case, "returnRecorded"): return true
    default: return false
    }
  }
}

extension Record.Entry {
  /// Whether a support has been asked for or is there.
  fileprivate func supports(_ support: Support) -> Bool {
    choice("support") == support.rawValue && choice("state") != SupportState.refused.rawValue
  }
}
