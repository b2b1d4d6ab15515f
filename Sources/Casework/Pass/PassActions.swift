extension PassKind {
  private static let field: Set<Role> = [.outreachWorker, .dutyOfficer, .coordinator, .lead]

  private static let place = FieldSpec(
    "place", Phrase(sv: "Plats", en: "Place"), .line,
    help: Phrase(
      sv: "lämna tomt om det är samma plats som förut", en: "empty if the same place as before"))

  private static let counts: [FieldSpec] = [
    FieldSpec(
      "adults", Phrase(sv: "Vuxna", en: "Adults"), .number(0...1000), short: true,
      help: Phrase(sv: "antal", en: "how many")),
    FieldSpec(
      "children", Phrase(sv: "Antal barn", en: "Children counted"),
      .number(0...SeenChild.most), short: true, help: Phrase(sv: "antal", en: "how many")),
  ]

  private static let details: [FieldSpec] = [
    FieldSpec(
      "described", Phrase(sv: "Vilka barn", en: "Which children"), .children,
      help: Phrase(sv: "2 flickor 10-12, pojke 15, barn", en: "2 girls 10-12, boy 15, child")),
    FieldSpec(
      "ages", Phrase(sv: "Uppgiven ålder", en: "Claimed age"), .line, short: true,
      help: Phrase(sv: "vad de själva säger", en: "what they say themselves")),
    FieldSpec(
      "origin", Phrase(sv: "Uppgivet ursprung", en: "Claimed origin"), .line, short: true,
      help: Phrase(sv: "land eller ort de uppger", en: "the country or town they give")),
    FieldSpec(
      "activity", Phrase(sv: "Vad de gör", en: "Doing what"),
      .choices(Activity.allCases.map { Choice($0.rawValue, $0.title) }),
      help: Phrase(sv: "mellanslag väljer, flera får väljas", en: "space picks, several allowed")),
    FieldSpec(
      "seenBefore", Phrase(sv: "Sedda förut", en: "Seen before"),
      .choice(SeenBefore.allCases.map { Choice($0.rawValue, $0.title) }), short: true,
      help: Phrase(
        sv: "samma människor kan ha räknats förut", en: "the same may have been counted before")),
    FieldSpec(
      "indicators", Phrase(sv: "Indikatorer", en: "Indicators"),
      .choices(Indicator.allCases.map { Choice($0.rawValue, $0.title) }),
      help: Phrase(
        sv: "det ni själva såg; de bevisar inget", en: "what you saw yourselves; they prove nothing"
      )),
    FieldSpec(
      "action", Phrase(sv: "Åtgärd", en: "Action taken"), .line,
      help: Phrase(
        sv: "samtal, orosanmälan, ringde Socialjouren, ingen",
        en: "talk, concern report, called the emergency unit, none")),
    FieldSpec(
      "note", Phrase(sv: "Iakttaget", en: "Observed"), .text,
      help: Phrase(sv: "övrigt, med egna ord", en: "anything else, in your own words")),
  ]

  /// What can be done with a pass.
  public static let actions: [ActionSpec] = [
    ActionSpec(
      "pass.start", .pass, creates: true,
      title: Phrase(sv: "Starta fältpass", en: "Start field pass"),
      help: Phrase(
        sv: "Börjar ett uppsökande pass; det blir en fältrapport.",
        en: "Begins a field pass; it becomes a field report."),
      roles: field,
      fields: [
        FieldSpec(
          "staff", Phrase(sv: "Personal", en: "Staff"), .line, required: true,
          help: Phrase(sv: "vilka som går passet", en: "who is on the pass")),
        FieldSpec(
          "area", Phrase(sv: "Område", en: "Area"), .line, required: true,
          help: Phrase(sv: "till exempel city, Skärholmen", en: "such as the centre, Skärholmen")),
        FieldSpec(
          "place", Phrase(sv: "Första plats", en: "First place"), .line,
          help: Phrase(sv: "gäller tills ni byter plats", en: "stands until you change place")),
        FieldSpec(
          "tips", Phrase(sv: "Tips att följa upp", en: "Tips to follow up"), .references(.tip),
          help: Phrase(sv: "till exempel T1042, T1050", en: "such as T1042, T1050")),
      ], fact: FactSpec("started", Phrase(sv: "Passet började", en: "The pass began"))),
    ActionSpec(
      "pass.sighting", .pass,
      title: Phrase(sv: "Räkna iakttagelse", en: "Count sighting"),
      help: Phrase(
        sv: "Räknar vuxna och barn; resten kan fyllas i senare.",
        en: "Counts adults and children; the rest can follow later."),
      roles: field, fields: counts + [place] + details,
      fact: FactSpec("sighted", Phrase(sv: "Iakttagelse", en: "Sighting"))),
    ActionSpec(
      "pass.detail", .pass,
      title: Phrase(sv: "Fyll i iakttagelse", en: "Add to sighting"),
      help: Phrase(
        sv: "Lägger uppgifter till en iakttagelse som redan är räknad.",
        en: "Adds particulars to a sighting that is already counted."),
      roles: field,
      fields: [
        FieldSpec(
          "sighting", Phrase(sv: "Vilken iakttagelse", en: "Which sighting"),
          .number(1...1_000_000), required: true,
          help: Phrase(sv: "numret i historiken: v3 är 3", en: "the number in the history: v3 is 3")
        )
      ] + details,
      fact: FactSpec("detailed", Phrase(sv: "Iakttagelse ifylld", en: "Sighting filled in"))),
    ActionSpec(
      "pass.move", .pass,
      title: Phrase(sv: "Byt plats", en: "Change place"),
      help: Phrase(
        sv: "Ny plats för passet, också om ingen träffas där.",
        en: "A new place of the pass, also where nobody is met."),
      roles: field,
      fields: [
        FieldSpec(
          "place", Phrase(sv: "Plats", en: "Place"), .line, required: true,
          help: Phrase(sv: "gata, station, butik", en: "street, station, shop"))
      ], fact: FactSpec("moved", Phrase(sv: "Ny plats", en: "New place"))),
    ActionSpec(
      "pass.note", .pass,
      title: Phrase(sv: "Anteckna", en: "Note"),
      help: Phrase(sv: "Lägger en anteckning till passet.", en: "Adds a note to the pass."),
      roles: field,
      fields: [
        FieldSpec(
          "text", Phrase(sv: "Anteckning", en: "Note"), .text, required: true,
          help: Phrase(sv: "det som hör till passet", en: "what belongs to the pass"))
      ], fact: FactSpec("noted", Phrase(sv: "Anteckning", en: "Note"))),
    ActionSpec(
      "pass.end", .pass,
      title: Phrase(sv: "Avsluta fältpass", en: "End field pass"),
      help: Phrase(
        sv: "Avslutar passet; det som glömts kan fyllas i efteråt.",
        en: "Ends the pass; what was forgotten can be filled in afterwards."),
      roles: field,
      fields: [
        FieldSpec(
          "summary", Phrase(sv: "Sammanfattning", en: "Summary"), .text,
          help: Phrase(sv: "hur kvällen var, i korthet", en: "how the evening was, in short"))
      ], fact: FactSpec("ended", Phrase(sv: "Passet slutade", en: "The pass ended"))),
    Correction.action(.pass, roles: field),
  ]
}
