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
  let material: HandoverMaterial?
  let language: Language

  /// What that officer sees of that record now, for those reasons. What a handover refers to is filled
  /// in from `material`, in that language; without it, it is masked.
  public init(
    _ record: Record, for officer: Officer, now: Instant, reasons: AccessReasons = AccessReasons(),
    filling material: HandoverMaterial? = nil, _ language: Language = .sv
  ) {
    self.record = record
    self.officer = officer
    self.now = now
    self.reasons = reasons
    self.material = material?.under(reasons)
    self.language = language
  }

  private var caseView: CaseView { CaseView(record, for: officer, reasons: reasons) }

  /// The case it belongs to, as the officer may see it.
  var ownerView: RecordView? {
    record.owner.map { RecordView($0, for: officer, now: now, reasons: reasons) }
  }

  /// Whether nothing is shown before a reason is given: a restricted case of somebody else's, and
  /// what belongs to one.
  public var needsReason: Bool {
    if record.kind == .case { return caseView.access == .needsReason }
    return ownerView?.needsReason ?? false
  }

  /// Where it stands.
  public var status: RecordStatus? { RecordKinds.of(record.kind)?.status(record, now: now) }

  /// A heading of one line; a restricted case and what belongs to it tell nothing in it, and whose
  /// personal data are protected is not named in it.
  public func title(_ language: Language) -> UntrustedText {
    guard mayRead else { return "" }
    if needsReason {
      let title =
        record.kind == .case
        ? Phrase(sv: "skyddat ärende", en: "restricted case")
        : Phrase(sv: "skyddad", en: "restricted")
      return UntrustedText(title[language])
    }
    if record.kind == .person {
      return PersonKind.title(record, language, isMasked: hasMasked && !showsMasked)
    }
    let names = showsMasked ? [] : record.namingFields
    let shown = record.replacing(names, with: Person.masked[language])
    return RecordKinds.of(record.kind)?.title(shown, language) ?? ""
  }

  /// What has to be done next, for those who may do it.
  public var nextStep: Phrase? {
    guard isWhole else { return nil }
    return RecordKinds.of(record.kind)?.nextStep(record, now: now)
  }

  /// Whether the officer sees all of it but what is masked.
  public var isWhole: Bool {
    mayRead && !needsReason && (record.kind != .case || caseView.access == .whole)
  }

  /// The action that does what ``nextStep`` says; nil where none is this desk's.
  public var nextAction: String? {
    nextStep == nil ? nil : RecordKinds.of(record.kind)?.nextAction(record, now: now)
  }

  /// What stands now, grouped, in the order it is read, what runs out first.
  public var sections: [RecordSection] {
    guard mayRead else { return [] }
    guard !needsReason else { return [CaseView.closedSection] }
    return ([record.clockSection(at: now)] + standing).filter { !$0.rows.isEmpty }
      .map { $0.masking(showsMasked ? [] : record.namingFields, of: record.kind) }
  }

  private var standing: [RecordSection] {
    switch record.kind {
    case .case: caseView.sections
    case .handover: filledSections
    case .custody: CustodyKind.sections(record, showsPlacement: showsMasked)
    case .person: Person(record).sections(isMasked: hasMasked && !showsMasked)
    default: RecordKinds.of(record.kind)?.sections(record, now: now) ?? []
    }
  }

  private var filledSections: [RecordSection] {
    HandoverKind.sections(record, showsPlacement: showsMasked).map { section in
      RecordSection(section.title, section.rows.map { filled($0) })
    }
  }

  /// A fact of the history in plain words; nil where the officer may not see it.
  public func words(of fact: RecordedFact) -> FactWords? {
    guard mayRead, !needsReason else { return nil }
    if record.kind == .case { return caseView.words(of: fact) }
    let words = fact.words(hiding: hidden)
    guard record.kind == .handover else { return words }
    return FactWords(title: words.title, details: words.details.map { filled($0) })
  }

  /// A fact's values as they may leave the program; nil where the officer may not see the fact.
  public func values(of fact: RecordedFact) -> [String: FieldValue]? {
    guard let words = words(of: fact) else { return nil }
    // Outreach sees some of a case's values: what has no words for the officer has no value either.
    if record.kind == .case, caseView.access != .whole {
      return words.details.isEmpty ? [:] : nil
    }
    let values = fact.values(hiding: hidden)
    return record.kind == .handover ? values.mapValues { filled($0) } : values
  }

  // MARK: Masking

  /// Whether something in it is shown only for a reason, to an officer who may ask for it.
  public var hasMasked: Bool {
    guard mayRead else { return false }
    switch record.kind {
    case .person: return Person(record).protection != nil
    case .case where caseView.access != .whole: return false
    case .handover where record.refersToProtected: return true
    default: return record.entries.contains { $0.holds(secretFields) }
    }
  }

  private var mayRead: Bool { officer.holds(RecordKinds.of(record.kind)?.readers ?? []) }

  /// Whether what is masked is shown now.
  public var showsMasked: Bool { reasons.masked != nil && hasMasked }

  /// The fields whose values are hidden now.
  private var hidden: Set<String> { showsMasked ? [] : secretFields }

  /// The fields whose values are shown only for a reason.
  var secretFields: Set<String> {
    switch record.kind {
    case .case: Case.secretFields.union(record.namingFields)
    case .custody: CustodyKind.secretFields.union(record.namingFields)
    case .policeReport: record.namingFields
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
    fields.contains { values[$0]?.saysNothing == false }
      || choice(Correction.field).map(fields.contains) == true
  }
}
