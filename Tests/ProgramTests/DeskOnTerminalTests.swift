import Foundation
import Testing

@Suite("The desk on a real terminal")
struct DeskOnTerminalTests {
  private func mail(_ subject: String) -> String {
    "From: Kim <kim@example.org>\nSubject: \(subject)\nMessage-ID: <\(subject)@x>\n\nOrd.\n"
  }

  @Test("A tip piped into intake stands on two terminals without a key")
  func liveArrival() throws {
    let store = try TrainingStore()
    try store.register("anna", roles: "coordinator")
    let screens = [
      try Screen(store.desk(), in: store.folder),
      try Screen(store.desk(as: "anna"), in: store.folder),
    ]
    for screen in screens { try screen.wait(for: "ÖVNING") }
    #expect(try store.run("intake", "mail", input: mail("Hornstull")).status == 0)
    for screen in screens { try screen.wait(for: "Hornstull") }
  }

  @Test("A terminal made far too small says so, and is as before when it has its size again")
  func resize() throws {
    let store = try TrainingStore()
    _ = try store.run("intake", "mail", input: mail("Hornstull"))
    let screen = try Screen(store.desk(), in: store.folder)
    // The officer's own name comes when the desk has been entered, after the first frame.
    let before = try screen.wait { $0.contains("Hornstull") && $0.contains("jourbordet · 1") }
    try screen.resize(columns: 20, rows: 5)
    try screen.wait { !$0.contains("Hornstull") && $0.split(separator: "\n").count <= 5 }
    try screen.resize(columns: 100, rows: 30)
    let after = try screen.wait { $0.contains("Hornstull") && $0.contains("Nytt tips") }
    // The first line has the clock, which may have moved on.
    #expect(after.split(separator: "\n").dropFirst() == before.split(separator: "\n").dropFirst())
  }

  @Test("Ctrl-Z gives the shell the terminal, and fg the desk its screen")
  func suspend() throws {
    let store = try TrainingStore()
    _ = try store.run("intake", "mail", input: mail("Hornstull"))
    let screen = try Screen("PS1='skal> ' bash --norc --noprofile -i", in: store.folder)
    try screen.wait(for: "skal>")
    try screen.type(store.desk())
    try screen.press("Enter")
    try screen.wait(for: "Hornstull")
    try screen.press("C-z")
    try screen.wait { $0.contains("Stopped") && !$0.contains("Hornstull") }
    try screen.type("fg")
    try screen.press("Enter")
    try screen.wait(for: "Hornstull")
    try screen.press("C-q")
    try screen.wait { $0.contains("skal>") && !$0.contains("Hornstull") }
  }

  @Test("A form half typed when the line drops is offered on another terminal")
  func hangUp() throws {
    let store = try TrainingStore()
    let first = try Screen("exec " + store.desk(), in: store.folder)
    try first.wait(for: "ÖVNING")
    try first.press("n")
    try first.wait(for: "Vad har hänt")
    try first.type("Halvskrivet om Hornstull")
    try first.wait(for: "Halvskrivet om Hornstull")
    kill(try first.processIdentifier(), SIGHUP)
    try first.waitForEnd()
    let second = try Screen(store.desk(), in: store.folder)
    try second.wait(for: "ÖVNING")
    try second.press("g", "u")
    try second.wait(for: "Utkast")
    try second.press("Enter")
    try second.wait(for: "Halvskrivet om Hornstull")
    #expect(try store.run("list", "tips", "--json").lines.isEmpty)
  }

  @Test("A form that stood still for a second when the program was killed is offered again")
  func killed() throws {
    let store = try TrainingStore()
    let first = try Screen("exec " + store.desk(), in: store.folder)
    try first.wait(for: "ÖVNING")
    try first.press("n")
    try first.wait(for: "Vad har hänt")
    try first.type("Halvskrivet om Hornstull")
    try first.wait(for: "utkast sparat")
    kill(try first.processIdentifier(), SIGKILL)
    try first.waitForEnd()
    let second = try Screen(store.desk(), in: store.folder)
    try second.wait(for: "utkast väntar")
    try second.press("g", "u")
    try second.wait(for: "Hornstull")
    try second.press("Enter")
    try second.wait(for: "Halvskrivet om Hornstull")
  }

