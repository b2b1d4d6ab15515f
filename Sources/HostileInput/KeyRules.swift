import Terminal

/// What holds of whatever a terminal sends, and of whatever is written for a key.
enum KeyRules {
  /// The same keys in pieces of any length, no more of them than bytes, and each can be written down.
  static func checkTerminal(_ bytes: [UInt8]) throws {
    for isUTF8 in [true, false] {
      let whole = decode([bytes[...]], isUTF8: isUTF8)
      let single = decode(bytes.indices.map { bytes[$0...$0] }, isUTF8: isUTF8)
      try expect(whole == single, "byte by byte: \(single); at once: \(whole)")
      let middle = bytes.count / 3
      let parts = decode([bytes[..<middle], bytes[middle...]], isUTF8: isUTF8)
      try expect(whole == parts, "in two pieces: \(parts); at once: \(whole)")
      try expect(whole.count <= bytes.count, "\(whole.count) events of \(bytes.count) bytes")
      for event in whole { try check(event, bytes.count) }
      try checkRecovery(bytes, isUTF8)
    }
  }

  private static func decode(_ pieces: [ArraySlice<UInt8>], isUTF8: Bool) -> [TerminalEvent] {
    var decoder = InputDecoder(isUTF8: isUTF8)
    var events: [TerminalEvent] = []
    for piece in pieces { events += decoder.feed(piece) }
    return events + decoder.settle() + decoder.finish()
  }

  private static func check(_ event: TerminalEvent, _ bytes: Int) throws {
    switch event {
    case .key(let stroke):
      try expectNotation(stroke)
    case .paste(let text):
      try expect(text.utf8.count <= 3 * bytes, "a paste longer than what was sent")
      try expect(!text.utf8.contains(0x0D), "a carriage return in a paste")
    case .mouse(let event):
      try expect(event.at.column >= 0 && event.at.row >= 0, "a mouse outside the screen")
    default:
      throw BrokenRule("bytes became \(event)")
    }
  }

  /// Whatever came before, a line that is whole again is understood.
  private static func checkRecovery(_ bytes: [UInt8], _ isUTF8: Bool) throws {
    var decoder = InputDecoder(isUTF8: isUTF8)
    _ = decoder.feed(bytes)
    _ = decoder.feed(Array("\u{1B}[201~x".utf8))
    _ = decoder.settle()
    _ = decoder.feed(Array("xx".utf8))
    let keys = decoder.feed(Array("q\u{1B}[A".utf8))
    try expect(
      keys == [.key(KeyStroke(.character("q"))), .key(KeyStroke(.up))],
      "keys after it are not understood: \(keys)")
  }

  /// What is written for keys is read or refused, and reads the same once more.
  static func checkNotation(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    for stroke in (try? KeyStroke.sequence(text)) ?? [] { try expectNotation(stroke) }
    for stroke in (try? KeyStroke.script(text)) ?? [] { try expectNotation(stroke) }
    if let stroke = try? KeyStroke.parse(text) { try expectNotation(stroke) }
  }

  private static func expectNotation(_ stroke: KeyStroke) throws {
    let notation = stroke.description
    try expect(
      (try? KeyStroke.parse(notation)) == stroke, "\(notation.debugDescription) is another key")
  }
}
