import Casework
import TextSafety

/// The JSON object of an intake line. Decoding throws ``IntakeLineError`` with the key's path and
/// line 0, or the decoder's own error where the line is not JSON at all.
struct TipLineObject: Decodable {
  let tip: IncomingTipLine

  static let longestName = 1_000

  init(from decoder: any Decoder) throws {
    let line = try KeyedLine(
      decoder, path: "",
      known: [
        "id", "channel", "receivedAt", "text", "place", "observedAt", "children", "adults",
        "activity", "acute", "reporter", "language",
      ])
    guard let text = try line.text("text") else { throw line.error("text", .missing) }
    if UntrustedText(text).isBlank { throw line.error("text", .blank) }
    let id = try line.text("id", limit: Self.longestName)
    if let id, UntrustedText(id).isBlank { throw line.error("id", .blank) }
    tip = IncomingTipLine(
      id: id,
      channel: try line.choice("channel"),
      receivedAt: try line.time("receivedAt"),
      text: UntrustedText(text),
      place: try line.untrusted("place"),
      observedAt: try line.time("observedAt"),
      children: try line.list("children", limit: 100) { list, path in
        try ChildObject(list.superDecoder(), path: path).child
      },
      adults: try line.number("adults", in: 0...1_000),
      activity: try line.list("activity", limit: 20) { list, path in
        guard let word = try? list.decode(String.self) else {
          throw IntakeLineError(path, .wrongType(expected: .text))
        }
        return try IncomingTipLine.Activity.named(word, path)
      }.uniqued(),
      acute: try line.untrusted("acute"),
      reporter: try line.object("reporter") { try ReporterObject($0, path: $1).reporter },
      language: try line.untrusted("language", limit: Self.longestName))
  }
}

private struct ChildObject {
  let child: IncomingTipLine.Child

  init(_ decoder: any Decoder, path: String) throws {
    let line = try KeyedLine(decoder, path: path, known: ["sex", "ageFrom", "ageTo"])
    child = IncomingTipLine.Child(
      sex: try line.choice("sex"), ageFrom: try line.number("ageFrom", in: 0...120),
      ageTo: try line.number("ageTo", in: 0...120))
    if let from = child.ageFrom, let to = child.ageTo, from > to {
      throw line.error("ageFrom", .agesReversed)
    }
  }
}

private struct ReporterObject {
  let reporter: IncomingTipLine.Reporter

  init(_ decoder: any Decoder, path: String) throws {
    let line = try KeyedLine(
      decoder, path: path, known: ["name", "phone", "email", "category", "wantsFeedback"])
    let limit = TipLineObject.longestName
    reporter = IncomingTipLine.Reporter(
      name: try line.untrusted("name", limit: limit),
      phone: try line.untrusted("phone", limit: limit),
      email: try line.untrusted("email", limit: limit),
      category: try line.untrusted("category", limit: limit),
      wantsFeedback: try line.boolean("wantsFeedback"))
  }
}

