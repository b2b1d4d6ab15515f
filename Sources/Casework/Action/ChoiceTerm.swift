/// A word with a fixed set of values, each with a name: what a choice in a form offers.
public protocol ChoiceTerm: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// What it is called.
  var title: Phrase { get }
}

extension ChoiceTerm {
  /// All values, in order, for a field of a form.
  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.title) } }
}

extension Record.Entry {
  /// One of the choices, as a term.
  func term<T: ChoiceTerm>(_ field: String) -> T? { choice(field).flatMap { T(rawValue: $0) } }

  /// Several of the choices, as terms.
  func terms<T: ChoiceTerm>(_ field: String) -> [T] {
    choices(field).compactMap { T(rawValue: $0) }
  }
}
