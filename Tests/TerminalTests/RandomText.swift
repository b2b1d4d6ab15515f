import Demo

/// Text that makes trouble, and text as people write it.
extension SplitMix64 {
  private static let ranges: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x20...0x7E, 0x7F...0x9F, 0xA0...0xFF, 0x300...0x36F, 0x590...0x6FF,
    0x900...0xDFF, 0x1100...0x11FF, 0x1680...0x180F, 0x2000...0x206F, 0x20D0...0x20FF,
    0x2190...0x27BF, 0x3000...0x30FF, 0xA960...0xA97F, 0xAC00...0xACFF, 0xD7B0...0xD7FF,
    0xE000...0xE010, 0xFE00...0xFEFF, 0xFFF0...0xFFFF, 0x1D165...0x1D17A, 0x1F1E6...0x1F1FF,
    0x1F300...0x1F6FF, 0x1F900...0x1FAFF, 0xE0000...0xE01EF, 0x10_FFF0...0x10_FFFF,
  ]

  /// Any scalar, mostly from the parts of Unicode that make trouble.
  mutating func scalar() -> Unicode.Scalar {
    let range = number(in: 0...9) == 0 ? 0...0x10_FFFF : element(of: Self.ranges)
    return Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? "\u{FFFD}"
  }

  mutating func text(upTo length: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<number(in: 0...length) { text.append(scalar()) }
    return String(text)
  }

  /// Text as people write it: words, blanks, Swedish, Chinese, pictures.
  mutating func words(upTo length: Int) -> String {
    var text = ""
    for _ in 0..<number(in: 0...length) {
      text += element(of: ["a", "b", "å", "e\u{301}", " ", " ", "漢", "👍", "‹", "\n", "ö", "–"])
    }
    return text
  }
}
