extension Statistics {
  /// A case: opened once, its children as they come to it, and all that is done for them.
  mutating func add(_ record: Record, _ reference: Reference, _ context: Context) throws {
    guard let state = Case(record) else { return }
    if let opened = record.first("opened"), period.contains(opened.happenedAt) {
      count(
        .cases, at: opened.happenedAt,
        [
          "kind": [try kind(state, reference, context)],
          "purpose": state.purposes.map(\.rawValue),
        ])
    }
    for entry in record.all("opened") + record.all("childrenAdded")
    where period.contains(entry.happenedAt) {
      for child in entry.references("children") {
        count(
          .caseChildren, at: entry.happenedAt,
          Self.rows(of: try context.person(child), on: entry.happenedAt))
      }
    }
    count(
      .casesPlaced, at: record.first("placed")?.happenedAt,
      ["purpose": state.purposes.map(\.rawValue)])
    for entry in record.entries where period.contains(entry.happenedAt) {
      try add(entry, context)
    }
  }

  private mutating func add(_ entry: Record.Entry, _ context: Context) throws {
    func choice(_ field: String) -> [String] { entry.choice(field).map { [$0] } ?? [] }
    let at = entry.happenedAt
    switch entry.name {
    case "placed": count(.placements, at: at, ["kind": choice("kind")])
    case "placementRefused": count(.placementsRefused, at: at, ["why": choice("why")])
    case "childDisappeared", "childFound": count(.missing, at: at, ["what": [entry.name]])
    case "returnRecorded": count(.returns, at: at, ["how": choice("return")])
    case "adviceTaken": count(.advice, at: at, ["adviser": choice("adviser")])
    case "meetingHeld": count(.meetings, at: at, ["party": entry.choices("parties")])
    case ConcernReport.factName:
      addConcern(entry, about: try context.person(entry.references("child").first))
    case "investigationAnswered":
      let child = try context.person(entry.references("child").first)
      count(
        .investigations, at: at,
        [
          "answer": [entry.flag("opened") == true ? "opened" : "notOpened"],
          "sex": child?.sex.map { [$0.rawValue] } ?? [],
        ])
    default: return
    }
  }

  private func kind(
    _ state: Case, _ reference: Reference, _ context: Context
  ) throws -> String {
    if try context.hasCustody(reference) { return "custody" }
    let isMinors = try state.children.contains {
      try context.person($0)?.isAssessedAdult != true
    }
    return isMinors ? "minors" : "adults"
  }

  /// A custody decision, in the table of those where trafficking is suspected or of the others.
  mutating func add(_ custody: Custody, _ context: Context) throws {
    let state = try context.state(ofCase: custody.record.references("case").last)
    // Where the case tells of a placement it is the same one.
    if let placed = custody.record.first("placed"), state?.record.has("placed") != true {
      count(
        .placements, at: placed.happenedAt,
        ["kind": placed.choice("placementKind").map { [$0] } ?? []])
    }
    guard let decidedAt = custody.decidedAt, period.contains(decidedAt) else { return }
    let person = try context.person(custody.record.references("person").last)
    var rows = Self.rows(of: person, on: decidedAt)
    if let age = custody.age { rows["age"] = [AgeBand(age).rawValue] }
    rows["asylum"] = [person?.isAsylumSeeker == true ? "asylum" : "notAsylum"]
    rows["purpose"] = state?.purposes.map(\.rawValue) ?? []
    rows["outcome"] = [Self.outcome(of: custody, context.now).rawValue]
    count(
      custody.isSuspectedTrafficking ? .custodyTrafficking : .custodyOther, at: decidedAt, rows)
  }

  private static func outcome(of custody: Custody, _ now: Instant) -> CustodyOutcome {
    switch custody.clocks.ending(at: now) {
    case nil: .inForce
    case .ceased: .ceased
    case .notConfirmed: .notConfirmed
    case .lifted: .lifted
    case .careDecided:
      custody.record.value("care") == .text(CareDecision.care.rawValue) ? .care : .noCare
    }
  }

