import TextSafety

/// A field pass as a kind of record: uppsökande pass, which ends as a field report (fältrapport).
public enum PassKind: RecordKind {
  /// A field pass.
  public static let kind = SubjectKind.pass

  /// Refuses what does not fit the pass as it stands.
  public static func check(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws {
    guard let record else { return }
    let pass = Pass(record)
    switch action.name {
    case "sighted": try requireContent(action.entry)
    case "detailed": try requireDetails(action.entry)
    case "ended":
      guard let ended = pass.endedAt else { return }
      let clock = clock(ended)
      throw Refusal(
        .rule,
        Phrase(
          sv: "passet är redan avslutat (\(clock.sv)); rätta tiden om den är fel",
          en: "the pass has already ended (\(clock.en)); correct the time if it is wrong"))
    default: return
    }
  }

  /// The pass starts first; nobody is sighted after its end.
  public static func checkConsistency(_ record: Record, _ context: DecisionContext) throws {
    let pass = Pass(record)
    for entry in record.entries where !entry.isAboutAnEntry {
      if let startedAt = pass.startedAt, entry.happenedAt < startedAt {
        let clock = clock(startedAt)
        throw Refusal(
          .rule,
          Phrase(
            sv: "tiden ligger före passets start (\(clock.sv))",
            en: "the time is before the pass started (\(clock.en))"), field: "happenedAt")
      }
      if let endedAt = pass.endedAt, ["sighted", "moved"].contains(entry.name),
        entry.happenedAt > endedAt
      {
        let clock = clock(endedAt)
        throw Refusal(
          .rule,
          Phrase(
            sv: "passet slutade \(clock.sv); ange när det hände under passet",
            en: "the pass ended \(clock.en); say when it happened during the pass"),
          field: "happenedAt")
      }
    }
    let sightings = pass.sightings
    let known = Set(sightings.map(\.version))
    for entry in record.all("detailed") where !known.contains(entry.number("sighting") ?? 0) {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "det finns ingen sådan iakttagelse i passet; välj ett nummer i historiken",
          en: "the pass has no such sighting; choose a number of the history"), field: "sighting")
    }
    for sighting in sightings { try requireRoom(sighting) }
  }

  private static func requireContent(_ entry: Record.Entry) throws {
    let isCounted = ["adults", "children"].contains { (entry.number($0) ?? 0) > 0 }
    guard !isCounted, entry.values.keys.allSatisfy({ ["adults", "children"].contains($0) }) else {
      return
    }
    throw Refusal(
      .invalid,
      Phrase(
        sv: "räkna minst en vuxen eller ett barn, eller skriv vad som sågs",
        en: "count at least one adult or one child, or write what was seen"), field: "adults")
  }

  private static func requireDetails(_ entry: Record.Entry) throws {
    guard entry.values.keys.contains(where: { $0 != "sighting" }) else {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "inget är ifyllt; ange minst en uppgift",
          en: "nothing is filled in; give at least one value"))
    }
  }

  private static func requireRoom(_ sighting: Sighting) throws {
    guard let counted = sighting.countedChildren, sighting.described.count > counted else { return }
    throw Refusal(
      .invalid,
      Phrase(
        sv:
          "\(sighting.described.count) barn är beskrivna men bara \(counted) räknade (v\(sighting.version))",
        en:
          "\(sighting.described.count) children are described but only \(counted) counted (v\(sighting.version))"
      ), field: "described")
  }

  private static func clock(_ time: Instant) -> Phrase {
    Phrase(sv: TimeText.clock(time, .sv), en: TimeText.clock(time, .en))
  }

  // MARK: Reading

  /// Under way, or ended.
  public static func status(_ record: Record, now: Instant) -> RecordStatus {
    Pass(record).endedAt == nil
      ? RecordStatus(Phrase(sv: "pågår", en: "under way"), isOpen: true)
      : RecordStatus(Phrase(sv: "avslutat", en: "ended"), isOpen: false)
  }

  /// The area and how many were counted: "Norrmalm: 3 vuxna, 1 barn".
  public static func title(_ record: Record, _ language: Language) -> UntrustedText {
    let pass = Pass(record)
    let area = pass.area?.raw ?? SubjectKind.pass.title[language]
    return UntrustedText("\(area): \(pass.counted[language])")
  }

  /// The field report.
  public static func sections(_ record: Record, now: Instant) -> [RecordSection] {
    Pass(record).fieldReport
  }

  /// What was done for a child, else the end.
  public static func nextAction(_ record: Record, now: Instant) -> String? {
    Pass(record).sightingToDetail == nil ? "pass.end" : "pass.detail"
  }

  /// A child without a note of what was done; otherwise to go on or end.
  public static func nextStep(_ record: Record, now: Instant) -> Phrase? {
    let pass = Pass(record)
    guard pass.endedAt == nil else { return nil }
    guard let open = pass.sightingToDetail else {
      return Phrase(
        sv: "Nästa: räkna iakttagelser eller avsluta passet",
        en: "Next: count sightings or end the pass")
    }
    let clock = clock(open.happenedAt)
    return Phrase(
      sv: "Nästa: skriv vad som gjordes för barn som sågs \(clock.sv) (v\(open.version))",
      en: "Next: write what was done for children seen \(clock.en) (v\(open.version))")
  }
}
