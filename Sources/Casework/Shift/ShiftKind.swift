import TextSafety

/// A shift as a kind of record: started, noted, handed over, acknowledged by the next.
public enum ShiftKind: RecordKind {
  /// A shift.
  public static let kind = SubjectKind.shift

  /// Refuses what does not fit the shift as it stands.
  public static func check(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws {
    guard let record else {
      try requireOfficer(action.entry, "officer", context)
      try requireOfficer(action.entry, "lead", context)
      return try requireNoneRunning(action.entry, context)
    }
    let shift = Shift(record)
    switch action.name {
    case "handedOver":
      try requireUnacknowledged(shift)
      try requireOfficer(action.entry, "next", context)
      try requireOther(action.entry.choice("next"), than: shift, context)
    case "acknowledged":
      try requireUnacknowledged(shift)
      try requireAcknowledgeable(shift, context)
    case Correction.factName: try checkCorrection(action.entry, of: record, context)
    default: return
    }
  }

  /// The tips that the officer had taken and leaves go back to the queue.
  public static func alsoHappens(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws -> [DecidedFact] {
    guard action.name == "handedOver", let record, let login = Shift(record).officer else {
      return []
    }
    let officer = try context.officerWithLogin(login)
    return try action.entry.references("returns").map { reference in
      guard case .tip(let tip)? = try context.subject(reference), tip.status == .open,
        let officer, tip.assignee == OfficerID(officer.id)
      else {
        throw Refusal(
          .rule,
          Phrase(
            sv: "\(reference) ligger inte hos \(login); ta bort det ur listan",
            en: "\(reference) is not with \(login); take it out of the list"), field: "returns")
      }
      return tip.fact(.assigned(.init(officer: nil, name: nil)))
    }
  }

  /// Started, then handed over, then acknowledged; nothing is noted after that.
  public static func checkConsistency(_ record: Record, _ context: DecisionContext) throws {
    let shift = Shift(record)
    for entry in record.entries where !entry.isAboutAnEntry {
      if let startedAt = shift.startedAt, entry.happenedAt < startedAt {
        let clock = clock(startedAt)
        throw Refusal(
          .rule,
          Phrase(
            sv: "tiden ligger före passets början (\(clock.sv))",
            en: "the time is before the shift started (\(clock.en))"), field: "happenedAt")
      }
      if let acknowledgedAt = shift.acknowledgedAt, entry.happenedAt > acknowledgedAt {
        let clock = clock(acknowledgedAt)
        throw Refusal(
          .rule,
          Phrase(
            sv: "passet togs över \(clock.sv); skriv i ditt eget pass, eller ange när det hände",
            en: "the shift was taken over at \(clock.en); write in your own, or say when it "
              + "happened"), field: "happenedAt")
      }
    }
  }

  /// An officer works one shift at a time: the one that runs is handed over first.
  private static func requireNoneRunning(
    _ entry: Record.Entry, _ context: DecisionContext
  ) throws {
    guard let login = entry.choice("officer"),
      let officer = try context.officerWithLogin(login)
    else { return }
    for (reference, record) in try context.lookup.open(.shift) {
      let other = Shift(record)
      guard other.handedOverAt == nil, let startedAt = other.startedAt,
        startedAt <= entry.happenedAt, let owner = other.officer,
        try context.officerWithLogin(owner)?.id == officer.id
      else { continue }
      let clock = clock(startedAt)
      throw Refusal(
        .rule,
        Phrase(
          sv: "\(login) har redan ett pass som pågår, \(reference) sedan \(clock.sv); "
            + "lämna över det först",
          en: "\(login) has a shift running already, \(reference) since \(clock.en); "
            + "hand it over first"), field: "officer")
    }
  }

  private static func requireUnacknowledged(_ shift: Shift) throws {
    guard let acknowledgedAt = shift.acknowledgedAt else { return }
    let clock = clock(acknowledgedAt)
    throw Refusal(
      .rule,
      Phrase(
        sv: "passet är redan kvitterat (\(clock.sv))",
        en: "the shift is already acknowledged (\(clock.en))"))
  }

  private static func requireAcknowledgeable(_ shift: Shift, _ context: DecisionContext) throws {
    guard shift.handedOverAt != nil else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "passet är inte överlämnat än; det kvitteras när anteckningen är skriven",
          en: "the shift is not handed over yet; it is acknowledged once the note is written"))
    }
    try requireOther(context.officer?.login, than: shift, context)
  }

  /// The one who hands over does not take over.
  private static func requireOther(
    _ login: String?, than shift: Shift, _ context: DecisionContext
  ) throws {
    guard let login, let own = shift.officer, let next = try context.officerWithLogin(login),
      next.id == (try context.officerWithLogin(own)?.id)
    else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "passet tas över av någon annan än den som lämnar det",
        en: "a shift is taken over by another than the one who leaves it"))
  }

  private static func requireOfficer(
    _ entry: Record.Entry, _ field: String, _ context: DecisionContext
  ) throws {
    guard let login = entry.choice(field) else { return }
    guard let officer = try context.officerWithLogin(login), officer.isActive else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "det finns ingen aktiv handläggare med inloggningen \(login.prefix(64))",
          en: "there is no active officer with the login \(login.prefix(64))"), field: field)
    }
    guard officer.holds(readers) else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "\(login) har ingen roll som får arbeta i pass",
          en: "\(login) has no role that works shifts"), field: field)
    }
  }

  /// A corrected name is held to the same as the first.
  private static func checkCorrection(
    _ entry: Record.Entry, of record: Record, _ context: DecisionContext
  ) throws {
    guard let field = entry.choice(Correction.field), ["officer", "lead", "next"].contains(field),
      var corrected = record.entries.first(where: { $0.version == entry.number(Correction.entry) })
    else { return }
    corrected.values[field] = entry.values[Correction.value]
    try requireOfficer(corrected, field, context)
    if field == "next" {
      try requireOther(corrected.choice(field), than: Shift(record), context)
    }
  }

  private static func clock(_ time: Instant) -> Phrase {
    Phrase(sv: TimeText.clock(time, .sv), en: TimeText.clock(time, .en))
  }

  // MARK: Reading

  /// Under way, handed over, or acknowledged.
  public static func status(_ record: Record, now: Instant) -> RecordStatus {
    let shift = Shift(record)
    if shift.acknowledgedAt != nil {
      return RecordStatus(Phrase(sv: "kvitterat", en: "acknowledged"), isOpen: false)
    }
    return shift.handedOverAt == nil
      ? RecordStatus(Phrase(sv: "pågår", en: "under way"), isOpen: true)
      : RecordStatus(
        Phrase(sv: "överlämnat, inte kvitterat", en: "handed over, not acknowledged"), isOpen: true)
  }

  /// The unit and the day: "Socialjouren, sön 22/11, anna".
  public static func title(_ record: Record, _ language: Language) -> UntrustedText {
    let shift = Shift(record)
    let day = shift.startedAt.map { TimeText.day(Stockholm.civil($0).date, language) }
    let parts = [shift.unit?.title[language], day, shift.officer].compactMap { $0 }
    return UntrustedText(parts.joined(separator: ", "))
  }

  /// Who worked when, what was noted, and what the next has to know.
  public static func sections(_ record: Record, now: Instant) -> [RecordSection] {
    let shift = Shift(record)
    func time(_ sv: String, _ en: String, _ time: Instant?) -> [FactWords.Detail] {
      time.map { [.init(Phrase(sv: sv, en: en), .time($0))] } ?? []
    }
    let standing =
      time("Började", "Began", shift.startedAt) + time("Lämnat", "Handed over", shift.handedOverAt)
      + time("Kvitterat", "Acknowledged", shift.acknowledgedAt)
      + record.rows("officer", "unit", "lead", "colleagues", "previous")
    let notes = record.all("noted").flatMap { note in
      (note.text("text").map { [.init(Phrase(sv: "Anteckning", en: "Note"), .untrusted($0))] } ?? [])
        as [FactWords.Detail]
    }
    return [
      RecordSection(Phrase(sv: "Arbetspasset", en: "The shift"), standing),
      RecordSection(
        Phrase(sv: "Överlämning", en: "Handover"),
        record.rows("note", "next", "openTips", "openCases", "returns")),
      RecordSection(Phrase(sv: "Anteckningar", en: "Notes"), notes),
    ].filter { !$0.rows.isEmpty }
  }

  /// Handing over, then acknowledging.
  public static func nextAction(_ record: Record, now: Instant) -> String? {
    Shift(record).handedOverAt == nil ? "shift.handOver" : "shift.acknowledge"
  }

  /// To hand over; then, for the next, to acknowledge.
  public static func nextStep(_ record: Record, now: Instant) -> Phrase? {
    let shift = Shift(record)
    guard shift.acknowledgedAt == nil else { return nil }
    return shift.handedOverAt == nil
      ? Phrase(
        sv: "Nästa: lämna över med en anteckning när passet slutar",
        en: "Next: hand over with a note when the shift ends")
      : Phrase(
        sv: "Nästa: den som tar över kvitterar", en: "Next: the one who takes over acknowledges")
  }
}
