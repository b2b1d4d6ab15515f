/// A character of a cell, as its scalars in so many bytes: a frame of cells is made, compared, copied
/// and thrown away as bytes alone, which a `Character` in each would not allow.
public struct Grapheme: Hashable, Sendable {
  /// The most scalars: a base with its marks (``SafeText`` leaves four), and one to spare.
  static let mostScalars = 6

  /// Three scalars of 21 bits in each, the first lowest; zero is none.
  private var low: UInt64
  private var high: UInt64 = 0

  /// What an empty cell holds.
  static let blank = Grapheme(" ")

  /// A character of one scalar.
  init(_ scalar: Unicode.Scalar) {
    low = UInt64(scalar.value)
  }

  /// The first scalars of a text, as many as a cell holds; a blank where there are none.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    low = 0
    for (index, scalar) in scalars.prefix(Self.mostScalars).enumerated() {
      let value = UInt64(scalar.value) << UInt64(index % 3 * 21)
      if index < 3 { low |= value } else { high |= value }
    }
    if low == 0 { self = .blank }
  }

  /// The only scalar; nil where there are several.
  var single: Unicode.Scalar? { low >> 21 == 0 ? scalar(0) : nil }

  /// The scalars.
  var scalars: some Sequence<Unicode.Scalar> {
    (0..<Self.mostScalars).lazy.compactMap { scalar($0) }
  }

  /// The character. Scalars that make no single character together are its first.
  public var character: Character {
    if let single { return Character(single) }
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(scalar) }
    return String(text).first ?? " "
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? {
    let bits = index < 3 ? low : high
    let value = UInt32(bits >> UInt64(index % 3 * 21) & 0x1F_FFFF)
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
