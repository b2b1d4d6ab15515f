/// The kinds of subject the journal holds.
public enum SubjectKind: String, Sendable, CaseIterable, Codable {
  /// A tip from the public (tips).
  case tip
  /// A member of staff with a login (handläggare).
  case officer
  /// A field pass (uppsökande pass).
  case pass
  /// A child, or somebody taken for one (barn).
  case person
  /// A case (ärende).
  case `case`
  /// A custody decision (omedelbart omhändertagande, LVU § 6).
  case custody
  /// A police report (polisanmälan).
  case policeReport
  /// A handover to a district (överlämning).
  case handover
  /// A shift (arbetspass).
  case shift
  /// A meeting with others that belongs to no single case (samverkansmöte, internt forum).
  case meeting

  /// The letter its references begin with.
  public var letter: Character {
    switch self {
    case .tip: "T"
    case .officer: "H"
    case .pass: "F"
    case .person: "B"
    case .case: "Ä"
    case .custody: "O"
    case .policeReport: "A"
    case .handover: "Ö"
    case .shift: "S"
    case .meeting: "M"
    }
  }

  /// What it is called.
  public var title: Phrase {
    switch self {
    case .tip: Phrase(sv: "tips", en: "tip")
    case .officer: Phrase(sv: "handläggare", en: "officer")
    case .pass: Phrase(sv: "fältpass", en: "field pass")
    case .person: Phrase(sv: "barn", en: "person")
    case .case: Phrase(sv: "ärende", en: "case")
    case .custody: Phrase(sv: "omhändertagande", en: "custody decision")
    case .policeReport: Phrase(sv: "polisanmälan", en: "police report")
    case .handover: Phrase(sv: "överlämning", en: "handover")
    case .shift: Phrase(sv: "arbetspass", en: "shift")
    case .meeting: Phrase(sv: "möte", en: "meeting")
    }
  }
}

extension SubjectKind {
  /// The name of its list in commands and screen files.
  public var listName: String {
    switch self {
    case .tip: "tips"
    case .officer: "officers"
    case .pass: "passes"
    case .person: "persons"
    case .case: "cases"
    case .custody: "custody"
    case .policeReport: "policeReports"
    case .handover: "handovers"
    case .shift: "shifts"
    case .meeting: "meetings"
    }
  }

  /// The kind of record that a list shows; nil where it shows something else.
  public init?(recordList name: String) {
    guard let kind = RecordKinds.all.map({ $0.kind }).first(where: { $0.listName == name }) else {
      return nil
    }
    self = kind
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

  /// Whether a text names the subject, as a word by itself.
  public func isNamed(in text: String) -> Bool {
    text.split { !$0.isLetter && !$0.isNumber }.contains { $0 == description }
  }
}
