import CGMime
import TextSafety

/// Takes one message's lines: checks the headers, bounds what follows, takes the digest.
final class RawMailWriter {
  private enum State {
    /// In the message's headers, which are kept until they are complete.
    case head
    /// Where a part's headers may stand; they are bounded, too.
    case partHead(bytes: Int, announces: HeaderBlock.Announcement)
    case body
  }

  private static let lineFeed = UInt8(ascii: "\n")

  private let unescapesFromLines: Bool
  private let spool = MessageSpool()
  private var digest: OpaquePointer?
  /// Line ends not yet in the digest, because those at the end do not count.
  private var heldLineEnds: [UInt8] = []
  private var state = State.head
  private var head: [UInt8] = []
  private var headLineBytes = 0
  /// Set once the headers are full, so that they are not looked through again for each line.
  private var overlongHeadIsMail: Bool?
  private var dropped = 0
  private var isDropping = false
  private var boundaries = 0
  /// How much more may follow where no part's content is; nil inside a part.
  private var hiddenRoom: Int?
  private var hiddenBytesDropped = 0
  private var scanned = 0
  private var hasContent = false
  private var looksLikeMail = false
  private var defects: [MailDefect] = []

  init(unescapesFromLines: Bool) {
    self.unescapesFromLines = unescapesFromLines
    digest = cgm_digest_new()
  }

  deinit { cgm_digest_free(digest) }

  func note(_ defect: MailDefect) {
    if !defects.contains(defect) { defects.append(defect) }
  }

  func add(_ segment: Segment) throws(ReadFailure) {
    addToDigest(segment.bytes)
    var segment = segment
    if unescapesFromLines && segment.startsLine { unescapeFromLine(&segment) }
    if !hasContent {
      hasContent = segment.bytes.contains { $0 > 0x20 }
      if !hasContent && segment.isEmptyLine { return }
    }
    switch state {
    case .head: try addToHead(segment)
    case .partHead, .body: try addToBody(segment)
    }
  }

  /// The message, or nil if there was nothing but white space.
  func finish() throws(ReadFailure) -> RawMail? {
    guard hasContent else { return nil }
    if case .head = state { try endHead(atEmptyLine: false) }
    if dropped > 0 { note(.headersTooLong(bytes: dropped)) }
    if hiddenBytesDropped > 0 { note(.hiddenTextTooLong(bytes: hiddenBytesDropped)) }
    var key = ""
    if let digest, let text = cgm_digest_finish(digest) {
      key = String(cString: text)
      cgm_free(text)
    }
    digest = nil
    return RawMail(
      spool: spool, fallbackKey: key, looksLikeMail: looksLikeMail, defects: defects)
  }

  // MARK: Headers

  private func addToHead(_ segment: Segment) throws(ReadFailure) {
    if segment.isEmptyLine {
      try endHead(atEmptyLine: true)
      return
    }
    if segment.startsLine { headLineBytes = 0 }
    // A field may be cut, but of one that comes too late not even its name is kept.
    let isLate = head.count + segment.bytes.count > MailLimits.headerBytes
    let kept = segment.bytes.prefix(isLate ? 0 : MailLimits.headerFieldBytes - headLineBytes)
    head.append(contentsOf: kept)
    headLineBytes = isLate ? MailLimits.headerFieldBytes : headLineBytes + kept.count
    if kept.count < segment.bytes.count {
      let isMail = overlongHeadIsMail ?? HeaderBlock(head).isMail
      overlongHeadIsMail = isMail
      if !isMail {
        // A long text without an empty line, not headers: nothing of it may be lost.
        try endHead(atEmptyLine: false)
        try addToBody(
          Segment(
            bytes: segment.bytes.dropFirst(kept.count), startsLine: false,
            endsLine: segment.endsLine))
        return
      }
      dropped += segment.bytes.count - kept.count
      if head.last != Self.lineFeed { head.append(Self.lineFeed) }
    }
  }