  @Test(
    "A section of a handover half written when the line drops or the program is killed comes back",
    arguments: [SIGHUP, SIGKILL])
  func handoverNote(signal: Int32) throws {
    let store = try TrainingStore()
    let lines = """
      {"action":"person.register","fields":{"alias":"flicka, röd jacka"}}
      {"action":"case.open","fields":{"alias":"flickan","children":["B2"]}}
      {"action":"handover.draft","fields":{"case":"Ä3","district":"Södermalm"}}
      """
    #expect(try store.run("record", input: lines).status == 0)
    let first = try Screen("exec " + store.desk(), in: store.folder)
    try first.wait(for: "ÖVNING")
    try first.press("/")
    try first.type("Ö4")
    try first.press("Enter")
    try first.wait(for: "Ö4 · påbörjad")
    try first.press("i")
    try first.wait(for: "Rubriker")
    try first.press("G", "Enter")
    try first.type("Mannen utanför")
    // A signal that lets the program end is sent at once; one that does not, after the pause.
    try first.wait(for: signal == SIGKILL ? "utkast sparat" : "Mannen utanför")
    kill(try first.processIdentifier(), signal)
    try first.waitForEnd()
    let second = try Screen(store.desk(), in: store.folder)
    try second.wait(for: "utkast väntar")
    try second.press("g", "u")
    try second.wait(for: "Mannen utanför")
    try second.press("Enter")
    try second.wait(for: "Rubriker")
    try second.wait(for: "Mannen utanför")
  }

  @Test("A desk that is told to end gives the shell its terminal as it was")
  func termination() throws {
    let store = try TrainingStore()
    let screen = try Screen("PS1='skal> ' bash --norc --noprofile -i", in: store.folder)
    try screen.wait(for: "skal>")
    try screen.type("stty -g > before; " + store.desk() + "; stty -g | cmp - before && echo slut")
    try screen.press("Enter")
    try screen.wait { $0.contains("ÖVNING") }
    kill(try screen.childIdentifier(), SIGTERM)
    try screen.wait { $0.contains("\nslut\n") && !$0.contains("ÖVNING") }
  }

  /// A developer's machine has a tracer of crashes, which asks what to do; an installed program none.
  private static let shellWithoutTracer =
    "SWIFT_BACKTRACE=enable=no PS1='skal> ' bash --norc --noprofile -i"

  @Test(
    "A desk that crashes gives the shell its terminal as it was, and says what is kept and what to do",
    arguments: [
      (SIGSEGV, ""), (SIGBUS, ""), (SIGILL, ""), (SIGABRT, ""), (SIGSEGV, " --linear"),
    ])
  func crash(signal: Int32, option: String) throws {
    let store = try TrainingStore()
    let screen = try Screen(Self.shellWithoutTracer, in: store.folder)
    try screen.wait(for: "skal>")
    try screen.type(
      "stty -g > before; \(store.desk())\(option); stty -g | cmp - before && echo slut")
    try screen.press("Enter")
    try screen.wait { $0.contains("ÖVNING") }
    kill(try screen.childIdentifier(), signal)
    try screen.wait { $0.contains("\nslut\n") && (!option.isEmpty || !$0.contains("ÖVNING")) }
    let text = try screen.text()
    #expect(text.contains("\nJourbordet stannade av ett fel. Det som var sparat finns i lagret.\n"))
    #expect(text.contains("ligger bland utkasten (g u)"))
    // The next one opens on what is there.
    try screen.type("clear; " + store.desk())
    try screen.press("Enter")
    try screen.wait { $0.contains("ÖVNING") }
  }

  @Test("A store whose index is cut short under a desk stops that desk in words, and loses nothing")
  func indexCutShort() throws {
    let store = try TrainingStore()
    let tip = #"{"text":"Två barn vid Slussen"}"#
    #expect(try store.run("intake", "jsonl", input: tip).status == 0)
    let screen = try Screen(Self.shellWithoutTracer, in: store.folder)
    try screen.wait(for: "skal>")
    try screen.type(store.desk())
    try screen.press("Enter")
    try screen.wait { $0.contains("ÖVNING") && $0.contains("Slussen") }
    #expect(truncate(store.path + "-shm", 0) == 0)
    try screen.wait { $0.contains("Jourbordet stannade av ett fel.") }
    try screen.type("clear; " + store.desk())
    try screen.press("Enter")
    try screen.wait { $0.contains("ÖVNING") && $0.contains("Slussen") }
    #expect(try store.run("journal", "verify").status == 0)
  }

  @Test("A paste into a list runs no command")
  func paste() throws {
    let store = try TrainingStore()
    _ = try store.run("intake", "mail", input: mail("Hornstull"))
    let screen = try Screen(store.desk(), in: store.folder)
    try screen.wait(for: "Hornstull")
    let head = try store.run("journal", "head").output
    try screen.paste("t\nn\nx\nQ\n")
    let after = try screen.wait(for: "Inklistrat utanför ett textfält")
    #expect(!after.contains("Vad har hänt"))
    #expect(try store.run("journal", "head").output == head)
  }
}
