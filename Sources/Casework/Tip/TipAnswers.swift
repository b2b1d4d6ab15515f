// What others decide answers a tip's preliminary assessment too (SoL 20:2): the district's answer on
// the case it belongs to, and the district's acceptance of the case's handover.

extension Record {
  /// The tips that a case was opened from or has been given.
  fileprivate var caseTips: [Reference] {
    ["opened", "tipsAdded"].flatMap { all($0) }.flatMap { $0.references("tips") }
  }

  /// The outcome as a fact of each of the case's tips that has none yet.
  fileprivate func answering(
    _ outcome: PreliminaryOutcome, by source: Reference, _ context: DecisionContext
  ) throws -> [DecidedFact] {
    var answered: Set<Reference> = []
    return try caseTips.compactMap { reference in
      guard answered.insert(reference).inserted,
        case .tip(let tip)? = try context.subject(reference), tip.preliminary == nil
      else { return nil }
      return tip.fact(
        .preliminaryAssessed(.init(outcome: outcome, note: nil, reference: source.description)))
    }
  }
}

extension CaseKind {
  /// A district's answer is that of the case's tips.
  public static func alsoHappens(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws -> [DecidedFact] {
    guard action.name == "investigationAnswered", let record,
      let reference = Reference(context.reference(record.id))
    else { return [] }
    let opened = action.entry.flag("opened") == true
    return try record.answering(opened ? .opened : .notOpened, by: reference, context)
  }
}

extension HandoverKind {
  /// With the handover the district has accepted the case's tips.
  public static func alsoHappens(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws -> [DecidedFact] {
    guard action.name == "accepted", let record, let own = Reference(context.reference(record.id)),
      let subject = record.references("case").last,
      case .record(let handed)? = try context.subject(subject)
    else { return [] }
    return try handed.answering(.handedOver, by: own, context)
  }
}
