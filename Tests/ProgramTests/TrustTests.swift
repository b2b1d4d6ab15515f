import Foundation
import Testing

@Suite("What others on the machine can and cannot do")
struct TrustTests {
  private static let isRoot = getuid() == 0

  private func mode(_ path: String) throws -> Int {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw Failure("no \(path)") }
    return Int(status.st_mode & 0o7777)
  }

  /// A training store in a directory that `init` makes.
  private func store(in folder: Folder) throws -> String {
    let path = folder.file("jour/store.sqlite")
    let made = try Program.run(
      ["init", "--training", "--store", path, "--officer", "boss", "--name", "Berit Chef"],
      in: folder)
    guard made.status == 0 else { throw Failure(made.errors) }
    return path
  }

  private func run(_ arguments: String..., store: String, in folder: Folder, input: String = "")
    throws -> Outcome
  {
    try Program.run(
      arguments + ["--store", store, "--officer", "boss"], input: Data(input.utf8), in: folder)
  }

  private let tip = #"{"action":"tip.receive","fields":{"channel":"web","text":"Ett barn"}}"# + "\n"

  @Test("Every file of a store is its group's and nobody else's, a copy its maker's alone")
  func modes() throws {
    let folder = try Folder()
    let path = try store(in: folder)
    let before = umask(0)
    defer { umask(before) }
    let writer = try Program.start(
      ["record", "--store", path, "--officer", "boss"], in: folder)
    try writer.send(tip)
    _ = try writer.references(1)
    #expect(try mode(folder.file("jour")) == 0o2770)
    for suffix in ["", "-wal", "-shm", "-bell"] { #expect(try mode(path + suffix) == 0o660) }
    #expect(try writer.finish() == 0)
    let copy = folder.file("kopia.sqlite")
    #expect(try run("backup", copy, store: path, in: folder).status == 0)
    #expect(try mode(copy) == 0o600)
  }

  @Test("A running program writes no core dump and shows no arguments")
  func process() throws {
    let folder = try Folder()
    let path = try store(in: folder)
    let writer = try Program.start(
      ["record", "--store", path, "--officer", "boss"], in: folder)
    try writer.send(tip)
    _ = try writer.references(1)
    let limits = try String(contentsOfFile: "/proc/\(writer.identifier)/limits", encoding: .utf8)
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(core?.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
    let title = try Data(contentsOf: URL(filePath: "/proc/\(writer.identifier)/cmdline"))
    let words = String(decoding: title, as: UTF8.self)
    #expect(words.contains("samjour"))
    for word in ["boss", "record", "store.sqlite"] { #expect(!words.contains(word)) }
    #expect(try writer.finish() == 0)
  }

  @Test(
    "A link where SQLite would write is refused, and what it points at is left alone",
    arguments: ["-wal", "-shm", "-journal"])
  func planted(_ suffix: String) throws {
    let folder = try Folder()
    let path = try store(in: folder)
    let target = folder.file("viktig")
    try Data("orörd".utf8).write(to: URL(filePath: target))
    unlink(path + suffix)
    #expect(symlink(target, path + suffix) == 0)
    let outcome = try run("list", "tips", store: path, in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains(suffix))
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "orörd")
  }

  enum Bell: CaseIterable {
    case link, hardLink, pipe, directory
  }

  @Test(
    "Whatever stands in the doorbell's place is neither written into nor waited for",
    arguments: Bell.allCases)
  func bell(_ kind: Bell) throws {
    let folder = try Folder()
    let path = try store(in: folder)
    let target = folder.file("viktig")
    try Data("orörd".utf8).write(to: URL(filePath: target))
    let bell = path + "-bell"
    unlink(bell)
    let made =
      switch kind {
      case .link: symlink(target, bell)
      case .hardLink: Glibc.link(target, bell)
      case .pipe: mkfifo(bell, 0o660)
      case .directory: mkdir(bell, 0o770)
      }
    #expect(made == 0)
    #expect(try run("record", store: path, in: folder, input: tip).status == 0)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "orörd")
  }

  @Test("A new store and a copy are made where nothing is, not where a link points")
  func links() throws {
    let folder = try Folder()
    let path = try store(in: folder)
    let (trap, target) = (folder.file("fälla"), folder.file("annans"))
    #expect(symlink(target, trap) == 0)
    #expect(try run("backup", trap, store: path, in: folder).status == 64)
    let made = try Program.run(["init", "--training", "--store", trap], in: folder)
    #expect(made.status == 64)
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  /// What a hostile or careless environment may hold.
  static let environments: [[String: String]] = [
    ["HOME": ""], ["HOME": "hem"], ["HOME": "/dev/null"], ["HOME": "/finns/inte"],
    ["LANG": "../../../etc/passwd"], ["LANG": String(repeating: "å", count: 9000)],
    ["LC_ALL": "sv_SE.UTF-8/../x", "LANGUAGE": "%n%s"], ["TERM": ""], ["TERM": "../../etc/passwd"],
    ["TERMINFO": "/dev/zero"], ["TERMCAP": String(repeating: "x", count: 9000)],
    ["XDG_CONFIG_HOME": "../x", "XDG_STATE_HOME": "x", "XDG_RUNTIME_DIR": "x"],
    ["XDG_CONFIG_HOME": "/dev/null", "XDG_STATE_HOME": "/dev/full"],
    ["TMPDIR": "/finns/inte"], ["SQLITE_TMPDIR": "/finns/inte"], ["TZ": "../../etc/passwd"],
    ["PATH": ""], ["\u{1B}]0;x\u{07}": "\u{1B}[31m"],
  ]

  @Test("No environment changes what is read or written", arguments: environments)
  func environment(_ environment: [String: String]) throws {
    let folder = try Folder()
    let path = try store(in: folder)
    #expect(try run("record", store: path, in: folder, input: tip).status == 0)
    let options = ["--store", path, "--officer", "boss", "--lang", "sv"]
    let plain = try Program.run(["list", "tips", "--json"] + options, in: folder)
    let odd = try Program.run(
      ["list", "tips", "--json"] + options, in: folder, environment: environment)
    #expect(odd.status == 0 && odd.output == plain.output, "\(odd.errors)")
    let rebuilt = try Program.run(["rebuild"] + options, in: folder, environment: environment)
    #expect(rebuilt.status == 0, "\(rebuilt.errors)")
    let lines = try Program.run(
      ["desk", "--linear"] + options, input: Data("<C-q>\n".utf8), in: folder,
      environment: environment)
    #expect(lines.status == 0 && !lines.output.contains("\u{1B}"), "\(lines.errors)")
  }

  @Test(
    "A terminal that is not known is said in words", arguments: ["../../etc/passwd", "finns-inte"])
  func terminal(_ name: String) throws {
    let store = try TrainingStore()
    let screen = try Screen(
      "TERM='\(name)' \(store.desk()); echo slut $?; cat", in: store.folder)
    try screen.wait { $0.contains("slut 69") && $0.contains("sätt TERM") }
  }

  /// Runs the program as another login of that group.
  private func runAsOther(_ arguments: [String], group: Int, in folder: Folder) throws -> Outcome {
    try Outcome(
      of: Child.Setup(
        path: "/usr/bin/setpriv",
        arguments: ["--reuid=65534", "--regid=\(group)", "--clear-groups", Program.url.path]
          + arguments,
        environment: ["HOME": "/", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"],
        directory: "/"))
  }

  @Test(
    "A member of the group works with the store; another login gets nothing of it",
    .enabled(if: isRoot, "takes root to be others"))
  func logins() throws {
    let folder = try Folder()
    let path = try store(in: folder)
    let group = 12_345
    #expect(try run("record", store: path, in: folder, input: tip).status == 0)
    for name in ["", "/store.sqlite", "/store.sqlite-bell"] {
      #expect(chown(folder.file("jour") + name, 0, gid_t(group)) == 0)
    }
    chmod(folder.file("jour"), 0o2770)
    let list = ["list", "tips", "--json", "--store", path, "--officer", "boss"]
    let member = try runAsOther(list, group: group, in: folder)
    #expect(member.status == 0 && member.lines.count == 1, "\(member.errors)")
    let stranger = try runAsOther(list, group: 65534, in: folder)
    #expect(stranger.status != 0 && stranger.output.isEmpty)
    #expect(!stranger.errors.contains("Ett barn"))
    #expect(stranger.errors.contains("store.sqlite"))
  }
}
