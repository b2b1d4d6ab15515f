import TextSafety

extension Tip {
  static func decide(
    _ spec: ActionSpec, _ fields: FieldReader, _ tip: Tip?, source: String?,
    _ context: DecisionContext
  ) throws -> [DecidedFact] {
    guard let tip else {
      var report = report(fields, from: nil)
      report.source = source
      return [DecidedFact(context.newID(), .tip(.received(report)))]
    }
    // The sender's clock may run ahead of the desk's, as far as the door lets a time in.
    let soonest = tip.receivedAt.adding(milliseconds: -Decision.futureTolerance)
    guard context.happenedAt >= soonest || spec.id == "tip.correct" else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "tiden ligger före det att tipset kom in", en: "the time is before the tip came in"),
        field: "happenedAt")
    }
    switch spec.id {
    case "tip.assess":
      guard let outcome: ProtectionOutcome = fields.choice("outcome"),
        let ground = fields.text("ground")
      else { return [] }
      // A child that needs protection at once must stand on the list of what is open.
      if outcome == .immediate { try tip.requireOpen() }
      let assessed = tip.fact(.protectionAssessed(.init(outcome: outcome, ground: ground)))
      guard let priority: Priority = fields.choice("priority") else { return [assessed] }
      try tip.requireOpen()
      return [assessed, tip.fact(.prioritised(.init(priority: priority, reason: nil)))]
    case "tip.prioritise":
      guard let priority: Priority = fields.choice("priority") else { return [] }
      try tip.requireOpen()
      return [tip.fact(.prioritised(.init(priority: priority, reason: fields.text("reason"))))]
    case "tip.assign": return [try tip.assign(fields.string("officer"), context)]
    case "tip.note":
      return [tip.fact(.noted(.init(text: fields.text("text") ?? "")))]
    case "tip.correct": return [try tip.correct(fields)]
    case "tip.duplicate":
      return try tip.markDuplicate(of: fields.string("of") ?? "", context)
    case "tip.notDuplicate": return try tip.unmarkDuplicate(fields.text("reason") ?? "", context)
    case "tip.close":
      guard let reason: CloseReason = fields.choice("reason") else { return [] }
      try tip.requireOpen()
      try tip.requireAssessment(
        Phrase(sv: "Tipset kan inte avslutas än", en: "The tip cannot be closed yet"))
      return [tip.fact(.closed(.init(reason: reason, note: fields.text("note"))))]
    case "tip.reopen":
      guard tip.status == .closed else {
        throw Refusal(
          .rule,
          Phrase(
            sv: "tipset är inte avslutat (det är \(tip.status.title.sv))",
            en: "the tip is not closed (it is \(tip.status.title.en))"))
      }
      return [tip.fact(.reopened(Reason(fields.text("reason") ?? "")))]
    case "tip.dispatch", "tip.passOn": return [try tip.send(fields, context)]
    case "tip.recall":
      guard !tip.sendings.isEmpty else {
        throw Refusal(
          .rule,
          Phrase(
            sv: "tipset är inte skickat till någon", en: "the tip has not been sent to anybody"))
      }
      return [tip.fact(.recalled(Reason(fields.text("reason") ?? "")))]
    case "tip.link": return try tip.link(to: fields.string("case") ?? "", context)
    case "tip.preliminary":
      guard let outcome: PreliminaryOutcome = fields.choice("outcome") else { return [] }
      return [tip.fact(.preliminaryAssessed(.init(outcome: outcome, note: fields.text("note"))))]
    case "tip.feedback": return [try tip.tellReporter(fields)]
    default: return []
    }
  }

  private func send(_ fields: FieldReader, _ context: DecisionContext) throws -> DecidedFact {
    try requireOpen()
    let sending = TipFact.Sending(district: fields.string("district"), note: fields.text("note"))
    guard let district = sending.district else { return fact(.dispatched(sending)) }
    try District.require(district, at: context.happenedAt, field: "district")
    return fact(.passedOn(sending))
  }

  /// SoL 19:6: who asked for it is told, once it has been decided whether to open an investigation.
  private func tellReporter(_ fields: FieldReader) throws -> DecidedFact {
    guard report.wantsFeedback == true else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "anmälaren har inte bett om besked; rätta ”Vill ha besked” om det är fel",
          en: "the reporter has not asked to be told; correct “Wants feedback” if that is wrong"),
        law: "SoL 19:6")
    }
    guard preliminary?.outcome.isDecision == true else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "det är inte beslutat om utredning inleds; gör förhandsbedömningen först",
          en: "it is not decided whether to open an investigation; make the preliminary assessment "
            + "first"), law: "SoL 19:6")
    }
    return fact(.feedbackGiven(.init(note: fields.text("note"))))
  }

  /// The case takes the tip by its own rules, and both tell of it.
  private func link(to text: String, _ context: DecisionContext) throws -> [DecidedFact] {
    let own = context.reference(id)
    guard let reference = Reference(text), let state = try context.subject(reference),
      reference.kind == .case
    else {
      throw Refusal(
        .unknownSubject,
        Phrase(
          sv: "det finns inget ärende \(text.prefix(24))", en: "there is no case \(text.prefix(24))"
        ),
        field: "case")
    }
    let taken = Action(
      "case.addTips", subject: reference, fields: ["tips": .list([.text(own)])])
    return [fact(.linked(.init(reference: reference.description)))]
      + (try Decision.facts(for: taken, on: state, context))
  }

  func fact(_ fact: TipFact) -> DecidedFact {
    DecidedFact(id, .tip(fact))
  }

  private func requireOpen() throws {
    switch status {
    case .open: return
    case .closed:
      throw Refusal(
        .rule,
        Phrase(
          sv: "tipset är avslutat; öppna det igen först", en: "the tip is closed; reopen it first"))
    case .duplicate:
      let other = duplicateOf ?? ""
      throw Refusal(
        .rule,
        Phrase(
          sv: "tipset är en dubblett av \(other); arbeta med \(other) eller ta bort märkningen",
          en: "the tip is a duplicate of \(other); work on \(other) or take the mark away"))
    }
  }

  /// DOMAIN, Tip: closed or called a duplicate only after the assessment is on record.
  private func requireAssessment(_ lead: Phrase) throws {
    guard concernsChild, assessment == nil else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "\(lead.sv): det rör ett barn och skyddsbedömningen saknas. Gör den först.",
        en: "\(lead.en): it concerns a child and has no protection assessment. Make it first."),
      law: "SoL 20:1")
  }

  /// A tip that is done with cannot turn out to be about a child that nobody has assessed.
  private func requireAssessment(of corrected: TipReport) throws {
    guard status != .open, assessment == nil, corrected.concernsChild ?? true else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "tipset är \(status.title.sv) och saknar skyddsbedömning; gör den först, rätta sedan",
        en: "the tip is \(status.title.en) and has no protection assessment; make it first, then "
          + "correct"),
      field: "concernsChild", law: "SoL 20:1")
  }

  private func assign(_ login: String?, _ context: DecisionContext) throws -> DecidedFact {
    try requireOpen()
    guard let login else { return fact(.assigned(.init(officer: nil, name: nil))) }
    guard let officer = try context.officerWithLogin(login), officer.isActive else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "det finns ingen aktiv handläggare med inloggningen \(login.prefix(64))",
          en: "there is no active officer with the login \(login.prefix(64))"), field: "officer")
    }
    guard officer.holds(Role.readsTips) else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "\(login) har ingen roll som får läsa tips",
          en: "\(login) has no role that reads tips"),
        field: "officer")
    }
    return fact(.assigned(.init(officer: OfficerID(officer.id), name: officer.name)))
  }

  private func correct(_ fields: FieldReader) throws -> DecidedFact {
    let corrected = Self.report(fields, from: report)
    let changed = Self.correctableFields.map(\.name).filter {
      corrected.detail($0) != report.detail($0)
    }
    guard corrected != report else {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "inget är ändrat; ange minst en uppgift som ska rättas",
          en: "nothing is changed; give at least one value to correct"))
    }
    try requireAssessment(of: corrected)
    return fact(
      .corrected(
        .init(
          report: corrected, changed: changed, corrects: version,
          reason: fields.text("reason") ?? "")))
  }

  private func markDuplicate(of text: String, _ context: DecisionContext) throws -> [DecidedFact] {
    try requireOpen()
    try requireAssessment(
      Phrase(
        sv: "Tipset kan inte märkas som dubblett än", en: "The tip cannot be marked a duplicate yet"
      ))
    guard let reference = Reference(text), case .tip(let original)? = try context.subject(reference)
    else {
      throw Refusal(
        .unknownSubject,
        Phrase(
          sv: "det finns inget tips \(text.prefix(24))", en: "there is no tip \(text.prefix(24))"),
        field: "of")
    }
    guard original.id != id else {
      throw Refusal(
        .rule,
        Phrase(
          sv: "ett tips kan inte vara dubblett av sig självt",
          en: "a tip cannot be a duplicate of itself"), field: "of")
    }
    guard original.status != .duplicate else {
      let other = original.duplicateOf ?? ""
      throw Refusal(
        .rule,
        Phrase(
          sv: "\(reference) är själv en dubblett av \(other); peka på \(other)",
          en: "\(reference) is itself a duplicate of \(other); point at \(other)"), field: "of")
    }
    guard duplicates.isEmpty else {
      let others = duplicates.joined(separator: ", ")
      throw Refusal(
        .rule,
        Phrase(
          sv: "\(others) är märkt som dubblett av det här tipset; ta bort det först",
          en: "\(others) is marked a duplicate of this tip; take that away first"))
    }
    let own = context.reference(id)
    return [
      fact(.markedDuplicate(.init(of: original.id, reference: reference.description))),
      original.fact(.duplicatesChanged(.init(reference: own, isDuplicate: true))),
    ]
  }

  private func unmarkDuplicate(_ reason: UntrustedText, _ context: DecisionContext) throws
    -> [DecidedFact]
  {
    guard status == .duplicate, let duplicateOf else {
      throw Refusal(
        .rule,
        Phrase(sv: "tipset är inte märkt som dubblett", en: "the tip is not marked a duplicate"))
    }
    var facts = [fact(.unmarkedDuplicate(.init(reason: reason, reference: duplicateOf)))]
    if let reference = Reference(duplicateOf),
      case .tip(let other)? = try context.subject(reference)
    {
      let link = TipFact.DuplicateLink(reference: context.reference(id), isDuplicate: false)
      facts.append(other.fact(.duplicatesChanged(link)))
    }
    return facts
  }

  /// The report with the filled-in fields taken over `old`; a field given as null is cleared.
  static func report(_ fields: FieldReader, from old: TipReport?) -> TipReport {
    var report =
      old ?? TipReport(channel: fields.choice("channel") ?? .web, text: fields.text("text") ?? "")
    func take<V>(_ name: String, _ path: WritableKeyPath<TipReport, V?>, _ value: V?) {
      if fields.values[name] != nil { report[keyPath: path] = value }
    }
    if let channel: Channel = fields.choice("channel") { report.channel = channel }
    if let text = fields.text("text") { report.text = text }
    take("place", \.place, fields.text("place"))
    take("observedAt", \.observedAt, fields.time("observedAt"))
    take("duration", \.duration, fields.text("duration"))
    let children = fields.children("children")
    take("children", \.children, children.isEmpty ? nil : children)
    take("adults", \.adults, fields.number("adults"))
    let activity: [Activity] = fields.choices("activity")
    take("activity", \.activity, activity.isEmpty ? nil : activity)
    take("acute", \.acute, fields.text("acute"))
    take("childNow", \.childNow, fields.text("childNow"))
    take("ifNothing", \.ifNothing, fields.text("ifNothing"))
    take("childKnows", \.childKnows, fields.choice("childKnows"))
    take("guardianKnows", \.guardianKnows, fields.choice("guardianKnows"))
    take("cautions", \.cautions, fields.text("cautions"))
    take("language", \.language, fields.text("language"))
    take("reporterName", \.reporterName, fields.text("reporterName"))
    take("reporterPhone", \.reporterPhone, fields.text("reporterPhone"))
    take("reporterEmail", \.reporterEmail, fields.text("reporterEmail"))
    take("reporterCategory", \.reporterCategory, fields.text("reporterCategory"))
    take("wantsFeedback", \.wantsFeedback, fields.flag("wantsFeedback"))
    take("concernsChild", \.concernsChild, fields.flag("concernsChild"))
    take("enclosures", \.enclosures, fields.text("enclosures"))
    return report
  }
}
