import Foundation

/// The lasting identity of a subject: a UUID of version 7 (RFC 9562), so that identities sort by
/// the time they were made.
public struct SubjectID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// First eight bytes, big-endian.
  public let high: UInt64
  /// Last eight bytes, big-endian.
  public let low: UInt64

  /// Takes the sixteen bytes as they are stored.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Makes a new identity from the moment and 74 random bits of `random`.
  public init(at instant: Instant, random: (UInt64, UInt64)) {
    let time = UInt64(max(0, instant.milliseconds)) & 0xFFFF_FFFF_FFFF
    high = time << 16 | 0x7000 | random.0 & 0x0FFF
    low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
  }

  /// The moment it was made for: milliseconds since 1970, UTC.
  public var milliseconds: Int64 { Int64(high >> 16) }

  /// Reads 32 hexadecimal digits, with or without the four dashes.
  public init?(_ text: String) {
    var (high, low, count) = (UInt64(0), UInt64(0), 0)
    for byte in text.utf8 where byte != UInt8(ascii: "-") {
      guard count < 32, let digit = Unicode.Scalar(byte).hexDigit else { return nil }
      (high, low, count) = (high << 4 | low >> 60, low << 4 | digit, count + 1)
    }
    guard count == 32, text.utf8.count <= 36 else { return nil }
    self.init(high: high, low: low)
  }

  /// Stored as text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = SubjectID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
    }
    self = id
  }

  /// Stored as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Older comes first.
  public static func < (a: SubjectID, b: SubjectID) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }

  /// Lower-case hexadecimal with dashes.
  public var description: String {
    let digits = hex(high) + hex(low)
    var text = ""
    text.reserveCapacity(36)
    for (position, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(position) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  private func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The identity of an officer: the subject that says who they are.
public struct OfficerID: Hashable, Sendable, Codable {
  /// The officer's subject.
  public let subject: SubjectID

  /// The officer whose subject that is.
  public init(_ subject: SubjectID) {
    self.subject = subject
  }

  /// Stored as the subject's identity.
  public init(from decoder: any Decoder) throws {
    subject = try decoder.singleValueContainer().decode(SubjectID.self)
  }

  /// Stored as the subject's identity.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(subject)
  }
}

extension Unicode.Scalar {
  fileprivate var hexDigit: UInt64? {
    switch self {
    case "0"..."9": UInt64(value - 0x30)
    case "a"..."f": UInt64(value - 0x61 + 10)
    case "A"..."F": UInt64(value - 0x41 + 10)
    default: nil
    }
  }
}
