import CGMime
import Glibc
import TextSafety

/// Makes an ``IncomingMail`` of one message's bytes.
struct MailInterpreter {
  private var body = MailText()
  private var attachments: [MailAttachment] = []
  private var defects: [MailDefect]
  private var partsSeen = 0

  static func interpret(_ raw: RawMail) throws(MailError) -> IncomingMail {
    do throws(ReadFailure) {
      let message = try raw.spool.parse()
      return withExtendedLifetime((raw.spool, message)) {
        var interpreter = MailInterpreter(defects: raw.defects)
        return interpreter.read(message, fallbackKey: raw.fallbackKey)
      }
    } catch {
      throw .io(errno: error.errno)
    }
  }

  private init(defects: [MailDefect]) {
    self.defects = defects
  }

  private mutating func read(_ message: ParsedMessage?, fallbackKey: String) -> IncomingMail {
    var mail = IncomingMail(
      messageID: nil, fallbackKey: fallbackKey, from: [], replyTo: [], to: [], subject: "",
      sentAt: nil, deliveredAt: nil, text: "", isTruncated: false, attachments: [], defects: [])
    if let message, let root = message.root {
      let headers = MailHeaders(root)
      mail.messageID = headers.messageID
      mail.from = headers.addresses(.from)
      mail.replyTo = headers.addresses(.replyTo)
      mail.to = headers.addresses(.to)
      mail.subject = UntrustedText(headers.text("Subject") ?? "")
      mail.sentAt = headers.sentAt
      mail.deliveredAt = headers.deliveredAt
      headers.defects.forEach { note($0) }
      if let content = cgm_child(root, 0) { readPart(content, depth: 0, isRoot: true) }
      noteParserWarnings(message.warnings)
    }
    mail.text = UntrustedText(body.finished)
    mail.isTruncated = body.omittedBytes > 0
    mail.attachments = attachments
    mail.defects = defects
    return mail
  }

  private mutating func note(_ defect: MailDefect) {
    guard defects.count < MailLimits.defects, !defects.contains(defect) else { return }
    defects.append(defect)
  }

  private mutating func noteParserWarnings(_ warnings: UInt32) {
    if warnings & CGM_WARNING_NO_BOUNDARY.rawValue != 0 { note(.noBoundary) }
    if warnings & CGM_WARNING_CUT_SHORT.rawValue != 0 { note(.cutShort) }
    if warnings & CGM_WARNING_TOO_DEEP.rawValue != 0 { note(.tooDeep) }
    if warnings & CGM_WARNING_CONFLICTING.rawValue != 0 { note(.conflictingHeaders) }
  }

  // MARK: Parts

  /// Reads a part and those inside it; the depth bounds the recursion.
  private mutating func readPart(_ part: OpaquePointer, depth: Int, isRoot: Bool = false) {
    guard depth <= MailLimits.depth else { return note(.tooDeep) }
    guard partsSeen < MailLimits.parts else { return note(.tooManyParts) }
    partsSeen += 1
    switch cgm_object_kind(part) {
    case CGM_KIND_MULTIPART:
      readMultipart(part, depth: depth)
    case CGM_KIND_MESSAGE_PART, CGM_KIND_MESSAGE:
      readForwarded(part, depth: depth)
    default:
      readLeaf(MailLeaf(part), isRoot: isRoot)
    }
  }

  private mutating func readMultipart(_ part: OpaquePointer, depth: Int) {
    let children = (0..<min(cgm_child_count(part), MailLimits.parts)).compactMap {
      cgm_child(part, $0)
    }
    if cgm_child_count(part) > MailLimits.parts { note(.tooManyParts) }
    switch MailLeaf(part).mediaType {
    case "multipart/encrypted":
      noteEncrypted(.pgp)
      children.forEach { attach(MailLeaf($0)) }
    case "multipart/alternative":
      readAlternatives(children, depth: depth)
    default:
      for child in children { readPart(child, depth: depth + 1) }
    }
    if children.isEmpty { readPrologue(part) }
  }

  /// Where no boundary was found, everything stands before the first part.
  private mutating func readPrologue(_ part: OpaquePointer) {
    guard let prologue = cgm_prologue(part) else { return }
    let length = strlen(prologue)
    let kept = UnsafeRawBufferPointer(start: prologue, count: min(length, MailLimits.sourceBytes))
    body.append(
      PlainTextLayout.tidy(DecodedText(Array(kept), charset: nil).text).text,
      unread: Int64(length - kept.count))
  }

