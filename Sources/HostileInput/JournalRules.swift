import Casework
import Foundation
import TextSafety

/// What holds of facts: those that stand in the journal, and those that an action becomes.
enum JournalRules {
  /// A line is a fact of one subject: its name, a blank, its body.
  ///
  /// A body that is read is written the same once more; a subject of whatever facts can be shown.
  static func checkBodies(_ bytes: [UInt8]) throws {
    let coder = FactCoder()
    let id = SubjectID(at: RulesDesk.now, random: (0, 7))
    var state: SubjectState?
    for line in bytes.split(separator: UInt8(ascii: "\n")).prefix(100) {
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
      let kind = String(decoding: parts.first ?? [], as: UTF8.self)
      guard parts.count == 2, let fact = try? coder.fact(kind: kind, body: Data(parts[1])) else {
        continue
      }
      try expectSame(fact, coder)
      try expectSorted(Data(parts[1]))
      let next = SubjectState.applying(fact, at: RulesDesk.now, to: state, id: id)
      state = next ?? state
    }
    if let state { try expectShown(state) }
  }

  /// Whatever is asked for is refused in words, or becomes facts that fit what stands.
  static func checkActions(_ bytes: [UInt8]) throws {
    for line in bytes.split(separator: UInt8(ascii: "\n")).prefix(20) {
      guard
        case .object(let object)? = try? JSONDecoder().decode(FieldValue.self, from: Data(line)),
        case .text(let id)? = object["action"]
      else { continue }
      var action = Action(id)
      if case .text(let text)? = object["subject"] { action.subject = Reference(text) }
      if case .text(let text)? = object["happenedAt"] { action.happenedAt = Instant(iso8601: text) }
      if case .object(let fields)? = object["fields"] { action.fields = fields }
      do {
        try expectFacts(of: action)
      } catch let refusal as Refusal {
        for words in [refusal.message.sv, refusal.message.en] {
          try expect(!UntrustedText(words).isBlank, "a refusal without words")
        }
      }
    }
  }

  /// The action of a tip that came in is recorded; nothing in it is against a rule or a limit.
  static func expectTaken(_ action: Action) throws {
    do {
      try expectFacts(of: action)
    } catch let refusal as Refusal {
      throw BrokenRule("a tip that came in is refused: \(refusal.message.en)")
    }
  }

  private static func expectFacts(of action: Action) throws {
    let desk = RulesDesk.standing
    let coder = FactCoder()
    for (index, decided) in try desk.decide(action).enumerated() {
      try expectSame(decided.fact, coder)
      let state = desk.applying(decided, at: action.happenedAt ?? RulesDesk.now)
      // A later fact may rest on an earlier one of the same action.
      try expect(state != nil || index > 0, "\(decided.fact.kind) does not fit what stands")
      if let state { try expectShown(state) }
    }
  }

  private static func expectSame(_ fact: Fact, _ coder: FactCoder) throws {
    let body = try coder.body(of: fact)
    let again = try coder.fact(kind: fact.kind, body: body)
    try expect(again == fact, "\(fact.kind) is read as another fact than was written")
    try expect(try coder.body(of: again) == body, "\(fact.kind) is written another way")
    for detail in fact.words.details {
      if case .untrusted(let text) = detail.value { _ = SafeText(text, limit: 200) }
    }
  }

  /// What is read without `JSONDecoder` is what it reads.
  private static func expectSorted(_ body: Data) throws {
    let decoder = JSONDecoder()
    if let report = TipReport.sorted(body) {
      try expect(
        (try? decoder.decode(TipReport.self, from: body)) == report, "a report is read in two ways")
    }
    if let correction = TipFact.Correction.sorted(body) {
      try expect(
        (try? decoder.decode(TipFact.Correction.self, from: body)) == correction,
        "a correction is read in two ways")
    }
  }

  /// Everything that lists, windows and clocks ask of a subject has an answer.
  private static func expectShown(_ state: SubjectState) throws {
    let now = RulesDesk.now
    let clocks = state.clocksToMind(at: now).map { $0.standing(at: now) }
    var titles: [UntrustedText] = []
    switch state {
    case .tip(let tip):
      titles = [tip.title(.sv), tip.title(.en)]
      _ = (tip.sections(now: now), tip.nextStep(now: now), tip.nextAction, tip.searchText)
      _ = tip.runningClocks
    case .record(let record):
      guard let kind = RecordKinds.of(record.kind) else { return }
      titles = [kind.title(record, .sv), kind.title(record, .en)]
      _ = (kind.status(record, now: now), kind.sections(record, now: now), kind.sortTime(record))
      _ = (kind.nextStep(record, now: now), kind.nextAction(record, now: now))
      _ = (record.runningClocks, NameKeys(record))
    case .officer: break
    }
    for title in titles { try TextRules.expectInert(SafeText(title, limit: 80).string, "a title") }
    for words in clocks { try IntakeRules.expectWords(words) }
  }
}
