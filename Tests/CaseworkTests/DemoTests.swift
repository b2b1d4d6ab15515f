import Casework
import Demo
import Foundation
import Testing
import TextSafety

@Suite("Demonstration data")
struct DemoTests {
  static let now = Instant(milliseconds: 1_795_327_980_000)

  /// The officers, and five weeks of tips.
  static func events(tips: Int = 300, seed: UInt64 = DemoData.defaultSeed) -> [DemoEvent] {
    DemoData.registrations(from: now.adding(minutes: -60 * 24 * 36))
      + DemoData.tips(until: now, count: tips, seed: seed)
  }

  static func ledger(tips: Int = 300, seed: UInt64 = DemoData.defaultSeed) throws -> Ledger {
    try Ledger.recording(events(tips: tips, seed: seed)).ledger
  }

  @Test("The same seed gives the same events, another seed gives others")
  func isDeterministic() {
    #expect(DemoData.events(until: Self.now) == DemoData.events(until: Self.now))
    #expect(DemoData.events(until: Self.now) != DemoData.events(until: Self.now, seed: 7))
  }

  @Test("Events lie in order of time, within five weeks and not after now")
  func isInOrder() throws {
    let whole = DemoData.events(until: Self.now)
    for (earlier, later) in zip(whole, whole.dropFirst()) { #expect(earlier.at <= later.at) }
    let events = DemoData.tips(until: Self.now)
    let first = try #require(events.first { $0.receivesTip })
    #expect(Self.now.since(first.at) <= 35 * 86_400_000)
    #expect(events.allSatisfy { $0.at <= Self.now })
    #expect(events.filter(\.receivesTip).map(\.tip) == (0..<300).map { $0 })
  }

  @Test(
    "The rules accept every tip and what was done with it: 20 facts for three",
    arguments: [DemoData.defaultSeed, 1, 42, 77_777])
  func isAccepted(seed: UInt64) throws {
    let ledger = try Self.ledger(seed: seed)
    #expect(ledger.entries.count == 2000 + DemoData.officers.count)
    #expect(ledger.tips.count == 300)
    #expect(ledger.officers.count == DemoData.officers.count)
  }

  @Test("Fewer or no tips are accepted too", arguments: [0, 1, 5, 40, 120])
  func smaller(tips: Int) throws {
    let ledger = try Self.ledger(tips: tips)
    #expect(ledger.tips.count == tips)
  }

  @Test(
    "The desk looks lived-in: 40 open, 8 to 12 unassessed, 2 acute, some duplicates",
    arguments: [DemoData.defaultSeed, 1, 42, 77_777])
  func isLivedIn(seed: UInt64) throws {
    let tips = try Self.ledger(seed: seed).tips
    let open = tips.filter { $0.status == .open }
    #expect(open.count == 40)
    #expect((8...12).contains(open.count { $0.assessment == nil }))
    #expect(open.count { $0.isAcute } == 2)
    #expect(tips.count { $0.status == .duplicate } >= 8)
    #expect(open.contains { $0.assessmentIsLate(now: Self.now) })
  }

  @Test("Kinds of action and texts are varied")
  func isVaried() throws {
    let events = DemoData.tips(until: Self.now)
    // What is linked is linked to a case, and these events are of tips alone.
    let tipActions = Tip.actions.map(\.id).filter { $0 != "tip.link" }
    #expect(Set(events.map(\.action.id)).isSuperset(of: tipActions))
    let texts = try Self.ledger().tips.map(\.report.text.raw)
    #expect(Set(texts).count == texts.count)
    #expect(texts.allSatisfy { !$0.contains("{") && !$0.contains("..") || $0.hasSuffix("...") })
  }

  @Test(
    "The rules accept the whole demonstration on any day and at any hour",
    arguments: [0, 1, 2, 5, 33, 60, 125, 200, 333])
  func isAcceptedAnyDay(days: Int) throws {
    let now = Self.now.adding(minutes: days * (24 * 60 + 157))
    let (ledger, references) = try Ledger.recording(DemoData.events(until: now, tips: 30))
    func clocks(_ name: String) throws -> CustodyClocks? {
      guard case .record(let record)? = ledger[try #require(references[.named(name)])] else {
        return nil
      }
      return Custody(record).clocks
    }
    #expect(try clocks("LVU verktyg")?.ceased(at: now) != nil)
    let urgent = try #require(try clocks("LVU röd jacka")?.clocks(at: now).first)
    #expect(urgent.state(at: now).isOpen)
    let today = Stockholm.civil(now).date
    #expect(urgent.deadline.safeDay >= today)
    if HolidayCalendar.isWorkingDay(today) { #expect(urgent.deadline.safeDay == today) }
  }

  @Test("Telephone numbers are from the ranges set aside for fiction")
  func numbersAreFictional() throws {
    for tip in try Self.ledger().tips {
      guard let phone = tip.report.reporterPhone?.raw else { continue }
      let digits = phone.filter(\.isNumber)
      let last = try #require(Int(digits.suffix(3)))
      #expect(
        (digits.hasPrefix("0701740") && (605...699).contains(last))
          || (digits.hasPrefix("0846500") && (400...499).contains(last)), "\(phone)")
    }
  }

  @Test("Arrivals repeat for the same index and differ for every other")
  func arrivalsAreUnique() {
    let all = (0..<200).map { DemoData.arrival($0, now: Self.now) }
    #expect(all == (0..<200).map { DemoData.arrival($0, now: Self.now) })
    #expect(Set(all).count == 200)
    let acute = all.count {
      if case .line(let line) = $0 { line.contains("\"acute\":") } else { false }
    }
    #expect((8...30).contains(acute))
  }

  @Test(
    "A mail has its headers, is ASCII in lines of at most 998 bytes, and ends its lines in CRLF")
  func mailsAreMails() throws {
    for index in 0..<200 {
      guard case .mail(let bytes) = DemoData.arrival(index, now: Self.now) else { continue }
      let text = try #require(String(bytes: bytes, encoding: .ascii))
      for header in ["Date: ", "From: ", "Subject: ", "Message-ID: <", "MIME-Version: 1.0"] {
        #expect(text.contains("\r\n" + header))
      }
      let lines = text.components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 998 && !$0.utf8.contains(0x0A) })
    }
  }

  @Test("A line is one JSON object with the keys of the intake format")
  func linesAreJSON() throws {
    let known: Set = [
      "id", "channel", "receivedAt", "text", "place", "observedAt", "children", "adults",
      "activity", "acute", "reporter", "language",
    ]
    for index in 0..<200 {
      guard case .line(let line) = DemoData.arrival(index, now: Self.now) else { continue }
      #expect(!line.contains("\n"))
      let value = try JSONDecoder().decode(FieldValue.self, from: Data(line.utf8))
      guard case .object(let object) = value else {
        Issue.record("not an object: \(line)")
        continue
      }
      #expect(known.isSuperset(of: object.keys))
      #expect(object["text"] != nil)
    }
  }
}
