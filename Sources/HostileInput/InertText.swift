/// What text may hold that leaves the program.
public enum InertText {
  /// The scalars of an output that act on a terminal or hide. Line feeds end its lines.
  public static func acting(in output: String) -> [Unicode.Scalar] {
    output.unicodeScalars.filter { $0 != "\n" && acts($0) }
  }

  /// Whether a scalar acts on a terminal or hides: control, format, private, unassigned, and what
  /// Unicode says may be left out of sight.
  public static func acts(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return true
    default:
      return properties.isDefaultIgnorableCodePoint || properties.isBidiControl
        || properties.isVariationSelector
    }
  }
}
