import Foundation
import Testing
import TextSafety

@testable import Casework

@Suite("Reports and corrections read without JSONDecoder")
struct SortedJSONTests {
  /// A report and a correction with every value there is.
  private static func bodies() throws -> (report: Data, correction: Data) {
    let coder = FactCoder()
    var bodies: [String: Data] = [:]
    for case .tip(let fact) in try FactTests.everyKind() {
      switch fact {
      case .received(var report):
        guard report.adults != nil else { continue }
        report.source = "<\"1\"@example.org>\\"
        let words = "Rad ett\nrad två\t\u{8}\u{C}\r/ åäö 🌹"
        report.text = UntrustedText(words)
        bodies["report"] = try coder.body(of: .tip(.received(report)))
        let correction = TipFact.Correction(
          report: report, changed: ["text", "place"], corrects: 1, reason: "fel")
        bodies["correction"] = try coder.body(of: .tip(.corrected(correction)))
      default: break
      }
    }
    return (try #require(bodies["report"]), try #require(bodies["correction"]))
  }

  private static func decoded<Body: Decodable>(_ body: Data) -> Body? {
    try? JSONDecoder().decode(Body.self, from: body)
  }

  @Test("Every value is read as JSONDecoder reads it")
  func everyValue() throws {
    let (report, correction) = try Self.bodies()
    let read = try #require(TipReport.sorted(report))
    #expect(read == Self.decoded(report))
    #expect(Mirror(reflecting: read).children.allSatisfy { "\($0.value)" != "nil" })
    let corrected = TipFact.Correction.sorted(correction)
    #expect(corrected != nil)
    #expect(corrected == Self.decoded(correction))
  }

  @Test("Without any one of its values a report is read as JSONDecoder reads it")
  func withoutOne() throws {
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Self.bodies().report) as? [String: Any])
    #expect(whole.count == 23)
    for key in whole.keys.sorted() {
      let body = try JSONSerialization.data(
        withJSONObject: whole.filter { $0.key != key },
        options: [.sortedKeys, .withoutEscapingSlashes])
      let report: TipReport? = Self.decoded(body)
      #expect(TipReport.sorted(body) == report, "without \(key)")
      #expect((report == nil) == ["channel", "text"].contains(key), "without \(key)")
    }
  }

  @Test("Whatever byte is changed, left out or doubled: it is read as JSONDecoder reads it, or not")
  func changedBytes() throws {
    let (report, correction) = try Self.bodies()
    let others = Array("\"\\{}[],:-0.9eu x\n".utf8) + [0x00, 0x80, 0xC3, 0xFF]
    var read = 0
    func expectAlike<Body: Decodable & Equatable>(
      _ bytes: [UInt8], _ sorted: (Data) -> Body?
    ) {
      let body = Data(bytes)
      guard let value = sorted(body) else { return }
      read += 1
      if value != Self.decoded(body) {
        Issue.record("two ways: \(String(decoding: body, as: UTF8.self))")
      }
    }
    func expectAlike<Body: Decodable & Equatable>(_ body: Data, _ sorted: (Data) -> Body?) {
      let bytes = [UInt8](body)
      for index in bytes.indices {
        for other in others {
          var changed = bytes
          changed[index] = other
          expectAlike(changed, sorted)
        }
        expectAlike(Array(bytes[..<index]), sorted)
        expectAlike(Array(bytes[..<index] + bytes[(index + 1)...]), sorted)
        expectAlike(Array(bytes[...index] + bytes[index...]), sorted)
      }
    }
    expectAlike(report, TipReport.sorted)
    expectAlike(correction, TipFact.Correction.sorted)
    #expect(read > 5000)
  }

  @Test(
    "What is not written as this program writes it is left to JSONDecoder",
    arguments: [
      #" {"channel":"web","text":"ord"}"#, #"{"channel":"web","text":"ord"} "#,
      #"{"channel":"web", "text":"ord"}"#, #"{"text":"ord","channel":"web"}"#,
      #"{"channel":"web","text":"ord","wat":1}"#, #"{"channel":"web","text":"\u00e5"}"#,
      #"{"activity":["theft",],"channel":"web","text":"ord"}"#,
      #"{"channel":"web","place":null,"text":"ord"}"#,
      #"{"adults":2.0,"channel":"web","text":"ord"}"#,
      #"{"adults":2e0,"channel":"web","text":"ord"}"#,
      #"{"channel":"web","text":"ord","text":"ett till"}"#,
    ])
  func otherWriting(_ text: String) {
    let body = Data(text.utf8)
    #expect(TipReport.sorted(body) == nil)
    #expect((Self.decoded(body) as TipReport?)?.channel == .web)
  }

  @Test(
    "What is no report is none",
    arguments: [
      "", "{", "{}", "[]", "null", #"{"channel":"web","text":"ord"}}"#,
      #"{"channel":"web","text":"ord""#,
      #"{"channel":"pigeon","text":"ord"}"#, #"{"adults":02,"channel":"web","text":"ord"}"#,
      #"{"adults":-,"channel":"web","text":"ord"}"#,
      #"{"adults":99999999999999999999,"channel":"web","text":"ord"}"#,
      #"{"channel":"web","observedAt":9000000000000000,"text":"ord"}"#,
      #"{"activity":["theft""music"],"channel":"web","text":"ord"}"#,
      #"{"channel":"web","text":"\ud800"}"#,
    ])
  func noReport(_ text: String) {
    let body = Data(text.utf8)
    #expect(TipReport.sorted(body) == nil)
    #expect(Self.decoded(body) as TipReport? == nil)
  }
}
