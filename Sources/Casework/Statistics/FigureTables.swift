extension FigureTable {
  /// Every table, in the order of the report.
  static let all: [FigureTable] = tips + field + concerns + custody + cases + police + cooperation

  private static func choices<C: RawRepresentable & CaseIterable>(
    _ cases: C.Type, _ title: (C) -> Phrase
  ) -> [Choice] where C.RawValue == String {
    C.allCases.map { Choice($0.rawValue, title($0)) }
  }

  private static let unstated = Phrase(sv: "inte angivet", en: "not stated")
  private static let purposes = Breakdown.several(
    "purpose", Phrase(sv: "Misstänkta syften (flera kan gälla)", en: "Suspected purposes"),
    Purpose.choices, unknown: unstated)
  private static let sex = Breakdown.parts(
    "sex", Phrase(sv: "Kön", en: "Sex"), choices(Sex.self, \.childTitle), unknown: unstated)
  private static let age = Breakdown.parts(
    "age", Phrase(sv: "Ålder", en: "Age"), AgeBand.choices, unknown: unstated)
  private static let nationality = Breakdown.parts(
    "nationality", Phrase(sv: "Troligen från", en: "Probably from"), NationalityGroup.choices,
    unknown: unstated)

  // MARK: Tips

  private static func tipTable(_ id: ID, _ title: Phrase, isPublic: Bool) -> FigureTable {
    FigureTable(
      id, title,
      [
        .parts(
          "channel", Phrase(sv: "Inkom genom", en: "Came in by"),
          Channel.allCases.filter { $0.isPublic == isPublic }
            .map { Choice($0.rawValue, $0.title) }),
        .parts(
          "priority", Phrase(sv: "Prioritet", en: "Priority"), choices(Priority.self, \.title),
          unknown: Phrase(sv: "inte prioriterat", en: "not prioritised")),
        .parts("status", Phrase(sv: "Läge", en: "State"), choices(Tip.Status.self, \.title)),
      ])
  }

  private static let tips: [FigureTable] = [
    tipTable(
      .tipsFromPublic, Phrase(sv: "Tips från allmänheten", en: "Tips from the public"),
      isPublic: true),
    tipTable(
      .tipsFromOthers,
      Phrase(
        sv: "Tips från polis, organisationer och egen personal",
        en: "Tips from police, organisations and staff"), isPublic: false),
    FigureTable(
      .assessments, Phrase(sv: "Skyddsbedömningar", en: "Protection assessments"),
      [
        .parts(
          "time", Phrase(sv: "Tid till bedömning", en: "Time to assessment"),
          [
            Choice("withinHour", Phrase(sv: "inom en timme", en: "within an hour")),
            Choice("later", Phrase(sv: "senare", en: "later")),
          ]),
        .parts(
          "outcome", Phrase(sv: "Bedömning", en: "Assessment"),
          choices(ProtectionOutcome.self, \.title)),
      ]),
  ]

  // MARK: Outreach

  private static let field: [FigureTable] = [
    FigureTable(.fieldHours, Phrase(sv: "Fälttimmar", en: "Field hours"), isOpen: true),
    FigureTable(.fieldReports, Phrase(sv: "Fältrapporter", en: "Field reports"), isOpen: true),
    FigureTable(
      .adultsMet,
      Phrase(sv: "Vuxna som träffats (kan upprepas)", en: "Adults met (repeats possible)")),
    FigureTable(
      .childrenMet,
      Phrase(sv: "Barn som träffats (kan upprepas)", en: "Children met (repeats possible)")),
    FigureTable(
      .provedAdult,
      Phrase(sv: "Förmodade barn som visat sig vara vuxna", en: "Assumed children proved adults"),
      [
        .parts(
          "age", Phrase(sv: "Bedömd ålder", en: "Assessed age"),
          [
            Choice("aboutTwenty", Phrase(sv: "omkring 20 år", en: "about 20")),
            Choice("older", Phrase(sv: "äldre", en: "older")),
          ])
      ]),
  ]

  private static let about = Breakdown(
    id: "about", title: Phrase(sv: "Gäller", en: "About"), rows: [],
    foundTitle: { ConcernLabel(key: $0)?.title })

  private static let concerns: [FigureTable] = [
    FigureTable(
      .concernsByOutreach,
      Phrase(sv: "Orosanmälningar av Ungdomsjouren", en: "Concern reports by outreach"),
      [about, purposes]),
    FigureTable(
      .concernsByEmergency,
      Phrase(sv: "Orosanmälningar av Socialjouren", en: "Concern reports by the emergency unit"),
      [about, purposes]),
    FigureTable(
      .investigations,
      Phrase(sv: "Stadsdelars svar på orosanmälan", en: "Districts' answers to concern reports"),
      [
        .parts(
          "answer", Phrase(sv: "Utredning", en: "Investigation"),
          [
            Choice("opened", Phrase(sv: "inledd", en: "opened")),
            Choice("notOpened", Phrase(sv: "inte inledd", en: "not opened")),
          ]), sex,
      ]),
  ]

  // MARK: Custody

  private static let custodyBreakdowns = [
    sex, age, nationality,
    .parts(
      "asylum", Phrase(sv: "Asyl", en: "Asylum"),
      [
        Choice("asylum", Phrase(sv: "asylsökande", en: "asylum seeker")),
        Choice("notAsylum", Phrase(sv: "inte asylsökande", en: "not asylum seeker")),
      ]), purposes,
    .parts("outcome", Phrase(sv: "Utgång", en: "Outcome"), CustodyOutcome.choices),
  ]

  private static let custody: [FigureTable] = [
    FigureTable(
      .custodyTrafficking,
      Phrase(
        sv: "LVU § 6-beslut, misstänkt människohandel",
        en: "LVU § 6 decisions, suspected trafficking"), custodyBreakdowns),
    FigureTable(
      .custodyOther, Phrase(sv: "Övriga LVU § 6-beslut", en: "Other LVU § 6 decisions"),
      custodyBreakdowns),
    FigureTable(
      .clocks, Phrase(sv: "Frister", en: "Clocks"), hasTotal: false,
      DeadlineRule.all.filter {
        ![.protectionAssessment, .policeNews].contains($0.id)
      }.map { rule in
        .parts(
          rule.id.rawValue,
          Phrase(
            sv: rule.act.sv + (rule.law.map { " (\($0))" } ?? ""),
            en: rule.act.en + (rule.law.map { " (\($0))" } ?? "")),
          [ClockState.met, .metLate, .overdue, .ceased].map { Choice($0.rawValue, $0.title) })
      }),
  ]

  // MARK: Cases

  private static let cases: [FigureTable] = [
    FigureTable(
      .cases, Phrase(sv: "Öppnade ärenden", en: "Cases opened"),
      [
        .parts(
          "kind", Phrase(sv: "Slag", en: "Kind"),
          [
            Choice("custody", Phrase(sv: "med LVU § 6-beslut", en: "with an LVU § 6 decision")),
            Choice(
              "minors",
              Phrase(sv: "ytterligare ärenden med minderåriga", en: "further cases with minors")),
            Choice("adults", Phrase(sv: "bara bedömda vuxna", en: "assessed adults only")),
          ]), purposes,
      ]),
    FigureTable(
      .caseChildren, Phrase(sv: "Barn i ärenden", en: "Children in cases"), [sex, age, nationality]),
    FigureTable(
      .casesPlaced,
      Phrase(sv: "Ärenden med beslutad placering", en: "Cases with placement decided"), [purposes]),
    FigureTable(
      .placements, Phrase(sv: "Placeringar", en: "Placements"),
      [.parts("kind", Phrase(sv: "Slag", en: "Kind"), PlacementKind.choices, unknown: unstated)]),
    FigureTable(
      .placementsRefused, Phrase(sv: "Nekade placeringar", en: "Placements refused"),
      [.parts("why", Phrase(sv: "Skäl", en: "Reason"), PlacementRefusal.choices)]),
    FigureTable(
      .missing, Phrase(sv: "Försvunna barn", en: "Missing children"), hasTotal: false,
      [
        .parts(
          "what", Phrase(sv: "Händelse", en: "Event"),
          [
            Choice("childDisappeared", Phrase(sv: "försvunna", en: "disappeared")),
            Choice("childFound", Phrase(sv: "återfunna", en: "found")),
          ])
      ]),
    FigureTable(
      .returns, Phrase(sv: "Återvändande", en: "Returns"),
      [.parts("how", Phrase(sv: "Hur", en: "How"), ReturnKind.choices)]),
  ]

  // MARK: Police

  private static let police: [FigureTable] = [
    FigureTable(
      .policeReports, Phrase(sv: "Polisanmälningar", en: "Police reports filed"),
      [
        .parts("to", Phrase(sv: "Till, och syfte", en: "To, and purpose"), reportRows),
        .parts("offence", Phrase(sv: "Brott", en: "Offence"), choices(Offence.self, \.title)),
      ]),
    FigureTable(
      .policeSteps,
      Phrase(sv: "Vad som blev av anmälningar", en: "What became of police reports"),
      hasTotal: false,
      [
        .parts(
          "step", Phrase(sv: "Steg", en: "Step"),
          PoliceStatus.allCases.filter {
            ![.drafted, .notFiled, .filed, .judged].contains($0)
          }.map { Choice($0.rawValue, $0.title) } + choices(Judgment.self, \.title))
      ]),
  ]

  private static let reportRows = PoliceAuthority.allCases.flatMap { authority in
    [
      ("Other", Phrase(sv: "inte sexuellt syfte", en: "non-sexual purpose")),
      ("Sexual", Phrase(sv: "sexuellt syfte", en: "sexual purpose")),
      ("Unstated", Phrase(sv: "syfte inte angivet", en: "purpose not stated")),
    ].map { Choice(authority.rawValue + $0.0, .list([authority.title, $0.1])) }
  }

  // MARK: Working with others

  private static let cooperation: [FigureTable] = [
    FigureTable(
      .handovers, Phrase(sv: "Överlämningar", en: "Handovers"), hasTotal: false,
      [.parts("step", Phrase(sv: "Steg", en: "Step"), HandoverStep.choices)]),
    FigureTable(
      .meetings, Phrase(sv: "Möten", en: "Meetings"),
      [.several("party", Phrase(sv: "Med", en: "With"), MeetingParty.choices)]),
    FigureTable(
      .advice, Phrase(sv: "Råd i ärenden", en: "Advice in cases"),
      [.parts("adviser", Phrase(sv: "Av", en: "Of"), Adviser.choices)]),
    FigureTable(
      .districts,
      Phrase(
        sv: "Stadsdelar vid periodens slut", en: "Districts at the end of the period"),
      isOpen: true),
  ]
}
