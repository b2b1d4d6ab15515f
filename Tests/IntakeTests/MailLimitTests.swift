import Foundation
import Intake
import Testing

@Suite("Mail from anybody has an end")
struct MailLimitTests {
  private func read(_ text: String) throws -> IncomingMail {
    try #require(try MailReader.read(bytes: Array(text.utf8)).first)
  }

  private func nested(_ levels: Int, _ type: (Int) -> String) -> String {
    let opening = (0..<levels).map { "Content-Type: \(type($0))\n\n--b\($0)\n" }.joined()
    return "From: anna@example.org\nSubject: djup\n\(opening)Content-Type: text/plain\n\ninnerst\n"
  }

  @Test(
    "multiparts are read to 64 levels and no deeper", arguments: [10, 60, 64, 65, 1_000, 20_000])
  func multipartDepth(levels: Int) throws {
    let mail = try read(nested(levels) { "multipart/mixed; boundary=\"b\($0)\"" })
    #expect(mail.subject.raw == "djup")
    #expect(mail.text.raw.contains("innerst") == (levels <= MailLimits.depth))
    #expect(mail.defects.contains(.tooDeep) == (levels > MailLimits.depth))
  }

  @Test("forwarded messages are read to 64 levels and no deeper", arguments: [3, 64, 65, 5_000])
  func forwardedDepth(levels: Int) throws {
    let text =
      "Subject: yttre\n"
      + String(repeating: "Content-Type: message/rfc822\n\nSubject: inre\n", count: levels)
      + "\ninnerst\n"
    let mail = try read(text)
    #expect(mail.text.raw.contains("innerst") == (levels <= MailLimits.depth))
    #expect(mail.defects.contains(.tooDeep) == (levels > MailLimits.depth))
  }

  @Test("deep messages are read on a thread with a small stack")
  func smallStack() async throws {
    let text = nested(20_000) { "multipart/mixed; boundary=\"b\($0)\"" }
    let subject = await withCheckedContinuation { continuation in
      let thread = Thread {
        let mails = try? MailReader.read(bytes: Array(text.utf8))
        continuation.resume(returning: mails?.first?.subject.raw)
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    #expect(subject == "djup")
  }

  @Test("no more than a thousand parts are looked at")
  func partCount() throws {
    let part = "--b\nContent-Type: image/png\n\nx\n"
    let mail = try read(
      "Subject: delar\nContent-Type: multipart/mixed; boundary=b\n\n"
        + String(repeating: part, count: 30_000) + "--b--\n")
    #expect(mail.attachments.count == MailLimits.parts - 1)
    #expect(mail.defects.contains(.tooManyParts))
  }

  @Test("a text over a mebibyte is cut, and its last line says by how much")
  func textLength() throws {
    let line = "Två barn på torget.\n"
    let count = (3 << 20) / line.utf8.count
    let body = String(repeating: line, count: count)
    let mail = try read("Subject: lång\nContent-Type: text/plain; charset=utf-8\n\n" + body)
    #expect(mail.isTruncated)
    let lines = mail.text.raw.split(separator: "\n")
    let kept = mail.text.raw.utf8.count - (lines.last?.utf8.count ?? 0) - 1
    #expect((MailLimits.textBytes - 3...MailLimits.textBytes).contains(kept))
    let omitted = body.utf8.count - 1 - kept
    #expect(lines.last == "[… avkortat: \(omitted) byte till i meddelandet]")
  }

  @Test("a text cut inside a character keeps whole characters only", arguments: 0..<4)
  func cutCharacter(offset: Int) throws {
    let body = String(repeating: "a", count: offset) + String(repeating: "😀", count: 300_000)
    let mail = try read("Subject: x\nContent-Type: text/plain; charset=utf-8\n\n" + body)
    #expect(mail.isTruncated)
    #expect(!mail.text.raw.contains("\u{FFFD}"))
    #expect(mail.defects.isEmpty)
  }

  @Test("of a large attachment only the size is known")
  func attachmentSize() throws {
    let bytes = Data(repeating: 0x5A, count: 5_000_000)
    let mail = try read(
      "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png; "
        + "name=stor.png\nContent-Transfer-Encoding: base64\n\n"
        + bytes.base64EncodedString(options: .lineLength76Characters) + "\n--b--\n")
    #expect(mail.attachments.map(\.size) == [5_000_000])
    #expect(mail.defects.isEmpty)
  }

  @Test("headers without end are cut and the rest of the message is read")
  func headerLength() throws {
    let mail = try read(
      "Subject: x\nX-One: \(String(repeating: "y", count: 1 << 20))\n"
        + String(repeating: "X-Many: z\n", count: 100_000) + "\ntext\n")
    #expect(mail.subject.raw == "x")
    #expect(mail.text.raw == "text")
    #expect(
      mail.defects.contains {
        if case .headersTooLong(let bytes) = $0 { bytes > 1_000_000 } else { false }
      })
  }

  @Test("text between parts without end is cut")
  func prologueLength() throws {
    let mail = try read(
      "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
        + String(repeating: "skräp\n", count: 1 << 20) + "--b\n\ntext\n--b--\n")
    #expect(mail.text.raw == "text")
    #expect(
      mail.defects.contains { if case .hiddenTextTooLong = $0 { true } else { false } })
  }

  @Test("HTML of nothing but tags ends in reasonable time", .timeLimit(.minutes(1)))
  func markupBomb() throws {
    for piece in [
      "<div>", "</p>", "<a href='https://example.org/'>", "<b></i>", "&amp", "<!--", "<",
    ] {
      let body = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
      let mail = try read("Subject: x\nContent-Type: text/html\n\n" + body)
      #expect(mail.text.raw.utf8.count <= MailLimits.textBytes + 100)
    }
  }

  @Test("an mbox of many messages gives them one by one")
  func mailbox() throws {
    let separator = "From anna@example.org Thu Nov 19 02:13:00 2026\n"
    let box = (0..<3_000).map {
      "\(separator)From: anna@example.org\nSubject: nr \($0)\n\ntext \($0)\n\n"
    }.joined()
    let mails = try MailReader.read(bytes: Array(box.utf8))
    #expect(mails.map(\.subject.raw) == (0..<3_000).map { "nr \($0)" })
    #expect(mails.map(\.text.raw) == (0..<3_000).map { "text \($0)" })
  }
}
