import Foundation

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

extension FieldValue {
  /// What is no object of values that a field may hold.
  struct NotValues: Error {}

  /// The values of a JSON object; the same as decoding one, at a third of the time. The lists fold
  /// several bodies for each row they show. Throws where the bytes are none, or hold a number that is
  /// not whole.
  static func values(json: Data) throws -> [String: FieldValue] {
    guard let object = try JSONSerialization.jsonObject(with: json) as? [String: Any] else {
      throw NotValues()
    }
    return try object.mapValues(FieldValue.init(json:))
  }

  private init(json: Any) throws {
    switch json {
    case let text as String: self = .text(text)
    case let list as [Any]: self = .list(try list.map(FieldValue.init(json:)))
    case let object as [String: Any]:
      self = .object(try object.mapValues(FieldValue.init(json:)))
    case is NSNull: self = .none
    case let number as NSNumber:
      // Yes and no are numbers too, told apart by their type alone.
      if number.objCType.pointee == CChar(UInt8(ascii: "c")) {
        self = .flag(number.boolValue)
      } else if let whole = number as? Int {
        self = .number(whole)
      } else {
        throw NotValues()
      }
    default: throw NotValues()
    }
  }
}
