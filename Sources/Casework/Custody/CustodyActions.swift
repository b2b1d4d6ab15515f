extension CustodyKind {
  /// Who prepares, has decided and executes: the emergency unit.
  static let emergency: Set<Role> = [.dutyOfficer, .lead]
  /// Who follows a decision: also by day.
  static let desk: Set<Role> = [.dutyOfficer, .coordinator, .lead]

  /// What can be done with a custody decision.
  public static let actions: [ActionSpec] =
    [prepare, decide, execute, place] + courtActions + boardActions + counselActions
    + careActions + [close, note, Correction.action(.custody, roles: desk)]

  static func action(
    _ name: String, becomes fact: String, _ title: Phrase, _ told: Phrase, help: Phrase,
    roles: Set<Role> = desk, creates: Bool = false, _ fields: [FieldSpec]
  ) -> ActionSpec {
    ActionSpec(
      "custody.\(name)", .custody, creates: creates, title: title, help: help, roles: roles,
      fields: fields, fact: FactSpec(fact, told))
  }

  static let noteField = FieldSpec(
    "note", Phrase(sv: "Anteckning", en: "Note"), .text,
    help: Phrase(sv: "det som ska följa med", en: "what should go along"))

  private static let ageFields: [FieldSpec] = [
    FieldSpec(
      "birthDate", Phrase(sv: "Född", en: "Born"), .date, short: true,
      help: Phrase(sv: "2010-03-21, om det är känt", en: "2010-03-21, where known")),
    FieldSpec(
      "age", Phrase(sv: "Ålder", en: "Age"), .number(0...120), short: true,
      help: Phrase(
        sv: "år, även uppskattad; under 20 (LVU 6 §), part från 15 (LVU 36 §)",
        en: "years, also estimated; under 20 (LVU 6 §), a party from 15 (LVU 36 §)")),
  ]

  private static let groundFields: [FieldSpec] = [
    FieldSpec(
      "ground", Phrase(sv: "Grund", en: "Ground"),
      .choice(CareGround.allCases.map { Choice($0.rawValue, $0.title) }), short: true,
      help: Phrase(sv: "sannolikt vårdbehov enligt", en: "care is probably needed under")),
    FieldSpec(
      "suspectedTrafficking", Phrase(sv: "Misstänkt människohandel", en: "Suspected trafficking"),
      .flag, short: true,
      help: Phrase(sv: "räknas i statistiken", en: "counted in the figures")),
    FieldSpec(
      "reasons", Phrase(sv: "Skäl", en: "Reasons"), .text,
      help: Phrase(
        sv: "varför rättens beslut inte kan avvaktas (LVU 6 §)",
        en: "why the court's decision cannot be awaited (LVU 6 §)")),
  ]

  private static let prepare = action(
    "prepare", becomes: "prepared",
    Phrase(sv: "Nytt omhändertagande", en: "New custody decision"),
    Phrase(sv: "Förberett", en: "Prepared"),
    help: Phrase(
      sv: "Förbereder ett beslut om omedelbart omhändertagande (LVU 6 §).",
      en: "Prepares a decision on immediate custody (LVU 6 §)."),
    roles: emergency, creates: true,
    [
      FieldSpec(
        "who", Phrase(sv: "Vem", en: "Who"), .line, required: true,
        help: Phrase(sv: "namn eller alias: flicka, röd jacka", en: "name or alias: girl, red coat")
      ),
      FieldSpec(
        "person", Phrase(sv: "Barn", en: "Person"), .reference(.person), short: true,
        help: Phrase(sv: "barnets referens, B17", en: "the person's reference, B17")),
      FieldSpec(
        "case", Phrase(sv: "Ärende", en: "Case"), .reference(.case), short: true,
        help: Phrase(sv: "ärendets referens, Ä77", en: "the case's reference, Ä77")),
    ] + ageFields + groundFields)

  private static let decide = action(
    "decide", becomes: "decided",
    Phrase(sv: "Beslut", en: "Decision"), Phrase(sv: "Beslutat", en: "Decided"),
    help: Phrase(
      sv: "Nämnden, utskottet, ordföranden eller en förordnad ledamot har beslutat (LVU 6 §).",
      en: "The board, its committee, the chairman or an appointed member decided (LVU 6 §)."),
    roles: emergency,
    [
      FieldSpec(
        "decider", Phrase(sv: "Beslutsfattare", en: "Decider"), .line, required: true,
        help: Phrase(
          sv: "namn; aldrig en jourhandläggare (LVU 6 §)",
          en: "name; never a duty officer (LVU 6 §)")),
      FieldSpec(
        "capacity", Phrase(sv: "Egenskap", en: "Capacity"),
        .choice(DeciderCapacity.allCases.map { Choice($0.rawValue, $0.title) }), required: true,
        help: Phrase(
          sv: "nämnd, utskott, ordförande eller förordnad ledamot",
          en: "board, committee, chairman or appointed member")),
      FieldSpec(
        "given", Phrase(sv: "Hur det gavs", en: "How given"),
        .choice(DecisionForm.allCases.map { Choice($0.rawValue, $0.title) }), required: true,
        help: Phrase(sv: "sammanträde, telefon, skriftligt", en: "meeting, telephone, writing")),
      FieldSpec(
        "board", Phrase(sv: "Nämnd", en: "Board"), .line, short: true,
        help: Phrase(sv: "vilken nämnd eller stadsdel", en: "which board or district")),
      meetingField,
    ] + ageFields + groundFields)

  static let meetingField = FieldSpec(
    "boardMeeting", Phrase(sv: "Nästa sammanträde", en: "Next meeting"), .date, short: true,
    help: Phrase(
      sv: "då beslutet ska anmälas till nämnden (LVU 6 §)",
      en: "when the decision is reported to the board (LVU 6 §)"))

  private static let execute = action(
    "execute", becomes: "executed",
    Phrase(sv: "Verkställighet", en: "Execution"), Phrase(sv: "Verkställt", en: "Executed"),
    help: Phrase(
      sv: "Barnet är omhändertaget. Fyra veckor att söka vård löper från i dag (LVU 8 §).",
      en: "The child is in custody. Four weeks to apply for care run from today (LVU 8 §)."),
    roles: emergency,
    [
      FieldSpec(
        "executedBy", Phrase(sv: "Av vem", en: "By whom"), .line,
        help: Phrase(sv: "den som verkställde", en: "who executed it")),
      FieldSpec(
        "place", Phrase(sv: "Plats", en: "Place"), .line,
        help: Phrase(sv: "där barnet togs om hand", en: "where the child was taken into care")),
      FieldSpec(
        "policeHelped", Phrase(sv: "Polisen bistod", en: "Police assisted"), .flag, short: true,
        help: Phrase(sv: "polishjälp enligt LVU 43 §", en: "police assistance, LVU 43 §")),
      FieldSpec(
        "childTold", Phrase(sv: "Barnet underrättat", en: "Child told"), .flag, short: true,
        help: Phrase(sv: "på ett språk barnet förstår", en: "in a language the child knows")),
      FieldSpec(
        "guardianTold", Phrase(sv: "Vårdnadshavare underrättad", en: "Guardian told"), .flag,
        short: true, help: Phrase(sv: "eller god man", en: "or the god man")),
      FieldSpec(
        "interpreter", Phrase(sv: "Tolk", en: "Interpreter"), .line, short: true,
        help: Phrase(sv: "språk; aldrig en medföljande", en: "language; never a companion")),
      FieldSpec(
        "childsView", Phrase(sv: "Barnets åsikt", en: "The child's view"), .text,
        help: Phrase(sv: "med barnets egna ord", en: "in the child's own words")),
      noteField,
    ])

  private static let place = action(
    "place", becomes: "placed",
    Phrase(sv: "Placering", en: "Placement"), Phrase(sv: "Placerat", en: "Placed"),
    help: Phrase(
      sv: "Barnet har placerats (LVU 11 §). Adressen kan vara hemlig (OSL 26:2).",
      en: "The child has been placed (LVU 11 §). The address may be secret (OSL 26:2)."),
    roles: emergency,
    [
      FieldSpec(
        "placementKind", Phrase(sv: "Placeringsform", en: "Kind of placement"),
        .choice(PlacementKind.allCases.map { Choice($0.rawValue, $0.title) }), required: true,
        help: Phrase(sv: "jourhem, HVB …", en: "emergency home, residential …")),
      FieldSpec(
        "placement", Phrase(sv: "Placering", en: "Placement"), .line,
        help: Phrase(sv: "hemmets namn", en: "name of the home")),
      FieldSpec(
        "address", Phrase(sv: "Adress", en: "Address"), .line,
        help: Phrase(sv: "visas bara på begäran", en: "shown on request only")),
      FieldSpec(
        "secretFromParents", Phrase(sv: "Hemlig för föräldrar", en: "Secret from parents"), .flag,
        short: true, help: Phrase(sv: "OSL 26:2, LVU 14 §", en: "under OSL 26:2, LVU 14 §")),
      noteField,
    ])

  private static let close = action(
    "close", becomes: "closed",
    Phrase(sv: "Avsluta", en: "Close"), Phrase(sv: "Avslutat", en: "Closed"),
    help: Phrase(
      sv: "Avslutar det som inte blev beslut, eller det som upphört. Allt finns kvar.",
      en: "Closes what never was decided, or what has ended. Everything is kept."),
    [
      FieldSpec(
        "outcome", Phrase(sv: "Hur barnet skyddas", en: "How the child is protected"), .text,
        required: true,
        help: Phrase(
          sv: "vad som gäller nu: nytt beslut, samtycke, ingen åtgärd",
          en: "what holds now: new decision, consent, no measure"))
    ])

  private static let note = action(
    "note", becomes: "noted",
    Phrase(sv: "Anteckna", en: "Note"), Phrase(sv: "Antecknat", en: "Noted"),
    help: Phrase(sv: "Lägger en anteckning till historiken.", en: "Adds a note to the history."),
    [
      FieldSpec(
        "text", Phrase(sv: "Text", en: "Text of the note"), .text, required: true,
        help: Phrase(sv: "fritt", en: "free text"))
    ])
}
