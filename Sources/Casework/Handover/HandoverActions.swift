extension Handover {
  /// Who may hand over: the emergency unit and the leads.
  static let authority = Case.authority

  private static func action(
    _ name: String, _ fact: FactSpec, title: Phrase, help: Phrase, creates: Bool = false,
    _ fields: [FieldSpec]
  ) -> ActionSpec {
    ActionSpec(
      "handover.\(name)", .handover, creates: creates, title: title, help: help, roles: authority,
      fields: fields, fact: fact)
  }

  private static func line(_ name: String, _ label: Phrase, _ help: Phrase, required: Bool = false)
    -> FieldSpec
  {
    FieldSpec(name, label, .line, required: required, help: help)
  }

  private static func districtField(required: Bool) -> FieldSpec {
    FieldSpec(
      "district", Phrase(sv: "Stadsdel", en: "District"), .choice(District.choices),
      required: required,
      help: Phrase(sv: "den ska finnas den dag den skickas", en: "it has to exist when it is sent"))
  }

  private static let sectionFields = HandoverSection.allCases.map {
    FieldSpec($0.rawValue, $0.title, .text, help: $0.help)
  }

  /// What an edit of a section was made against, and what it had taken in.
  private static let editFields = [
    FieldSpec(
      "against", Phrase(sv: "Gjord mot version", en: "Made against version"),
      .number(0...1_000_000),
      help: Phrase(
        sv: "rubrikens version; har den ändrats sedan dess skrivs inget över",
        en: "the section's version; where it has changed since, nothing is written over")),
    FieldSpec(
      "through", Phrase(sv: "Underlag till och med", en: "Material up to"),
      .number(0...1_000_000_000_000),
      help: Phrase(
        sv: "det senaste journalnumret som texten bygger på",
        en: "the latest journal number that the text is made from")),
  ]

  private static let byField = line(
    "by", Phrase(sv: "Av", en: "By"),
    Phrase(sv: "namn och befattning på stadsdelen", en: "name and office at the district"),
    required: true)

  /// What can be done with a handover.
  static let actions: [ActionSpec] = [
    action(
      "draft", FactSpec("drafted", Phrase(sv: "Utkast", en: "Drafted")),
      title: Phrase(sv: "Skriv överlämning", en: "Draft handover"),
      help: Phrase(
        sv: "Gör ett utkast ur ett ärende.", en: "Makes a draft from a case."),
      creates: true,
      [
        FieldSpec(
          "case", Phrase(sv: "Ärende", en: "Case"), .reference(.case), required: true, short: true,
          help: Phrase(sv: "det som lämnas över, till exempel Ä77", en: "what is handed over: Ä77")),
        districtField(required: true),
        FieldSpec(
          "children", Phrase(sv: "Barnen", en: "Children"), .references(.person),
          help: Phrase(sv: "tomt = alla ärendets barn", en: "empty = all children of the case")),
      ] + sectionFields),
    action(
      "edit", FactSpec("edited", Phrase(sv: "Redigerat", en: "Edited")),
      title: Phrase(sv: "Redigera", en: "Edit"),
      help: Phrase(
        sv: "Ändrar rubriker eller mottagare innan den skickas.",
        en: "Changes sections or the district before it is sent."),
      sectionFields + [districtField(required: false)] + editFields),
    action(
      "send", FactSpec("sent", Phrase(sv: "Skickat", en: "Sent")),
      title: Phrase(sv: "Skicka", en: "Send"),
      help: Phrase(
        sv: "Överlämningen är skickad. Ansvaret ligger kvar tills stadsdelen har bekräftat.",
        en: "The handover is sent. Responsibility stays until the district has acknowledged."),
      [
        FieldSpec(
          "how", Phrase(sv: "Hur", en: "How"), .choice(HandoverChannel.choices), required: true,
          short: true, help: Phrase(sv: "sättet den skickades på", en: "the way it was sent")),
        line(
          "to", Phrase(sv: "Till", en: "To"),
          Phrase(sv: "vem på stadsdelen", en: "whom at the district"), required: true),
      ]),
    action(
      "acknowledge", FactSpec("acknowledged", Phrase(sv: "Bekräftat", en: "Acknowledged")),
      title: Phrase(sv: "Bekräfta", en: "Acknowledge"),
      help: Phrase(
        sv: "Stadsdelen har bekräftat; nu går ansvaret över.",
        en: "The district has acknowledged; now responsibility passes."),
      [
        byField,
        line(
          "readBack", Phrase(sv: "Läste upp", en: "Read back"),
          Phrase(
            sv: "mottagaren läser upp referensen och omhändertagandets säkra dag",
            en: "the receiver reads back the reference and the custody's safe day")),
      ]),
    action(
      "accept", FactSpec("accepted", Phrase(sv: "Mottaget", en: "Accepted")),
      title: Phrase(sv: "Handläggare utsedd", en: "Accepted by"),
      help: Phrase(
        sv: "Stadsdelen har en namngiven handläggare.", en: "The district has a named handler."),
      [
        line(
          "handler", Phrase(sv: "Handläggare", en: "Handler"),
          Phrase(sv: "namn på stadsdelen", en: "name at the district"), required: true),
        line(
          "handlerPhone", Phrase(sv: "Telefon", en: "Telephone"),
          Phrase(sv: "handläggarens nummer", en: "the handler's number")),
      ]),
    action(
      "return", FactSpec("returned", Phrase(sv: "Återsänt", en: "Returned")),
      title: Phrase(sv: "Återsänd", en: "Returned"),
      help: Phrase(
        sv: "Stadsdelen tog inte emot; ansvaret är Socialjourens.",
        en: "The district did not take it; the emergency unit answers."),
      [
        line(
          "why", Phrase(sv: "Skäl", en: "Reason"),
          Phrase(sv: "stadsdelens skäl", en: "the district's reason"), required: true),
        FieldSpec(byField.name, byField.label, .line, help: byField.help),
      ]),
    action(
      "remind", FactSpec("reminded", Phrase(sv: "Påmint", en: "Reminded")),
      title: Phrase(sv: "Påminn", en: "Remind"),
      help: Phrase(sv: "Stadsdelen är påmind.", en: "The district has been reminded."),
      [
        line(
          "reminded", Phrase(sv: "Påmind", en: "Reminded"),
          Phrase(sv: "vem, och hur", en: "who, and how"), required: true)
      ]),
    action(
      "withdraw", FactSpec("withdrawn", Phrase(sv: "Återtaget", en: "Withdrawn")),
      title: Phrase(sv: "Återta", en: "Withdraw"),
      help: Phrase(
        sv: "Överlämningen gäller inte; går bara innan den är bekräftad.",
        en: "The handover no longer holds; only before it is acknowledged."),
      [Case.reasonField]),
    Correction.action(.handover, roles: authority),
  ]
}