  private func endHead(atEmptyLine: Bool) throws(ReadFailure) {
    let block = HeaderBlock(head)
    head = []
    guard block.isMail else {
      state = .body
      note(.noHeaders)
      try spool.append("Content-Type: text/plain\n\n".utf8)
      try spool.append(block.body)
      if atEmptyLine { try spool.append([Self.lineFeed]) }
      return
    }
    looksLikeMail = true
    block.defects.forEach(note)
    enterBody(announced: block.announces)
    try spool.append(block.headers)
    try spool.append([Self.lineFeed])
    if !block.body.isEmpty {
      state = .body
      try spool.append(block.body)
      try spool.append(atEmptyLine ? [Self.lineFeed, Self.lineFeed] : [Self.lineFeed])
    }
  }

  // MARK: Body

  private func addToBody(_ segment: Segment) throws(ReadFailure) {
    if !looksLikeMail && scanned < 1 << 16 {
      scanned += segment.bytes.count
      if segment.startsLine && HeaderBlock.isKnownHeader(segment.bytes) { looksLikeMail = true }
    }
    if segment.startsLine {
      isDropping = false
      if segment.bytes.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")]) {
        boundaries += 1
        hiddenRoom = Self.isClosing(segment.bytes) ? MailLimits.sourceBytes : nil
        if boundaries > MailLimits.boundaryLines {
          // One more space in a text of ten thousand such lines does no harm; a part would.
          note(.tooManyParts)
          try spool.append([UInt8(ascii: " ")])
          state = .body
        } else {
          state = .partHead(bytes: 0, announces: [])
        }
        try spool.append(segment.bytes)
        return
      }
    }
    guard case .partHead(let bytes, let announces) = state else {
      try addContent(segment.bytes)
      return
    }
    if segment.isEmptyLine {
      enterBody(announced: announces)
      try spool.append(segment.bytes)
      return
    }
    if segment.startsLine && !HeaderBlock.isHeaderOrFolded(segment.bytes) {
      state = .body
      try spool.append(segment.bytes)
      return
    }
    if isDropping || bytes + segment.bytes.count > MailLimits.headerBytes {
      if !isDropping && !segment.startsLine { try spool.append([Self.lineFeed]) }
      isDropping = true
      dropped += segment.bytes.count
      return
    }
    state = .partHead(
      bytes: bytes + segment.bytes.count,
      announces: announces.union(HeaderBlock.announcement(segment.bytes)))
    try spool.append(segment.bytes.filter { $0 != 0 })
  }

  private func enterBody(announced: HeaderBlock.Announcement) {
    state = announced.contains(.message) ? .partHead(bytes: 0, announces: []) : .body
    if announced.contains(.multipart) { hiddenRoom = MailLimits.sourceBytes }
  }

  /// What stands before a multipart's first part, or after its last, is kept in memory by the
  /// parser, unlike a part's content.
  private func addContent(_ bytes: ArraySlice<UInt8>) throws(ReadFailure) {
    guard let room = hiddenRoom else { return try spool.append(bytes) }
    if bytes.count <= room {
      hiddenRoom = room - bytes.count
      try spool.append(bytes)
    } else {
      // The next boundary must begin a line.
      if room > 0 { try spool.append([Self.lineFeed]) }
      hiddenRoom = 0
      hiddenBytesDropped += bytes.count
    }
  }

  private static func isClosing(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
    return rest.count > 4 && rest.suffix(2).allSatisfy { $0 == UInt8(ascii: "-") }
  }

  // MARK: mbox and digest

  /// mboxrd: a line that begins with `From ` was written with one `>` more.
  private func unescapeFromLine(_ segment: inout Segment) {
    guard segment.bytes.first == UInt8(ascii: ">") else { return }
    let rest = segment.bytes.drop { $0 == UInt8(ascii: ">") }
    if rest.starts(with: Array("From ".utf8)) { segment.bytes = segment.bytes.dropFirst() }
  }

  private func addToDigest(_ bytes: ArraySlice<UInt8>) {
    var content = bytes
    while let last = content.last, last == Self.lineFeed || last == UInt8(ascii: "\r") {
      content = content.dropLast()
    }
    if !content.isEmpty {
      heldLineEnds.withUnsafeBufferPointer { cgm_digest_update(digest, $0.baseAddress, $0.count) }
      heldLineEnds.removeAll(keepingCapacity: true)
      content.withUnsafeBufferPointer { cgm_digest_update(digest, $0.baseAddress, $0.count) }
    }
    // A megabyte of line ends is content by itself.
    if heldLineEnds.count < 1 << 20 { heldLineEnds.append(contentsOf: bytes[content.endIndex...]) }
  }
}
