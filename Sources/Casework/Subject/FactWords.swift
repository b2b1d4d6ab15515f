import TextSafety

/// A fact as the history shows it: a title in plain words and the values that came with it.
public struct FactWords: Hashable, Sendable {
  /// What happened: "Prioriterad: hög".
  public let title: Phrase
  /// What was filled in, in the order of the form; empty where the title says it all.
  public let details: [Detail]

  /// Takes both as they are.
  public init(title: Phrase, details: [Detail] = []) {
    self.title = title
    self.details = details
  }

  /// One value with its label.
  public struct Detail: Hashable, Sendable {
    /// The label: "Plats".
    public let label: Phrase
    /// The value, still untrusted where somebody else wrote it.
    public let value: Value

    /// Takes both as they are.
    public init(_ label: Phrase, _ value: Value) {
      self.label = label
      self.value = value
    }
  }

  /// A value in a form that the one who shows it can set out: a time needs to know what now is.
  public enum Value: Hashable, Sendable {
    /// The program's own words.
    case phrase(Phrase)
    /// Somebody else's words.
    case untrusted(UntrustedText)
    /// A moment.
    case time(Instant)
    /// Children seen.
    case children([SeenChild])
    /// Another subject, which can be opened.
    case reference(Reference)
  }
}

extension Fact {
  /// The fact in plain words.
  public var words: FactWords {
    switch self {
    case .tip(let fact): fact.words
    case .officer(let fact): fact.words
    case .record(let fact): fact.words
    case .erased(_, let erasure): erasure.words
    }
  }
}

extension OfficerFact {
  var words: FactWords {
    switch self {
    case .registered(let details):
      let name = SafeText(details.name).string
      return FactWords(
        title: Phrase(sv: "Registrerad: \(name)", en: "Registered: \(name)"), details: details.rows)
    case .changed(let details):
      return FactWords(
        title: Phrase(sv: "Uppgifter ändrade", en: "Details changed"), details: details.rows)
    case .deactivated(let reason):
      return FactWords(
        title: Phrase(sv: "Avslutad som handläggare", en: "Deactivated"), details: [reason.row])
    }
  }
}

extension OfficerDetails {
  var rows: [FactWords.Detail] {
    let held = Role.allCases.filter(roles.contains)
    return [
      .init(Phrase(sv: "Inloggningsnamn", en: "Login"), .untrusted(UntrustedText(login))),
      .init(Phrase(sv: "Namn", en: "Name"), .untrusted(name)),
      .init(Phrase(sv: "Enhet", en: "Unit"), .phrase(unit.title)),
      .init(Phrase(sv: "Roller", en: "Roles"), .phrase(.list(held.map(\.title)))),
    ]
  }
}

extension Reason {
  var row: FactWords.Detail {
    .init(Phrase(sv: "Skäl", en: "Reason"), .untrusted(reason))
  }
}

extension Phrase {
  /// The phrases one after another, with commas.
  static func list(_ phrases: [Phrase]) -> Phrase {
    Phrase(
      sv: phrases.map(\.sv).joined(separator: ", "), en: phrases.map(\.en).joined(separator: ", "))
  }

  /// The phrase as it reads inside a sentence.
  var lowercasedFirst: Phrase {
    func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
    return Phrase(sv: lowered(sv), en: lowered(en))
  }
}
