import Casework

/// What happens to one tip from its receipt until it stands where it is meant to stand now.
struct DemoCourse {
  private(set) var events: [DemoEvent] = []
  private(set) var assessedAt: Instant?
  var random: SplitMix64

  private let index: Int
  private let tip: DemoTip
  private let calendar: DemoCalendar
  /// Steps still without their time: minutes after the step before.
  private var steps: [Step] = []

  private struct Step {
    let minutes: Int
    let action: String
    let fields: [String: FieldValue]
    var duplicateOf: Int?
  }

  init(_ index: Int, _ tip: DemoTip, calendar: DemoCalendar, random: SplitMix64) {
    self.index = index
    self.tip = tip
    self.calendar = calendar
    self.random = random
  }

  /// Makes the events up to that fate.
  mutating func run(to fate: DemoPlan.Fate, isAcute: Bool) {
    let outcome = outcome(isAcute: isAcute, fate)
    if fate != .waiting { assess(outcome, isAcute: isAcute) }
    switch fate {
    case .waiting: break
    case .open:
      // The acute one has been taken; of the others some are still in the queue.
      triage(outcome, isAcute: isAcute, assigning: isAcute ? 100 : 75)
      if !isAcute, random.chance(8) {
        close(outcome)
        reopen()
      }
    case .closed:
      if random.chance(90) { triage(outcome, isAcute: isAcute, assigning: 85) }
      if outcome == .investigate { settlePreliminary() }
      close(outcome)
      if random.chance(5) {
        reopen()
        close(outcome)
      }
    case .duplicate(let original, let isMistake):
      markDuplicate(of: original)
      if isMistake {
        unmarkDuplicate()
        sendAndRecall()
        close(outcome)
      }
    }
    setTimes()
  }

  /// To the outreach unit and to a district, which had it already.
  private mutating func sendAndRecall() {
    add(3, "tip.dispatch", ["note": .text("sök på platsen under passet")])
    add(40, "tip.passOn", ["district": .text("Farsta")])
    add(15, "tip.recall", ["reason": .text("stadsdelen har tipset redan")])
  }

  /// What a district decided (SoL 20:2), and that the reporter who asked for it was told (SoL 19:6).
  private mutating func settlePreliminary() {
    let outcome: PreliminaryOutcome = index.isMultiple(of: 3) ? .notOpened : .opened
    add(
      600, "tip.preliminary",
      ["outcome": .text(outcome.rawValue), "note": .text("stadsdelens mottagning")])
    if tip.fields["wantsFeedback"] == .flag(true) {
      add(30, "tip.feedback", ["note": .text("per telefon")])
    }
  }

  private mutating func outcome(isAcute: Bool, _ fate: DemoPlan.Fate) -> ProtectionOutcome {
    if isAcute { return .immediate }
    return fate == .closed && random.chance(9)
      ? .noChild : random.one(of: .investigate, .noImmediateNeed, .noImmediateNeed)
  }

  private mutating func assess(_ outcome: ProtectionOutcome, isAcute: Bool) {
    let isLate = random.chance(8)
    let minutes =
      isAcute
      ? random.number(in: 2...9) : isLate ? random.number(in: 70...240) : random.number(in: 5...55)
    add(
      minutes, "tip.assess",
      [
        "outcome": .text(outcome.rawValue),
        "ground": .text(DemoOfficerWords.ground(outcome, &random)),
      ])
    if tip.channel == .email, random.chance(60) {
      add(
        4, "tip.correct",
        [
          "reason": .text("uppgifterna finns i texten"), "place": .text(tip.sighting.placeName),
          "children": .list(tip.sighting.children.map(\.field)),
          "activity": .list([.text(tip.sighting.scene.activity.rawValue)]),
        ])
    } else if random.chance(8) {
      add(
        random.number(in: 20...400), "tip.correct",
        [
          "reason": .text(random.pick(DemoOfficerWords.corrections)),
          "adults": .number(tip.sighting.adults + 1),
        ])
    }
  }

