/// The text of a message as it is put together from its parts, never more than
/// ``MailLimits/textBytes``.
struct MailText {
  private(set) var omittedBytes: Int64 = 0
  private var bytes: [UInt8] = []

  /// Room for more, in bytes.
  var room: Int { max(MailLimits.textBytes - bytes.count, 0) }

  /// Adds a part's text under an empty line. `unread` bytes of the part were not decoded at all.
  mutating func append(_ text: String, unread: Int64) {
    omittedBytes += unread
    guard !text.isEmpty else { return }
    let gap: [UInt8] = bytes.isEmpty ? [] : [0x0A, 0x0A]
    guard omittedBytes == unread, room > gap.count else {
      omittedBytes += Int64(text.utf8.count)
      return
    }
    bytes.append(contentsOf: gap)
    let kept = Self.prefix(of: text, bytes: room)
    bytes.append(contentsOf: kept)
    omittedBytes += Int64(text.utf8.count - kept.count)
  }

  /// The whole text, with a last line that says what was cut.
  var finished: String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard omittedBytes > 0 else { return text }
    return text + "\n[… avkortat: \(omittedBytes) byte till i meddelandet]"
  }

  /// As much as fits without cutting a character in two.
  private static func prefix(of text: String, bytes limit: Int) -> Substring.UTF8View {
    guard text.utf8.count > limit else { return text[...].utf8 }
    let cut = text.utf8.index(text.utf8.startIndex, offsetBy: limit)
    let whole = text.unicodeScalars.index(before: text.unicodeScalars.index(after: cut))
    return text[..<min(whole, cut)].utf8
  }
}
