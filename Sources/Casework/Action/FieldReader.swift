import TextSafety

/// Reads an action's fields against its description: unknown names, wrong types and missing values
/// are refused by name, before any rule is asked.
struct FieldReader {
  let spec: ActionSpec
  let values: [String: FieldValue]

  init(_ spec: ActionSpec, _ values: [String: FieldValue]) throws(Refusal) {
    self.spec = spec
    self.values = values
    for name in values.keys.sorted() where spec.field(name) == nil {
      let known = spec.fields.map(\.name).joined(separator: ", ")
      throw Refusal(
        .invalid,
        Phrase(
          sv: "okänt fält ”\(name.prefix(60))” i \(spec.id); fälten är: \(known)",
          en: "unknown field “\(name.prefix(60))” in \(spec.id); its fields are: \(known)"),
        field: name)
    }
    for field in spec.fields {
      let value = values[field.name] ?? .none
      if Self.isEmpty(value) {
        guard !field.isRequired else {
          throw Refusal(
            .invalid,
            Phrase(
              sv: "”\(field.label.sv)” måste fyllas i (\(field.name))",
              en: "“\(field.label.en)” must be filled in (\(field.name))"), field: field.name)
        }
      } else if let problem = field.problem(with: value) {
        throw Refusal(
          .invalid,
          Phrase(
            sv: "”\(field.label.sv)” (\(field.name)): \(problem.sv)",
            en: "“\(field.label.en)” (\(field.name)): \(problem.en)"), field: field.name)
      }
    }
  }

  /// Reads a form that is still being filled in: what does not fit yet is left out, nothing is
  /// refused.
  init(drafting spec: ActionSpec, _ values: [String: FieldValue]) {
    self.spec = spec
    self.values = values.filter { name, value in
      spec.field(name).map { $0.problem(with: value) == nil } ?? false
    }
  }

  static func isEmpty(_ value: FieldValue) -> Bool {
    switch value {
    case .none: true
    case .text(let text): UntrustedText(text).isBlank
    case .list(let list): list.isEmpty
    default: false
    }
  }

  func string(_ name: String) -> String? {
    guard case .text(let text)? = values[name], !UntrustedText(text).isBlank else { return nil }
    return text
  }

  func text(_ name: String) -> UntrustedText? {
    string(name).map { UntrustedText($0) }
  }

  func number(_ name: String) -> Int? {
    guard case .number(let number)? = values[name] else { return nil }
    return number
  }

  func flag(_ name: String) -> Bool? {
    guard case .flag(let flag)? = values[name] else { return nil }
    return flag
  }

  func time(_ name: String) -> Instant? {
    string(name).flatMap { Instant(iso8601: $0) }
  }

  func choice<C: RawRepresentable>(_ name: String) -> C? where C.RawValue == String {
    string(name).flatMap { C(rawValue: $0) }
  }

  func choices<C: RawRepresentable>(_ name: String) -> [C] where C.RawValue == String {
    guard case .list(let list)? = values[name] else { return [] }
    return list.compactMap {
      guard case .text(let text) = $0 else { return nil }
      return C(rawValue: text)
    }
  }

  func children(_ name: String) -> [SeenChild] {
    guard case .list(let list)? = values[name] else { return [] }
    return list.compactMap(SeenChild.init(field:))
  }
}

extension FieldSpec {
  /// The longest text a field takes, in bytes of UTF-8: ten megabytes, more than any tip or mail
  /// that intake lets through.
  public static let longestText = 10 << 20

  /// What is wrong with a value, in words; nil where it fits.
  public func problem(with value: FieldValue) -> Phrase? {
    switch (type, value) {
    case (.line, .text(let text)), (.text, .text(let text)):
      return text.utf8.count <= Self.longestText
        ? nil : Phrase(sv: "texten är för lång (10 MB)", en: "the text is too long (10 MB)")
    case (.choice(let choices), .text(let text)):
      return choices.contains { $0.value == text } ? nil : notAChoice(text)
    case (.choices, .list(let list)), (.roles, .list(let list)):
      for item in list {
        guard case .text(let text) = item else { return wrongType }
        if !type.choices.contains(where: { $0.value == text }) { return notAChoice(text) }
      }
      return nil
    case (.flag, .flag): return nil
    case (.number(let range), .number(let number)):
      return range.contains(number)
        ? nil
        : Phrase(
          sv: "ska vara \(range.lowerBound)–\(range.upperBound)",
          en: "must be \(range.lowerBound)–\(range.upperBound)")
    case (.time, .text(let text)):
      return Instant(iso8601: text) == nil
        ? Phrase(
          sv: "ska vara en tid enligt ISO 8601 med förskjutning, 2026-11-21T02:13:00+01:00",
          en: "must be a time in ISO 8601 with offset, 2026-11-21T02:13:00+01:00") : nil
    case (.officer, .text): return nil
    case (.reference(let kind), .text(let text)):
      return Reference(text)?.kind == kind
        ? nil
        : Phrase(
          sv: "ska vara en referens till \(kind.title.sv), till exempel \(kind.letter)1042",
          en: "must be the reference of the \(kind.title.en), such as \(kind.letter)1042")
    case (.references(let kind), .list(let list)):
      return list.allSatisfy { item in
        guard case .text(let text) = item else { return false }
        return Reference(text)?.kind == kind
      }
        ? nil
        : Phrase(
          sv: "ska vara referenser, till exempel \(kind.letter)1042",
          en: "must be references, such as \(kind.letter)1042")
    case (.date, .text(let text)):
      return CivilDate(iso8601: text) == nil
        ? Phrase(sv: "ska vara ett datum, 2026-11-27", en: "must be a date, 2026-11-27") : nil
    case (.children, .list(let list)):
      guard list.count <= SeenChild.most else {
        return Phrase(sv: "högst \(SeenChild.most) barn", en: "at most \(SeenChild.most) children")
      }
      return list.allSatisfy { SeenChild(field: $0) != nil }
        ? nil
        : Phrase(
          sv: "varje barn: sex (female/male eller utelämnat), ageFrom ≤ ageTo, 0–120",
          en: "each child: sex (female/male or left out), ageFrom ≤ ageTo, 0–120")
    default: return wrongType
    }
  }

  private var wrongType: Phrase {
    Phrase(sv: "fel typ, ska vara \(type.name)", en: "wrong type, must be \(type.name)")
  }

  private func notAChoice(_ text: String) -> Phrase {
    let known = type.choices.map(\.value).joined(separator: ", ")
    return Phrase(
      sv: "”\(text.prefix(40))” finns inte; välj bland: \(known)",
      en: "“\(text.prefix(40))” is not known; choose among: \(known)")
  }
}
