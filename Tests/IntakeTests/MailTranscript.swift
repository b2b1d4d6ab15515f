import Foundation
import Intake
import TextSafety

/// What was read of a mail, as text that can be kept beside the mail and compared.
enum MailTranscript {
  /// The transcript of everything in the bytes, or of the error.
  static func of(_ bytes: [UInt8]) -> String {
    do throws(MailError) {
      return try MailReader.read(bytes: bytes).map(of).joined(separator: "\n")
    } catch {
      return "error: \(error.message(swedish: true))\n"
    }
  }

  private static func of(_ mail: IncomingMail) -> String {
    var lines = ["message-id: \(mail.messageID.map(visible) ?? "-")"]
    lines += mail.from.map { "from: \(visible($0.name.raw)) <\(visible($0.address.raw))>" }
    lines += mail.replyTo.map { "reply-to: \(visible($0.name.raw)) <\(visible($0.address.raw))>" }
    lines += mail.to.map { "to: \(visible($0.name.raw)) <\(visible($0.address.raw))>" }
    lines.append("subject: \(visible(mail.subject.raw))")
    lines.append("sent: \(time(mail.sentAt))")
    lines.append("delivered: \(time(mail.deliveredAt))")
    if mail.isTruncated { lines.append("truncated") }
    lines += mail.attachments.map {
      "attachment: \(visible($0.name.raw)) \($0.contentType) \($0.size)"
    }
    lines += mail.defects.map { "defect: \(name($0))" }
    lines += mail.text.raw.split(separator: "\n", omittingEmptySubsequences: false).map {
      "| \(visible(String($0)))"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The case and its values, so that the words may be bettered without touching transcripts.
  private static func name(_ defect: MailDefect) -> String {
    switch defect {
    case .strayHeaderLine(let line): "strayHeaderLine \(visible(line.raw))"
    case .unknownCharset(let name): "unknownCharset \(visible(name.raw))"
    default: "\(defect)"
    }
  }

  private static func time(_ milliseconds: Int64?) -> String {
    guard let milliseconds else { return "-" }
    return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      .formatted(.iso8601)
  }

  /// Control, invisible and combining characters as `\u{…}`, so that the transcript is harmless.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator, .nonspacingMark, .enclosingMark:
        "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }.joined()
  }
}
