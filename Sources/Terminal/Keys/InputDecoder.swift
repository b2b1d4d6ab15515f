/// Turns the bytes of a terminal into keys, pastes and mouse events.
///
/// A value without a clock: ``feed(_:)`` takes bytes as they come, in pieces of any length, and
/// ``settle()`` says that nothing came for as long as an escape sequence may take. Bytes that belong
/// to no key are dropped whole, so that the rest of an unknown sequence is never taken for keys.
package struct InputDecoder {
  /// Bytes of a paste that are held before they are given away in parts.
  static let pasteLimit = 10 * 1_024 * 1_024
  private static let sequenceLimit = 64
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  private let isUTF8: Bool
  private var pending: [UInt8] = []
  private var paste: [UInt8]?
  /// A paste was given up at a bare escape; the rest of its end mark may still come.
  private var expectsPasteTail = false

  /// Decodes UTF-8. Where the locale has another encoding, a letter of Latin-1 that could begin a
  /// character of UTF-8 is taken for itself when nothing follows it.
  package init(isUTF8: Bool = true) {
    self.isUTF8 = isUTF8
  }

  /// Whether bytes are held that may be a whole key in themselves, so that ``settle()`` is due.
  var isWaiting: Bool {
    if let paste { return paste.last == 0x1B }
    return !pending.isEmpty
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for byte in bytes {
      if paste != nil {
        takePasted(byte, &events)
      } else {
        pending.append(byte)
        // A byte can complete a sequence and, when it broke one off, begin another.
        while let used = decode(&events) {
          pending.removeFirst(min(used, pending.count))
          if pending.isEmpty || paste != nil { break }
        }
      }
    }
    return events
  }

  /// Nothing more came: what is held is taken for what it is so far.
  package mutating func settle() -> [TerminalEvent] {
    if var text = paste {
      guard text.last == 0x1B else { return [] }
      // Somebody pressed Escape in a paste that lost its end.
      text.removeLast()
      paste = nil
      expectsPasteTail = true
      return text.isEmpty ? [] : [.paste(Self.text(text))]
    }
    if expectsPasteTail {
      expectsPasteTail = false
      let held = pending
      pending = []
      return feed(held)
    }
    var events: [TerminalEvent] = []
    switch pending {
    case []:
      return []
    case [0x1B]:
      events = [.key(KeyStroke(.escape))]
    case [0x1B, 0x5B], [0x1B, 0x4F]:
      events = [.key(KeyStroke(.character(pending[1] == 0x5B ? "[" : "O"), meta: true))]
    default:
      // The rest of a longer sequence, or of a character, is on its way over a slow line.
      guard !isUTF8, let letter = pending.last, letter >= 0xA0, pending.count == 1 || isMetaLetter
      else { return [] }
      let character = Character(Unicode.Scalar(letter))
      events = [.key(KeyStroke(.character(character), meta: pending.count > 1))]
    }
    pending = []
    return events
  }

  /// Whether an escape and the beginning of a character are held.
  private var isMetaLetter: Bool { pending.count == 2 && pending[0] == 0x1B }

  /// The terminal is gone: an unfinished paste is still the person's text.
  package mutating func finish() -> [TerminalEvent] {
    defer {
      paste = nil
      pending = []
    }
    guard let paste, !paste.isEmpty else { return [] }
    return [.paste(Self.text(paste))]
  }

  // MARK: Paste

  private mutating func takePasted(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    paste?.append(byte)
    let count = paste?.count ?? 0
    if byte == 0x7E, paste?.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) == true {
      paste?.removeLast(Self.pasteEnd.count)
      events.append(.paste(Self.text(paste ?? [])))
      paste = nil
    } else if count >= Self.pasteLimit, byte < 0x80, byte != 0x1B,
      paste?.suffix(Self.pasteEnd.count).contains(0x1B) == false
    {
      events.append(.paste(Self.text(paste ?? [])))
      paste = []
    }
  }

  private static func text(_ bytes: [UInt8]) -> String {
    var unified: [UInt8] = []
    unified.reserveCapacity(bytes.count)
    var followsReturn = false
    for byte in bytes {
      if byte == 0x0D {
        unified.append(0x0A)
      } else if !(byte == 0x0A && followsReturn) {
        unified.append(byte)
      }
      followsReturn = byte == 0x0D
    }
    return String(decoding: unified, as: UTF8.self)
  }

  // MARK: One key

  /// Tries to take one key from the held bytes; the number of bytes used, or nil for more bytes.
  private mutating func decode(_ events: inout [TerminalEvent]) -> Int? {
    guard let first = pending.first else { return nil }
    if expectsPasteTail {
      let tail = Self.pasteEnd.dropFirst()
      if pending.elementsEqual(tail) {
        expectsPasteTail = false
        return pending.count
      }
      if tail.starts(with: pending) { return nil }
      expectsPasteTail = false
    }
    guard first == 0x1B else {
      return decodeCharacter(at: 0, meta: false, &events)
    }
    guard pending.count > 1 else { return nil }
    switch pending[1] {
    case 0x5B:
      return decodeControlSequence(&events)
    case 0x4F:
      guard pending.count > 2 else { return nil }
      guard pending[2] >= 0x20 else { return 2 }
      if let key = KeyCodes.finalKeys[pending[2]] ?? KeyCodes.keypadKeys[pending[2]] {
        events.append(.key(KeyStroke(key)))
      }
      return 3
    case 0x1B:
      events.append(.key(KeyStroke(.escape)))
      return 1
    default:
      return decodeCharacter(at: 1, meta: true, &events)
    }
  }

  private func decodeCharacter(
    at start: Int, meta: Bool, _ events: inout [TerminalEvent]
  ) -> Int? {
    let byte = pending[start]
    if byte < 0x80 {
      if let stroke = KeyCodes.control(byte, meta: meta) {
        events.append(.key(stroke))
      } else {
        let character = Character(Unicode.Scalar(byte))
        events.append(.key(KeyStroke(.character(character), meta: meta)))
      }
      return start + 1
    }
    let length: Int
    switch byte {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: length = 1
    }
    let available = pending.count - start
    let rest = pending[(start + 1)...].prefix(length - 1)
    let isBroken = rest.contains { $0 & 0xC0 != 0x80 }
    if available < length && !isBroken { return nil }
    if length > 1, !isBroken {
      let text = String(decoding: pending[start..<start + length], as: UTF8.self)
      if text.unicodeScalars.count == 1, let character = text.first,
        text.unicodeScalars.first?.properties.generalCategory != .control
      {
        events.append(.key(KeyStroke(.character(character), meta: meta)))
      }
      return start + length
    }
    // Not UTF-8: a terminal of the older kind, whose letters are Latin-1.
    if byte >= 0xA0 {
      events.append(.key(KeyStroke(.character(Character(Unicode.Scalar(byte))), meta: meta)))
    }
    return start + 1
  }

  // MARK: Sequences

  private mutating func decodeControlSequence(_ events: inout [TerminalEvent]) -> Int? {
    guard pending.count > 2 else { return nil }
    if pending[2] == 0x5B {
      // The Linux console's F1–F5: ESC [ [ A.
      guard pending.count > 3 else { return nil }
      if (0x41...0x45).contains(pending[3]) {
        events.append(.key(KeyStroke(.function(Int(pending[3]) - 0x40))))
      }
      return 4
    }
    if pending[2] == 0x4D {
      guard pending.count > 5 else { return nil }
      let place = Point(column: Int(pending[4]) - 33, row: Int(pending[5]) - 33)
      let code = Int(pending[3]) - 32
      events += KeyCodes.mouse(code, isRelease: code & 3 == 3, at: place)
      return 6
    }
    var index = 2
    while index < pending.count {
      let byte = pending[index]
      if (0x40...0x7E).contains(byte) {
        finishSequence(pending[2..<index], final: byte, &events)
        return index + 1
      }
      // Broken off: what broke it may begin something else.
      if byte < 0x20 || byte >= 0x7F { return index }
      index += 1
    }
    return pending.count > Self.sequenceLimit ? pending.count : nil
  }

  private mutating func finishSequence(
    _ body: ArraySlice<UInt8>, final: UInt8, _ events: inout [TerminalEvent]
  ) {
    let isMouse = body.first == 0x3C
    let numbers = KeyCodes.numbers(isMouse ? body.dropFirst() : body)
    if isMouse {
      guard numbers.count == 3, final == 0x4D || final == 0x6D else { return }
      let place = Point(column: numbers[1] - 1, row: numbers[2] - 1)
      events += KeyCodes.mouse(numbers[0], isRelease: final == 0x6D, at: place)
      return
    }
    guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return }
    let modifiers = numbers.count > 1 ? numbers[1] : 1
    switch final {
    case 0x7E where numbers.first == 200:
      paste = []
    case 0x7E where numbers.first == 27 && numbers.count == 3:
      appendCharacter(numbers[2], modifiers, &events)
    case 0x7E:
      if let number = numbers.first, let key = KeyCodes.tildeKeys[number] {
        events.append(.key(KeyCodes.stroke(key, modifiers)))
      }
    case 0x75:
      if let number = numbers.first { appendCharacter(number, modifiers, &events) }
    case 0x5A:
      events.append(.key(KeyStroke(.backTab)))
    default:
      // Other numbers are a report, such as of the cursor's place, that nobody asked for.
      guard numbers.first ?? 1 <= 1, (0...16).contains(modifiers) else { return }
      if let key = KeyCodes.finalKeys[final] {
        events.append(.key(KeyCodes.stroke(key, modifiers)))
      }
    }
  }

  private func appendCharacter(
    _ code: Int, _ modifiers: Int, _ events: inout [TerminalEvent]
  ) {
    let key: KeyStroke.Key
    switch code {
    case 9: key = .tab
    case 13: key = .enter
    case 27: key = .escape
    case 8, 127: key = .backspace
    default:
      guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value),
        scalar.properties.generalCategory != .control
      else { return }
      key = .character(Character(scalar))
    }
    events.append(.key(KeyCodes.stroke(key, modifiers)))
  }
}
