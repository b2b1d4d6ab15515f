import Foundation
import Intake
import Testing

@Suite("A mail becomes plain values")
struct MailCorpusTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Mail")

  static var mails: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".eml") }.sorted()
    }
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  @Test("each mail of the collection reads as the transcript beside it says")
  func transcripts() throws {
    let names = try Self.mails
    #expect(names.count >= 70)
    for name in names {
      let transcript = name.replacing(/\.eml$/, with: ".txt")
      let expected = try String(
        contentsOf: Self.folder.appending(path: transcript), encoding: .utf8)
      #expect(MailTranscript.of(try Self.bytes(name)) == expected, "\(name)")
    }
  }

  @Test("each mail reads the same through a descriptor as from memory")
  func descriptors() throws {
    for name in try Self.mails {
      let file = try FileHandle(forReadingFrom: Self.folder.appending(path: name))
      defer { try? file.close() }
      var fromFile: [IncomingMail] = []
      var failure: MailError?
      do {
        try MailReader.read(fileDescriptor: file.fileDescriptor) { fromFile.append($0) }
      } catch let error as MailError {
        failure = error
      }
      let bytes = try Self.bytes(name)
      if let failure {
        #expect(throws: failure, "\(name)") { try MailReader.read(bytes: bytes) }
      } else {
        #expect(try MailReader.read(bytes: bytes) == fromFile, "\(name)")
      }
    }
  }

  @Test("each mail cut off at any place is read or refused in words")
  func cuts() throws {
    for name in try Self.mails {
      let bytes = try Self.bytes(name)
      for length in stride(from: 0, to: bytes.count, by: max(bytes.count / 40, 1)) {
        do throws(MailError) {
          for mail in try MailReader.read(bytes: Array(bytes.prefix(length))) {
            #expect(mail.fallbackKey.count == 64)
          }
        } catch {
          #expect(!error.message(swedish: true).isEmpty)
        }
      }
    }
  }

  @Test("a message has the same key alone and in an mbox, and another message another")
  func fallbackKeys() throws {
    let message = "From: anna@example.org\nSubject: barn\n\ntext\n"
    let other = message.replacing("text", with: "test")
    let separator = "From anna@example.org Thu Nov 19 02:13:00 2026\n"
    let alone = try MailReader.read(bytes: Array(message.utf8))
    let box = try MailReader.read(
      bytes: Array((separator + message + "\n" + separator + other).utf8))
    #expect(box.count == 2)
    #expect(alone.first?.fallbackKey == box.first?.fallbackKey)
    #expect(box.first?.fallbackKey != box.last?.fallbackKey)
    // sha256 of the message without its last line end.
    #expect(
      alone.first?.fallbackKey == "0a52f67c25e4e952ea0f78309534e65bedb74b6d446deeadeabdd0df5d834183"
    )
  }

  @Test("an error of the caller ends the reading and comes through")
  func callerErrors() throws {
    struct Stop: Error {}
    let file = try FileHandle(forReadingFrom: Self.folder.appending(path: "mbox-three.eml"))
    defer { try? file.close() }
    var count = 0
    #expect(throws: Stop.self) {
      try MailReader.read(fileDescriptor: file.fileDescriptor) { _ in
        count += 1
        throw Stop()
      }
    }
    #expect(count == 1)
  }

  @Test("a descriptor that cannot be read is an I/O error with the system's words")
  func unreadable() {
    #expect(throws: MailError.io(errno: EBADF)) {
      try MailReader.read(fileDescriptor: -1) { _ in }
    }
    let words = MailError.io(errno: EBADF).message(swedish: true)
    #expect(words.hasPrefix("meddelandet kunde inte läsas: ") && words.contains("errno 9"))
  }

  @Test("each defect has words in both languages")
  func defectWords() {
    let defects: [MailDefect] = [
      .noHeaders, .noLineBeforeBody, .strayHeaderLine("x"), .headersTooLong(bytes: 7),
      .hiddenTextTooLong(bytes: 7), .nulBytes, .carriageReturnsOnly, .rawBytesInHeader("From"),
      .undecodedHeader("From"), .unreadableAddress("From"), .unreadableDate, .unknownCharset("x"),
      .invalidCharacters(charset: "utf-8", count: 7), .brokenBase64, .cutShort, .noBoundary,
      .conflictingHeaders, .tooDeep, .tooManyParts, .markupTooDeep, .encrypted(.pgp),
    ]
    let words = defects.flatMap { [$0.message(swedish: true), $0.message(swedish: false)] }
    #expect(Set(words).count == 2 * defects.count)
    #expect(words.allSatisfy { !$0.isEmpty })
  }
}
