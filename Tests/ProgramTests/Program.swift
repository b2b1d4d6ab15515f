import Foundation

/// The built program, run as a person or a mail server runs it.
enum Program {
  /// Beside the test bundle.
  static let url = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "samjour")

  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Every line of the output as a JSON object.
    func objects() throws -> [[String: Any]] {
      try lines.compactMap {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
    }
  }

  /// Runs it to its end.
  static func run(
    _ arguments: [String], input: Data = Data(), in folder: Folder,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let files = try ["in", "out", "err"].map { name in
      let path = folder.file("\(name)-\(UUID().uuidString)")
      try (name == "in" ? input : Data()).write(to: URL(filePath: path))
      return path
    }
    let process = make(arguments, folder, environment)
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: files[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: files[1]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: files[2]))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try text(files[1]), errors: try text(files[2]))
  }

  /// Starts it and talks with it.
  static func start(_ arguments: [String], in folder: Folder) throws -> Conversation {
    let process = make(arguments, folder, [:])
    let conversation = Conversation(process)
    try process.run()
    return conversation
  }

  private static func make(
    _ arguments: [String], _ folder: Folder, _ environment: [String: String]
  ) -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    let fixed = ["HOME": folder.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "vt100"]
    process.environment = fixed.merging(environment) { $1 }
    return process
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}

/// A running program with pipes to it and from it.
final class Conversation {
  let process: Process
  private let input = Pipe()
  private let output = Pipe()
  private var rest = Data()

  init(_ process: Process) {
    self.process = process
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
  }

  func send(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// The next line that it writes; waits for it. Nil when it writes no more.
  func line() throws -> String? {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = rest[rest.startIndex..<end]
        rest = Data(rest[(end + 1)...])
        return String(decoding: line, as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      rest += more
    }
  }

  /// Closes its input, and waits for its end.
  func finish() throws -> Int32 {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Kills it as a power cut would.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}

/// A directory that is gone after the test.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "samjour-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

/// A training store made by the program, and commands on it.
struct TrainingStore {
  let folder: Folder
  var path: String { folder.file("store.sqlite") }

  /// Made by `boss`, who has every role.
  init() throws {
    folder = try Folder()
    let made = try Program.run(
      ["init", "--training", "--store", path, "--officer", "boss", "--name", "Berit Chef"],
      in: folder)
    guard made.status == 0 else { throw Failure(made.errors) }
  }

  struct Failure: Error {
    let words: String

    init(_ words: String) { self.words = words }
  }

  /// Runs a command on the store as an officer.
  func run(_ arguments: String..., as officer: String = "boss", input: String = "") throws
    -> Program.Outcome
  {
    try run(arguments, as: officer, input: Data(input.utf8))
  }

  /// Runs a command on the store with bytes as input.
  func run(_ arguments: [String], as officer: String = "boss", input: Data) throws
    -> Program.Outcome
  {
    try Program.run(options(arguments, officer), input: input, in: folder)
  }

  /// Starts a command on the store.
  func start(_ arguments: String...) throws -> Conversation {
    try Program.start(options(arguments, "boss"), in: folder)
  }

  /// Registers another officer.
  func register(_ login: String, roles: String...) throws {
    let list = roles.map { "\"\($0)\"" }.joined(separator: ",")
    let outcome = try run(
      "record",
      input: """
        {"action":"officer.register","fields":{"login":"\(login)","name":"Namn \(login)",\
        "unit":"outreach","roles":[\(list)]}}
        """)
    guard outcome.status == 0 else { throw Failure(outcome.output) }
  }

  private func options(_ arguments: [String], _ officer: String) -> [String] {
    arguments + ["--store", path, "--officer", officer]
  }
}
