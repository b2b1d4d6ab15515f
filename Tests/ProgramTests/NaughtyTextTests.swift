import Foundation
import HostileInput
import Testing

/// Texts that have made trouble elsewhere, from one end of the program to the other.
@Suite("Naughty texts in and out")
struct NaughtyTextTests {
  private let texts: [String]

  init() throws {
    texts = try NaughtyTexts.all(besideFolderOf: #filePath)
  }

  /// Nothing acts on a terminal, and the program ended by itself, with words where it refused.
  private func expectInert(_ outcome: Outcome, _ what: String) {
    #expect([0, 64, 65, 69, 74, 75].contains(outcome.status), "\(what): \(outcome.status)")
    #expect(InertText.acting(in: outcome.output).isEmpty, "\(what)")
    #expect(InertText.acting(in: outcome.errors).isEmpty, "\(what)")
    if outcome.status != 0 { #expect(!(outcome.output + outcome.errors).isEmpty, "\(what)") }
  }

  /// A tip for each dozen of the texts, one of them in each field.
  private func record(in store: TrainingStore) throws -> [(ref: String, fields: [String: String])] {
    var tips: [[String: String]] = []
    for start in stride(from: 0, to: texts.count, by: NaughtyTexts.tipFields.count) {
      var fields = ["channel": "phone", "text": "Ett tips: \(texts[start])"]
      for (name, text) in zip(NaughtyTexts.tipFields, texts[start...]) { fields[name] = text }
      tips.append(fields)
    }
    let lines = try tips.map {
      try JSONSerialization.data(withJSONObject: ["action": "tip.receive", "fields": $0])
    }
    let outcome = try store.run(
      ["record"], input: Data(lines.joined(separator: Data("\n".utf8))))
    expectInert(outcome, "record")
    let receipts = try outcome.objects().map { try #require($0["ref"] as? String) }
    #expect(receipts.count == tips.count)
    return zip(receipts, tips).map { ($0, $1) }
  }

  @Test("In every field of a tip: lists and windows are inert, and JSON says exactly what came in")
  func everyField() throws {
    let store = try TrainingStore()
    let tips = try record(in: store)
    for arguments in [
      ["list", "tips"], ["list", "tips", "--json"], ["clocks"], ["clocks", "--json"],
      ["journal", "export"], ["agenda", "forum"], ["access-log", "--reasons"],
      ["report", "--from", "2026-01-01", "--to", "2026-12-31", "--format", "csv"],
    ] {
      let outcome = try store.run(arguments, input: Data())
      #expect(outcome.status == 0, "\(arguments)")
      expectInert(outcome, "\(arguments)")
    }
    for (ref, fields) in tips {
      let text = try store.run("show", ref)
      #expect(text.status == 0)
      expectInert(text, "show \(ref)")
      let json = try store.run("show", ref, "--json")
      expectInert(json, "show \(ref) --json")
      let object = try #require(try json.objects().first)
      let report = try #require(object["report"] as? [String: Any])
      for (name, text) in fields where !text.allSatisfy(\.isWhitespace) {
        let shown = report[name] as? String
        #expect(
          shown?.unicodeScalars.elementsEqual(text.unicodeScalars) == true,
          "\(ref) \(name): \(text.debugDescription)")
      }
    }
  }

  @Test("Posted by a web form, each is a tip or is refused in words")
  func posted() throws {
    let store = try TrainingStore()
    let lines = try texts.enumerated().map { index, text in
      try JSONSerialization.data(withJSONObject: [
        "id": "\(index) \(text.prefix(100))", "text": text,
      ])
    }
    let outcome = try store.run(
      ["intake", "jsonl"], input: Data(lines.joined(separator: Data("\n".utf8))))
    expectInert(outcome, "intake jsonl")
    let answers = try outcome.objects()
    #expect(answers.count == texts.count)
    #expect(answers.filter { $0["ref"] != nil }.count > texts.count * 9 / 10)
  }

  @Test("In the headers and the file names of mail, each message is a tip")
  func mailed() throws {
    let store = try TrainingStore()
    let messages = texts.enumerated().map { index, text in
      let word = "=?utf-8?b?\(Data(text.utf8).base64EncodedString())?="
      return """
        From sender Thu Nov 19 02:13:00 2026
        From: \(word) <a@example.org>
        Subject: \(word)
        Message-ID: <\(index)@example.org>
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64

        \(Data(text.utf8).base64EncodedString())
        --b
        Content-Type: image/png
        Content-Disposition: attachment; filename="\(word)"

        x
        --b--


        """
    }
    let outcome = try store.run("intake", "mail", input: messages.joined())
    expectInert(outcome, "intake mail")
    #expect(outcome.status == 0)
    #expect(try outcome.objects().count == texts.count)
    for arguments in [["list", "tips", "--limit", "1000"], ["journal", "export"]] {
      expectInert(try store.run(arguments, input: Data()), "\(arguments)")
    }
  }

  @Test("As an argument: a search, a reference, a reason, a filter, a time, a file's name")
  func arguments() throws {
    let store = try TrainingStore()
    _ = try record(in: store)
    // What the system can pass as an argument and is no place outside the test's own folder; a few of
    // each category.
    let passable = texts.enumerated().filter { index, text in
      index % 7 == 0 && !text.contains("\0") && !text.hasPrefix("/") && !text.hasPrefix("..")
    }
    for (index, text) in passable {
      let commands = [
        ["search", "--", text], ["search", "--json", "--", text], ["show", "--", text],
        ["show", "T2", "--reason", text], ["list", "tips", "--filter", text],
        ["list", "tips", "--as-of", text], ["deadline", "lvu7", "--from", text],
        ["intake", "mail", "--", text], ["backup", "--", text],
        ["journal", "export", "--to", text], ["reference", "--", text],
      ]
      let command = commands[index / 7 % commands.count]
      expectInert(try store.run(command, input: ""), "\(command)")
    }
  }

  @Test("In a handover: text is inert, and Markdown holds no markup of theirs")
  func handover() throws {
    let store = try TrainingStore()
    let made = try store.run(
      "record",
      input: """
        {"action":"person.register","fields":{"alias":"flicka, röd jacka"}}
        {"action":"case.open","fields":{"alias":"flickan","children":["B2"]}}
        {"action":"handover.draft","fields":{"case":"Ä3","district":"Södermalm"}}
        """)
    #expect(made.status == 0)
    let edits = try stride(from: 0, to: texts.count, by: 60).map { start in
      let text = texts[start..<min(start + 60, texts.count)].joined(separator: "\n")
      return try JSONSerialization.data(withJSONObject: [
        "action": "handover.edit", "subject": "Ö4",
        "fields": ["risks": text],
      ])
    }
    for edit in edits {
      #expect(try store.run(["record"], input: edit).status == 0)
      for format in ["text", "markdown"] {
        let outcome = try store.run("handover", "Ö4", "--format", format)
        #expect(outcome.status == 0)
        expectInert(outcome, format)
        if format == "markdown" {
          // Each that they wrote has a backslash before it.
          #expect(!outcome.output.replacing(#"\<"#, with: "").contains("<"))
          #expect(!outcome.output.contains("](http"))
        }
      }
    }
  }
}

extension TrainingStore {
  fileprivate func run(_ arguments: [String], input: String) throws -> Outcome {
    try run(arguments, input: Data(input.utf8))
  }
}
