/// The correction of an earlier fact of a record: its time, or the value of one field.
enum Correction {
  static let factName = "corrected"
  static let entry = "entry"
  static let when = "when"
  static let field = "field"
  static let value = "value"

  /// The action, the same for every kind of record.
  static func action(_ kind: SubjectKind, roles: Set<Role>) -> ActionSpec {
    ActionSpec(
      "\(kind.rawValue).correct", kind,
      title: Phrase(sv: "Rätta", en: "Correct"),
      help: Phrase(
        sv: "Rättar tiden eller ett värde i en tidigare händelse; det som stod förut finns kvar.",
        en: "Corrects the time or one value of an earlier fact; what stood before is kept."),
      roles: roles,
      fields: [
        FieldSpec(
          entry, Phrase(sv: "Händelse", en: "Fact"), .number(1...1_000_000), required: true,
          help: Phrase(sv: "numret i historiken: v3 är 3", en: "the number in the history: v3 is 3")
        ),
        FieldSpec(
          when, Phrase(sv: "Rätt tid", en: "Right time"), .time,
          help: Phrase(sv: "när det hände, om tiden var fel", en: "when it happened, if wrong")),
        FieldSpec(
          field, Phrase(sv: "Uppgift", en: "Value of"), .line,
          help: Phrase(sv: "namnet på uppgiften som ska rättas", en: "the name of the field")),
        FieldSpec(
          value, Phrase(sv: "Rätt värde", en: "Right value"), .line,
          help: Phrase(sv: "tomt tar bort uppgiften", en: "empty takes the value away")),
        FieldSpec(
          "reason", Phrase(sv: "Skäl", en: "Reason"), .line, required: true,
          help: Phrase(sv: "varför, med egna ord", en: "why, in your own words")),
      ],
      fact: FactSpec(factName, Phrase(sv: "Rättat", en: "Corrected")))
  }

  /// The correction's values with the right one in the form that its field takes. What the action
  /// itself would not take is refused here too: a time to come, a subject that is not there, an
  /// officer who may not record such a fact.
  static func values(
    _ fields: FieldReader, _ record: Record, _ context: DecisionContext
  ) throws -> [String: FieldValue] {
    var values = fields.values.filter { !FieldReader.isEmpty($0.value) }
    guard let version = fields.number(entry),
      let old = record.entries.first(where: { $0.version == version }), old.name != factName
    else {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "det finns ingen sådan händelse att rätta; välj ett nummer i historiken",
          en: "there is no such fact to correct; choose a number of the history"), field: entry)
    }
    let known = RecordKinds.action(record.kind, becoming: old.name)
    if let known, let officer = context.officer { try Decision.permit(known, officer) }
    try requirePast(fields.time(when), context)
    guard let name = fields.string(field) else {
      guard fields.time(when) != nil else {
        throw Refusal(
          .invalid,
          Phrase(
            sv: "ange rätt tid eller vilken uppgift som ska rättas",
            en: "give the right time, or which value to correct"), field: when)
      }
      values[value] = nil
      return values
    }
    guard let spec = known?.field(name) else {
      let names = (known?.fields ?? []).map(\.name).joined(separator: ", ")
      throw Refusal(
        .invalid,
        Phrase(
          sv: "händelsen har ingen uppgift ”\(name.prefix(40))”; de är: \(names)",
          en: "the fact has no value “\(name.prefix(40))”; they are: \(names)"), field: field)
    }
    values[value] = try parsed(fields.string(value), spec)
    try Decision.requireSubjects(spec, values[value], named: value, context)
    return values
  }

  private static func requirePast(_ time: Instant?, _ context: DecisionContext) throws {
    guard let time, time > context.now.adding(milliseconds: Decision.futureTolerance) else {
      return
    }
    throw Refusal(
      .invalid,
      Phrase(
        sv: "den rätta tiden ligger i framtiden; ange när det hände",
        en: "the right time is in the future; say when it happened"), field: when)
  }

  private static func parsed(_ text: String?, _ spec: FieldSpec) throws -> FieldValue? {
    guard let text else {
      guard !spec.isRequired else {
        throw Refusal(
          .invalid,
          Phrase(
            sv: "”\(spec.label.sv)” måste ha ett värde", en: "“\(spec.label.en)” needs a value"),
          field: value)
      }
      return nil
    }
    let typed: FieldValue =
      switch spec.type {
      case .number: Int(text).map(FieldValue.number) ?? .text(text)
      case .flag:
        ["ja", "yes", "true"].contains(text.lowercased())
          ? .flag(true)
          : ["nej", "no", "false"].contains(text.lowercased()) ? .flag(false) : .text(text)
      case .choices, .roles, .references:
        .list(text.split(separator: ",").map { .text($0.trimmingBlanks) })
      case .children: ChildrenEntry.parse(text).map { .list($0.map(\.field)) } ?? .text(text)
      default: .text(text)
      }
    if let problem = spec.problem(with: typed) {
      throw Refusal(.invalid, problem, field: value)
    }
    return typed
  }
}
