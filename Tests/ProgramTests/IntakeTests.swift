import Demo
import Foundation
import Testing

@Suite("Intake from the shell")
struct ShellIntakeTests {
  private let mail = """
    From: Anna <anna@example.org>
    Subject: Barn vid Slussen
    Message-ID: <one@example.org>

    En flicka tigger.

    """

  @Test("The same Message-ID twice is one tip, and both deliveries have its receipt")
  func repeatedMail() throws {
    let store = try TrainingStore()
    let first = try store.run("intake", "mail", input: mail)
    let second = try store.run("intake", "mail", input: mail)
    #expect(first.output == "{\"ref\":\"T2\",\"seq\":2,\"version\":1}\n")
    #expect(second.output == "{\"ref\":\"T2\",\"repeat\":true,\"seq\":2,\"version\":1}\n")
    #expect(try store.run("list", "tips", "--json").lines.count == 1)
  }

  @Test("A bad input does not keep the next from being taken, and the worst exit code is kept")
  func severalInputs() throws {
    let store = try TrainingStore()
    try Data(mail.utf8).write(to: URL(filePath: store.folder.file("good.eml")))
    try Data("hej".utf8).write(to: URL(filePath: store.folder.file("bad.eml")))
    let outcome = try store.run("intake", "mail", "bad.eml", "missing.eml", "good.eml")
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.contains("bad.eml: "))
    #expect(outcome.errors.contains("missing.eml: "))
    #expect(outcome.status == 74)
  }

  @Test("A line has its receipt as soon as it is durable, also when half a line follows it")
  func receiptsComeAtOnce() throws {
    let store = try TrainingStore()
    let intake = try store.start("intake", "jsonl")
    try intake.send("{\"text\":\"ett\"}\n{\"te")
    #expect(try intake.line() == "{\"ref\":\"T2\",\"seq\":2,\"version\":1}")
    #expect(try store.run("list", "tips", "--json").lines.count == 1)
    try intake.send("xt\":\"två\"}\n")
    #expect(try intake.line() == "{\"ref\":\"T3\",\"seq\":3,\"version\":1}")
    #expect(try intake.finish() == 0)
  }

  @Test("Errors in lines name line and key, and the others are taken")
  func lineErrors() throws {
    let store = try TrainingStore()
    let outcome = try store.run(
      "intake", "jsonl", "--lang", "en",
      input: """
        {"text":"one","id":"a"}
        {"text":"two","sexx":1}
        {"text":"one again","id":"a"}
        """)
    #expect(outcome.status == 65)
    let objects = try outcome.objects()
    #expect(objects.map { $0["ref"] as? String } == ["T2", nil, "T2"])
    #expect(objects[1]["line"] as? Int == 2)
    #expect((objects[1]["error"] as? String)?.contains("sexx") == true)
  }

  @Test("What other systems deliver in the demonstration is taken as it stands")
  func arrivals() throws {
    let store = try TrainingStore()
    try store.register("intag", roles: "intake")
    var lines = ""
    var mails = 0
    for index in 1...30 {
      switch DemoData.arrival(index, now: .init(milliseconds: 1_770_000_000_000)) {
      case .line(let line): lines += line + "\n"
      case .mail(let bytes):
        mails += 1
        let outcome = try store.run(["intake", "mail"], as: "intag", input: Data(bytes))
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
    }
    let outcome = try store.run("intake", "jsonl", as: "intag", input: lines)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(mails > 0 && mails < 30)
    #expect(try store.run("list", "tips", "--json").lines.count == 30)
  }
}
