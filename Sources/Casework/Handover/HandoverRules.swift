extension HandoverKind {
  /// Refuses a draft of a case that is closed or does not hold the children.
  public static func check(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws {
    if action.name == "edited" { try checkEdit(action.entry, on: record.flatMap(Handover.init)) }
    if action.name == "acknowledged" { try checkReadBack(action.entry, of: record, context) }
    guard action.name == "drafted", let reference = action.entry.references("case").first,
      case .record(let subject)? = try context.subject(reference), let handed = Case(subject)
    else { return }
    guard handed.isOpen(at: context.happenedAt) else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "\(reference) är avslutat; öppna det igen först",
          en: "\(reference) is closed; reopen it first"), field: "case")
    }
    for child in action.entry.references("children") where !handed.children.contains(child) {
      throw Refusal(
        .rule,
        Phrase(
          sv: "\(child) hör inte till \(reference)", en: "\(child) does not belong to \(reference)"),
        field: "children")
    }
  }

  /// Another handover of the case to the same district that waits for its answer, or to be sent.
  public static func remarks(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws -> [Phrase] {
    guard ["drafted", "sent"].contains(action.name),
      let about = action.entry.references("case").first
        ?? record.flatMap(Handover.init)?.caseReference
    else { return [] }
    let district = action.entry.choice("district") ?? record.flatMap(Handover.init)?.district
    let pending: Set<Handover.State> = [.drafting, .sent, .returned]
    return try context.lookup.referring(.handover, about).compactMap { found in
      guard found.record.id != record?.id, let other = Handover(found.record),
        other.district == district, pending.contains(other.state)
      else { return nil }
      return Phrase(
        sv:
          "\(found.reference) av \(about) till \(other.district) är redan \(other.state.title.sv)",
        en: "\(found.reference) of \(about) to \(other.district) is already \(other.state.title.en)"
      )
    }
  }

  /// A section that somebody else has changed meanwhile is not written over.
  private static func checkEdit(_ entry: Record.Entry, on handover: Handover?) throws(Refusal) {
    let written = HandoverSection.allCases.filter { entry.values[$0.rawValue] != nil }
    guard !written.isEmpty || entry.choice("district") != nil else {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "inget är ändrat; fyll i minst en uppgift",
          en: "nothing is changed; fill in at least one value"))
    }
    guard let against = entry.number("against"), let handover,
      let changed = written.first(where: { handover.version(of: $0) > against })
    else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "”\(changed.title.sv)” har ändrats under tiden; jämför texterna och spara igen",
        en: "“\(changed.title.en)” was changed meanwhile; compare the texts and save again"),
      field: "against")
  }

  /// What the receiver read back has to name the handover or its case.
  private static func checkReadBack(
    _ entry: Record.Entry, of record: Record?, _ context: DecisionContext
  ) throws(Refusal) {
    guard let record, let words = entry.text("readBack") else { return }
    let own = context.reference(record.id)
    let names = [own, Handover(record)?.caseReference?.description ?? own]
    let heard = words.raw.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard names.contains(where: heard.contains) else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "det upplästa saknar \(names.joined(separator: " eller ")); be mottagaren läsa igen",
          en: "what was read back lacks \(names.joined(separator: " or ")); ask for it again"),
        field: "readBack")
    }
  }

  /// Walks through what happened in the order of time: each thing on what stood then.
  public static func checkConsistency(_ record: Record, _ context: DecisionContext) throws {
    let entries = record.entries.filter { !$0.isAboutAnEntry }
      .sorted { ($0.happenedAt, $0.version) < ($1.happenedAt, $1.version) }
    guard entries.first?.name == "drafted" else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "tiden ligger före utkastet", en: "the time is before the draft"),
        field: "happenedAt")
    }
    var state = Handover.State.drafting
    var district = ""
    for entry in entries {
      if let name = entry.choice("district") { district = name }
      if ["drafted", "edited", "sent"].contains(entry.name) {
        try District.require(district, at: entry.happenedAt, field: "district")
      }
      state = try next(entry.name, after: state)
    }
  }

  private static func next(
    _ name: String, after state: Handover.State
  ) throws(Refusal) -> Handover.State {
    switch (name, state) {
    case ("drafted", _), ("edited", .drafting): return .drafting
    case ("edited", .returned): return .returned
    case ("sent", .drafting), ("sent", .returned): return .sent
    case ("acknowledged", .sent): return .acknowledged
    case ("accepted", .acknowledged): return .accepted
    case ("returned", .sent), ("returned", .acknowledged): return .returned
    case ("reminded", .sent), ("reminded", .acknowledged): return state
    case ("withdrawn", .drafting), ("withdrawn", .sent), ("withdrawn", .returned):
      return .withdrawn
    default: throw Refusal(.rule, refusal(name, state))
    }
  }

  private static func refusal(_ name: String, _ state: Handover.State) -> Phrase {
    let what = Phrase(
      sv: "överlämningen är \(state.title.sv)", en: "the handover is \(state.title.en)")
    let hint: Phrase? =
      switch (name, state) {
      case ("accepted", .sent):
        Phrase(
          sv: "ansvaret ligger kvar tills stadsdelen har bekräftat; anteckna bekräftelsen först",
          en: "responsibility stays until the district acknowledges; record that first")
      case (_, .accepted):
        Phrase(sv: "ansvaret är stadsdelens", en: "the district answers")
      case ("withdrawn", .acknowledged):
        Phrase(
          sv: "ansvaret är stadsdelens; den kan bara återsändas av stadsdelen",
          en: "the district answers; only the district can return it")
      case ("edited", .sent):
        Phrase(
          sv: "återta den, eller vänta på svar", en: "withdraw it, or wait for the answer")
      case ("sent", .sent): Phrase(sv: "påminn i stället", en: "remind instead")
      case (_, .drafting): Phrase(sv: "skicka den först", en: "send it first")
      case (_, .withdrawn): Phrase(sv: "skriv en ny", en: "draft a new one")
      default: nil
      }
    guard let hint else { return what }
    return Phrase(sv: "\(what.sv): \(hint.sv)", en: "\(what.en): \(hint.en)")
  }
}
