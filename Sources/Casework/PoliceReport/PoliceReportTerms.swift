/// Which police a report goes to.
public enum PoliceAuthority: String, Sendable, CaseIterable {
  case borderPolice, localPolice

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .borderPolice: Phrase(sv: "gränspolisen", en: "the border police")
    case .localPolice: Phrase(sv: "lokalpolisen", en: "the local police")
    }
  }
}

/// The offence that is reported.
enum Offence: String, CaseIterable {
  case trafficking, exploitation, other

  var title: Phrase {
    switch self {
    case .trafficking:
      Phrase(sv: "människohandel (BrB 4:1 a)", en: "human trafficking (BrB 4:1 a)")
    case .exploitation:
      Phrase(sv: "människoexploatering (BrB 4:1 b)", en: "human exploitation (BrB 4:1 b)")
    case .other: Phrase(sv: "annat brott", en: "other offence")
    }
  }
}

/// What a child is suspected of being exploited for.
enum ExploitationPurpose: String, CaseIterable {
  case begging, theft, sexual, labour, other

  var title: Phrase {
    switch self {
    case .begging: Phrase(sv: "tiggeri", en: "begging")
    case .theft: Phrase(sv: "stölder", en: "theft")
    case .sexual: Phrase(sv: "sexuella ändamål", en: "sexual purposes")
    case .labour: Phrase(sv: "arbete", en: "labour")
    case .other: Phrase(sv: "annat", en: "other")
    }
  }
}

/// The paragraph that lifts secrecy so that the social services may report.
enum SecrecyGround: String, CaseIterable {
  case osl1021 = "10:21"
  case osl1023 = "10:23"
  case osl1018a = "10:18a"

  var title: Phrase {
    switch self {
    case .osl1021:
      Phrase(sv: "OSL 10:21, brott mot barn", en: "OSL 10:21, offence against a child")
    case .osl1023:
      Phrase(sv: "OSL 10:23, allvarligt brott", en: "OSL 10:23, serious offence")
    case .osl1018a:
      Phrase(sv: "OSL 10:18 a, förebygga brott", en: "OSL 10:18 a, preventing offences")
    }
  }
}

/// What a court found.
enum Judgment: String, CaseIterable {
  case convicted, acquitted

  var title: Phrase {
    switch self {
    case .convicted: Phrase(sv: "fällande dom", en: "convicted")
    case .acquitted: Phrase(sv: "friande dom", en: "acquitted")
    }
  }
}

/// Where a police report stands: the fact that said so last.
public enum PoliceStatus: String, Sendable, CaseIterable {
  case drafted, notFiled, filed, investigationOpened, investigationNotOpened, discontinued
  case reopened, sentToProsecutor, charged, notCharged, judged, appealed

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .drafted: Phrase(sv: "utkast", en: "draft")
    case .notFiled: Phrase(sv: "anmäldes inte", en: "not filed")
    case .filed: Phrase(sv: "anmäld", en: "filed")
    case .investigationOpened: Phrase(sv: "förundersökning inledd", en: "investigation opened")
    case .investigationNotOpened:
      Phrase(sv: "förundersökning inte inledd", en: "investigation not opened")
    case .discontinued: Phrase(sv: "nedlagd", en: "discontinued")
    case .reopened: Phrase(sv: "återupptagen", en: "reopened")
    case .sentToProsecutor: Phrase(sv: "hos åklagaren", en: "with the prosecutor")
    case .charged: Phrase(sv: "åtalad", en: "charged")
    case .notCharged: Phrase(sv: "inte åtalad", en: "not charged")
    case .judged: Phrase(sv: "dömd", en: "judged")
    case .appealed: Phrase(sv: "överklagad", en: "appealed")
    }
  }

  /// What may come next.
  var next: Set<PoliceStatus> {
    switch self {
    case .drafted: [.filed, .notFiled]
    case .notFiled: []
    case .filed: [.investigationOpened, .investigationNotOpened]
    case .investigationOpened, .reopened: [.discontinued, .sentToProsecutor]
    case .investigationNotOpened, .discontinued, .notCharged: [.reopened]
    case .sentToProsecutor: [.charged, .notCharged, .discontinued]
    case .charged: [.judged, .discontinued]
    case .judged: [.appealed]
    case .appealed: [.judged]
    }
  }

  /// Whether the desk waits for somebody else, so that silence counts.
  public var awaitsNews: Bool {
    switch self {
    case .filed, .investigationOpened, .reopened, .sentToProsecutor, .charged, .appealed: true
    default: false
    }
  }
}

/// A K-number, the police's own number of a report: "5000-K123456-26", area, K and serial, year.
public struct KNumber: Hashable, Sendable, CustomStringConvertible {
  /// As it is written.
  public let description: String
  /// The year's two digits.
  public let year: Int

  /// Reads a K-number: four digits, K and up to seven digits, two digits. Nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, Self.isDigits(parts[0], 4...4), parts[1].first == "K",
      Self.isDigits(parts[1].dropFirst(), 1...7), Self.isDigits(parts[2], 2...2),
      let year = Int(parts[2])
    else { return nil }
    description = text
    self.year = year
  }

  private static func isDigits(_ text: Substring, _ count: ClosedRange<Int>) -> Bool {
    count.contains(text.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
