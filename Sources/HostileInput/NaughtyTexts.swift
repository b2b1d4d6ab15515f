import Foundation

/// Texts that have made trouble somewhere, in `Tests/HostileInputTests/naughty.txt`: a JSON string a
/// line, with their categories as comments.
public enum NaughtyTexts {
  /// The text fields of a tip that a person fills in.
  public static let tipFields = [
    "acute", "place", "duration", "childNow", "ifNothing", "cautions", "language", "reporterName",
    "reporterPhone", "reporterEmail", "reporterCategory", "enclosures",
  ]

  /// All of them, in the order of the file. Throws where it can't be read.
  public static func all(in file: URL) throws -> [String] {
    let decoder = JSONDecoder()
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("\"") }
      .map { try decoder.decode(String.self, from: Data($0.utf8)) }
  }

  /// All of them, for a test file in a folder beside that of the texts.
  public static func all(besideFolderOf file: String) throws -> [String] {
    let tests = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    return try all(in: tests.appending(path: "HostileInputTests/naughty.txt"))
  }
}
