import TextSafety

/// Cases as records.
public enum CaseKind: RecordKind {
  /// The kind.
  public static let kind = SubjectKind.case

  /// In the order of use.
  public static let actions =
    Case.openingActions + Case.childActions + Case.workActions + Case.placementActions
    + Case.closingActions

  /// Open, open with a missing child, or closed.
  public static func status(_ record: Record, now: Instant) -> RecordStatus {
    guard let state = Case(record), state.isOpen else {
      return RecordStatus(Phrase(sv: "avslutat", en: "closed"), isOpen: false)
    }
    return state.missing.isEmpty
      ? RecordStatus(Phrase(sv: "öppet", en: "open"), isOpen: true)
      : RecordStatus(Phrase(sv: "BARN FÖRSVUNNET", en: "CHILD MISSING"), isOpen: true)
  }

  /// The alias, which names nobody.
  public static func title(_ record: Record, _ language: Language) -> UntrustedText {
    record.text("alias") ?? ""
  }

  /// Everything, placements masked: for whom ``CaseView`` gives the whole case.
  public static func sections(_ record: Record, now: Instant) -> [RecordSection] {
    Case(record).map { CaseSections(state: $0, showsPlacement: false).all } ?? []
  }

  /// The manual's next step; a missing child is found first.
  public static func nextAction(_ record: Record, now: Instant) -> String? {
    Case(record)?.missing.isEmpty == true ? "case.step" : "case.found"
  }

  /// A missing child first, then the manual's next step.
  public static func nextStep(_ record: Record, now: Instant) -> Phrase? {
    guard let state = Case(record), state.isOpen else { return nil }
    if let missing = state.missing.first {
      return missing.since.flag("police") == true
        ? Phrase(sv: "Sök \(missing.child)", en: "Search for \(missing.child)")
        : Phrase(
          sv: "Anmäl \(missing.child) försvunnet till polisen",
          en: "Report \(missing.child) missing to the police")
    }
    guard let step = state.checklist.first(where: { !$0.isSettled })?.step else { return nil }
    let guidance = step.guidance.map { Phrase(sv: " (\($0.sv))", en: " (\($0.en))") }
    return Phrase(
      sv: "Handboken: \(step.title.sv)\(guidance?.sv ?? "")",
      en: "Manual: \(step.title.en)\(guidance?.en ?? "")")
  }
}

/// What stands of a case, set out under headings.
struct CaseSections {
  let state: Case
  let showsPlacement: Bool

  private var record: Record { state.record }

  var all: [RecordSection] {
    [
      frame, childViews, interpreter, questions, indicators, placement, checklist, district,
      advice, returns,
    ].filter { !$0.rows.isEmpty }
  }

  /// What outreach needs: alias, description, cautions, who is missing, questions already asked.
  var forOutreach: [RecordSection] {
    [
      RecordSection(
        Self.frameTitle, known),
      questions,
    ].filter { !$0.rows.isEmpty }
  }

  private static let frameTitle = Phrase(sv: "Ärendet", en: "The case")

  private var frame: RecordSection {
    var rows = known
    let kinds = state.purposes.map(\.title)
    if !kinds.isEmpty {
      rows.append(
        .init(Phrase(sv: "Misstänkta syften", en: "Suspected purposes"), .phrase(.list(kinds))))
    }
    rows += record.rows("ground")
    if let handler = state.handler {
      rows.append(
        .init(Phrase(sv: "Handläggare", en: "Officer"), .untrusted(UntrustedText(handler))))
    }
    if state.isRestricted {
      rows.append(.init(Phrase(sv: "Skyddat", en: "Restricted"), .phrase(Knows.yes.title)))
    }
    return RecordSection(Self.frameTitle, rows)
  }

  /// What both units need to recognise the children and meet them.
  private var known: [FactWords.Detail] {
    record.rows("alias") + state.children.map { .init(Case.childField.label, .reference($0)) }
      + record.rows("description", "cautions") + missing
  }

  private var missing: [FactWords.Detail] {
    state.missing.flatMap { child, since -> [FactWords.Detail] in
      [
        .init(Phrase(sv: "Försvunnet", en: "Missing"), .reference(child)),
        .init(Phrase(sv: "Sedan", en: "Since"), .time(since.happenedAt)),
      ]
    }
  }

  private var childViews: RecordSection {
    section(Phrase(sv: "Barnets egen röst", en: "The child's own view"), "childViewRecorded")
  }

  private var interpreter: RecordSection {
    section(Phrase(sv: "Tolk", en: "Interpreter"), "interpreterEngaged")
  }

  private var questions: RecordSection {
    section(
      Phrase(sv: "Frågor redan ställda: fråga inte igen", en: "Already asked: do not ask again"),
      "questionAsked")
  }

  private var indicators: RecordSection {
    RecordSection(
      Phrase(sv: "Indikatorer: \(Indicator.caution.sv)", en: "Indicators: \(Indicator.caution.en)"),
      state.indicators.map { .init($0.indicator.title, .untrusted($0.source)) })
  }

  private var placement: RecordSection {
    let hidden = showsPlacement ? [] : Case.secretFields
    return RecordSection(
      Phrase(sv: "Placering", en: "Placement"),
      state.placements.flatMap { record.rows(of: $0, hiding: hidden) }
        + record.all("placementRefused").flatMap { record.rows(of: $0) })
  }

  private var checklist: RecordSection {
    RecordSection(
      Phrase(sv: "Handboken", en: "The handling manual"),
      state.checklist.flatMap { mark -> [FactWords.Detail] in
        guard let outcome = mark.outcome else {
          return [.init(mark.step.title, .phrase(Phrase(sv: "återstår", en: "to do")))]
        }
        return [.init(mark.step.title, .phrase(outcome.title))]
          + (mark.why.map { [.init(Phrase(sv: "Varför", en: "Why"), .untrusted($0))] } ?? [])
      })
  }

  private var district: RecordSection {
    section(
      Phrase(sv: "Stadsdelen", en: "The district"), "concernReported", "investigationAnswered")
  }

  private var advice: RecordSection {
    section(
      Phrase(sv: "Råd, möten, rätt och stöd", en: "Advice, meetings, law and support"),
      "adviceTaken", "meetingHeld", "legalAsked", "legalAnswered", "supportMarked")
  }

  private var returns: RecordSection {
    section(Phrase(sv: "Återvändande", en: "Return"), "returnRecorded", "returnReferred")
  }

  private func section(_ title: Phrase, _ names: String...) -> RecordSection {
    let entries = names.flatMap { record.all($0) }
      .sorted { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }
    return RecordSection(title, entries.flatMap { record.rows(of: $0) })
  }
}
