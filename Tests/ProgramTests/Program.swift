import Foundation

/// The built program, run as a person or a mail server runs it.
enum Program {
  /// Beside the test bundle.
  static let url = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "samjour")

  /// Runs it to its end.
  static func run(
    _ arguments: [String], input: Data = Data(), in folder: Folder,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try Outcome(of: setup(arguments, folder, environment), input: input)
  }

  /// Runs it to its end under another program, such as strace.
  static func run(
    under wrapper: [String], _ arguments: [String], input: Data = Data(), in folder: Folder
  ) throws -> Outcome {
    var setup = setup(wrapper.dropFirst() + [url.path] + arguments, folder)
    setup.path = wrapper[0]
    return try Outcome(of: setup, input: input)
  }

  /// Starts it and talks with it.
  static func start(_ arguments: [String], in folder: Folder) throws -> Conversation {
    try Conversation(setup(arguments, folder))
  }

  /// How it is started.
  static func setup(
    _ arguments: [String], _ folder: Folder, _ environment: [String: String] = [:]
  ) -> Child.Setup {
    let fixed = ["HOME": folder.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "vt100"]
    return Child.Setup(
      path: url.path, arguments: arguments, environment: fixed.merging(environment) { $1 },
      directory: folder.path)
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

  /// Runs a command on the store as an officer.
  func run(_ arguments: String..., as officer: String = "boss", input: String = "") throws
    -> Outcome
  {
    try run(arguments, as: officer, input: Data(input.utf8))
  }

  /// Runs a command on the store with bytes as input.
  func run(_ arguments: [String], as officer: String = "boss", input: Data) throws
    -> Outcome
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

  /// With the options that choose the store and the officer.
  func options(_ arguments: [String], _ officer: String = "boss") -> [String] {
    arguments + ["--store", path, "--officer", officer]
  }
}
