extension Decision {
  /// Decides an action on a record: the fields, the references, the kind's rules, and whether what
  /// comes of it can be so.
  static func facts(
    _ spec: ActionSpec, _ fields: FieldReader, on record: Record?, _ context: DecisionContext
  ) throws -> [DecidedFact] {
    guard let kind = RecordKinds.of(spec.kind), let name = spec.fact?.name else { return [] }
    var values = fields.values.filter { !FieldReader.isEmpty($0.value) }
    if let record, name == Correction.factName {
      values = try Correction.values(fields, record, context)
    }
    for field in spec.fields { try requireSubjects(field, values[field.name], context) }
    let fact = RecordedFact(kind: "\(spec.kind.rawValue).\(name)", values: values)
    let id = record?.id ?? context.newID()
    guard
      let after = Record.applying(fact, at: context.happenedAt, to: record, id: id),
      let entry = after.entries.last
    else { return [] }
    let action = RecordAction(spec: spec, entry: entry)
    try kind.check(action, on: record, context)
    try kind.checkConsistency(after, context)
    let remarks = try kind.remarks(action, on: record, context)
    return [DecidedFact(id, .record(fact), remarks: remarks)]
      + (try kind.alsoHappens(action, on: record, context))
  }

  /// What a field refers to has to be there. `name` is the field at fault, where it is another.
  static func requireSubjects(
    _ field: FieldSpec, _ value: FieldValue?, named name: String? = nil, _ context: DecisionContext
  ) throws {
    let texts: [String] =
      switch (field.type, value) {
      case (.reference, .text(let text)?): [text]
      case (.references, .list(let list)?):
        list.compactMap { if case .text(let text) = $0 { text } else { nil } }
      default: []
      }
    for text in texts {
      guard let reference = Reference(text), try context.subject(reference) != nil else {
        throw Refusal(
          .unknownSubject,
          Phrase(
            sv: "”\(field.label.sv)”: \(text.prefix(24)) finns inte",
            en: "“\(field.label.en)”: there is no \(text.prefix(24))"), field: name ?? field.name)
      }
    }
  }
}
