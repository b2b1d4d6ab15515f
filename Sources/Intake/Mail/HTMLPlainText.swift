import CGMime

/// Plain text of an HTML body: what a reader would see, with the addresses behind links.
struct HTMLPlainText {
  /// The text; no more than the limit it was made with.
  private(set) var text = ""
  /// Bytes of text after the limit.
  private(set) var omittedBytes = 0
  /// Whether elements were nested so deep that reading stopped.
  private(set) var isTooDeep = false

  /// Reads HTML, however broken, and keeps `limit` bytes of text.
  init(_ html: String, limit: Int) {
    let writer = HTMLTextWriter(limit: limit)
    var events = cgm_html_events()
    events.context = Unmanaged.passUnretained(writer).toOpaque()
    events.start = { context, name, attributes in
      guard let context, let name else { return true }
      let writer = Unmanaged<HTMLTextWriter>.fromOpaque(context).takeUnretainedValue()
      return writer.start(String(cString: name), HTMLAttributes(attributes))
    }
    events.end = { context, name in
      guard let context, let name else { return }
      Unmanaged<HTMLTextWriter>.fromOpaque(context).takeUnretainedValue()
        .end(String(cString: name))
    }
    events.text = { context, bytes, length in
      guard let context else { return }
      Unmanaged<HTMLTextWriter>.fromOpaque(context).takeUnretainedValue()
        .text(UnsafeBufferPointer(start: bytes, count: length))
    }
    // NUL ends the parser's input.
    let bytes = html.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
    withExtendedLifetime(writer) {
      bytes.withUnsafeBufferPointer { cgm_html_read($0.baseAddress, $0.count, &events) }
    }
    text = String(decoding: writer.output, as: UTF8.self)
    omittedBytes = writer.omittedBytes
    isTooDeep = writer.isTooDeep
  }
}

/// The attributes of one element, found by name without copying the others.
struct HTMLAttributes {
  private let pairs: UnsafePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafePointer<UnsafePointer<CChar>?>?) {
    self.pairs = pairs
  }

  /// The value; "" for an attribute without one, nil where it is not there. The parser gives
  /// names in lower case.
  subscript(name: String) -> String? {
    guard var pair = pairs else { return nil }
    while let key = pair.pointee {
      if String(cString: key) == name {
        return pair.advanced(by: 1).pointee.map { String(cString: $0) } ?? ""
      }
      pair = pair.advanced(by: 2)
    }
    return nil
  }
}

/// Turns the parser's events into lines of text.
private final class HTMLTextWriter {
  private struct Element {
    var name: String
    var hides: Bool
    /// The link and where its text begins.
    var link: (address: String, start: Int)?
  }

  private static let hidden: Set<String> = [
    "script", "style", "head", "title", "template", "svg", "iframe", "object", "noframes",
  ]
  private static let paragraphs: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table", "hr",
  ]
  private static let lines: Set<String> = [
    "div", "li", "tr", "dt", "dd", "section", "article", "header", "footer", "address", "form",
    "fieldset", "center", "caption", "main", "nav", "aside", "figure", "option",
  ]

  private(set) var output: [UInt8] = []
  private(set) var omittedBytes = 0
  private(set) var isTooDeep = false

  private let limit: Int
  private var elements: [Element] = []
  private var hiding = 0
  private var preformatted = 0
  private var pendingLineEnds = 0
  private var pendingSpace = false

  init(limit: Int) {
    self.limit = limit
  }

  func start(_ name: String, _ attributes: HTMLAttributes) -> Bool {
    if elements.count >= MailLimits.markupDepth {
      isTooDeep = true
      return false
    }
    var element = Element(name: name, hides: Self.hidden.contains(name) || isHidden(attributes))
    if element.hides { hiding += 1 }
    if hiding == 0 {
      breakLine(name)
      switch name {
      case "br": pendingLineEnds = min(pendingLineEnds + 1, 2)
      case "td", "th": pendingSpace = true
      case "li": write("- ".utf8)
      case "pre": preformatted += 1
      case "img":
        if let alt = attributes["alt"] {
          let words = alt.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          if !words.isEmpty { write("[\(words)]".utf8) }
        }
      case "a":
        if let address = attributes["href"].flatMap(Self.shownAddress) {
          element.link = (address, output.count)
        }
      default: break
      }
    }
    elements.append(element)
    return true
  }

  func end(_ name: String) {
    guard let index = elements.lastIndex(where: { $0.name == name }) else { return }
    while elements.count > index, let element = elements.popLast() {
      if hiding == 0 {
        if let link = element.link { close(link) }
        if element.name == "pre" { preformatted -= 1 }
        breakLine(element.name)
      }
      if element.hides { hiding -= 1 }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard hiding == 0 else { return }
    if preformatted > 0 {
      write(bytes.lazy.filter { $0 != UInt8(ascii: "\r") })
      return
    }
    var word = bytes.startIndex
    var index = word
    while index < bytes.endIndex {
      let width = Self.spaceWidth(bytes, at: index)
      if width == 0 {
        index += 1
        continue
      }
      if word < index { write(bytes[word..<index]) }
      pendingSpace = true
      index += width
      word = index
    }
    if word < bytes.endIndex { write(bytes[word...]) }
  }

  /// White space and the no-break space, which mailers use for layout.
  private static func spaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
    if byte == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xA0 { return 2 }
    return 0
  }

  private func isHidden(_ attributes: HTMLAttributes) -> Bool {
    if attributes["hidden"] != nil { return true }
    guard let style = attributes["style"] else { return false }
    let rules = style.lowercased().filter { !$0.isWhitespace }
    return rules.contains("display:none") || rules.contains("visibility:hidden")
  }

  private func breakLine(_ name: String) {
    if Self.paragraphs.contains(name) {
      pendingLineEnds = 2
    } else if Self.lines.contains(name) {
      pendingLineEnds = max(pendingLineEnds, 1)
    }
  }

  private func close(_ link: (address: String, start: Int)) {
    guard link.start <= output.count else { return }
    let shown = PlainTextLayout.trim(output[link.start...]).drop { $0 <= 0x20 }
    if shown.elementsEqual(link.address.utf8) { return }
    pendingSpace = !shown.isEmpty
    write("<\(link.address)>".utf8)
  }

  /// The address worth reading, at most 2,000 bytes; nil for scripts, anchors and embedded data.
  private static func shownAddress(_ address: String) -> String? {
    let trimmed = address.filter { !$0.isWhitespace }
    let lower = trimmed.prefix(8).lowercased()
    guard trimmed.utf8.count <= 2_000 else { return nil }
    if lower.hasPrefix("mailto:") { return String(trimmed.dropFirst(7)) }
    if lower.hasPrefix("tel:") { return String(trimmed.dropFirst(4)) }
    let isWeb = lower.hasPrefix("http://") || lower.hasPrefix("https://")
    return isWeb ? trimmed : nil
  }

  private func write(_ bytes: some Sequence<UInt8>) {
    if !output.isEmpty && pendingLineEnds > 0 {
      for _ in 0..<pendingLineEnds { put(UInt8(ascii: "\n")) }
    } else if pendingSpace, let last = output.last, last != UInt8(ascii: "\n"), last != 0x20 {
      put(UInt8(ascii: " "))
    }
    pendingLineEnds = 0
    pendingSpace = false
    for byte in bytes { put(byte) }
  }

  private func put(_ byte: UInt8) {
    if output.count < limit { output.append(byte) } else { omittedBytes += 1 }
  }
}
