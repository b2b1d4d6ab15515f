extension PersonKind {
  static let field: Set<Role> = [.outreachWorker, .dutyOfficer, .coordinator, .lead]
  private static let assessors: Set<Role> = [.dutyOfficer, .coordinator, .lead]

  private static func ground(_ sv: String, _ en: String) -> FieldSpec {
    FieldSpec(
      "ground", Phrase(sv: "Grund", en: "Ground"), .text, required: true,
      help: Phrase(sv: sv, en: en))
  }

  private static let sightingFields: [FieldSpec] = [
    FieldSpec(
      "pass", Phrase(sv: "Fältpass", en: "Field pass"), .reference(.pass), required: true,
      help: Phrase(sv: "till exempel F1042", en: "such as F1042")),
    FieldSpec(
      "sighting", Phrase(sv: "Vilken iakttagelse", en: "Which sighting"), .number(1...1_000_000),
      required: true,
      help: Phrase(
        sv: "numret i passets historik: v3 är 3", en: "the number in its history: v3 is 3")
    ),
  ]

  /// What can be done with a person.
  public static let actions: [ActionSpec] =
    describing + assessing + sightings + identityOfTwo + protection + [
      ActionSpec(
        "person.concern", .person,
        title: Phrase(sv: "Orosanmälan utan ärende", en: "Concern report without a case"),
        help: Phrase(
          sv: "Anmäler oro för barnet till en stadsdel, också när det inte finns något ärende.",
          en: "Reports a concern for the child to a district, also where there is no case."),
        roles: field,
        fields: [ConcernReport.districtField] + ConcernReport.fields(unitRequired: true),
        fact: FactSpec(
          ConcernReport.factName, Phrase(sv: "Orosanmälan", en: "Concern reported"))),
      ActionSpec(
        "person.note", .person,
        title: Phrase(sv: "Anteckna", en: "Note"),
        help: Phrase(sv: "Lägger en anteckning till barnet.", en: "Adds a note to the person."),
        roles: field,
        fields: [
          FieldSpec(
            "text", Phrase(sv: "Anteckning", en: "Note"), .text, required: true,
            help: Phrase(sv: "det som hör till barnet", en: "what belongs to the person"))
        ], fact: FactSpec("noted", Phrase(sv: "Anteckning", en: "Note"))),
      Correction.action(.person, roles: field),
    ]

  private static let describing: [ActionSpec] = [
    ActionSpec(
      "person.register", .person, creates: true,
      title: Phrase(sv: "Nytt barn", en: "New person"),
      help: Phrase(
        sv: "Lägger upp ett barn, eller någon som tas för ett.",
        en: "Adds a child, or somebody taken for one."),
      roles: field, fields: descriptionFields(isNew: true),
      fact: FactSpec("registered", Phrase(sv: "Upplagt", en: "Added"))),
    ActionSpec(
      "person.describe", .person,
      title: Phrase(sv: "Ändra beskrivning", en: "Change description"),
      help: Phrase(
        sv: "Nya uppgifter gäller före äldre; det som lämnas tomt står kvar.",
        en: "New values stand before older; what is left empty stays."),
      roles: field, fields: descriptionFields(isNew: false),
      fact: FactSpec("described", Phrase(sv: "Beskrivet", en: "Described"))),
    ActionSpec(
      "person.identify", .person,
      title: Phrase(sv: "Ange identitet", en: "State identity"),
      help: Phrase(
        sv: "Hur säker identiteten är, och vad det bygger på.",
        en: "How certain the identity is, and on what it rests."),
      roles: field,
      fields: [
        FieldSpec(
          "identity", Phrase(sv: "Identitet", en: "Identity"),
          .choice(IdentityCertainty.allCases.map { Choice($0.rawValue, $0.title) }), required: true,
          help: Phrase(sv: "hur säker den är", en: "how certain it is")),
        ground("handlingar, vem som känner igen barnet", "papers, who recognises the child"),
        FieldSpec(
          "name", Phrase(sv: "Namn", en: "Name"), .line,
          help: Phrase(sv: "som i handlingarna", en: "as in the papers")),
        FieldSpec(
          "personalNumber", Phrase(sv: "Personnummer", en: "Personal number"), .line, short: true,
          help: Phrase(
            sv: "tolv siffror, också samordningsnummer: 20110312-2384",
            en: "twelve digits, also co-ordination numbers: 20110312-2384")),
        FieldSpec(
          "birthDate", Phrase(sv: "Född", en: "Born"), .date, short: true,
          help: Phrase(sv: "2011-03-12", en: "such as 2011-03-12")),
      ], fact: FactSpec("identified", Phrase(sv: "Identitet angiven", en: "Identity stated"))),
  ]

  private static let assessing: [ActionSpec] = [
    ActionSpec(
      "person.assessAdult", .person,
      title: Phrase(sv: "Bedöm som vuxen", en: "Assess as adult"),
      help: Phrase(
        sv: "Personen har visat sig vara 18 år eller äldre.",
        en: "The person has proved to be 18 or older."),
      roles: assessors,
      fields: [
        FieldSpec(
          "assessedFrom", Phrase(sv: "Ålder från", en: "Age from"), .number(18...120),
          required: true, short: true, help: Phrase(sv: "år, minst 18", en: "years, at least 18")),
        FieldSpec(
          "assessedTo", Phrase(sv: "Ålder till", en: "Age to"), .number(18...120), short: true,
          help: Phrase(sv: "år, om det är osäkert", en: "years, where uncertain")),
        FieldSpec(
          "basis", Phrase(sv: "Bygger på", en: "Rests on"),
          .choice(AgeBasis.allCases.map { Choice($0.rawValue, $0.title) }), required: true,
          help: Phrase(sv: "varifrån uppgiften kommer", en: "where it comes from")),
        ground("vad som talar för det", "what speaks for it"),
      ], fact: FactSpec("assessedAdult", Phrase(sv: "Bedömd som vuxen", en: "Assessed as adult"))),
    ActionSpec(
      "person.assessChild", .person,
      title: Phrase(sv: "Bedöm åter som barn", en: "Assess as child again"),
      help: Phrase(
        sv: "Tar tillbaka en bedömning som vuxen.", en: "Takes back an assessment as adult."),
      roles: assessors, fields: [ground("vad som har ändrats", "what has changed")],
      fact: FactSpec(
        "assessedChild", Phrase(sv: "Åter bedömd som barn", en: "Assessed as child again"))),
  ]

  private static let sightings: [ActionSpec] = [
    ActionSpec(
      "person.linkSighting", .person,
      title: Phrase(sv: "Koppla iakttagelse", en: "Link sighting"),
      help: Phrase(
        sv: "Säger att en iakttagelse under ett fältpass var av det här barnet, och hur säkert.",
        en: "Says that a sighting of a pass was of this person, and how certainly."),
      roles: field,
      fields: sightingFields + [
        FieldSpec(
          "certainty", Phrase(sv: "Hur säkert", en: "How certain"),
          .choice(LinkCertainty.allCases.map { Choice($0.rawValue, $0.title) }), required: true,
          help: Phrase(sv: "att det var samma barn", en: "that it was the same child")),
        FieldSpec(
          "recognised", Phrase(sv: "Känns igen på", en: "Recognised by"), .line,
          help: Phrase(sv: "vad som talar för det", en: "what speaks for it")),
      ], fact: FactSpec("sightingLinked", Phrase(sv: "Iakttagelse kopplad", en: "Sighting linked"))
    ),
    ActionSpec(
      "person.unlinkSighting", .person,
      title: Phrase(sv: "Koppla bort iakttagelse", en: "Unlink sighting"),
      help: Phrase(
        sv: "Tar bort en koppling som inte stämmer; båda finns kvar i historiken.",
        en: "Takes a wrong link away; both stay in the history."),
      roles: field,
      fields: sightingFields + [ground("varför den inte stämmer", "why it is wrong")],
      fact: FactSpec(
        "sightingUnlinked", Phrase(sv: "Iakttagelse bortkopplad", en: "Sighting unlinked"))),
  ]

  private static let identityOfTwo: [ActionSpec] = [
    ActionSpec(
      "person.merge", .person,
      title: Phrase(sv: "Slå ihop med annat barn", en: "Merge with another"),
      help: Phrase(
        sv: "Säger att två är samma barn. Det andra gäller sedan; det går att dela igen.",
        en: "Says that two are the same. The other stands from then on; they can be split again."),
      roles: field,
      fields: [
        FieldSpec(
          "into", Phrase(sv: "Samma som", en: "Same as"), .reference(.person), required: true,
          help: Phrase(
            sv: "det som ska gälla, till exempel B1042", en: "which stands, such as B1042")
        ),
        ground("vad som talar för att de är samma", "what speaks for their being the same"),
      ], fact: FactSpec("merged", Phrase(sv: "Sammanslaget", en: "Merged"))),
    ActionSpec(
      "person.split", .person,
      title: Phrase(sv: "Dela igen", en: "Split again"),
      help: Phrase(
        sv: "De var inte samma barn; barnet står för sig självt igen.",
        en: "They were not the same; the person stands alone again."),
      roles: field,
      fields: [ground("vad som visar att de är olika", "what shows that they differ")],
      fact: FactSpec("split", Phrase(sv: "Delat igen", en: "Split again"))),
  ]

  private static let protection: [ActionSpec] = [
    ActionSpec(
      "person.protect", .person,
      title: Phrase(sv: "Skydda personuppgifter", en: "Protect personal data"),
      help: Phrase(
        sv: "Döljer uppgifterna i listor, överlämningar och export.",
        en: "Masks the data in lists, handovers and exports."),
      roles: field,
      fields: [
        FieldSpec(
          "protection", Phrase(sv: "Slag av skydd", en: "Kind of protection"),
          .choice(PersonalDataProtection.allCases.map { Choice($0.rawValue, $0.title) }),
          required: true, help: Phrase(sv: "enligt Skatteverket", en: "by the Tax Agency")),
        FieldSpec(
          "ground", Phrase(sv: "Grund", en: "Ground"), .line,
          help: Phrase(sv: "vem som har sagt det", en: "who has said so")),
      ],
      fact: FactSpec(
        "protected", Phrase(sv: "Personuppgifterna skyddas", en: "Personal data protected"))),
    ActionSpec(
      "person.unprotect", .person,
      title: Phrase(sv: "Upphäv skyddet av personuppgifter", en: "Lift the protection of data"),
      help: Phrase(
        sv: "Uppgifterna visas igen för alla som får läsa dem.",
        en: "The data are shown again to all who may read them."),
      roles: [.dutyOfficer, .lead], fields: [ground("varför skyddet upphör", "why it ends")],
      fact: FactSpec(
        "unprotected", Phrase(sv: "Skyddet upphävt", en: "Protection lifted"))),
  ]
}
