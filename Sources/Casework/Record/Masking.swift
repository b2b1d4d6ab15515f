import TextSafety

/// What stands in the place of a value that is shown only for a reason.
public enum Masking {
  /// Says that there is something, and how to see it.
  public static let mask = Phrase(
    sv: "dolt; visas när skäl anges", en: "masked; shown when a reason is given")
}

extension RecordedFact {
  /// The fact in plain words with some values masked, their corrections too.
  func words(hiding secret: Set<String>) -> FactWords {
    var secret = secret
    if kind.hasSuffix(".\(Correction.factName)"), case .text(let name)? = values[Correction.field] {
      secret = secret.contains(name) ? [Correction.value] : []
    }
    guard let spec else { return words }
    return FactWords(
      title: spec.fact?.title ?? spec.title,
      details: spec.fields.flatMap { field in
        let details = field.details(of: values[field.name])
        return secret.contains(field.name)
          ? details.map { .init($0.label, .phrase(Masking.mask)) } : details
      })
  }

  private var spec: ActionSpec? {
    let parts = kind.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let subject = SubjectKind(rawValue: parts[0]) else { return nil }
    return RecordKinds.action(subject, becoming: parts[1])
  }
}

extension Record {
  /// The rows of some fields with their values masked; nothing where nothing was filled in.
  func maskedRows(_ names: String...) -> [FactWords.Detail] {
    let fields = ActionRegistry.all.filter { $0.kind == kind }.flatMap(\.fields)
    return names.compactMap { name in
      guard value(name) != nil, let field = fields.first(where: { $0.name == name }) else {
        return nil
      }
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
