import Foundation

/// What a program that has run to its end leaves.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String

  /// Runs it to its end.
  init(of setup: Child.Setup, input: Data = Data()) throws {
    // Files, because a pipe that nobody reads at the right moment stops a program.
    let folder = try Folder()
    let files = try ["input", "output", "errors"].map { name in
      let path = folder.file(name)
      try (name == "input" ? input : Data()).write(to: URL(filePath: path))
      guard let file = FileHandle(forUpdatingAtPath: path) else { throw Failure("no \(path)") }
      return file
    }
    let child = try Child(setup, input: files[0], output: files[1], errors: files[2])
    status = try child.wait()
    let texts = try files[1...].map { file in
      try file.seek(toOffset: 0)
      return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
    }
    output = texts[0]
    errors = texts[1]
  }

  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Every line of the output as a JSON object.
  func objects() throws -> [[String: Any]] {
    try lines.compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }
}
