/// Where a child is placed.
public enum PlacementKind: String, ChoiceTerm {
  case emergencyHome, fosterHome, residential, shelter, locked, hospital, relatives, other

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .emergencyHome: Phrase(sv: "jourhem", en: "emergency home")
    case .fosterHome: Phrase(sv: "familjehem", en: "foster home")
    case .residential: Phrase(sv: "HVB", en: "residential home (HVB)")
    case .shelter: Phrase(sv: "skyddat boende", en: "shelter")
    case .locked: Phrase(sv: "låst institution (sällan lämplig)", en: "locked (seldom suitable)")
    case .relatives: Phrase(sv: "släkting eller närstående", en: "relative or close person")
    case .hospital: Phrase(sv: "sjukhus", en: "hospital")
    case .other: Phrase(sv: "annat", en: "other")
    }
  }
}

/// Why a placement was refused.
public enum PlacementRefusal: String, ChoiceTerm {
  case full, unsuitable, competence, language, security, other

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .full: Phrase(sv: "fullt", en: "full")
    case .unsuitable: Phrase(sv: "olämpligt för barnet", en: "unsuitable for the child")
    case .competence: Phrase(sv: "saknar kunskap", en: "lacks the knowledge")
    case .language: Phrase(sv: "språket", en: "the language")
    case .security: Phrase(sv: "kan inte skydda barnet", en: "cannot protect the child")
    case .other: Phrase(sv: "annat", en: "other")
    }
  }
}

/// How a child went back, or that it did not.
public enum ReturnKind: String, ChoiceTerm {
  case planned, unplanned, stays

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .planned: Phrase(sv: "planerat med stöd", en: "planned with support")
    case .unplanned: Phrase(sv: "oplanerat", en: "unplanned")
    case .stays: Phrase(sv: "inget återvändande", en: "no return")
    }
  }
}

/// How a referral to IOM for an assisted voluntary return stands.
public enum ReturnReferral: String, ChoiceTerm {
  case referred, accepted, declined, carriedOut

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .referred: Phrase(sv: "anmält till IOM", en: "referred to IOM")
    case .accepted: Phrase(sv: "IOM har tagit emot", en: "accepted by IOM")
    case .declined: Phrase(sv: "IOM har avböjt", en: "declined by IOM")
    case .carriedOut: Phrase(sv: "genomfört med IOM", en: "carried out with IOM")
    }
  }
}

/// Those who support a child in its case.
public enum Support: String, ChoiceTerm {
  case barnahus, godMan, specialRepresentative, victimCounsel

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .barnahus: Phrase(sv: "Barnahus", en: "Barnahus (children's house)")
    case .godMan: Phrase(sv: "god man", en: "legal guardian (god man)")
    case .specialRepresentative:
      Phrase(sv: "särskild företrädare", en: "special representative")
    case .victimCounsel: Phrase(sv: "målsägandebiträde", en: "counsel for the injured party")
    }
  }
}

/// Whether a support is asked for or there.
public enum SupportState: String, ChoiceTerm {
  case asked, appointed, refused

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .asked: Phrase(sv: "begärt", en: "asked for")
    case .appointed: Phrase(sv: "förordnat eller på plats", en: "appointed or in place")
    case .refused: Phrase(sv: "avslaget", en: "refused")
    }
  }
}

/// Why a case was closed.
public enum CaseClosing: String, ChoiceTerm {
  case handedOver, returned, adult, noConcern, notFound, other

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .handedOver: Phrase(sv: "överlämnat till stadsdel", en: "handed over to a district")
    case .returned: Phrase(sv: "barnet har återvänt", en: "the child has returned")
    case .adult: Phrase(sv: "bedömd vuxen", en: "assessed as an adult")
    case .noConcern: Phrase(sv: "ingen oro kvarstår", en: "no concern remains")
    case .notFound: Phrase(sv: "eftersökt, inte funnet", en: "searched for, not found")
    case .other: Phrase(sv: "annat skäl", en: "other reason")
    }
  }
}
