extension CaseKind {
  /// What may be recorded on a closed case whenever it happened.
  private static let afterClosing: Set<String> = [
    "noted", "restrictionChanged", "reopened", Correction.factName,
  ]

  /// Refuses what cannot be done on what stands.
  public static func check(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws {
    let entry = action.entry
    if let login = entry.choice("handler") { try requireHandler(login, context) }
    guard let before = record.flatMap(Case.init) else { return }
    if !afterClosing.contains(action.name), !before.isOpen(at: context.happenedAt) {
      throw Refusal(
        .rule,
        Phrase(
          sv: "ärendet är avslutat; öppna det igen först",
          en: "the case is closed; reopen it first"))
    }
    let fact = RecordedFact(kind: "case.\(action.name)", values: entry.values)
    if let after = Record.applying(
      fact, at: entry.happenedAt, to: before.record, id: before.record.id
    ).flatMap(Case.init) {
      try checkRestriction(after, before, context)
    }
    switch action.name {
    case Correction.factName: try checkCorrection(entry, before, context)
    case "questionAsked": try checkAskedOnce(entry, before)
    case "closed": try checkClosing(entry, before, context)
    case "described" where entry.values.isEmpty:
      throw Refusal(
        .invalid,
        Phrase(
          sv: "inget är ändrat; fyll i minst en uppgift",
          en: "nothing is changed; fill in at least one value"))
    default: break
    }
  }

  private static func requireHandler(_ login: String, _ context: DecisionContext) throws {
    let officer = try context.officerWithLogin(login)
    guard officer?.holds(Case.authority) != true else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "\(login.prefix(64)) är ingen aktiv handläggare som får ha ärenden",
        en: "\(login.prefix(64)) is no active officer who may have cases"), field: "handler")
  }

  /// Whether an action or a correction does it: only a lead lifts the restriction, and only a lead
  /// or its own officer gives a restricted case away.
  private static func checkRestriction(
    _ after: Case, _ before: Case, _ context: DecisionContext
  ) throws {
    guard before.isRestricted, let officer = context.officer, !officer.holds([.lead]) else {
      return
    }
    guard after.isRestricted else {
      throw Refusal(
        .notPermitted,
        Phrase(
          sv: "bara en arbetsledare tar bort skyddet",
          en: "only a lead takes the restriction away"),
        field: "restricted", law: "SoLPuL 10 §")
    }
    guard after.handler == before.handler || before.handler == officer.login else {
      throw Refusal(
        .notPermitted,
        Phrase(
          sv: "ärendet är skyddat: bara handläggaren eller en arbetsledare tilldelar det",
          en: "the case is restricted: only its officer or a lead assigns it"),
        field: "handler", law: "SoLPuL 10 §")
    }
  }

  /// Who may not record a fact may not correct one, and how a case was closed stands.
  private static func checkCorrection(
    _ entry: Record.Entry, _ before: Case, _ context: DecisionContext
  ) throws {
    guard let old = before.record.entries.first(where: { $0.version == entry.number("entry") }),
      let spec = RecordKinds.action(.case, becoming: old.name), let officer = context.officer
    else { return }
    try Decision.permit(spec, officer)
    guard old.name == "closed", ["why", "handover"].contains(entry.choice(Correction.field)) else {
      return
    }
    throw Refusal(
      .rule,
      Phrase(
        sv: "hur ärendet avslutades rättas inte; öppna det igen och avsluta det rätt",
        en: "how the case was closed is not corrected; reopen it and close it right"),
      field: Correction.field)
  }

  /// DOMAIN: nobody asks a traumatised child the same thing again.
  private static func checkAskedOnce(_ entry: Record.Entry, _ before: Case) throws {
    guard entry.text("again") == nil, let topic: Topic = entry.term("topic"), topic != .other,
      let child = entry.references("child").first,
      let asked = before.questions.last(where: { $0.child == child && $0.topic == topic })
    else { return }
    let day = Stockholm.civil(asked.entry.happenedAt).date
    throw Refusal(
      .rule,
      Phrase(
        sv: "\(child) har redan fått frågan om \(topic.title.sv) (\(day), v\(asked.entry.version));"
          + " läs svaret, eller ange varför den ställdes igen",
        en: "\(child) was already asked about \(topic.title.en) (\(day), v\(asked.entry.version));"
          + " read the answer, or say why it was asked again"), field: "again")
  }

  /// DOMAIN, Handover: responsibility stays until acknowledged. While a child is in custody, or the
  /// district has not answered, somebody has to watch over it here.
  private static func checkClosing(
    _ entry: Record.Entry, _ before: Case, _ context: DecisionContext
  ) throws {
    try checkHandedOver(entry, before, context)
    guard let own = Reference(context.reference(before.record.id)) else { return }
    let sent = try context.lookup.referring(.handover, own).first {
      Handover($0.record)?.state == .sent
    }
    if let sent {
      throw Refusal(
        .rule,
        Phrase(
          sv:
            "\(sent.reference) är inte bekräftad; ansvaret ligger kvar hos Socialjouren till dess",
          en: "\(sent.reference) is not acknowledged; the emergency unit answers until it is"))
    }
    // Where the district has acknowledged, it answers for the custody too.
    guard entry.choice("why") != CaseClosing.handedOver.rawValue,
      let custody = try context.lookup.referring(.custody, own).first(where: {
        Custody($0.record).isInForce(at: entry.happenedAt)
      })
    else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "\(custody.reference) gäller; ärendet avslutas när omhändertagandet har upphört eller "
          + "stadsdelen har tagit över",
        en:
          "\(custody.reference) is in force; the case is closed when the custody has ended or the "
          + "district has taken over"))
  }

  private static func checkHandedOver(
    _ entry: Record.Entry, _ before: Case, _ context: DecisionContext
  ) throws {
    guard entry.choice("why") == CaseClosing.handedOver.rawValue else { return }
    guard let reference = entry.references("handover").first,
      case .record(let record)? = try context.subject(reference),
      let handover = Handover(record)
    else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "ange överlämningen som stadsdelen har bekräftat",
          en: "give the handover that the district has acknowledged"), field: "handover")
    }
    guard handover.caseReference?.description == context.reference(before.record.id) else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "\(reference) gäller ett annat ärende", en: "\(reference) is of another case"),
        field: "handover")
    }
    guard handover.responsibleParty == .emergencyUnit else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "\(reference) är inte bekräftad; ansvaret ligger kvar hos Socialjouren till dess",
        en: "\(reference) is not acknowledged; the emergency unit answers until it is"),
      field: "handover")
  }
}
