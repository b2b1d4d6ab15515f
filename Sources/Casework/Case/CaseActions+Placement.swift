extension Case {
  private static let kindField = FieldSpec(
    "kind", Phrase(sv: "Slag", en: "Kind"), .choice(PlacementKind.choices), required: true,
    short: true,
    help: Phrase(
      sv: "låst institution är sällan lämplig", en: "a locked institution is seldom suitable"))

  /// The fields that tell where a placed child is.
  static let secretFields: Set<String> = ["home", "address", "telephone"]

  /// Where the child lives and whether it goes back.
  static let placementActions: [ActionSpec] = [
    action(
      "place", FactSpec("placed", Phrase(sv: "Placerat", en: "Placed")),
      title: Phrase(sv: "Placera", en: "Place"),
      help: Phrase(
        sv: "Var barnet är placerat. Hem, adress och telefon visas bara när skäl anges.",
        en: "Where the child is placed. Home, address and telephone show only for a reason."),
      [
        childField, kindField,
        FieldSpec(
          "home", Phrase(sv: "Hem", en: "Home"), .line,
          help: Phrase(sv: "namn; döljs", en: "its name; masked")),
        FieldSpec(
          "address", Phrase(sv: "Adress", en: "Address"), .line,
          help: Phrase(sv: "döljs tills någon anger skäl", en: "masked until a reason is given")),
        FieldSpec(
          "telephone", Phrase(sv: "Telefon", en: "Telephone"), .line,
          help: Phrase(sv: "dit; döljs", en: "there; masked")),
        FieldSpec(
          "secretFromParents", Phrase(sv: "Hemlig för föräldrar", en: "Secret from parents"),
          .flag, short: true,
          help: Phrase(
            sv: "får föräldrarna inte veta var? OSL 26:2",
            en: "may the parents not know where? OSL 26:2")),
      ]),
    action(
      "placementRefused",
      FactSpec("placementRefused", Phrase(sv: "Placering nekad", en: "Placement refused")),
      title: Phrase(sv: "Placering nekad", en: "Placement refused"),
      help: Phrase(
        sv: "Ett hem sade nej; det räknas i statistiken.", en: "A home said no; it is counted."),
      [
        childField, kindField,
        FieldSpec(
          "asked", Phrase(sv: "Tillfrågad", en: "Asked"), .line, required: true,
          help: Phrase(sv: "vem som sade nej", en: "who said no")),
        FieldSpec(
          "why", Phrase(sv: "Skäl", en: "Reason"), .choice(PlacementRefusal.choices),
          required: true, help: Phrase(sv: "varför det blev nej", en: "why it was refused")),
        FieldSpec(
          "note", Phrase(sv: "Kommentar", en: "Comment"), .text,
          help: Phrase(sv: "det som behöver sägas därutöver", en: "what else needs saying")),
      ]),
    action(
      "return", FactSpec("returnRecorded", Phrase(sv: "Återvändande", en: "Return")),
      title: Phrase(sv: "Återvändande", en: "Return"),
      help: Phrase(
        sv: "Ett ensamt barn återvänder bara när båda ländernas myndigheter funnit det bäst; staden"
          + " ansvarar till övertagandet.",
        en: "A separated child returns only when both countries' authorities find it best; the city"
          + " answers until takeover."),
      [
        childField,
        FieldSpec(
          "return", Phrase(sv: "Hur", en: "How"), .choice(ReturnKind.choices), required: true,
          short: true, help: Phrase(sv: "planerat kräver mottagare", en: "planned needs both")),
        FieldSpec(
          "country", Phrase(sv: "Land", en: "Country"), .line, short: true,
          help: Phrase(sv: "dit barnet åker", en: "where the child goes")),
        FieldSpec(
          "receivedBy", Phrase(sv: "Tas emot av", en: "Received by"), .line,
          help: Phrase(
            sv: "myndighet och person i det andra landet",
            en: "authority and person in the other country")),
        FieldSpec(
          "bothAgree", Phrase(sv: "Båda funnit bäst", en: "Both find it best"), .flag,
          help: Phrase(
            sv: "har båda ländernas myndigheter funnit att det är bäst för barnet?",
            en: "have both countries' authorities found it best for the child?")),
        FieldSpec(
          "note", Phrase(sv: "Kommentar", en: "Comment"), .text,
          help: Phrase(sv: "stöd på vägen, uppföljning", en: "support on the way, follow-up")),
      ]),
    action(
      "returnReferral",
      FactSpec("returnReferred", Phrase(sv: "IOM, återvändande", en: "IOM, return")),
      title: Phrase(sv: "IOM, återvändande", en: "IOM, return"),
      help: Phrase(
        sv: "Hur en anmälan till IOM om frivilligt återvändande står.",
        en: "How a referral to IOM for a voluntary return stands."),
      [
        childField,
        FieldSpec(
          "referral", Phrase(sv: "Läge", en: "State"), .choice(ReturnReferral.choices),
          required: true, help: Phrase(sv: "det senaste beskedet", en: "the latest word")),
      ]),
  ]
}
