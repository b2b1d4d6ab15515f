import TextSafety

extension CustodyKind {
  /// Facts that need a decision in force: nothing of this can be done on the strength of one that
  /// has ended.
  private static let needInForce: Set<String> = [
    "executed", "placed", "examined", "extensionAsked", "extensionGranted", "extensionRefused",
    "lifted",
  ]
  /// Facts that need a decision.
  private static let needDecision = needInForce.union([
    "arrived", "reported", "careAppliedFor", "careDecided",
  ])
  /// Facts that happen once; a mistake in them is corrected.
  private static let once: Set<String> = [
    "decided", "executed", "arrived", "examined", "reported", "careAppliedFor", "careDecided",
    "lifted", "closed",
  ]

  /// Refuses what the decision as it stands does not allow.
  public static func check(
    _ action: RecordAction, on record: Record?, _ context: DecisionContext
  ) throws {
    try checkPerson(action, record, context)
    guard let record else { return }
    let custody = Custody(record)
    try checkDecider(action.entry, context)
    try checkLifter(action.entry, context)
    try checkMeeting(action.entry, custody)
    if once.contains(action.name), record.has(action.name) { throw alreadyDone(action) }
    if needDecision.contains(action.name), custody.decidedAt == nil {
      throw Refusal(
        .rule,
        Phrase(
          sv: "det finns inget beslut; registrera beslutet först",
          en: "there is no decision; record the decision first"), law: "LVU 6 §")
    }
    if needInForce.contains(action.name) { try checkInForce(custody, action) }
    try checkOrder(action.entry, custody)
    try checkOnlyOne(action, custody, context)
    if custody.isClosed, !["noted", Correction.factName, "reported"].contains(action.name) {
      throw Refusal(
        .rule,
        Phrase(
          sv: "det är avslutat; ett nytt beslut är ett nytt omhändertagande",
          en: "it is closed; a new decision is a new custody"))
    }
  }

  /// What is known of the person counts as well: LVU 6 § reaches those under 20.
  private static func checkPerson(
    _ action: RecordAction, _ record: Record?, _ context: DecisionContext
  ) throws {
    guard ["prepared", "decided"].contains(action.name),
      let reference = action.entry.references("person").first
        ?? record?.references("person").first,
      case .record(let person)? = try context.subject(reference),
      let age = Person(person).lowestAge(on: Stockholm.civil(action.entry.happenedAt).date),
      age >= 20
    else { return }
    throw tooOld(age, field: "person")
  }

  static func tooOld(_ age: Int, field: String) -> Refusal {
    Refusal(
      .rule,
      Phrase(
        sv: "den som har fyllt 20 kan inte omhändertas (åldern är \(age))",
        en: "a person of 20 or more cannot be taken into custody (the age is \(age))"),
      field: field, law: "LVU 6 §")
  }

  /// The board answers for the decision, never the staff who prepare and execute it.
  private static func checkDecider(_ entry: Record.Entry, _ context: DecisionContext) throws {
    guard try isStaff(given("decider", in: entry), context) else { return }
    throw staffMayNotDecide(field: "decider")
  }

