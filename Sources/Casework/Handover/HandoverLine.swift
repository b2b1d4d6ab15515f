import TextSafety

/// One line of a section as the journal fills it in, with the facts it came from.
public struct HandoverLine: Hashable, Sendable {
  /// The line, inert.
  public let text: SafeText
  /// The journal numbers of the facts, in order.
  public let numbers: [Int64]

  /// Takes both as they are.
  public init(_ text: SafeText, numbers: [Int64]) {
    self.text = text
    self.numbers = numbers
  }

  /// The line with its marks: "fre 20/11 21.40 Beslutat [142]".
  public var marked: String {
    text.string + (numbers.isEmpty ? "" : " " + numbers.map(Self.mark).joined())
  }

  /// The mark of a fact: "[142]".
  public static func mark(_ number: Int64) -> String { "[\(number)]" }

  /// The marks in a text, in order, each once.
  public static func marks(in text: String) -> [Int64] {
    var found: [Int64] = []
    for match in text.matches(of: #/\[([0-9]{1,18})\]/#) {
      if let number = Int64(match.1), !found.contains(number) { found.append(number) }
    }
    return found
  }
}

extension HandoverMaterial {
  /// A fact in one line, for a section or a list: when, what, and what was filled in.
  public func line(_ item: Item, _ language: Language) -> HandoverLine {
    let when = TimeText.exact(item.happenedAt, now: now, language)
    var text = SafeText("\(when) \(item.words.title[language])")
    var told: Set<Phrase> = []
    let details = item.words.details.compactMap { detail -> SafeText? in
      guard !item.protected.contains(detail.label) else {
        guard told.insert(detail.label).inserted else { return nil }
        return SafeText(stand(in: item, for: detail.label, language))
      }
      return Self.withoutMarks(
        SafeText(detail.label[language].lowercased()) + " " + value(detail.value, language))
    }
    if !details.isEmpty { text += ": " + details.joined(separator: "; ") }
    return HandoverLine(text, numbers: item.numbers)
  }

  /// What somebody wrote can't pass for a mark, nor for what stands for something protected: "[142]"
  /// becomes "(142)".
  private static func withoutMarks(_ text: SafeText) -> SafeText {
    SafeText(
      text.string.replacing(#/\[([0-9]+)\]/#) { "(\($0.1))" }
        .replacing(#/\{([^{}]*)\}/#) { "(\($0.1))" })
  }

  func value(_ value: FactWords.Value, _ language: Language) -> SafeText {
    switch value {
    case .phrase(let phrase): SafeText(phrase[language])
    case .untrusted(let text):
      SafeText.lines(of: text).filter { !$0.isEmpty }.joined(separator: " / ")
    case .time(let time): SafeText(TimeText.exact(time, now: now, language))
    case .children(let children):
      SafeText(children.map { $0.title(language) }.joined(separator: ", "))
    case .reference(let reference): SafeText(reference.description)
    }
  }
}
