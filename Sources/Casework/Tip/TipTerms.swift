import TextSafety

/// How a tip came in.
public enum Channel: String, Sendable, CaseIterable, Codable {
  case phone, email, web, visit, police, organisation, observation

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .phone: Phrase(sv: "telefon", en: "phone")
    case .email: Phrase(sv: "e-post", en: "e-mail")
    case .web: Phrase(sv: "webbformulär", en: "web form")
    case .visit: Phrase(sv: "besök", en: "visit")
    case .police: Phrase(sv: "polis", en: "police")
    case .organisation: Phrase(sv: "organisation", en: "organisation")
    case .observation: Phrase(sv: "egen iakttagelse", en: "own observation")
    }
  }
}

/// What a child or adult was seen doing.
public enum Activity: String, Sendable, CaseIterable, Codable {
  case begging, music, selling, theft, other

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .begging: Phrase(sv: "tigger", en: "begging")
    case .music: Phrase(sv: "spelar musik", en: "playing music")
    case .selling: Phrase(sv: "säljer rosor eller annat", en: "selling roses or other things")
    case .theft: Phrase(sv: "stölder", en: "theft")
    case .other: Phrase(sv: "annat", en: "other")
    }
  }
}

/// How soon a tip must be dealt with.
public enum Priority: String, Sendable, CaseIterable, Codable {
  case acute, high, normal, low

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .acute: Phrase(sv: "akut", en: "acute")
    case .high: Phrase(sv: "hög", en: "high")
    case .normal: Phrase(sv: "normal", en: "normal")
    case .low: Phrase(sv: "låg", en: "low")
    }
  }
}

/// What the protection assessment (skyddsbedömning, SoL 2025:400 20:1) came to.
public enum ProtectionOutcome: String, Sendable, CaseIterable, Codable {
  case immediate, investigate, noImmediateNeed, noChild

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .immediate: Phrase(sv: "omedelbart behov av skydd", en: "immediate need of protection")
    case .investigate:
      Phrase(sv: "inte omedelbart, bör utredas", en: "not immediate, to be investigated")
    case .noImmediateNeed:
      Phrase(sv: "inget omedelbart behov av skydd", en: "no immediate need of protection")
    case .noChild: Phrase(sv: "rör inget barn", en: "concerns no child")
    }
  }
}

/// What the preliminary assessment of a tip came to (SoL 20:2).
public enum PreliminaryOutcome: String, Sendable, CaseIterable, Codable {
  case opened, notOpened, handedOver

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .opened: Phrase(sv: "utredning inledd", en: "investigation opened")
    case .notOpened: Phrase(sv: "utredning inte inledd", en: "investigation not opened")
    case .handedOver:
      Phrase(sv: "överlämnat och mottaget", en: "handed over and accepted")
    }
  }

  /// Whether it is the decision that a reporter who asked for it is told of (SoL 19:6).
  public var isDecision: Bool { self != .handedOver }
}

/// Why a tip was closed.
public enum CloseReason: String, Sendable, CaseIterable, Codable {
  case handledOnSite, notFound, knownAlready, noConcern, passedOn, other

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .handledOnSite: Phrase(sv: "åtgärdat på plats", en: "dealt with on site")
    case .notFound: Phrase(sv: "eftersökt, inte funnet", en: "searched for, not found")
    case .knownAlready: Phrase(sv: "redan känt", en: "already known")
    case .noConcern: Phrase(sv: "ingen oro kvarstår", en: "no concern remains")
    case .passedOn: Phrase(sv: "lämnat till annan", en: "passed on")
    case .other: Phrase(sv: "annat skäl", en: "other reason")
    }
  }
}

/// Yes, no, or not known: whether the child or guardian knows of the tip.
public enum Knows: String, Sendable, CaseIterable, Codable {
  case yes, no, unknown

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .yes: Phrase(sv: "ja", en: "yes")
    case .no: Phrase(sv: "nej", en: "no")
    case .unknown: Phrase(sv: "vet inte", en: "not known")
    }
  }
}

/// A child's or adult's sex as it was seen or given.
public enum Sex: String, Sendable, CaseIterable, Codable {
  case female, male
}

/// A child somebody saw: what they took it to be.
public struct SeenChild: Hashable, Sendable, Codable {
  /// Nil where nobody said.
  public var sex: Sex?
  /// Years; nil where nobody said.
  public var ageFrom: Int?
  /// Years, at least ``ageFrom``.
  public var ageTo: Int?

  /// The most children one tip may list.
  public static let most = 100

  /// Takes the parts as they are.
  public init(sex: Sex? = nil, ageFrom: Int? = nil, ageTo: Int? = nil) {
    self.sex = sex
    self.ageFrom = ageFrom
    self.ageTo = ageTo
  }

