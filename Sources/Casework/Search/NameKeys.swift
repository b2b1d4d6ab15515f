/// What a record may be found by, and nothing else: names, personal identity numbers and K-numbers
/// (förordning 2001:637 15 §). No note, no nationality, no language is among them.
public struct NameKeys: Hashable, Sendable {
  /// The folded words of names and aliases, found by their beginnings.
  public private(set) var words: Set<String> = []
  /// Numbers without blanks and hyphens, found whole.
  public private(set) var numbers: Set<String> = []

  /// The keys of a record. Protected personal data give none: what is masked is not found by.
  public init(_ record: Record) {
    switch record.kind {
    case .person:
      guard Person(record).protection == nil else { return }
      add(words: ["alias", "name", "claimedName"], of: record)
      for case .text(let text)? in record.entries.map({ $0.values["personalNumber"] }) {
        guard let digits = PersonalNumber(text)?.digits else { continue }
        // People leave the century out.
        numbers.formUnion([digits, String(digits.dropFirst(2))])
      }
    case .case: add(words: ["alias"], of: record)
    case .custody: add(words: ["who"], of: record)
    case .policeReport:
      guard let kNumber = PoliceReport(record).kNumber else { return }
      let parts = kNumber.description.split(separator: "-").map(String.init)
      // Whole, and as it is said: without the area, without the year.
      numbers = [parts.joined(), parts.dropFirst().joined(), parts[1]]
    case .tip, .officer, .pass, .handover, .shift, .meeting: break
    }
  }

  /// All that was ever given counts; what has been corrected does not.
  private mutating func add(words fields: [String], of record: Record) {
    for entry in record.entries {
      for field in fields {
        guard let text = entry.text(field)?.raw else { continue }
        words.formUnion(SwedishFolding.words(text))
      }
    }
  }
}

/// What was typed to find records by.
public struct NameQuery: Hashable, Sendable {
  /// Folded words; each must begin one of a record's words. Empty where too little was typed.
  public let words: [String]
  /// The whole as a number without blanks and hyphens; nil where it has no digit.
  public let number: String?

  /// Reads what was typed.
  public init(_ text: String) {
    let typed = SwedishFolding.words(text)
    words = typed.contains { $0.count > 1 } ? typed : []
    let joined = typed.joined().uppercased()
    number = joined.contains(where: \.isASCIIDigit) ? joined : nil
  }
}
