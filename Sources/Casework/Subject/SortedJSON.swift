import Foundation
import TextSafety

/// A JSON object as ``FactCoder`` writes it: keys sorted, no blanks, whole numbers alone. It is asked
/// for its keys in their order and read in one pass.
///
/// `JSONDecoder` takes twenty times as long, which was a fifth of a rebuild. What is written in any
/// other way, has a key that nobody asks for or an escape of a code point is left to it: nothing is
/// guessed here.
struct SortedJSON {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var isFirst = true
  private var isFit = true

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// What `read` makes of the object; nil where it is not one that can be read so, whole.
  static func read<Value>(_ body: Data, _ read: (inout SortedJSON) -> Value?) -> Value? {
    body.withUnsafeBytes { body in
      var json = SortedJSON(body.bindMemory(to: UInt8.self))
      let value = json.object(read)
      return json.isFit && json.index == json.bytes.count ? value : nil
    }
  }

  /// The text of a key; nil where the key does not come next.
  mutating func text(_ key: StaticString) -> String? {
    isNext(key) ? string() : nil
  }

  /// As ``text(_:)``.
  mutating func untrusted(_ key: StaticString) -> UntrustedText? {
    text(key).map { UntrustedText($0) }
  }

  /// As ``text(_:)``, of a whole number.
  mutating func number(_ key: StaticString) -> Int? {
    isNext(key) ? integer() : nil
  }

  /// As ``text(_:)``, of a moment.
  mutating func moment(_ key: StaticString) -> Instant? {
    guard let milliseconds = number(key) else { return nil }
    let moment = Instant(milliseconds: Int64(milliseconds))
    return moment >= .earliest && moment <= .latest ? moment : unfit()
  }

  /// As ``text(_:)``, of true or false.
  mutating func flag(_ key: StaticString) -> Bool? {
    guard isNext(key) else { return nil }
    if skip("true") { return true }
    return skip("false") ? false : unfit()
  }

  /// As ``text(_:)``, of one of few words.
  mutating func choice<Choice: RawRepresentable<String>>(_ key: StaticString) -> Choice? {
    isNext(key) ? choice() : nil
  }

  /// As ``text(_:)``, of a list of few words.
  mutating func choices<Choice: RawRepresentable<String>>(_ key: StaticString) -> [Choice]? {
    isNext(key) ? list { $0.choice() } : nil
  }

  /// As ``text(_:)``, of a list of texts.
  mutating func texts(_ key: StaticString) -> [String]? {
    isNext(key) ? list { $0.string() } : nil
  }

  /// As ``text(_:)``, of what `read` makes of an object.
  mutating func object<Value>(
    _ key: StaticString, _ read: (inout SortedJSON) -> Value?
  ) -> Value? {
    isNext(key) ? object(read) : nil
  }

  /// As ``text(_:)``, of what `read` makes of each object in a list.
  mutating func objects<Value>(
    _ key: StaticString, _ read: (inout SortedJSON) -> Value?
  ) -> [Value]? {
    isNext(key) ? list { $0.object(read) } : nil
  }

  // MARK: values

  private mutating func object<Value>(_ read: (inout SortedJSON) -> Value?) -> Value? {
    guard skip("{") else { return unfit() }
    isFirst = true
    guard let value = read(&self), skip("}") else { return unfit() }
    isFirst = false
    return value
  }

  private mutating func list<Value>(_ read: (inout SortedJSON) -> Value?) -> [Value]? {
    guard skip("[") else { return unfit() }
    var values: [Value] = []
    if skip("]") { return values }
    repeat {
      guard let value = read(&self) else { return unfit() }
      values.append(value)
    } while skip(",")
    return skip("]") ? values : unfit()
  }

  private mutating func choice<Choice: RawRepresentable<String>>() -> Choice? {
    string().flatMap(Choice.init(rawValue:)) ?? unfit()
  }

