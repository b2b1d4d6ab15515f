import TextSafety

extension PersonKind {
  /// Refuses what does not fit the person as it stands.
  public static func check(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws {
    guard let record else { return }
    let person = Person(record)
    switch action.name {
    case "split":
      guard person.mergedInto == nil else { return }
      throw Refusal(
        .rule,
        Phrase(
          sv: "barnet är inte sammanslaget med något annat",
          en: "the person is not merged with another"))
    default: try requireAlone(person)
    }
    switch action.name {
    case "described":
      guard action.entry.values.isEmpty else { return }
      throw Refusal(
        .invalid,
        Phrase(
          sv: "inget är ifyllt; ange minst en uppgift",
          en: "nothing is filled in; give at least one value"))
    case Correction.factName: try permitCorrection(action.entry, of: record, context)
    case "merged": try checkMerge(action.entry, of: person, context)
    case "sightingLinked", "sightingUnlinked": try checkLink(action.entry, of: person)
    case "assessedChild":
      guard !person.isAssessedAdult else { return }
      throw Refusal(
        .rule,
        Phrase(
          sv: "det finns ingen bedömning som vuxen att ta tillbaka",
          en: "there is no assessment as adult to take back"))
    case "unprotected":
      guard person.protection == nil else { return }
      throw Refusal(
        .rule,
        Phrase(sv: "uppgifterna är inte skyddade", en: "the personal data are not protected"))
    default: return
    }
  }

  /// A merged person takes no more facts but the split: the other one stands.
  private static func requireAlone(_ person: Person) throws {
    guard let other = person.mergedInto else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "barnet är sammanslaget med \(other); arbeta med \(other) eller dela dem igen",
        en: "the person is merged with \(other); work on \(other) or split them again"))
  }

  /// Who may not assess may not change an assessment by correcting it.
  private static func permitCorrection(
    _ entry: Record.Entry, of record: Record, _ context: DecisionContext
  ) throws {
    guard let officer = context.officer,
      let old = record.entries.first(where: { $0.version == entry.number(Correction.entry) }),
      let spec = RecordKinds.action(kind, becoming: old.name)
    else { return }
    try Decision.permit(spec, officer)
  }

  /// Only into one that stands alone, so that no chain can come back to where it began.
  private static func checkMerge(
    _ entry: Record.Entry, of person: Person, _ context: DecisionContext
  ) throws {
    guard let into = entry.references("into").first,
      case .record(let record)? = try context.subject(into)
    else { return }
    guard record.id != person.record.id else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "ett barn kan inte slås ihop med sig självt",
          en: "a person cannot be merged with itself"), field: "into")
    }
    if let other = Person(record).mergedInto {
      throw Refusal(
        .rule,
        Phrase(
          sv: "\(into) är självt sammanslaget; slå ihop med \(other)",
          en: "\(into) is itself merged; merge with \(other)"), field: "into")
    }
  }

  private static func checkLink(_ entry: Record.Entry, of person: Person) throws {
    let standing = person.links.first {
      [$0.pass] == entry.references("pass") && $0.sighting == entry.number("sighting")
    }
    if entry.name == "sightingUnlinked", standing == nil {
      throw Refusal(
        .rule,
        Phrase(
          sv: "iakttagelsen är inte kopplad till barnet",
          en: "the sighting is not linked to the person"), field: "sighting")
    }
    if let standing, entry.name == "sightingLinked",
      standing.certainty.rawValue == entry.choice("certainty")
    {
      throw Refusal(
        .rule,
        Phrase(
          sv: "iakttagelsen är redan kopplad med samma säkerhet",
          en: "the sighting is already linked with the same certainty"), field: "certainty")
    }
  }

  // MARK: What cannot be so

  /// Ages in order, a number that can be one, an identity that rests on something, merges and splits
  /// in turn, sightings that are there.
  public static func checkConsistency(_ record: Record, _ context: DecisionContext) throws {
    let person = Person(record)
    try requireOrder(person.estimatedAge.from, person.estimatedAge.to, "estimatedTo")
    for entry in record.all("assessedAdult") {
      try requireOrder(entry.number("assessedFrom"), entry.number("assessedTo"), "assessedTo")
    }
    for entry in record.all(ConcernReport.factName) {
      try District.require(entry.choice("district") ?? "", at: entry.happenedAt, field: "district")
    }
    try requireBirth(person, today: Stockholm.civil(context.now).date)
    try requireIdentity(person)
    try requireTurns(record, "merged", "split")
    try requireSiblings(record, context)
    if let last = record.entries.last { try requireLinks(last, record, context) }
  }

  private static func requireOrder(_ from: Int?, _ to: Int?, _ field: String) throws {
    guard let from, let to, from > to else { return }
    throw Refusal(
      .invalid,
      Phrase(
        sv: "åldern går från \(from) till \(to); den lägre ska stå först",
        en: "the age goes from \(from) to \(to); the lower must come first"), field: field)
  }

  private static func requireBirth(_ person: Person, today: CivilDate) throws {
    if let number = person.record.text("personalNumber"), !number.isRedacted,
      person.personalNumber == nil
    {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "personnumret stämmer inte; tolv siffror, 20110312-2384",
          en: "the personal number is not right; twelve digits, 20110312-2384"),
        field: "personalNumber")
    }
    guard let birthDate = person.birthDate else { return }
    if let told = person.personalNumber?.birthDate, told != birthDate {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "födelsedagen \(birthDate) stämmer inte med personnumret (\(told))",
          en: "the day of birth \(birthDate) differs from the personal number (\(told))"),
        field: "birthDate")
    }
    guard birthDate > today else { return }
    throw Refusal(
      .invalid,
      Phrase(
        sv: "födelsedagen ligger i framtiden", en: "the day of birth is in the future"),
      field: "birthDate")
  }

  private static func requireIdentity(_ person: Person) throws {
    guard person.identity == .verified, person.name == nil,
      person.record.text("personalNumber") == nil
    else {
      return
    }
    throw Refusal(
      .rule,
      Phrase(
        sv: "en verifierad identitet kräver namn eller personnummer",
        en: "a verified identity needs a name or a personal number"), field: "name")
  }

  /// What is taken in turns was recorded in the order it happened, also after a corrected time.
  private static func requireTurns(_ record: Record, _ names: String...) throws {
    let turns = record.entries.filter { names.contains($0.name) }
    for (earlier, later) in zip(turns, turns.dropFirst())
    where later.happenedAt < earlier.happenedAt {
      throw Refusal(
        .rule,
        Phrase(
          sv: "sammanslagning och delning följer på varandra; v\(later.version) hände efter "
            + "v\(earlier.version)",
          en: "merging and splitting follow each other; v\(later.version) happened after "
            + "v\(earlier.version)"),
        field: "happenedAt")
    }
  }

  private static func requireSiblings(_ record: Record, _ context: DecisionContext) throws {
    for sibling in record.references("siblings") {
      guard try context.subject(sibling)?.id == record.id else { continue }
      throw Refusal(
        .invalid,
        Phrase(
          sv: "\(sibling) är barnet självt", en: "\(sibling) is the person itself"),
        field: "siblings")
    }
  }

  /// What was just linked, or corrected, is a sighting of that pass.
  private static func requireLinks(
    _ last: Record.Entry, _ record: Record, _ context: DecisionContext
  ) throws {
    let entry =
      last.name == Correction.factName
      ? record.entries.first { $0.version == last.number(Correction.entry) } : last
    guard let entry, entry.name == "sightingLinked", let pass = entry.references("pass").first
    else { return }
    if case .record(let other)? = try context.subject(pass), other.kind == .pass,
      let version = entry.number("sighting"), Pass(other).sighting(version) != nil
    {
      return
    }
    throw Refusal(
      .invalid,
      Phrase(
        sv: "\(pass) har ingen iakttagelse med det numret; välj ett i passets historik",
        en: "\(pass) has no sighting of that number; choose one of its history"),
      field: "sighting")
  }
}
