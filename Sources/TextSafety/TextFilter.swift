/// The filter behind ``SafeText``: one pass over the scalars, with a few words of state.
struct TextFilter {
  /// What the latest shown scalar allows to follow it.
  private enum Base {
    /// Nothing a mark could sit on: the beginning, or a mark of the filter's own.
    case none
    case ordinary
    /// An emoji: modifiers, joiners and tags after it are part of its picture.
    case emoji
    /// A Hangul leading consonant, an index into the syllable arithmetic.
    case leadingConsonant(UInt32)
    /// A Hangul syllable without a trailing consonant.
    case openSyllable(UInt32)
  }

  /// Marks on one base: what a terminal cell holds.
  static let maximumMarks = 4

  private var output = String.UnicodeScalarView()
  /// Scalars shown that are not marks: at least the number of characters.
  private var shown = 0
  private var base = Base.none
  private var marks = 0
  private var joinerWaits = false
  private var followsReturn = false
  /// The latest scalar is the first letter of a flag.
  private var flagIsOpen = false
  /// The latest scalar is a leading consonant that nothing has been joined to.
  private var leadWaits = false

  static func filter(_ text: String) -> String {
    var filter = TextFilter()
    for scalar in text.unicodeScalars { filter.take(scalar) }
    filter.finish()
    return String(filter.output)
  }

  /// At most `limit` characters, which is at least one.
  static func filter(_ text: String, limit: Int) -> String {
    var filter = TextFilter()
    // Scalars that show nothing must not make a short text long to read either.
    var budget = min(limit, .max / 32) * 16 + 64
    var isCut = false
    for scalar in text.unicodeScalars {
      if filter.shown > limit || budget == 0 {
        isCut = true
        break
      }
      budget -= 1
      filter.take(scalar)
    }
    filter.finish()
    let result = String(filter.output)
    let kept = result.prefix(limit)
    guard isCut || kept.endIndex != result.endIndex else { return result }
    return String(kept.prefix(limit - 1)) + "…"
  }

