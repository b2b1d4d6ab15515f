import TextSafety

/// What stands in a handover's text for something protected, as a reference to the fact that holds it,
/// "{adress 142}", or to whom it is about, "{B17}". It is filled in each time somebody reads it: masked
/// until a reason is given, whole then.
enum HandoverStand: Hashable {
  /// A value by its label, of the fact with that journal number.
  case value(String, of: Int64)
  /// A subject whose title names somebody protected.
  case subject(Reference)

  var text: String {
    switch self {
    case .value(let label, let number): "{\(label.lowercased()) \(number)}"
    case .subject(let reference): "{\(reference)}"
    }
  }

  /// The text with something else in the place of each; nil leaves what was typed.
  static func replacing(in text: String, _ told: (HandoverStand) -> String?) -> String {
    guard text.contains("{") else { return text }
    return text.replacing(#/\{([^{}\n]{1,60}) ([0-9]{1,18})\}/#) { match in
      Int64(match.2).flatMap { told(.value(String(match.1), of: $0)) } ?? String(match.0)
    }.replacing(#/\{(\p{L}[0-9]{1,18})\}/#) { match in
      Reference(String(match.1)).flatMap { told(.subject($0)) } ?? String(match.0)
    }
  }

  /// Whether one stands in a text.
  static func stands(in text: String) -> Bool {
    var found = false
    _ = replacing(in: text) { stand in
      found = found || stand.masked(.sv) != nil
      return nil
    }
    return found
  }

  /// What is told where what it stands for is not at hand; nil where it stands for nothing.
  func masked(_ language: Language) -> String? {
    switch self {
    case .value(let label, _):
      Self.labels.contains(label.lowercased())
        ? "\(label.lowercased()) \(Masking.mask[language])" : nil
    case .subject(let reference): "\(reference) \(Person.masked[language])"
    }
  }

  /// What the fields of all facts are called.
  private static let labels = Set(
    SubjectKind.allCases.flatMap { RecordKinds.fields(of: $0) }
      .flatMap { [$0.label.sv.lowercased(), $0.label.en.lowercased()] })
}

extension HandoverMaterial {
  /// What stands in a text for a protected value of a fact: "{adress 142}".
  func stand(in item: Item, for label: Phrase, _ language: Language) -> String {
    HandoverStand.value(label[language], of: item.id).text
  }

  /// What stands in a text for a subject whose title names somebody protected: "{B17}".
  func stand(for reference: Reference) -> String { HandoverStand.subject(reference).text }

  /// A text with what is protected filled in, as far as it may be shown now. What refers to nothing
  /// here stands as it was typed.
  public func filled(_ text: String, _ language: Language) -> String {
    HandoverStand.replacing(in: text) { told($0, language) }
  }

  /// The same for the reasons given: what it is made from stays.
  public func under(_ reasons: AccessReasons) -> HandoverMaterial {
    HandoverMaterial(
      sources, tips: tips, of: reference, for: officer, reasons: reasons, now: now)
  }

  /// The subjects that a text refers to.
  public func referred(in text: String) -> Set<Reference> {
    var found: Set<Reference> = []
    _ = HandoverStand.replacing(in: text) { stand in
      switch stand {
      case .value(_, let number):
        if let item = items.first(where: { $0.id == number }) { found.insert(item.reference) }
      case .subject(let reference):
        if references.contains(reference) { found.insert(reference) }
      }
      return nil
    }
    return found
  }

  func told(_ stand: HandoverStand, _ language: Language) -> String? {
    switch stand {
    case .value(let name, let number): value(name, of: number, language)
    case .subject(let reference): title(of: reference, language)
    }
  }

  /// What was protected when it was written may stand open now.
  private func value(_ name: String, of number: Int64, _ language: Language) -> String? {
    guard let item = items.first(where: { $0.id == number }) else { return nil }
    let details = (item.open ?? item.words).details.filter {
      [$0.label.sv.lowercased(), $0.label.en.lowercased()].contains(name.lowercased())
    }
    guard let label = details.first?.label else { return nil }
    let told = details.map { value($0.value, language) }.joined(separator: ", ")
    return "\(label[language].lowercased()) \(told.string)"
  }

  private func title(of reference: Reference, _ language: Language) -> String? {
    sources.first { $0.reference == reference }.map { source in
      "\(reference) \(SafeText(view(source).title(language)).string)"
    }
  }

  /// A subject in a text: its reference and its title, or what stands for both where the title names
  /// somebody protected.
  func named(_ source: Source, _ language: Language) -> SafeText {
    let isProtected =
      !source.record.namingFields.isEmpty
      || (source.record.kind == .person && Person(source.record).protection != nil)
    guard !isProtected else { return SafeText(stand(for: source.reference)) }
    return SafeText("\(source.reference) ") + SafeText(view(source).title(language))
  }
}

extension RecordView {
  /// A text of a handover as the officer may read it: the one place that screens, commands and exports
  /// ask. What is referred to is filled in or masked, and a name or alias of somebody whose personal
  /// data were protected after it was written is masked as the reference to it would be.
  public func filled(_ text: UntrustedText) -> UntrustedText {
    guard record.kind == .handover else { return text }
    let told = HandoverStand.replacing(in: text.raw) { stand in
      material.map { $0.told(stand, language) } ?? stand.masked(language)
    }
    guard !showsMasked else { return UntrustedText(told) }
    return UntrustedText(
      record.protectedNames.replacing(in: told) { HandoverStand.subject($0).masked(language) })
  }

  /// A section as it is written on: what names somebody protected refers to them, so that the text
  /// no longer holds it once it is saved.
  public func written(_ section: HandoverSection) -> String {
    guard !hides(section), let text = Handover(record)?.text(section) else { return "" }
    return record.protectedNames.replacing(in: text.raw) { HandoverStand.subject($0).text }
  }

  func filled(_ value: FieldValue) -> FieldValue {
    switch value {
    case .text(let text): .text(filled(UntrustedText(text)).raw)
    case .list(let list): .list(list.map { filled($0) })
    default: value
    }
  }

  func filled(_ detail: FactWords.Detail) -> FactWords.Detail {
    guard case .untrusted(let text) = detail.value else { return detail }
    return FactWords.Detail(detail.label, .untrusted(filled(text)))
  }
}

extension Record {
  /// Whether a text of a handover refers to what is protected, or names somebody who is protected now.
  var refersToProtected: Bool {
    entries.contains { entry in
      entry.values.values.contains { value in
        guard case .text(let text) = value else { return false }
        return HandoverStand.stands(in: text) || protectedNames.occur(in: text)
      }
    }
  }

  /// The texts of a handover.
  public var texts: [String] {
    entries.flatMap(\.values.values).compactMap { value in
      guard case .text(let text) = value else { return nil }
      return text
    }
  }
}

extension FieldValue {
  /// Whether the text says that there is nothing to tell: there is nothing to mask in it either.
  var saysNothing: Bool {
    guard case .text(let text) = self else { return false }
    let words = SwedishFolding.words(text).joined(separator: " ")
    return ["", "inget", "inget antecknat", "ingen", "okänt", "okänd"].contains(words)
      || ["nothing", "nothing recorded", "none", "unknown"].contains(words)
  }
}
