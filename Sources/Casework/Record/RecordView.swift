import TextSafety

/// A record as one officer may see it: the one place that screens, commands and exports ask.
///
/// What is shown only for a reason is masked; giving the reason, and its log, are still to come.
public struct RecordView: Sendable {
  /// The record.
  public let record: Record
  private let officer: Officer
  let now: Instant

  /// What that officer sees of that record now.
  public init(_ record: Record, for officer: Officer, now: Instant) {
    self.record = record
    self.officer = officer
    self.now = now
  }

  /// Where it stands.
  public var status: RecordStatus? { RecordKinds.of(record.kind)?.status(record, now: now) }

  /// A heading of one line; a restricted case tells nothing in it.
  public func title(_ language: Language) -> UntrustedText {
    if record.kind == .case, CaseView(record, for: officer).access == .needsReason {
      return UntrustedText(Phrase(sv: "skyddat ärende", en: "restricted case")[language])
    }
    return RecordKinds.of(record.kind)?.title(record, language) ?? ""
  }

  /// What has to be done next, for those who may do it.
  public var nextStep: Phrase? {
    guard record.kind != .case || CaseView(record, for: officer).access == .whole else {
      return nil
    }
    return RecordKinds.of(record.kind)?.nextStep(record, now: now)
  }

  /// Whether the officer sees all of it but what is masked.
  public var isWhole: Bool {
    record.kind != .case || CaseView(record, for: officer).access == .whole
  }

  /// The action that does what ``nextStep`` says; nil where none is this desk's.
  public var nextAction: String? {
    nextStep == nil ? nil : RecordKinds.of(record.kind)?.nextAction(record, now: now)
  }

  /// What stands now, grouped, in the order it is read, what runs out first.
  public var sections: [RecordSection] {
    ([record.clockSection(at: now)] + standing).filter { !$0.rows.isEmpty }
  }

  private var standing: [RecordSection] {
    switch record.kind {
    case .case: return CaseView(record, for: officer).sections
    case .handover: return HandoverKind.sections(record, for: officer, placement: nil)
    default: return RecordKinds.of(record.kind)?.sections(record, now: now) ?? []
    }
  }

  /// A fact of the history in plain words; nil where the officer may not see it.
  public func words(of fact: RecordedFact) -> FactWords? {
    if record.kind == .case { return CaseView(record, for: officer).words(of: fact) }
    return fact.words(hiding: hidden)
  }

  /// A fact's values as they may leave the program; nil where the officer may not see the fact.
  public func values(of fact: RecordedFact) -> [String: FieldValue]? {
    guard let words = words(of: fact) else { return nil }
    // Outreach sees some of a case's values: what has no words for the officer has no value either.
    if record.kind == .case, CaseView(record, for: officer).access != .whole {
      return words.details.isEmpty ? [:] : nil
    }
    return fact.values(hiding: hidden)
  }

  /// The fields whose values are shown only for a reason.
  private var hidden: Set<String> {
    switch record.kind {
    case .case: Case.secretFields
    case .custody: CustodyKind.secretFields
    case .handover: HandoverKind.secretFields
    case .person where Person(record).protection != nil:
      Set(PersonKind.actions.flatMap(\.fields).map(\.name))
    default: []
    }
  }
}
