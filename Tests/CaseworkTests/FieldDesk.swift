import Casework
import TextSafety

/// A desk in memory for the subjects of the field: passes, persons and shifts. The clock of each
/// action is given in minutes after six in the evening; it is always morning now.
struct FieldDesk {
  static let now = evening.adding(minutes: 13 * 60)
  /// Saturday 21 November 2026, 18.00 in Stockholm.
  static let evening = Instant(milliseconds: 1_795_280_400_000)
  var ledger = Ledger()

  init() throws {
    try ledger.record(.register("admin", [.administrator]), by: nil, now: Self.now)
    let officers: [(String, Role)] = [
      ("outreach", .outreachWorker), ("duty", .dutyOfficer), ("lead", .lead), ("reader", .reader),
    ]
    for (login, role) in officers {
      try ledger.record(.register(login, [role]), by: "admin", now: Self.now)
    }
  }

  /// Records an action on a subject, or one that makes a new one.
  @discardableResult
  mutating func act(
    _ id: String, _ subject: Reference? = nil, at minutes: Int = 0,
    _ fields: [String: FieldValue] = [:], by login: String = "outreach"
  ) throws -> Reference {
    try ledger.record(
      Self.action(id, subject, at: minutes, fields), by: login, now: Self.now)
  }

  static func action(
    _ id: String, _ subject: Reference? = nil, at minutes: Int = 0,
    _ fields: [String: FieldValue] = [:]
  ) -> Action {
    Action(id, subject: subject, happenedAt: evening.adding(minutes: minutes), fields: fields)
  }

  mutating func correct(
    _ subject: Reference, _ entry: Int, _ fields: [String: FieldValue], by login: String = "duty"
  ) throws {
    try act(
      "\(subject.kind.rawValue).correct", subject, at: 700,
      ["entry": .number(entry), "reason": .text("fel")].merging(fields) { $1 }, by: login)
  }

  func record(_ reference: Reference) -> Record? {
    guard case .record(let record)? = ledger[reference] else { return nil }
    return record
  }

  func pass(_ reference: Reference) -> Pass? { record(reference).map(Pass.init) }
  func person(_ reference: Reference) -> Person? { record(reference).map(Person.init) }
  func shift(_ reference: Reference) -> Shift? { record(reference).map(Shift.init) }

  /// What the rules answer: the facts, or the refusal in full.
  func answer(to action: Action, by login: String = "outreach") -> String {
    do {
      return try ledger.decide(action, by: login, now: Self.now).map(\.fact.kind)
        .joined(separator: ", ")
    } catch let refusal as Refusal {
      let field = refusal.field.map { " {\($0)}" } ?? ""
      return "\(refusal.kind.rawValue)\(field): \(refusal.message.sv) / \(refusal.message.en)"
    } catch {
      return "\(error)"
    }
  }

  mutating func startPass() throws -> Reference {
    try act(
      "pass.start",
      [
        "staff": .text("Anna Påhittad, Bo Låtsas"), "area": .text("City"),
        "place": .text("Sergels torg"),
      ])
  }

  @discardableResult
  mutating func act(_ id: String, _ fields: [String: FieldValue], by login: String = "outreach")
    throws -> Reference
  {
    try act(id, nil, at: 0, fields, by: login)
  }

  mutating func person(_ alias: String, _ fields: [String: FieldValue] = [:]) throws -> Reference {
    try act("person.register", ["alias": .text(alias)].merging(fields) { $1 })
  }
}

extension FieldDesk {
  /// What stands of a record, as it is read, in both languages.
  func transcript(_ reference: Reference) -> String {
    guard let record = record(reference), let kind = RecordKinds.of(reference.kind) else {
      return "nothing\n"
    }
    let now = Self.now
    let status = kind.status(record, now: now)
    let titles = Language.allCases.map { SafeText(kind.title(record, $0)).string }
    return "title: \(titles.joined(separator: " / "))\n"
      + "status: \(status.title.both)\(status.isOpen ? " (open)" : "")\n"
      + "next: \(kind.nextStep(record, now: now)?.both ?? "–")\n"
      + kind.sections(record, now: now).map { "\($0.title.both)\n" + Self.rows($0.rows) }.joined()
  }

  /// Labels and values, indented.
  static func rows(_ details: [FactWords.Detail]) -> String {
    details.map { "  \($0.label.both): \($0.value.both)\n" }.joined()
  }
}

extension FieldValue {
  /// A reference as a field has it.
  static func to(_ reference: Reference) -> FieldValue { .text(reference.description) }
}

extension Phrase {
  /// Both languages; once where they say the same.
  fileprivate var both: String { sv == en ? sv : "\(sv) / \(en)" }
}

extension FactWords.Value {
  fileprivate var both: String {
    switch self {
    case .phrase(let phrase): phrase.both
    case .untrusted(let text): SafeText(text).string
    case .time(let time): time.iso8601
    case .children(let children): SeenChild.summary(children, .sv)
    case .reference(let reference): "→ \(reference)"
    }
  }
}
