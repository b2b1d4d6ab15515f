import Casework
import Foundation
import TextSafety

/// A file named on the command line, or standard input.
final class InputFile: Sendable {
  /// The name as it was given; nil for standard input.
  let name: String?
  /// To read from.
  let descriptor: Int32

  /// Opens a file; "-" is standard input. Throws a ``Complaint`` that says why it can't be read.
  init(_ name: String?) throws {
    guard let name, name != "-" else {
      self.name = nil
      descriptor = STDIN_FILENO
      return
    }
    self.name = name
    descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(name, String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw Self.unreadable(name, String(cString: strerror(EISDIR)))
    }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// What begins a complaint about this input: its name, where it has one.
  var prefix: String { name.map { SafeText($0, limit: 200).string + ": " } ?? "" }

  /// Tells a person who typed the command that it waits for them.
  func hintIfTyped(_ language: Casework.Language) {
    guard isatty(descriptor) == 1 else { return }
    Output.complain(
      Phrase(
        sv: "läser från tangentbordet; avsluta med Ctrl-D på en tom rad",
        en: "reading from the keyboard; end with Ctrl-D on an empty line")[language])
  }

  private static func unreadable(_ name: String, _ reason: String) -> Complaint {
    Complaint(
      .inputOutput,
      Phrase(
        sv: "\(name): går inte att läsa (\(reason)); inget därifrån är sparat",
        en: "\(name): cannot be read (\(reason)); nothing from it is saved"))
  }
}
