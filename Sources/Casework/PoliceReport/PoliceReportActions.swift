extension PoliceReportKind {
  /// Who reports to the police: the emergency unit.
  private static let emergency: Set<Role> = [.dutyOfficer, .lead]
  /// Who follows a report: also by day.
  static let desk: Set<Role> = [.dutyOfficer, .coordinator, .lead]

  /// What can be done with a police report.
  public static let actions: [ActionSpec] =
    [draft, file, notFile, number] + investigationActions + prosecutionActions + newsActions
    + reflectionActions + [note, Correction.action(.policeReport, roles: desk)]

  private static func action(
    _ name: String, becomes fact: String, _ title: Phrase, _ told: Phrase, help: Phrase,
    roles: Set<Role> = desk, creates: Bool = false, _ fields: [FieldSpec] = []
  ) -> ActionSpec {
    ActionSpec(
      "policeReport.\(name)", .policeReport, creates: creates, title: title, help: help,
      roles: roles, fields: fields, fact: FactSpec(fact, told))
  }

  private static func choices<C: RawRepresentable & CaseIterable>(
    _: C.Type, _ title: (C) -> Phrase
  ) -> [Choice] where C.RawValue == String {
    C.allCases.map { Choice($0.rawValue, title($0)) }
  }

  // MARK: Fields

  private static func reason(_ help: Phrase) -> FieldSpec {
    FieldSpec("reason", Phrase(sv: "Skäl", en: "Reason"), .line, required: true, help: help)
  }

  private static let noteField = FieldSpec(
    "note", Phrase(sv: "Anteckning", en: "Note"), .text,
    help: Phrase(sv: "det som ska följa med", en: "what should go along"))

  private static func offenceFields(required: Bool) -> [FieldSpec] {
    [
      FieldSpec(
        "offence", Phrase(sv: "Brott", en: "Offence"),
        .choice(choices(Offence.self, \.title)), required: required,
        help: Phrase(sv: "det brott som anmäls", en: "the offence reported")),
      FieldSpec(
        "otherOffence", Phrase(sv: "Annat brott", en: "Other offence"), .line,
        help: Phrase(sv: "vilket, om annat", en: "which, if other")),
    ]
  }

  private static func authorityField(required: Bool) -> FieldSpec {
    FieldSpec(
      "authority", Phrase(sv: "Till", en: "To"),
      .choice(choices(PoliceAuthority.self, \.title)), required: required,
      help: Phrase(sv: "gränspolisen eller lokalpolisen", en: "border police or local police"))
  }

  private static let contactFields: [FieldSpec] = [
    FieldSpec(
      "contact", Phrase(sv: "Kontaktperson", en: "Contact"), .line,
      help: Phrase(sv: "namn hos polis eller åklagare", en: "name at the police or prosecutor")),
    FieldSpec(
      "contactPhone", Phrase(sv: "Telefon", en: "Telephone"), .line, short: true,
      help: Phrase(sv: "direktnummer", en: "direct number")),
  ]

  // MARK: The report

  private static let draft = action(
    "draft", becomes: "drafted",
    Phrase(sv: "Ny polisanmälan", en: "New police report"), Phrase(sv: "Utkast", en: "Drafted"),
    help: Phrase(
      sv: "Förbereder en polisanmälan; den är inte gjord förrän den registreras som inlämnad.",
      en: "Prepares a police report; it is not made until recorded as filed."),
    roles: emergency, creates: true,
    [
      FieldSpec(
        "what", Phrase(sv: "Vad", en: "What"), .line, required: true,
        help: Phrase(sv: "kort: pojke 15, tiggeri, Slussen", en: "short: boy 15, begging, Slussen")),
      FieldSpec(
        "case", Phrase(sv: "Ärende", en: "Case"), .reference(.case), short: true,
        help: Phrase(sv: "ärendets referens, Ä77", en: "the case's reference, Ä77")),
      FieldSpec(
        "persons", Phrase(sv: "Barn", en: "Persons"), .references(.person), short: true,
        help: Phrase(sv: "barnens referenser, B17", en: "the persons' references, B17")),
      FieldSpec(
        "purposes", Phrase(sv: "Misstänkta syften", en: "Suspected purposes"),
        .choices(choices(ExploitationPurpose.self, \.title)),
        help: Phrase(sv: "flera får väljas", en: "several allowed")),
    ] + offenceFields(required: false)
      + [
        authorityField(required: false),
        FieldSpec(
          "text", Phrase(sv: "Händelsen", en: "What happened"), .text,
          help: Phrase(sv: "det som anmäls, i tidsordning", en: "what is reported, in time order")),
      ])

  private static let file = action(
    "file", becomes: "filed",
    Phrase(sv: "Anmäl", en: "File"), Phrase(sv: "Anmäld", en: "Filed"),
    help: Phrase(
      sv: "Anmälan är gjord hos polisen, med den grund som bryter sekretessen.",
      en: "The report is filed with the police, with the ground that lifts secrecy."),
    roles: emergency,
    [authorityField(required: true)] + offenceFields(required: true) + [
      FieldSpec(
        "secrecyGround", Phrase(sv: "Sekretessbrytande grund", en: "Ground for lifting secrecy"),
        .choice(choices(SecrecyGround.self, \.title)), required: true,
        help: Phrase(
          sv: "OSL 10:21, 10:23 eller 10:18 a", en: "one of OSL 10:21, 10:23 or 10:18 a"))
    ] + contactFields + [noteField])

  private static let notFile = action(
    "notFile", becomes: "notFiled",
    Phrase(sv: "Anmäl inte", en: "Do not file"), Phrase(sv: "Anmäldes inte", en: "Not filed"),
    help: Phrase(
      sv: "Utkastet blev ingen anmälan; skälet står kvar.",
      en: "The draft became no report; the reason is kept."), roles: emergency,
    [reason(Phrase(sv: "varför det inte anmäls", en: "why it is not reported"))])

  private static let number = action(
    "number", becomes: "numbered",
    Phrase(sv: "K-nummer", en: "K-number"), Phrase(sv: "K-nummer", en: "K-number given"),
    help: Phrase(
      sv: "Polisens nummer på anmälan: 5000-K123456-26.",
      en: "The police's number of the report: 5000-K123456-26."),
    [
      FieldSpec(
        "kNumber", Phrase(sv: "K-nummer", en: "K-number"), .line, required: true, short: true,
        help: Phrase(
          sv: "5000-K123456-26: område, K och löpnummer, år",
          en: "5000-K123456-26: area, K and serial, year"))
    ])

  private static let note = action(
    "note", becomes: "noted",
    Phrase(sv: "Anteckna", en: "Note"), Phrase(sv: "Antecknat", en: "Noted"),
    help: Phrase(
      sv: "Lägger en anteckning till historiken; det räknas inte som besked från polisen.",
      en: "Adds a note to the history; it does not count as news from the police."),
    [
      FieldSpec(
        "text", Phrase(sv: "Text", en: "Text of the note"), .text, required: true,
        help: Phrase(sv: "fritt", en: "free text"))
    ])

  // MARK: What the police and the prosecutor do

  private static let investigationActions: [ActionSpec] = [
    action(
      "openInvestigation", becomes: "investigationOpened",
      Phrase(sv: "Förundersökning inledd", en: "Investigation opened"),
      Phrase(sv: "Förundersökning inledd", en: "Investigation opened"),
      help: Phrase(
        sv: "Polis eller åklagare har inlett förundersökning.",
        en: "Police or prosecutor have opened an investigation."),
      contactFields + [noteField]),
    action(
      "notOpenInvestigation", becomes: "investigationNotOpened",
      Phrase(sv: "Förundersökning inte inledd", en: "Investigation not opened"),
      Phrase(sv: "Förundersökning inte inledd", en: "Investigation not opened"),
      help: Phrase(
        sv: "Polis eller åklagare inledde ingen förundersökning.",
        en: "Police or prosecutor opened no investigation."),
      [reason(Phrase(sv: "polisens skäl", en: "the police's reason"))]),
    action(
      "discontinue", becomes: "discontinued",
      Phrase(sv: "Nedlagd", en: "Discontinued"), Phrase(sv: "Nedlagd", en: "Discontinued"),
      help: Phrase(
        sv: "Förundersökningen eller åtalet har lagts ned.",
        en: "The investigation or the charge has been discontinued."),
      [
        reason(
          Phrase(sv: "polisens eller åklagarens skäl", en: "the police's or prosecutor's reason"))
      ]
    ),
    action(
      "reopen", becomes: "reopened",
      Phrase(sv: "Återupptagen", en: "Reopened"), Phrase(sv: "Återupptagen", en: "Reopened"),
      help: Phrase(
        sv: "Förundersökningen har inletts på nytt eller återupptagits.",
        en: "The investigation has been started again or reopened."),
      [reason(Phrase(sv: "varför", en: "why it was reopened"))]),
    action(
      "sendToProsecutor", becomes: "sentToProsecutor",
      Phrase(sv: "Till åklagaren", en: "To the prosecutor"),
      Phrase(sv: "Redovisad till åklagaren", en: "Sent to the prosecutor"),
      help: Phrase(
        sv: "Förundersökningen är redovisad till åklagaren.",
        en: "The investigation has been sent to the prosecutor."),
      [
        FieldSpec(
          "prosecutor", Phrase(sv: "Åklagare", en: "Prosecutor"), .line,
          help: Phrase(sv: "namn och kammare", en: "name and office")),
        FieldSpec(
          "prosecutorNumber", Phrase(sv: "Åklagarens nummer", en: "Prosecutor's number"), .line,
          short: true, help: Phrase(sv: "AM-nummer", en: "the AM number")),
      ]),
  ]

  private static let courtFields: [FieldSpec] = [
    FieldSpec(
      "court", Phrase(sv: "Domstol", en: "Court"), .line, short: true,
      help: Phrase(sv: "tingsrätt, hovrätt", en: "district court, court of appeal")),
    FieldSpec(
      "courtNumber", Phrase(sv: "Målnummer", en: "Court number"), .line, short: true,
      help: Phrase(sv: "till exempel B 1234-26", en: "such as B 1234-26")),
  ]

  private static let prosecutionActions: [ActionSpec] = [
    action(
      "charge", becomes: "charged",
      Phrase(sv: "Åtal väckt", en: "Charged"), Phrase(sv: "Åtal väckt", en: "Charged"),
      help: Phrase(sv: "Åklagaren har väckt åtal.", en: "The prosecutor has brought a charge."),
      offenceFields(required: false) + courtFields),
    action(
      "notCharge", becomes: "notCharged",
      Phrase(sv: "Inget åtal", en: "Not charged"), Phrase(sv: "Inget åtal", en: "Not charged"),
      help: Phrase(
        sv: "Åklagaren väcker inte åtal.", en: "The prosecutor brings no charge."),
      [reason(Phrase(sv: "åklagarens skäl", en: "the prosecutor's reason"))]),
    action(
      "judge", becomes: "judged",
      Phrase(sv: "Dom", en: "Judgment"), Phrase(sv: "Dom", en: "Judgment given"),
      help: Phrase(sv: "Domstolen har dömt.", en: "The court has given judgment."),
      [
        FieldSpec(
          "judgment", Phrase(sv: "Utgång", en: "Outcome"),
          .choice(choices(Judgment.self, \.title)), required: true,
          help: Phrase(sv: "fällande eller friande", en: "convicted or acquitted"))
      ] + courtFields + [noteField]),
    action(
      "appeal", becomes: "appealed",
      Phrase(sv: "Överklagad", en: "Appealed"), Phrase(sv: "Överklagad", en: "Appealed"),
      help: Phrase(sv: "Domen har överklagats.", en: "The judgment has been appealed."),
      [
        FieldSpec(
          "appealedBy", Phrase(sv: "Av", en: "By"), .line,
          help: Phrase(sv: "åklagare, tilltalad", en: "prosecutor, defendant"))
      ] + courtFields),
  ]

  private static let newsActions: [ActionSpec] = [
    action(
      "askNews", becomes: "newsAsked",
      Phrase(sv: "Efterfråga besked", en: "Ask for news"),
      Phrase(sv: "Besked efterfrågat", en: "News asked for"),
      help: Phrase(
        sv: "Polis eller åklagare har tillfrågats om läget.",
        en: "Police or prosecutor have been asked how it stands."),
      [
        FieldSpec(
          "asked", Phrase(sv: "Vem", en: "Whom"), .line,
          help: Phrase(sv: "vem som tillfrågades", en: "who was asked")), noteField,
      ]),
    action(
      "recordNews", becomes: "news",
      Phrase(sv: "Besked", en: "News"), Phrase(sv: "Besked", en: "News given"),
      help: Phrase(
        sv: "Ett besked från polis eller åklagare. Tystnaden räknas från det.",
        en: "News from police or prosecutor. Silence is counted from it."),
      [
        FieldSpec(
          "news", Phrase(sv: "Besked", en: "The news"), .text, required: true,
          help: Phrase(sv: "vad som sades", en: "what was said")),
        FieldSpec(
          "newsFrom", Phrase(sv: "Från", en: "From"), .line,
          help: Phrase(sv: "vem som lämnade det", en: "who gave it")),
      ]),
    action(
      "nameContact", becomes: "contactNamed",
      Phrase(sv: "Kontaktperson", en: "Contact person"),
      Phrase(sv: "Kontaktperson", en: "Contact person named"),
      help: Phrase(
        sv: "Den hos polis eller åklagare som svarar i saken.",
        en: "Who answers for the matter at the police or prosecutor."),
      [
        FieldSpec(
          "contact", Phrase(sv: "Kontaktperson", en: "Contact"), .line, required: true,
          help: Phrase(sv: "namn hos polis eller åklagare", en: "name at the police or prosecutor"))
      ] + contactFields.dropFirst()),
  ]

  // MARK: Reflection period and permit

  private static func until(required: Bool, _ help: Phrase) -> FieldSpec {
    FieldSpec(
      "until", Phrase(sv: "Till och med", en: "Until"), .date, required: required, short: true,
      help: help)
  }

  private static let reflectionActions: [ActionSpec] = [
    action(
      "askReflection", becomes: "reflectionAsked",
      Phrase(sv: "Begär betänketid", en: "Ask for a reflection period"),
      Phrase(sv: "Betänketid begärd", en: "Reflection period asked for"),
      help: Phrase(
        sv: "Förundersökningsledaren har ombetts söka betänketid (UtlL 5:15).",
        en: "The head of investigation was asked to apply for a reflection period (UtlL 5:15)."),
      [noteField]),
    action(
      "grantReflection", becomes: "reflectionGranted",
      Phrase(sv: "Betänketid beviljad", en: "Reflection period granted"),
      Phrase(sv: "Betänketid beviljad", en: "Reflection period granted"),
      help: Phrase(
        sv: "Migrationsverket har beviljat betänketid, 30 dagar (UtlL 5:15).",
        en: "The Migration Agency has granted a reflection period, 30 days (UtlL 5:15)."),
      [
        until(
          required: false,
          Phrase(sv: "tomt: 30 dagar från beviljandet", en: "empty: 30 days from the grant"))
      ]),
    action(
      "extendReflection", becomes: "reflectionExtended",
      Phrase(sv: "Betänketid förlängd", en: "Reflection period extended"),
      Phrase(sv: "Betänketid förlängd", en: "Reflection period extended"),
      help: Phrase(
        sv: "Betänketiden är förlängd till en viss dag (UtlL 5:15).",
        en: "The reflection period is extended until a day (UtlL 5:15)."),
      [until(required: true, Phrase(sv: "den nya sista dagen", en: "the new last day"))]),
    action(
      "endReflection", becomes: "reflectionEnded",
      Phrase(sv: "Betänketid avslutad", en: "Reflection period ended"),
      Phrase(sv: "Betänketid avslutad", en: "Reflection period ended"),
      help: Phrase(
        sv: "Betänketiden är avslutad i förtid (UtlL 5:15).",
        en: "The reflection period was ended before its day (UtlL 5:15)."),
      [reason(Phrase(sv: "varför", en: "why it ended"))]),
    action(
      "askPermit", becomes: "permitAsked",
      Phrase(sv: "Begär tillstånd", en: "Ask for a permit"),
      Phrase(sv: "Tillstånd begärt", en: "Permit asked for"),
      help: Phrase(
        sv: "Tidsbegränsat uppehållstillstånd är begärt (UtlL 5:15).",
        en: "A temporary residence permit is asked for (UtlL 5:15)."),
      [noteField]),
    action(
      "grantPermit", becomes: "permitGranted",
      Phrase(sv: "Tillstånd beviljat", en: "Permit granted"),
      Phrase(sv: "Tillstånd beviljat", en: "Permit granted"),
      help: Phrase(
        sv: "Tidsbegränsat uppehållstillstånd är beviljat (UtlL 5:15).",
        en: "A temporary residence permit is granted (UtlL 5:15)."),
      [
        FieldSpec(
          "permitUntil", Phrase(sv: "Tillstånd till", en: "Permit until"), .date, short: true,
          help: Phrase(sv: "tillståndets sista dag", en: "the permit's last day"))
      ]),
    action(
      "refusePermit", becomes: "permitRefused",
      Phrase(sv: "Tillstånd avslaget", en: "Permit refused"),
      Phrase(sv: "Tillstånd avslaget", en: "Permit refused"),
      help: Phrase(
        sv: "Tidsbegränsat uppehållstillstånd är avslaget (UtlL 5:15).",
        en: "A temporary residence permit is refused (UtlL 5:15)."),
      [reason(Phrase(sv: "Migrationsverkets skäl", en: "the Migration Agency's reason"))]),
  ]
}
