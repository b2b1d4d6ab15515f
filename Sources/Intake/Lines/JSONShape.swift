/// How large what a line of JSON holds would be, counted before it is parsed: parsing is recursive,
/// and makes an object of each value.
public struct JSONShape: Sendable, Hashable {
  /// The deepest nesting; a right line needs five.
  public static let deepestNesting = 16
  /// The most values in a line: far more than the fields of any action.
  public static let mostValues = 20_000

  /// Brackets open at once outside strings.
  public private(set) var depth = 0
  /// Values, counted by what begins and what parts them.
  public private(set) var values = 1

  /// Whether it is no larger than a line may be.
  public var fits: Bool { depth <= Self.deepestNesting && values <= Self.mostValues }

  /// Counts what stands in the bytes of a line.
  public init(_ bytes: some Sequence<UInt8>) {
    var open = 0
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        isEscaped = false
      } else if isInString {
        isEscaped = byte == UInt8(ascii: "\\")
        isInString = byte != UInt8(ascii: "\"")
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          open += 1
          values += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
        case UInt8(ascii: ","): values += 1
        default: break
        }
        depth = max(depth, open)
      }
    }
  }
}
