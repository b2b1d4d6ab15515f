import Foundation
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    var officer = "boss"
    var input = ""
    let status: Int32
    let words: String

    var testDescription: String { arguments.joined(separator: " ") + " → \(status)" }
  }

  static let cases = [
    Case(arguments: ["list", "tips"], status: 0, words: ""),
    Case(arguments: ["list", "djur"], status: 64, words: "okänd lista"),
    Case(arguments: ["list", "tips", "--limit", "0"], status: 64, words: "--limit"),
    Case(arguments: ["list", "tips", "--now", "igår"], status: 64, words: "2026-11-21T02:13"),
    Case(arguments: ["show", "X1"], status: 64, words: "T1042"),
    Case(arguments: ["nosuch", "command"], status: 64, words: "nosuch"),
    Case(arguments: ["desk"], status: 64, words: "terminal"),
    Case(arguments: ["desk", "--theme", "pink"], status: 64, words: "high-contrast"),
    Case(arguments: ["show", "T99"], status: 65, words: "T99 finns inte"),
    Case(arguments: ["intake", "mail"], input: "hej", status: 65, words: "brevhuvud"),
    Case(arguments: ["intake", "mail"], status: 65, words: "tom"),
    Case(arguments: ["intake", "jsonl"], input: "x\n", status: 65, words: ""),
    Case(arguments: ["record"], input: "{}\n", status: 65, words: ""),
    Case(arguments: ["record", "missing.jsonl"], status: 74, words: "missing.jsonl"),
    Case(arguments: ["list", "tips"], officer: "nobody", status: 77, words: "inte registrerad"),
    Case(arguments: ["list", "tips"], officer: "reader", status: 77, words: "roller"),
    Case(arguments: ["clocks"], officer: "reader", status: 77, words: "roller"),
    Case(arguments: ["clocks", "--json"], officer: "reader", status: 77, words: "roller"),
    Case(
      arguments: ["backup", "nowhere/at/all.sqlite"], status: 74, words: "nowhere/at/all.sqlite"),
    Case(
      arguments: ["intake", "jsonl"], officer: "reader", input: "{\"text\":\"x\"}\n", status: 77,
      words: ""),
  ]

  @Test("Each kind of trouble has its code and says what to do", arguments: cases)
  func codes(_ example: Case) throws {
    let store = try TrainingStore()
    try store.register("reader", roles: "reader")
    let outcome = try store.run(
      example.arguments, as: example.officer, input: Data(example.input.utf8))
    #expect(outcome.status == example.status)
    #expect(example.words.isEmpty || outcome.errors.contains(example.words), "\(outcome.errors)")
    #expect(!outcome.errors.contains("Swift."))
    #expect(!FileManager.default.fileExists(atPath: store.folder.file("nowhere")))
  }

  @Test("A store that is away is 69, but a mail server is told to try again")
  func missingStore() throws {
    let folder = try Folder()
    let path = folder.file("none.sqlite")
    #expect(try Program.run(["list", "tips", "--store", path], in: folder).status == 69)
    #expect(try Program.run(["intake", "mail", "--store", path], in: folder).status == 75)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("A file that is no store is 65 and left as it is")
  func notAStore() throws {
    let folder = try Folder()
    let path = folder.file("letter.txt")
    let content = Data("Hej, det här är ett brev och inget lager.".utf8)
    try content.write(to: URL(filePath: path))
    #expect(try Program.run(["list", "tips", "--store", path], in: folder).status == 65)
    #expect(try Program.run(["init", "--store", path], in: folder).status == 64)
    #expect(try Data(contentsOf: URL(filePath: path)) == content)
  }

  @Test("A large message with no room for it is 75, and no tip")
  func noRoom() throws {
    let store = try TrainingStore()
    let mail = "Subject: stort\n\n" + String(repeating: "ord ord ord ord ord\n", count: 200_000)
    let outcome = try Program.run(
      ["intake", "mail", "--store", store.path, "--officer", "boss"], input: Data(mail.utf8),
      in: store.folder, environment: ["TMPDIR": store.folder.file("nowhere")])
    #expect(outcome.status == 75)
    #expect(try store.run("journal", "head").output.hasPrefix("1 "))
  }

  @Test("On a real store nobody chooses officer or time")
  func realStore() throws {
    let folder = try Folder()
    let path = folder.file("real.sqlite")
    #expect(try Program.run(["init", "--store", path], in: folder).status == 0)
    for option in [["--officer", "boss"], ["--now", "2026-11-21T02:13:00+01:00"]] {
      let outcome = try Program.run(["list", "tips", "--store", path] + option, in: folder)
      #expect(outcome.status == 64)
    }
    #expect(try Program.run(["list", "tips", "--store", path], in: folder).status == 0)
  }
}
