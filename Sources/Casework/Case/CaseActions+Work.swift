extension Case {
  private static func text(_ name: String, _ label: Phrase, _ help: Phrase, required: Bool = false)
    -> FieldSpec
  {
    FieldSpec(name, label, .text, required: required, help: help)
  }

  private static func line(_ name: String, _ label: Phrase, _ help: Phrase, required: Bool = false)
    -> FieldSpec
  {
    FieldSpec(name, label, .line, required: required, help: help)
  }

  /// The checklist, and what is done together with others.
  static let workActions: [ActionSpec] = [
    action(
      "step", FactSpec("stepMarked", Phrase(sv: "Handboken", en: "Handling manual")),
      title: Phrase(sv: "Handbokens steg", en: "Step of the manual"),
      help: Phrase(
        sv: "Ett steg i handboken är gjort, inte aktuellt eller inte gjort, och varför.",
        en: "A step of the handling manual is done, not applicable or not done, and why."),
      [
        FieldSpec(
          "step", Phrase(sv: "Steg", en: "Step"), .choice(ManualStep.choices), required: true,
          short: true, help: Phrase(sv: "i handbokens ordning", en: "in the manual's order")),
        FieldSpec(
          "outcome", Phrase(sv: "Utfall", en: "Outcome"), .choice(StepOutcome.choices),
          required: true, short: true,
          help: Phrase(sv: "gjort eller inte", en: "done or not")),
        line(
          "why", Phrase(sv: "Varför", en: "Why"),
          Phrase(sv: "krävs om steget inte är gjort", en: "needed where it is not done")),
        text(
          "risk", Phrase(sv: "Riskbedömning", en: "Risk assessment"),
          Phrase(sv: "krävs före kontakt med en ambassad", en: "needed before an embassy is asked")
        ),
      ]),
    action(
      "concern", FactSpec("concernReported", Phrase(sv: "Orosanmälan", en: "Concern reported")),
      title: Phrase(sv: "Orosanmälan", en: "Concern report"),
      help: Phrase(
        sv: "Anmäler oro för barnet till en stadsdel.", en: "Reports a concern to a district."),
      roles: everybody,
      [ConcernReport.districtField, childField] + ConcernReport.fields(unitRequired: false)),
    action(
      "investigation",
      FactSpec("investigationAnswered", Phrase(sv: "Svar från stadsdel", en: "District answered")),
      title: Phrase(sv: "Utredning inledd eller inte", en: "Investigation opened or not"),
      help: Phrase(
        sv: "Stadsdelens beslut efter orosanmälan.", en: "The district's decision on a concern."),
      [
        ConcernReport.districtField, childField,
        FieldSpec(
          "opened", Phrase(sv: "Utredning inledd", en: "Investigation opened"), .flag,
          required: true, short: true,
          help: Phrase(sv: "inleddes en utredning?", en: "was one opened?")),
        line(
          "why", Phrase(sv: "Skäl", en: "Reason"),
          Phrase(sv: "stadsdelens skäl", en: "the district's reason")),
      ]),
    action(
      "advice", FactSpec("adviceTaken", Phrase(sv: "Råd", en: "Advice taken")),
      title: Phrase(sv: "Fråga om råd", en: "Ask for advice"),
      help: Phrase(
        sv: "Råd av regionkoordinatorn eller annan; utan identitet om samtycke saknas.",
        en: "Advice of the regional coordinator or another; without identity unless consented to."),
      [
        FieldSpec(
          "adviser", Phrase(sv: "Tillfrågad", en: "Asked"), .choice(Adviser.choices),
          required: true, short: true, help: Phrase(sv: "vem som gav råd", en: "who advised")),
        line(
          "adviserName", Phrase(sv: "Namn", en: "Name"),
          Phrase(sv: "vem där", en: "who there")),
        text(
          "advice", Phrase(sv: "Fråga och råd", en: "Question and advice"),
          Phrase(sv: "vad som frågades och svarades", en: "what was asked, and the answer"),
          required: true),
        FieldSpec(
          "identity", Phrase(sv: "Identitet röjd", en: "Identity given"), .flag, required: true,
          short: true, help: Phrase(sv: "sades vem barnet är?", en: "was it said who it is?")),
        FieldSpec(
          "consent", Phrase(sv: "Samtycke", en: "Consent"), .flag, short: true,
          help: Phrase(sv: "finns samtycke till det?", en: "is there consent to that?")),
      ]),
    action(
      "meeting", FactSpec("meetingHeld", Phrase(sv: "Samverkansmöte", en: "Cooperation meeting")),
      title: Phrase(sv: "Samverkansmöte", en: "Cooperation meeting"),
      help: Phrase(sv: "Ett möte med andra om barnet.", en: "A meeting with others."),
      [
        FieldSpec(
          "parties", Phrase(sv: "Med", en: "With"), .choices(MeetingParty.choices),
          required: true, help: Phrase(sv: "alla som deltog", en: "all who took part")),
        line(
          "participants", Phrase(sv: "Deltagare", en: "Participants"),
          Phrase(sv: "namn", en: "names")),
        text(
          "agreed", Phrase(sv: "Överenskommet", en: "Agreed"),
          Phrase(sv: "vem gör vad, och när", en: "who does what, and when"), required: true),
      ]),
    action(
      "legal", FactSpec("legalAsked", Phrase(sv: "Rättslig fråga", en: "Legal question")),
      title: Phrase(sv: "Rättslig fråga", en: "Legal question"),
      help: Phrase(
        sv: "En fråga till juridiska avdelningen.", en: "A question to the legal department."),
      [
        text(
          "legalQuestion", Phrase(sv: "Fråga", en: "Question"),
          Phrase(sv: "det som behöver svar", en: "what needs an answer"), required: true),
        line(
          "to", Phrase(sv: "Till", en: "To"),
          Phrase(sv: "vem som ska svara", en: "who is to answer")),
        FieldSpec(
          "due", Phrase(sv: "Svar senast", en: "Answer by"), .date, short: true,
          help: Phrase(sv: "datum, 2026-11-27", en: "a date, 2026-11-27")),
      ]),
    action(
      "legalAnswer", FactSpec("legalAnswered", Phrase(sv: "Rättsligt svar", en: "Legal answer")),
      title: Phrase(sv: "Rättsligt svar", en: "Legal answer"),
      help: Phrase(
        sv: "Svar på den äldsta obesvarade frågan.", en: "Answers the oldest open question."),
      [
        text(
          "legalAnswer", Phrase(sv: "Svar", en: "Answer"),
          Phrase(sv: "vad som svarades, och av vem", en: "the answer, and whose it is"),
          required: true)
      ]),
    action(
      "support", FactSpec("supportMarked", Phrase(sv: "Stöd till barnet", en: "Support")),
      title: Phrase(sv: "Stöd till barnet", en: "Support for the child"),
      help: Phrase(
        sv: "Barnahus, god man, särskild företrädare, målsägandebiträde: begärt eller på plats.",
        en: "Barnahus, guardian, representative, counsel: asked for or in place."),
      [
        childField,
        FieldSpec(
          "support", Phrase(sv: "Stöd", en: "Support"), .choice(Support.choices), required: true,
          short: true, help: Phrase(sv: "vilket stöd", en: "which support")),
        FieldSpec(
          "state", Phrase(sv: "Läge", en: "State"), .choice(SupportState.choices),
          required: true, short: true, help: Phrase(sv: "hur det står", en: "how it stands")),
        line(
          "who", Phrase(sv: "Vem", en: "Who"),
          Phrase(sv: "namn och telefon", en: "name and telephone")),
      ]),
  ]
}
