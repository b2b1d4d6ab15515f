import Foundation
import Testing

/// A text file beside the tests that says in full what must hold.
struct Table {
  let text: String
  private let name: String

  init(_ name: String, source: String = #filePath) throws {
    self.name = name
    let folder = URL(filePath: source).deletingLastPathComponent().appending(path: "Tables")
    text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The lines' parts between bars, without comments and empty lines.
  var rows: [[String]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// Expects the file to say exactly that, and shows the first line that differs.
  func expect(_ actual: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard actual != text else { return }
    let wanted = text.components(separatedBy: "\n")
    let found = actual.components(separatedBy: "\n")
    let line = zip(wanted, found).prefix { $0 == $1 }.count
    let old = line < wanted.count ? wanted[line] : "(end)"
    let new = line < found.count ? found[line] : "(end)"
    Issue.record(
      "\(name):\(line + 1)\n  expected: \(old)\n  found:    \(new)\n\nin full:\n\(actual)",
      sourceLocation: sourceLocation)
  }
}
