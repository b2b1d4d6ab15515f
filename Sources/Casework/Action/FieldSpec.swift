/// One of a field's allowed values, with its name.
public struct Choice: Hashable, Sendable {
  /// What the journal stores.
  public let value: String
  /// What a person reads.
  public let title: Phrase

  /// Takes both as they are.
  public init(_ value: String, _ title: Phrase) {
    self.value = value
    self.title = title
  }
}

/// What a field takes.
public enum FieldType: Hashable, Sendable {
  /// One line of text.
  case line
  /// Text of several lines.
  case text
  /// One of the choices.
  case choice([Choice])
  /// Any number of the choices.
  case choices([Choice])
  /// Yes or no.
  case flag
  /// A whole number in a range.
  case number(ClosedRange<Int>)
  /// A moment: ISO 8601 with offset in JSON, ``TimeEntry`` in a form.
  case time
  /// An officer's login.
  case officer
  /// Another subject's reference.
  case reference(SubjectKind)
  /// References of several subjects of one kind.
  case references(SubjectKind)
  /// A civil date, "2026-11-27".
  case date
  /// Children seen: sex and age, each optional.
  case children
  /// The roles of an officer.
  case roles

  /// The type's name in `samjour actions`.
  public var name: String {
    switch self {
    case .line: "line"
    case .text: "text"
    case .choice: "choice"
    case .choices: "choices"
    case .flag: "flag"
    case .number(let range): "integer \(range.lowerBound)–\(range.upperBound)"
    case .time: "time"
    case .officer: "officer"
    case .reference(let kind): "reference \(kind.letter)"
    case .references(let kind): "references \(kind.letter)"
    case .date: "date"
    case .children: "children"
    case .roles: "choices"
    }
  }

  /// The values a choice may have.
  public var choices: [Choice] {
    switch self {
    case .choice(let choices), .choices(let choices): choices
    case .roles: Role.allCases.map { Choice($0.rawValue, $0.title) }
    default: []
    }
  }
}

/// One field of an action: what forms ask for, `record` takes and `actions` lists.
public struct FieldSpec: Hashable, Sendable {
  /// The key in JSON.
  public let name: String
  /// The label in a form.
  public let label: Phrase
  /// What to write there, for the form's help line.
  public let help: Phrase
  /// What it takes.
  public let type: FieldType
  /// Whether the action is refused without it.
  public let isRequired: Bool
  /// Whether a form may put it beside another on one line.
  public let isShort: Bool

  /// Takes the parts as they are.
  public init(
    _ name: String, _ label: Phrase, _ type: FieldType, required: Bool = false,
    short: Bool = false, help: Phrase = Phrase(same: "")
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.isRequired = required
    self.isShort = short
    self.help = help
  }
}
