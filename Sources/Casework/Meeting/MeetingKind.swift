import TextSafety

/// A meeting with others that belongs to no single case: with the border police, the internal forum,
/// shelters, the national support. A meeting about one child is a fact of its case.
public enum MeetingKind: RecordKind {
  /// A meeting.
  public static let kind = SubjectKind.meeting

  private static let workers: Set<Role> = [.outreachWorker, .dutyOfficer, .coordinator, .lead]

  /// What can be done with a meeting.
  public static let actions: [ActionSpec] = [
    ActionSpec(
      "meeting.hold", .meeting, creates: true,
      title: Phrase(sv: "Nytt möte", en: "New meeting"),
      help: Phrase(
        sv: "Ett möte som inte gäller ett enda ärende; skriv inga identiteter.",
        en: "A meeting that is not about one case; write no identities."),
      roles: workers,
      fields: [
        FieldSpec(
          "parties", Phrase(sv: "Med", en: "With"), .choices(MeetingParty.choices),
          required: true, help: Phrase(sv: "alla som deltog", en: "all who took part")),
        FieldSpec(
          "participants", Phrase(sv: "Deltagare", en: "Participants"), .line,
          help: Phrase(sv: "namn på dem som deltog", en: "names of those who took part")),
        FieldSpec(
          "agreed", Phrase(sv: "Överenskommet", en: "Agreed"), .text, required: true,
          help: Phrase(sv: "vem gör vad, och när", en: "who does what, and when")),
        FieldSpec(
          "reports", Phrase(sv: "Polisanmälningar", en: "Police reports"),
          .references(.policeReport),
          help: Phrase(sv: "de som togs upp, till exempel A1042", en: "those discussed: A1042")),
      ], fact: FactSpec("held", Phrase(sv: "Möte", en: "Meeting held"))),
    ActionSpec(
      "meeting.note", .meeting,
      title: Phrase(sv: "Anteckna", en: "Note"),
      help: Phrase(
        sv: "Lägger till minnesanteckningar eller vad som blev av det som bestämdes.",
        en: "Adds minutes, or what became of what was agreed."),
      roles: workers,
      fields: [
        FieldSpec(
          "text", Phrase(sv: "Anteckning", en: "Note"), .text, required: true,
          help: Phrase(sv: "det som hör till mötet", en: "what belongs to the meeting"))
      ], fact: FactSpec("noted", Phrase(sv: "Anteckning", en: "Note"))),
    Correction.action(.meeting, roles: workers),
  ]

  /// Nothing can be wrong but what the fields refuse.
  public static func check(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws {}

  /// It has been held; nobody waits for anything.
  public static func status(_ record: Record, now: Instant) -> RecordStatus {
    RecordStatus(Phrase(sv: "hållet", en: "held"), isOpen: false)
  }

  /// With whom.
  public static func title(_ record: Record, _ language: Language) -> UntrustedText {
    let parties: [MeetingParty] = record.first("held")?.terms("parties") ?? []
    return UntrustedText(Phrase.list(parties.map(\.title))[language])
  }

  /// Who took part, what was agreed, and the notes.
  public static func sections(_ record: Record, now: Instant) -> [RecordSection] {
    [
      RecordSection(
        Phrase(sv: "Möte", en: "Meeting"),
        record.rows("parties", "participants", "agreed", "reports")),
      RecordSection(
        Phrase(sv: "Anteckningar", en: "Notes"), record.all("noted").flatMap { record.rows(of: $0) }
      ),
    ].filter { !$0.rows.isEmpty }
  }
}
