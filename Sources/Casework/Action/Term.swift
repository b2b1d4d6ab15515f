/// A word with a fixed set of values, each with a name: what a choice in a form offers.
public protocol Term: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// What it is called.
  var title: Phrase { get }
}

extension Term {
  /// All values, in order, for a field of a form.
  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.title) } }
}

extension Record.Entry {
  /// One of the choices, as a term.
  func term<T: Term>(_ field: String) -> T? { choice(field).flatMap { T(rawValue: $0) } }

  /// Several of the choices, as terms.
  func terms<T: Term>(_ field: String) -> [T] { choices(field).compactMap { T(rawValue: $0) } }
}
