/// The languages of the desk. Swedish is the first.
public enum Language: String, Sendable, CaseIterable, Codable {
  /// Swedish.
  case sv
  /// English.
  case en
}

/// One thing said in both languages, where it is used.
public struct Phrase: Hashable, Sendable {
  /// Swedish.
  public let sv: String
  /// English.
  public let en: String

  /// Takes the words in both languages.
  public init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }

  /// A word that is the same in both: a name, a number, a paragraph.
  public init(same text: String) {
    self.init(sv: text, en: text)
  }

  /// The words in one language.
  public subscript(language: Language) -> String {
    language == .sv ? sv : en
  }
}
