/// A value of an action's field, as JSON has it.
public enum FieldValue: Hashable, Sendable, Codable {
  /// Nothing given.
  case none
  /// Text.
  case text(String)
  /// A whole number.
  case number(Int)
  /// Yes or no.
  case flag(Bool)
  /// Several values.
  case list([FieldValue])
  /// Named values.
  case object([String: FieldValue])

  /// Reads any JSON value. A number that is not whole is refused: no field of the desk takes one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // The most common first: each that does not fit costs an error.
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if container.decodeNil() {
      self = .none
    } else if let list = try? container.decode([FieldValue].self) {
      self = .list(list)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let object = try? container.decode([String: FieldValue].self) {
      self = .object(object)
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a number that is not whole")
    }
  }

  /// Writes the JSON value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .none: try container.encodeNil()
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }
}
