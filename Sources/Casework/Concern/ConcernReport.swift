/// A concern report (orosanmälan) to a district: the same values whether
/// it is made in a case or, where there is none, about a child that was met or heard of.
enum ConcernReport {
  static let factName = "concernReported"

  static let districtField = FieldSpec(
    "district", Phrase(sv: "Stadsdel", en: "District"), .choice(District.choices), required: true,
    help: Phrase(sv: "den ska finnas den dagen", en: "it has to exist on the day"))

  /// What a report says beside whom it is about.
  static func fields(unitRequired: Bool) -> [FieldSpec] {
    [
      FieldSpec(
        "concern", Phrase(sv: "Oro", en: "Concern"), .text, required: true,
        help: Phrase(sv: "vad oron gäller", en: "what the concern is")),
      FieldSpec(
        "suspected", Phrase(sv: "Misstänkta syften", en: "Suspected purposes"),
        .choices(Purpose.choices),
        help: Phrase(sv: "flera kan gälla samtidigt", en: "several may hold at once")),
      FieldSpec(
        "unit", Phrase(sv: "Anmäler", en: "Reported by"),
        .choice(Unit.allCases.map { Choice($0.rawValue, $0.title) }), required: unitRequired,
        short: true, help: Phrase(sv: "enheten som anmäler", en: "the unit that reports")),
      FieldSpec(
        "restsOn", Phrase(sv: "Bygger på", en: "Rests on"), .choice(ConcernBasis.choices),
        short: true, help: Phrase(sv: "hur barnet är känt", en: "how the child is known")),
      FieldSpec(
        "ownChild", Phrase(sv: "Eget litet barn", en: "Small child of its own"), .flag,
        short: true, help: Phrase(sv: "har barnet självt ett barn?", en: "is the child a parent?")),
      FieldSpec(
        "receivedBy", Phrase(sv: "Togs emot av", en: "Received by"), .line,
        help: Phrase(sv: "namn på stadsdelen", en: "a name at the district")),
    ]
  }
}

/// How a child of a concern report is known.
enum ConcernBasis: String, ChoiceTerm {
  case met, seenOnce, information

  /// What it is called.
  var title: Phrase {
    switch self {
    case .met: Phrase(sv: "har träffats", en: "met")
    case .seenOnce: Phrase(sv: "sett en enda gång", en: "seen once")
    case .information: Phrase(sv: "uppgift från andra", en: "information from others")
    }
  }
}
