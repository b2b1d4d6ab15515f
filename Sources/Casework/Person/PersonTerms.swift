/// How certain it is who somebody is.
public enum IdentityCertainty: String, Sendable, CaseIterable, Codable {
  case unknown, claimed, supported, verified

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .unknown: Phrase(sv: "okänd", en: "unknown")
    case .claimed: Phrase(sv: "uppgiven", en: "claimed")
    case .supported: Phrase(sv: "styrkt", en: "supported")
    case .verified: Phrase(sv: "verifierad", en: "verified")
    }
  }
}

/// How certain it is that a sighting was of a person.
public enum LinkCertainty: String, Sendable, CaseIterable, Codable {
  case certain, likely, possible

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .certain: Phrase(sv: "säkert", en: "certain")
    case .likely: Phrase(sv: "troligen", en: "likely")
    case .possible: Phrase(sv: "möjligen", en: "possibly")
    }
  }
}

/// What an assessment of age rests on.
public enum AgeBasis: String, Sendable, CaseIterable, Codable {
  case ownStatement, documents, police, migrationAgency, medical, other

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .ownStatement: Phrase(sv: "egen uppgift", en: "own statement")
    case .documents: Phrase(sv: "handlingar", en: "documents")
    case .police: Phrase(sv: "polisen", en: "the police")
    case .migrationAgency: Phrase(sv: "Migrationsverket", en: "the Migration Agency")
    case .medical: Phrase(sv: "medicinsk bedömning", en: "medical assessment")
    case .other: Phrase(sv: "annat", en: "other")
    }
  }
}

/// Where a person probably is from, in the groups of the national survey.
public enum NationalityGroup: String, ChoiceTerm {
  case romania, bulgaria, otherEU, outsideEU, sweden

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .romania: Phrase(sv: "Rumänien", en: "Romania")
    case .bulgaria: Phrase(sv: "Bulgarien", en: "Bulgaria")
    case .otherEU: Phrase(sv: "annat land i EU", en: "another country of the EU")
    case .outsideEU: Phrase(sv: "land utanför EU", en: "a country outside the EU")
    case .sweden: Phrase(sv: "Sverige", en: "Sweden")
    }
  }
}

/// How personal data are protected.
public enum PersonalDataProtection: String, Sendable, CaseIterable, Codable {
  case marking, protectedRegistration, fictitiousIdentity, unknown

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .marking: Phrase(sv: "sekretessmarkering", en: "confidentiality marking")
    case .protectedRegistration:
      Phrase(sv: "skyddad folkbokföring", en: "protected registration")
    case .fictitiousIdentity:
      Phrase(sv: "fingerade personuppgifter", en: "fictitious personal data")
    case .unknown: Phrase(sv: "slaget är inte känt", en: "kind not known")
    }
  }
}

extension Sex {
  /// What it is called of a child.
  public var childTitle: Phrase {
    switch self {
    case .female: Phrase(sv: "flicka", en: "girl")
    case .male: Phrase(sv: "pojke", en: "boy")
    }
  }
}
