/// JSON that is as harmless on a terminal as ``SafeText`` and still says exactly the same.
public enum InertJSON {
  /// The JSON text with every scalar that could act on a terminal, or hide, written as an escape.
  /// JSON means the same with it: such scalars only stand within strings.
  public static func escaped(_ json: String) -> String {
    if json.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return json }
    var inert = ""
    inert.reserveCapacity(json.utf8.count)
    for scalar in json.unicodeScalars {
      if scalar.value == 0x7F || (!scalar.isASCII && isUnsafe(scalar)) {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          inert += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        inert.unicodeScalars.append(scalar)
      }
    }
    return inert
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark:
      true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
