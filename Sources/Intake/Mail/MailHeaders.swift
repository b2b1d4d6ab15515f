import CGMime
import Glibc
import TextSafety

/// The headers of a message, decoded.
struct MailHeaders {
  private let message: OpaquePointer

  init(_ message: OpaquePointer) {
    self.message = message
  }

  /// A header unfolded and decoded.
  func text(_ name: String) -> String? {
    guard let text = cgm_header_text(message, name) else { return nil }
    defer { cgm_free(text) }
    return String(cString: text)
  }

  /// A header with addresses.
  enum AddressField: String, CaseIterable {
    case from = "From"
    case replyTo = "Reply-To"
    case to = "To"

    fileprivate var code: cgm_address_field {
      switch self {
      case .from: CGM_FROM
      case .replyTo: CGM_REPLY_TO
      case .to: CGM_TO
      }
    }
  }

  /// The mailboxes; what cannot be read as addresses at all is one name without an address.
  func addresses(_ field: AddressField) -> [MailAddress] {
    let found = mailboxes(field)
    guard found.isEmpty, let text = text(field.rawValue), !UntrustedText(text).isBlank else {
      return found
    }
    return [MailAddress(name: UntrustedText(text), address: "")]
  }

  private func mailboxes(_ field: AddressField) -> [MailAddress] {
    var found: [MailAddress] = []
    withUnsafeMutablePointer(to: &found) { list in
      cgm_addresses(message, field.code, MailLimits.addresses, list) { context, name, address in
        guard let list = context?.assumingMemoryBound(to: [MailAddress].self) else { return }
        list.pointee.append(
          MailAddress(
            name: UntrustedText(name.map { String(cString: $0) } ?? ""),
            address: UntrustedText(address.map { String(cString: $0) } ?? "")))
      }
    }
    return found
  }

  /// What stands between the angle brackets, or the whole; nil over 998 bytes (RFC 5322 2.1.1).
  var messageID: String? {
    guard let raw = raw("Message-ID") else { return nil }
    var name = raw[...]
    if let open = name.firstIndex(of: UInt8(ascii: "<")) {
      name = name[(open + 1)...]
      if let close = name.firstIndex(of: UInt8(ascii: ">")) { name = name[..<close] }
    }
    let kept = name.filter { $0 > 0x20 && $0 != 0x7F }
    guard !kept.isEmpty, kept.count <= 998 else { return nil }
    return String(decoding: kept, as: UTF8.self)
  }

  var sentAt: Int64? { raw("Date").flatMap(Self.date) }

  /// RFC 5321 4.4: the date stands after the last semicolon; each server adds its line on top.
  var deliveredAt: Int64? {
    guard let raw = raw("Received"), let mark = raw.lastIndex(of: UInt8(ascii: ";")) else {
      return nil
    }
    return Self.date(Array(raw[(mark + 1)...]))
  }

  var defects: [MailDefect] {
    var found: [MailDefect] = []
    for name in ["From", "Reply-To", "To", "Subject"] {
      guard let raw = raw(name) else { continue }
      if String(validating: raw, as: UTF8.self) == nil { found.append(.rawBytesInHeader(name)) }
      if let text = text(name), Self.hasEncodedWord(text) { found.append(.undecodedHeader(name)) }
    }
    for field in AddressField.allCases {
      if mailboxes(field).isEmpty && !addresses(field).isEmpty {
        found.append(.unreadableAddress(field.rawValue))
      }
    }
    if raw("Date") != nil && sentAt == nil { found.append(.unreadableDate) }
    return found
  }

  private func raw(_ name: String) -> [UInt8]? {
    cgm_header_raw(message, name).map { text in
      Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
  }

  private static func date(_ bytes: [UInt8]) -> Int64? {
    var milliseconds: Int64 = 0
    let text = String(decoding: bytes, as: UTF8.self)
    return cgm_parse_date(text, &milliseconds) ? milliseconds : nil
  }

  private static func hasEncodedWord(_ text: String) -> Bool {
    guard let start = text.firstRange(of: "=?") else { return false }
    return text[start.upperBound...].contains("?=")
  }
}
