/// The headings of a handover, in their order.
public enum HandoverSection: String, ChoiceTerm {
  case identity, events, custody, placement, childView, guardian, interpreter, police, counsel
  case steps, questions, risks, dates

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .identity: Phrase(sv: "Identitet", en: "Identity")
    case .events: Phrase(sv: "Vad som hänt", en: "What happened")
    case .custody: Phrase(sv: "Omhändertagande", en: "Custody")
    case .placement: Phrase(sv: "Placering", en: "Placement")
    case .childView: Phrase(sv: "Barnets egen röst", en: "The child's view")
    case .guardian: Phrase(sv: "Vårdnad och god man", en: "Guardian")
    case .interpreter: Phrase(sv: "Tolk och språk", en: "Interpreter and language")
    case .police: Phrase(sv: "Polisanmälan", en: "Police report")
    case .counsel: Phrase(sv: "Biträde", en: "Counsel")
    case .steps: Phrase(sv: "Handboken", en: "Manual")
    case .questions: Phrase(sv: "Frågor redan ställda", en: "Questions already asked")
    case .risks: Phrase(sv: "Öppna risker", en: "Open risks")
    case .dates: Phrase(sv: "Nästa datum", en: "Next dates")
    }
  }

  /// What to write there.
  public var help: Phrase {
    switch self {
    case .identity:
      Phrase(sv: "referens, och hur säker den är", en: "reference, and how certain it is")
    case .events: Phrase(sv: "i tidsordning", en: "in time order")
    case .custody:
      Phrase(
        sv: "beslut, verkställighet, inkom till rätten; vem som beslutade",
        en: "decision, execution, arrival; who decided")
    case .placement: Phrase(sv: "slag och sekretess; döljs", en: "kind and secrecy; masked")
    case .childView: Phrase(sv: "vad barnet säger och vill", en: "what the child says and wants")
    case .guardian: Phrase(sv: "vårdnadshavare, god man", en: "guardian, god man")
    case .interpreter: Phrase(sv: "språk, tolk", en: "language, interpreter")
    case .police: Phrase(sv: "anmälan och K-nummer", en: "report and K-number")
    case .counsel: Phrase(sv: "offentligt biträde, målsägandebiträde", en: "who assists the child")
    case .steps: Phrase(sv: "gjort och inte gjort", en: "done and not done")
    case .questions: Phrase(sv: "så att ingen frågar igen", en: "so that nobody asks again")
    case .risks: Phrase(sv: "det som kan gå fel", en: "what may go wrong")
    case .dates: Phrase(sv: "frister och möten", en: "deadlines and meetings")
    }
  }
}

/// How a handover is sent.
public enum HandoverChannel: String, ChoiceTerm {
  case secureMail, visit, courier, post, telephone

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .secureMail: Phrase(sv: "säker digital kommunikation", en: "secure digital message")
    case .visit: Phrase(sv: "överlämnat vid möte", en: "given at a meeting")
    case .courier: Phrase(sv: "med bud", en: "by courier")
    case .post: Phrase(sv: "rekommenderat brev", en: "registered letter")
    case .telephone: Phrase(sv: "muntligt, skriftligt följer", en: "by word, in writing later")
    }
  }
}

/// Who answers for the child.
public enum ResponsibleParty: Hashable, Sendable {
  /// Socialjouren.
  case emergencyUnit
  /// A district, by name.
  case district(String)

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .emergencyUnit: Unit.emergency.title
    case .district(let name):
      Phrase(sv: "\(name)s stadsdelsförvaltning", en: "the district \(name)")
    }
  }
}
