/// The codes that terminals send for keys and the mouse.
enum KeyCodes {
  static func control(_ byte: UInt8, meta: Bool) -> KeyStroke? {
    switch byte {
    case 0x00: return KeyStroke(.character(" "), control: true, meta: meta)
    case 0x08, 0x7F: return KeyStroke(.backspace, meta: meta)
    case 0x09: return KeyStroke(.tab, meta: meta)
    case 0x0D: return KeyStroke(.enter, meta: meta)
    case 0x01...0x1A:
      let letter = Character(Unicode.Scalar(byte + 0x60))
      return KeyStroke(.character(letter), control: true, meta: meta)
    case 0x1C...0x1F:
      let sign = Character(Unicode.Scalar(byte + 0x40))
      return KeyStroke(.character(sign), control: true, meta: meta)
    default: return nil
    }
  }

  static func numbers(_ body: some Sequence<UInt8>) -> [Int] {
    var numbers: [Int] = []
    var current = 0
    var isEmpty = true
    for byte in body {
      isEmpty = false
      if (0x30...0x39).contains(byte) {
        current = min(2_000_000, current * 10 + Int(byte) - 0x30)
      } else {
        numbers.append(current)
        current = 0
      }
    }
    if !isEmpty { numbers.append(current) }
    return numbers
  }

  static func stroke(_ key: KeyStroke.Key, _ modifiers: Int) -> KeyStroke {
    let bits = max(0, modifiers - 1)
    return KeyStroke(
      key, control: bits & 4 != 0, meta: bits & 10 != 0, shift: bits & 1 != 0)
  }

  /// What the mouse did; nothing for what is not told, as movement with a button held down.
  static func mouse(_ code: Int, isRelease: Bool, at place: Point) -> [TerminalEvent] {
    guard place.column >= 0, place.row >= 0, code & 0x20 == 0 else { return [] }
    let kind: MouseEvent.Kind
    switch code & 0xC3 {
    case 64: kind = .scrollUp
    case 65: kind = .scrollDown
    case 0 where !isRelease: kind = .press(.left)
    case 1 where !isRelease: kind = .press(.middle)
    case 2 where !isRelease: kind = .press(.right)
    case 0...3: kind = .release
    default: return []
    }
    return [.mouse(MouseEvent(kind: kind, at: place))]
  }

  static let finalKeys: [UInt8: KeyStroke.Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
    0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
  ]

  /// The numeric keypad in application mode.
  static let keypadKeys: [UInt8: KeyStroke.Key] = [
    0x4D: .enter, 0x58: .character("="), 0x6A: .character("*"), 0x6B: .character("+"),
    0x6C: .character(","), 0x6D: .character("-"), 0x6E: .character("."), 0x6F: .character("/"),
    0x70: .character("0"), 0x71: .character("1"), 0x72: .character("2"), 0x73: .character("3"),
    0x74: .character("4"), 0x75: .character("5"), 0x76: .character("6"), 0x77: .character("7"),
    0x78: .character("8"), 0x79: .character("9"),
  ]

  static let tildeKeys: [Int: KeyStroke.Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}