  /// Printable ASCII and Latin-1, punctuation, arrows and lines need no filter, and each is a
  /// character of its own: nearly all text of a Swedish desk.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while index < bytes.count {
        guard let length = plainLength(bytes, at: index) else { return false }
        index += length
      }
      return true
    } ?? false
  }

  /// At most `limit` characters of a text whose beginning is plain, as ``filter(_:limit:)`` cuts it;
  /// nil where it is not.
  static func plainBeginning(_ text: String, limit: Int) -> String? {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      var shown = 0
      var cut = 0
      while index < bytes.count {
        guard let length = plainLength(bytes, at: index) else { return nil }
        // One more character than there is room for.
        if shown == limit {
          return String(decoding: bytes[..<cut], as: UTF8.self) + "…"
        }
        if shown == limit - 1 { cut = index }
        index += length
        shown += 1
      }
      return text
    } ?? nil
  }

  /// The bytes of the plain scalar that begins there; nil where none does.
  private static func plainLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let byte = bytes[index]
    if byte >= 0x20 && byte < 0x7F { return 1 }
    if byte == 0xC2 || byte == 0xC3, index + 1 < bytes.count {
      let next = bytes[index + 1]
      // U+0080–U+009F are controls and U+00AD is invisible.
      return byte == 0xC2 && (next < 0xA0 || next == 0xAD) ? nil : 2
    }
    guard byte == 0xE2, index + 2 < bytes.count else { return nil }
    switch (bytes[index + 1], bytes[index + 2]) {
    // U+2010–U+2027, U+2190–U+23FF and U+2500–U+25FF.
    case (0x80, 0x90...0xA7), (0x86, 0x90...0xBF), (0x87...0x8F, _), (0x94...0x97, _): return 3
    default: return nil
    }
  }

  static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  // MARK: One scalar

  private mutating func take(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    let followedReturn = followsReturn
    followsReturn = value == 0x0D
    if joinerWaits {
      joinerWaits = false
      // The first picture of a joined sequence stands for all of it.
      if Self.isEmoji(scalar) {
        base = .emoji
        return
      }
      showCode(0x200D)
    }
    switch value {
    case 0x20...0x7E:
      show(scalar, base: .ordinary)
    case 0x0A where followedReturn:
      break
    case 0x09:
      show(" ", base: .none)
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
      show("⏎", base: .none)
    case 0x00...0x1F:
      show(Unicode.Scalar(0x2400 + value) ?? "␀", base: .none)
    case 0x7F:
      show("␡", base: .none)
    case 0x200D where isAfterEmoji:
      joinerWaits = true
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F, 0x20E3:
      break
    case 0x1F3FB...0x1F3FF:
      if !isAfterEmoji { show("▯", base: .none) }
    case 0xE0020...0xE007F where isAfterEmoji:
      break
    case 0x1F1E6...0x1F1FF:
      takeFlagLetter()
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF:
      takeHangulPart(value)
    case 0xAC00...0xD7A3:
      let isOpen = (value - 0xAC00) % 28 == 0
      show(scalar, base: isOpen ? .openSyllable(value) : .ordinary)
    case 0x3000:
      show(scalar, base: .ordinary)
    default:
      takeByCategory(scalar)
    }
  }

  private mutating func takeByCategory(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .surrogate:
      showCode(scalar.value)
    case .spaceSeparator:
      // The many widths of typography: a terminal has one.
      show(scalar.value == 0xA0 ? scalar : " ", base: .ordinary)
    case .nonspacingMark, .enclosingMark, .spacingMark:
      if properties.isDefaultIgnorableCodePoint {
        showCode(scalar.value)
      } else {
        takeMark(scalar)
      }
    default:
      if properties.isDefaultIgnorableCodePoint {
        showCode(scalar.value)
      } else if Self.isEmoji(scalar) {
        takeEmoji(scalar)
      } else {
        show(scalar, base: .ordinary)
      }
    }
  }

  private mutating func takeMark(_ scalar: Unicode.Scalar) {
    if leadWaits {
      settleLead()
      base = .none
    }
    if case .none = base { show("◌", base: .ordinary) }
    flagIsOpen = false
    marks += 1
    if marks <= Self.maximumMarks {
      output.append(scalar)
      if case .emoji = base { return }
      base = .ordinary
    } else if marks == Self.maximumMarks + 1 {
      let count = marks
      for mark in "‹…›".unicodeScalars { show(mark, base: .none) }
      // Marks that follow are part of the same surplus.
      base = .ordinary
      marks = count
    }
  }

  private mutating func takeEmoji(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    // Terminals know the width of pictures that are some years old.
    let isRecent = properties.age.map { $0.major > 12 } ?? true
    show(properties.isEmojiPresentation && isRecent ? "▯" : scalar, base: .emoji)
  }

  /// A flag is two letters; its second is part of the sign that the first one gave.
  private mutating func takeFlagLetter() {
    if flagIsOpen {
      flagIsOpen = false
    } else {
      show("▯", base: .emoji)
      flagIsOpen = true
    }
  }

  /// Composes Hangul written in parts, as some file systems give names, so that one syllable is
  /// one scalar and has one width. A part that stands alone is shown by its number.
  private mutating func takeHangulPart(_ value: UInt32) {
    if case .openSyllable(let syllable) = base, (0x11A8...0x11C2).contains(value), marks == 0,
      let whole = Unicode.Scalar(syllable + value - 0x11A7)
    {
      replaceLatest(whole, base: .ordinary)
    } else if case .leadingConsonant(let lead) = base, (0x1161...0x1175).contains(value),
      let open = Unicode.Scalar(0xAC00 + (lead * 21 + value - 0x1161) * 28)
    {
      replaceLatest(open, base: .openSyllable(open.value))
    } else if (0x1100...0x1112).contains(value), let scalar = Unicode.Scalar(value) {
      // The compatibility letter cannot be told from the part by eye, and never joins.
      show(scalar, base: .leadingConsonant(value - 0x1100))
      leadWaits = true
    } else {
      showCode(value)
    }
  }

  private mutating func replaceLatest(_ scalar: Unicode.Scalar, base: Base) {
    output.removeLast()
    output.append(scalar)
    self.base = base
    leadWaits = false
  }

  // MARK: Showing

  private var isAfterEmoji: Bool {
    if case .emoji = base { return true }
    return false
  }

  private mutating func settleLead() {
    guard leadWaits, let lead = output.last else { return }
    leadWaits = false
    output.removeLast()
    appendCode(lead.value)
  }

  private mutating func show(_ scalar: Unicode.Scalar, base: Base) {
    settleLead()
    output.append(scalar)
    shown += 1
    marks = 0
    flagIsOpen = false
    self.base = base
  }

  private mutating func showCode(_ value: UInt32) {
    settleLead()
    appendCode(value)
    marks = 0
    flagIsOpen = false
    base = .none
  }

  private mutating func appendCode(_ value: UInt32) {
    let digits = String(value, radix: 16, uppercase: true)
    let padding = value > 0xFF ? max(0, 4 - digits.count) : max(0, 2 - digits.count)
    let text = "‹" + String(repeating: "0", count: padding) + digits + "›"
    output.append(contentsOf: text.unicodeScalars)
    shown += text.unicodeScalars.count
  }

  private mutating func finish() {
    if joinerWaits { showCode(0x200D) }
    settleLead()
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar.properties.isEmoji
  }
}
