/// What follows a decision: the court, the board, counsel, god man, care.
extension CustodyKind {
  private static func choices<C: RawRepresentable & CaseIterable>(
    _: C.Type, _ title: (C) -> Phrase
  ) -> FieldType where C.RawValue == String {
    .choice(C.allCases.map { Choice($0.rawValue, title($0)) })
  }

  private static let court = FieldSpec(
    "court", Phrase(sv: "Domstol", en: "Court"), .line, short: true,
    help: Phrase(sv: "förvaltningsrätten i …", en: "the administrative court of …"))
  private static let courtNumber = FieldSpec(
    "courtNumber", Phrase(sv: "Målnummer", en: "Court number"), .line, short: true,
    help: Phrase(sv: "till exempel 1234-26", en: "such as 1234-26"))

  static let courtActions: [ActionSpec] = [
    action(
      "arrive", becomes: "arrived",
      Phrase(sv: "Inkommit till rätten", en: "Arrived at the court"),
      Phrase(sv: "Inkommit till rätten", en: "Arrived at the court"),
      help: Phrase(
        sv: "Beslut och handlingar kom in till förvaltningsrätten den dagen (LVU 7 §, FPL 44 §).",
        en: "Decision and papers arrived at the court that day (LVU 7 §, FPL 44 §)."),
      [
        court, courtNumber,
        FieldSpec(
          "receipt", Phrase(sv: "Kvitto", en: "Receipt"), .line,
          help: Phrase(sv: "vem på rätten som bekräftade", en: "who at the court confirmed it")),
      ]),
    action(
      "examine", becomes: "examined",
      Phrase(sv: "Rättens prövning", en: "The court's examination"),
      Phrase(sv: "Prövat av rätten", en: "Examined by the court"),
      help: Phrase(
        sv: "Rätten har prövat beslutet. Fastställs det inte upphör det genast (LVU 7 §).",
        en: "The court has examined the decision. Unconfirmed it ceases at once (LVU 7 §)."),
      [
        FieldSpec(
          "examination", Phrase(sv: "Utgång", en: "Outcome"),
          choices(Examination.self, \.title), required: true,
          help: Phrase(sv: "fastställt eller inte", en: "confirmed or not")),
        courtNumber, noteField,
      ]),
  ]

  static let boardActions: [ActionSpec] = [
    action(
      "dateMeeting", becomes: "meetingDated",
      Phrase(sv: "Nämndens sammanträde", en: "The board's meeting"),
      Phrase(sv: "Nästa sammanträde satt", en: "Next meeting dated"),
      help: Phrase(
        sv: "Dagen då ordförandens eller ledamotens beslut ska anmälas (LVU 6 §).",
        en: "The day the chairman's or member's decision is to be reported (LVU 6 §)."),
      [
        FieldSpec(
          meetingField.name, meetingField.label, .date, required: true, help: meetingField.help)
      ]),
    action(
      "report", becomes: "reported",
      Phrase(sv: "Anmält till nämnden", en: "Reported to the board"),
      Phrase(sv: "Anmält till nämnden", en: "Reported to the board"),
      help: Phrase(
        sv: "Ordförandens eller ledamotens beslut anmält vid nämndens sammanträde (LVU 6 §).",
        en: "The chairman's or member's decision reported at the board's meeting (LVU 6 §)."),
      [
        FieldSpec(
          "minutes", Phrase(sv: "Protokoll", en: "Minutes"), .line,
          help: Phrase(sv: "datum och paragraf", en: "date and paragraph"))
      ]),
  ]

  private static func named(_ name: String, _ label: Phrase, required: Bool) -> [FieldSpec] {
    [
      FieldSpec(
        name, label, .line, required: required,
        help: Phrase(sv: "namn och telefon", en: "name and telephone")),
      noteField,
    ]
  }

  static let counselActions: [ActionSpec] = [
    action(
      "askCounsel", becomes: "counselAsked",
      Phrase(sv: "Begär offentligt biträde", en: "Ask for public counsel"),
      Phrase(sv: "Offentligt biträde begärt", en: "Public counsel asked for"),
      help: Phrase(
        sv: "Offentligt biträde har begärts hos rätten (LVU 39 §).",
        en: "Public counsel has been asked for at the court (LVU 39 §)."),
      named(
        "counselWanted", Phrase(sv: "Önskat biträde", en: "Counsel wanted"), required: false)),
    action(
      "appointCounsel", becomes: "counselAppointed",
      Phrase(sv: "Offentligt biträde förordnat", en: "Public counsel appointed"),
      Phrase(sv: "Offentligt biträde förordnat", en: "Public counsel appointed"),
      help: Phrase(
        sv: "Rätten har förordnat ett offentligt biträde (LVU 39 §).",
        en: "The court has appointed public counsel (LVU 39 §)."),
      named("counsel", Phrase(sv: "Biträde", en: "Counsel"), required: true)),
    action(
      "askGodMan", becomes: "godManAsked",
      Phrase(sv: "Begär god man", en: "Ask for a god man"),
      Phrase(sv: "God man begärd", en: "God man asked for"),
      help: Phrase(
        sv: "God man har begärts hos överförmyndaren (lag 2005:429).",
        en: "A god man has been asked for at the chief guardian (lag 2005:429)."),
      named(
        "godManWanted", Phrase(sv: "Önskad god man", en: "God man wanted"), required: false)),
    action(
      "appointGodMan", becomes: "godManAppointed",
      Phrase(sv: "God man förordnad", en: "God man appointed"),
      Phrase(sv: "God man förordnad", en: "God man appointed"),
      help: Phrase(
        sv: "Överförmyndaren har förordnat en god man (lag 2005:429).",
        en: "The chief guardian has appointed a god man (lag 2005:429)."),
      named("godMan", Phrase(sv: "God man", en: "The god man"), required: true)),
  ]

