extension ShiftKind {
  private static let workers: Set<Role> = [.outreachWorker, .dutyOfficer, .coordinator, .lead]

  private static let about: [FieldSpec] = [
    FieldSpec(
      "tips", Phrase(sv: "Gäller tips", en: "About tips"), .references(.tip),
      help: Phrase(sv: "till exempel T1042, T1050", en: "such as T1042, T1050")),
    FieldSpec(
      "cases", Phrase(sv: "Gäller ärenden", en: "About cases"), .references(.case),
      help: Phrase(sv: "till exempel Ä77", en: "such as Ä77")),
  ]

  /// What can be done with a shift.
  public static let actions: [ActionSpec] = [
    ActionSpec(
      "shift.start", .shift, creates: true,
      title: Phrase(sv: "Börja arbetspass", en: "Start shift"),
      help: Phrase(
        sv: "Börjar ett arbetspass; det lämnas över med en anteckning.",
        en: "Starts a shift; it is handed over with a note."),
      roles: workers,
      fields: [
        FieldSpec(
          "officer", Phrase(sv: "Vems pass", en: "Whose shift"), .officer, required: true,
          help: Phrase(sv: "inloggningsnamn, oftast ditt eget", en: "a login, mostly your own")),
        FieldSpec(
          "unit", Phrase(sv: "Enhet", en: "Unit"),
          .choice(Unit.allCases.map { Choice($0.rawValue, $0.title) }), required: true,
          help: Phrase(sv: "den enhet som passet hör till", en: "the unit of the shift")),
        FieldSpec(
          "lead", Phrase(sv: "Leder passet", en: "Leads the shift"), .officer,
          help: Phrase(sv: "inloggningsnamn; får vara tomt", en: "a login; may be empty")),
        FieldSpec(
          "colleagues", Phrase(sv: "Arbetar tillsammans med", en: "Working with"), .line,
          help: Phrase(sv: "övriga i passet", en: "the others on the shift")),
        FieldSpec(
          "previous", Phrase(sv: "Tar över efter", en: "Takes over from"), .reference(.shift),
          help: Phrase(sv: "passet före, till exempel S1042", en: "the shift before, such as S1042")
        ),
      ], fact: FactSpec("started", Phrase(sv: "Passet började", en: "The shift began"))),
    ActionSpec(
      "shift.note", .shift,
      title: Phrase(sv: "Anteckna i passet", en: "Note in the shift"),
      help: Phrase(
        sv: "Lägger en anteckning till passet; den följer med i överlämningen.",
        en: "Adds a note to the shift; it goes with the handover."),
      roles: workers,
      fields: [
        FieldSpec(
          "text", Phrase(sv: "Anteckning", en: "Note"), .text, required: true,
          help: Phrase(sv: "det som hänt under passet", en: "what happened on the shift"))
      ] + about,
      fact: FactSpec("noted", Phrase(sv: "Anteckning", en: "Note"))),
    ActionSpec(
      "shift.handOver", .shift,
      title: Phrase(sv: "Lämna över passet", en: "Hand the shift over"),
      help: Phrase(
        sv: "Lämnar över till nästa; passet är ditt tills det kvitteras.",
        en: "Hands over to the next; the shift is yours until it is acknowledged."),
      roles: workers,
      fields: [
        FieldSpec(
          "note", Phrase(sv: "Till nästa pass", en: "To the next shift"), .text, required: true,
          help: Phrase(
            sv: "vad som är öppet, vad som löper ut, vad som ska göras",
            en: "what is open, what runs out, what is to be done")),
        FieldSpec(
          "next", Phrase(sv: "Vem tar över", en: "Who takes over"), .officer,
          help: Phrase(sv: "inloggningsnamn, om det är känt", en: "a login, if known")),
        FieldSpec(
          "openTips", Phrase(sv: "Öppna tips", en: "Open tips"), .references(.tip),
          help: Phrase(sv: "de som nästa måste se", en: "those that the next must see")),
        FieldSpec(
          "openCases", Phrase(sv: "Öppna ärenden", en: "Open cases"), .references(.case),
          help: Phrase(sv: "de som nästa måste se", en: "those that the next must see")),
        FieldSpec(
          "returns", Phrase(sv: "Åter i kön", en: "Back in the queue"), .references(.tip),
          help: Phrase(
            sv: "dina tips som läggs tillbaka; ta bort dem du behåller",
            en: "tips of yours that go back; take away those you keep")),
      ], fact: FactSpec("handedOver", Phrase(sv: "Överlämnat", en: "Handed over"))),
    ActionSpec(
      "shift.acknowledge", .shift,
      title: Phrase(sv: "Kvittera överlämnat pass", en: "Acknowledge the shift"),
      help: Phrase(
        sv: "Du har läst anteckningen och tar över.", en: "You have read the note and take over."),
      roles: workers,
      fields: [
        FieldSpec(
          "comment", Phrase(sv: "Kommentar", en: "Comment"), .line,
          help: Phrase(sv: "frågor eller svar till den som slutar", en: "questions or answers"))
      ], fact: FactSpec("acknowledged", Phrase(sv: "Kvitterat", en: "Acknowledged"))),
    Correction.action(.shift, roles: workers),
  ]
}
