import TextSafety

/// The first paragraph of a message, sorted into headers, what is no header, and a body that
/// began without the empty line before it.
struct HeaderBlock {
  /// Whether at least one field of a mail header is there.
  private(set) var isMail = false
  /// The fields with their folded lines, without NUL bytes.
  private(set) var headers: [UInt8] = []
  /// Lines after the last field; everything where there is no field of a mail header.
  private(set) var body: [UInt8] = []
  private(set) var announces: Announcement = []
  private(set) var defects: [MailDefect] = []

  init(_ block: [UInt8]) {
    let lines = block.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    guard let lastKnown = lines.lastIndex(where: Self.isKnownHeader) else {
      body = block
      return
    }
    isMail = true
    if block.contains(0) { defects.append(.nulBytes) }
    var isInField = false
    for (index, line) in lines.enumerated() {
      if Self.isHeader(line) {
        isInField = true
      } else if isInField && Self.isFolded(line) {
        // Belongs to the field above.
      } else if index < lastKnown {
        isInField = false
        let start = String(decoding: line.prefix(200), as: UTF8.self)
        if defects.count < MailLimits.defects {
          defects.append(.strayHeaderLine(UntrustedText(start)))
        }
        continue
      } else {
        defects.append(.noLineBeforeBody)
        body = Array(lines[index...].joined(separator: [UInt8(ascii: "\n")]))
        break
      }
      announces.formUnion(Self.announcement(line))
      headers.append(contentsOf: line.lazy.filter { $0 != 0 })
      headers.append(UInt8(ascii: "\n"))
    }
  }

  private static let knownFields: Set<String> = [
    "bcc", "cc", "content-disposition", "content-transfer-encoding", "content-type", "date",
    "delivered-to", "from", "message-id", "mime-version", "received", "reply-to", "return-path",
    "sender", "subject", "to", "x-mailer",
  ]

  /// Whether a line begins with a field that mail has.
  static func isKnownHeader(_ line: ArraySlice<UInt8>) -> Bool {
    guard let name = fieldName(line.prefix(64)) else { return false }
    return knownFields.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  /// Whether a line begins with a name and a colon.
  static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    fieldName(line.prefix(256)) != nil
  }

  static func isHeaderOrFolded(_ line: ArraySlice<UInt8>) -> Bool {
    isFolded(line) || isHeader(line)
  }

  /// What a content type says that follows.
  struct Announcement: OptionSet {
    let rawValue: Int
    /// Another message's headers.
    static let message = Announcement(rawValue: 1)
    /// Parts with boundaries between them.
    static let multipart = Announcement(rawValue: 2)
  }

  /// Looks at one line of headers, which may be folded.
  static func announcement(_ line: ArraySlice<UInt8>) -> Announcement {
    guard line.contains(UInt8(ascii: "/")) else { return [] }
    let text = String(decoding: line.prefix(256), as: UTF8.self).lowercased()
    var found: Announcement = []
    if text.contains("message/") || text.contains("multipart/digest") { found.insert(.message) }
    if text.contains("multipart/") { found.insert(.multipart) }
    return found
  }

  private static func isFolded(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t")
  }

  /// RFC 5322 2.2: printable characters up to the colon; old mailers put space before it.
  private static func fieldName(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return nil
    }
    var name = line[..<colon]
    while let last = name.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
      name = name.dropLast()
    }
    guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return name
  }
}
