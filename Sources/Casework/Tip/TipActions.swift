extension Tip {
  private static let triage: Set<Role> = [.coordinator, .dutyOfficer, .lead]
  private static let everybody: Set<Role> = [.outreachWorker, .coordinator, .dutyOfficer, .lead]

  private static func choices<C: RawRepresentable & CaseIterable>(
    _: C.Type, _ title: (C) -> Phrase
  ) -> [Choice] where C.RawValue == String {
    C.allCases.map { Choice($0.rawValue, title($0)) }
  }

  static let reportFields: [FieldSpec] = [
    FieldSpec(
      "text", Phrase(sv: "Vad har hänt", en: "What happened"), .text, required: true,
      help: Phrase(sv: "med den som tipsar egna ord", en: "in the reporter's own words")),
    FieldSpec(
      "acute", Phrase(sv: "Akut fara", en: "Acute danger"), .line,
      help: Phrase(sv: "hur? lämna tomt om ingen akut fara", en: "how? empty if none")),
    FieldSpec(
      "place", Phrase(sv: "Plats", en: "Place"), .line,
      help: Phrase(sv: "gata, station, butik", en: "street, station, shop")),
    FieldSpec(
      "observedAt", Phrase(sv: "Sågs när", en: "Seen when"), .time,
      short: true,
      help: Phrase(sv: "igår 21:40 · -2h · fre 13.45", en: "yesterday 21:40 · -2h · fri 13:45")),
    FieldSpec(
      "duration", Phrase(sv: "Hur länge", en: "For how long"), .line,
      short: true,
      help: Phrase(sv: "till exempel en timme, hela kvällen", en: "such as an hour, all evening")),
    FieldSpec(
      "children", Phrase(sv: "Barn", en: "Children"), .children,
      short: true,
      help: Phrase(sv: "2 flickor 10-12, pojke 15, barn", en: "2 girls 10-12, boy 15, child")),
    FieldSpec(
      "adults", Phrase(sv: "Vuxna", en: "Adults"), .number(0...1000),
      short: true, help: Phrase(sv: "antal", en: "how many")),
    FieldSpec(
      "activity", Phrase(sv: "Vad de gör", en: "Doing what"),
      .choices(choices(Activity.self, \.title)),
      help: Phrase(sv: "mellanslag väljer, flera får väljas", en: "space picks, several allowed")),
    FieldSpec(
      "childNow", Phrase(sv: "Barnet nu", en: "Child now"), .line,
      help: Phrase(sv: "var är barnet just nu?", en: "where is the child now?")),
    FieldSpec(
      "ifNothing", Phrase(sv: "Om inget görs", en: "If nothing is done"), .line,
      help: Phrase(sv: "vad händer om ingenting görs?", en: "what happens if nothing is done?")),
    FieldSpec(
      "childKnows", Phrase(sv: "Barnet vet", en: "Child knows"),
      .choice(choices(Knows.self, \.title)),
      short: true,
      help: Phrase(sv: "känner barnet till tipset?", en: "does the child know of the tip?")),
    FieldSpec(
      "guardianKnows", Phrase(sv: "Vårdnadsh. vet", en: "Guardian knows"),
      .choice(choices(Knows.self, \.title)),
      short: true,
      help: Phrase(
        sv: "känner vårdnadshavaren till tipset?", en: "does the guardian know of the tip?")),
    FieldSpec(
      "cautions", Phrase(sv: "Försiktighet", en: "Cautions"), .line,
      short: true,
      help: Phrase(sv: "att tänka på vid kontakt", en: "to beware of when making contact")),
    FieldSpec(
      "language", Phrase(sv: "Språk", en: "Language"), .line,
      short: true,
      help: Phrase(sv: "barnets eller familjens språk", en: "the child's or family's language")),
    FieldSpec(
      "reporterName", Phrase(sv: "Tipsare", en: "Reporter"), .line,
      short: true,
      help: Phrase(
        sv: "lova aldrig anonymitet: OSL 26:5 skyddar bara under villkor",
        en: "never promise anonymity: OSL 26:5 shields only under conditions")),
    FieldSpec(
      "reporterPhone", Phrase(sv: "Telefon", en: "Telephone"), .line,
      short: true, help: Phrase(sv: "nummer att ringa tillbaka på", en: "number to call back")),
    FieldSpec(
      "reporterEmail", Phrase(sv: "E-post", en: "E-mail"), .line,
      short: true, help: Phrase(sv: "adress att svara på", en: "address to answer")),
    FieldSpec(
      "reporterCategory", Phrase(sv: "Vem tipsar", en: "Who reports"), .line,
      short: true,
      help: Phrase(sv: "granne, skola, kiosk, väktare …", en: "neighbour, school, kiosk, guard …")),
    FieldSpec(
      "wantsFeedback", Phrase(sv: "Vill ha besked", en: "Wants feedback"), .flag,
      short: true,
      help: Phrase(sv: "besked om utredning inleds, SoL 19:6", en: "whether opened, SoL 19:6")),
    FieldSpec(
      "concernsChild", Phrase(sv: "Rör ett barn", en: "Concerns a child"), .flag,
      short: true,
      help: Phrase(
        sv: "nej bara om det är klarlagt att inget barn berörs",
        en: "no only where it is plain that no child is concerned")),
    FieldSpec(
      "enclosures", Phrase(sv: "Bilagor", en: "Enclosures"), .line,
      help: Phrase(sv: "namn och storlek; sparas inte", en: "name and size; not stored")),
  ]

  static let channelField = FieldSpec(
    "channel", Phrase(sv: "Kanal", en: "Channel"), .choice(choices(Channel.self, \.title)),
    required: true, help: Phrase(sv: "hur tipset kom in", en: "how the tip came in"))

  /// Every value of a report, none of them required.
  static let correctableFields = ([channelField] + reportFields).map {
    FieldSpec($0.name, $0.label, $0.type, help: $0.help)
  }

  private static let reasonField = FieldSpec(
    "reason", Phrase(sv: "Skäl", en: "Reason"), .line, required: true,
    help: Phrase(sv: "varför, med egna ord", en: "why, in your own words"))

  /// What can be done with tips.
  public static let actions: [ActionSpec] = [
    ActionSpec(
      "tip.receive", .tip, creates: true,
      title: Phrase(sv: "Nytt tips", en: "New tip"),
      help: Phrase(sv: "Tar emot ett tips.", en: "Receives a tip."),
      roles: everybody.union([.intake]), fields: [channelField] + reportFields),
    ActionSpec(
      "tip.assess", .tip,
      title: Phrase(sv: "Skyddsbedömning", en: "Protection assessment"),
      help: Phrase(
        sv: "Bedömer om barnet behöver omedelbart skydd (SoL 20:1).",
        en: "Assesses whether the child needs protection at once (SoL 20:1)."),
      roles: triage,
      fields: [
        FieldSpec(
          "outcome", Phrase(sv: "Bedömning", en: "Assessment"),
          .choice(choices(ProtectionOutcome.self, \.title)), required: true,
          help: Phrase(
            sv: "behöver barnet skydd genast?", en: "does the child need protection at once?")),
        FieldSpec(
          "ground", Phrase(sv: "Grund", en: "Ground"), .text, required: true,
          help: Phrase(sv: "vad bedömningen bygger på", en: "what the assessment rests on")),
        FieldSpec(
          "priority", Phrase(sv: "Prioritet", en: "Priority"),
          .choice(choices(Priority.self, \.title)),
          help: Phrase(
            sv: "kan sättas på samma gång; tomt = senare", en: "can be set along with it")),
      ]),
    ActionSpec(
      "tip.prioritise", .tip,
      title: Phrase(sv: "Prioritera", en: "Prioritise"),
      help: Phrase(sv: "Sätter hur bråttom det är.", en: "Sets how urgent it is."), roles: triage,
      fields: [
        FieldSpec(
          "priority", Phrase(sv: "Prioritet", en: "Priority"),
          .choice(choices(Priority.self, \.title)), required: true,
          help: Phrase(sv: "akut går först", en: "acute goes first")),
        FieldSpec(
          "reason", Phrase(sv: "Skäl", en: "Reason"), .line,
          help: Phrase(sv: "varför, om det inte syns av tipset", en: "why, where it is not plain")),
      ]),
    ActionSpec(
      "tip.assign", .tip,
      title: Phrase(sv: "Tilldela", en: "Assign"),
      help: Phrase(
        sv: "Ger tipset till en handläggare; tomt lägger det åter i kön.",
        en: "Gives the tip to an officer; empty puts it back in the queue."),
      roles: everybody,
      fields: [
        FieldSpec(
          "officer", Phrase(sv: "Handläggare", en: "Officer"), .officer,
          help: Phrase(sv: "inloggningsnamn; tomt = ingen", en: "login; empty = nobody"))
      ]),
    ActionSpec(
      "tip.note", .tip,
      title: Phrase(sv: "Anteckna", en: "Note"),
      help: Phrase(sv: "Lägger till en anteckning.", en: "Adds a note."), roles: everybody,
      fields: [
        FieldSpec(
          "text", Phrase(sv: "Anteckning", en: "Note"), .text, required: true,
          help: Phrase(sv: "vad som gjorts eller framkommit", en: "what was done or learnt"))
      ]),
    ActionSpec(
      "tip.correct", .tip,
      title: Phrase(sv: "Rätta", en: "Correct"),
      help: Phrase(
        sv: "Rättar uppgifter; det som stod förut finns kvar i historiken.",
        en: "Corrects values; what stood before stays in the history."),
      roles: everybody,
      fields: [
        FieldSpec(
          "reason", Phrase(sv: "Skäl till rättelsen", en: "Reason"), .line, required: true,
          help: Phrase(sv: "varför det ändras", en: "why it is changed"))
      ]
        + correctableFields),
    ActionSpec(
      "tip.dispatch", .tip,
      title: Phrase(sv: "Skicka ut", en: "Dispatch"),
      help: Phrase(
        sv: "Skickar tipset till Ungdomsjouren, som söker upp barnet.",
        en: "Sends the tip to the outreach unit, which looks for the child."),
      roles: triage,
      fields: [
        FieldSpec(
          "note", Phrase(sv: "Meddelande", en: "Message"), .line,
          help: Phrase(sv: "vad de ombeds göra; får vara tomt", en: "what they are asked to do"))
      ]),
    ActionSpec(
      "tip.passOn", .tip,
      title: Phrase(sv: "Lämna till stadsdel", en: "Pass to a district"),
      help: Phrase(
        sv: "Lämnar tipset till en stadsdel; det är öppet här tills det avslutas.",
        en: "Passes the tip to a city district; it is open here until it is closed."),
      roles: triage,
      fields: [
        FieldSpec(
          "district", Phrase(sv: "Stadsdel", en: "District"), .choice(District.choices),
          required: true, help: Phrase(sv: "där barnet bor eller finns", en: "where the child is")),
        FieldSpec(
          "note", Phrase(sv: "Meddelande", en: "Message"), .line,
          help: Phrase(sv: "vem som fick det, och hur", en: "who received it, and how")),
      ]),
    ActionSpec(
      "tip.recall", .tip,
      title: Phrase(sv: "Återkalla", en: "Take back"),
      help: Phrase(
        sv: "Det senaste utskicket, till Ungdomsjouren eller en stadsdel, gäller inte längre.",
        en: "The latest sending, to outreach or to a district, no longer stands."),
      roles: triage, fields: [reasonField]),
    ActionSpec(
      "tip.link", .tip,
      title: Phrase(sv: "Koppla till ärende", en: "Link to a case"),
      help: Phrase(sv: "Tipset hör till ett ärende.", en: "The tip belongs to a case."),
      roles: triage,
      fields: [
        FieldSpec(
          "case", Phrase(sv: "Ärende", en: "Case"), .reference(.case), required: true,
          help: Phrase(sv: "ärendet, till exempel Ä77", en: "the case, such as Ä77"))
      ]),
    ActionSpec(
      "tip.preliminary", .tip,
      title: Phrase(sv: "Förhandsbedömning", en: "Preliminary assessment"),
      help: Phrase(
        sv: "Utredning inledd eller inte, eller mottaget av stadsdelen (SoL 20:2).",
        en: "Investigation opened or not, or accepted by the district (SoL 20:2)."),
      roles: triage,
      fields: [
        FieldSpec(
          "outcome", Phrase(sv: "Bedömning", en: "Outcome"),
          .choice(choices(PreliminaryOutcome.self, \.title)), required: true,
          help: Phrase(sv: "vad som beslutades", en: "what was decided")),
        FieldSpec(
          "note", Phrase(sv: "Av vem och varför", en: "By whom and why"), .line,
          help: Phrase(sv: "den som beslutade, och skälen", en: "who decided, and the grounds")),
      ]),
    ActionSpec(
      "tip.feedback", .tip,
      title: Phrase(sv: "Besked till anmälaren", en: "Tell the reporter"),
      help: Phrase(
        sv: "Anmälaren har fått veta om utredning inletts (SoL 19:6).",
        en: "The reporter has been told whether an investigation was opened (SoL 19:6)."),
      roles: triage,
      fields: [
        FieldSpec(
          "note", Phrase(sv: "Hur", en: "How"), .line,
          help: Phrase(sv: "hur beskedet gavs; får vara tomt", en: "how; may be empty"))
      ]),
    ActionSpec(
      "tip.duplicate", .tip,
      title: Phrase(sv: "Märk som dubblett", en: "Mark as duplicate"),
      help: Phrase(
        sv: "Tipset berättar samma sak som ett annat.", en: "The tip tells what another tells."),
      roles: triage,
      fields: [
        FieldSpec(
          "of", Phrase(sv: "Dubblett av", en: "Duplicate of"), .reference(.tip),
          required: true,
          help: Phrase(sv: "tipset som gäller, till exempel T1042", en: "the tip that stays: T1042")
        )
      ]),
    ActionSpec(
      "tip.notDuplicate", .tip,
      title: Phrase(sv: "Inte dubblett", en: "Not a duplicate"),
      help: Phrase(sv: "Tar tillbaka dubblettmärkningen.", en: "Takes the mark back."),
      roles: triage, fields: [reasonField]),
    ActionSpec(
      "tip.close", .tip,
      title: Phrase(sv: "Avsluta", en: "Close"),
      help: Phrase(
        sv: "Inget mer ska göras; kräver skyddsbedömning om ett barn berörs.",
        en: "Nothing more is to be done; needs a protection assessment where a child is concerned."),
      roles: triage,
      fields: [
        FieldSpec(
          "reason", Phrase(sv: "Skäl", en: "Reason"),
          .choice(choices(CloseReason.self, \.title)), required: true,
          help: Phrase(sv: "varför inget mer ska göras", en: "why nothing more is to be done")),
        FieldSpec(
          "note", Phrase(sv: "Kommentar", en: "Comment"), .line,
          help: Phrase(sv: "det som behöver sägas därutöver", en: "what else needs saying")),
      ]),
    ActionSpec(
      "tip.reopen", .tip,
      title: Phrase(sv: "Öppna igen", en: "Reopen"),
      help: Phrase(sv: "Tar upp ett avslutat tips igen.", en: "Takes a closed tip up again."),
      roles: triage, fields: [reasonField]),
  ]
}
