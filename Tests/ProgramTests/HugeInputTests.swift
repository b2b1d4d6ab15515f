import Foundation
import Testing

/// The program with no more than 96 MB of memory to write in, its libraries' included: what it reads
/// may be any size.
@Suite("Huge input ends, in bounded memory")
struct HugeInputTests {
  /// How an input is answered.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let status: Int32
    /// What the answer, or the tip, says of it; empty where nothing is to be said.
    let words: String
    let input: @Sendable () -> Data
  }

  private static func run(_ store: TrainingStore, _ arguments: [String], _ input: Data) throws
    -> Outcome
  {
    try Program.run(
      under: ["/usr/bin/prlimit", "--data=96000000"], store.options(arguments), input: input,
      in: store.folder)
  }

  private static func times(_ count: Int, _ piece: (Int) -> String) -> String {
    (0..<count).reduce(into: "") { $0 += piece($1) }
  }

  private static func bytes(_ head: String, _ piece: String, megabytes: Int, _ tail: String = "")
    -> Data
  {
    var data = Data(head.utf8)
    let block = Data(String(repeating: piece, count: 4_096).utf8)
    for _ in 0..<(megabytes << 20) / block.count { data += block }
    return data + Data(tail.utf8)
  }

  private static let head = "From: a@example.org\nSubject: stort\n"
  private static let mixed = head + "Content-Type: multipart/mixed; boundary=b\n\n"

  private static let mails: [Case] = [
    Case(testDescription: "a mail of many lines", status: 0, words: "avkortat") {
      bytes(head + "\n", "Två barn på torget.\n", megabytes: 6)
    },
    Case(testDescription: "a mail of one line", status: 0, words: "avkortat") {
      bytes(head + "\n", "x", megabytes: 16)
    },
    Case(testDescription: "a header field", status: 0, words: "huvudet är för långt") {
      bytes(head + "X-Y: ", "z", megabytes: 16, "\n\ntext\n")
    },
    Case(testDescription: "a hundred thousand header fields", status: 0, words: "huvudet är för") {
      Data((head + times(100_000) { "X-H\($0): y\n" } + "\ntext\n").utf8)
    },
    Case(testDescription: "a hundred thousand files", status: 0, words: "delar efter de första") {
      Data((mixed + times(100_000) { "--b\nContent-Type: image/png; name=a\($0)\n\nx\n" }).utf8)
    },
    Case(testDescription: "a file", status: 0, words: "image/png") {
      bytes(
        mixed + "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n",
        String(repeating: "A", count: 76) + "\n", megabytes: 16, "--b--\n")
    },
    Case(testDescription: "parts in parts", status: 0, words: "delar djupare än") {
      let levels = times(20_000) { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }
      return Data((head + levels + "\ninnerst\n").utf8)
    },
    Case(testDescription: "messages in messages", status: 0, words: "delar djupare än") {
      Data(
        (head + times(10_000) { _ in "Content-Type: message/rfc822\n\nSubject: i\n" } + "\nx\n")
          .utf8)
    },
  ]

  @Test("A mail is read as far as the limits, and the tip says so", arguments: mails)
  func mail(one: Case) throws {
    let store = try TrainingStore()
    let outcome = try Self.run(store, ["intake", "mail"], one.input())
    #expect(outcome.status == one.status, "\(outcome.errors)")
    let shown = try store.run("show", "T2")
    #expect(shown.output.contains(one.words))
  }

  @Test("An mbox of two thousand messages, or of a hundred thousand lines, is read one by one")
  func mailbox() throws {
    let store = try TrainingStore()
    let from = "From a Thu Nov 19 02:13:00 2026\n"
    let box = Self.times(2_000) { "\(from)Subject: \($0)\nMessage-ID: <\($0)@x>\n\ntext\n\n" }
    let lines = from + Self.head + "\n" + String(repeating: "rad\n", count: 100_000)
    let outcome = try Self.run(store, ["intake", "mail"], Data((box + lines).utf8))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try outcome.objects().count == 2_001)
  }

  private static let lines: [Case] = [
    Case(testDescription: "a line of 16 MB", status: 65, words: "längre än") {
      bytes("{\"text\":\"", "x", megabytes: 16, "\"}")
    },
    Case(testDescription: "arrays in arrays", status: 65, words: "nästlad djupare än 16") {
      Data("{\"text\":\(String(repeating: "[", count: 100_000))".utf8)
    },
    Case(testDescription: "objects in objects", status: 65, words: "nästlad djupare än 16") {
      Data("{\"fields\":\(String(repeating: "{\"a\":", count: 100_000))".utf8)
    },
    Case(testDescription: "a million values", status: 65, words: "fler än 20000 värden") {
      Data("{\"fields\":[\(String(repeating: "1,", count: 1_000_000))1]}".utf8)
    },
    Case(testDescription: "fifty thousand lines", status: 65, words: "rad") {
      Data(String(repeating: "{\n", count: 50_000).utf8)
    },
  ]

  @Test("A JSON line over a limit is refused in words, and the next line counts", arguments: lines)
  func line(one: Case) throws {
    let store = try TrainingStore()
    for (command, next) in [
      (["intake", "jsonl"], #"{"text":"efter"}"#),
      (
        ["record"],
        #"{"action":"tip.receive","fields":{"channel":"phone","text":"efter"}}"#
      ),
    ] {
      let outcome = try Self.run(store, command, one.input() + Data("\n\(next)\n".utf8))
      #expect(outcome.status == one.status, "\(command): \(outcome.errors)")
      let first = try #require(outcome.lines.first)
      #expect(first.contains(one.words), "\(command)")
      #expect(outcome.lines.last?.contains("\"ref\":\"T") == true, "\(command)")
    }
  }

  private static let files: [Case] = [
    Case(testDescription: "sequences in sequences", status: 65, words: "YAML") {
      Data(String(repeating: "[", count: 1_000_000).utf8)
    },
    Case(testDescription: "mappings in mappings", status: 65, words: "YAML") {
      Data(String(repeating: "{a: ", count: 200_000).utf8)
    },
    Case(testDescription: "aliases of aliases of aliases", status: 65, words: "för många alias") {
      let first = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
      let rest = times(12) { "a\($0 + 1): &a\($0 + 1) [*a\($0),*a\($0),*a\($0)]\n" }
      return Data((first + rest).utf8)
    },
    Case(testDescription: "aliases that double", status: 65, words: "keymap.yaml:") {
      let rest = times(8) { "a\($0 + 1): &a\($0 + 1) [*a\($0),*a\($0)]\n" }
      return Data(("a0: &a0 [x,x,x,x,x,x,x,x]\n" + rest).utf8)
    },
    Case(testDescription: "a file of a hundred megabytes", status: 65, words: "större än 1 MB") {
      bytes("", "#", megabytes: 100)
    },
    Case(testDescription: "mistakes without end", status: 65, words: "fler fel än 200") {
      Data(("list:\n" + times(20_000) { "  tip.nx\($0): n\n" }).utf8)
    },
    Case(testDescription: "one key again and again", status: 65, words: "står två gånger") {
      Data(String(repeating: "list: x\n", count: 10_000).utf8)
    },
    Case(testDescription: "keys without end", status: 65, words: "för många tangenter") {
      let keys = times(18_000) { "g \(UnicodeScalar(0x4E00 + $0).map(String.init) ?? "a")," }
      return Data("list:\n  tip.new: [\(keys) x]\n".utf8)
    },
  ]

  @Test("A file of keys, screens or settings over a limit is told in words", arguments: files)
  func file(one: Case) throws {
    let folder = try Folder()
    let input = one.input()
    let directory = folder.file("samjour")
    try FileManager.default.createDirectory(
      atPath: directory + "/screens", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: directory + "/reference", withIntermediateDirectories: true)
    for name in ["keymap", "config", "screens/natt", "reference/egen"] {
      try input.write(to: URL(filePath: "\(directory)/\(name).yaml"))
    }
    var setup = Program.setup(
      ["--data=96000000", Program.url.path, "check-config"], folder,
      ["XDG_CONFIG_HOME": folder.path])
    setup.path = "/usr/bin/prlimit"
    let outcome = try Outcome(of: setup)
    #expect(outcome.status == one.status)
    #expect((outcome.output + outcome.errors).contains(one.words))
    #expect(outcome.lines.count < 4 * 202)
  }
}
