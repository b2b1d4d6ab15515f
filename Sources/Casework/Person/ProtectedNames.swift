import TextSafety

/// What persons with protected personal data are called, so that a text which was written before they
/// were protected does not go on naming them.
public struct ProtectedNames: Hashable, Sendable {
  private var names: [String: Reference] = [:]

  /// Nobody's.
  public init() {}

  /// Takes in all that a person has ever been called: alias, name and claimed name, and of a name
  /// each part.
  public mutating func add(_ record: Record, _ reference: Reference) {
    let entries = record.entries + record.present.entries
    for entry in entries {
      for field in ["alias", "name", "claimedName"] {
        guard let text = entry.text(field)?.raw else { continue }
        add(text, reference)
        guard field != "alias" else { continue }
        // A part of a name is one where it is written as one: Maj, not maj.
        for part in text.split(whereSeparator: \.isWhitespace) where part.count > 2 {
          if part.first?.isUppercase == true { add(String(part), reference) }
        }
      }
    }
  }

  private mutating func add(_ name: String, _ reference: Reference) {
    let name = name.trimmingBlanks
    if name.count > 1 { names[name] = reference }
  }

  /// Whether one of them stands in a text.
  public func occur(in text: String) -> Bool {
    var found = false
    _ = replacing(in: text) { _ in
      found = true
      return nil
    }
    return found
  }

  /// The text with something else in the place of each, the longest first; nil leaves it.
  public func replacing(in text: String, _ told: (Reference) -> String?) -> String {
    guard !names.isEmpty else { return text }
    let ordered = names.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }
    var rest = text[...]
    var result = ""
    var isInside = false
    while let next = rest.first {
      // A name begins and ends where a word does.
      if !isInside, let (name, reference) = ordered.first(where: { rest.begins(with: $0.key) }),
        let words = told(reference)
      {
        result += words
        rest = rest.dropFirst(name.count)
        isInside = true
        continue
      }
      isInside = next.isLetter || next.isNumber
      result.append(next)
      rest = rest.dropFirst()
    }
    return result
  }
}

extension Substring {
  /// Whether it begins with a name, whole: one of several words however they are capitalised.
  fileprivate func begins(with name: String) -> Bool {
    let start = prefix(name.count)
    let isCalled =
      name.contains(" ") ? start.lowercased() == name.lowercased() : start == name
    guard isCalled else { return false }
    return !(dropFirst(name.count).first.map { $0.isLetter || $0.isNumber } ?? false)
  }
}
