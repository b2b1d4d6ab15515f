import TextSafety

// What is protected stands in a handover's text as a reference to the fact that holds it,
// "{adress 142}", or to whom it is about, "{B17}". It is filled in each time somebody reads it: masked
// until a reason is given, whole then.
extension HandoverMaterial {
  /// What stands in a text for a protected value of a fact: "{adress 142}".
  func stand(in item: Item, for label: Phrase, _ language: Language) -> String {
    "{\(label[language].lowercased()) \(item.id)}"
  }

  /// What stands in a text for a subject whose title names somebody protected: "{B17}".
  func stand(for reference: Reference) -> String { "{\(reference)}" }

  /// A text with what is protected filled in, as far as it may be shown now. What refers to nothing
  /// here stands as it was typed.
  public func filled(_ text: String, _ language: Language) -> String {
    text.replacing(#/\{([^{}\n]{1,60}) ([0-9]{1,18})\}/#) { match in
      Int64(match.2).flatMap { value(String(match.1), of: $0, language) } ?? String(match.0)
    }.replacing(#/\{(\p{L}[0-9]{1,18})\}/#) { match in
      Reference(String(match.1)).flatMap { title(of: $0, language) } ?? String(match.0)
    }
  }

  private func value(_ name: String, of number: Int64, _ language: Language) -> String? {
    guard let item = items.first(where: { $0.id == number }),
      let label = item.protected.first(where: {
        [$0.sv.lowercased(), $0.en.lowercased()].contains(name.lowercased())
      })
    else { return nil }
    let details = (item.open ?? item.words).details.filter { $0.label == label }
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

extension FieldValue {
  /// Whether the text says that there is nothing to tell: there is nothing to mask in it either.
  var saysNothing: Bool {
    guard case .text(let text) = self else { return false }
    let words = SwedishFolding.words(text).joined(separator: " ")
    return ["", "inget", "inget antecknat", "ingen", "okänt", "okänd"].contains(words)
      || ["nothing", "nothing recorded", "none", "unknown"].contains(words)
  }
}
