import TextSafety

/// A person as a kind of record: described, identified, sighted, merged and split.
public enum PersonKind: RecordKind {
  /// A child, or somebody taken for one.
  public static let kind = SubjectKind.person

  /// Merged, assessed adult, or how certain the identity is.
  public static func status(_ record: Record, now: Instant) -> RecordStatus {
    let person = Person(record)
    if let other = person.mergedInto {
      return RecordStatus(
        Phrase(sv: "samma som \(other)", en: "same as \(other)"), isOpen: false)
    }
    if person.isAssessedAdult {
      return RecordStatus(Phrase(sv: "bedömd som vuxen", en: "assessed as adult"), isOpen: false)
    }
    let identity = person.identity.title
    return RecordStatus(
      Phrase(sv: "identitet \(identity.sv)", en: "identity \(identity.en)"), isOpen: true)
  }

  /// The alias and the estimated age; only that it is protected, where it is.
  public static func title(_ record: Record, _ language: Language) -> UntrustedText {
    title(record, language, isMasked: Person(record).protection != nil)
  }

  /// The same; what is protected too where a reason has been given.
  static func title(_ record: Record, _ language: Language, isMasked: Bool) -> UntrustedText {
    let person = Person(record)
    if isMasked { return UntrustedText(Person.masked[language]) }
    let alias = person.alias?.raw ?? SubjectKind.person.title[language]
    guard let age = person.estimatedAgeText else { return UntrustedText(alias) }
    return UntrustedText("\(alias), \(age[language])")
  }

  /// What stands now; masked where the personal data are protected.
  public static func sections(_ record: Record, now: Instant) -> [RecordSection] {
    let person = Person(record)
    return person.sections(isMasked: person.protection != nil)
  }

  /// The identity.
  public static func nextAction(_ record: Record, now: Instant) -> String? { "person.identify" }

  /// To establish who it is.
  public static func nextStep(_ record: Record, now: Instant) -> Phrase? {
    let person = Person(record)
    guard person.mergedInto == nil, !person.isAssessedAdult else { return nil }
    switch person.identity {
    case .unknown, .claimed:
      return Phrase(
        sv: "Nästa: styrk identiteten", en: "Next: find support for the identity")
    case .supported: return Phrase(sv: "Nästa: verifiera identiteten", en: "Next: verify identity")
    case .verified: return nil
    }
  }
}

extension Person {
  /// What stands in a list instead of protected personal data.
  public static let masked = Phrase(
    sv: "skyddade personuppgifter", en: "protected personal data")

  /// "10–12 år"; nil where nobody has estimated it.
  var estimatedAgeText: Phrase? {
    let text: String
    switch estimatedAge {
    case (let from?, let to?): text = from == to ? "\(from)" : "\(from)–\(to)"
    case (let from?, nil): text = "\(from)+"
    case (nil, let to?): text = "–\(to)"
    case (nil, nil): return nil
    }
    return Phrase(sv: "\(text) år", en: "\(text) years")
  }

  /// What stands now, grouped. Masked, it holds nothing that tells who the person is or where.
  public func sections(isMasked: Bool) -> [RecordSection] {
    [
      RecordSection(Phrase(sv: "Läge", en: "Standing"), standing),
      RecordSection(
        Phrase(sv: "Identitet", en: "Identity"),
        isMasked
          ? [.init(Phrase(sv: "Uppgifter", en: "Data"), .phrase(Self.masked))]
          : record.rows(
            "name", "claimedName", "personalNumber", "birthDate", "claimedAge", "origin",
            "nationality", "asylumSeeker")),
      RecordSection(
        Phrase(sv: "Beskrivning", en: "Description"),
        isMasked
          ? record.rows("sex")
          : record.rows("alias", "sex", "estimatedFrom", "estimatedTo", "marks", "languages")),
      RecordSection(
        Phrase(sv: "Familj och sällskap", en: "Family and company"),
        isMasked ? [] : record.rows("siblings", "otherSiblings", "company")),
      RecordSection(
        Phrase(sv: "Iakttagelser", en: "Sightings"), isMasked ? [] : links.map(\.row)),
      RecordSection(Phrase(sv: "Tips", en: "Tips"), isMasked ? [] : record.rows("tips")),
    ].filter { !$0.rows.isEmpty }
  }

  private var standing: [FactWords.Detail] {
    var rows: [FactWords.Detail] = [
      .init(Phrase(sv: "Identitet", en: "Identity"), .phrase(identity.title))
    ]
    if let mergedInto {
      rows.append(.init(Phrase(sv: "Samma som", en: "Same as"), .reference(mergedInto)))
    }
    if let adultAssessment {
      let from = adultAssessment.number("assessedFrom").map(String.init) ?? "18"
      let to = adultAssessment.number("assessedTo").map { "–\($0)" } ?? ""
      rows.append(
        .init(
          Phrase(sv: "Bedömd som vuxen", en: "Assessed as adult"),
          .phrase(Phrase(sv: "\(from)\(to) år", en: "\(from)\(to) years"))))
    }
    if let protection {
      rows.append(.init(Phrase(sv: "Skydd", en: "Protection"), .phrase(protection.title)))
    }
    return rows
  }
}

extension Person.Link {
  /// "Troligen: F12".
  fileprivate var row: FactWords.Detail {
    .init(
      Phrase(
        sv: "\(certainty.title.sv), iakttagelse v\(sighting)",
        en: "\(certainty.title.en), sighting v\(sighting)"), .reference(pass))
  }
}