  /// As the decision is the board's, so is its end (LVU 9 §).
  private static func checkLifter(_ entry: Record.Entry, _ context: DecisionContext) throws {
    guard try isStaff(given("liftedBy", in: entry), context) else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "en jourhandläggare får inte häva ett omhändertagande: det gör nämnden eller utskottet",
        en: "a duty officer may not lift a custody: the board or its committee does"),
      field: "liftedBy", law: "LVU 9 §")
  }

  /// A value as it is filled in, or corrected to.
  private static func given(_ field: String, in entry: Record.Entry) -> String? {
    entry.choice(entry.choice(Correction.field) == field ? Correction.value : field)
  }

  private static func isStaff(_ name: String?, _ context: DecisionContext) throws -> Bool {
    guard let name else { return false }
    if context.officer?.isNamed(in: name) == true { return true }
    if try context.officerWithLogin(name) != nil { return true }
    let staff: Set<Role> = [.dutyOfficer, .coordinator, .lead, .outreachWorker]
    return try context.lookup.officers().contains { $0.holds(staff) && $0.isNamed(in: name) }
  }

  /// From the board's next meeting its clock runs, so the decision is not taken down without it.
  private static func checkMeeting(_ entry: Record.Entry, _ custody: Custody) throws {
    guard entry.name == "decided",
      entry.choice("capacity").flatMap(DeciderCapacity.init(rawValue:))?.isReportedToBoard == true,
      entry.date("boardMeeting") == nil, custody.boardMeeting == nil
    else { return }
    throw Refusal(
      .invalid,
      Phrase(
        sv: "ange nämndens nästa sammanträde: där ska ordförandens eller ledamotens beslut anmälas",
        en: "give the board's next meeting: the chairman's or member's decision is reported there"),
      field: "boardMeeting", law: "LVU 6 §")
  }

  static func staffMayNotDecide(field: String) -> Refusal {
    Refusal(
      .rule,
      Phrase(
        sv: "en jourhandläggare får inte besluta om omhändertagande: det gör nämnden, utskottet, "
          + "ordföranden eller en ledamot som nämnden förordnat",
        en: "a duty officer may not decide on custody: the board, its committee, the chairman or a "
          + "member it has appointed does"), field: field, law: "LVU 6 §")
  }

  private static func alreadyDone(_ action: RecordAction) -> Refusal {
    let title = action.spec.fact?.title ?? action.spec.title
    let isDecision = action.name == "decided"
    return Refusal(
      .rule,
      Phrase(
        sv: "”\(title.sv)” är redan registrerat; "
          + (isDecision ? "ett nytt beslut är ett nytt omhändertagande" : "rätta om något är fel"),
        en: "“\(title.en)” is already recorded; "
          + (isDecision ? "a new decision is a new custody" : "correct what is wrong")),
      law: isDecision ? "LVU 6 §" : nil)
  }

  /// By the time it happened, so that what was done in time may be recorded late.
  private static func checkInForce(_ custody: Custody, _ action: RecordAction) throws {
    guard let ending = custody.clocks.ending(at: action.entry.happenedAt) else { return }
    let words = ending.words(now: action.entry.happenedAt)
    throw Refusal(
      .rule,
      Phrase(
        sv: "\(words.sv). Ett nytt beslut är ett nytt omhändertagande.",
        en: "\(words.en). A new decision is a new custody."), field: "happenedAt", law: ending.law)
  }

  private static func checkOrder(_ entry: Record.Entry, _ custody: Custody) throws {
    switch entry.name {
    case "placed" where custody.executedAt == nil:
      throw Refusal(
        .rule,
        Phrase(
          sv: "beslutet är inte verkställt; registrera verkställigheten före placeringen",
          en: "the decision is not executed; record the execution before the placement"),
        law: "LVU 6 §")
    case "examined" where custody.arrivedAt == nil:
      throw Refusal(
        .rule,
        Phrase(
          sv: "handlingarna har inte kommit in till rätten; registrera det före prövningen",
          en: "the papers have not arrived at the court; record that before its examination"),
        law: "LVU 7 §")
    case "careAppliedFor" where custody.executedAt == nil:
      throw Refusal(
        .rule,
        Phrase(
          sv: "beslutet är inte verkställt; tiden för ansökan om vård löper från verkställigheten",
          en: "the decision is not executed; the time to apply for care runs from the execution"),
        law: "LVU 8 §")
    case "extensionGranted" where !custody.record.has("extensionAsked"),
      "extensionRefused" where !custody.record.has("extensionAsked"):
      throw Refusal(
        .rule,
        Phrase(
          sv: "förlängd tid är inte begärd", en: "more time has not been asked for"),
        law: "LVU 8 §")
    case "careDecided" where custody.appliedForCareAt == nil:
      throw Refusal(
        .rule,
        Phrase(sv: "vård är inte sökt", en: "care has not been applied for"), law: "LVU 8 §")
    case "closed": try checkClosing(custody, at: entry.happenedAt)
    default: break
    }
  }

  private static func checkClosing(_ custody: Custody, at moment: Instant) throws {
    guard custody.decidedAt != nil, custody.clocks.ending(at: moment) == nil else { return }
    throw Refusal(
      .rule,
      Phrase(
        sv: "omhändertagandet gäller; det avslutas när det har hävts, avgjorts eller upphört",
        en: "the custody is in force; it is closed when it is lifted, decided or has ceased"),
      law: "LVU 9 §")
  }
}

extension CustodyClocks.Ending {
  /// The paragraph it ended under.
  public var law: String? {
    switch self {
    case .ceased(let clock, _): clock.rule.law
    case .notConfirmed: "LVU 7 §"
    case .lifted, .careDecided: "LVU 9 §"
    }
  }
}
