import TextSafety

/// A record as one officer may see it, for the reasons given: the one place that screens, commands
/// and exports ask.
///
/// Pure: `CaseStore.open` asks for the reason and logs it before anything is shown.
public struct RecordView: Sendable {
  /// The record.
  public let record: Record
  let officer: Officer
  let reasons: AccessReasons
  let now: Instant

  /// What that officer sees of that record now, for those reasons.
  public init(
    _ record: Record, for officer: Officer, now: Instant, reasons: AccessReasons = AccessReasons()
  ) {
    self.record = record
    self.officer = officer
    self.now = now
    self.reasons = reasons
  }

  private var caseView: CaseView { CaseView(record, for: officer, reasons: reasons) }

  /// Whether nothing is shown before a reason is given: a restricted case of somebody else's.
  public var needsReason: Bool { record.kind == .case && caseView.access == .needsReason }

  /// Where it stands.
  public var status: RecordStatus? { RecordKinds.of(record.kind)?.status(record, now: now) }

  /// A heading of one line; a restricted case tells nothing in it.
  public func title(_ language: Language) -> UntrustedText {
    guard mayRead else { return "" }
    if needsReason {
      return UntrustedText(Phrase(sv: "skyddat ärende", en: "restricted case")[language])
    }
    if record.kind == .person {
      return PersonKind.title(record, language, isMasked: hasMasked && !showsMasked)
    }
    return RecordKinds.of(record.kind)?.title(record, language) ?? ""
  }

  /// What has to be done next, for those who may do it.
  public var nextStep: Phrase? {
    guard isWhole else { return nil }
    return RecordKinds.of(record.kind)?.nextStep(record, now: now)
  }

  /// Whether the officer sees all of it but what is masked.
  public var isWhole: Bool {
    mayRead && (record.kind != .case || caseView.access == .whole)
  }

  /// The action that does what ``nextStep`` says; nil where none is this desk's.
  public var nextAction: String? {
    nextStep == nil ? nil : RecordKinds.of(record.kind)?.nextAction(record, now: now)
  }

  /// What stands now, grouped, in the order it is read, what runs out first.
  public var sections: [RecordSection] {
    guard mayRead else { return [] }
    return ([record.clockSection(at: now)] + standing).filter { !$0.rows.isEmpty }
  }

  private var standing: [RecordSection] {
    switch record.kind {
    case .case: caseView.sections
    case .handover: HandoverKind.sections(record, showsPlacement: showsMasked)
    case .custody: CustodyKind.sections(record, showsPlacement: showsMasked)
    case .person: Person(record).sections(isMasked: hasMasked && !showsMasked)
    default: RecordKinds.of(record.kind)?.sections(record, now: now) ?? []
    }
  }

  /// A fact of the history in plain words; nil where the officer may not see it.
  public func words(of fact: RecordedFact) -> FactWords? {
    guard mayRead else { return nil }
    if record.kind == .case { return caseView.words(of: fact) }
    return fact.words(hiding: hidden)
  }

  /// A fact's values as they may leave the program; nil where the officer may not see the fact.
  public func values(of fact: RecordedFact) -> [String: FieldValue]? {
    guard let words = words(of: fact) else { return nil }
    // Outreach sees some of a case's values: what has no words for the officer has no value either.
    if record.kind == .case, caseView.access != .whole {
      return words.details.isEmpty ? [:] : nil
    }
    return fact.values(hiding: hidden)
  }

  // MARK: Masking

  /// Whether something in it is shown only for a reason, to an officer who may ask for it.
  public var hasMasked: Bool {
    guard mayRead else { return false }
    switch record.kind {
    case .person: return Person(record).protection != nil
    case .case where caseView.access != .whole: return false
    default: return record.entries.contains { $0.holds(secretFields) }
    }
  }

  private var mayRead: Bool { officer.holds(RecordKinds.of(record.kind)?.readers ?? []) }

  /// Whether what is masked is shown now.
  public var showsMasked: Bool { reasons.masked != nil && hasMasked }

  /// The fields whose values are hidden now.
  private var hidden: Set<String> { showsMasked ? [] : secretFields }

  /// The fields whose values are shown only for a reason.
  private var secretFields: Set<String> {
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

extension Record.Entry {
  /// Whether one of the fields is filled in, or was before this corrected it.
  fileprivate func holds(_ fields: Set<String>) -> Bool {
    !fields.isDisjoint(with: values.keys) || choice(Correction.field).map(fields.contains) == true
  }
}