  private static func rows(of person: Person?, on moment: Instant) -> [String: [String]] {
    let age = person?.age(on: Stockholm.civil(moment).date)
    return [
      "sex": person?.sex.map { [$0.rawValue] } ?? [],
      "age": age.map { [AgeBand($0).rawValue] } ?? [],
      "nationality": person?.nationality.map { [$0.rawValue] } ?? [],
    ]
  }

  /// A police report: filed once, and what the police, the prosecutor and the courts made of it.
  mutating func add(_ report: PoliceReport) {
    let record = report.record
    if let filed = record.first("filed") {
      let purposes: [String] = record.all("drafted").flatMap { $0.choices("purposes") }
      let purpose = purposes.isEmpty ? "Unstated" : purposes.contains("sexual") ? "Sexual" : "Other"
      count(
        .policeReports, at: filed.happenedAt,
        [
          "to": filed.choice("authority").map { [$0 + purpose] } ?? [],
          "offence": filed.choice("offence").map { [$0] } ?? [],
        ])
    }
    for step in report.steps where ![.drafted, .filed, .notFiled].contains(step.status) {
      let name = step.entry.choice("judgment") ?? step.status.rawValue
      count(.policeSteps, at: step.entry.happenedAt, ["step": [name]])
    }
  }

  mutating func addHandover(_ record: Record) {
    for entry in record.entries where HandoverStep(rawValue: entry.name) != nil {
      count(.handovers, at: entry.happenedAt, ["step": [entry.name]])
    }
  }
}

/// How a custody decision stands or ended, for the figures.
enum CustodyOutcome: String, ChoiceTerm {
  case inForce, care, noCare, lifted, notConfirmed, ceased

  var title: Phrase {
    switch self {
    case .inForce: Phrase(sv: "gäller", en: "in force")
    case .care: CareDecision.care.title
    case .noCare: CareDecision.noCare.title
    case .lifted: Phrase(sv: "hävt av nämnden", en: "lifted by the board")
    case .notConfirmed: Phrase(sv: "inte fastställt av rätten", en: "not confirmed by the court")
    case .ceased: Phrase(sv: "upphört (LVU 7, 9 §§)", en: "ceased (LVU 7, 9 §§)")
    }
  }
}

/// Ages in years, for the figures. 15: the young person is a party (LVU 36 §).
enum AgeBand: String, ChoiceTerm {
  case to6, from7to12, from13to14, from15to17, from18

  init(_ years: Int) {
    self =
      switch years {
      case ...6: .to6
      case ...12: .from7to12
      case ...14: .from13to14
      case ...17: .from15to17
      default: .from18
      }
  }

  var title: Phrase {
    switch self {
    case .to6: Phrase(sv: "0–6 år", en: "0–6 years")
    case .from7to12: Phrase(sv: "7–12 år", en: "7–12 years")
    case .from13to14: Phrase(sv: "13–14 år", en: "13–14 years")
    case .from15to17: Phrase(sv: "15–17 år", en: "15–17 years")
    case .from18: Phrase(sv: "18 år eller äldre", en: "18 years or older")
    }
  }
}

/// What becomes of a handover, for the figures.
enum HandoverStep: String, ChoiceTerm {
  case sent, acknowledged, accepted, returned, withdrawn

  var title: Phrase {
    switch self {
    case .sent: Phrase(sv: "skickade", en: "sent")
    case .acknowledged: Phrase(sv: "bekräftade", en: "acknowledged")
    case .accepted: Phrase(sv: "mottagna, handläggare utsedd", en: "accepted, handler named")
    case .returned: Phrase(sv: "återsända", en: "returned")
    case .withdrawn: Phrase(sv: "återtagna", en: "withdrawn")
    }
  }
}

extension Person {
  /// Where the person probably is from; nil where nobody has said.
  var nationality: NationalityGroup? {
    record.choice("nationality").flatMap(NationalityGroup.init(rawValue:))
  }

  /// Whether the person has applied for asylum.
  var isAsylumSeeker: Bool { record.value("asylumSeeker") == .flag(true) }
}
