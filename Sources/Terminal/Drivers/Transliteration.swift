import CNcurses
import TextSafety

/// Characters for terminals whose locale cannot write them, in as many columns.
struct Transliteration {
  /// One column or two of the terminal.
  struct Glyph {
    var scalars: [UInt32]
    /// The character is a letter of the terminal's line drawing set.
    var isLineDrawing = false
  }

  let isUTF8: Bool
  /// Whether the terminal's encoding has a character.
  var encodes: (UInt32) -> Bool = samjour_locale_encodes

  /// The only scalar of a cell that is drawn as it is, as nearly all are; nil for others.
  func single(_ cell: Cell) -> UInt32? {
    guard let only = cell.grapheme.single else { return nil }
    return isUTF8 || only.value < 0x80 ? only.value : nil
  }

  /// What to draw for a cell: one glyph of the cell's width, or as many narrow ones.
  func glyphs(_ cell: Cell) -> [Glyph] {
    let scalars = cell.grapheme.scalars.map(\.value)
    if isUTF8 || scalars.allSatisfy({ $0 < 0x80 }) { return [Glyph(scalars: scalars)] }
    if scalars.allSatisfy(encodes) { return [Glyph(scalars: scalars)] }
    if let base = scalars.first, cell.width == 1 {
      if let letter = Self.lineDrawing[base] {
        return [Glyph(scalars: [UInt32(letter.value)], isLineDrawing: true)]
      }
      return [Glyph(scalars: [Self.narrow(base)])]
    }
    return Array(repeating: Glyph(scalars: [0x3F]), count: Int(cell.width))
  }

  /// A text for the terminal's title.
  func plain(_ text: SafeText) -> String {
    if isUTF8 { return text.string }
    return String(
      String.UnicodeScalarView(
        text.string.unicodeScalars.map {
          $0.value < 0x80 ? $0 : Unicode.Scalar(Self.narrow($0.value)) ?? "?"
        }))
  }

  private static func narrow(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return 0x3F }
    // A letter with its accent is still that letter.
    if scalar.isASCII { return value }
    if let sign = signs[scalar] { return sign.value }
    switch scalar.properties.generalCategory {
    case .dashPunctuation: return 0x2D
    case .initialPunctuation, .finalPunctuation: return 0x22
    case .spaceSeparator: return 0x20
    default: return 0x3F
    }
  }

  private static let lineDrawing: [UInt32: Unicode.Scalar] = [
    0x2500: "q", 0x2501: "q", 0x2502: "x", 0x2503: "x", 0x250C: "l", 0x2510: "k", 0x2514: "m",
    0x2518: "j", 0x251C: "t", 0x2524: "u", 0x252C: "w", 0x2534: "v", 0x253C: "n",
  ]

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "å": "a", "ä": "a", "ö": "o", "Å": "A", "Ä": "A", "Ö": "O", "é": "e", "É": "E", "ü": "u",
    "Ü": "U", "è": "e", "à": "a", "ø": "o", "Ø": "O", "æ": "a", "Æ": "A", "ß": "s", "ç": "c",
    "ñ": "n", "ê": "e", "ë": "e", "ï": "i", "ó": "o", "á": "a", "í": "i", "ú": "u", "š": "s",
    "ž": "z", "č": "c", "ć": "c", "đ": "d", "ł": "l", "ş": "s", "ğ": "g", "ı": "i",
    "●": "*", "•": "*", "·": ".", "…": ".", "✓": "v", "✔": "v", "✗": "x", "✘": "x", "▲": "^",
    "▼": "v", "▶": ">", "◀": "<", "►": ">", "◄": "<", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "§": "S", "⏎": "/", "␛": "^", "‹": "<", "›": ">", "«": "\"", "»": "\"", "”": "\"", "“": "\"",
    "’": "'", "‘": "'", "█": "#", "▓": "#", "▒": "=", "░": "-", "▌": "#", "▁": "_", "▂": "_",
    "▃": "_", "▄": "=", "▅": "=", "▆": "=", "▇": "#", "○": "o", "◔": "o", "◌": "o", "◆": "*",
    "■": "#",
    "□": "o", "★": "*", "☆": "*", "⚠": "!", "⚑": "!", "°": "o", "½": "/", "×": "x", "−": "-",
  ]
}
