import Foundation
import Testing

/// A text file beside the tests that says in full what must hold.
struct Table {
  let text: String
  private let name: String
  private let url: URL

  init(_ name: String, source: String = #filePath) throws {
    self.name = name
    url = URL(filePath: source).deletingLastPathComponent().appending(path: "Tables/\(name)")
    text = try String(contentsOf: url, encoding: .utf8)
  }

  /// The lines' parts between bars, without comments and empty lines.
  var rows: [[String]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// Expects the file to say exactly that, and shows the first line that differs. With the
  /// environment's SAMJOUR_WRITE_FRAMES set, writes the file instead and fails, so that nobody commits
  /// unseen.
  func expect(_ actual: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard actual != text else { return }
    if ProcessInfo.processInfo.environment["SAMJOUR_WRITE_FRAMES"] != nil {
      let isWritten = (try? Data(actual.utf8).write(to: url)) != nil
      Issue.record("\(isWritten ? "wrote" : "can't write") \(name)", sourceLocation: sourceLocation)
      return
    }
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