  static let careActions: [ActionSpec] = [
    action(
      "applyForCare", becomes: "careAppliedFor",
      Phrase(sv: "Ansökan om vård", en: "Application for care"),
      Phrase(sv: "Vård sökt", en: "Care applied for"),
      help: Phrase(
        sv: "Ansökan om vård har kommit in till rätten (LVU 8 §).",
        en: "The application for care has arrived at the court (LVU 8 §)."),
      [court, courtNumber, noteField]),
    action(
      "askExtension", becomes: "extensionAsked",
      Phrase(sv: "Begär förlängd tid", en: "Ask for more time"),
      Phrase(sv: "Förlängd tid begärd", en: "More time asked for"),
      help: Phrase(
        sv: "Rätten har ombetts förlänga tiden för ansökan (LVU 8 §).",
        en: "The court has been asked for more time to apply (LVU 8 §)."),
      [
        FieldSpec(
          "wantedUntil", Phrase(sv: "Önskat till", en: "Wanted until"), .date, short: true,
          help: Phrase(sv: "ny sista dag", en: "new last day")),
        FieldSpec(
          "reasons", Phrase(sv: "Skäl", en: "Reasons"), .text,
          help: Phrase(sv: "varför mer tid behövs", en: "why more time is needed")),
      ]),
    action(
      "grantExtension", becomes: "extensionGranted",
      Phrase(sv: "Förlängd tid beviljad", en: "More time granted"),
      Phrase(sv: "Förlängd tid beviljad", en: "More time granted"),
      help: Phrase(
        sv: "Rätten har förlängt tiden för ansökan till en viss dag (LVU 8 §).",
        en: "The court has granted more time to apply, until a day (LVU 8 §)."),
      [
        FieldSpec(
          "until", Phrase(sv: "Till och med", en: "Until"), .date, required: true,
          help: Phrase(sv: "ny sista dag för ansökan", en: "the new last day to apply")),
        courtNumber,
      ]),
    action(
      "refuseExtension", becomes: "extensionRefused",
      Phrase(sv: "Förlängd tid avslagen", en: "More time refused"),
      Phrase(sv: "Förlängd tid avslagen", en: "More time refused"),
      help: Phrase(
        sv: "Rätten har avslagit begäran om förlängd tid (LVU 8 §).",
        en: "The court has refused more time to apply (LVU 8 §)."),
      [courtNumber, noteField]),
    action(
      "decideCare", becomes: "careDecided",
      Phrase(sv: "Rättens avgörande om vård", en: "The court's decision on care"),
      Phrase(sv: "Vårdmålet avgjort", en: "Care decided"),
      help: Phrase(
        sv: "Rätten har avgjort ansökan om vård; omhändertagandet är slut.",
        en: "The court has decided on care; the custody is over."),
      [
        FieldSpec(
          "care", Phrase(sv: "Avgörande", en: "Decision"), choices(CareDecision.self, \.title),
          required: true, help: Phrase(sv: "vård eller avslag", en: "care or refusal")),
        courtNumber, noteField,
      ]),
    action(
      "lift", becomes: "lifted",
      Phrase(sv: "Häv", en: "Lift"), Phrase(sv: "Hävt av nämnden", en: "Lifted by the board"),
      help: Phrase(
        sv: "Nämnden har beslutat att omhändertagandet ska upphöra (LVU 9 §).",
        en: "The board has decided that the custody shall end (LVU 9 §)."),
      [
        FieldSpec(
          "liftedBy", Phrase(sv: "Beslutat av", en: "Decided by"), .line, required: true,
          help: Phrase(sv: "namn och egenskap", en: "name and capacity")),
        FieldSpec(
          "reason", Phrase(sv: "Skäl", en: "Reason"), .line, required: true,
          help: Phrase(sv: "varför, med egna ord", en: "why, in your own words")),
      ]),
  ]
}