  /// The plain text if it says anything, else the richest version, which comes last.
  private mutating func readAlternatives(_ children: [OpaquePointer], depth: Int) {
    let plain = children.first { child in
      let leaf = MailLeaf(child)
      return leaf.textKind == .plain && !leaf.text(limit: 4_096).text.allSatisfy(\.isWhitespace)
    }
    let chosen = plain ?? children.last { Self.holdsText($0, depth: depth + 1) }
    for child in children {
      if child == chosen {
        readPart(child, depth: depth + 1)
      } else {
        readAttachments(of: child, depth: depth + 1)
      }
    }
  }

  private static func holdsText(_ part: OpaquePointer, depth: Int) -> Bool {
    guard depth <= MailLimits.depth else { return false }
    switch cgm_object_kind(part) {
    case CGM_KIND_MULTIPART:
      return (0..<min(cgm_child_count(part), 20)).contains { index in
        cgm_child(part, index).map { holdsText($0, depth: depth + 1) } ?? false
      }
    case CGM_KIND_LEAF: return MailLeaf(part).textKind != nil
    default: return false
    }
  }

  /// Of a version that was not chosen, only what is not text counts.
  private mutating func readAttachments(of part: OpaquePointer, depth: Int) {
    guard depth <= MailLimits.depth, partsSeen < MailLimits.parts else { return }
    partsSeen += 1
    switch cgm_object_kind(part) {
    case CGM_KIND_MULTIPART:
      for index in 0..<min(cgm_child_count(part), MailLimits.parts) {
        if let child = cgm_child(part, index) { readAttachments(of: child, depth: depth + 1) }
      }
    case CGM_KIND_LEAF:
      let leaf = MailLeaf(part)
      if leaf.textKind == nil { attach(leaf) }
    default: break
    }
  }

  private mutating func readForwarded(_ part: OpaquePointer, depth: Int) {
    let isMessage = cgm_object_kind(part) == CGM_KIND_MESSAGE
    guard let message = isMessage ? part : cgm_child(part, 0) else { return }
    let headers = MailHeaders(message)
    var lines = ["Vidarebefordrat meddelande:"]
    let senders = headers.addresses(.from).map { sender in
      sender.name.isBlank ? sender.address.raw : "\(sender.name.raw) <\(sender.address.raw)>"
    }
    if !senders.isEmpty { lines.append("Från: " + senders.joined(separator: ", ")) }
    if let subject = headers.text("Subject") { lines.append("Ämne: " + subject) }
    // A line end in a decoded header must not look like another line of the message.
    let heading = lines.map { line in
      String(line.map { $0.isNewline ? " " : $0 })
    }
    body.append(heading.joined(separator: "\n"), unread: 0)
    headers.defects.forEach { note($0) }
    if let content = cgm_child(message, 0) { readPart(content, depth: depth + 1) }
  }

  private mutating func readLeaf(_ leaf: MailLeaf, isRoot: Bool) {
    if leaf.isEnvelopedSMIME {
      noteEncrypted(.smime)
      attach(leaf)
      return
    }
    guard let kind = leaf.textKind(isRoot: isRoot) else { return attach(leaf) }
    let content = leaf.text(limit: MailLimits.sourceBytes)
    if content.isBroken { note(.brokenBase64) }
    if let defect = content.defect { note(defect) }
    let tidied = PlainTextLayout.tidy(content.text)
    if tidied.hadNUL { note(.nulBytes) }
    switch kind {
    case .plain:
      if tidied.text.hasPrefix("-----BEGIN PGP MESSAGE-----") { note(.encrypted(.pgp)) }
      let isFlowed = leaf.parameter("format")?.lowercased() == "flowed"
      let deletesSpace = leaf.parameter("delsp")?.lowercased() == "yes"
      body.append(
        isFlowed
          ? PlainTextLayout.joinFlowed(tidied.text, deletesSpace: deletesSpace) : tidied.text,
        unread: content.unread)
    case .html:
      let html = HTMLPlainText(tidied.text, limit: MailLimits.textBytes)
      if html.isTooDeep { note(.markupTooDeep) }
      body.append(
        PlainTextLayout.tidy(html.text).text, unread: content.unread + Int64(html.omittedBytes))
    }
  }

  private mutating func noteEncrypted(_ kind: MailEncryption) {
    note(.encrypted(kind))
    body.append(
      "[Meddelandet är krypterat (\(kind.rawValue)) och kan inte läsas här.]", unread: 0)
  }

  private mutating func attach(_ leaf: MailLeaf) {
    let content = leaf.content(keep: 0)
    if content.isBroken { note(.brokenBase64) }
    attachments.append(
      MailAttachment(
        name: UntrustedText(leaf.fileName ?? ""), contentType: leaf.mediaType,
        size: Int(content.total)))
  }
}
