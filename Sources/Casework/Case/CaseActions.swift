extension Case {
  /// The emergency unit and the leads: what outreach may not decide.
  static let authority: Set<Role> = [.dutyOfficer, .coordinator, .lead]
  /// Both units: what anybody who meets a child may add.
  static let everybody: Set<Role> = authority.union([.outreachWorker])

  static func action(
    _ name: String, _ fact: FactSpec, title: Phrase, help: Phrase,
    roles: Set<Role> = authority, creates: Bool = false, _ fields: [FieldSpec]
  ) -> ActionSpec {
    ActionSpec(
      "case.\(name)", .case, creates: creates, title: title, help: help, roles: roles,
      fields: fields, fact: fact)
  }

  static let childField = FieldSpec(
    "child", Phrase(sv: "Barn", en: "Child"), .reference(.person), required: true, short: true,
    help: Phrase(sv: "ett av ärendets barn, till exempel B12", en: "a child of the case: B12"))

  static let reasonField = FieldSpec(
    "reason", Phrase(sv: "Skäl", en: "Reason"), .line, required: true,
    help: Phrase(sv: "varför, med egna ord", en: "why, in your own words"))

  private static let aliasField = FieldSpec(
    "alias", Phrase(sv: "Kallas", en: "Alias"), .line, required: true,
    help: Phrase(sv: "flicka, röd jacka, Slussen", en: "girl, red jacket, Slussen"))

  private static let childrenField = FieldSpec(
    "children", Phrase(sv: "Barnen", en: "Children"), .references(.person), required: true,
    help: Phrase(sv: "ett eller flera, till exempel B12, B15", en: "one or more: B12, B15"))

  private static let handlerField = FieldSpec(
    "handler", Phrase(sv: "Handläggare", en: "Officer"), .officer, short: true,
    help: Phrase(sv: "inloggningsnamn; tomt = ingen", en: "login; empty = nobody"))

  private static let restrictedField = FieldSpec(
    "restricted", Phrase(sv: "Skyddat", en: "Restricted"), .flag, short: true,
    help: Phrase(
      sv: "ja: andra än handläggaren måste ange skäl för att öppna",
      en: "yes: all but its officer must give a reason to open it"))

  private static let descriptionFields = [
    FieldSpec(
      "description", Phrase(sv: "Beskrivning", en: "Description"), .text,
      help: Phrase(sv: "så att barnet känns igen", en: "so that the child is recognised")),
    FieldSpec(
      "cautions", Phrase(sv: "Försiktighet", en: "Cautions"), .line,
      help: Phrase(sv: "att tänka på vid kontakt", en: "to beware of when making contact")),
  ]

  private static func purposesField(required: Bool) -> FieldSpec {
    FieldSpec(
      "purposes", Phrase(sv: "Misstänkta syften", en: "Suspected purposes"),
      .choices(Purpose.choices), required: required,
      help: Phrase(sv: "flera kan gälla samtidigt", en: "several may hold at once"))
  }

  /// Opening and describing.
  static let openingActions: [ActionSpec] = [
    action(
      "open", FactSpec("opened", Phrase(sv: "Ärende öppnat", en: "Case opened")),
      title: Phrase(sv: "Öppna ärende", en: "Open case"),
      help: Phrase(
        sv: "Öppnar ett ärende för ett eller flera barn.",
        en: "Opens a case for one or more children."),
      creates: true,
      [aliasField, childrenField] + descriptionFields + [
        purposesField(required: false),
        FieldSpec(
          "ground", Phrase(sv: "Varför", en: "Ground"), .text,
          help: Phrase(
            sv: "vad som gör att ärendet öppnas", en: "what makes the case be opened")),
        FieldSpec(
          "tips", Phrase(sv: "Ur tips", en: "From tips"), .references(.tip),
          help: Phrase(sv: "de som ärendet bygger på: T1042", en: "those it rests on: T1042")),
        handlerField, restrictedField,
      ]),
    action(
      "describe", FactSpec("described", Phrase(sv: "Beskrivning ändrad", en: "Described anew")),
      title: Phrase(sv: "Beskriv", en: "Describe"),
      help: Phrase(
        sv: "Ändrar hur ärendet kallas, beskrivningen eller vad man ska akta sig för.",
        en: "Changes the alias, the description or the cautions."),
      roles: everybody,
      [FieldSpec(aliasField.name, aliasField.label, .line, help: aliasField.help)]
        + descriptionFields),
    action(
      "addChildren", FactSpec("childrenAdded", Phrase(sv: "Barn tillagda", en: "Children added")),
      title: Phrase(sv: "Lägg till barn", en: "Add children"),
      help: Phrase(
        sv: "Fler barn hör till ärendet, till exempel syskon.",
        en: "More children belong to the case, such as siblings."),
      [childrenField]),
    action(
      "addTips", FactSpec("tipsAdded", Phrase(sv: "Tips tillagda", en: "Tips added")),
      title: Phrase(sv: "Lägg till tips", en: "Add tips"),
      help: Phrase(sv: "Fler tips hör till ärendet.", en: "More tips belong to the case."),
      [
        FieldSpec(
          "tips", Phrase(sv: "Vilka tips", en: "Which tips"), .references(.tip), required: true,
          help: Phrase(sv: "till exempel T1042, T1050", en: "such as T1042, T1050"))
      ]),
    action(
      "assign", FactSpec("assigned", Phrase(sv: "Handläggare", en: "Assigned")),
      title: Phrase(sv: "Tilldela", en: "Assign"),
      help: Phrase(
        sv: "Ger ärendet en handläggare; tomt tar bort den.",
        en: "Gives the case an officer; empty takes the officer away."),
      [handlerField]),
    action(
      "purposes",
      FactSpec("purposesSuspected", Phrase(sv: "Misstänkta syften", en: "Purposes suspected")),
      title: Phrase(sv: "Misstänkta syften", en: "Suspected purposes"),
      help: Phrase(
        sv: "Anger alla syften som nu misstänks.", en: "Gives all purposes now suspected."),
      [
        purposesField(required: true),
        FieldSpec(
          "ground", Phrase(sv: "Varför", en: "Ground"), .text,
          help: Phrase(
            sv: "vad misstanken bygger på, med källa",
            en: "what the suspicion rests on, and its source")),
      ]),
  ]

  /// Restricting, closing, correcting.
  static let closingActions: [ActionSpec] = [
    action(
      "restrict",
      FactSpec("restrictionChanged", Phrase(sv: "Skydd ändrat", en: "Restriction changed")),
      title: Phrase(sv: "Skydda ärendet", en: "Restrict"),
      help: Phrase(
        sv: "Begränsar vilka som öppnar ärendet utan skäl; bara en arbetsledare tar bort skyddet.",
        en: "Limits who opens the case without a reason; only a lead takes it away."),
      [
        FieldSpec(
          restrictedField.name, restrictedField.label, .flag, required: true,
          help: restrictedField.help), reasonField,
      ]),
    action(
      "close", FactSpec("closed", Phrase(sv: "Avslutat", en: "Closed")),
      title: Phrase(sv: "Avsluta", en: "Close"),
      help: Phrase(
        sv: "Socialjouren gör inget mer; överlämnat först när stadsdelen har bekräftat.",
        en: "The unit does no more; handed over only once the district has acknowledged."),
      [
        FieldSpec(
          "why", Phrase(sv: "Skäl", en: "Reason"), .choice(CaseClosing.choices), required: true,
          help: Phrase(sv: "varför inget mer ska göras", en: "why nothing more is to be done")),
        FieldSpec(
          "handover", Phrase(sv: "Överlämning", en: "Handover"), .reference(.handover),
          help: Phrase(
            sv: "den som stadsdelen har bekräftat, till exempel Ö80",
            en: "the one the district has acknowledged, such as Ö80")),
        FieldSpec(
          "note", Phrase(sv: "Kommentar", en: "Comment"), .text,
          help: Phrase(sv: "det som behöver sägas därutöver", en: "what else needs saying")),
      ]),
    action(
      "reopen", FactSpec("reopened", Phrase(sv: "Öppnat igen", en: "Reopened")),
      title: Phrase(sv: "Öppna igen", en: "Reopen"),
      help: Phrase(sv: "Tar upp ett avslutat ärende.", en: "Takes a closed case up again."),
      [reasonField]),
    Correction.action(.case, roles: everybody),
  ]
}
