import TextSafety

extension CustodyKind {
  /// Who is in custody is not taken into custody again: a new decision follows on one that has ended.
  static func checkOnlyOne(
    _ action: RecordAction, _ custody: Custody, _ context: DecisionContext
  ) throws {
    guard action.name == "decided",
      let other = try inForce(beside: custody.record, at: action.entry.happenedAt, context).first
    else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv:
          "barnet är redan omhändertaget: \(other) gäller; ett nytt beslut kan fattas när det har "
          + "upphört",
        en:
          "the child is in custody already: \(other) is in force; a new decision can be made when "
          + "it has ended"), law: "LVU 6 §")
  }

  /// The other decisions about the same child that are in force at a moment.
  private static func inForce(
    beside record: Record, at moment: Instant, _ context: DecisionContext
  ) throws -> [Reference] {
    let persons = try record.references("person").suffix(1).flatMap { try same($0, context) }
    var others = try persons.flatMap { try context.lookup.referring(.custody, $0) }
    if persons.isEmpty, let reference = record.references("case").last {
      // Nobody has said which child: the same words in the same case stand for the same.
      others = try context.lookup.referring(.custody, reference).filter {
        record.text("who").map { SwedishFolding.words($0.raw) }
          == $0.record.text("who").map { SwedishFolding.words($0.raw) }
      }
    }
    return others.filter {
      $0.record.id != record.id && Custody($0.record).isInForce(at: moment)
    }.map(\.reference)
  }

  /// A child by all references that have been found to be the same.
  private static func same(_ person: Reference, _ context: DecisionContext) throws -> [Reference] {
    var all = [person]
    if case .record(let record)? = try context.subject(person),
      let into = Person(record).mergedInto
    {
      all.append(into)
    }
    for reference in all {
      all += try context.lookup.referring(.person, reference).filter {
        Person($0.record).mergedInto == reference
      }.map(\.reference)
    }
    return all
  }

  /// What to see to before a decision: an age that may reach 20, and a decision that is in force.
  public static func remarks(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws -> [Phrase] {
    guard ["prepared", "decided"].contains(action.name) else { return [] }
    var remarks: [Phrase] = []
    let persons = action.entry.references("person") + (record?.references("person") ?? [])
    if let reference = persons.first, case .record(let person)? = try context.subject(reference),
      let highest = Person(person).highestAge(on: Stockholm.civil(action.entry.happenedAt).date),
      highest >= 20
    {
      remarks.append(
        Phrase(
          sv: "\(reference) kan ha fyllt 20 (upp till \(highest) år); då gäller inte LVU 6 §",
          en: "\(reference) may be 20 or more (up to \(highest)); then LVU 6 § does not apply"))
    }
    guard action.name == "prepared",
      let prepared = Record.applying(
        RecordedFact(kind: "custody.prepared", values: action.entry.values),
        at: action.entry.happenedAt, to: nil, id: context.newID()),
      let other = try inForce(beside: prepared, at: action.entry.happenedAt, context).first
    else { return remarks }
    return remarks + [
      Phrase(
        sv: "\(other) gäller för samma barn; ett nytt beslut kan fattas först när det har upphört",
        en: "\(other) is in force for the same child; decide anew only when it has ended")
    ]
  }
}
