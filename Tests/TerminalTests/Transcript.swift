import Foundation
import Testing

/// Compares a text in full with the file of that name in the folder Expected.
func expectTranscript(
  _ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Expected/\(name).txt")
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(text + "\n" == expected, "\n\(text)", sourceLocation: sourceLocation)
}
