import TextSafety

/// What an officer may see of a case: access follows need.
///
/// Pure: who reads, and for what reason, is logged by the one who shows it.
public struct CaseView: Sendable {
  /// How much of a case an officer may see.
  public enum Access: Sendable {
    /// Nothing: no role of the officer's reads cases.
    case none
    /// Nothing until a written reason is given: the case is restricted and not the officer's own.
    case needsReason
    /// What outreach needs: alias, description, cautions, questions already asked.
    case outreach
    /// Everything; where a child is placed only for a reason of its own.
    case whole
  }

  /// How much may be seen.
  public let access: Access
  /// Whether placements are shown.
  public let showsPlacement: Bool
  private let state: Case?

  /// What that officer sees of that case for those reasons.
  public init(_ record: Record, for officer: Officer, reasons: AccessReasons = AccessReasons()) {
    state = Case(record)
    access = Self.access(Case(record.present), officer, reasons)
    showsPlacement = access == .whole && reasons.masked != nil
  }

  private static func access(_ state: Case?, _ officer: Officer, _ reasons: AccessReasons) -> Access
  {
    guard let state, officer.holds(CaseKind.readers) else { return .none }
    let isOwn = state.handler == officer.login || officer.holds([.lead])
    if state.isRestricted, !isOwn, reasons.access == nil { return .needsReason }
    return officer.holds(Case.authority) ? .whole : .outreach
  }

  /// What stands now, as far as the officer may see it.
  public var sections: [RecordSection] {
    guard let state else { return [] }
    switch access {
    case .none: return []
    case .needsReason:
      return [Self.closedSection]
    case .outreach: return CaseSections(state: state, showsPlacement: false).forOutreach
    case .whole: return CaseSections(state: state, showsPlacement: showsPlacement).all
    }
  }

  /// What stands in the place of all else until a reason is given.
  static let closedSection = RecordSection(
    Phrase(sv: "Skyddat ärende", en: "Restricted case"),
    [
      .init(
        Phrase(sv: "Öppna", en: "Open"),
        .phrase(
          Phrase(sv: "ange skäl; arbetsledaren ser det", en: "give a reason; the lead sees it")))
    ])

  /// What outreach sees of the history: the facts, and of each the values.
  private static let outreachFields: [String: Set<String>] = [
    "opened": ["alias", "children", "description", "cautions"],
    "described": ["alias", "description", "cautions"],
    "childrenAdded": ["children"],
    "questionAsked": ["child", "topic", "question", "askedBy", "present", "answer", "again"],
    "childDisappeared": ["child", "lastSeen"],
    "childFound": ["child", "place"],
  ]

  private var naming: Set<String> { state?.record.namingFields ?? [] }

  /// A fact of the case's history as the officer may see it; nil where it may not be seen.
  public func words(of fact: RecordedFact) -> FactWords? {
    switch access {
    case .none, .needsReason: return nil
    case .whole:
      return fact.words(hiding: showsPlacement ? [] : Case.secretFields.union(naming))
    case .outreach:
      guard let seen = seenByOutreach(fact) else { return nil }
      return seen.words(hiding: naming)
    }
  }

  /// The fact with the values outreach needs; a correction follows what it corrects.
  private func seenByOutreach(_ fact: RecordedFact) -> RecordedFact? {
    let name = String(fact.kind.dropFirst("case.".count))
    if name == Correction.factName {
      guard case .number(let version)? = fact.values[Correction.entry],
        let corrected = state?.record.entries.first(where: { $0.version == version }),
        let fields = Self.outreachFields[corrected.name]
      else { return nil }
      guard case .text(let field)? = fact.values[Correction.field] else { return fact }
      return fields.contains(field) ? fact : nil
    }
    guard let fields = Self.outreachFields[name] else { return nil }
    return RecordedFact(kind: fact.kind, values: fact.values.filter { fields.contains($0.key) })
  }
}
