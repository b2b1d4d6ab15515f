import TextSafety

/// Whether those who are met have been counted before.
public enum SeenBefore: String, Sendable, CaseIterable, Codable {
  case no, possibly, yes

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .no: Phrase(sv: "nej", en: "no")
    case .possibly: Phrase(sv: "kanske", en: "possibly")
    case .yes: Phrase(sv: "ja", en: "yes")
    }
  }
}

/// Adults and children met at one place during a pass, with what was filled in later.
public struct Sighting: Hashable, Sendable {
  /// Its number in the history of the pass.
  public let version: Int
  /// When they were met.
  public let happenedAt: Instant
  /// Where: its own place, or the one the pass had then.
  public let place: UntrustedText?
  /// How many adults.
  public let adults: Int
  /// How many children: those counted, or those described where nobody counted.
  public var children: Int { countedChildren ?? described.count }
  /// How many children were counted; nil where they were only described.
  public let countedChildren: Int?
  /// The children's sex and age as they were taken to be.
  public let described: [SeenChild]
  /// Claimed ages.
  public let ages: UntrustedText?
  /// Claimed origin.
  public let origin: UntrustedText?
  /// What they did.
  public let activity: [Activity]
  /// Whether they may have been counted before; nil where nobody said.
  public let seenBefore: SeenBefore?
  /// What was seen that may point to exploitation.
  public let indicators: [Indicator]
  /// What was done.
  public let action: UntrustedText?
  /// Anything else.
  public let note: UntrustedText?

  /// Whether nothing is known but how many they were and where.
  var isCountAlone: Bool {
    described.isEmpty && ages == nil && origin == nil && activity.isEmpty && seenBefore == nil
      && indicators.isEmpty && action == nil && note == nil
  }

  /// The sighting with its later details laid over it, the latest on top.
  init(_ counted: Record.Entry, details: [Record.Entry], place: UntrustedText?) {
    var entry = counted
    for detail in details { entry.values.merge(detail.values) { $1 } }
    version = entry.version
    happenedAt = entry.happenedAt
    self.place = place
    adults = entry.number("adults") ?? 0
    countedChildren = entry.number("children")
    described = entry.children("described")
    ages = entry.text("ages")
    origin = entry.text("origin")
    activity = entry.choices("activity").compactMap(Activity.init(rawValue:))
    seenBefore = entry.choice("seenBefore").flatMap(SeenBefore.init(rawValue:))
    indicators = entry.choices("indicators").compactMap(Indicator.init(rawValue:))
    action = entry.text("action")
    note = entry.text("note")
  }
}

extension Record.Entry {
  /// Children seen: sex and age.
  func children(_ field: String) -> [SeenChild] {
    guard case .list(let list)? = values[field] else { return [] }
    return list.compactMap(SeenChild.init(field:))
  }
}
