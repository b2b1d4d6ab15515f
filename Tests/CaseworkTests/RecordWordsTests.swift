import Casework
import Demo
import Foundation
import Testing
import TextSafety

@Suite("Custody decisions and police reports in words")
struct RecordWordsTests {
  /// Every field of an action with a value that fits.
  static func filled(_ spec: ActionSpec) -> [String: FieldValue] {
    var fields: [String: FieldValue] = [:]
    for field in spec.fields {
      fields[field.name] =
        switch field.type {
        case .line: field.name == "kNumber" ? .text("5000-K123456-26") : .text("ord")
        case .text: .text("rad ett\nrad två")
        case .choice(let choices): .text(choices.first?.value ?? "")
        case .choices(let choices): .list(choices.map { .text($0.value) })
        case .flag: .flag(true)
        case .number: .number(15)
        case .date: .text(field.name == "birthDate" ? "2011-03-12" : "2027-01-27")
        default: FieldValue.none
        }
    }
    return fields
  }

  @Test("Every fact reads as the table says", arguments: [SubjectKind.custody, .policeReport])
  func words(kind: SubjectKind) throws {
    let coder = FactCoder()
    var text = ""
    for spec in ActionRegistry.all
    where spec.kind == kind && spec.fact?.name != "corrected" && !spec.isRedaction {
      let name = try #require(spec.fact?.name)
      let fact = Fact.record(
        RecordedFact(kind: "\(kind.rawValue).\(name)", values: Self.filled(spec)))
      #expect(try coder.fact(kind: fact.kind, body: coder.body(of: fact)).kind == fact.kind)
      text += "\(spec.id) → \(fact.words.title.sv) / \(fact.words.title.en)\n"
      for detail in fact.words.details {
        text += "  \(detail.label.sv) / \(detail.label.en): \(Self.text(detail.value))\n"
      }
    }
    try Table(kind == .custody ? "CustodyWords.txt" : "PoliceReportWords.txt").expect(text)
  }

  private static func text(_ value: FactWords.Value) -> String {
    switch value {
    case .phrase(let phrase): "\(phrase.sv) / \(phrase.en)"
    case .untrusted(let text): SafeText(text).string
    case .time(let time): time.iso8601
    case .children(let children): "\(children.count)"
    case .reference(let reference): reference.description
    }
  }

  // MARK: Anything goes

  @Test("Whatever is tried, refusals have words and replay gives the same", arguments: 1...12)
  func anything(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var desk = try CustodyDesk()
    var subjects: [Reference] = []
    let specs = CustodyKind.actions + PoliceReportKind.actions
    var accepted = 0
    for _ in 0..<600 {
      guard let spec = specs.randomElement(using: &random) else { continue }
      desk.now = desk.now.adding(minutes: Int.random(in: 0...1200, using: &random))
      var fields = Self.filled(spec).filter { name, _ in
        spec.field(name)?.isRequired == true || Bool.random(using: &random)
      }
      for field in spec.fields where fields[field.name] != nil {
        if case .choice(let choices) = field.type,
          let choice = choices.randomElement(using: &random)
        {
          fields[field.name] = .text(choice.value)
        }
      }
      let late = Int.random(in: 0...4, using: &random) == 0
      let action = Action(
        spec.id,
        subject: spec.creates
          ? nil : subjects.filter { $0.kind == spec.kind }.suffix(3).randomElement(using: &random),
        happenedAt: late
          ? desk.now.adding(minutes: -Int.random(in: 0...9000, using: &random)) : nil,
        fields: fields)
      do {
        let reference = try desk.ledger.record(action, by: "lead", now: desk.now)
        if spec.creates { subjects.append(reference) }
        accepted += 1
        Self.read(try desk.record(reference), desk.now)
      } catch let refusal as Refusal {
        #expect(!refusal.reason.sv.isEmpty && !refusal.reason.en.isEmpty)
      }
    }
    #expect(accepted > 100)
    #expect(desk.ledger.replayed() == desk.ledger.states)
  }

  /// Reads all that is shown: none of it may trap.
  private static func read(_ record: Record, _ now: Instant) {
    guard let kind = RecordKinds.of(record.kind) else { return }
    for moment in [Instant.earliest, now, .latest] {
      let status = kind.status(record, now: moment)
      #expect(!status.title.sv.isEmpty && !status.title.en.isEmpty)
      #expect(!kind.sections(record, now: moment).isEmpty)
      _ = kind.nextStep(record, now: moment)
    }
    _ = kind.title(record, .sv)
    _ = kind.sortTime(record)
  }
}
