import Foundation
import TextSafety

/// The redaction of one fact: its words are erased, and with them what proved them.
///
/// What happened stays: times, choices, numbers and references are what clocks, responsibility and
/// the figures rest on, so the subject stands as before without the words. A lead redacts, with a
/// reason that the history shows.
public struct Redaction: Hashable, Sendable, Codable {
  static let factName = "redacted"
  static let entryField = "entry"
  static let reasonField = "reason"
  static let remainsField = "remains"
  /// What stands in the place of words that were redacted.
  public static let marker = "[borttaget]"

  /// What is left of a fact whose body was erased.
  public struct Remains: Hashable, Sendable, Codable {
    /// The subject's version after the fact.
    public let version: Int
    /// The fact's body without its words.
    public let body: FieldValue
  }

  /// The version of the fact that was redacted.
  public let entry: Int
  /// Why.
  public let reason: UntrustedText
  /// That fact, and those of the same subject that repeat its words, as they are without them.
  public let remains: [Remains]

  /// The fact for a subject of that kind.
  func fact(of kind: SubjectKind) -> Fact {
    guard kind != .tip else { return .tip(.redacted(self)) }
    let list = remains.map { remains in
      FieldValue.object(["version": .number(remains.version), "body": remains.body])
    }
    return .record(
      RecordedFact(
        kind: "\(kind.rawValue).\(Self.factName)",
        values: [
          Self.entryField: .number(entry), Self.reasonField: .text(reason.raw),
          Self.remainsField: .list(list),
        ]))
  }

  var words: FactWords {
    FactWords(
      title: Phrase(sv: "Borttaget: uppgift v\(entry)", en: "Redacted: entry v\(entry)"),
      details: [Reason(reason).row])
  }
}

extension Redaction {
  /// The kinds of subject whose facts may be redacted: all but officers.
  static let kinds = SubjectKind.allCases.filter { $0 != .officer }

  /// The action, the same for every kind.
  static let actions = kinds.map { kind in
    ActionSpec(
      "\(kind.rawValue).redact", kind,
      title: Phrase(sv: "Ta bort uppgift", en: "Redact an entry"),
      help: Phrase(
        sv: "Raderar orden i en händelse för alltid; att den hänt, tider, val och antal står kvar.",
        en: "Erases an entry's words for ever; that it happened, times, choices and counts stay."),
      roles: [.lead],
      fields: [
        FieldSpec(
          entryField, Phrase(sv: "Händelse", en: "Entry"), .number(1...1_000_000), required: true,
          help: Phrase(sv: "numret i historiken: v3 är 3", en: "the number in the history: v3 is 3")
        ),
        FieldSpec(
          reasonField, Phrase(sv: "Skäl", en: "Reason"), .line, required: true,
          help: Phrase(
            sv: "varför; upprepa inte det som tas bort", en: "why; do not repeat what is erased")),
      ],
      fact: FactSpec(factName, Phrase(sv: "Uppgift borttagen", en: "Entry redacted")))
  }

  /// Decides what is erased of which facts. Throws ``Refusal``, or what the context throws.
  static func decide(
    _ fields: FieldReader, _ state: SubjectState, _ context: DecisionContext
  ) throws -> [DecidedFact] {
    let facts = try context.facts(state.id)
    guard let version = fields.number(entryField), version <= state.version,
      let reason = fields.text(reasonField)
    else {
      throw refusal(
        Phrase(
          sv: "det finns ingen sådan händelse; välj ett nummer i historiken",
          en: "there is no such entry; choose a number of the history"))
    }
    guard let fact = facts[version] else {
      throw refusal(
        Phrase(sv: "v\(version) är redan borttagen", en: "v\(version) is redacted already"))
    }
    let bare = fact.withoutWords
    guard !fact.isRedaction, bare != fact else {
      throw refusal(
        Phrase(
          sv: "v\(version) har inga ord att ta bort; är något fel så rätta det",
          en: "v\(version) has no words to erase; correct it where it is wrong"))
    }
    let coder = FactCoder()
    var remains = [Remains(version: version, body: try coder.value(of: bare))]
    for (other, repeating) in facts where other != version {
      let lessened = repeating.withoutWords(repeatedFrom: fact)
      guard lessened != repeating else { continue }
      remains.append(Remains(version: other, body: try coder.value(of: lessened)))
    }
    let redaction = Redaction(
      entry: version, reason: reason, remains: remains.sorted { $0.version < $1.version })
    return [DecidedFact(state.id, redaction.fact(of: state.kind))]
  }

  private static func refusal(_ reason: Phrase) -> Refusal {
    Refusal(.invalid, reason, field: entryField)
  }
}

extension UntrustedText {
  /// Whether it stands in the place of words that were redacted.
  var isRedacted: Bool { raw == Redaction.marker }

  static let redacted = UntrustedText(Redaction.marker)
}

extension ActionSpec {
  /// Whether it erases the words of a fact for ever.
  public var isRedaction: Bool { fact?.name == Redaction.factName }
}

extension Fact {
  /// The redaction that the fact is; nil for any other.
  public var redaction: Redaction? {
    guard isRedaction, let body = try? FactCoder().body(of: self) else { return nil }
    return try? JSONDecoder().decode(Redaction.self, from: body)
  }

  var isRedaction: Bool { FactName(kind)?.name == Redaction.factName }
}

extension FactCoder {
  /// The fact's body as a value.
  func value(of fact: Fact) throws -> FieldValue {
    try JSONDecoder().decode(FieldValue.self, from: body(of: fact))
  }

  /// The fact that a redaction has left.
  public func fact(kind: String, remains: FieldValue) throws -> Fact {
    try fact(kind: kind, body: JSONEncoder().encode(remains))
  }
}
