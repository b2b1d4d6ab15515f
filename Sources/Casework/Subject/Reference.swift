/// The kinds of subject the journal holds.
public enum SubjectKind: String, Sendable, CaseIterable, Codable {
  /// A tip from the public (tips).
  case tip
  /// A member of staff with a login (handläggare).
  case officer

  /// The letter its references begin with.
  public var letter: Character {
    switch self {
    case .tip: "T"
    case .officer: "H"
    }
  }

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .tip: Phrase(sv: "tips", en: "tip")
    case .officer: Phrase(sv: "handläggare", en: "officer")
    }
  }
}

/// A short name that can be read out on a telephone: a letter and the journal number of the
/// subject's first fact, T1042.
public struct Reference: Hashable, Sendable, CustomStringConvertible {
  /// What it refers to.
  public let kind: SubjectKind
  /// The journal number of the subject's first fact, 1 or more.
  public let number: Int64

  /// Takes kind and number as they are.
  public init(_ kind: SubjectKind, _ number: Int64) {
    self.kind = kind
    self.number = number
  }

  /// Reads "T1042" or "t 1042". Nil for anything else.
  public init?(_ text: String) {
    guard text.utf8.count <= 24, let letter = text.first?.uppercased().first,
      let kind = SubjectKind.allCases.first(where: { $0.letter == letter })
    else { return nil }
    let digits = text.dropFirst().drop { $0 == " " }
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit), let number = Int64(digits), number > 0
    else { return nil }
    self.init(kind, number)
  }

  /// "T1042".
  public var description: String { "\(kind.letter)\(number)" }
}
