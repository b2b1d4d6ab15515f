import Casework
import Foundation

/// The text of a configuration file and the name to call it by.
public struct ConfigSource: Hashable, Sendable {
  /// The name that diagnostics give.
  public let name: String
  /// The text.
  public let text: String

  /// A file larger than this is not read, in bytes.
  public static let sizeLimit = 1 << 20

  /// Takes both as they are.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The bytes of a file: UTF-8, with or without a byte order mark, and no more than
  /// ``sizeLimit``.
  public init(name: String, bytes: some Collection<UInt8>) throws(Diagnostic) {
    guard bytes.count <= Self.sizeLimit else {
      throw Diagnostic(
        file: name,
        Phrase(
          sv: "filen är större än 1 MB och läses inte", en: "larger than 1 MB and not read"))
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      let (line, column) = Self.firstBadByte(body)
      throw Diagnostic(
        file: name, line: line, column: column,
        Phrase(
          sv: "här är filen inte UTF-8; spara den som UTF-8",
          en: "here the file is not UTF-8; save it as UTF-8"))
    }
    self.init(name: name, text: text)
  }

  /// The file at a path; nil where there is none.
  public static func read(path: String) throws(Diagnostic) -> ConfigSource? {
    // Most of the files are not there: nothing is made of an error for them.
    if access(path, F_OK) != 0, errno == ENOENT { return nil }
    let bytes: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? file.close() }
      bytes = try file.read(upToCount: sizeLimit + 1) ?? Data()
    } catch CocoaError.fileNoSuchFile, CocoaError.fileReadNoSuchFile {
      return nil
    } catch {
      let words = (error as NSError).localizedDescription
      throw Diagnostic(
        file: path,
        Phrase(
          sv: "filen går inte att läsa: \(words)", en: "the file cannot be read: \(words)"))
    }
    return try ConfigSource(name: path, bytes: bytes)
  }

  /// The `*.yaml` files of a folder of some directories, in their order, and what can't be read.
  static func folder(_ name: String, in directories: [String]) -> (
    sources: [ConfigSource], unreadable: [Diagnostic]
  ) {
    var sources: [ConfigSource] = []
    var unreadable: [Diagnostic] = []
    for folder in directories.map({ "\($0)/\(name)" }) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".yaml") {
        do throws(Diagnostic) {
          if let source = try read(path: "\(folder)/\(name)") { sources.append(source) }
        } catch {
          unreadable.append(error)
        }
      }
    }
    return (sources, unreadable)
  }

  /// Where decoding goes wrong first.
  private static func firstBadByte(_ bytes: some Collection<UInt8>) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      column += 1
      if scalar == "\n" {
        line += 1
        column = 1
      }
    }
    return (line, column)
  }
}
