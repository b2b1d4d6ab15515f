extension CustodyKind {
  /// Refuses times in the wrong order, an age of 20 or more, and a decider who may not decide.
  public static func checkConsistency(_ record: Record, _ context: DecisionContext) throws {
    let custody = Custody(record)
    try checkAge(custody)
    if custody.capacity == .dutyOfficer { throw staffMayNotDecide(field: "capacity") }
    if let decided = custody.decidedAt, let executed = custody.executedAt, executed < decided {
      throw Refusal(
        .rule,
        Phrase(
          sv: "verkställigheten kan inte ligga före beslutet",
          en: "the execution cannot come before the decision"), field: "happenedAt",
        law: "LVU 6 §")
    }
    for order in orders {
      guard let earlier = record.first(order.earlier) else { continue }
      for later in record.all(order.later) where day(later) < day(earlier) {
        throw Refusal(.rule, order.words, field: "happenedAt", law: order.law)
      }
    }
    try checkDays(record, custody)
  }

  /// LVU 6 § reaches those under 20.
  private static func checkAge(_ custody: Custody) throws {
    guard let age = custody.age else { return }
    let isBornByDate = custody.record.value("birthDate") != nil
    guard age < 20 else { throw tooOld(age, field: isBornByDate ? "birthDate" : "age") }
    guard age >= 0 else {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "födelsedagen ligger efter beslutet", en: "the day of birth is after the decision"),
        field: "birthDate")
    }
  }

  private struct Order {
    let earlier: String
    let later: String
    let words: Phrase
    let law: String
  }

  /// What is known by its day comes on the same day or later.
  private static let orders: [Order] = [
    Order(
      earlier: "decided", later: "arrived",
      words: Phrase(
        sv: "handlingarna kan inte komma in till rätten före beslutet",
        en: "the papers cannot arrive at the court before the decision"), law: "LVU 7 §"),
    Order(
      earlier: "arrived", later: "examined",
      words: Phrase(
        sv: "rätten kan inte pröva beslutet innan handlingarna har kommit in",
        en: "the court cannot examine the decision before the papers have arrived"),
      law: "LVU 7 §"),
    Order(
      earlier: "executed", later: "placed",
      words: Phrase(
        sv: "placeringen kan inte ligga före verkställigheten",
        en: "the placement cannot come before the execution"), law: "LVU 6 §"),
    Order(
      earlier: "decided", later: "reported",
      words: Phrase(
        sv: "beslutet kan inte anmälas till nämnden innan det har fattats",
        en: "the decision cannot be reported to the board before it was made"), law: "LVU 6 §"),
    Order(
      earlier: "decided", later: "careAppliedFor",
      words: Phrase(
        sv: "ansökan om vård kan inte ligga före beslutet",
        en: "the application for care cannot come before the decision"), law: "LVU 8 §"),
    Order(
      earlier: "decided", later: "extensionAsked",
      words: Phrase(
        sv: "förlängd tid kan inte begäras före beslutet",
        en: "more time cannot be asked for before the decision"), law: "LVU 8 §"),
    Order(
      earlier: "extensionAsked", later: "extensionGranted",
      words: Phrase(
        sv: "förlängd tid kan inte beviljas innan den har begärts",
        en: "more time cannot be granted before it was asked for"), law: "LVU 8 §"),
    Order(
      earlier: "extensionAsked", later: "extensionRefused",
      words: Phrase(
        sv: "förlängd tid kan inte avslås innan den har begärts",
        en: "more time cannot be refused before it was asked for"), law: "LVU 8 §"),
    Order(
      earlier: "careAppliedFor", later: "careDecided",
      words: Phrase(
        sv: "rätten kan inte avgöra vården innan den har sökts",
        en: "the court cannot decide on care before it was applied for"), law: "LVU 8 §"),
    Order(
      earlier: "decided", later: "lifted",
      words: Phrase(
        sv: "nämnden kan inte häva beslutet innan det har fattats",
        en: "the board cannot lift the decision before it was made"), law: "LVU 9 §"),
  ]

  private static func checkDays(_ record: Record, _ custody: Custody) throws {
    for granted in record.all("extensionGranted") {
      guard let until = granted.date("until"), until < day(granted) else { continue }
      throw Refusal(
        .invalid,
        Phrase(
          sv: "den nya sista dagen ligger före rättens beslut",
          en: "the new last day is before the court's decision"), field: "until", law: "LVU 8 §")
    }
    guard let meeting = custody.boardMeeting, let decided = record.first("decided") else { return }
    if meeting < day(decided) {
      throw Refusal(
        .invalid,
        Phrase(
          sv: "nämndens sammanträde ligger före beslutet",
          en: "the board's meeting is before the decision"), field: "boardMeeting",
        law: "LVU 6 §")
    }
  }

  private static func day(_ entry: Record.Entry) -> CivilDate {
    Stockholm.civil(entry.happenedAt).date
  }
}
