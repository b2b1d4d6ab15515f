extension Case {
  private static func line(_ name: String, _ label: Phrase, _ help: Phrase, required: Bool = false)
    -> FieldSpec
  {
    FieldSpec(name, label, .line, required: required, help: help)
  }

  /// What concerns the child: what was seen and said, where the child is.
  static let childActions: [ActionSpec] = [
    action(
      "note", FactSpec("noted", Phrase(sv: "Anteckning", en: "Note")),
      title: Phrase(sv: "Anteckna", en: "Note"),
      help: Phrase(
        sv: "Lägger till en anteckning, gärna under en rubrik ur BBIC.",
        en: "Adds a note, if you like under a heading of BBIC."),
      roles: everybody,
      [
        FieldSpec(
          "heading", Phrase(sv: "Rubrik", en: "Heading"), .choice(BBIC.choices), short: true,
          help: Phrase(sv: "barnets behov enligt BBIC", en: "the child's needs, as in BBIC")),
        FieldSpec(
          "text", Phrase(sv: "Anteckning", en: "Note"), .text, required: true,
          help: Phrase(sv: "vad som gjorts eller framkommit", en: "what was done or learnt")),
      ]),
    action(
      "indicator", FactSpec("indicatorNoted", Phrase(sv: "Indikator", en: "Indicator noted")),
      title: Phrase(sv: "Notera indikator", en: "Note indicator"),
      help: Phrase(
        sv: "Listas med källa, räknas aldrig ihop: \(Indicator.caution.sv).",
        en: "Listed with its source, never scored: \(Indicator.caution.en)."),
      roles: everybody,
      [
        FieldSpec(
          "indicators", Phrase(sv: "Indikatorer", en: "Indicators"), .choices(Indicator.choices),
          required: true, help: Indicator.caution),
        line(
          "source", Phrase(sv: "Källa", en: "Source"),
          Phrase(sv: "vem såg eller sade det, och när", en: "who saw or said it, and when"),
          required: true),
        line(
          "remark", Phrase(sv: "Kommentar", en: "Remark"),
          Phrase(sv: "hur det visade sig", en: "how it showed")),
      ]),
    action(
      "childView", FactSpec("childViewRecorded", Phrase(sv: "Barnets röst", en: "Child's view")),
      title: Phrase(sv: "Barnets egen röst", en: "Child's own view"),
      help: Phrase(
        sv: "Vad barnet självt säger och vill, eller varför det inte kunnat höras (barnkonventionen"
          + " art. 12).",
        en: "What the child says and wants, or why it could not be heard (UNCRC art. 12)."),
      roles: everybody,
      [
        childField,
        FieldSpec(
          "view", Phrase(sv: "Barnet säger", en: "Child says"), .text,
          help: Phrase(sv: "med barnets egna ord", en: "in the child's own words")),
        line(
          "notHeard", Phrase(sv: "Inte hört", en: "Not heard"),
          Phrase(sv: "varför barnet inte kunnat höras", en: "why the child could not be heard")),
        line(
          "heardBy", Phrase(sv: "Samtal med", en: "Heard by"),
          Phrase(sv: "vem som talade med barnet", en: "who spoke with the child")),
      ]),
    action(
      "interpreter", FactSpec("interpreterEngaged", Phrase(sv: "Tolk", en: "Interpreter")),
      title: Phrase(sv: "Tolk", en: "Interpreter"),
      help: Phrase(
        sv: "Språk och vem som tolkar; aldrig en medföljande.",
        en: "Language and who interprets; never a companion."),
      [
        line(
          "language", Phrase(sv: "Språk", en: "Language"),
          Phrase(sv: "språk och dialekt", en: "language and dialect"), required: true),
        FieldSpec(
          "interpreter", Phrase(sv: "Tolkas av", en: "Interpreted by"),
          .choice(InterpreterKind.choices), required: true,
          help: Phrase(sv: "aldrig en medföljande", en: "never a companion")),
        line(
          "name", Phrase(sv: "Namn", en: "Name"),
          Phrase(sv: "tolkens namn eller nummer", en: "the interpreter's name or number")),
      ]),
    action(
      "question", FactSpec("questionAsked", Phrase(sv: "Fråga ställd", en: "Question asked")),
      title: Phrase(sv: "Fråga till barnet", en: "Question to the child"),
      help: Phrase(
        sv: "Det som frågats och besvarats en gång ska ingen fråga barnet igen.",
        en: "What was asked and answered once, nobody shall ask the child again."),
      roles: everybody,
      [
        childField,
        FieldSpec(
          "topic", Phrase(sv: "Ämne", en: "Topic"), .choice(Topic.choices), required: true,
          short: true, help: Phrase(sv: "vad frågan gällde", en: "what it was about")),
        line(
          "question", Phrase(sv: "Fråga", en: "Question"),
          Phrase(sv: "som den ställdes", en: "as it was put"), required: true),
        line(
          "askedBy", Phrase(sv: "Frågade", en: "Asked by"),
          Phrase(sv: "vem som ställde frågan", en: "who put the question"), required: true),
        line(
          "present", Phrase(sv: "Närvarande", en: "Present"),
          Phrase(sv: "vilka som var med, även tolken", en: "who was there, the interpreter too")),
        FieldSpec(
          "answer", Phrase(sv: "Svar", en: "Answer"), .text, required: true,
          help: Phrase(
            sv: "barnets svar; även att det inte ville svara",
            en: "the child's answer; also that it would not answer")),
        line(
          "again", Phrase(sv: "Varför igen", en: "Why again"),
          Phrase(
            sv: "bara om ämnet redan har tagits upp med barnet",
            en: "only where the child was asked about this before")),
      ]),
    action(
      "disappeared", FactSpec("childDisappeared", Phrase(sv: "Försvunnet", en: "Disappeared")),
      title: Phrase(sv: "Barn försvunnet", en: "Child disappeared"),
      help: Phrase(sv: "Barnet är försvunnet.", en: "The child is missing."),
      roles: everybody,
      [
        childField,
        line(
          "lastSeen", Phrase(sv: "Sågs senast", en: "Last seen"),
          Phrase(
            sv: "plats; skriv inte en placerings adress", en: "place; not a placement's address")),
        FieldSpec(
          "circumstances", Phrase(sv: "Hur", en: "How"), .text,
          help: Phrase(sv: "vad som hände, med vem", en: "what happened, with whom")),
        FieldSpec(
          "police", Phrase(sv: "Polisen vet", en: "Police know"), .flag, short: true,
          help: Phrase(sv: "är barnet anmält försvunnet?", en: "is the child reported missing?")),
      ]),
    action(
      "found", FactSpec("childFound", Phrase(sv: "Återfunnet", en: "Found")),
      title: Phrase(sv: "Barn återfunnet", en: "Child found"),
      help: Phrase(sv: "Ett försvunnet barn är återfunnet.", en: "A missing child is found."),
      roles: everybody,
      [
        childField,
        line(
          "place", Phrase(sv: "Var", en: "Where"),
          Phrase(sv: "plats; skriv inte en placerings adress", en: "not a placement's address")),
        FieldSpec(
          "condition", Phrase(sv: "Hur barnet mår", en: "Condition"), .text,
          help: Phrase(sv: "skador, rädsla, vad barnet säger", en: "injuries, fear, words")),
      ]),
  ]
}
