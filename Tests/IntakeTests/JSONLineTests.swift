import Testing
import TextSafety

@testable import Intake

@Suite("A line of JSON becomes a tip or an error that says what to correct")
struct JSONLineTests {
  @Test("all keys are read")
  func everything() throws {
    let tip = try JSONLineReader.parse(
      line: """
        {"id":"a-1","channel":"police","receivedAt":"2026-11-21T02:13:00+01:00","text":"Två barn",\
        "place":"Centralen","observedAt":"2026-11-21T00:00:00.5Z",\
        "children":[{"sex":"female","ageFrom":9,"ageTo":11},{}],"adults":2,\
        "activity":["begging","selling","begging"],"acute":"fryser",\
        "reporter":{"name":"Anna","phone":"070","email":"anna@example.org","category":"granne",\
        "wantsFeedback":true},"language":"rumänska"}
        """, number: 1)
    #expect(
      tip
        == IncomingTipLine(
          id: "a-1", channel: .police, receivedAt: 1_795_223_580_000, text: "Två barn",
          place: "Centralen", observedAt: 1_795_219_200_500,
          children: [
            .init(sex: .female, ageFrom: 9, ageTo: 11), .init(sex: nil, ageFrom: nil, ageTo: nil),
          ],
          adults: 2, activity: [.begging, .selling], acute: "fryser",
          reporter: .init(
            name: "Anna", phone: "070", email: "anna@example.org", category: "granne",
            wantsFeedback: true),
          language: "rumänska"))
  }

  @Test("only the text is needed, and null is the same as nothing")
  func least() throws {
    let short = try JSONLineReader.parse(line: #"{"text":"x"}"#, number: 1)
    let nulls = try JSONLineReader.parse(
      line: #"{"text":"x","id":null,"children":null,"reporter":null,"adults":null,"acute":" "}"#,
      number: 1)
    #expect(short == nulls)
    #expect(short.text == "x")
    #expect(short.children.isEmpty && short.adults == nil && short.acute == nil)
  }

  static let faults: [(String, String?, IntakeLineError.Reason)] = [
    (#"{}"#, "text", .missing),
    (#"{"text":null}"#, "text", .missing),
    (#"{"text":" \n\u00a0"}"#, "text", .blank),
    (#"{"text":"\ud800"}"#, "text", .notJSON),
    (#"{"text":7}"#, "text", .wrongType(expected: .text)),
    (#"{"text":"x","id":" "}"#, "id", .blank),
    (#"{"text":"x","Channel":"web"}"#, "Channel", .unknownKey(nearest: "channel")),
    (#"{"text":"x","recievedAt":"x"}"#, "recievedAt", .unknownKey(nearest: "receivedAt")),
    (#"{"text":"x","reporter":{"mail":"x"}}"#, "reporter.mail", .unknownKey(nearest: "email")),
    (#"{"text":"x","children":[{},{"age":1}]}"#, "children[1].age", .unknownKey(nearest: "ageTo")),
    (
      #"{"text":"x","channel":"fax"}"#, "channel",
      .notOneOf(["phone", "email", "web", "visit", "police", "organisation", "observation"])
    ),
    (#"{"text":"x","receivedAt":"2026-11-21T02:13:00"}"#, "receivedAt", .notATime),
    (#"{"text":"x","observedAt":"2026-02-29T02:13:00Z"}"#, "observedAt", .notATime),
    (#"{"text":"x","observedAt":5}"#, "observedAt", .wrongType(expected: .text)),
    (#"{"text":"x","children":{}}"#, "children", .wrongType(expected: .array)),
    (#"{"text":"x","children":[7]}"#, "children[0]", .wrongType(expected: .object)),
    (#"{"text":"x","children":[{"sex":"f"}]}"#, "children[0].sex", .notOneOf(["female", "male"])),
    (
      #"{"text":"x","children":[{"ageFrom":-1}]}"#, "children[0].ageFrom",
      .outOfRange(from: 0, through: 120)
    ),
    (
      #"{"text":"x","children":[{"ageTo":121}]}"#, "children[0].ageTo",
      .outOfRange(from: 0, through: 120)
    ),
    (
      #"{"text":"x","children":[{"ageFrom":9.5}]}"#, "children[0].ageFrom",
      .wrongType(expected: .wholeNumber)
    ),
    (#"{"text":"x","children":[{"ageFrom":9,"ageTo":8}]}"#, "children[0].ageFrom", .agesReversed),
    (#"{"text":"x","adults":1001}"#, "adults", .outOfRange(from: 0, through: 1_000)),
    (#"{"text":"x","adults":"2"}"#, "adults", .wrongType(expected: .wholeNumber)),
    (#"{"text":"x","adults":true}"#, "adults", .wrongType(expected: .wholeNumber)),
    (
      #"{"text":"x","adults":99999999999999999999}"#, "adults", .wrongType(expected: .wholeNumber)
    ),
    (#"{"text":"x","activity":"music"}"#, "activity", .wrongType(expected: .array)),
    (#"{"text":"x","activity":[1]}"#, "activity[0]", .wrongType(expected: .text)),
    (
      #"{"text":"x","activity":["music","roses"]}"#, "activity[1]",
      .notOneOf(["begging", "music", "selling", "theft", "other"])
    ),
    (#"{"text":"x","acute":true}"#, "acute", .wrongType(expected: .text)),
    (#"{"text":"x","reporter":"Anna"}"#, "reporter", .wrongType(expected: .object)),
    (
      #"{"text":"x","reporter":{"wantsFeedback":1}}"#, "reporter.wantsFeedback",
      .wrongType(expected: .boolean)
    ),
    (#"[]"#, nil, .notAnObject),
    (#"7"#, nil, .notAnObject),
    (#"{"text":"x""#, nil, .notJSON),
    (#"text"#, nil, .notJSON),
    (#""#, nil, .notJSON),
    (#"{"text":"x"} {"text":"y"}"#, nil, .notJSON),
  ]

  @Test("a wrong line names the line, the key and what is expected", arguments: faults)
  func errors(line: String, key: String?, reason: IntakeLineError.Reason) {
    let expected = IntakeLineError(line: 7, key: key.map { UntrustedText($0) }, reason: reason)
    #expect(throws: expected) { try JSONLineReader.parse(line: line, number: 7) }
    let swedish = expected.message(swedish: true)
    let english = expected.message(swedish: false)
    #expect(swedish.hasPrefix("rad 7: \(key.map { $0 + ": " } ?? "")"))
    #expect(english.hasPrefix("line 7: \(key.map { $0 + ": " } ?? "")"))
  }

  @Test("an unknown key says which one was meant")
  func unknownKeyWords() {
    let error = IntakeLineError(
      line: 3, key: "reciever", reason: .unknownKey(nearest: "receivedAt"))
    #expect(error.message(swedish: true) == "rad 3: reciever: okänd nyckel; menades receivedAt?")
    #expect(error.message(swedish: false) == "line 3: reciever: unknown key; was receivedAt meant?")
  }

  @Test("a hundred children are read and one more is refused")
  func childCount() throws {
    func line(_ count: Int) -> String {
      #"{"text":"x","children":["# + Array(repeating: "{}", count: count).joined(separator: ",")
        + "]}"
    }
    #expect(try JSONLineReader.parse(line: line(100), number: 1).children.count == 100)
    #expect(throws: IntakeLineError(line: 1, key: "children", reason: .tooMany(limit: 100))) {
      try JSONLineReader.parse(line: line(101), number: 1)
    }
  }

  @Test("nesting, length and bytes that are not text are refused before parsing")
  func bounds() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: IntakeLineError(line: 1, key: nil, reason: .tooDeep(limit: 16))) {
      try JSONLineReader.parse(line: deep, number: 1)
    }
    let many = "{\"text\":[" + String(repeating: "1,", count: 20_000) + "1]}"
    #expect(throws: IntakeLineError(line: 1, key: nil, reason: .tooManyValues(limit: 20_000))) {
      try JSONLineReader.parse(line: many, number: 1)
    }
    let limit = JSONLineReader.longestLine
    #expect(throws: IntakeLineError(line: 2, key: nil, reason: .tooLong(limit: limit))) {
      try JSONLineReader.parse(line: [UInt8](repeating: 0x20, count: limit + 1), number: 2)
    }
    #expect(throws: IntakeLineError(line: 3, key: nil, reason: .notUTF8(offset: 11))) {
      try JSONLineReader.parse(line: Array(#"{"text":"å"#.utf8) + [0xFF, 0x22, 0x7D], number: 3)
    }
  }

  @Test("brackets inside a text are no nesting")
  func bracketsInText() throws {
    let brackets = String(repeating: "[{\\\"", count: 50)
    let tip = try JSONLineReader.parse(line: "{\"text\":\"\(brackets)\"}", number: 1)
    #expect(tip.text.raw == String(repeating: "[{\"", count: 50))
  }

  @Test(
    "times are read with their offset, whatever their form",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.999Z", -1),
      ("2026-11-21T02:13+01:00", 1_795_223_580_000),
      ("2026-11-21T02:13:00+0100", 1_795_223_580_000),
      ("2026-11-21T02:13:00+01", 1_795_223_580_000),
      ("2026-11-20T20:13:00.1234567-05:00", 1_795_223_580_123),
      ("2024-02-29T12:00:00Z", 1_709_208_000_000), ("1900-01-01T00:00:00Z", -2_208_988_800_000),
      ("2199-12-31T23:59:59Z", 7_258_118_399_000),
    ])
  func times(text: String, milliseconds: Int64) throws {
    let tip = try JSONLineReader.parse(line: #"{"text":"x","receivedAt":"\#(text)"}"#, number: 1)
    #expect(tip.receivedAt == milliseconds)
  }

  @Test(
    "what is no whole time with an offset is refused",
    arguments: [
      "", "2026-11-21", "2026-11-21T02:13:00", "2026-11-21T24:00:00Z", "2026-11-21T02:60:00Z",
      "2026-11-21T02:13:60Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
      "2026-04-31T00:00:00Z", "2025-02-29T00:00:00Z", "2026-11-21T02:13:00+1:00",
      "2026-11-21T02:13:00Zx", "2026-11-21T02:13:00.Z", "2026-11-21 02:13:00Z",
      "2026-11-21T02:13:00+01:", "２026-11-21T02:13:00Z", "2026-11-21T02:13:00+19:00",
    ])
  func noTimes(text: String) {
    #expect(throws: IntakeLineError(line: 1, key: "receivedAt", reason: .notATime)) {
      try JSONLineReader.parse(line: #"{"text":"x","receivedAt":"\#(text)"}"#, number: 1)
    }
  }
}
