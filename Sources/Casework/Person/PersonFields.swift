extension PersonKind {
  /// The names of what describes a person, as they are read.
  static let descriptionNames = descriptionFields(isNew: true).map(\.name)

  /// What describes a person. A new one needs a name to call it by.
  static func descriptionFields(isNew: Bool) -> [FieldSpec] {
    [
      FieldSpec(
        "alias", Phrase(sv: "Kallas", en: "Alias"), .line, required: isNew,
        help: Phrase(sv: "flicka, röd jacka", en: "girl, red jacket")),
      FieldSpec(
        "sex", Phrase(sv: "Kön", en: "Sex"),
        .choice(Sex.allCases.map { Choice($0.rawValue, $0.childTitle) }), short: true,
        help: Phrase(sv: "lämna tomt om det inte är känt", en: "empty if not known")),
      FieldSpec(
        "estimatedFrom", Phrase(sv: "Uppskattad ålder från", en: "Estimated age from"),
        .number(0...120), short: true, help: Phrase(sv: "år", en: "years")),
      FieldSpec(
        "estimatedTo", Phrase(sv: "Uppskattad ålder till", en: "Estimated age to"),
        .number(0...120), short: true, help: Phrase(sv: "år", en: "years")),
      FieldSpec(
        "claimedName", Phrase(sv: "Uppger namnet", en: "Claimed name"), .line,
        help: Phrase(sv: "som det låter, med alla stavningar", en: "as it sounds, all spellings")),
      FieldSpec(
        "claimedAge", Phrase(sv: "Uppger åldern", en: "Claimed age"), .number(0...120),
        short: true, help: Phrase(sv: "år, som barnet säger", en: "years, as the child says")),
      FieldSpec(
        "origin", Phrase(sv: "Uppgivet ursprung", en: "Claimed origin"), .line, short: true,
        help: Phrase(sv: "land eller ort barnet uppger", en: "the country or town it gives")),
      FieldSpec(
        "nationality", Phrase(sv: "Troligen från", en: "Probably from"),
        .choice(NationalityGroup.choices), short: true,
        help: Phrase(sv: "räknas bara i statistiken", en: "only counted in the figures")),
      FieldSpec(
        "asylumSeeker", Phrase(sv: "Asylsökande", en: "Asylum seeker"), .flag, short: true,
        help: Phrase(sv: "räknas bara i statistiken", en: "only counted in the figures")),
      FieldSpec(
        "languages", Phrase(sv: "Språk", en: "Languages"), .line,
        help: Phrase(sv: "också dialekt, om tolk behövs", en: "also dialect, where needed")),
      FieldSpec(
        "marks", Phrase(sv: "Kännetecken", en: "Marks"), .line,
        help: Phrase(sv: "ärr, hår, kläder, föremål", en: "scars, hair, clothes, things")),
      FieldSpec(
        "siblings", Phrase(sv: "Syskon här", en: "Siblings here"), .references(.person),
        help: Phrase(sv: "till exempel B1042, B1050", en: "such as B1042, B1050")),
      FieldSpec(
        "otherSiblings", Phrase(sv: "Syskon i övrigt", en: "Other siblings"), .line,
        help: Phrase(sv: "namn och ålder, så långt det är känt", en: "names and ages, if known")),
      FieldSpec(
        "company", Phrase(sv: "Tillsammans med", en: "With"), .line,
        help: Phrase(sv: "vuxna och barn i sällskapet", en: "adults and children it is with")),
      FieldSpec(
        "tips", Phrase(sv: "Nämns i tips", en: "Told of in tips"), .references(.tip),
        help: Phrase(sv: "till exempel T1042", en: "such as T1042")),
    ]
  }
}
