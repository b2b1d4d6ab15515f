import Testing

@testable import Terminal

@Suite("A paste is text, whatever is in it and however it comes")
struct PasteTests {
  private static let text = "rad 1\r\nrad 2\rtre åäö 漢\t^[[A^[[200~ :q!~"

  private static let bytes = InputDecoderTests.bytes("a^[[200~" + text + "^[[201~b")

  private static let events: [TerminalEvent] = [
    .key(KeyStroke(.character("a"))),
    .paste("rad 1\nrad 2\ntre åäö 漢\t\u{1B}[A\u{1B}[200~ :q!~"),
    .key(KeyStroke(.character("b"))),
  ]

  @Test("Split at any byte it is the same paste")
  func split() {
    for place in 0...Self.bytes.count {
      var decoder = InputDecoder()
      let events = decoder.feed(Self.bytes[..<place]) + decoder.feed(Self.bytes[place...])
      #expect(events == Self.events, "split at \(place)")
    }
    var decoder = InputDecoder()
    #expect(Self.bytes.flatMap { decoder.feed([$0]) } == Self.events)
  }

  @Test("A silence within its end mark runs no command")
  func silence() {
    let end = InputDecoderTests.bytes("^[[201~")
    for place in 1..<end.count {
      var decoder = InputDecoder()
      var events = decoder.feed(InputDecoderTests.bytes("^[[200~q") + end[..<place])
      events += decoder.settle()
      events += decoder.feed(end[place...])
      #expect(events == [.paste("q")], "silence after \(place) bytes")
      #expect(InputDecoderTests.notation(decoder.feed([0x78])) == "x")
    }
  }

  @Test("Escape ends a paste that lost its end")
  func lostEnd() {
    var decoder = InputDecoder()
    #expect(decoder.feed(InputDecoderTests.bytes("^[[200~hej")).isEmpty)
    #expect(!decoder.isWaiting && decoder.settle().isEmpty)
    #expect(decoder.feed([0x1B]).isEmpty && decoder.isWaiting)
    #expect(decoder.settle() == [.paste("hej")])
    #expect(InputDecoderTests.notation(decoder.feed([0x71])) == "q")
  }

  @Test("An unfinished paste is kept when the terminal goes")
  func hangUp() {
    var decoder = InputDecoder()
    _ = decoder.feed(InputDecoderTests.bytes("^[[200~halva"))
    #expect(decoder.finish() == [.paste("halva")])
    #expect(decoder.finish().isEmpty)
  }

  @Test("An empty paste is one, and broken bytes in a paste are told apart from text")
  func odd() {
    #expect(InputDecoderTests.events(of: InputDecoderTests.bytes("^[[200~^[[201~")) == [.paste("")])
    let bytes = InputDecoderTests.bytes("^[[200~") + [0x61, 0xFF, 0x62]
    var decoder = InputDecoder()
    #expect(
      decoder.feed(bytes + InputDecoderTests.bytes("^[[201~")) == [.paste("a\u{FFFD}b")])
  }

  @Test("A paste of many megabytes is given in parts that are the whole")
  func huge() {
    let letters = String(repeating: "åäö 漢字\n", count: 900_000)
    var decoder = InputDecoder()
    var events = decoder.feed(InputDecoderTests.bytes("^[[200~"))
    events += decoder.feed(Array(letters.utf8))
    events += decoder.feed(InputDecoderTests.bytes("^[[201~"))
    var whole = ""
    for case .paste(let part) in events {
      #expect(part.utf8.count <= InputDecoder.pasteLimit + 64)
      whole += part
    }
    #expect(events.count > 1 && whole == letters)
  }
}
