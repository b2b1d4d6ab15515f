/// What an officer may do. One officer may hold several.
public enum Role: String, Sendable, CaseIterable, Codable {
  /// Uppsökare: searches, meets, reports; takes no authority decisions.
  case outreachWorker
  /// Jourhandläggare: assesses protection, executes, reports, hands over.
  case dutyOfficer
  /// Samordnare: triages tips.
  case coordinator
  /// Arbetsledare: also restricted cases, the access log, redaction.
  case lead
  /// Läsare: figures only.
  case reader
  /// Administratör: officers and settings, no case content.
  case administrator
  /// Intag: the mail server's account, may only receive tips.
  case intake

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .outreachWorker: Phrase(sv: "uppsökare", en: "outreach worker")
    case .dutyOfficer: Phrase(sv: "jourhandläggare", en: "duty officer")
    case .coordinator: Phrase(sv: "samordnare", en: "coordinator")
    case .lead: Phrase(sv: "arbetsledare", en: "lead")
    case .reader: Phrase(sv: "läsare (endast statistik)", en: "reader (figures only)")
    case .administrator: Phrase(sv: "administratör", en: "administrator")
    case .intake: Phrase(sv: "intag", en: "intake")
    }
  }

  /// The roles that may read tips.
  public static let readsTips: Set<Role> = [.outreachWorker, .dutyOfficer, .coordinator, .lead]

  /// The roles that may read the figures.
  public static let readsFigures: Set<Role> = readsTips.union([.reader])
}

/// The two units that share the desk.
public enum Unit: String, Sendable, CaseIterable, Codable {
  /// Ungdomsjouren.
  case outreach
  /// Socialjouren.
  case emergency

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .outreach: Phrase(sv: "Ungdomsjouren", en: "Outreach unit")
    case .emergency: Phrase(sv: "Socialjouren", en: "Social emergency unit")
    }
  }
}