  private mutating func integer() -> Int? {
    let isNegative = skip("-")
    let start = index
    var value = 0
    while index < bytes.count, index - start < 18, (0x30...0x39).contains(bytes[index]) {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    // A fraction, an exponent or more digits are met by whatever comes after a value.
    guard index > start, bytes[start] != 0x30 || (index == start + 1 && !isNegative) else {
      return unfit()
    }
    return isNegative ? -value : value
  }

  private mutating func string() -> String? {
    guard skip("\"") else { return unfit() }
    var unescaped: [UInt8] = []
    var start = index
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        let rest = UnsafeBufferPointer(rebasing: bytes[start..<index])
        index += 1
        guard !unescaped.isEmpty else { return String(validating: rest, as: UTF8.self) ?? unfit() }
        unescaped.append(contentsOf: rest)
        return String(validating: unescaped, as: UTF8.self) ?? unfit()
      case UInt8(ascii: "\\"):
        guard index + 1 < bytes.count, let character = Self.escaped(bytes[index + 1]) else {
          return unfit()
        }
        unescaped.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        unescaped.append(character)
        index += 2
        start = index
      case 0..<0x20: return unfit()
      default: index += 1
      }
    }
    return unfit()
  }

  private static func escaped(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  // MARK: places

  /// Steps over the key, where it comes next.
  private mutating func isNext(_ key: StaticString) -> Bool {
    let before = index
    if isFirst || skip(","), skip("\""), skip(key), skip("\":") {
      isFirst = false
      return true
    }
    index = before
    return false
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard isFit, index + count <= bytes.count, let base = bytes.baseAddress,
      memcmp(base + index, text.utf8Start, count) == 0
    else { return false }
    index += count
    return true
  }

  /// The object is left to `JSONDecoder`.
  private mutating func unfit<Value>() -> Value? {
    isFit = false
    return nil
  }
}

extension TipReport {
  /// The report that a body holds; nil where that is left to `JSONDecoder`.
  package static func sorted(_ body: Data) -> TipReport? {
    SortedJSON.read(body) { TipReport(&$0) }
  }

  fileprivate init?(_ json: inout SortedJSON) {
    activity = json.choices("activity")
    acute = json.untrusted("acute")
    adults = json.number("adults")
    cautions = json.untrusted("cautions")
    guard let channel: Channel = json.choice("channel") else { return nil }
    self.channel = channel
    childKnows = json.choice("childKnows")
    childNow = json.untrusted("childNow")
    children = json.objects("children") { SeenChild(&$0) }
    concernsChild = json.flag("concernsChild")
    duration = json.untrusted("duration")
    enclosures = json.untrusted("enclosures")
    guardianKnows = json.choice("guardianKnows")
    ifNothing = json.untrusted("ifNothing")
    language = json.untrusted("language")
    observedAt = json.moment("observedAt")
    place = json.untrusted("place")
    reporterCategory = json.untrusted("reporterCategory")
    reporterEmail = json.untrusted("reporterEmail")
    reporterName = json.untrusted("reporterName")
    reporterPhone = json.untrusted("reporterPhone")
    source = json.text("source")
    guard let text = json.untrusted("text") else { return nil }
    self.text = text
    wantsFeedback = json.flag("wantsFeedback")
  }
}

extension SeenChild {
  fileprivate init?(_ json: inout SortedJSON) {
    let from = json.number("ageFrom")
    let to = json.number("ageTo")
    self.init(sex: json.choice("sex"), ageFrom: from, ageTo: to)
  }
}

extension TipFact.Correction {
  /// The correction that a body holds; nil where that is left to `JSONDecoder`.
  package static func sorted(_ body: Data) -> TipFact.Correction? {
    SortedJSON.read(body) { TipFact.Correction(&$0) }
  }

  private init?(_ json: inout SortedJSON) {
    guard let changed = json.texts("changed"), let corrects = json.number("corrects"),
      let reason = json.untrusted("reason"), let report = json.object("report", { TipReport(&$0) })
    else { return nil }
    self.init(report: report, changed: changed, corrects: corrects, reason: reason)
  }
}
