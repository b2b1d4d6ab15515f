import TextSafety

/// Why a line is not a tip, for the person who has to correct it.
public struct IntakeLineError: Error, Sendable, Hashable {
  /// The line's number, the first being 1.
  public var line: Int
  /// The key with its path, such as `children[2].ageFrom`; nil where the whole line is meant.
  public var key: UntrustedText?
  /// What is wrong.
  public var reason: Reason

  /// What can be wrong with a line.
  public enum Reason: Sendable, Hashable {
    /// The line is longer than so many bytes.
    case tooLong(limit: Int)
    /// The bytes are not UTF-8 from this offset on, the first byte being 0.
    case notUTF8(offset: Int)
    /// It is not JSON.
    case notJSON
    /// Objects and arrays are nested deeper than this.
    case tooDeep(limit: Int)
    /// There are more values than this.
    case tooManyValues(limit: Int)
    /// It is JSON, but no object.
    case notAnObject
    /// There is no such key; this one is the nearest that there is.
    case unknownKey(nearest: String)
    /// The key is required.
    case missing
    /// The text is blank.
    case blank
    /// The value is of another type.
    case wrongType(expected: ValueType)
    /// The value is not one of these.
    case notOneOf([String])
    /// The number is outside these.
    case outOfRange(from: Int, through: Int)
    /// The array has more elements than this.
    case tooMany(limit: Int)
    /// The text has more bytes than this.
    case textTooLong(limit: Int)
    /// `ageFrom` is above `ageTo`.
    case agesReversed
    /// It is not an ISO 8601 time with offset.
    case notATime
  }

  /// The types that values have.
  public enum ValueType: Sendable, Hashable {
    case text, wholeNumber, boolean, array, object
  }

  /// The error in words, with the line and the key.
  public func message(swedish: Bool) -> String {
    let place = swedish ? "rad \(line)" : "line \(line)"
    guard let key else { return "\(place): \(words(swedish))" }
    return "\(place): \(SafeText(UntrustedText(String(key.raw.prefix(60))))): \(words(swedish))"
  }

  private func words(_ swedish: Bool) -> String {
    switch reason {
    case .tooLong(let limit):
      swedish ? "raden är längre än \(limit) byte" : "the line is longer than \(limit) bytes"
    case .notUTF8(let offset):
      swedish
        ? "raden är inte UTF-8 (från byte \(offset))" : "the line is not UTF-8 (at byte \(offset))"
    case .notJSON: swedish ? "raden är inte giltig JSON" : "the line is not valid JSON"
    case .tooDeep(let limit):
      swedish
        ? "raden är nästlad djupare än \(limit) nivåer"
        : "the line is nested deeper than \(limit) levels"
    case .tooManyValues(let limit):
      swedish ? "raden har fler än \(limit) värden" : "the line has more than \(limit) values"
    case .notAnObject:
      swedish ? "raden ska vara ett JSON-objekt" : "the line must be a JSON object"
    case .unknownKey(let nearest):
      swedish ? "okänd nyckel; menades \(nearest)?" : "unknown key; was \(nearest) meant?"
    case .missing: swedish ? "saknas" : "is missing"
    case .blank: swedish ? "är tom" : "is blank"
    case .wrongType(let expected):
      swedish ? "ska vara \(expected.swedish)" : "must be \(expected.english)"
    case .notOneOf(let values):
      swedish
        ? "ska vara något av \(values.joined(separator: ", "))"
        : "must be one of \(values.joined(separator: ", "))"
    case .outOfRange(let from, let through):
      swedish ? "ska vara \(from) till \(through)" : "must be \(from) to \(through)"
    case .tooMany(let limit):
      swedish ? "har fler än \(limit) element" : "has more than \(limit) elements"
    case .textTooLong(let limit):
      swedish ? "är längre än \(limit) byte" : "is longer than \(limit) bytes"
    case .agesReversed:
      swedish ? "ageFrom är högre än ageTo" : "ageFrom is above ageTo"
    case .notATime:
      swedish
        ? "ska vara en tid enligt ISO 8601 med tidszon, som 2026-11-21T02:13:00+01:00"
        : "must be an ISO 8601 time with offset, such as 2026-11-21T02:13:00+01:00"
    }
  }
}

extension IntakeLineError.ValueType {
  fileprivate var swedish: String {
    switch self {
    case .text: "text"
    case .wholeNumber: "ett heltal"
    case .boolean: "true eller false"
    case .array: "en lista"
    case .object: "ett objekt"
    }
  }

  fileprivate var english: String {
    switch self {
    case .text: "text"
    case .wholeNumber: "a whole number"
    case .boolean: "true or false"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
