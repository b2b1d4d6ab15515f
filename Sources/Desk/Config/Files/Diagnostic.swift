import Casework
import TextSafety

/// Something wrong in a configuration file: where, what, and what was meant.
///
/// The words are inert: whatever of the file is quoted has been through ``SafeText``.
public struct Diagnostic: Error, Hashable, Sendable {
  /// The file's name, as it was given.
  public let file: String
  /// The line, from 1; 0 where the file as a whole is meant.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int
  /// What is wrong and what was meant.
  public let message: Phrase

  init(file: String, line: Int = 0, column: Int = 0, _ message: Phrase) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// "keymap.yaml:3:5: what, and what was meant".
  public func text(_ language: Language) -> String {
    let name = SafeText(file, limit: 200).string
    let place = line > 0 ? "\(name):\(line):\(column)" : name
    return "\(place): \(message[language])"
  }
}

/// Gathers what is wrong with one file.
struct ConfigReport {
  /// What is wrong after so much is not told: nobody reads it.
  static let limit = 200

  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: String) {
    self.file = file
  }

  /// Whether nothing more is told.
  var isFull: Bool { diagnostics.count > Self.limit }

  mutating func add(_ place: ConfigPlace, _ message: Phrase) {
    guard !isFull else { return }
    let isLast = diagnostics.count == Self.limit
    let words =
      isLast
      ? Phrase(
        sv: "filen har fler fel än \(Self.limit); de som följer visas inte",
        en: "more than \(Self.limit) things are wrong; those that follow are not told") : message
    diagnostics.append(Diagnostic(file: file, line: place.line, column: place.column, words))
  }

  /// The diagnostics in the order of the file.
  var sorted: [Diagnostic] {
    diagnostics.enumerated()
      .sorted { ($0.1.line, $0.1.column, $0.0) < ($1.1.line, $1.1.column, $1.0) }.map(\.element)
  }
}

/// A place in a file, from line 1 and column 1.
struct ConfigPlace: Hashable, Sendable {
  let line: Int
  let column: Int
}

/// A piece of a file as a message quotes it: inert, short, in Swedish quotation marks.
func quoted(_ text: String) -> String {
  "”\(SafeText(text, limit: 40).string)”"
}

/// The same in English ones.
func englishQuoted(_ text: String) -> String {
  "“\(SafeText(text, limit: 40).string)”"
}
