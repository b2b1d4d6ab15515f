/// What a child is suspected of being used for; several at once are common.
public enum Purpose: String, ChoiceTerm {
  case begging, theft, sexual, labour, other

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .begging: Phrase(sv: "tiggeri", en: "begging")
    case .theft: Phrase(sv: "stölder", en: "theft")
    case .sexual: Phrase(sv: "sexuella ändamål", en: "sexual purposes")
    case .labour: Phrase(sv: "arbete", en: "labour")
    case .other: Phrase(sv: "annat", en: "other")
    }
  }
}

/// The headings of BBIC (barns behov i centrum), for notes.
public enum BBIC: String, ChoiceTerm {
  case health, education, feelings, relations, basicCare, guidance, availability, safety
  case family, background, housing, network

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .health: Phrase(sv: "hälsa", en: "health")
    case .education: Phrase(sv: "utbildning", en: "education")
    case .feelings: Phrase(sv: "känslor och beteende", en: "feelings and behaviour")
    case .relations: Phrase(sv: "sociala relationer", en: "social relations")
    case .basicCare: Phrase(sv: "grundläggande omsorg", en: "basic care")
    case .guidance: Phrase(sv: "stimulans och vägledning", en: "stimulation and guidance")
    case .availability:
      Phrase(sv: "känslomässig tillgänglighet", en: "emotional availability")
    case .safety: Phrase(sv: "säkerhet", en: "safety")
    case .family: Phrase(sv: "nuvarande familjesituation", en: "present family situation")
    case .background: Phrase(sv: "familjebakgrund", en: "family background")
    case .housing: Phrase(sv: "boende, arbete och ekonomi", en: "housing, work and economy")
    case .network:
      Phrase(sv: "socialt nätverk och integration", en: "social network and integration")
    }
  }
}

/// Who interprets.
public enum InterpreterKind: String, ChoiceTerm {
  case authorised, agency, colleague, companion

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .authorised: Phrase(sv: "auktoriserad tolk", en: "authorised interpreter")
    case .agency: Phrase(sv: "tolkförmedlingens tolk", en: "the agency's interpreter")
    case .colleague: Phrase(sv: "kollega, i väntan på tolk", en: "colleague, for the time being")
    case .companion: Phrase(sv: "medföljande (aldrig)", en: "companion (never)")
    }
  }
}

/// What a child has been asked about.
public enum Topic: String, ChoiceTerm {
  case identity, age, family, journey, whoMet, control, activity, money, living, violence
  case sexual, health, school, fears, wishes, other

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .identity: Phrase(sv: "vem barnet är", en: "who the child is")
    case .age: Phrase(sv: "ålder", en: "age")
    case .family: Phrase(sv: "familjen", en: "family")
    case .journey: Phrase(sv: "resan hit", en: "the journey here")
    case .whoMet: Phrase(sv: "vilka som mötte", en: "who met them")
    case .control: Phrase(sv: "vem som bestämmer", en: "who decides over them")
    case .activity: Phrase(sv: "vad barnet gör om dagarna", en: "what the child does all day")
    case .money: Phrase(sv: "pengar och skulder", en: "money and debts")
    case .living: Phrase(sv: "var barnet bor", en: "where the child lives")
    case .violence: Phrase(sv: "våld och hot", en: "violence and threats")
    case .sexual: Phrase(sv: "sexuella övergrepp", en: "sexual abuse")
    case .health: Phrase(sv: "hälsa", en: "health")
    case .school: Phrase(sv: "skolgång", en: "school")
    case .fears: Phrase(sv: "vad barnet är rädd för", en: "what the child fears")
    case .wishes: Phrase(sv: "vad barnet vill", en: "what the child wants")
    case .other: Phrase(sv: "annat", en: "other")
    }
  }
}

/// Who was asked for advice.
public enum Adviser: String, ChoiceTerm {
  case regionalCoordinator, nationalSupport, prosecutor, other

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .regionalCoordinator: Phrase(sv: "regionkoordinatorn", en: "regional coordinator")
    case .nationalSupport: Phrase(sv: "nationella metodstödet", en: "national method support")
    case .prosecutor: Phrase(sv: "åklagaren", en: "prosecutor")
    case .other: Phrase(sv: "annan", en: "other")
    }
  }
}

/// Who takes part in a cooperation meeting.
public enum MeetingParty: String, ChoiceTerm {
  case borderPolice, localPolice, prosecutor, district, internalForum, shelter, nationalSupport
  case regionalCoordinator, migrationAgency, chiefGuardian, healthCare, iom, organisation, other

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .borderPolice: Phrase(sv: "gränspolisen", en: "border police")
    case .localPolice: Phrase(sv: "lokalpolisen", en: "local police")
    case .prosecutor: Phrase(sv: "åklagaren", en: "prosecutor")
    case .district: Phrase(sv: "stadsdelen", en: "district")
    case .internalForum: Phrase(sv: "internt forum", en: "internal forum")
    case .shelter: Phrase(sv: "skyddat boende", en: "shelter")
    case .nationalSupport: Phrase(sv: "nationella metodstödet", en: "national method support")
    case .regionalCoordinator: Phrase(sv: "regionkoordinatorn", en: "regional coordinator")
    case .migrationAgency: Phrase(sv: "Migrationsverket", en: "Migration Agency")
    case .chiefGuardian: Phrase(sv: "överförmyndaren", en: "chief guardian")
    case .healthCare: Phrase(sv: "sjukvården", en: "health care")
    case .iom: Phrase(sv: "IOM (återvändande)", en: "IOM (return)")
    case .organisation: Phrase(sv: "ideell organisation", en: "voluntary organisation")
    case .other: Phrase(sv: "annan", en: "other")
    }
  }
}

extension Indicator: ChoiceTerm {}