  private mutating func triage(_ outcome: ProtectionOutcome, isAcute: Bool, assigning: Int) {
    let priority: Priority =
      isAcute
      ? .acute
      : outcome == .investigate
        ? random.one(of: .high, .high, .normal) : random.one(of: .normal, .normal, .low)
    var fields: [String: FieldValue] = ["priority": .text(priority.rawValue)]
    if isAcute || random.chance(15) {
      fields["reason"] = .text(random.pick(DemoOfficerWords.priorities))
    }
    add(random.number(in: 1...8), "tip.prioritise", fields)
    guard random.chance(assigning) else { return }
    assign(after: isAcute ? 2 : random.number(in: 2...90))
    if random.chance(10) { assign(after: random.number(in: 120...900)) }
  }

  private mutating func assign(after minutes: Int) {
    let officer = calendar.handler(at: tip.receivedAt, &random)
    add(minutes, "tip.assign", ["officer": .text(officer)])
  }

  private mutating func close(_ outcome: ProtectionOutcome) {
    let reason: CloseReason =
      outcome == .noChild
      ? .noConcern
      : random.one(
        of: .handledOnSite, .notFound, .notFound, .knownAlready, .noConcern, .passedOn, .other)
    var fields: [String: FieldValue] = ["reason": .text(reason.rawValue)]
    if reason == .other || random.chance(70) {
      fields["note"] = .text(DemoOfficerWords.closing(reason, &random))
    }
    add(random.number(in: 150...8_000), "tip.close", fields)
  }

  private mutating func reopen() {
    add(
      random.number(in: 200...2_500), "tip.reopen",
      ["reason": .text(random.pick(DemoOfficerWords.reopenings))])
  }

  private mutating func markDuplicate(of original: Int) {
    add(random.number(in: 3...60), "tip.duplicate", [:], duplicateOf: original)
  }

  private mutating func unmarkDuplicate() {
    add(
      random.number(in: 60...700), "tip.notDuplicate",
      ["reason": .text("det är inte samma barn, tipsaren är säker på åldern")])
  }

  private mutating func add(
    _ minutes: Int, _ action: String, _ fields: [String: FieldValue], duplicateOf: Int? = nil
  ) {
    steps.append(Step(minutes: minutes, action: action, fields: fields, duplicateOf: duplicateOf))
  }

  /// Gives the steps their times; where they would reach past now they are drawn together.
  private mutating func setTimes() {
    record(
      "tip.receive", at: tip.receivedAt, login: calendar.receiver(of: tip, &random), tip.fields)
    let needed = Int64(steps.reduce(0) { $0 + $1.minutes }) * 60_000
    let age = max(0, calendar.now.since(tip.receivedAt) - 30_000)
    let available = age / 100 * Int64(random.number(in: 60...98))
    var passed: Int64 = 0
    for step in steps {
      passed += Int64(step.minutes) * 60_000
      let shift =
        needed > available && needed > 0 ? passed * (available / 1000) / needed * 1000 : passed
      let at = tip.receivedAt.adding(milliseconds: shift)
      if step.action == "tip.assess" { assessedAt = at }
      let who =
        step.action == "tip.correct" || step.action == "tip.assign"
        ? calendar.handler(at: at, &random) : calendar.triage(at: at, &random)
      record(step.action, at: at, login: who, step.fields, duplicateOf: step.duplicateOf)
    }
  }

  private mutating func record(
    _ action: String, at time: Instant, login: String, _ fields: [String: FieldValue],
    duplicateOf: Int? = nil
  ) {
    events.append(
      DemoEvent(
        at: time, login: login, action: Action(action, happenedAt: time, fields: fields),
        subject: .tip(index), mentions: duplicateOf.map { ["of": .one(.tip($0))] } ?? [:]))
  }
}