/// A JSON object whose keys are all known, read with errors that name the key.
private struct KeyedLine {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }

  private let container: KeyedDecodingContainer<Key>
  private let path: String

  init(_ decoder: any Decoder, path: String, known: [String]) throws {
    do {
      container = try decoder.container(keyedBy: Key.self)
    } catch {
      throw path.isEmpty
        ? IntakeLineError(line: 0, .notAnObject)
        : IntakeLineError(path, .wrongType(expected: .object))
    }
    self.path = path
    let unknown = container.allKeys.map(\.stringValue).filter { !known.contains($0) }.min()
    if let unknown {
      throw error(unknown, .unknownKey(nearest: nearestWord(to: unknown, among: known)))
    }
  }

  func error(_ key: String, _ reason: IntakeLineError.Reason) -> IntakeLineError {
    IntakeLineError(pathTo(key), reason)
  }

  private func pathTo(_ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  private func has(_ key: String) throws -> Bool {
    let key = Key(stringValue: key)
    return container.contains(key) ? try !container.decodeNil(forKey: key) : false
  }

  private func value<Value: Decodable>(
    _ key: String, _ expected: IntakeLineError.ValueType
  ) throws -> Value? {
    guard try has(key) else { return nil }
    do {
      return try container.decode(Value.self, forKey: Key(stringValue: key))
    } catch DecodingError.typeMismatch {
      throw self.error(key, .wrongType(expected: expected))
    } catch {
      // Half a surrogate pair is no text; a fraction, or a number too large, is no whole number.
      throw self.error(key, expected == .text ? .notJSON : .wrongType(expected: expected))
    }
  }

  func text(_ key: String, limit: Int? = nil) throws -> String? {
    let text: String? = try value(key, .text)
    if let text, let limit, text.utf8.count > limit {
      throw error(key, .textTooLong(limit: limit))
    }
    return text
  }

  /// Text that is left out when blank.
  func untrusted(_ key: String, limit: Int? = nil) throws -> UntrustedText? {
    try text(key, limit: limit).map { UntrustedText($0) }.flatMap { $0.isBlank ? nil : $0 }
  }

  func boolean(_ key: String) throws -> Bool? { try value(key, .boolean) }

  func number(_ key: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let number: Int = try value(key, .wholeNumber) else { return nil }
    guard range.contains(number) else {
      throw error(key, .outOfRange(from: range.lowerBound, through: range.upperBound))
    }
    return number
  }

  func choice<Choice>(_ key: String) throws -> Choice?
  where Choice: CaseIterable & RawRepresentable<String> {
    try text(key).map { try Choice.named($0, pathTo(key)) }
  }

  func time(_ key: String) throws -> Int64? {
    guard let text = try text(key) else { return nil }
    guard let time = Instant(iso8601: text)?.milliseconds else { throw error(key, .notATime) }
    return time
  }

  func object<Value>(_ key: String, _ read: (any Decoder, String) throws -> Value) throws -> Value?
  {
    guard try has(key) else { return nil }
    return try read(container.superDecoder(forKey: Key(stringValue: key)), pathTo(key))
  }

  func list<Value>(
    _ key: String, limit: Int,
    _ read: (inout any UnkeyedDecodingContainer, String) throws -> Value
  ) throws -> [Value] {
    guard try has(key) else { return [] }
    guard
      var list = try? container.nestedUnkeyedContainer(forKey: Key(stringValue: key))
        as any UnkeyedDecodingContainer
    else { throw error(key, .wrongType(expected: .array)) }
    if list.count ?? 0 > limit { throw error(key, .tooMany(limit: limit)) }
    var values: [Value] = []
    while !list.isAtEnd && values.count < limit {
      values.append(try read(&list, "\(pathTo(key))[\(values.count)]"))
    }
    return values
  }
}

extension IntakeLineError {
  fileprivate init(_ key: String, _ reason: Reason) {
    self.init(line: 0, key: UntrustedText(key), reason: reason)
  }
}

extension CaseIterable where Self: RawRepresentable<String> {
  fileprivate static func named(_ word: String, _ path: String) throws -> Self {
    guard let value = Self(rawValue: word) else {
      throw IntakeLineError(path, .notOneOf(allCases.map(\.rawValue)))
    }
    return value
  }
}

extension Array where Element: Hashable {
  fileprivate func uniqued() -> Self {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

/// The word that takes the fewest letters to change, added or taken away; the first of equals.
/// Only the first 64 characters of `word` count.
func nearestWord(to word: String, among words: [String]) -> String {
  let letters = Array(word.lowercased().prefix(64))
  func distance(_ other: String) -> Int {
    let target = Array(other.lowercased())
    var row = Array(0...target.count)
    for (index, letter) in letters.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in target.indices {
        let change = diagonal + (letter == target[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[target.count]
  }
  return words.min { distance($0) < distance($1) } ?? ""
}
