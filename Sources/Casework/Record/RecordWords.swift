import TextSafety

extension FieldSpec {
  /// A value with its label, set out for reading; empty where nothing was filled in.
  public func details(of value: FieldValue?) -> [FactWords.Detail] {
    guard let value, !FieldReader.isEmpty(value) else { return [] }
    func titles(_ values: [String]) -> FactWords.Value {
      .phrase(
        .list(
          values.map { value in
            type.choices.first { $0.value == value }?.title
              ?? Phrase(same: SafeText(value, limit: 80).string)
          }))
    }
    func texts(_ list: [FieldValue]) -> [String] {
      list.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
    switch (type, value) {
    case (.choice, .text(let text)): return [.init(label, titles([text]))]
    case (.choices, .list(let list)), (.roles, .list(let list)):
      return [.init(label, titles(texts(list)))]
    case (.flag, .flag(let flag)): return [.init(label, .phrase((flag ? Knows.yes : .no).title))]
    case (.time, .text(let text)):
      return Instant(iso8601: text).map { [.init(label, .time($0))] } ?? []
    case (.reference, .text(let text)):
      return Reference(text).map { [.init(label, .reference($0))] } ?? []
    case (.references, .list(let list)):
      return texts(list).compactMap { Reference($0) }.map { .init(label, .reference($0)) }
    case (.children, .list(let list)):
      return [.init(label, .children(list.compactMap(SeenChild.init(field:))))]
    case (_, .number(let number)): return [.init(label, .phrase(Phrase(same: String(number))))]
    case (_, .flag(let flag)): return [.init(label, .phrase((flag ? Knows.yes : .no).title))]
    case (_, .text(let text)): return [.init(label, .untrusted(UntrustedText(text)))]
    default: return []
    }
  }
}

extension Record {
  /// The kind's rows for some fields, the value given last for each: for sections.
  public func rows(_ names: String...) -> [FactWords.Detail] {
    let fields = RecordKinds.fields(of: kind)
    return names.flatMap { name in
      fields.first { $0.name == name }?.details(of: value(name)) ?? []
    }
  }
}
