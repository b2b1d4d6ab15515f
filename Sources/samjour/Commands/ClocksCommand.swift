import ArgumentParser
import CaseStore
import Casework
import TextSafety

/// `samjour clocks`: what runs out, soonest first.
struct ClocksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clocks",
    abstract: Phrase(
      sv: "Visar alla tider som löper eller har gått ut, den som brådskar mest först.",
      en: "Shows all clocks that run or have run out, the soonest first."
    ).local)

  @OptionGroup var common: CommonOptions
  @OptionGroup var format: FormatOption

  @Option(
    name: .long,
    help: .init(
      sv: "Hur de står vid den tiden (ISO 8601 med förskjutning).",
      en: "How they stand at that time (ISO 8601 with offset).", valueName: "time"))
  var at: String?

  func run() throws {
    try common.run { session in
      let now = try moment(session)
      let clocks = try Self.clocks(session, at: now)
      try Output.lines { output in
        if format.json {
          for clock in clocks { try output.json(ClockJSON(clock, at: now)) }
        } else {
          write(clocks, at: now, session.language, to: &output)
        }
      }
    }
  }

  private func moment(_ session: Session) throws -> Instant {
    guard let at else { return session.clock.now() }
    guard let moment = Instant(iso8601: at) else {
      throw Complaint(
        .usage,
        Phrase(
          sv: "--at: skriv tiden som 2026-11-21T02:13:00+01:00",
          en: "--at: write the time as 2026-11-21T02:13:00+01:00"))
    }
    return moment
  }

  /// The kinds of record that have clocks.
  private static let kinds: [SubjectKind] = [.custody, .policeReport, .handover]

  private static func clocks(_ session: Session, at now: Instant) throws -> [SubjectClock] {
    var found: [SubjectClock] = []
    func add(_ reference: Reference, _ state: SubjectState) {
      found += state.clocksToMind(at: now).map { SubjectClock(reference, $0) }
    }
    let readable = kinds.filter { session.officer.holds(RecordKinds.of($0)?.readers ?? []) }
    guard !readable.isEmpty || session.officer.holds(Role.readsTips) else {
      throw StoreError.notPermitted
    }
    for kind in readable {
      try session.eachRecord(kind, onlyOpen: true) { row in
        add(row.reference, .record(row.record))
        return true
      }
    }
    if session.officer.holds(Role.readsTips) {
      var tips = try session.store.clockedTips(as: session.officer)
      let clocked = Set(tips)
      try session.eachTip(order: .waiting) { row in
        if !clocked.contains(row.reference) { tips.append(row.reference) }
        return true
      }
      for tip in tips {
        if let state = try session.store.subject(tip, as: session.officer) { add(tip, state) }
      }
    }
    return found.sorted {
      ($0.clock.safeUntil, $0.reference.number) < ($1.clock.safeUntil, $1.reference.number)
    }
  }

  private func write(
    _ clocks: [SubjectClock], at now: Instant, _ language: Casework.Language,
    to output: inout LineBuffer
  ) {
    guard !clocks.isEmpty else {
      let none = Phrase(sv: "Ingen tid löper.", en: "No clock runs.")
      output.line(SafeText(none[language]))
      return
    }
    var table = TextTable(
      [
        Phrase(sv: "Ref", en: "Ref"), Phrase(sv: "Säker dag", en: "Safe day"),
        Phrase(sv: "Sista dag", en: "Last day"), Phrase(sv: "Läge", en: "State"),
        Phrase(sv: "Vad", en: "What"),
      ], language)
    for item in clocks {
      let clock = item.clock
      table.add([
        SafeText(item.reference.description),
        SafeText(TimeText.day(clock.deadline.safeDay, language)),
        SafeText(TimeText.day(clock.deadline.lastDay, language)),
        SafeText(clock.state(at: now).title[language]),
        SafeText("\(clock.rule.act[language]) [\(clock.rule.law ?? "–")]"),
      ])
    }
    table.write(to: &output)
  }
}

/// A clock, as `--json` has it.
private struct ClockJSON: Encodable {
  let ref: String
  let rule: String
  let starts: String
  let nominal: String
  let lastDay: String
  let safeDay: String
  let state: String

  init(_ item: SubjectClock, at now: Instant) {
    ref = item.reference.description
    rule = item.clock.rule.id.rawValue
    starts = item.clock.start.iso8601
    nominal = item.clock.deadline.nominal.description
    lastDay = item.clock.deadline.lastDay.description
    safeDay = item.clock.deadline.safeDay.description
    state = item.clock.state(at: now).rawValue
  }
}

extension Session {
  /// Hands on record after record, a page in memory at a time, until `each` says false.
  func eachRecord(
    _ kind: SubjectKind, onlyOpen: Bool, _ each: (RecordRow) throws -> Bool
  ) throws {
    var start = RecordQuery.Start.first
    while true {
      let page = try store.records(
        RecordQuery(kind: kind, onlyOpen: onlyOpen, start: start, limit: 200), as: officer)
      for row in page.rows {
        guard try each(row) else { return }
      }
      guard page.hasAfter, let last = page.rows.last else { return }
      start = .after(last.cursor)
    }
  }
}
