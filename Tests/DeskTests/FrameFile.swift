import Foundation
import Testing

/// Compares a screen with the text file beside the tests that holds it. With the environment's
/// SAMJOUR_WRITE_FRAMES set, writes the files instead and fails, so that nobody commits unseen.
func expectFrame(
  _ screen: String, _ name: String, file: String = #filePath,
  location: SourceLocation = #_sourceLocation
) throws {
  let url = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Frames/\(name).txt")
  if ProcessInfo.processInfo.environment["SAMJOUR_WRITE_FRAMES"] != nil {
    try Data((screen + "\n").utf8).write(to: url)
    Issue.record("wrote \(name)", sourceLocation: location)
    return
  }
  let expected = try String(contentsOf: url, encoding: .utf8)
  guard expected != screen + "\n" else { return }
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = screen.split(separator: "\n", omittingEmptySubsequences: false)
  let index = (0..<max(old.count, new.count)).first {
    $0 >= old.count || $0 >= new.count || old[$0] != new[$0]
  }
  Issue.record(
    """
    \(name) differs from line \((index ?? 0) + 1):
    - \(index.flatMap { old.indices.contains($0) ? String(old[$0]) : nil } ?? "")
    + \(index.flatMap { new.indices.contains($0) ? String(new[$0]) : nil } ?? "")
    \(screen)
    """, sourceLocation: location)
}
