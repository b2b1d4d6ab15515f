import TextSafety

/// What stands in the place of a value that is shown only for a reason.
public enum Masking {
  /// Says that there is something, and how to see it.
  public static let mask = Phrase(
    sv: "dolt; visas när skäl anges", en: "masked; shown when a reason is given")
}

extension FactWords.Detail {
  /// Whether the value is masked.
  var isMasked: Bool { value == .phrase(Masking.mask) }
}

extension RecordedFact {
  /// The fact in plain words, made from the action's description.
  var words: FactWords { words(hiding: []) }

  /// The fact in plain words with some values masked, their corrections too.
  func words(hiding secret: Set<String>) -> FactWords {
    guard let spec = RecordKinds.action(becoming: kind) else {
      return FactWords(title: Phrase(same: SafeText(kind, limit: 80).string))
    }
    let hidden = hiddenFields(secret)
    return FactWords(
      title: spec.fact?.title ?? spec.title,
      details: spec.fields.flatMap { field in
        let details = field.details(of: values[field.name])
        return hidden.contains(field.name)
          ? details.map { .init($0.label, .phrase(Masking.mask)) } : details
      })
  }

  /// The values without those that are secret, their corrections too.
  func values(hiding secret: Set<String>) -> [String: FieldValue] {
    let hidden = hiddenFields(secret)
    // What a redaction left is told by the entry that it left.
    return values.filter { !hidden.contains($0.key) && $0.key != Redaction.remainsField }
  }

  /// Which of this fact's fields hold what is secret: in a correction, the value of such a field.
  /// What says that there is nothing hides nothing.
  private func hiddenFields(_ secret: Set<String>) -> Set<String> {
    guard FactName(kind)?.name == Correction.factName,
      case .text(let name)? = values[Correction.field]
    else { return secret.filter { values[$0]?.saysNothing != true } }
    return secret.contains(name) ? [Correction.value] : []
  }
}

extension Record {
  /// The rows of some fields with their values masked; nothing where nothing was filled in.
  func maskedRows(_ names: String...) -> [FactWords.Detail] {
    let fields = RecordKinds.fields(of: kind)
    return names.compactMap { name in
      guard let value = value(name), let field = fields.first(where: { $0.name == name }) else {
        return nil
      }
      guard !value.saysNothing else { return field.details(of: value).first }
      return .init(field.label, .phrase(Masking.mask))
    }
  }

  /// One fact's values under its title and time: for sections that list several.
  func rows(of entry: Entry, hiding secret: Set<String> = []) -> [FactWords.Detail] {
    let fact = RecordedFact(kind: "\(kind.rawValue).\(entry.name)", values: entry.values)
    let words = fact.words(hiding: secret)
    return [.init(words.title, .time(entry.happenedAt))] + words.details
  }
}

extension Record {
  /// The fields that call a person by name or alias, where the personal data of one are protected:
  /// whoever copied the alias into a case, a decision or a report copied what is protected.
  public var namingFields: Set<String> {
    guard !protectedPersons.isEmpty else { return [] }
    return switch kind {
    case .case: ["alias"]
    case .custody: ["who", "birthDate"]
    case .policeReport: ["what"]
    default: []
    }
  }

  /// The record with other words in the place of some values, for a heading.
  func replacing(_ fields: Set<String>, with words: String) -> Record {
    guard !fields.isEmpty else { return self }
    return mapping { entry in
      entry.values.merging(
        fields.filter { entry.values[$0] != nil }.map { ($0, .text(words)) },
        uniquingKeysWith: { $1 })
    }
  }
}

extension RecordSection {
  /// The section with the values of some fields masked.
  func masking(_ fields: Set<String>, of kind: SubjectKind) -> RecordSection {
    guard !fields.isEmpty else { return self }
    let labels = Set(
      RecordKinds.fields(of: kind).filter { fields.contains($0.name) }.map(\.label))
    return RecordSection(
      title,
      rows.map { row in
        labels.contains(row.label) ? .init(row.label, .phrase(Person.masked)) : row
      })
  }
}
