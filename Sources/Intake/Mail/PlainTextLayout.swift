/// Line ends, blank edges and format=flowed (RFC 3676) of a plain text body.
enum PlainTextLayout {
  /// Line feeds only, and no blank lines at either end. NUL becomes U+FFFD.
  static func tidy(_ text: String) -> (text: String, hadNUL: Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var hadNUL = false
    var afterReturn = false
    for byte in text.utf8 {
      switch byte {
      case 0:
        hadNUL = true
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "\n") where afterReturn: break
      default: bytes.append(byte)
      }
      afterReturn = byte == UInt8(ascii: "\r")
    }
    return (String(decoding: trim(bytes[...]), as: UTF8.self), hadNUL)
  }

  /// Without blank lines at the start and white space at the end.
  static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let last = rest.last, last <= 0x20, last != 0x1B { rest = rest.dropLast() }
    while let lineEnd = rest.firstIndex(of: UInt8(ascii: "\n")),
      rest[..<lineEnd].allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
    {
      rest = rest[(lineEnd + 1)...]
    }
    return rest
  }

  /// Joins flowed lines: a line that ends in a space goes on in the next of the same quote depth.
  static func joinFlowed(_ text: String, deletesSpace: Bool) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count)
    var openDepth: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var content = line.unicodeScalars[...]
      let depth = content.prefix { $0 == ">" }.count
      content = content.dropFirst(depth)
      if content.first == " " { content = content.dropFirst() }
      let isSignature = String(content) == "-- "
      if openDepth == depth && !isSignature {
        output.unicodeScalars.append(contentsOf: content)
      } else {
        if !output.isEmpty || openDepth != nil || line.startIndex > text.startIndex {
          output.append("\n")
        }
        if depth > 0 { output.append(String(repeating: ">", count: depth) + " ") }
        output.unicodeScalars.append(contentsOf: content)
      }
      let flows = content.last == " " && !isSignature
      if flows && deletesSpace { output.unicodeScalars.removeLast() }
      openDepth = flows ? depth : nil
    }
    return output
  }
}
