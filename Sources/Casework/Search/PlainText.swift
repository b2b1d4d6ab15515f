import Foundation

extension String {
  /// The text in canonical composition (NFC).
  public var composed: String { isPlain ? self : precomposedStringWithCanonicalMapping }

  /// The dashes, quotation marks and dots of running text.
  static let dashesAndQuotes: ClosedRange<Unicode.Scalar> = "\u{2010}"..."\u{2027}"

  /// Whether every scalar is a character by itself, in its composed form, but for a line break of
  /// two: letters below U+0300, where marks begin, and the signs of running text. So is nearly all
  /// text, and what is plain is quick to walk.
  package var isPlain: Bool {
    var text = self
    return text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte < 0xCC { continue }
        guard byte == 0xE2, bytes[index] == 0x80, (0x90...0xA7).contains(bytes[index + 1]) else {
          return false
        }
        index += 2
      }
      return true
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar whose first byte is at `index` of well-formed UTF-8.
  package func scalar(at index: Int) -> Unicode.Scalar {
    let first = self[index]
    let following = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var value = UInt32(following == 0 ? first : first & (0x3F >> UInt8(following)))
    for offset in 0..<following { value = value << 6 | UInt32(self[index + 1 + offset] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
