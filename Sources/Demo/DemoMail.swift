import Casework
import Foundation

/// A tip as the mail programs of the world would send it.
struct DemoMail {
  let tip: DemoTip
  let key: String
  var random: SplitMix64

  /// The message with CRLF line ends.
  mutating func bytes() -> [UInt8] {
    let charset: MailWords.Charset = random.chance(20) ? .latin1 : .utf8
    let headers =
      "Return-Path: <\(tip.reporter.email)>\n"
      + "Date: \(MailWords.date(tip.receivedAt))\n"
      + "From: \(MailWords.encoded(tip.reporter.name, charset)) <\(tip.reporter.email)>\n"
      + "To: <tips@samjour.example>\n"
      + "Subject: \(MailWords.encoded(subject(), charset))\n"
      + "Message-ID: <\(key)@demo.example>\n"
      + "MIME-Version: 1.0\n"
    let text = signed()
    switch random.below(6) {
    case 0: return crlf(headers + part(text, "text/plain", charset, .base64))
    case 1: return crlf(headers + alternative(text, charset))
    case 2: return crlf(headers + withPhotograph(text, charset))
    case 3: return crlf(headers + part(html(text), "text/html", charset, .quotedPrintable))
    default: return crlf(headers + part(text, "text/plain", charset, .quotedPrintable))
    }
  }

  private mutating func subject() -> String {
    let place = tip.sighting.place
    return random.one(
      of: "Tips", "Barn \(place.phrase)", "Orolig för barn \(place.phrase)", "Tips om barn",
      "Fråga", "Iakttagelse \(place.phrase)", "", "Vill göra en anmälan")
  }

  private mutating func signed() -> String {
    guard random.chance(50) else { return tip.text }
    let telephone = random.chance(40) ? "\n" + tip.reporter.phone : ""
    return tip.text + "\n\n" + tip.reporter.name + telephone
  }

  private func html(_ text: String) -> String {
    let body = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .split(separator: "\n\n").map { "<p>\($0.replacing("\n", with: "<br>"))</p>" }
      .joined(separator: "\n")
    return "<html><head><style>p { margin: 0 }</style></head><body>\n\(body)\n</body></html>"
  }

  private func alternative(_ text: String, _ charset: MailWords.Charset) -> String {
    multipart(
      "alternative",
      [
        part(text, "text/plain", charset, .quotedPrintable),
        part(html(text), "text/html", charset, .quotedPrintable),
      ])
  }

  private func withPhotograph(_ text: String, _ charset: MailWords.Charset) -> String {
    let name = MailWords.encoded("bild från \(tip.sighting.place.name).jpg", .utf8)
    // The first bytes of any JPEG file; no picture is needed where none is stored.
    let bytes = Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10] + "JFIF".utf8 + [0xFF, 0xD9])
    let photograph =
      "Content-Type: image/jpeg; name=\"\(name)\"\n"
      + "Content-Disposition: attachment; filename=\"\(name)\"\n"
      + "Content-Transfer-Encoding: base64\n\n" + bytes.base64EncodedString() + "\n"
    return multipart("mixed", [part(text, "text/plain", charset, .quotedPrintable), photograph])
  }

  private func multipart(_ kind: String, _ parts: [String]) -> String {
    let boundary = "=_demo_\(key)"
    return "Content-Type: multipart/\(kind); boundary=\"\(boundary)\"\n\n"
      + parts.map { "--\(boundary)\n\($0)\n" }.joined() + "--\(boundary)--\n"
  }

  private enum Transfer: String {
    case quotedPrintable = "quoted-printable"
    case base64
  }

  private func part(
    _ text: String, _ type: String, _ charset: MailWords.Charset, _ transfer: Transfer
  ) -> String {
    let charset = charset.holds(text) ? charset : .utf8
    let data = charset.data(text)
    let body =
      switch transfer {
      case .quotedPrintable: MailWords.quotedPrintable(data)
      case .base64: MailWords.folded(data.base64EncodedString(), at: 76)
      }
    return "Content-Type: \(type); charset=\(charset.rawValue)\n"
      + "Content-Transfer-Encoding: \(transfer.rawValue)\n\n\(body)\n"
  }

  private func crlf(_ text: String) -> [UInt8] {
    Array(text.replacing("\n", with: "\r\n").utf8)
  }
}