  init?(field: FieldValue) {
    guard case .object(let object) = field,
      object.keys.allSatisfy({ ["sex", "ageFrom", "ageTo"].contains($0) })
    else { return nil }
    switch object["sex"] ?? .none {
    case .none: sex = nil
    case .text(let text):
      guard let known = Sex(rawValue: text) else { return nil }
      sex = known
    default: return nil
    }
    for (key, path) in [("ageFrom", \SeenChild.ageFrom), ("ageTo", \SeenChild.ageTo)] {
      switch object[key] ?? .none {
      case .none: self[keyPath: path] = nil
      case .number(let age) where (0...120).contains(age): self[keyPath: path] = age
      default: return nil
      }
    }
    if let ageFrom, let ageTo, ageFrom > ageTo { return nil }
  }

  /// The child as an action's field has it.
  public var field: FieldValue {
    var object: [String: FieldValue] = [:]
    if let sex { object["sex"] = .text(sex.rawValue) }
    if let ageFrom { object["ageFrom"] = .number(ageFrom) }
    if let ageTo { object["ageTo"] = .number(ageTo) }
    return .object(object)
  }

  /// "flicka 12–14", "barn".
  public func title(_ language: Language) -> String {
    title(language, plural: false)
  }

  func title(_ language: Language, plural: Bool) -> String {
    let who: Phrase =
      switch (sex, plural) {
      case (.female, false): Phrase(sv: "flicka", en: "girl")
      case (.male, false): Phrase(sv: "pojke", en: "boy")
      case (nil, false): Phrase(sv: "barn", en: "child")
      case (.female, true): Phrase(sv: "flickor", en: "girls")
      case (.male, true): Phrase(sv: "pojkar", en: "boys")
      case (nil, true): Phrase(sv: "barn", en: "children")
      }
    switch (ageFrom, ageTo) {
    case (let from?, let to?):
      return "\(who[language]) " + (from == to ? "\(from)" : "\(from)–\(to)")
    case (let from?, nil): return "\(who[language]) \(from)+"
    case (nil, let to?): return "\(who[language]) –\(to)"
    case (nil, nil): return who[language]
    }
  }
}

/// Reads children as a person types them: "2 flickor 10-12, pojke 15, barn".
public enum ChildrenEntry {
  /// Nil where it can't be read.
  public static func parse(_ text: String) -> [SeenChild]? {
    guard text.utf8.count <= 2000 else { return nil }
    var children: [SeenChild] = []
    for part in parts(text.lowercased()) {
      var count = 1
      var child = SeenChild()
      var named = false
      for (index, word) in part.split(whereSeparator: \.isWhitespace).enumerated() {
        if let sex = sexes[String(word)] {
          guard !named else { return nil }
          named = true
          child.sex = sex
        } else if index == 0, let number = Int(word) {
          guard (1...SeenChild.most).contains(number) else { return nil }
          count = number
        } else if ["år", "ca", "cirka", "years", "old", "about"].contains(word) {
          continue
        } else if let (from, to) = ages(word) {
          guard child.ageFrom == nil, child.ageTo == nil else { return nil }
          child.ageFrom = from
          child.ageTo = to
        } else {
          return nil
        }
      }
      guard named, children.count + count <= SeenChild.most else { return nil }
      children += Array(repeating: child, count: count)
    }
    return children
  }

  /// The children as they would be typed.
  public static func text(_ children: [SeenChild], _ language: Language) -> String {
    children.map { $0.title(language).replacingDash }.joined(separator: ", ")
  }

  /// One part for each child. A plus parts them too ("flicka + pojke"), unless it ends a number:
  /// "flicka 12+" is twelve or older.
  private static func parts(_ text: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    for index in text.indices {
      let character = text[index]
      guard character == "," || character == ";" || character == "+" else { continue }
      let next = text.index(after: index)
      if character == "+", index > text.startIndex, text[text.index(before: index)].isASCIIDigit,
        next == text.endIndex || text[next].isWhitespace || [",", ";"].contains(text[next])
      {
        continue
      }
      if start < index { parts.append(text[start..<index]) }
      start = next
    }
    if start < text.endIndex { parts.append(text[start...]) }
    return parts
  }

  private static let sexes: [String: Sex?] = [
    "flicka": .female, "flickor": .female, "tjej": .female, "tjejer": .female, "girl": .female,
    "girls": .female, "f": .female, "pojke": .male, "pojkar": .male, "kille": .male,
    "killar": .male, "boy": .male, "boys": .male, "p": .male, "barn": .none,
    "child": .none, "children": .none, "b": .none,
  ]

  private static func ages(_ word: Substring) -> (Int?, Int?)? {
    if word.hasSuffix("+"), let age = age(word.dropLast()) { return (age, nil) }
    let parts = word.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "–" })
    switch parts.count {
    case 1: return age(parts[0]).map { ($0, $0) }
    case 2:
      if parts[0].isEmpty { return age(parts[1]).map { (nil, $0) } }
      guard let from = age(parts[0]), let to = age(parts[1]), from <= to else { return nil }
      return (from, to)
    default: return nil
    }
  }

  private static func age(_ word: Substring) -> Int? {
    guard (1...3).contains(word.count), word.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(word).flatMap { (0...120).contains($0) ? $0 : nil }
  }
}

extension String {
  fileprivate var replacingDash: String {
    String(map { $0 == "–" ? "-" : $0 })
  }
}
